"""A population: compiled columns beside polars written by hand, ten million people beside a loop, checked beside unchecked."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.pack import EditionKey
from eligibility.law.vocabulary import Fact
from eligibility.population.behaviour import behaviour
from eligibility.population.columns import Columns
from eligibility.population.in_polars import InPolars
from eligibility.reasoning.case import Case
from eligibility.reasoning.plan import Plan
from tools.bench.figures import Figure, interleaved, ratio, shown
from tools.bench.reasoning import anew

KEY = EditionKey("kyzylorda-2015-118", "surdo-tiflo-hygiene-aids")
LARGEST = EditionKey("kyzylorda-2015-118", "residential-care")
MILLION = 1_000_000
MANY = 10 * MILLION
ROUNDS = 7
LOOPED = 3_000
MEGABYTES = 600
UNKNOWN_ONE_IN = 8

COUNT = """
import sys, time, resource
from pathlib import Path
from eligibility.engine import Engine
from eligibility.population.people_counting import count
checked = sys.argv[2] == "checked"
found = count(Engine.shipped(None if checked else "direct"), Path(sys.argv[1]), checked)
assert found.rows and not found.bad
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def people(plan: Plan, count: int) -> pl.LazyFrame:
    """Drawn evenly over what the edition tells apart; of every fact one in eight is unknown."""
    drawn = (_column(at, id, plan.facts[id], values) for at, (id, values) in enumerate(plan.space.items()))
    numbered = pl.LazyFrame({"i": pl.int_range(0, count, eager=True)})
    heads = (pl.lit(plan.edition.service).alias("service"), pl.lit(plan.key.edition.act).alias("act"))
    day = pl.date(2016, 1, 1) + pl.duration(days=_drawn(0, 1_000))
    return numbered.select(*heads, day.alias("on"), *drawn)


def _drawn(seed: int, among: int) -> pl.Expr:
    return (pl.col("i").hash(seed) % among).cast(pl.Int64)


def _column(seed: int, id: str, fact: Fact, values: tuple[Value, ...]) -> pl.Expr:
    if fact.type == "bool":
        said = _drawn(seed, 2) == 1
    else:
        said = pl.lit(pl.Series([str(value) for value in values])).gather(_drawn(seed, len(values)))
    return pl.when(_drawn(seed + 100, UNKNOWN_ONE_IN) > 0).then(said).alias(id)


def by_hand(table: pl.DataFrame) -> pl.DataFrame:
    """The lines of the list and the circle as somebody would write them who knows this edition alone."""
    aid, disability, war = map(pl.col, ("aid_kind", "disability", "war_status"))
    surdo, tiflo, hygiene = (aid == kind for kind in ("surdo", "tiflo", "hygiene"))
    child, groups = disability == "child", disability.is_in(["group-1", "group-2", "group-3"])
    participant, invalid, equated = (war == one for one in ("participant", "invalid", "equated-to-invalid"))
    found = [
        pl.lit(True),
        surdo & ~child,
        surdo & child,
        surdo & child,
        surdo & child,
        surdo,
        surdo & (participant | invalid),
        surdo & equated,
        surdo & groups,
        surdo & participant,
        tiflo,
        hygiene,
        hygiene & child,
        hygiene & child,
        hygiene & ~pl.col("id_shows_iin"),
        hygiene,
        hygiene,
        (disability != "none") | (surdo & (participant | invalid | equated)),
    ]
    return table.lazy().select(one.sum().alias(f"of_{at}") for at, one in enumerate(found)).collect()


def figures() -> Iterator[Figure]:
    engine = anew("direct")
    plan, _ = engine.plan(KEY)
    yield _compiled(engine, plan)
    yield _reviewed(engine)
    with TemporaryDirectory() as folder:
        one, ten = Path(folder, "one.parquet"), Path(folder, "ten.parquet")
        people(plan, MILLION).sink_parquet(one)
        people(plan, MANY).sink_parquet(ten)
        yield from _whole(engine, one, ten)


