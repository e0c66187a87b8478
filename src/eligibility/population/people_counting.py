"""How many people there are of each answer, without a row being written."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from eligibility.engine import Engine
from eligibility.population.deciding import ANSWER, COUNT, Deciding
from eligibility.population.partition_run import OnRows
from eligibility.population.partitions import partitions_of
from eligibility.population.people import People
from eligibility.population.spans import Spans
from eligibility.population.table_heading import ACT, REGION, SERVICE
from eligibility.population.tally import Asking, FacetTable, Tally, tallied


@dataclass
class PeopleCounted:
    """A population counted."""

    rows: int = 0
    bad: Counter[str] = field(default_factory=Counter)
    """rows that are no cases, by the code of what is first wrong with each"""
    tallies: list[tuple[Asking, Tally]] = field(default_factory=list)


def count(
    engine: Engine,
    source: Path,
    checked: bool = True,
    as_if_in_force: bool = False,
    progress: OnRows | None = None,
    carried: tuple[str, ...] = (),
) -> PeopleCounted:
    """`carried` columns stand in the table and are not read."""
    spans, facets, found, people = Spans.of(engine), FacetTable(), PeopleCounted(), Counter[tuple[Asking, int]]()
    for partition in partitions_of(source):
        table = People.of(engine, spans, partition, carried)
        deciding = Deciding(engine, spans.states, table.heading, facets.number, checked, as_if_in_force)
        for batch in table.batches():
            found.rows += batch.size
            found.bad.update(one.diagnostics[0].code for one in batch.bad)
            for asking, number, some in _sums(deciding, table, batch.good):
                people[asking, number] += some
            if progress:
                progress(batch.size)
    found.tallies = list(tallied(people, facets))
    return found


def _sums(deciding: Deciding, table: People, rows: pl.DataFrame) -> Iterator[tuple[Asking, int, int]]:
    by = (SERVICE, *table.heading.places)
    for named, kinds in deciding.kinds(rows, by):
        asking = asking_of(dict(zip(by, named, strict=True)))
        for number, some in kinds.group_by(ANSWER).agg(pl.col(COUNT).sum()).iter_rows():
            yield asking, number, some


def asking_of(told: Mapping[str, object]) -> Asking:
    act, region = (told.get(name) for name in (ACT, REGION))
    return Asking(str(told[SERVICE]), None if act is None else str(act), None if region is None else str(region))
