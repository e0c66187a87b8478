"""Columns of a table say of random editions what the engine says of everybody in it."""

from hypothesis import given
from hypothesis import strategies as st

from eligibility.engine import Engine
from eligibility.population.columns import contradictory
from tests.population.columns_of_rulebooks import is_possible, rows_of
from tests.population.tables import Table, papers_read
from tests.reasoning.kleene_reference import refines
from tests.reasoning.random_rulebooks import KEY, RuleBook, rule_books


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
