"""A way of filing that is closed, or that the text does not have, is told as such: nothing follows from choosing it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from eligibility.reasoning.decision import closed_way
from tests.terms.ledgers import MADE_UP, decided, engine_of

ON = date(2016, 3, 1)
OFFICE = {"channel": "provider-office", "cite": "1"}
AKIM = {"channel": "rural-akim", "cite": "1", "when": "not employment_centre_present"}
CENTRE_FOR_RESULTS = {"channel": "public-service-centre", "cite": "1", "only": "result"}


def closed(channels: Sequence[Any], facts: dict[str, Any], **more: Any) -> str | None:
    return closed_way(decided(MADE_UP, ON, facts, engine_of([], channels=list(channels), **more)))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, None),
        ({"channel": "provider-office"}, None),
        ({"channel": "rural-akim"}, None),
        ({"channel": "rural-akim", "employment_centre_present": False}, None),
        ({"channel": "rural-akim", "employment_centre_present": True}, "rural-akim"),
        ({"channel": "egov-portal"}, "egov-portal"),
        ({"channel": "public-service-centre"}, "public-service-centre"),
    ],
)
def test_closed_is_what_the_text_shuts_does_not_name_or_keeps_for_results(facts: dict[str, Any], expected: str | None) -> None:
    assert closed([OFFICE, AKIM, CENTRE_FOR_RESULTS], facts) == expected


def test_where_the_text_says_nothing_of_ways_or_is_only_a_part_none_is_closed() -> None:
    assert closed([], {"channel": "egov-portal"}) is None
    assert closed([OFFICE], {"channel": "egov-portal"}, text="partial") is None


def test_a_way_named_twice_is_closed_only_if_both_are() -> None:
    twice = [{**AKIM, "when": "employment_centre_present"}, AKIM]
    assert closed(twice, {"channel": "rural-akim", "employment_centre_present": True}) is None
