"""An edition that points to a Standard: the reference is the law; what is known of the list from elsewhere stands beside it."""

from typing import Any

from eligibility.answer.why import known_from, what_decides, why
from eligibility.reasoning.remarks import of_source
from tests.reasoning.small_editions import Small, both

STANDARD: dict[str, Any] = {
    "number": "7",
    "title": both("стандарт"),
    "cited": both("приказ № 7"),
    "adopted": "2014-01-01",
    "package": "application",
}
PAGE = {"service": "service", "para": "9", "source": both("страница"), "as_of": both("март 2018 года")}
OTHER = {"service": "service", "para": "9", "source": both("постановление"), "as_of": both("2018 год"), "act": "source"}
SOURCE: dict[str, Any] = {
    "requirements": [
        {"document": "card", "when": "alone", "cite": "6", "flags": ["odd", "other"]},
        {"all_of": ["passport", "order"], "cite": "6"},
    ],
    "flags": [
        {"id": "odd", "kind": "silent", "for": "clerk", "text": both("странно"), "cite": "6"},
        {"id": "other", "kind": "silent", "for": "clerk", "text": both("иначе"), "cite": "6", "when": "alone"},
        {"id": "none", "kind": "silent", "for": "clerk", "text": both("не о том"), "cite": "6"},
    ],
}


def small(*lists: Any, when: str | None = None, source: Any = None, para: str = "9") -> Small:
    reference = {"standard": "s", "para": para, "cite": "4"} | ({"when": when} if when else {})
    return Small(standards={"s": STANDARD | {"lists": list(lists)}}, documents_from=[reference], source=source)


def lines(one: Small, **facts: Any) -> list[tuple[str, str, str]]:
    return [(line.entry.document, line.standing, line.status) for line in one(**facts).lines]


def test_the_reference_alone_is_one_line() -> None:
    assert lines(small()) == [("application", "by-reference", "required")]
    assert lines(small(when="orphan"), orphan=False) == [("application", "by-reference", "not-required")]


def test_a_list_known_from_a_page_is_indicative() -> None:
    page = PAGE | {"documents": [{"document": "card", "when": "alone"}, {"document": "passport", "any_of": ["order"]}]}
    assert lines(small(page), alone=False) == [
        ("application", "by-reference", "required"),
        ("card", "indicative", "not-required"),
        ("passport", "indicative", "required"),
    ]
    assert small(page)().lines[2].accepted == ("order",)


def test_both_conditions_must_hold() -> None:
    """The reference is for orphans, the list for those who live alone."""
    page = PAGE | {"documents": [{"document": "card", "when": "alone or seen"}]}
    one = small(page, when="orphan or child")
    pairs = [(True, True), (True, False), (False, True), (False, False)]
    statuses = [one(orphan=orphan, alone=alone, seen=False, age=40).lines[1].status for orphan, alone in pairs]
    assert statuses == ["required", "not-required", "not-required", "not-required"]


def test_a_list_of_another_paragraph_or_service_is_not_this_one() -> None:
    page = PAGE | {"documents": [{"document": "card"}]}
    assert len(lines(small(page, para="10"))) == 1
    assert len(lines(small(page | {"service": "another"}))) == 1


def test_an_act_that_reproduces_the_list_is_believed_before_a_page() -> None:
    page = PAGE | {"documents": [{"document": "child-card"}]}
    for lists in ((page, OTHER), (OTHER, page)):
        one = small(*lists, source=SOURCE)
        assert lines(one, alone=True) == [
            ("application", "by-reference", "required"),
            ("card", "indicative", "required"),
            ("passport", "indicative", "required"),
            ("order", "indicative", "required"),
        ]
        row = one().lines[1].entry.row
        assert (row.source_annex, row.known and row.known.act) == (7, "source")
        assert row.requirement.cite == "4"


def test_what_the_other_act_remarks_on_its_line_is_told_with_it() -> None:
    one = small(OTHER, source=SOURCE)
    cases: list[tuple[dict[str, bool], list[str]]] = [
        ({}, ["odd", "other"]),
        ({"alone": True}, ["odd", "other"]),
        ({"alone": False}, ["odd"]),
    ]
    for facts, told in cases:
        decision = one(**facts)
        assert [flag.id for flag in of_source(decision, decision.lines[1])] == told
        assert of_source(decision, decision.lines[0]) == of_source(decision, decision.lines[2]) == ()
        assert decision.lines[1].entry.requirement.flags == ()


def test_no_file_can_be_called_complete_or_wanting_by_a_list_that_is_elsewhere() -> None:
    one = small(PAGE | {"documents": [{"document": "card"}]})
    assert one().slots[one.plan.incomplete] is None
    assert one.given([]).slots[one.plan.incomplete] is None


def test_whose_list_it_is_is_told_before_what_it_asks() -> None:
    decision = small(PAGE | {"documents": [{"document": "card", "when": "alone"}]})(alone=True)
    reference, line = decision.lines
    assert why(decision, reference) == what_decides(decision, reference)
    assert "приказ № 7" in why(decision, reference).ru
    assert "9" in why(decision, reference).ru
    known = line.entry.row.known
    assert known is not None
    source = "Только для сведения, по источнику: страница; март 2018 года."
    assert known_from(known).ru == source
    assert why(decision, line).ru == f"{source} {what_decides(decision, line).ru}"
    assert "одинок" in what_decides(decision, line).ru
    dated = known._replace(source=known.as_of)
    assert known_from(dated).ru == "Только для сведения, по источнику: март 2018 года."
