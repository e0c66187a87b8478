"""An answer told again is the answer to the case at hand, whatever the cases before it were."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from eligibility.engine import Engine
from eligibility.reasoning.case import OF_PERSON, Case
from eligibility.web import recalled
from eligibility.web.recalled import AnswersTold

ENGINE = Engine.shipped("direct")
CASE: Mapping[str, Any] = {
    "service": "wheelchairs",
    "act": "kyzylorda-2015-118",
    "region": "kyzylorda-region",
    "on": "2016-03-01",
    "facts": {"disability": "group-1"},
    "submitted": ["application"],
    "events": {"decision": "2016-03-04"},
    "filing_for": "self",
}
OTHERS: Mapping[str, Any] = {
    "service": "prosthetic-orthopedic-aid",
    "act": None,
    "region": None,
    "on": "2016-03-02",
    "facts": {"disability": "child"},
    "submitted": [{"document": "application", "state": "damaged"}],
    "events": {},
    "filing_for": "child",
}


def apart(text: str | bytes) -> Any:
    found = json.loads(text)
    del found["receipt"]["decided_at"]
    return found


def test_every_part_of_a_case_but_the_person_makes_it_another() -> None:
    answers = AnswersTold(ENGINE)
    for case in (
        CASE,
        *({**CASE, key: other} for key, other in OTHERS.items()),
        {**CASE, "facts": {"birth_date": "1950-01-01"}},
    ):
        for _ in range(2):
            assert apart(answers.to(case)) == apart(ENGINE.answer(case).json())
    assert len(answers) == len(OTHERS) + 2
    assert set(OTHERS) == {one for one in Case.__dataclass_fields__ if one not in ("person", "counted")}
    answers.to({**CASE, "person": dict.fromkeys(OF_PERSON[:3], "Ескендіров")})
    assert len(answers) == len(OTHERS) + 2
    assert "Ескендіров" not in repr(list(answers._kept.items()))


def test_a_number_of_the_case_is_told_as_it_was_given() -> None:
    """Counted and stated are told otherwise, though the fact is the same."""
    answers = AnswersTold(ENGINE)
    for facts in ({"age": 66}, {"birth_date": "1950-01-01"}):
        case = {**CASE, "facts": facts}
        assert apart(answers.to(case)) == apart(ENGINE.answer(case).json())


def test_as_many_are_kept_as_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recalled, "KEPT", 2)
    answers = AnswersTold(ENGINE)
    for day in (1, 2, 1, 3, 1):
        answers.to({**CASE, "on": f"2016-03-0{day}", "events": {}})
    assert [key[3].day for key in answers._kept] == [3, 1]  # type: ignore[index]
