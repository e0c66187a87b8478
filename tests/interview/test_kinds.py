"""An interview about facts of every kind: numbers, months, days, several values at once."""

from datetime import date
from decimal import Decimal
from typing import Any

from eligibility.interview.interview import Interview
from eligibility.interview.reply import Reply
from tests.reasoning.without_clauses import DAY, ENGINE

ANSWERS: dict[str, Reply] = {
    "orphan": False,
    "unnamed": True,
    "aid": "tiflo",
    "groups": ("veteran", "large"),
    "age": 40,
    "baby": 18,
    "income": Decimal("147679.99"),
    "wedding": date(2008, 6, 1),
    "issued": date(2024, 5, 3),
}


def held() -> Interview:
    named = {"service": "service", "act": "act", "on": DAY.isoformat()}
    interview = Interview.of(ENGINE, named, as_if=True)
    while question := interview.question:
        assert question.fact in ANSWERS, "nobody is asked for the day of filing or for an amount that the law sets"
        interview = interview.reply(ANSWERS[question.fact])
    return interview


def test_every_kind_is_asked_for_and_settles_the_list() -> None:
    interview = held()
    assert {one.topic.fact for one in interview.given} == ANSWERS.keys()
    assert interview.answer_so_far.decision.case.facts == ANSWERS
    assert {line.status for line in interview.answer_so_far.decision.lines} == {"required", "not-required"}


def test_answers_are_read_over_with_their_units() -> None:
    told = {one.topic.fact: one.answer.ru for one in held().review}
    assert told["income"] == "147\u00a0679,99 тенге"
    assert told["groups"] == "ветеран, многодетный"
    assert told["wedding"] == "1 июня 2008 года"


def test_a_question_says_how_it_is_answered() -> None:
    data: dict[str, Any] = {"service": "service", "act": "act", "on": DAY.isoformat()}
    asked = {one["fact"]: one for one in ENGINE.answer(data, as_if_in_force=True).data()["questions"]}
    assert asked.keys() == ANSWERS.keys()
    assert (asked["income"]["type"], asked["income"]["unit"]) == ("number", {"kk": "теңге", "ru": "тенге"})
    assert asked["income"]["range"] == [0, 10_000_000]
    assert (asked["groups"]["many"], asked["aid"]["many"]) == (True, False)
    assert [one["value"] for one in asked["groups"]["options"]] == ["veteran", "carer", "large"]
    assert (asked["wedding"]["type"], asked["wedding"]["options"]) == ("date", [])
