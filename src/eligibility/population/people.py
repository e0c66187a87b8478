"""A table of people as one pack reads it: rows that are cases, and rows that are none, batch by batch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import NamedTuple

import polars as pl

from eligibility.engine import Engine
from eligibility.population.bad_rows import BadRow, bad_rows
from eligibility.population.columns import contradictory
from eligibility.population.in_polars import InPolars
from eligibility.population.opened import PeopleFile, opened_table, reading
from eligibility.population.spans import Spans
from eligibility.population.table_heading import BAD, TableHeading
from eligibility.population.typed_columns import typed

BATCH = 250_000
"""rows at once: what is kept of them at a time fits into a small machine"""


class PeopleBatch(NamedTuple):
    good: pl.DataFrame
    """typed, with the number of the state that decides each"""
    bad: tuple[BadRow, ...]

    @property
    def size(self) -> int:
        return self.good.height + len(self.bad)


@dataclass(frozen=True)
class People:
    """Everybody in a table, as one engine's pack reads it."""

    engine: Engine
    path: Path
    table: PeopleFile
    heading: TableHeading
    spans: Spans

    @classmethod
    def of(cls, engine: Engine, spans: Spans, path: Path, carried: Sequence[str] = ()) -> "People":
        """Refuses a table whose heading is wrong."""
        table = opened_table(path)
        return cls(engine, path, table, TableHeading.of(table.columns, str(path), engine.pack, carried), spans)

    def batches(self) -> Iterator[PeopleBatch]:
        """In the order of the table, one at a time."""
        return map(self.batch, self.raw())

    def raw(self) -> Iterator[pl.DataFrame]:
        """The same as they stand in the file. Of Parquet each part is read for itself: read in one go, it is read far ahead."""
        found = self._parts() if self.path.suffix.lower() == ".parquet" else self._in_one_go()
        with reading(self.path):
            rows = next(found, None)
        while rows is not None:
            yield rows
            with reading(self.path):
                rows = next(found, None)

    def _parts(self) -> Iterator[pl.DataFrame]:
        for at in count(0, BATCH):
            rows = self.table.rows.slice(at, BATCH).collect()
            if rows.is_empty():
                return
            yield rows

    def _in_one_go(self) -> Iterator[pl.DataFrame]:
        yield from self.table.rows.collect_batches(chunk_size=BATCH, maintain_order=True)

    def batch(self, raw: pl.DataFrame) -> PeopleBatch:
        read = typed(raw.lazy(), self.heading, self.engine.pack, self._contradicted)
        placed = self.spans.placed(read, self.heading).collect()
        wrong = raw.filter(placed[BAD])
        bad = tuple(bad_rows(wrong, self.heading, self.engine)) if wrong.height else ()
        return PeopleBatch(placed.filter(~pl.col(BAD)).drop(BAD), bad)

    @property
    def _contradicted(self) -> pl.Expr:
        pack = self.engine.pack
        return InPolars(pack.facts).said(contradictory(pack, self.heading.known))
