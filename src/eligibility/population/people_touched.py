"""Of a population, how many people a change of the rules touches, conclusion by conclusion."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import polars as pl

from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.population.behaviour import Pair
from eligibility.population.both_packs import BothPacks
from eligibility.population.columns import Columns
from eligibility.population.in_polars import InPolars
from eligibility.population.partitions import partitions_of
from eligibility.population.people import People
from eligibility.population.spans import Decider, Spans
from eligibility.population.table_heading import ROW, STATE, SUBMITTED

AFTER = "#after"

Pairs = Mapping[EditionKey, Sequence[Pair]]
"""by edition the conclusions in question: the slots of each before and after"""


def people_touched(before: Engine, after: Engine, source: Path, pairs: Pairs) -> Counter[tuple[EditionKey, Pair]]:
    """Of those whom the same edition decides before and after, on whose day it is the law: how many come out otherwise."""
    engines = before, after
    spans = [Spans.of(engine) for engine in engines]
    found = Counter[tuple[EditionKey, Pair]]({(key, pair): 0 for key, some in pairs.items() for pair in some})
    for partition in partitions_of(source):
        sides = BothPacks.of(engines, spans, partition)
        for raw in sides.before.raw():
            for key, rows in _decided_alike(sides, raw, pairs):
                found.update({(key, pair): count for pair, count in _turned(sides, key, rows, pairs[key])})
    return found


def _decided_alike(
    sides: BothPacks, raw: pl.DataFrame, pairs: Pairs
) -> Iterator[tuple[EditionKey, tuple[pl.DataFrame, pl.DataFrame]]]:
    one, other = (side.batch(raw).good for side in sides)
    states = one.select(ROW, STATE).join(other.select(ROW, pl.col(STATE).alias(AFTER)), on=ROW, maintain_order="left")
    for (was, will), some in states.partition_by(STATE, AFTER, as_dict=True).items():
        key, now = _law(sides.before.spans.states[int(was)]), _law(sides.after.spans.states[int(will)])
        if key is not None and key == now and key in pairs:
            here = pl.col(ROW).is_in(some[ROW].implode())
            yield key, (one.filter(here), other.filter(here))


def _law(state: Decider) -> EditionKey | None:
    return state.plan.edition if state.plan and state.answers else None


def _turned(
    sides: BothPacks, key: EditionKey, rows: tuple[pl.DataFrame, pl.DataFrame], pairs: Sequence[Pair]
) -> Iterator[tuple[Pair, int]]:
    """The number for each pair."""
    truths = []
    for at, (side, some) in enumerate(zip(sides, rows, strict=True)):
        truths.append(_truths(side, key, some, {f"{at}/{pair[at]}": slot for pair in pairs if (slot := pair[at]) is not None}))
    both = pl.concat([rows[1].select(ROW), *truths], how="horizontal")
    for pair in pairs:
        was, will = (pl.lit(False) if slot is None else pl.col(f"{at}/{slot}") for at, slot in enumerate(pair))
        yield pair, int(both.select(was.ne_missing(will).sum()).item())


def _truths(side: People, key: EditionKey, rows: pl.DataFrame, named: Mapping[str, int]) -> pl.DataFrame:
    plan = side.engine.plan(key)[0]
    papers = (f"{SUBMITTED}{id}" for id in side.heading.documents)
    columns = Columns.of(plan, (*side.heading.known, *papers))
    return InPolars(side.engine.pack.facts).truths(rows.lazy(), columns, named).select(*named).collect()
