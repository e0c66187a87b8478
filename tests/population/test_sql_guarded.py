"""What stands in packs and headings stays in its quotes, and a loose table of SQLite is read as strictly as a typed one."""

from datetime import date
from typing import Any

import pytest

from eligibility.engine import Engine
from eligibility.law.pack import EditionKey, Pack
from eligibility.population.in_sql import DIALECTS, Dialect, InSql
from eligibility.population.sql_query import SqlQuery
from tests.population.concluded import concluded, heading_of
from tests.population.databases import HERE, Table, found_by, types_of
from tests.reasoning.random_rulebooks import ACT, TEXT

HOSTILE = ["'", "''", '"', "`", "\\", "\\'", "' OR 1=1 --", "'; DROP TABLE people; --", "/*", "%", "\n-- x", "}", "ә", "x" * 70]
KEY = EditionKey("act", "service")


def pack(values: list[str]) -> Pack:
    shared = {
        "facts": {"kind": {"type": "choice", "ask": TEXT, "values": {id: {"label": TEXT} for id in values}}},
        "documents": {id: {"name": TEXT} for id in values},
        "services": {KEY.service: {"title": TEXT}, **{id: {"title": TEXT} for id in values}},
        "regions": {"region": TEXT},
        "acts": {KEY.act: ACT},
    }
    rules = [{"document": id, "cite": "1"} for id in values]
    return Pack.of(shared, {KEY: {"service": KEY.service, "annex": 1, "provider": "office", "requirements": rules}})


@pytest.mark.parametrize("dialect", HERE)
def test_no_id_breaks_out_of_its_quotes(dialect: Dialect) -> None:
    engine = Engine(pack(HOSTILE), "direct")
    names = ["row", "service", "region", "on", "kind", *(f"submitted.{id}" for id in HOSTILE if len(id) < 50)]
    people = [{"service": "service", "region": "region", "on": date(2018, 6, 1), "kind": id} for id in HOSTILE]
    people.append(people[0] | {f"submitted.{id}": "yes" for id in HOSTILE[:5]})
    rows = [[at, *(person.get(name) for name in names[1:])] for at, person in enumerate(people)]
    query = SqlQuery(engine, heading_of(engine.pack, names), dialect, "people").text()
    for row, *said in found_by(dialect, Table(types_of(engine.pack, names), rows), query):
        assert tuple(said) == concluded(people[row], engine)


@pytest.mark.parametrize("dialect", HERE)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_comes_back_as_it_went(dialect: Dialect, text: str) -> None:
    sql = InSql(dialect)
    query = f"SELECT {sql.text(text)} AS {sql.name(text)}, {sql.name(text)} FROM (SELECT 1 AS {sql.name(text)}) AS people"  # noqa: S608
    assert found_by(dialect, Table({"row": "INTEGER"}, []), query) == [(text, 1)]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_no_query_can_hold_is_in_none(dialect: Dialect) -> None:
    sql = InSql(dialect)
    for said in (sql.text, sql.name):
        with pytest.raises(ValueError, match="no SQL text"):
            said("a\0b")


WRONG: dict[str, tuple[Any, ...]] = {
    "not-true-or-false": ("elderly", "true", 2, 0.5, "no", ""),
    "not-a-number": ("age", 17.5, "17", "seventeen", ""),
    "unknown-value": ("disability", "Group-1", "group-1 ", "", 1),
    "not-a-date": (
        "birth_date",
        "1990-02-30",
        "1990-2-3",
        "now",
        "",
        19900203,
        2447956.5,
        "1990-02-03 10:00",
        "03.02.1990",
        "0000-01-01",
    ),
}


@pytest.mark.parametrize("code", WRONG)
def test_sqlite_guesses_nothing(code: str) -> None:
    engine = Engine.shipped("direct")
    fact, *values = WRONG[code]
    names = ["row", "service", "region", "on", fact]
    rows = [[at, "wheelchairs", "kyzylorda-region", date(2016, 3, 1), value] for at, value in enumerate(values)]
    query = SqlQuery(engine, heading_of(engine.pack, names), "sqlite", "people").text()
    loose = Table(dict.fromkeys(names, ""), rows)
    assert {found[3] for found in found_by("sqlite", loose, query)} == {code}


def test_sqlite_takes_no_strange_day_of_filing() -> None:
    engine = Engine.shipped("direct")
    names = ["row", "service", "region", "on"]
    rows = [[at, "wheelchairs", "kyzylorda-region", day] for at, day in enumerate(WRONG["not-a-date"][1:])]
    query = SqlQuery(engine, heading_of(engine.pack, names), "sqlite", "people").text()
    assert {found[3] for found in found_by("sqlite", Table(dict.fromkeys(names, ""), rows), query)} == {"not-a-date"}


def test_a_column_that_the_table_lacks_is_no_text() -> None:
    """To SQLite a name in double quotes that no column has would be one."""
    engine = Engine.shipped("direct")
    names = ["row", "service", "region", "on", "disability"]
    query = SqlQuery(engine, heading_of(engine.pack, names), "sqlite", "people").text()
    with pytest.raises(Exception, match="no such column"):
        found_by("sqlite", Table(types_of(engine.pack, names[:4]), []), query)
