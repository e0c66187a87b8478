"""The one answer that everything is read from: each part made once, and only by a reader who asks for it."""

from collections import Counter
from typing import Any

import pytest

from eligibility.answer import answer as parts
from eligibility.answer import line as lines
from eligibility.engine import Engine
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.writing import Wanted, make

ENGINE = Engine.shipped("direct")
LONGEST = {
    "service": "surdo-tiflo-hygiene-aids",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "facts": {"disability": "group-1", "age": 40, "filed_by": "self", "channel": "provider-office"},
}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often reasons, ledgers, verdicts and questions are made."""
    counts: Counter[str] = Counter()

    def counted(module: Any, name: str) -> None:
        make_it = getattr(module, name)

        def counting(*arguments: Any) -> Any:
            counts[name] += 1
            return make_it(*arguments)

        monkeypatch.setattr(module, name, counting)

    for name in ("ledger", "verdict", "questions"):
        counted(parts, name)
    for name in ("why", "what_decides", "derivation"):
        counted(lines, name)
    return counts


def test_a_talon_makes_no_reason_and_one_ledger(made: Counter[str]) -> None:
    answer = ENGINE.answer(LONGEST)
    assert len(answer.lines) > 15
    paper = make(OnPaper(answer), Wanted("talon", "both"), None)
    assert len(paper.parts) == 2
    assert made["ledger"] == 1
    assert made["why"] == made["what_decides"] == made["derivation"] == 0


def test_a_checklist_makes_each_reason_once_for_both_languages(made: Counter[str]) -> None:
    answer = ENGINE.answer(LONGEST)
    make(OnPaper(answer), Wanted("checklist", "both"), None)
    assert made["what_decides"] <= len(answer.lines)
    assert made["ledger"] == 1


def test_parts_are_made_when_they_are_asked_for_and_once(made: Counter[str]) -> None:
    answer = ENGINE.answer(LONGEST)
    assert not made
    for _ in range(2):
        assert answer.ledger is answer.ledger
        assert answer.verdict is answer.verdict
        assert all(line.why("citizen") is line.why("citizen") for line in answer.lines)
        answer.data()
    assert made["ledger"] == made["verdict"] == made["questions"] == 1
    assert made["why"] == 2 * len(answer.lines), "one for the citizen, one for the clerk"


def test_an_answer_is_frozen() -> None:
    answer = ENGINE.answer(LONGEST)
    name = "decision"
    with pytest.raises(AttributeError):
        setattr(answer, name, ENGINE.decide(LONGEST))


def test_each_reader_is_shown_the_remarks_that_are_for_him() -> None:
    answer = ENGINE.answer(LONGEST)
    citizen, clerk, auditor = (set(answer.flags(reader)) for reader in ("citizen", "clerk", "auditor"))
    assert citizen < clerk < auditor == set(answer.decision.flags())
    assert {flag.for_ for flag in citizen} == {"citizen"}


def test_an_edition_that_may_not_speak_points_to_no_list() -> None:
    case = {"service": "home-care", "act": "almaty-region-2018-81", "on": "2026-11-28"}
    answer = ENGINE.answer(case)
    assert not answer.answered
    assert answer.points_elsewhere == ()
    assert [one.para for one in ENGINE.answer(case, as_if_in_force=True).points_elsewhere] == ["9"]


def test_data_is_the_callers_own() -> None:
    answer = ENGINE.answer(LONGEST)
    first = answer.data()
    first["checklist"].clear()
    first["edition"]["cited"]["kk"] = ""
    assert answer.data()["checklist"]
    assert answer.data()["edition"]["cited"]["kk"]
