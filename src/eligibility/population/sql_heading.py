"""The columns that a database's table is said to have: those of a file, or all that are of use."""

from collections.abc import Sequence
from pathlib import Path

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.pack import Pack
from eligibility.population.columns import Columns
from eligibility.population.opened import opened_heading
from eligibility.population.sql_query import OWN_WORDS
from eligibility.population.table_heading import ON, REGION, SERVICE, SUBMITTED, RawColumn, TableHeading

ROW = "row"
"""a column that comes along unasked: it tells whose a row is"""


def heading_of_file(pack: Pack, path: Path, carried: Sequence[str]) -> TableHeading:
    """By its names alone: of what types the columns are, the documentation says."""
    return _heading([column.name for column in opened_heading(path).columns], str(path), pack, carried)


def heading_asked(engine: Engine, services: Sequence[str], carried: Sequence[str]) -> TableHeading:
    """Of a table with all that the editions of some services read, or of all where none is named."""
    pack = engine.pack
    every = [*pack.facts, *(f"{SUBMITTED}{id}" for id in pack.documents)]
    plans = (engine.plan(key)[0] for key in pack.held() if not services or key.service in services)
    read = {name for plan in plans for name in Columns.of(plan, every).reads}
    names = [SERVICE, REGION, ON, *(name for name in every if name in read)]
    return _heading([*dict.fromkeys((ROW, *carried)), *names], "", pack, carried)


def _heading(names: Sequence[str], path: str, pack: Pack, carried: Sequence[str]) -> TableHeading:
    if taken := [name for name in dict.fromkeys(carried) if name in OWN_WORDS]:
        raise Refused(Diagnostic("carried-taken", path, id=name) for name in taken)
    along = dict.fromkeys((*([ROW] if ROW in names and ROW not in pack.facts else []), *carried))
    return TableHeading.of([RawColumn(name) for name in names], path, pack, tuple(along))
