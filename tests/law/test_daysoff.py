"""Calendar data that cannot be used: what is wrong, where, and what to write."""

from datetime import date
from typing import Any

import pytest

from eligibility.diagnostics.refusal import CalendarMalformed
from eligibility.law.daysoff import DayOff, WorkingDay, read_days
from eligibility.words.text import Text

NAME = {"kk": "күн", "ru": "день"}
TEXT = Text("күн", "день")
OFF = {"date": "2018-03-08", "kind": "holiday", "name": NAME}
SWAPPED = {"date": "2018-03-09", "kind": "swapped", "for": "2018-03-03", "name": NAME}
WORKING = {"date": "2018-03-03", "for": "2018-03-09", "name": NAME}
Said = tuple[str, str, str]


def year(*days_off: Any, working: Any = ()) -> dict[str, Any]:
    return {"days_off": list(days_off), "working": list(working)}


def wrong(years: dict[int, Any]) -> list[Said]:
    with pytest.raises(CalendarMalformed) as caught:
        read_days(years)
    assert all(one.code.startswith("calendar-") for one in caught.value.diagnostics)
    return [(str(one.where), one.message(), one.advice()) for one in caught.value.diagnostics]


FIRST = "calendar/2018.yaml: days_off[0]"
BOTH = "write name: {kk: …, ru: …}"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            {"days_off": {}, "working": []},
            ("calendar/2018.yaml: days_off", "days_off is not a list", "write a list, [] where there is none"),
        ),
        ({"days_off": []}, ("calendar/2018.yaml: working", "working is not a list", "write a list, [] where there is none")),
        (year("8 March"), (FIRST, "this is not an entry", "write {date: …, name: {kk: …, ru: …}}")),
        (year({**OFF, "date": "8 March"}), (FIRST, "date is 8 March, not a date", "write date: 2018-03-08")),
        (year({**OFF, "date": "2018-02-30"}), (FIRST, "date is 2018-02-30, not a date", "write date: 2018-03-08")),
        (year({**SWAPPED, "for": None}), (FIRST, "for is None, not a date", "write for: 2018-03-08")),
        (year({**OFF, "date": "2017-03-08"}), (FIRST, "2017-03-08 is not a day of 2018", "move it to its own year's file")),
        (year(OFF, OFF), ("calendar/2018.yaml: days_off[1]", "2018-03-08 stands here twice", "a day is off or works, once")),
        (
            year({**OFF, "kind": "feast"}),
            (FIRST, "unknown kind feast", "one of: holiday, observed, swapped, kurban-ait, christmas"),
        ),
        (year({**OFF, "estimated": 1}), (FIRST, "estimated is 1", "write true, or leave it out")),
        (year({**OFF, "name": {"kk": "күн", "ru": ""}}), (FIRST, "the name is missing or not in both languages", BOTH)),
        (year({**OFF, "name": {"kk": "", "ru": "день"}}), (FIRST, "the name is missing or not in both languages", BOTH)),
        (year({**OFF, "name": {"kk": 1, "ru": "день"}}), (FIRST, "the name is missing or not in both languages", BOTH)),
        (year({"date": "2018-03-08", "kind": "holiday"}), (FIRST, "the name is missing or not in both languages", BOTH)),
        (
            year(SWAPPED),
            (
                FIRST,
                "the swap with 2018-03-03 has no other half",
                "add {date: 2018-03-03, for: 2018-03-09, …} to working of calendar/2018.yaml",
            ),
        ),
        (
            year(working=[WORKING]),
            (
                "calendar/2018.yaml: working[0]",
                "the swap with 2018-03-09 has no other half",
                "add {date: 2018-03-09, for: 2018-03-03, …} to days_off of calendar/2018.yaml",
            ),
        ),
        (
            year({**OFF, "date": "2018-03-09"}, working=[WORKING]),
            (
                "calendar/2018.yaml: working[0]",
                "the swap with 2018-03-09 has no other half",
                "add {date: 2018-03-09, for: 2018-03-03, …} to days_off of calendar/2018.yaml",
            ),
        ),
    ],
)
def test_what_is_wrong_with_an_entry(data: Any, said: Said) -> None:
    assert wrong({2018: data}) == [said]


def test_halves_that_name_other_days_are_both_told() -> None:
    told = wrong({2018: year(SWAPPED, working=[{**WORKING, "for": "2018-03-10"}])})
    assert [(where, text) for where, text, _ in told] == [
        (FIRST, "the swap with 2018-03-03 has no other half"),
        ("calendar/2018.yaml: working[0]", "the swap with 2018-03-10 has no other half"),
    ]


def test_a_half_in_a_year_that_is_not_held_is_not_missed() -> None:
    """29 December 2017 was worked for 2 January 2018."""
    off = {"date": "2018-01-03", "kind": "swapped", "for": "2017-12-29", "name": NAME}
    assert read_days({2018: year(off)}).years == {2018}
    works = {"date": "2018-12-29", "for": "2019-01-03", "name": NAME}
    assert [*read_days({2018: year(working=[works])}).working] == [date(2018, 12, 29)]
    told = wrong({2017: year(), 2018: year(off)})
    assert told == [
        (
            FIRST,
            "the swap with 2017-12-29 has no other half",
            "add {date: 2017-12-29, for: 2018-01-03, …} to working of calendar/2017.yaml",
        )
    ]


def test_everything_wrong_is_told_at_once() -> None:
    assert len(wrong({2018: year("x", {**OFF, "kind": "feast"}, working=["y"]), 2019: {"days_off": []}})) == 4


def test_what_is_right_is_read_whole() -> None:
    estimated = {"date": "2018-08-21", "kind": "kurban-ait", "name": NAME, "estimated": True}
    observed = {"date": "2018-03-12", "kind": "observed", "for": "2018-03-10", "name": NAME}
    found = read_days({2018: year({**OFF, "for": "2018-03-01"}, SWAPPED, estimated, observed, working=[WORKING])})
    assert found.years == {2018}
    assert list(found.days_off.values()) == [
        DayOff(date(2018, 3, 8), "holiday", TEXT),
        DayOff(date(2018, 3, 9), "swapped", TEXT, date(2018, 3, 3)),
        DayOff(date(2018, 8, 21), "kurban-ait", TEXT, None, True),
        DayOff(date(2018, 3, 12), "observed", TEXT, date(2018, 3, 10)),
    ]
    assert list(found.working.values()) == [WorkingDay(date(2018, 3, 3), TEXT, date(2018, 3, 9))]
