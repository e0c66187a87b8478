"""Ways of filing: which are told, which are closed to somebody, and which may still be answered."""

from typing import Any

import pytest

from eligibility.law.condition import Value
from eligibility.reasoning.decision import closed_way
from tests.reasoning.small_editions import Small

OFFICE = {"channel": "office", "cite": "1"}
PORTAL_FOR_ORPHANS = {"channel": "portal", "cite": "1", "when": "orphan"}
RESULTS_BY_PHONE = {"channel": "phone", "cite": "1", "only": "result"}


def ways(*channels: Any, **more: Any) -> Small:
    return Small({"document": "card", "when": "channel == portal"}, channels=list(channels), **more)


@pytest.mark.parametrize(
    ("facts", "told", "closed"),
    [
        ({}, [("office", True), ("portal", None), ("phone", True)], None),
        ({"orphan": True, "channel": "portal"}, [("office", True), ("portal", True), ("phone", True)], None),
        ({"orphan": False, "channel": "portal"}, [("office", True), ("portal", False), ("phone", True)], "portal"),
        ({"channel": "portal"}, [("office", True), ("portal", None), ("phone", True)], None),
        ({"channel": "office"}, [("office", True), ("portal", None), ("phone", True)], None),
        ({"channel": "phone"}, [("office", True), ("portal", None), ("phone", True)], "phone"),
    ],
)
def test_a_way_by_which_nothing_can_be_filed_is_closed(
    facts: dict[str, Value], told: list[tuple[str, bool | None]], closed: str | None
) -> None:
    decision = ways(OFFICE, PORTAL_FOR_ORPHANS, RESULTS_BY_PHONE)(**facts)
    assert [(way, open_) for way, open_, _ in decision.channels()] == told
    assert closed_way(decision) == closed


def test_a_way_the_edition_does_not_name_is_closed() -> None:
    decision = ways(OFFICE)(channel="portal")
    assert [(way, open_, rule is None) for way, open_, rule in decision.channels()] == [
        ("office", True, False),
        ("portal", False, True),
    ]
    assert closed_way(decision) == "portal"


def test_of_part_of_a_text_nothing_is_known_of_other_ways() -> None:
    decision = ways(OFFICE, text="partial")(channel="portal")
    assert [(way, open_) for way, open_, _ in decision.channels()] == [("office", True), ("portal", None)]
    assert closed_way(decision) is None


def test_an_edition_that_names_no_way_closes_none() -> None:
    decision = ways()(channel="portal")
    assert list(decision.channels()) == []
    assert closed_way(decision) is None


def test_one_of_two_open_ways_of_a_kind_is_enough() -> None:
    decision = ways({"channel": "portal", "cite": "1", "when": "alone"}, PORTAL_FOR_ORPHANS)(
        channel="portal", orphan=False, alone=True
    )
    assert closed_way(decision) is None
    assert (
        closed_way(ways(PORTAL_FOR_ORPHANS, {**RESULTS_BY_PHONE, "channel": "portal"})(channel="portal", orphan=False))
        == "portal"
    )


def test_only_ways_of_filing_may_be_answered() -> None:
    assert ways(OFFICE, PORTAL_FOR_ORPHANS, RESULTS_BY_PHONE).plan.open_values("channel", {}) == ("office", "portal")
    every = ("office", "portal", "phone")
    assert ways().plan.open_values("channel", {}) == every
    assert ways(RESULTS_BY_PHONE).plan.open_values("channel", {}) == every
    assert ways(OFFICE, text="partial").plan.open_values("channel", {}) == every


def test_of_an_unknown_fact_only_what_does_not_contradict_the_known_ones_is_possible() -> None:
    small = Small(
        {"document": "card", "when": "kind == surdo and orphan and stay >= 5"},
        contradictions=["orphan and kind == surdo", "alone and stay < 5"],
    )
    plan = small.plan
    assert plan.possible_values("kind", {"orphan": True}) == ("tiflo", "other")
    assert plan.possible_values("kind", {"orphan": False}) == ("surdo", "tiflo", "other")
    assert plan.possible_values("kind", {}) is None
    assert plan.possible_values("kind", {"stay": 3}) is None
    assert plan.possible_values("orphan", {"kind": "surdo"}) == (False,)
    assert small(kind="surdo").lines[0].status == "not-required"
    assert small(orphan=True).lines[0].status == "not-required"
    assert small(orphan=False).lines[0].status == "not-required"
    assert small(kind="tiflo").lines[0].status == "not-required"
    assert small().lines[0].status == "undetermined"


LISTED = [{"document": "card"}, {"document": "order", "when": "orphan"}]
GROUND = {"id": "g", "text": {"kk": "а", "ru": "а"}, "cite": "9", "when": "file_incomplete"}


@pytest.mark.parametrize(
    ("papers", "facts", "refused"),
    [
        ([], {}, True),
        (["card"], {}, None),
        (["card"], {"orphan": False}, False),
        (["card"], {"orphan": True}, True),
        (["card", "order"], {}, False),
        (["child-card", "order"], {"orphan": True}, False),
        (["order"], {"orphan": False}, True),
    ],
)
def test_a_file_lacks_something_where_what_is_due_is_not_there(
    papers: list[str], facts: dict[str, Value], refused: bool | None
) -> None:
    small = Small(*LISTED, refuse_to_accept=[GROUND])
    read = small.engine.read({"service": "service", "act": "act", "on": "2018-06-01", "facts": facts, "submitted": papers})
    assert small.decide(read).of("refuse_to_accept")[0].truth is refused


def test_of_part_of_a_text_no_file_can_be_called_complete() -> None:
    small = Small(*LISTED, refuse_to_accept=[GROUND], text="partial")
    for papers, refused in ((["card", "order"], None), ([], True)):
        read = small.engine.read({"service": "service", "act": "act", "on": "2018-06-01", "submitted": papers})
        assert small.decide(read).of("refuse_to_accept")[0].truth is refused
    assert Small(*LISTED, refuse_to_accept=[GROUND])().of("refuse_to_accept")[0].truth is None
