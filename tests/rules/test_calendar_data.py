"""The calendar's data against the `holidays` library, the law's own rules and the known swaps; and malformed data."""

import runpy
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import version
from typing import Any

import holidays
import pytest
import yaml

from eligibility.diagnostics.refusal import CalendarMalformed, Refused
from eligibility.law.calendar import Calendar, DayOff
from tests.rules.shipped_calendar import CALENDAR, DATA, FOLDER, ROOT, YEARS

DAY = timedelta(days=1)
LIBRARY = holidays.country_holidays("KZ", years=YEARS, language="kk")

# Days on which our reading of the law and the library's differ, with the reason. None are known: the library's gaps
# (regional stoppages of spring 2020) are not days off by any act, see calendar/2020.yaml.
DIFFERENCES: dict[date, str] = {}

# standards-forms-terms.md §7.5: day off <- day worked for it.
SWAPS = {
    "2012-03-09": "2012-03-11",
    "2012-04-30": "2012-04-28",
    "2012-12-31": "2012-12-29",
    "2013-05-10": "2013-05-04",
    "2013-10-14": "2013-10-12",
    "2014-01-03": "2013-12-28",
    "2014-05-02": "2014-05-04",
    "2014-05-08": "2014-05-11",
    "2016-03-07": "2016-03-05",
    "2017-03-20": "2017-03-18",
    "2017-07-07": "2017-07-01",
    "2018-03-09": "2018-03-03",
    "2018-04-30": "2018-04-28",
    "2018-05-08": "2018-05-05",
    "2018-08-31": "2018-08-25",
    "2018-12-31": "2018-12-29",
    "2019-05-10": "2019-05-04",
    "2020-01-03": "2020-01-05",
    "2020-05-08": "2020-05-11",
    "2020-12-18": "2020-12-20",
    "2021-07-05": "2021-07-03",
    "2022-03-07": "2022-03-05",
    "2022-08-29": "2022-08-27",
    "2022-10-24": "2022-10-22",
    "2023-07-07": "2023-07-01",
    "2024-05-08": "2024-05-04",
    "2025-01-03": "2025-01-05",
}
KURBAN_AIT = {
    *("2012-10-26", "2013-10-15", "2014-10-04", "2015-09-24", "2016-09-12", "2017-09-01", "2018-08-21", "2019-08-11"),
    *("2020-07-31", "2021-07-20", "2022-07-09", "2023-06-28", "2024-06-16", "2025-06-06", "2026-05-27", "2027-05-16"),
}
# (month, day): first and last year within 2012-2027
FIXED = {
    (1, 1): (2012, 2027),
    (1, 2): (2012, 2027),
    (1, 7): (2012, 2027),
    (3, 8): (2012, 2027),
    (3, 15): (2027, 2027),
    (3, 21): (2012, 2027),
    (3, 22): (2012, 2027),
    (3, 23): (2012, 2027),
    (5, 1): (2012, 2027),
    (5, 7): (2013, 2027),
    (5, 9): (2012, 2027),
    (7, 6): (2012, 2027),
    (8, 30): (2012, 2025),
    (10, 25): (2022, 2027),
    (12, 1): (2012, 2021),
    (12, 16): (2012, 2027),
    (12, 17): (2012, 2021),
}


def every_day() -> Iterator[date]:
    day = date(YEARS.start, 1, 1)
    while day.year < YEARS.stop:
        yield day
        day += DAY


def of_kind(*kinds: str) -> list[DayOff]:
    return [off for off in CALENDAR.days_off.values() if off.kind in kinds]


def test_every_year_is_held() -> None:
    assert CALENDAR.years == frozenset(YEARS)
    assert all(year["sources"] for year in DATA.values())


def test_every_day_is_as_the_library_has_it() -> None:
    different = {day for day in every_day() if CALENDAR.is_working_day(day) != LIBRARY.is_working_day(day)}
    assert different == set(DIFFERENCES)


def test_the_days_off_are_the_librarys_with_their_kind() -> None:
    assert set(CALENDAR.days_off) == set(LIBRARY)
    for day, off in CALENDAR.days_off.items():
        name = LIBRARY[day]
        assert ("қайта белгіленген" in name) == (off.kind == "observed")
        assert name.startswith("Демалыс күні") == (off.kind == "swapped")
        assert name.startswith("Құрбан айт") == (off.kind == "kurban-ait")
        assert name.startswith("Православиелік") == (off.kind == "christmas")
        assert ("бағаланған" in name) == off.estimated


def test_the_files_are_what_the_tool_writes() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "freeze_calendar.py"))
    if version("holidays") != tool["FROZEN_FROM"]:
        pytest.skip("another version of the library; the days are compared above")
    assert tool["main"]([]) == 0


def test_swaps_are_those_of_the_decrees() -> None:
    assert {str(off.day): str(off.moved_from) for off in of_kind("swapped")} == SWAPS
    assert {str(works.moved_to): str(works.day) for works in CALENDAR.working.values()} == SWAPS


