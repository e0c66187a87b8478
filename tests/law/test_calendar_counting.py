"""Counting terms over the working calendar: known examples, a slow count, and what cannot be answered."""

from calendar import monthrange
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eligibility.diagnostics.refusal import CalendarMissing, TermInvalid
from eligibility.law.calendar import Calendar, Span
from eligibility.words.text import Text
from tests.rules.shipped_calendar import CALENDAR, DATA, YEARS

DAY = timedelta(days=1)

# --- why a day is off


@pytest.mark.parametrize(
    ("day", "kind", "kk", "ru"),
    [
        ("2018-03-10", "saturday", "сенбі", "суббота"),
        ("2018-03-11", "sunday", "жексенбі", "воскресенье"),
        ("2018-03-08", "holiday", "Халықаралық әйелдер күні", "Международный женский день"),
        (
            "2018-12-01",
            "holiday",
            "Қазақстан Республикасының Тұңғыш Президенті күні",
            "День Первого Президента Республики Казахстан",
        ),
        ("2018-01-07", "christmas", "Православиелік Рождество", "Православное Рождество"),
        ("2015-09-24", "kurban-ait", "Құрбан айттың бірінші күні", "Первый день Курбан-айта"),
        ("2018-03-09", "swapped", "03.03.2018 күнінен ауыстырылған демалыс күні", "выходной день, перенесенный с 03.03.2018"),
        (
            "2018-12-18",
            "observed",
            "16.12.2018 күнінен ауыстырылған демалыс күні (Тәуелсіздік күні)",
            "выходной день, перенесенный с 16.12.2018 (День Независимости)",
        ),
    ],
)
def test_why_off(day: str, kind: str, kk: str, ru: str) -> None:
    off = CALENDAR.why_off(date.fromisoformat(day))
    assert off is not None
    assert (off.kind, off.name) == (kind, Text(kk=kk, ru=ru))


@pytest.mark.parametrize(
    "day", ["2018-03-03", "2020-01-05", "2020-05-11", "2013-12-28", "2026-08-31", "2024-06-17", "2022-12-19"]
)
def test_works(day: str) -> None:
    assert CALENDAR.why_off(date.fromisoformat(day)) is None


def test_why_works() -> None:
    works = CALENDAR.why_works(date(2020, 5, 11))
    assert works is not None
    assert works.moved_to == date(2020, 5, 8)
    assert works.name.ru == "рабочий день: выходной перенесен на 08.05.2020"
    assert CALENDAR.why_works(date(2020, 5, 12)) is None


# --- counting


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ("2018-03-01", 10, "2018-03-16"),
        ("2018-04-27", 10, "2018-05-16"),
        ("2015-09-22", 10, "2015-10-07"),
        ("2019-12-27", 14, "2020-01-21"),
    ],
)
def test_examples(start: str, n: int, due: str) -> None:
    assert CALENDAR.add_working_days(date.fromisoformat(start), n, counts_first=False).due == date.fromisoformat(due)


def test_a_span_names_every_day_it_passed_over_and_every_moved_day_it_counted() -> None:
    span = CALENDAR.add_working_days(date(2018, 3, 1), 10, counts_first=False)
    assert [(off.day.day, off.kind) for off in span.skipped] == [
        (4, "sunday"),
        (8, "holiday"),
        (9, "swapped"),
        (10, "saturday"),
        (11, "sunday"),
    ]
    assert [works.day for works in span.worked] == [date(2018, 3, 3)]


@pytest.mark.parametrize(
    ("start", "counts_first", "due"),
    [
        ("2018-03-15", False, "2018-03-16"),
        ("2018-03-15", True, "2018-03-15"),
        ("2018-03-17", True, "2018-03-19"),
        ("2018-03-17", False, "2018-03-19"),
    ],
)
def test_the_first_day_counts_only_where_it_works(start: str, counts_first: bool, due: str) -> None:
    assert CALENDAR.add_working_days(date.fromisoformat(start), 1, counts_first).due == date.fromisoformat(due)


days = st.dates(date(2012, 1, 1), date(2027, 12, 31))
lengths = st.integers(1, 400)


def slow(start: date, n: int, counts_first: bool) -> tuple[date, list[date]] | None:
    """Counts from the raw files, day by day; nothing where the files end."""
    off = {entry["date"] for year in DATA.values() for entry in year["days_off"]}
    works = {entry["date"] for year in DATA.values() for entry in year["working"]}
    counted = 0
    passed: list[date] = []
    day = start if counts_first else start + DAY
    while day.year < YEARS.stop:
        text = day.isoformat()
        if text in works or (text not in off and day.isoweekday() < 6):
            counted += 1
            if counted == n:
                return day, passed
        else:
            passed.append(day)
        day += DAY
    return None


@given(days, lengths, st.booleans())
@example(date(2027, 12, 31), 1, True)
@example(date(2027, 12, 31), 1, False)
@example(date(2013, 12, 27), 3, False)
def test_working_days_against_the_slow_count(start: date, n: int, counts_first: bool) -> None:
    expected = slow(start, n, counts_first)
    if expected is None:
        with pytest.raises(CalendarMissing):
            CALENDAR.add_working_days(start, n, counts_first)
        return
    span = CALENDAR.add_working_days(start, n, counts_first)
    assert (span.due, [off.day for off in span.skipped]) == expected
    assert span.start == start
    assert all(off.name.kk and off.name.ru for off in span.skipped)


