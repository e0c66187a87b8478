"""Random rule books: the query says what the engine decides, whatever conditions, amounts, contradictions and papers are."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.logic import Several
from eligibility.law.pack import Pack
from eligibility.population.held import PAPER
from eligibility.population.sql_query import SqlQuery
from tests.population.concluded import NOTHING, concluded, heading_of, mistakes_in
from tests.population.databases import HERE, Table, found_by, types_of
from tests.reasoning.random_rulebooks import DAYS, KEY, RuleBook, facts_of, rule_books

PEOPLE = 30


@st.composite
def tables(draw: st.DrawFn) -> tuple[Pack, list[str], list[dict[str, Any]]]:
    """A book with people of whom some things are known."""
    book: RuleBook = draw(rule_books())
    pack = book.pack()
    papers = draw(st.lists(st.sampled_from(sorted(pack.documents)), max_size=3, unique=True))
    cells = st.fixed_dictionaries({f"submitted.{id}": st.sampled_from([None, *PAPER]) for id in papers})
    days, told = st.sampled_from(DAYS), st.sets(st.sampled_from(book.facts))
    person = st.tuples(facts_of(book.facts), told, cells, days).map(lambda drawn: _row(*drawn, pack))
    names = ["row", "service", "region", "on", *book.facts, *(f"submitted.{id}" for id in papers)]
    return pack, names, draw(st.lists(person, min_size=5, max_size=PEOPLE))


def _row(facts: Mapping[str, Value], told: set[str], papers: Mapping[str, str | None], day: date, pack: Pack) -> dict[str, Any]:
    known = {id: _cell(value, pack.facts[id].many) for id, value in facts.items() if id in told}
    return {"service": KEY.service, "region": "region", "on": day, **known, **papers}


def _cell(value: Value, many: bool) -> Any:
    if many and isinstance(value, tuple):
        return "".join((";", *(f"{one};" for one in value)))
    return str(value) if isinstance(value, Several) else value


@given(tables())
@settings(max_examples=25)
def test_the_query_says_what_the_engine_decides(drawn: tuple[Pack, list[str], list[dict[str, Any]]]) -> None:
    pack, names, people = drawn
    engine = Engine(pack, "direct")
    rows = [[at, *(person.get(name) for name in names[1:])] for at, person in enumerate(people)]
    wrong = [mistakes_in(person, engine) for person in people]
    for dialect in HERE:
        query = SqlQuery(engine, heading_of(pack, names), dialect, "people", as_if_in_force=True).text()
        for row, *said in found_by(dialect, Table(types_of(pack, names), rows), query):
            if wrong[row]:
                assert said[2] in wrong[row], (dialect, people[row])
            elif said[2] == "beyond":
                assert tuple(said[3:]) == NOTHING
            else:
                assert tuple(said) == concluded(people[row], engine, as_if_in_force=True), (dialect, people[row])
