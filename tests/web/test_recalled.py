"""An answer told again is the answer to the case at hand, whatever the cases before it were."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.reasoning.case import OF_PERSON
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


def dumped(case: Mapping[str, Any]) -> bytes:
    return json.dumps(case, ensure_ascii=False).encode()


def test_every_part_of_a_case_makes_it_another() -> None:
    answers = AnswersTold(ENGINE)
    counted = ({**CASE, "facts": {"birth_date": "1950-01-01"}}, {**CASE, "facts": {"age": 66}})
    cases = (CASE, *({**CASE, key: other} for key, other in OTHERS.items()), *counted)
    for _ in range(2):
        for case in cases:
            assert apart(answers.to(dumped(case))) == apart(ENGINE.answer(case).json())
    assert len(answers) == len(cases)


def test_nothing_of_a_person_is_kept() -> None:
    answers = AnswersTold(ENGINE)
    answers.to(dumped({**CASE, "person": dict.fromkeys(OF_PERSON[:3], "Ескендіров")}))
    kept = b"".join(part for pair in answers._kept.items() for part in pair)
    assert "Ескендіров".encode() not in kept
    assert len(answers) == 1


def test_what_is_refused_is_refused_again() -> None:
    answers = AnswersTold(ENGINE)
    for _ in range(2):
        for wrong in (b"{", b"[]", dumped({**CASE, "on": "soon"})):
            with pytest.raises(Refused):
                answers.to(wrong)
    assert len(answers) == 0


def test_as_many_are_kept_as_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recalled, "KEPT", 2)
    answers = AnswersTold(ENGINE)
    kept = []
    for day in (1, 2, 1, 3, 1):
        answers.to(dumped({**CASE, "on": f"2016-03-0{day}", "events": {}}))
        kept.append([json.loads(text + b'"}}')["terms"]["steps"][0]["start"] for text in answers._kept.values()])
    assert [len(one) for one in kept] == [1, 2, 2, 2, 2]
    assert kept[-1] == [*kept[-2][1:], *kept[0]]
