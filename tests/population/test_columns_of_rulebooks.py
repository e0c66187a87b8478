"""Columns of a table say of random editions what the engine says of everybody in it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.logic import Several
from eligibility.population.columns import contradictory
from tests.population.columns_of_rulebooks import is_possible, rows_of
from tests.population.tables import Row, Table, papers_read
from tests.reasoning.kleene_reference import refines
from tests.reasoning.random_rulebooks import DAYS, KEY, RuleBook, rule_books

E, E1 = Several("v1-or-v2", ("v1", "v2")), Several("v0-or-v1", ("v0", "v1"))


def proved(book: RuleBook, data: st.DataObject) -> None:
    """What is said of everybody who contradicts nothing is what the engine says; less only where that is said of the row."""
    engine = Engine(book.pack(), "direct")
    table = drawn_table(engine, data)
    impossible = table.where(contradictory(engine.pack, table.names))
    for row, found, is_impossible in zip(table.rows, table.said(), impossible, strict=True):
        assert is_impossible is not is_possible(engine.pack, row.facts, row.day), row
        if is_impossible:
            continue
        slots = engine.decide(row.case(KEY.service, KEY.act), as_if_in_force=True).slots
        wrong = {
            table.plan.names[at]: pair for at, pair in enumerate(zip(found.slots, slots, strict=True)) if pair[0] is not pair[1]
        }
        assert not wrong or found.beyond, (row, wrong)
        assert all(refines(one, less) for one, less in zip(slots, found.slots, strict=True)), (row, wrong)


def drawn_table(engine: Engine, data: st.DataObject) -> Table:
    """A column may be absent where it would be empty, and what of a document would be `no`."""
    plan, _ = engine.plan(KEY)
    papers = papers_read(plan)
    rows = data.draw(rows_of(engine.pack, papers))
    absent = data.draw(st.sets(st.sampled_from([*engine.pack.facts, *papers])))
    facts = [id for id in engine.pack.facts if id not in absent or any(id in row.facts for row in rows)]
    held = [id for id in papers if id not in absent or any(row.papers and row.papers[id] != "no" for row in rows)]
    return Table(plan, facts, held, rows if held else [row._replace(papers=None) for row in rows])


@given(rule_books(contradictions=3), st.data())
def test_columns_say_what_the_engine_says(book: RuleBook, data: st.DataObject) -> None:
    proved(book, data)


@given(rule_books(contradictions=3, having=("e", "e1")), st.data())
def test_of_two_values_that_stand_for_several_follows_what_all_of_them_agree_on(book: RuleBook, data: st.DataObject) -> None:
    proved(book, data)


@pytest.mark.parametrize(
    ("facts", "contradictions", "when", "people"),
    [
        ("b0 y0", ("b0 and y0 >= 3", "not b0 and y0 >= 3"), "b0", [{"y0": 3}, {"y0": 2}, {}]),
        ("b0 y0", ("b0 and y0 >= 3",), "b0", [{"y0": 3}, {"y0": 2}, {}]),
        ("b0 y0", ("b0 and y0 >= 1 * p0",), "b0", [{"y0": 4}, {"y0": 3}, {"y0": 1}, {}]),
        ("b0 y0", ("y0 < 3 and filing_day < 2019-01-01",), "y0 >= 3", [{}, {"b0": True}]),
        ("b0 y0", ("y0 < 3",), "y0 >= 3", [{}, {"b0": True}]),
        ("g0 b0", ("g0 == v1 and b0", "g0 != v1 and b0"), "g0 == v1", [{"g0": ()}, {"g0": ("v0", "v1")}, {"b0": True}, {}]),
        ("n0", (), "n0 == 0.3333 * p0 or n0 >= 0.3333 * p1", [{"n0": Decimal("0.6666")}, {"n0": Decimal("0.8333")}, {}]),
        ("e e1", (), "e == v1 and e1 == v1", [{"e": E, "e1": E1}, {"e": "v1", "e1": E1}, {"e": E}, {"e": "v0", "e1": E1}]),
        (
            "e b0",
            ("e == v1 and b0", "e == v2 and b0"),
            "e in [v1, v2] or not b0",
            [{"e": E}, {"e": E, "b0": True}, {"b0": True}],
        ),
        ("y0", (), " or ".join(f"y0 == {at}" for at in range(1, 150)), [{"y0": 0}, {"y0": 5}, {}]),
        ("t0", (), "t0 in 02-29..03-01 or t0 in 12-31..01-01", [{"t0": date.min}, {"t0": date.max}, {"t0": date(2016, 2, 29)}]),
    ],
)
def test_columns_at_the_edges(facts: str, contradictions: tuple[str, ...], when: str, people: list[dict[str, Value]]) -> None:
    rules = {"requirements": ({"cite": "1", "document": "d0", "when": when},), "refuse_to_accept": ()}
    ids = tuple(facts.split())
    engine = Engine(RuleBook(tuple(dict.fromkeys((*ids, "y0"))), {}, contradictions, rules, None).pack(), "direct")
    rows = [Row(known, day) for known in people for day in DAYS if is_possible(engine.pack, known, day)]
    table = Table(engine.plan(KEY)[0], ids, [], rows)
    assert not any(table.where(contradictory(engine.pack, ids)))
    for row, said in zip(rows, table.said(), strict=True):
        assert said.slots == engine.decide(row.case(KEY.service, KEY.act), as_if_in_force=True).slots, row
