"""A piece of plain data: what it holds, where it stands, and all that is wrong with it at once."""

from datetime import date, datetime
from typing import Any

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.plain.reading import Reading, dotted, is_plain_text, iso_date
from eligibility.words.text import Text

KNOWN = {"wheelchair": 1, "hearing-aid": 2}


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(one.code, str(one.where)) for one in reading.found]


def test_a_piece_knows_where_it_stands() -> None:
    whole = Reading({"submitted": [{"expired_on": "yesterday"}, 5], "Айша Оспанова": 1})
    entries = whole.at("submitted").entries("not-documents")
    assert entries is not None
    entries[0].at("expired_on").day()
    entries[0].of("expired_on").day()
    entries[1].mapping("not-a-document")
    whole.at("Айша Оспанова").text()
    assert told(whole) == [
        ("not-a-date", "submitted[0].expired_on"),
        ("not-a-date", "submitted[0]"),
        ("not-a-document", "submitted[1]"),
        ("wrong-text", "…"),
    ]
    with pytest.raises(Refused) as refused:
        whole.check()
    assert len(refused.value.diagnostics) == 4


def test_nothing_wrong_is_nothing_refused() -> None:
    whole = Reading({"on": "2018-03-01"})
    assert whole.at("on").day() == date(2018, 3, 1)
    assert [whole.at("none").day(), whole.at("none").text(), whole.at("none").id(KNOWN, "unknown-document")] == [None] * 3
    whole.check()


def test_what_must_be_there_is_named() -> None:
    whole = Reading({})
    assert whole.at("service").required("service").id(KNOWN, "unknown-service") is None
    assert told(whole) == [("missing-key", "service")]


@pytest.mark.parametrize(
    ("data", "most", "holds"),
    [({}, None, True), ({"a": 1}, 1, True), ({"a": 1, "b": 1}, 1, False), ([], None, False), (None, None, False)],
)
def test_a_mapping_has_no_more_entries_than_it_may(data: Any, most: int | None, holds: bool) -> None:
    whole = Reading(data)
    assert (whole.mapping("not-events", most) is not None) == holds
    assert told(whole) == ([] if holds else [("not-events", "")])


def test_keys_that_nobody_knows_come_with_what_is_meant() -> None:
    whole = Reading({"wheelchair": 1, "wheelchairs": 1, "коляска": 1})
    names = {"wheelchair": Text("арба", "кресло-коляска")}
    found = list(whole.strangers(KNOWN, lambda: names))
    assert [(one["id"], one["guess"]) for one in found] == [("wheelchairs", "wheelchair"), ("коляска", "wheelchair")]


def test_an_id_is_a_text_of_those_known() -> None:
    whole = Reading({"right": "wheelchair", "wrong": "weelchair", "list": ["wheelchair"]})
    assert whole.at("right").id(KNOWN, "unknown-document") == "wheelchair"
    assert whole.at("wrong").id(KNOWN, "unknown-document") is None
    assert whole.at("list").word(("wheelchair",)) is None
    assert told(whole) == [("unknown-document", "wrong"), ("unknown-value", "list")]
    assert whole.found[0].values["guess"] == "wheelchair"


def test_a_moment_is_no_day() -> None:
    whole = Reading(datetime(2018, 3, 1, 12))
    assert whole.day() is None
    assert Reading(date(2018, 3, 1)).day() == date(2018, 3, 1)
    assert Reading("x").day("calendar-date", key="date", value="x") is None


def test_days_and_texts_are_read_one_way_only() -> None:
    assert [iso_date(one) for one in ("20180301", "2018-3-1", "2018-W09-4", "", None, 20180301)] == [None] * 6
    assert is_plain_text("Оспанова Айгүл — 7 кв.")
    assert not any(is_plain_text(f"a{sign}b") for sign in "\x00\n\u202e\u2028\ud800")


def test_places_are_written_as_one_would_write_them_in_code() -> None:
    assert [dotted(steps) for steps in ((), ("a",), ("a", 0, "b"), (1, "a"))] == ["", "a", "a[0].b", "[1].a"]
