"""Two packs over one population: who is asked for more or less, by whose rule, with the plainest person of each kind."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

import polars as pl

from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.logic import Truth
from eligibility.population.both_packs import BothPacks
from eligibility.population.deciding import ANSWER, Deciding
from eligibility.population.facets import STRENGTH, Facets, with_terms
from eligibility.population.held import value_of
from eligibility.population.inquiry import DAY
from eligibility.population.partition_run import OnRows
from eligibility.population.partitions import partitions_of
from eligibility.population.people_counting import asking_of
from eligibility.population.spans import Spans
from eligibility.population.table_heading import ROW, SERVICE
from eligibility.population.tally import Asking, FacetTable

Touched = Literal["edition", "document", "missing", "refuse-to-accept", "refuse-service", "outcome", "term"]
Direction = Literal["gains", "loses", "other"]
BEFORE, KNOWN, AFTER = "#before", "#known", "#after"


class Shift(NamedTuple):
    """What comes out otherwise: of a document how it is asked for, of a ground whether it is met."""

    touched: Touched
    subject: str
    before: object
    after: object

    @property
    def direction(self) -> Direction:
        """Inquiry for less is gained; a ground less likely to be met too."""
        if self.touched == "document":
            before, after = (STRENGTH.index(one) if one in STRENGTH else 0 for one in (self.before, self.after))
        elif self.touched in ("missing", "refuse-to-accept", "refuse-service"):
            before, after = (_weight(one) for one in (self.before, self.after))
        else:
            return "other"
        return "other" if before == after else "gains" if after < before else "loses"


def _weight(truth: object) -> int:
    return 2 if truth is True else 1 if truth is None else 0


class Plainest(NamedTuple):
    """The plainest person: the fewest facts known, then the first in the table."""

    known: int
    row: int
    on: Any
    facts: Mapping[str, Value]


@dataclass
class Shifted:
    people: int = 0
    example: Plainest | None = None

    def add(self, people: int, example: Plainest) -> None:
        self.people += people
        if self.example is None or example[:2] < self.example[:2]:
            self.example = example


@dataclass
class Touching:
    """Those who ask for one service in one place."""

    people: int = 0
    changed: int = 0
    shifts: dict[Shift, Shifted] = field(default_factory=dict)


@dataclass
class Impact:
    rows: int = 0
    bad: Counter[str] = field(default_factory=Counter)
    """rows that are no case by either pack, by the code of what is first wrong with each"""
    only_before: int = 0
    """rows that are a case by the rules of before alone"""
    only_after: int = 0
    services: dict[Asking, Touching] = field(default_factory=dict)


def impact(
    before: Engine,
    after: Engine,
    source: Path,
    checked: bool = True,
    progress: OnRows | None = None,
    carried: tuple[str, ...] = (),
) -> Impact:
    """`carried` columns stand in the table and are not read."""
    engines = before, after
    spans, facets = [Spans.of(engine) for engine in engines], FacetTable(with_terms)
    found, pairs = Impact(), dict[tuple[Asking, int, int], Shifted]()
    for partition in partitions_of(source):
        sides = BothPacks.of(engines, spans, partition, carried)
        deciding = [Deciding(one.engine, one.spans.states, one.heading, facets.number, checked) for one in sides]
        for raw in sides.before.raw():
            for key, people, example in _paired(found, sides, deciding, raw):
                pairs.setdefault(key, Shifted()).add(people, example)
            if progress:
                progress(raw.height)
    for (asking, one, other), shifted in pairs.items():
        _touch(found.services.setdefault(asking, Touching()), facets[one], facets[other], shifted)
    return found


def _paired(
    found: Impact, sides: BothPacks, deciding: Sequence[Deciding], raw: pl.DataFrame
) -> Iterator[tuple[tuple[Asking, int, int], int, Plainest]]:
    """The kinds of people of a batch by their answers before and after, each with its plainest."""
    before, after = (side.batch(raw) for side in sides)
    found.rows += raw.height
    numbers = {row.number for row in before.bad} & {row.number for row in after.bad}
    found.bad.update(row.diagnostics[0].code for row in after.bad if row.number in numbers)
    found.only_before += len(after.bad) - len(numbers)
    found.only_after += len(before.bad) - len(numbers)
    one, other = (side.answered(batch.good) for side, batch in zip(deciding, (before, after), strict=True))
    heading = sides.after.heading
    by = (SERVICE, *heading.places)
    facts = [pl.col(id).is_not_null().cast(pl.Int64) for id in heading.facts]
    known = pl.sum_horizontal(facts) if facts else pl.lit(0, pl.Int64)
    both = one.rename({ANSWER: BEFORE}).join(other.rename({ANSWER: AFTER}), on=ROW)
    rows = both.join(after.good.with_columns(known.alias(KNOWN)), on=ROW, how="left")
    plainest = (pl.col(KNOWN) * (1 << 40) + pl.col(ROW).cast(pl.Int64)).arg_min()
    kinds = rows.group_by(*by, BEFORE, AFTER).agg(
        pl.len().alias("#people"), pl.col(ROW, KNOWN, DAY, *heading.facts).get(plainest)
    )
    for kind in kinds.iter_rows(named=True):
        values = {id: value_of(sides.after.engine.pack.facts[id], kind[id]) for id in heading.facts}
        told = {id: value for id, value in values.items() if value is not None}
        key = asking_of({name: kind[name] for name in by}), kind[BEFORE], kind[AFTER]
        yield key, kind["#people"], Plainest(kind[KNOWN], kind[ROW], kind[DAY], told)


def _touch(touching: Touching, before: Facets, after: Facets, shifted: Shifted) -> None:
    touching.people += shifted.people
    shifts = list(shifts_between(before, after))
    touching.changed += shifted.people if shifts else 0
    for shift in shifts:
        if shifted.example:
            touching.shifts.setdefault(shift, Shifted()).add(shifted.people, shifted.example)


def shifts_between(before: Facets, after: Facets) -> Iterator[Shift]:
    """What comes out otherwise."""
    one, other = ((side.edition, side.status) for side in (before, after))
    if one != other:
        yield Shift("edition", "", one, other)
    if before.terms != after.terms:
        yield Shift("term", "", before.terms, after.terms)
    yield from _shifted("document", before.documents, after.documents, None)
    yield from _shifted("missing", before.missing, after.missing, False)
    yield from _shifted("refuse-to-accept", before.to_accept, after.to_accept, False)
    yield from _shifted("refuse-service", before.to_serve, after.to_serve, False)
    yield from _shifted("outcome", before.outcomes, after.outcomes, False)


def _shifted(
    touched: Touched, before: Iterable[tuple[str, object]], after: Iterable[tuple[str, object]], absent: Truth
) -> Iterator[Shift]:
    one, other = dict(before), dict(after)
    for subject in dict.fromkeys((*one, *other)):
        was, will = one.get(subject, absent), other.get(subject, absent)
        if was != will or (was is None) is not (will is None):
            yield Shift(touched, subject, was, will)