def _compiled(engine: Engine, plan: Plan) -> Figure:
    """By the same conclusions over a million people of whom nothing contradicts itself; both must count the same where
    everything is known."""
    kinds = {id: pl.Enum(list(plan.facts[id].values or ())) for id in plan.space if plan.facts[id].values}
    table = people(plan, MILLION).with_columns(pl.col(id).cast(kind) for id, kind in kinds.items()).collect()
    columns, said = Columns.of(plan, plan.space), InPolars(plan.facts)
    slots = [*(entry.due for entry in plan.entries), *plan.sections["for_whom"]]
    named = {f"of_{at}": slot for at, slot in enumerate(slots)}

    def compiled(rows: pl.DataFrame) -> pl.DataFrame:
        return said.truths(rows.lazy(), columns, named).select(pl.col(name).sum() for name in named).collect()

    known = table.drop_nulls()
    if compiled(known).row(0) != _counts(by_hand(known), known.height):
        raise AssertionError("what is written by hand concludes otherwise")
    times = interleaved(ROUNDS, {"compiled": lambda: compiled(table), "by hand": lambda: by_hand(table)})
    return Figure("a million people, by hand: compiled", ratio(times, "compiled", "by hand"), 1.25, shown(times, "ms", 1))


def _counts(found: pl.DataFrame, people: int) -> tuple[object, ...]:
    """What is true of everybody is one truth, not one a row."""
    return (people, *found.row(0)[1:])


def _reviewed(engine: Engine) -> Figure:
    """Two packs over the largest space, beside a thousand of its points one by one."""
    plan, _ = engine.plan(LARGEST)
    slots = [(node.slot, node.slot) for node in plan.program.nodes]
    cases = _cases(engine, plan, 1_000)
    works: dict[str, Callable[[], object]] = {
        "all kinds": lambda: behaviour(plan, plan, slots),
        "a thousand": lambda: [engine.decide(case, as_if_in_force=True) for case in cases],
    }
    times = interleaved(3, works)
    return Figure("the largest space, a thousand of its points: reviewed", ratio(times, *works), 10, shown(times, "ms", 1))


def _cases(engine: Engine, plan: Plan, count: int) -> list[Case]:
    found: list[Case] = []
    for row in people(plan, count * 4).collect().iter_rows(named=True):
        facts = {id: row[id] for id in plan.space if row[id] is not None}
        try:
            found.append(engine.read({"service": row["service"], "act": row["act"], "on": str(row["on"]), "facts": facts}))
        except Refused:
            continue
    return found[:count]


def _whole(engine: Engine, one: Path, ten: Path) -> Iterator[Figure]:
    """Whole processes, by the clock; the loop is the direct engine over rows that are at hand already."""
    unchecked, _ = _timed(ten, "unchecked")
    checked, megabytes = _timed(ten, "checked")
    million, _ = _timed(one, "checked")
    looped = _looped(engine, ten)
    times = f"checked {checked:.3g} s, unchecked {unchecked:.3g} s, a million {million:.3g} s, loop {looped * 1e6:.3g} µs a row"
    yield Figure("ten million counted, a loop: rows a second", looped * MANY / checked, 100, times, at_least=True)
    yield Figure("ten million counted, unchecked: checked", checked / unchecked, 1.5)
    yield Figure("ten million counted, one million: time", checked / million, 10)
    yield Figure(f"ten million counted, {MEGABYTES} MB: memory", megabytes / MEGABYTES, 1, f"{megabytes} MB")


def _timed(table: Path, how: str) -> tuple[float, int]:
    """Seconds and megabytes of a process of its own."""
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", COUNT, str(table), how], check=True, capture_output=True, text=True)
    return time.perf_counter() - begun, int(done.stdout)


def _looped(engine: Engine, table: Path) -> float:
    """Seconds a row."""
    rows = pl.scan_parquet(table).head(LOOPED).collect().rows(named=True)
    begun = time.perf_counter()
    for row in rows:
        facts = {id: value for id, value in row.items() if value is not None and id not in ("service", "act", "on")}
        engine.decide({"service": row["service"], "act": row["act"], "on": row["on"].isoformat(), "facts": facts})
    return (time.perf_counter() - begun) / len(rows)
