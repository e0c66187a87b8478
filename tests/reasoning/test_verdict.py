"""What the desk is told: the words of the text apart from the program's advice, and nothing where nothing is established."""

from typing import Any

import pytest

from eligibility.answer.names import advice_text
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.verdict import Verdict, verdict
from tests.terms.ledgers import MADE_UP, engine_of

Plain = dict[str, Any]
APPLICATION = {"document": "application", "cite": "1"}
REQUEST = {"document": "electronic-request-eds", "form": "electronic", "cite": "1"}
POINTER = {"act": "order-279-2015", "para": "9", "cite": "1"}
BY_STANDARD = {"id": "by-standard", "text": {"kk": "а", "ru": "а"}, "act": "order-279-2015", "para": "9", "cite": "1"}
SILENT = {"cite": "1"}
TALON = {"receipt": "talon", "shows": [], "cite": "1"}


def decided(submitted: list[Any] | None, facts: Plain | None = None, **edition: Any) -> Decision:
    engine = engine_of([], **edition)
    case = {"service": MADE_UP.service, "act": MADE_UP.act, "on": "2016-03-01", "facts": facts or {}}
    return engine.decide({**case, "submitted": submitted} if submitted is not None else case)


def judged(submitted: list[Any], facts: Plain | None = None, **edition: Any) -> Verdict:
    return verdict(decided(submitted, facts, **edition))


# --- papers the text wants as electronic documents


@pytest.mark.parametrize(
    ("form", "counts", "remarks"),
    [
        ("electronic", True, ()),
        (None, True, ()),
        ("original", None, ("not-electronic",)),
        ("copy", None, ("not-electronic",)),
    ],
)
def test_a_request_that_is_to_be_electronic(form: str | None, counts: bool | None, remarks: tuple[str, ...]) -> None:
    paper = {"document": "electronic-request-eds"} | ({"form": form} if form else {})
    [line] = decided([paper], requirements=[REQUEST]).lines
    assert line.brought is not None
    assert (line.brought.counts, line.brought.remarks) == (counts, remarks)


def test_an_electronic_paper_where_the_text_does_not_speak_of_one_stays_doubtful() -> None:
    [line] = decided([{"document": "application", "form": "electronic"}], requirements=[APPLICATION]).lines
    assert line.brought is not None
    assert (line.brought.counts, line.brought.remarks) == (None, ("electronic",))


# --- may the file be refused, and what is said instead


@pytest.mark.parametrize(
    ("held", "may_refuse"),
    [(["requirements", "refuse_to_accept"], False), (["requirements"], None), (["refuse_service"], None)],
)
def test_what_is_not_at_hand_may_give_a_right_to_refuse(held: list[str], may_refuse: bool | None) -> None:
    """Only where all that the act says of refusing is held, and gives no right, has the desk none."""
    found = judged([], requirements=[APPLICATION], text="partial", holds=held)
    assert found.may_refuse_to_accept is may_refuse


def instead(found: Verdict) -> str:
    said = advice_text(found.instead)
    assert said is not None
    return said.ru


def test_no_right_to_refuse_and_what_is_missing() -> None:
    found = judged([], requirements=[APPLICATION], receipts=[TALON])
    assert (found.complete, found.may_refuse_to_accept) == (False, False)
    assert instead(found) == (
        "Право отказать в приеме документов не предусмотрено. В этом случае документы регистрируются и выдается талон. "
        "Совет программы: сообщите заявителю, каких документов не хватает."
    )


def test_nobody_is_told_to_tell_what_nobody_knows() -> None:
    found = judged([], documents_from=[POINTER])
    assert (found.complete, found.missing, found.may_refuse_to_accept) == (None, (), False)
    assert instead(found) == (
        "Право отказать в приеме документов не предусмотрено. Каких документов не хватает, неизвестно: перечень дан в "
        "стандарте, текста которого в программе нет."
    )


def test_a_ground_that_stands_elsewhere_is_no_leave() -> None:
    found = judged([], documents_from=[POINTER], refuse_to_accept=[BY_STANDARD])
    assert found.may_refuse_to_accept is None
    assert instead(found).startswith("Есть ли основание для отказа в приеме документов, не определено")


def test_where_the_text_is_silent_nothing_is_established() -> None:
    found = judged([], requirements=[APPLICATION], refuse_to_accept_unsaid=[SILENT])
    assert (found.complete, found.may_refuse_to_accept) == (False, None)
    assert instead(found).startswith("Можно ли здесь отказать в приеме документов, не сказано")


def test_silence_at_another_desk_is_none_here() -> None:
    silent = {**SILENT, "when": "channel == provider-office"}
    found = judged([], {"channel": "rural-akim"}, requirements=[APPLICATION], refuse_to_accept_unsaid=[silent])
    assert found.may_refuse_to_accept is False


def test_of_a_part_of_a_text_nothing_is_concluded() -> None:
    found = judged([], text="partial")
    assert found.may_refuse_to_accept is None
    assert "только часть текста" in instead(found)


@pytest.mark.parametrize("submitted", [None, [{"document": "application"}]])
def test_nothing_is_said_where_nothing_lacks_or_nothing_was_presented(submitted: list[Any] | None) -> None:
    assert verdict(decided(submitted, requirements=[APPLICATION])).instead == ()


# --- originals beside copies


@pytest.mark.parametrize("submitted", [None, []])
def test_the_comparison_is_told_before_anything_is_presented(submitted: list[Any] | None) -> None:
    engine = engine_of([], requirements=[APPLICATION], comparison={"cite": "1"})
    case: Plain = {"service": MADE_UP.service, "act": MADE_UP.act, "on": "2016-03-01"}
    found = engine.answer_to(engine.decide(case | ({} if submitted is None else {"submitted": submitted}))).data()
    assert found["comparison"]["cite"]["para"] == "1"
    assert "подлинники и копии" in found["comparison"]["text"]["ru"]
    assert engine_of([]).answer(case).data()["comparison"] is None
