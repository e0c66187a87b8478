"""Small editions made for one question each: what is asked, what is said and why, and whether what was brought will do."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from eligibility.answer.contract import reason_json
from eligibility.answer.remarks import Remarks
from eligibility.answer.why import answers_behind, what_decides
from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.reasoning.case import Case, Presented
from eligibility.reasoning.decision import Line
from eligibility.reasoning.derivation import derivation, rule_of
from eligibility.reasoning.questions import depends_on, questions, waits_for
from eligibility.reasoning.shown import certain_lines, lines_to_read
from eligibility.reasoning.verdict import verdict
from tests.reasoning.random_rulebooks import KEY, RuleBook
from tests.reasoning.small_editions import Small, both


def card(when: str | None = None, /, **more: Any) -> Small:
    return Small({"document": "card"} | ({"when": when} if when else {}), **more)


# --- what is asked


@pytest.mark.parametrize(
    ("when", "facts", "asked"),
    [
        ("orphan", {}, ("orphan",)),
        ("orphan", {"orphan": True}, ()),
        ("orphan and unsaid", {}, ("orphan",)),
        ("unsaid", {}, ()),
        ("orphan and seen", {}, ("orphan",)),
        ("war == wounded", {"war": "none"}, ()),
        ("orphan and (alone or stay > 5)", {}, ("orphan", "alone", "stay")),
        ("orphan or alone and stay > 5", {}, ("orphan", "alone", "stay")),
        ("alone and stay > 5 or orphan", {}, ("orphan", "alone", "stay")),
        ("orphan and alone", {"orphan": False}, ()),
        ("child", {}, ("age",)),
    ],
)
def test_what_matters_is_asked_and_what_settles_most_is_asked_first(
    when: str, facts: dict[str, Value], asked: tuple[str, ...]
) -> None:
    assert questions(card(when)(**facts)) == asked


def test_what_contradicts_a_known_answer_is_not_asked() -> None:
    """Whoever is an orphan here cannot live alone: nothing is left to ask."""
    small = card("alone", contradictions=["orphan and alone"])
    assert questions(small(orphan=True)) == ()
    assert [line.status for line in small(orphan=True).lines] == ["not-required"]
    assert questions(small(orphan=False)) == ("alone",)


def test_channels_fees_results_and_the_circle_are_worth_a_question_and_grounds_are_not() -> None:
    text = both("текст")
    worth: list[dict[str, Any]] = [
        {"channels": [{"channel": "office", "cite": "1", "when": "orphan"}]},
        {"fee": [{"fee": "free", "cite": "1", "when": "orphan"}]},
        {"results": [{"outcome": "paid", "text": text, "cite": "1", "when": "orphan"}]},
        {"for_whom": {"text": text, "cite": "1", "when": "orphan"}},
    ]
    assert [questions(card(**section)()) for section in worth] == [("orphan",)] * 4
    idle: list[dict[str, Any]] = [
        {"refuse_service": [{"id": "g", "text": text, "cite": "1", "when": "orphan"}]},
        {"flags": [{"id": "f", "kind": "silent", "for": "clerk", "text": text, "cite": "1", "when": "orphan"}]},
    ]
    assert [questions(card(**section)()) for section in idle] == [()] * 2


def test_an_alternative_is_asked_about_only_while_its_paper_may_be_required() -> None:
    group = {"document": "card", "any_of": [{"document": "order", "when": "alone"}], "when": "orphan"}
    assert questions(Small(group)()) == ("orphan", "alone")
    assert questions(Small(group)(orphan=True)) == ("alone",)
    assert questions(Small(group)(orphan=False)) == ()


def test_a_line_waits_for_what_is_open_and_for_nothing_where_the_text_is_silent() -> None:
    decision = Small(
        {"document": "card", "when": "orphan"}, {"document": "order", "when": "unsaid"}, {"document": "passport"}
    )()
    assert [depends_on(decision, line) for line in decision.lines] == [("orphan",), (), ()]
    assert [waits_for(decision, line.entry.due) for line in decision.lines] == [("orphan",), (), ()]


# --- what is said


def decided(small: Small, **facts: Value) -> str:
    decision = small(**facts)
    return what_decides(decision, decision.lines[0], "clerk").ru


BASIS = "Основание: приложение 1, пункт 1."


@pytest.mark.parametrize(
    ("when", "facts", "text"),
    [
        (None, {}, f"Требуется от всех. {BASIS}"),
        ("orphan", {"orphan": True}, f"Требуется, так как сирота. {BASIS}"),
        ("orphan", {"orphan": False}, f"Не требуется, так как не сирота. {BASIS}"),
        ("not orphan", {"orphan": False}, f"Требуется, так как не сирота. {BASIS}"),
        ("orphan and alone", {"orphan": True, "alone": True}, f"Требуется, так как сирота и одинок. {BASIS}"),
        ("orphan and alone", {"orphan": True, "alone": False}, f"Не требуется, так как не одинок. {BASIS}"),
        ("orphan or alone", {"orphan": False, "alone": False}, f"Не требуется, так как не сирота и не одинок. {BASIS}"),
        ("orphan or alone", {"orphan": True, "alone": True}, f"Требуется, так как сирота. {BASIS}"),
        ("child", {"age": 3}, f"Требуется, так как ребенок. {BASIS}"),
        ("child", {"age": 18}, f"Не требуется, так как не ребенок. {BASIS}"),
        ("stay >= 10", {"stay": 10}, f"Требуется, так как от 10. {BASIS}"),
        ("stay >= 10", {"stay": 9}, f"Не требуется, так как до 10. {BASIS}"),
        ("stay <= 10", {"stay": 10}, f"Требуется, так как до 11. {BASIS}"),
        ("kind == tiflo", {"kind": "tiflo"}, f"Требуется, так как это tiflo. {BASIS}"),
        ("kind == tiflo", {"kind": "surdo"}, f"Не требуется, так как не tiflo. {BASIS}"),
        ("kind in [tiflo, surdo]", {"kind": "surdo"}, f"Требуется, так как это surdo. {BASIS}"),
        ("kind in [tiflo, surdo]", {"kind": "other"}, f"Не требуется, так как это other. {BASIS}"),
        ("unsaid", {}, f"Требуется ли это здесь, не сказано. {BASIS}"),
    ],
)
def test_a_line_says_what_decides_it(when: str | None, facts: dict[str, Value], text: str) -> None:
    assert decided(card(when), **facts) == text


def test_an_open_line_asks_its_questions() -> None:
    said = decided(card("orphan and alone"))
    assert said == f"Пока не определено. Ответьте: Сирота? Одинок? {BASIS}"


def test_what_several_values_have_in_common_is_known() -> None:
    """«Equated» is one of two: for what both have the paper is required, and what tells them apart is asked."""
    small = Small({"document": "card", "when": "war in [fought, wounded]"}, {"document": "order", "when": "war == wounded"})
    decision = small(war="none")
    assert [line.status for line in decision.lines] == ["not-required", "not-required"]
    read = small.engine.read({"service": "service", "act": "act", "on": "2018-06-01", "facts": {"war": "equated"}})
    either = small.decide(read)
    assert [line.status for line in either.lines] == ["required", "undetermined"]
    assert questions(either) == ("war",)
    assert small.plan.open_values("war", read.facts) == ("fought", "wounded")
    assert what_decides(either, either.lines[1], "clerk").ru.startswith("Пока не определено.")
    assert "приравнен" in str(reason_json(either, derivation(either, either.lines[1].entry.due)))


def test_an_auditor_sees_the_rule_the_values_and_the_words() -> None:
    decision = card("child and not orphan")(age=3, orphan=False)
    reason = derivation(decision, decision.lines[0].entry.due)
    assert rule_of(decision, reason) == "child and not orphan"
    whole = reason_json(decision, reason)
    assert (whole["name"], whole["truth"], whole["rule"], "said" in whole, "value" in whole) == (
        "due:0",
        True,
        "child and not orphan",
        False,
        False,
    )
    child, orphan = whole["because"]
    assert child | {"because": None} == {
        "name": "child",
        "truth": True,
        "rule": "age < 18",
        "said": {"kk": "ребенок (қаз.)", "ru": "ребенок"},
        "because": None,
    }
    assert orphan == {
        "name": "orphan",
        "truth": False,
        "value": False,
        "said": {"kk": "не сирота (қаз.)", "ru": "не сирота"},
        "because": [],
    }
    [age] = child["because"]
    assert (age["name"], age["value"], age["said"]["ru"], age["because"]) == ("age", 3, "нет 18 лет", [])
    assert "rule" not in age


def test_what_everybody_brings_rests_on_nothing() -> None:
    decision = card()()
    reason = derivation(decision, decision.lines[0].entry.due)
    assert rule_of(decision, reason) is None
    assert reason_json(decision, reason) == {"name": "due:0", "truth": True, "because": []}


def test_a_clerk_sees_each_fact_once() -> None:
    decision = card("child and (orphan or child)")(age=3, orphan=True)
    behind = list(answers_behind(decision, decision.lines[0].entry.due))
    assert [(fact, asked.ru, answer.ru) for fact, asked, answer in behind if fact == "age"] == [("age", "Сколько лет?", "3")]
    assert len({fact for fact, _, _ in behind}) == len(behind)


# --- flags


def test_a_flag_is_told_once_with_the_first_rule_that_names_it() -> None:
    flags = [
        {"id": id, "kind": kind, "for": "clerk", "text": both(id), "cite": "1"} | ({"when": when} if when else {})
        for id, kind, when in (
            ("one", "silent", None),
            ("two", "ambiguous", "orphan"),
            ("typo", "misprint", None),
            ("three", "contradictory", None),
        )
    ]
    remarks = Remarks(card(flags=flags)(orphan=True))
    assert [flag.id for flag in remarks.of(["two", "one", "two", "unknown"])] == ["two", "one"]
    assert [flag.id for flag in remarks.of(["one", "typo"])] == []
    assert [flag.id for flag in remarks.general()] == ["three"]
    assert [flag.id for flag in Remarks(card(flags=flags)(orphan=False)).of(["two", "one"])] == ["one"]
    assert [flag.id for flag in Remarks(card(flags=flags)()).general()] == ["one", "two", "three"]


# --- the lines as they are read


def lines(small: Small, **facts: Value) -> list[tuple[str, str]]:
    return [(line.entry.document, line.status) for line in lines_to_read(small(**facts))]


def two(first: str, second: str, document: str = "card", other: str = "card", **more: Any) -> Small:
    return Small({"document": document, "when": first}, {"document": other, "when": second} | more)


def test_one_paper_wanted_in_one_case_or_the_other_is_one_line() -> None:
    assert lines(two("orphan", "not orphan")) == [("card", "required")]
    assert lines(two("orphan", "alone")) == [("card", "undetermined")] * 2
    assert lines(two("orphan", "not orphan", other="order")) == [("card", "undetermined"), ("order", "undetermined")]
    assert lines(two("orphan", "not orphan"), orphan=True) == [("card", "required")]


def test_with_the_paper_required_for_certain_the_open_line_stays_by_itself() -> None:
    small = Small({"document": "card"}, {"document": "card", "when": "orphan"}, {"document": "card", "when": "not orphan"})
    assert lines(small) == [("card", "required"), ("card", "undetermined"), ("card", "undetermined")]
    assert certain_lines(small()) == []


def test_the_one_line_is_cited_at_every_place() -> None:
    decision = Small(
        {"document": "card", "when": "orphan", "cite": ["5", "6"], "flags": ["a", "b"]},
        {"document": "card", "when": "not orphan", "cite": ["6", "7"], "flags": ["b", "c"]},
    )()
    [line] = lines_to_read(decision)
    assert line.entry.requirement.cite == ("5", "6", "7")
    assert line.entry.requirement.flags == ("a", "b", "c")


def test_the_one_line_keeps_its_name_where_all_lines_have_it() -> None:
    name, other = both("карта"), both("справка")
    named = Small(
        {"document": "card", "when": "orphan", "name": name}, {"document": "card", "when": "not orphan", "name": name}
    )
    [line] = lines_to_read(named())
    assert line.entry.requirement.name is not None
    assert line.entry.requirement.name.ru == "карта"
    apart = Small(
        {"document": "card", "when": "orphan", "name": name}, {"document": "card", "when": "not orphan", "name": other}
    )
    [line] = lines_to_read(apart())
    assert line.entry.requirement.name is None


def test_what_is_not_needed_is_told_once_and_not_beside_what_is_asked_for() -> None:
    assert lines(two("orphan", "orphan"), orphan=False) == [("card", "not-required")]
    assert lines(two("orphan", "alone"), orphan=False, alone=True) == [("card", "required")]
    assert lines(two("orphan", "alone", other="order"), orphan=False, alone=True) == [
        ("card", "not-required"),
        ("order", "required"),
    ]


def test_a_paper_that_serves_as_the_one_asked_for_is_not_called_needless_beside_it() -> None:
    assert lines(two("orphan", "alone", other="child-card"), orphan=False, alone=True) == [("child-card", "required")]
    assert lines(two("orphan", "alone", any_of=["passport"], document="passport", other="card"), orphan=False, alone=True) == [
        ("card", "required")
    ]


def test_one_paper_under_two_names_is_two_lines() -> None:
    small = Small({"document": "card", "when": "orphan", "name": both("старая")}, {"document": "card", "when": "alone"})
    assert lines(small, orphan=False, alone=True) == [("card", "not-required"), ("card", "required")]


# --- what was brought

JUNE = date(2018, 6, 1)


def brought(small: Small, *papers: Presented, **facts: Value) -> Line:
    return small.given(papers, **facts).lines[0]


def of_form(form: str, *, comparison: bool = False) -> Small:
    more: dict[str, Any] = {"comparison": {"cite": "2"}} if comparison else {}
    return Small({"document": "card", "form": form}, **more)


Told = tuple[bool | None, Sequence[str]]


@pytest.mark.parametrize(
    ("form", "comparison", "papers", "told"),
    [
        ("unspecified", False, [], (False, [])),
        ("unspecified", False, [Presented("order")], (False, [])),
        ("unspecified", False, [Presented("card")], (True, [])),
        ("unspecified", False, [Presented("card", "copy")], (True, [])),
        ("unspecified", False, [Presented("child-card")], (True, [])),
        ("unspecified", False, [Presented("card", state="damaged")], (None, ["damaged"])),
        ("unspecified", False, [Presented("card", state="damaged"), Presented("card")], (True, [])),
        ("unspecified", False, [Presented("card", "electronic")], (None, ["electronic"])),
        ("original", False, [Presented("card", "original")], (True, [])),
        ("original", False, [Presented("card", "both")], (True, [])),
        ("original", False, [Presented("card", "copy")], (False, ["original-not-shown"])),
        ("original", False, [Presented("card")], (True, [])),
        ("copy", False, [Presented("card", "copy")], (True, [])),
        ("copy", False, [Presented("card", "original")], (False, ["copy-missing"])),
        ("copy", True, [Presented("card", "copy")], (False, ["original-not-shown"])),
        ("copy", True, [Presented("card", "both")], (True, [])),
        ("copy", True, [Presented("card", "copy"), Presented("card", "original")], (True, [])),
        ("both", False, [Presented("card", "both")], (True, [])),
        ("both", False, [Presented("card", "original")], (False, ["copy-missing"])),
        ("both", False, [Presented("card", "copy")], (False, ["original-not-shown"])),
        (
            "both",
            False,
            [Presented("card", "copy"), Presented("card", "original", "damaged")],
            (None, ["original-not-shown", "damaged"]),
        ),
        ("electronic", False, [Presented("card", "electronic")], (True, [])),
        ("electronic", False, [Presented("card", "copy")], (None, ["not-electronic"])),
        ("electronic", False, [Presented("card", "electronic", "damaged")], (None, ["damaged"])),
        ("unspecified", False, [Presented("card", expired_on=date(2018, 5, 31))], (None, ["expired"])),
        ("unspecified", False, [Presented("card", expired_on=JUNE)], (True, [])),
        ("unspecified", False, [Presented("card", state="damaged", expired_on=date(2018, 5, 31))], (None, ["damaged"])),
        ("unspecified", False, [Presented("card", instead_of="order")], (False, [])),
        ("unspecified", False, [Presented("card", instead_of="card")], (True, [])),
        ("unspecified", False, [Presented("card", state="expired"), Presented("child-card", "copy")], (True, [])),
        (
            "original",
            False,
            [Presented("card", "copy"), Presented("child-card", state="damaged")],
            (None, ["original-not-shown", "damaged"]),
        ),
    ],
)
def test_whether_a_paper_will_do(form: str, comparison: bool, papers: list[Presented], told: Told) -> None:
    line = brought(of_form(form, comparison=comparison), *papers)
    assert line.brought is not None
    assert (line.counts, list(line.brought.remarks)) == told


def test_nothing_is_said_of_what_nobody_brought_yet() -> None:
    line = of_form("original")().lines[0]
    assert (line.brought, line.counts) == (None, None)


GROUP = Small({"document": "card", "any_of": ["passport", {"document": "order", "when": "orphan"}]})


@pytest.mark.parametrize(
    ("paper", "orphan", "counts"),
    [
        ("card", None, True),
        ("passport", None, True),
        ("order", True, True),
        ("order", False, False),
        ("application", True, False),
    ],
)
def test_of_a_group_any_paper_will_do_that_counts_for_this_person(paper: str, orphan: bool | None, counts: bool) -> None:
    line = brought(GROUP, Presented(paper), **({} if orphan is None else {"orphan": orphan}))
    assert line.counts is counts


def test_of_a_group_those_are_named_that_may_still_count() -> None:
    assert [decision.lines[0].accepted for decision in (GROUP(), GROUP(orphan=True), GROUP(orphan=False))] == [
        ("passport", "order"),
        ("passport", "order"),
        ("passport",),
    ]


def test_a_paper_that_counts_only_under_a_condition_counts_where_it_holds() -> None:
    asked = {"cite": "1", "document": "d0", "any_of": ["d0-any", {"document": "d0-or", "when": "b0"}]}
    book = RuleBook(("b0",), {}, (), {"requirements": (asked,), "refuse_to_accept": ()}, None)
    engine = Engine(book.pack())
    for holds in (True, False):
        case = Case(KEY.service, date(2018, 6, 1), KEY.act, facts={"b0": holds}, submitted=(Presented("d0-or"),))
        assert verdict(engine.decide(case, as_if_in_force=True)).complete is holds
