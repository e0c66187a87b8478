"""One table of people, as two packs read it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from eligibility.engine import Engine
from eligibility.population.opened import opened_table
from eligibility.population.people import People
from eligibility.population.spans import Spans
from eligibility.population.table_heading import TableHeading, columns_known


class BothPacks(NamedTuple):
    before: People
    after: People

    @classmethod
    def of(cls, engines: Sequence[Engine], spans: Sequence[Spans], path: Path, carried: Sequence[str] = ()) -> "BothPacks":
        """A column that one of the packs reads is no stranger; the other leaves it out."""
        table = opened_table(path)
        known = [columns_known(engine.pack) for engine in engines]
        sides = []
        for at, engine in enumerate(engines):
            others = [one for one in table.columns if one.name in known[1 - at] and one.name not in known[at]]
            columns = [one for one in table.columns if one not in others]
            sides.append(People(engine, path, table, TableHeading.of(columns, str(path), engine.pack, carried), spans[at]))
        return cls(*sides)
