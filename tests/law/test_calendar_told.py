"""What is wrong with a calendar or a term, and the likely fix, word for word; and a calendar that is put together by hand."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from eligibility.diagnostics.refusal import CalendarMalformed, CalendarMissing, TermInvalid
from eligibility.law.calendar import Calendar, Span
from eligibility.law.daysoff import read_days
from eligibility.words.catalogue import catalogue
from eligibility.words.text import Text
from tests.rules.shipped_calendar import DATA

NAME = {"kk": "күн", "ru": "день"}
GOOD = {"date": "2018-03-08", "kind": "holiday", "name": NAME}
WORKS = {"date": "2018-03-03", "for": "2018-03-09", "name": NAME}
SWAPPED = {"date": "2018-03-09", "kind": "swapped", "for": "2018-03-03", "name": NAME}


def told(data: dict[int, Any]) -> list[tuple[str, str, str]]:
    with pytest.raises(CalendarMalformed) as caught:
        Calendar.of(data)
    assert all(one.code.startswith("calendar-") for one in caught.value.diagnostics)
    return [(str(one.where), one.message(), one.advice()) for one in caught.value.diagnostics]


def of(days_off: Any = (), working: Any = ()) -> dict[int, Any]:
    return {2018: {"days_off": list(days_off), "working": list(working)}}


FILE = "calendar/2018.yaml"
WRITE_ENTRY = "write {date: …, name: {kk: …, ru: …}}"
WRITE_NAME = "write name: {kk: …, ru: …}"
NO_NAME = "the name is missing or not in both languages"


@pytest.mark.parametrize(
    ("data", "where", "message", "advice"),
    [
        ({2018: {"days_off": []}}, "working", "working is not a list", "write a list, [] where there is none"),
        ({2018: {"days_off": {}, "working": []}}, "days_off", "days_off is not a list", "write a list, [] where there is none"),
        (of([7]), "days_off[0]", "this is not an entry", WRITE_ENTRY),
        (of([GOOD], ["x"]), "working[0]", "this is not an entry", WRITE_ENTRY),
        (of([{**GOOD, "date": "8.3"}]), "days_off[0]", "date is 8.3, not a date", "write date: 2018-03-08"),
        (of([{**SWAPPED, "for": "x"}]), "days_off[0]", "for is x, not a date", "write for: 2018-03-08"),
        (of([], [{**WORKS, "for": None}]), "working[0]", "for is None, not a date", "write for: 2018-03-08"),
        (
            of([{**GOOD, "date": datetime(2018, 3, 8, 9)}]),
            "days_off[0]",
            "date is 2018-03-08 09:00:00, not a date",
            "write date: 2018-03-08",
        ),
        (
            of([{**GOOD, "date": "2019-03-08"}]),
            "days_off[0]",
            "2019-03-08 is not a day of 2018",
            "move it to its own year's file",
        ),
        (of([GOOD, GOOD]), "days_off[1]", "2018-03-08 stands here twice", "a day is off or works, once"),
        (of([SWAPPED], [WORKS, WORKS]), "working[1]", "2018-03-03 stands here twice", "a day is off or works, once"),
        (
            of([{**GOOD, "kind": "feast"}]),
            "days_off[0]",
            "unknown kind feast",
            "one of: holiday, observed, swapped, kurban-ait, christmas",
        ),
        (of([{**GOOD, "estimated": "yes"}]), "days_off[0]", "estimated is yes", "write true, or leave it out"),
        (of([{**GOOD, "name": {"kk": "күн", "ru": ""}}]), "days_off[0]", NO_NAME, WRITE_NAME),
        (of([{**GOOD, "name": {"kk": "", "ru": "день"}}]), "days_off[0]", NO_NAME, WRITE_NAME),
        (of([{**GOOD, "name": {"kk": 1, "ru": "день"}}]), "days_off[0]", NO_NAME, WRITE_NAME),
        (of([{**GOOD, "name": {"kk": "күн", "ru": 2}}]), "days_off[0]", NO_NAME, WRITE_NAME),
        (
            of([SWAPPED]),
            "days_off[0]",
            "the swap with 2018-03-03 has no other half",
            "add {date: 2018-03-03, for: 2018-03-09, …} to working of calendar/2018.yaml",
        ),
        (
            of([GOOD], [WORKS]),
            "working[0]",
            "the swap with 2018-03-09 has no other half",
            "add {date: 2018-03-09, for: 2018-03-03, …} to days_off of calendar/2018.yaml",
        ),
    ],
)
def test_what_is_wrong_and_the_likely_fix(data: dict[int, Any], where: str, message: str, advice: str) -> None:
    assert told(data) == [(f"{FILE}: {where}", message, advice)]


def test_a_swap_that_points_elsewhere_has_no_other_half_on_either_side() -> None:
    crossed = of([SWAPPED], [{**WORKS, "for": "2018-03-10"}])
    assert [(where, message) for where, message, _ in told(crossed)] == [
        (f"{FILE}: days_off[0]", "the swap with 2018-03-03 has no other half"),
        (f"{FILE}: working[0]", "the swap with 2018-03-10 has no other half"),
    ]
    holiday = of([{**GOOD, "date": "2018-03-09"}], [WORKS])
    assert [where for where, _, _ in told(holiday)] == [f"{FILE}: working[0]"]
    other = of([{**SWAPPED, "for": "2018-03-04"}], [WORKS])
    assert [where for where, _, _ in told(other)] == [f"{FILE}: days_off[0]", f"{FILE}: working[0]"]


def test_both_halves_of_a_swap_are_read() -> None:
    found = read_days(of([SWAPPED, {**GOOD, "estimated": True}], [WORKS]))
    swapped, holiday = found.days_off[date(2018, 3, 9)], found.days_off[date(2018, 3, 8)]
    assert (swapped.moved_from, swapped.kind, swapped.estimated) == (date(2018, 3, 3), "swapped", False)
    assert (holiday.moved_from, holiday.estimated, holiday.name) == (None, True, Text("күн", "день"))
    works = found.working[date(2018, 3, 3)]
    assert (works.day, works.moved_to, works.name) == (date(2018, 3, 3), date(2018, 3, 9), Text("күн", "день"))
    assert found.years == {2018}


def test_a_swap_with_a_year_that_is_not_held_needs_no_other_half() -> None:
    across = of([{**SWAPPED, "for": "2017-12-30"}], [{**WORKS, "for": "2019-01-04"}])
    assert len(read_days(across).days_off) == 1


@pytest.mark.parametrize(
    ("lang", "message", "advice"),
    [
        (
            "kk",
            "жұмыс күндерінің күнтізбесінде мына жылдың деректері жоқ: 2019",
            "ережелерге calendar/2019.yaml файлын қосыңыз; ",
        ),
        ("ru", "в рабочем календаре нет данных на год: 2019", "добавьте в правила файл calendar/2019.yaml; "),
    ],
)
@pytest.mark.parametrize("held", [(2018, 2020), ()])
def test_a_year_that_is_missing_is_named_with_those_held(held: tuple[int, ...], lang: Any, message: str, advice: str) -> None:
    with pytest.raises(CalendarMissing) as caught:
        Calendar.of({year: DATA[year] for year in reversed(held)}).why_off(date(2019, 1, 3))
    [found] = caught.value.diagnostics
    years = ", ".join(map(str, held)) or "–"
    assert (found.code, found.where) == ("calendar-missing", "calendar/2019.yaml")
    assert found.message(catalogue(lang)) == message
    assert found.advice(catalogue(lang)) == advice + {"kk": "бар жылдар: ", "ru": "есть годы: "}[lang] + years
    assert caught.value.held == held


@pytest.mark.parametrize(("unit", "n"), [("working-days", 0), ("calendar-days", 10**7), ("months", 10**6)])
def test_a_term_that_cannot_be_counted_is_named(unit: str, n: int) -> None:
    calendar, start = Calendar.of({2018: DATA[2018]}), date(2018, 3, 1)
    counts: dict[str, Callable[[], Span]] = {
        "working-days": lambda: calendar.add_working_days(start, n, False),
        "calendar-days": lambda: calendar.add_calendar_days(start, n, False),
        "months": lambda: calendar.add_months(start, n),
    }
    with pytest.raises(TermInvalid) as caught:
        counts[unit]()
    [found] = caught.value.diagnostics
    assert (found.code, found.where) == ("term-invalid", unit)
    assert found.message(catalogue("ru")) == f"такой срок отсчитать нельзя: {n} {unit}"
    assert found.advice(catalogue("kk")) == "мерзім 1-ден кем болмайды және 10000 жылға дейін аяқталады"


def test_the_last_month_of_all_years_is_counted() -> None:
    assert Calendar.add_months(date(9999, 11, 30), 1).due == date(9999, 12, 30)


def test_calendars_of_the_same_data_are_one() -> None:
    assert len({Calendar.of({2018: DATA[2018]}), Calendar.of({2018: DATA[2018]})}) == 1
