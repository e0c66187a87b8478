"""Rows as a registry holds them: every service and place, days that change what decides, papers, ages and dates of birth, and
rows that are wrong. Of each the query says what the reader of cases and the engine say."""

import random
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from eligibility.engine import Engine
from eligibility.law.vocabulary import Fact
from eligibility.population.held import PAPER
from eligibility.population.sql_query import SqlQuery
from tests.population.concluded import NOTHING, concluded, heading_of, mistakes_in
from tests.population.databases import HERE, Table, found_by, types_of
from tests.reasoning.shipped_editions import seeded

ROWS = 4_000
PAPERS = ("ipr", "application", "identity-document", "power-of-attorney")
FIRST, LAST = date(2011, 12, 1), date(2028, 2, 1)
"""a little beyond the years of the calendar"""


@cache
def engine() -> Engine:
    return Engine.shipped("direct")


def columns(*places: str) -> list[str]:
    papers = [f"submitted.{id}" for id in PAPERS if id in engine().pack.documents]
    return ["row", "service", *places, "on", *engine().pack.facts, *papers]


def people(names: list[str], drawn: random.Random) -> list[dict[str, Any]]:
    return [{name: row_number if name == "row" else _cell(name, drawn) for name in names} for row_number in range(ROWS)]


def _cell(name: str, drawn: random.Random) -> Any:
    pack = engine().pack
    if name in ("service", "act", "region", "on"):
        ids = {"service": [*pack.services], "act": [*pack.acts], "region": [*pack.regions]}.get(name)
        chance = drawn.random()
        if chance < 0.01 or (name == "act" and chance < 0.3) or (name == "region" and chance < 0.2):
            return None
        if ids is None:
            return FIRST + timedelta(days=drawn.randrange((LAST - FIRST).days))
        return "nobody's" if chance > 0.995 else drawn.choice(ids)
    if name.startswith("submitted."):
        return drawn.choice([None, None, *PAPER])
    if drawn.random() < (0.6 if name in ("age", "birth_date") else 0.8):
        return None
    return _value(pack.facts[name], drawn)


def _value(fact: Fact, drawn: random.Random) -> Any:
    match fact.type:
        case "bool":
            return drawn.choice([True, False])
        case "choice":
            return "nothing" if drawn.random() < 0.002 else drawn.choice(list(fact.values or ()))
        case "date":
            return date(1880, 1, 1) + timedelta(days=drawn.randrange(365 * 150))
        case _:
            low, high = fact.range or (0, 0)
            return drawn.randint(low - 1, high + 1)


@pytest.mark.parametrize("places", [("region",), ("act", "region")], ids=" ".join)
def test_a_row_is_decided_or_set_apart_as_its_case_would_be(places: tuple[str, ...]) -> None:
    names = columns(*places)
    rows = people(names, seeded(" ".join(places)))
    table = Table(types_of(engine().pack, names), [[row[name] for name in names] for row in rows])
    expected: dict[int, Any] = {}
    for row in rows:
        wrong = mistakes_in(row, engine())
        expected[row["row"]] = wrong or concluded(row, engine())
    seen = set[object]()
    for dialect in HERE:
        query = SqlQuery(engine(), heading_of(engine().pack, names), dialect, "people").text()
        for row, *said in found_by(dialect, table, query):
            if isinstance(expected[row], set):
                assert said[2] in expected[row], (dialect, rows[row], said)
                assert tuple(said[3:]) == NOTHING
            else:
                assert tuple(said) == expected[row], (dialect, rows[row])
            seen |= {said[1], said[2]}
    assert seen >= {None, "in-force", "undetermined", "repealed", "contradictory-facts", "dates-differ", "date-after-filing"}
    assert seen >= {"date-out-of-range", "unknown-value", "out-of-range", "missing-key", "request-not-offered"}
    assert ("not-regulated" in seen) is ("act" in places)
