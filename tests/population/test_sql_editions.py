"""All shipped editions in one query, over the space of what each reads: databases and polars conclude what the engine does."""

import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any

import polars as pl

from eligibility.engine import Engine
from eligibility.population.columns import Columns
from eligibility.population.held import frame
from eligibility.population.in_polars import InPolars
from eligibility.population.person_kinds import Kinds
from eligibility.population.spans import Jurisdiction, spans_of
from eligibility.population.sql_query import SqlQuery
from eligibility.reasoning.plan import PlanKey
from tests.population.concluded import concluded, heading_of
from tests.population.databases import HERE, Table, found_by, types_of
from tests.reasoning.shipped_editions import seeded

MOST = 1_500
"""kinds of person drawn of one edition; only the largest have more"""


@cache
def engine() -> Engine:
    return Engine.shipped("direct")


@cache
def columns() -> list[str]:
    return ["row", "service", "act", "on", *engine().pack.facts]


@cache
def people() -> list[dict[str, Any]]:
    """Of every plan that may decide somebody, its kinds of person, on a day on which it does."""
    drawn = seeded("people")
    found = [row for plan, keys in sorted(plans().items()) for row in _of(plan, keys, drawn)]
    return [row | {"row": at} for at, row in enumerate(found)]


def plans() -> dict[PlanKey, dict[str, Any]]:
    """Each with a service, an act and a day that it decides."""
    found = dict[PlanKey, dict[str, Any]]()
    first = date(min(engine().pack.years), 1, 1)
    for act in engine().pack.acts:
        for service in engine().pack.services_of(act):
            for span in spans_of(engine(), service, Jurisdiction(act=act)):
                if span.state.plan:
                    day = max(span.first, first)
                    found.setdefault(span.state.plan, {"service": service, "act": act, "on": day})
    return found


def _of(key: PlanKey, keys: dict[str, Any], drawn: random.Random) -> Iterator[dict[str, Any]]:
    kinds = Kinds.of([engine().plan(key)[0]])
    assert not engine().plan(key)[0].of_the_day
    table = kinds.table().collect()
    if table.height > MOST:
        table = table[sorted(drawn.sample(range(table.height), MOST))]
    for row in table.iter_rows(named=True):
        yield row | keys


def test_databases_and_columns_conclude_what_the_engine_does() -> None:
    rows = people()
    expected = sorted(((row["row"], *concluded(row, engine(), as_if_in_force=True)) for row in rows), key=repr)
    table = Table(types_of(engine().pack, columns()), [[row.get(name) for name in columns()] for row in rows])
    for dialect in HERE:
        query = SqlQuery(engine(), heading_of(engine().pack, columns()), dialect, "people", as_if_in_force=True).text()
        differing = [pair for pair in zip(found_by(dialect, table, query), expected, strict=True) if pair[0] != pair[1]]
        assert differing[:3] == [], dialect
    assert len(plans()) > 100
    assert in_polars(rows) == {row: (said[3], said[4]) for row, *said in expected}


def in_polars(rows: list[dict[str, Any]]) -> dict[int, tuple[str, str]]:
    """The combination and the conclusions of each row."""
    found = dict[int, tuple[str, str]]()
    named = {tuple(keys.values()): plan for plan, keys in plans().items()}
    for keys, some in groupby(rows, lambda row: (row["service"], row["act"], row["on"])):
        plan, people = engine().plan(named[keys])[0], [*some]
        facts = [id for id in engine().pack.facts if id in people[0]]
        table = frame(engine().pack.facts, {id: [row[id] for row in people] for id in facts})
        columns, slots = Columns.of(plan, facts), range(len(plan.names))
        rowed = pl.concat([pl.DataFrame({"#row": [row["row"] for row in people]}), table], how="horizontal")
        said = InPolars(engine().pack.facts).truths(rowed.lazy(), columns, {f"#{slot}": slot for slot in slots})
        atoms = len(plan.program.atoms)
        for row, *truths in said.select("#row", *(f"#{slot}" for slot in slots)).collect().iter_rows():
            signs = "".join({False: "0", True: "1", None: "2"}[truth] for truth in truths)
            found[row] = signs[:atoms], signs[atoms:]
    return found
