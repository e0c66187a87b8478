"""An edition that points to a Standard: the reference is the law; what is known of the list from elsewhere stands beside it."""

from typing import Any

from eligibility.answer.remarks import of_source
from eligibility.answer.why import source_of, what_decides, why
from eligibility.law.pack import EditionKey
from eligibility.law.vocabulary import Known
from eligibility.plain.records import revive
from eligibility.reasoning.listing import ListRow
from tests.reasoning.small_editions import Small, both

PAGE: dict[str, Any] = {"source": both("страница"), "as_of": both("март 2018 года"), "confidence": "official"}
OTHER = {"source": both("постановление"), "as_of": both("2018 год"), "confidence": "inferred"}
AS_IN = {"requirements_as_in": {"act": "source", "known": OTHER}}
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


def page(*requirements: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What a page tells of the list."""
    return {"requirements": [one | {"known": PAGE} for one in requirements], **more}


def small(standard: Any = None, when: str | None = None, source: Any = None) -> Small:
    reference = {"act": "standard", "para": "9", "cite": "4"} | ({"when": when} if when else {})
    return Small(standard=standard, documents_from=[reference], source=source)


def lines(one: Small, **facts: Any) -> list[tuple[str, str, str]]:
    return [(line.entry.document, line.standing, line.status) for line in one(**facts).lines]


def test_the_reference_alone_is_one_line() -> None:
    assert lines(small()) == [("application", "by-reference", "required")]
    assert lines(small(when="orphan"), orphan=False) == [("application", "by-reference", "not-required")]


def test_a_list_known_from_a_page_is_indicative() -> None:
    known = page({"document": "card", "when": "alone"}, {"document": "passport", "any_of": ["order"]})
    assert lines(small(known), alone=False) == [
        ("application", "by-reference", "required"),
        ("card", "indicative", "not-required"),
        ("passport", "indicative", "required"),
    ]
    assert small(known)().lines[2].accepted == ("order",)


def test_both_conditions_must_hold() -> None:
    """The reference is for orphans, the list for those who live alone."""
    one = small(page({"document": "card", "when": "alone or seen"}), when="orphan or child")
    pairs = [(True, True), (True, False), (False, True), (False, False)]
    statuses = [one(orphan=orphan, alone=alone, seen=False, age=40).lines[1].status for orphan, alone in pairs]
    assert statuses == ["required", "not-required", "not-required", "not-required"]


def test_what_is_known_of_an_act_that_is_not_pointed_to_is_no_part_of_the_list() -> None:
    known = page({"document": "card"})
    assert len(Small(standard=known)().lines) == 0
    pointing = {"act": "source", "para": "9", "cite": "4"}
    assert len(Small(standard=known, documents_from=[pointing])().lines) == 0


def test_an_act_that_reproduces_the_list_is_believed_before_a_page() -> None:
    one = small(page({"document": "child-card"}, **AS_IN), source=SOURCE)
    assert lines(one, alone=True) == [
        ("application", "by-reference", "required"),
        ("card", "indicative", "required"),
        ("passport", "indicative", "required"),
        ("order", "indicative", "required"),
    ]
    row = one().lines[1].entry.row
    assert row.source == EditionKey("source", "service")
    assert row.known == revive(Known, OTHER)
    assert row.requirement.cite == "4"


def test_what_the_other_act_remarks_on_its_line_is_told_with_it() -> None:
    one = small(AS_IN, source=SOURCE)
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


def test_a_list_of_another_act_that_is_at_hand_is_the_law_with_what_that_act_remarks_on_it() -> None:
    """The remarks on its lines and no others; the line is asked for where both acts ask for it."""
    one = Small(documents_from=[{"act": "source", "para": "6", "cite": "4", "when": "orphan"}], source=SOURCE)
    assert lines(one, alone=True, orphan=True) == [
        ("card", "listed", "required"),
        ("passport", "listed", "required"),
        ("order", "listed", "required"),
    ]
    assert {status for *_, status in lines(one, alone=True, orphan=False)} == {"not-required"}
    decision = one(alone=True, orphan=True)
    told = [[flag.id for flag in of_source(decision, line)] for line in decision.lines]
    assert told == [["odd", "other"], [], []]


def test_no_file_can_be_called_complete_or_wanting_by_a_list_that_is_elsewhere() -> None:
    one = small(page({"document": "card"}))
    assert one().slots[one.plan.incomplete] is None
    assert one.given([]).slots[one.plan.incomplete] is None


def test_whose_list_it_is_is_told_before_what_it_asks() -> None:
    decision = small(page({"document": "card", "when": "alone"}))(alone=True)
    reference, line = decision.lines
    assert why(decision, reference, "clerk") == what_decides(decision, reference, "clerk")
    assert "приказ № 7" in why(decision, reference, "clerk").ru
    assert "9" in why(decision, reference, "clerk").ru
    row = line.entry.row
    source = "Только для сведения, по источнику: страница; март 2018 года."
    assert told(row) == source
    said = what_decides(decision, line, "clerk").ru
    assert why(decision, line, "clerk").ru == f"{source} {said}"
    assert "одинок" in said
    assert row.known is not None
    dated = row._replace(known=row.known._replace(source=row.known.as_of))
    assert told(dated) == "Только для сведения, по источнику: март 2018 года."


def told(row: ListRow) -> str | None:
    source = source_of(row)
    return source.ru if source else None
