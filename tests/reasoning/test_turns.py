"""What a person may be told to change: the fewest facts, the nearest numbers, and first of all what can be changed at all."""

from dataclasses import replace
from typing import Any

from eligibility.law.condition import Value
from eligibility.reasoning.whynot import Change, Turn, smallest_turn
from tests.reasoning.small_editions import Small


def turn(small: Small, **facts: Value) -> Turn | None:
    decision = small(**facts)
    return smallest_turn(decision, decision.lines[0], small.decide)


def card(when: str, **more: Any) -> Small:
    return Small({"document": "card", "when": when}, **more)


def test_one_fact_that_decides_is_turned_over() -> None:
    assert turn(card("orphan"), orphan=True) == Turn((Change("orphan", True, False, True),), "not-required")
    assert turn(card("orphan"), orphan=False) == Turn((Change("orphan", False, True, True),), "required")


def test_what_is_not_known_yet_is_told_as_not_known() -> None:
    assert turn(card("orphan")) == Turn((Change("orphan", None, True, True),), "required")


def test_an_age_is_told_and_told_to_be_nothing_one_can_change() -> None:
    assert turn(card("age < 18"), age=40) == Turn((Change("age", 40, 17, False),), "required")
    assert turn(card("age < 18"), age=3) == Turn((Change("age", 3, 18, False),), "not-required")
    assert turn(card("age >= 60"), age=59) == Turn((Change("age", 59, 60, False),), "required")


def test_of_numbers_the_nearest_is_told() -> None:
    between = card("stay >= 10 and stay <= 20")
    assert turn(between, stay=12) == Turn((Change("stay", 12, 9, True),), "not-required")
    assert turn(between, stay=19) == Turn((Change("stay", 19, 21, True),), "not-required")
    assert turn(between, stay=3) == Turn((Change("stay", 3, 10, True),), "required")
    assert turn(card("stay >= 10"), stay=50) == Turn((Change("stay", 50, 9, True),), "not-required")
    assert turn(between, stay=10) == Turn((Change("stay", 10, 9, True),), "not-required")
    assert turn(between, stay=20) == Turn((Change("stay", 20, 21, True),), "not-required")
    assert turn(between, stay=50) == Turn((Change("stay", 50, 20, True),), "required")


def test_one_change_is_told_rather_than_two_though_an_age_be_the_one() -> None:
    either = card("age < 18 or orphan and alone")
    assert turn(either, age=40, orphan=False, alone=False) == Turn((Change("age", 40, 17, False),), "required")


def test_of_changes_as_few_what_can_be_changed_comes_first() -> None:
    either = card("age < 18 or orphan")
    assert turn(either, age=40, orphan=False) == Turn((Change("orphan", False, True, True),), "required")
    two = card("alone and (age < 18 or orphan)")
    told = turn(two, age=40, orphan=False, alone=False)
    assert told == Turn((Change("alone", False, True, True), Change("orphan", False, True, True)), "required")


def test_three_changes_are_told_and_four_are_not() -> None:
    three = "orphan and alone and kind == tiflo"
    facts: dict[str, Value] = {"orphan": False, "alone": False, "kind": "other"}
    told = turn(card(three), **facts)
    assert told is not None
    assert [(one.fact, one.then) for one in told.changes] == [("orphan", True), ("alone", True), ("kind", "tiflo")]
    assert turn(card(f"{three} and stay > 5"), **facts, stay=1) is None


def test_nobody_is_told_to_become_what_cannot_be() -> None:
    """No orphan lives alone here: what contradicts itself is no advice."""
    apart = card("orphan and stay > 5", contradictions=["orphan and alone"])
    told = turn(apart, orphan=False, alone=True, stay=9)
    assert told is None


def test_what_everybody_brings_is_turned_by_nothing() -> None:
    assert turn(card("true")) is None


def test_an_edition_that_may_not_speak_for_the_day_gives_no_advice() -> None:
    small = card("orphan")
    decision = small(orphan=True)
    silent = small.engine.decide(replace(decision.case, on=decision.case.on.replace(year=2014)))
    assert not silent.answered
    assert smallest_turn(silent, decision.lines[0], small.decide) is None
