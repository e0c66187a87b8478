"""The lines of a checklist as people read them: nothing twice, nothing both asked for and left at home."""

from typing import Any

import pytest

from eligibility.answer.why import what_decides
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.shown import lines_to_read
from eligibility.reasoning.verdict import verdict
from tests.terms.ledgers import MADE_UP, engine_of

Plain = dict[str, Any]
SPARED = {"when": "not disabled_child"}
KINDS = ("surdo", "tiflo", "hygiene")
LISTS = [{"document": "application", "when": f"aid_kind == {kind}", "cite": str(at)} for at, kind in enumerate(KINDS, 1)]


def decided(requirements: list[Plain], facts: Plain | None = None, submitted: list[Any] | None = None) -> Decision:
    case: Plain = {"service": MADE_UP.service, "act": MADE_UP.act, "on": "2016-03-01", "facts": facts or {}}
    return engine_of([], requirements=requirements).decide(case | ({} if submitted is None else {"submitted": submitted}))


def read(decision: Decision) -> list[tuple[str, str]]:
    return [(line.entry.document, line.status) for line in lines_to_read(decision)]


def test_what_one_list_or_another_asks_for_whatever_is_answered_is_required_once() -> None:
    decision = decided(LISTS)
    [line] = lines_to_read(decision)
    assert (line.entry.document, line.status) == ("application", "required")
    said = what_decides(decision, line, "clerk").ru
    assert said.startswith("Требуется при любых ответах на оставшиеся вопросы.")
    assert all(f"пункт {at}" in said for at in (1, 2, 3))
    assert {line.status for line in decision.lines} == {"undetermined"}


@pytest.mark.parametrize(
    ("submitted", "complete", "missing", "unclear"),
    [
        ([], False, ["application"], []),
        (["application"], True, [], []),
        ([{"document": "application", "state": "damaged"}], None, [], ["application"]),
    ],
)
def test_an_empty_folder_lacks_it(submitted: list[Any], complete: bool | None, missing: list[str], unclear: list[str]) -> None:
    found = verdict(decided(LISTS, submitted=submitted))
    assert found.complete is complete
    assert [line.entry.document for line in found.missing] == missing
    assert [line.entry.document for line in found.open] == unclear


def test_two_lists_of_three_leave_it_open() -> None:
    assert read(decided(LISTS[:2])) == [("application", "undetermined")] * 2
    assert verdict(decided(LISTS[:2], submitted=[])).complete is None


def test_an_answer_settles_which_list_it_is() -> None:
    assert read(decided(LISTS, {"aid_kind": "tiflo"})) == [("application", "required")]


def test_what_no_list_asks_for_is_said_once() -> None:
    lines = [{"document": "ipr", "when": "disabled", "cite": str(at)} for at in (1, 2)]
    assert read(decided(lines, {"disability": "none"})) == [("ipr", "not-required")]


def test_a_group_is_not_called_needless_beside_what_serves_as_its_member() -> None:
    """The disabled child is the recipient: the child's paper is the recipient's."""
    group = {
        "document": "identity-document",
        "any_of": ["recipient-identity-document"],
        "when": "not disabled_child",
        "cite": "1",
    }
    child = {"document": "child-identity-document", "when": "disabled_child", "cite": "2"}
    assert read(decided([group, child], {"disability": "child"})) == [("child-identity-document", "required")]
    other = {"document": "ipr", "cite": "1"} | SPARED
    assert ("ipr", "not-required") in read(decided([other, child], {"disability": "child"}))