@given(days, st.integers(1, 60), st.integers(1, 60))
def test_working_days_add_up(start: date, m: int, n: int) -> None:
    try:
        whole = CALENDAR.add_working_days(start, m + n, counts_first=False)
    except CalendarMissing:
        return
    first = CALENDAR.add_working_days(start, m, counts_first=False)
    second = CALENDAR.add_working_days(first.due, n, counts_first=False)
    assert (second.due, first.skipped + second.skipped) == (whole.due, whole.skipped)
    assert first.worked + second.worked == whole.worked


@given(days)
def test_next_working_day(day: date) -> None:
    try:
        span = CALENDAR.next_working_day(day)
    except CalendarMissing:
        assert day > date(2027, 12, 29)
        return
    assert CALENDAR.is_working_day(span.due)
    assert [off.day for off in span.skipped] == [day + DAY * n for n in range((span.due - day).days)]
    assert span == CALENDAR.add_working_days(day, 1, counts_first=True)


@given(days, lengths, st.booleans())
def test_calendar_days_against_the_slow_count(start: date, n: int, counts_first: bool) -> None:
    day, left = start, n - counts_first
    while left:
        day, left = day + DAY, left - 1
    assert CALENDAR.add_calendar_days(start, n, counts_first) == Span(start, day)


@given(days, st.integers(1, 60))
def test_months_against_the_slow_count(start: date, n: int) -> None:
    year, month = start.year, start.month
    for _ in range(n):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    last = monthrange(year, month)[1]
    span = CALENDAR.add_months(start, n)
    assert (span.due.year, span.due.month) == (year, month)
    assert span.due.day == (last if span.month_end else start.day)
    assert span.month_end == (start.day > last)


@pytest.mark.parametrize(
    ("start", "n", "due", "chosen"),
    [
        ("2018-01-31", 1, "2018-02-28", True),
        ("2020-01-31", 1, "2020-02-29", True),
        ("2020-02-29", 12, "2021-02-28", True),
        ("2018-02-28", 1, "2018-03-28", False),
        ("2018-03-31", 1, "2018-04-30", True),
        ("2018-12-31", 2, "2019-02-28", True),
        ("2018-12-15", 1, "2019-01-15", False),
        ("2018-11-30", 1, "2018-12-30", False),
    ],
)
def test_month_ends(start: str, n: int, due: str, chosen: bool) -> None:
    span = Calendar.add_months(date.fromisoformat(start), n)
    assert (span.due, span.month_end) == (date.fromisoformat(due), chosen)


# --- what cannot be answered


@pytest.mark.parametrize("day", [date(2011, 12, 31), date(2028, 1, 1)])
def test_a_missing_year(day: date) -> None:
    for ask in (CALENDAR.why_off, CALENDAR.why_works, CALENDAR.is_working_day, CALENDAR.next_working_day):
        with pytest.raises(CalendarMissing) as caught:
            ask(day)
        assert caught.value.year == day.year
        [diagnostic] = caught.value.diagnostics
        assert diagnostic.where == f"calendar/{day.year}.yaml"
        assert f"add calendar/{day.year}.yaml" in diagnostic.advice()


def test_a_term_that_runs_out_of_the_calendar() -> None:
    with pytest.raises(CalendarMissing, match="2028"):
        CALENDAR.add_working_days(date(2027, 12, 30), 5, counts_first=False)


@pytest.mark.parametrize("start", [date(2011, 12, 31), date.min, date.max])
@pytest.mark.parametrize("counts_first", [True, False])
def test_a_term_from_outside_the_calendar(start: date, counts_first: bool) -> None:
    with pytest.raises(CalendarMissing, match=str(start.year)):
        CALENDAR.add_working_days(start, 1, counts_first)


def test_a_gap_between_years() -> None:
    gap = Calendar.of({2018: DATA[2018], 2020: DATA[2020]})
    with pytest.raises(CalendarMissing, match="2019"):
        gap.add_working_days(date(2018, 12, 28), 5, counts_first=False)


@pytest.mark.parametrize("n", [0, -1])
def test_a_term_of_nothing(n: int) -> None:
    start = date(2018, 3, 1)
    with pytest.raises(TermInvalid, match="working-days"):
        CALENDAR.add_working_days(start, n, counts_first=False)
    with pytest.raises(TermInvalid, match="calendar-days"):
        CALENDAR.add_calendar_days(start, n, counts_first=False)
    with pytest.raises(TermInvalid, match="months") as caught:
        CALENDAR.add_months(start, n)
    assert caught.value.diagnostics[0].advice()


def test_a_term_past_the_end_of_time() -> None:
    with pytest.raises(TermInvalid):
        CALENDAR.add_calendar_days(date(2018, 3, 1), 10**7, counts_first=False)
    with pytest.raises(TermInvalid):
        CALENDAR.add_calendar_days(date(2018, 3, 1), 10**20, counts_first=False)
    with pytest.raises(TermInvalid):
        CALENDAR.add_months(date(2018, 3, 1), 10**6)


def test_a_moment_is_no_date() -> None:
    moment = datetime(2018, 3, 8, 9, 0)
    for ask in (CALENDAR.why_off, CALENDAR.why_works, CALENDAR.is_working_day, CALENDAR.next_working_day):
        with pytest.raises(TypeError, match="date"):
            ask(moment)
    with pytest.raises(TypeError, match="date"):
        CALENDAR.add_months(moment, 1)
