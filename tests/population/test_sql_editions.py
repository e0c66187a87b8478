"""All shipped editions in one query, over the space of what each reads: databases and polars conclude what the engine does."""

import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from eligibility.engine import Engine
from eligibility.population.in_sql import Dialect
from eligibility.population.person_kinds import Kinds
from eligibility.population.spans import Jurisdiction, spans_of
from eligibility.population.sql_query import SqlQuery
from eligibility.reasoning.plan import PlanKey
from tests.population.concluded import concluded, heading_of
from tests.population.databases import HERE, Found, Table, found_by, types_of
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


@cache
def expected() -> Found:
    found = [(row["row"], *concluded(row, engine(), as_if_in_force=True)) for row in people()]
    return sorted(found, key=repr)


@pytest.mark.parametrize("dialect", HERE)
def test_every_database_concludes_what_the_engine_does(dialect: Dialect, record_property: Any) -> None:
    rows = [[row.get(name) for name in columns()] for row in people()]
    table = Table(types_of(engine().pack, columns()), rows)
    query = SqlQuery(engine(), heading_of(engine().pack, columns()), dialect, "people", as_if_in_force=True).text()
    found = found_by(dialect, table, query)
    differing = [(said, decided) for said, decided in zip(found, expected(), strict=True) if said != decided]
    assert differing[:3] == []
    record_property("rows", len(found))