def test_fixed_holidays_and_their_changes() -> None:
    expected = {date(year, *day) for day, (first, last) in FIXED.items() for year in range(first, last + 1)}
    assert {off.day for off in of_kind("holiday", "christmas")} == expected


def test_kurban_ait() -> None:
    assert {str(off.day) for off in of_kind("kurban-ait")} == KURBAN_AIT
    assert [off.day.year for off in CALENDAR.days_off.values() if off.estimated] == [2026, 2027]


def test_every_weekend_holiday_moves_and_nothing_else() -> None:
    """Art. 5 of the Law on Holidays; 9 May 2020 moved to 11 May, and from there to 8 May by decree."""
    moved = [off.moved_from for off in of_kind("observed")]
    weekend = {off.day for off in of_kind("holiday") if off.day.weekday() >= 5}
    assert len(moved) == len(set(moved))
    assert set(moved) == weekend - {date(2020, 5, 9)}


def test_an_observed_day_is_the_first_free_day_after_its_holiday() -> None:
    for off in of_kind("observed"):
        assert off.moved_from is not None
        between = [off.moved_from + DAY * n for n in range(1, (off.day - off.moved_from).days)]
        assert not any(CALENDAR.is_working_day(day) for day in between), off


def test_plain_yaml_dates_read_the_same() -> None:
    plain = {year: yaml.safe_load((FOLDER / f"{year}.yaml").read_text(encoding="utf-8")) for year in YEARS}
    assert Calendar.of(plain) == CALENDAR


def test_years_may_come_as_words_as_json_has_them() -> None:
    assert Calendar.of({str(year): data for year, data in DATA.items()}) == CALENDAR


# --- data that cannot be used


NAME = {"kk": "күн", "ru": "день"}
GOOD = {"date": "2018-03-08", "kind": "holiday", "name": NAME}


@pytest.mark.parametrize(
    ("data", "where", "said"),
    [
        ({"working": []}, "days_off", "days_off is not a list"),
        ({"days_off": []}, "working", "working is not a list"),
        ({"days_off": ["x"], "working": []}, "days_off[0]", "not an entry"),
        ({"days_off": [{**GOOD, "date": "8 March"}], "working": []}, "days_off[0]", "8 March, not a date"),
        ({"days_off": [{"kind": "holiday", "name": NAME}], "working": []}, "days_off[0]", "not a date"),
        ({"days_off": [{**GOOD, "date": "2019-03-08"}], "working": []}, "days_off[0]", "not a day of 2018"),
        ({"days_off": [{**GOOD, "kind": "feast"}], "working": []}, "days_off[0]", "unknown kind feast"),
        ({"days_off": [{**GOOD, "name": {"kk": "күн"}}], "working": []}, "days_off[0]", "both languages"),
        ({"days_off": [{**GOOD, "name": "день"}], "working": []}, "days_off[0]", "both languages"),
        ({"days_off": [{**GOOD, "estimated": "maybe"}], "working": []}, "days_off[0]", "estimated is maybe"),
        ({"days_off": [{**GOOD, "kind": "observed"}], "working": []}, "days_off[0]", "for is None"),
        ({"days_off": [GOOD, GOOD], "working": []}, "days_off[1]", "2018-03-08 stands here twice"),
        (
            {"days_off": [GOOD], "working": [{"date": "2018-03-08", "for": "2018-03-09", "name": NAME}]},
            "working[0]",
            "2018-03-08 stands here twice",
        ),
        (
            {"days_off": [{**GOOD, "kind": "swapped", "for": "2018-03-03"}], "working": []},
            "days_off[0]",
            "the swap with 2018-03-03 has no other half",
        ),
        (
            {"days_off": [GOOD], "working": [{"date": "2018-03-03", "for": "2018-03-08", "name": NAME}]},
            "working[0]",
            "the swap with 2018-03-08 has no other half",
        ),
    ],
)
def test_malformed_data(data: dict[str, Any], where: str, said: str) -> None:
    with pytest.raises(CalendarMalformed) as caught:
        Calendar.of({2018: data})
    [diagnostic] = caught.value.diagnostics
    assert str(diagnostic.where) == f"calendar/2018.yaml: {where}"
    assert said in diagnostic.message()
    assert diagnostic.advice()
    assert isinstance(caught.value, Refused)


def test_everything_wrong_is_reported_at_once() -> None:
    with pytest.raises(CalendarMalformed) as caught:
        Calendar.of({2018: {"days_off": ["x", "y"], "working": None}, 2019: {}})
    assert len(caught.value.diagnostics) == 5


def test_a_swap_across_years_needs_only_the_years_held() -> None:
    assert not Calendar.of({2014: DATA[2014]}).is_working_day(date(2014, 1, 3))
    assert Calendar.of({2013: DATA[2013]}).is_working_day(date(2013, 12, 28))
