"""Hours nobody knows: what may really happen lies between the earliest and the latest last day, and both are reached."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.answer.term_reasons import end_because, step_because
from eligibility.terms.ledger import Ledger
from tests.terms.ledgers import CALENDAR, days, of_steps, shipped, step, told
from tests.terms.sentences import why_no_day

MONDAY = date(2016, 2, 1)
HEALTH = "almaty-region-health-2019-43"
HOUR = 60
DAY_AND_SEVEN_HOURS = {"bound": "within", "plus": {"value": 7, "unit": "working-hours"}}

# --- known editions


@pytest.mark.parametrize(
    ("service", "filed", "end"),
    [
        # Annex 3: 30 minutes, 30 minutes, 6 hours, 30 minutes, 30 minutes: a whole day of eight hours.
        ("phc-attachment", "2020-01-15", "2020-01-15..2020-01-16"),
        # Annex 12: half an hour and 3 hours, two working days (Saturday 4 May works), 3 hours and half an hour; lodged so late
        # that the first hours run over to Saturday, and done so late that the last ones do, it passes 7, 9 and 10 May (off).
        ("posthumous-donation-consent", "2019-05-03", "2019-05-06..2019-05-13"),
        # Annexes 15 and 16: 8 hours, and 7 hours 40 minutes.
        ("hospitalization-referral", "2020-01-15", "2020-01-15..2020-01-16"),
        ("driver-medical-certificate", "2020-01-15", "2020-01-15..2020-01-16"),
        # Annex 18: half an hour, 7 working hours, half an hour; filed on a Friday.
        ("sanatorium-treatment-need-conclusion", "2020-01-17", "2020-01-17..2020-01-20"),
    ],
)
def test_eight_hours_of_procedures_end_on_the_day_of_filing_or_on_the_next_working_day(
    service: str, filed: str, end: str
) -> None:
    found = shipped(HEALTH, service, filed)
    assert told(found.end) == end
    assert "кемінде 8 сағат" in why_no_day(found).kk
    assert "не короче 8 часов" in why_no_day(found).ru


@pytest.mark.parametrize(("filed", "end"), [("2020-01-15", "2020-01-17..2020-01-20"), ("2019-11-29", "2019-12-04..2019-12-05")])
def test_a_working_day_and_seven_working_hours_are_a_day_and_part_of_the_next(filed: str, end: str) -> None:
    """Annex 17, 5(2): «1 (бір) жұмыс күні және 7 (жеті) жұмыс сағаты ішінде»: the hours begin when the day counted is over."""
    steps = [step(1, 30, "minutes"), step(2, 1, "working-days", **DAY_AND_SEVEN_HOURS), step(3, 30, "minutes")]
    found = of_steps(steps, date.fromisoformat(filed))
    assert told(found.end) == end
    assert [(one.unit, one.value) for one in found.largest_first] == [
        ("working-days", 1),
        ("working-hours", 7),
        ("minutes", 60),
    ]
    because = step_because(found, found.rows[1])
    assert "екінші бөлігі" in because.kk
    assert "Вторая часть срока" in because.ru


def test_the_day_of_filing_counts_only_while_it_is_that_day() -> None:
    """Filed in the last half hour, the term of two days begins on the next day, which is not the day of filing."""
    steps = [step(1, 30, "minutes"), step(2, 2, "working-days")]
    found = of_steps(steps, MONDAY, {"channel": "provider-office"}, {"provider-office": True})
    assert days(found) == [(1, "2016-02-01", "2016-02-01..2016-02-02"), (2, "2016-02-01..2016-02-02", "2016-02-02..2016-02-04")]


def test_days_without_hours_have_one_last_day_and_nothing_to_explain() -> None:
    found = of_steps([step(1, 2, "working-days"), step(2, 5, "calendar-days"), step(3, 1, "months")], MONDAY)
    assert days(found)[-1] == (3, "2016-02-08", "2016-03-09")
    assert found.end is not None
    assert found.end.one == date(2016, 3, 9)
    assert end_because(found) is None


# --- everything that may really happen

Part = tuple[int, str]
PARTS: st.SearchStrategy[Part] = st.one_of(
    st.tuples(st.integers(1, 600), st.just("minutes")),
    st.tuples(st.integers(1, 12), st.sampled_from(["hours", "working-hours"])),
    st.tuples(st.integers(1, 5), st.just("working-days")),
    st.just((0, "within-working-day")),
)
SPANS = (8 * HOUR, 9 * HOUR + 30, 12 * HOUR, 24 * HOUR)
"""how long the working day may really be"""
SHARES = (0.0, 0.01, 0.5, 0.99, 1.0)
"""at which part of the working day something may really happen"""


def made(parts: Sequence[Part]) -> list[dict[str, Any]]:
    return [dict(step(at, value or None, unit)) for at, (value, unit) in enumerate(parts, 1)]


def worked_days(first: date) -> Iterator[date]:
    day = first
    while True:
        if CALENDAR.is_working_day(day):
            yield day
        day += timedelta(days=1)


def really(parts: Sequence[Part], span: int, filed: float, done: float) -> int:
    """On which working day after the filing all is done, if it was filed, and is done on a last day, at these hours."""
    day, minute = 0, int(span * filed)
    for value, unit in parts:
        if unit == "working-days":
            day, minute = day + value, int(span * done)
        elif unit == "within-working-day":
            minute = max(minute, int(span * done))
        else:
            minute += value * (1 if unit == "minutes" else HOUR)
            full = (minute - 1) // span
            day, minute = day + full, minute - full * span
    return day


def on_the_clock(parts: Sequence[Part], filed: int, first: date) -> date:
    """The last day where hours run through the evening and the night, in an office that opens at 9 and closes at 18."""
    day, minute = first, 9 * HOUR + filed
    for value, unit in parts:
        if unit == "working-days":
            day, minute = CALENDAR.add_working_days(day, value, False).due, 18 * HOUR
        elif unit != "within-working-day":
            nights, minute = divmod(minute + value * (1 if unit == "minutes" else HOUR), 24 * HOUR)
            if nights:
                day, minute = CALENDAR.next_working_day(day + timedelta(days=nights)).due, max(minute, 9 * HOUR)
    return day


@given(st.lists(PARTS, min_size=1, max_size=5), st.dates(date(2013, 1, 9), date(2019, 6, 30)))
@settings(max_examples=150, deadline=None)
def test_what_really_happens_lies_between_the_ends_and_reaches_both(parts: list[Part], on: date) -> None:
    found = of_steps(made(parts), on)
    assert found.end is not None
    outcomes = {really(parts, *way) for way in product(SPANS, SHARES, SHARES)}
    coming = worked_days(on)
    working = [next(coming) for _ in range(max(outcomes) + 1)]
    assert working[min(outcomes)] == found.end.earliest
    assert working[max(outcomes)] == found.end.latest


@given(st.lists(PARTS, min_size=1, max_size=5), st.dates(date(2013, 1, 9), date(2019, 6, 30)), st.integers(0, 9 * HOUR))
@settings(max_examples=150, deadline=None)
def test_hours_on_the_clock_end_between_the_ends_too(parts: list[Part], on: date, filed: int) -> None:
    found = of_steps(made(parts), on)
    assert found.end is not None
    assert found.end.earliest <= on_the_clock(parts, filed, CALENDAR.next_working_day(on).due) <= found.end.latest


@given(st.lists(PARTS, min_size=1, max_size=4), PARTS, st.dates(date(2013, 1, 9), date(2019, 6, 30)))
@settings(max_examples=60, deadline=None)
def test_one_more_step_makes_nothing_end_sooner(parts: list[Part], more: Part, on: date) -> None:
    shorter, longer = (of_steps(made(some), on).end for some in (parts, [*parts, more]))
    assert shorter is not None
    assert longer is not None
    assert shorter.earliest <= longer.earliest
    assert shorter.latest <= longer.latest


WHOLE = st.tuples(st.integers(1, 20), st.sampled_from(["working-days", "calendar-days", "months"]))


@given(st.lists(WHOLE, min_size=1, max_size=4), st.dates(date(2013, 1, 9), date(2016, 6, 30)), st.booleans())
@settings(max_examples=60, deadline=None)
def test_without_hours_there_is_one_last_day(parts: list[Part], on: date, counts: bool) -> None:
    found: Ledger = of_steps(made(parts), on, {"channel": "provider-office"}, {"provider-office": counts})
    assert found.end is not None
    assert found.end.one
    assert all(row.dues and row.dues.one for row in found.rows)
