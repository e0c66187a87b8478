"""The smallest change told about a line really turns it, and nothing smaller or nearer does."""

from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.condition import Value
from eligibility.law.pack import EditionKey
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.whynot import smallest_turn
from tests.reasoning.random_rulebooks import RuleBook, people, rule_books
from tests.reasoning.shipped_editions import EDITIONS, combinations, decided, edition_id, engine, plan_of

SAMPLE = 12


def numbers(key: EditionKey) -> list[str]:
    plan = plan_of(key)
    return [fact for fact, cells in plan.space.items() if all(type(cell) is int for cell in cells)]


def statuses(decision: Decision, facts: dict[str, Value]) -> list[str]:
    case = replace(decision.case, facts=facts)
    return [line.status for line in engine().decide(case, as_if_in_force=True).lines]


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_the_change_told_turns_the_line_and_no_part_of_it_does(key: EditionKey) -> None:
    plan = plan_of(key)
    for facts in islice(combinations(plan), 0, 400, 400 // SAMPLE):
        decision = decided(key, facts)
        for at, line in enumerate(decision.lines):
            turn = smallest_turn(decision, line, lambda case: engine().decide(case, as_if_in_force=True))
            if turn is None:
                continue
            told = {change.fact: change.then for change in turn.changes}
            assert statuses(decision, {**facts, **told})[at] == turn.status != line.status
            for left_out in told if len(told) > 1 else ():
                rest = {fact: value for fact, value in told.items() if fact != left_out}
                assert statuses(decision, {**facts, **rest})[at] != turn.status


@given(rule_books(), st.data())
def test_whatever_kind_of_fact_is_changed_the_line_turns_and_the_facts_agree(book: RuleBook, data: st.DataObject) -> None:
    """Nobody is advised to file on another day, or to wait for other amounts of the law."""
    deciding, person = book.deciding("direct"), data.draw(people(book))
    decision = deciding(person)
    for at, line in enumerate(decision.lines):
        turn = smallest_turn(decision, line, lambda case: deciding.engine.decide(case, as_if_in_force=True))
        if turn is None:
            continue
        changed = {**person, **{change.fact: change.then for change in turn.changes}}
        assert {change.fact for change in turn.changes} <= set(book.facts)
        assert book.possible(changed)
        assert deciding(changed).lines[at].status == turn.status != line.status


@pytest.mark.parametrize("key", [key for key in EDITIONS if numbers(key)], ids=edition_id)
@pytest.mark.parametrize("age", [3, 45, 80])
def test_a_number_is_changed_no_further_than_it_takes(key: EditionKey, age: int) -> None:
    decision = decided(key, dict.fromkeys(numbers(key), age))
    for at, line in enumerate(decision.lines):
        turn = smallest_turn(decision, line, lambda case: engine().decide(case, as_if_in_force=True))
        for change in turn.changes if turn and len(turn.changes) == 1 else ():
            if change.fact in decision.case.facts:
                assert isinstance(change.then, int)
                step = 1 if change.then < age else -1
                assert statuses(decision, {**decision.case.facts, change.fact: change.then + step})[at] == line.status
