"""How old a document may be: the first day of issue that will do, against terms counted forward."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.calendar import Calendar
from eligibility.law.validity import Validity

DAYS = st.dates(date(2012, 1, 1), date(2028, 12, 31))


@given(DAYS, st.integers(0, 900), st.integers(1, 24))
def test_so_many_months_reach_the_day_of_filing_or_do_not(filed: date, before: int, months: int) -> None:
    issued = filed - timedelta(before)
    reaches = Calendar.add_months(issued, months).due >= filed
    assert (issued >= Validity(months, "months").earliest_issue(filed)) is reaches


@given(DAYS, st.integers(0, 900), st.integers(1, 400))
def test_so_many_days_reach_the_day_of_filing_or_do_not(filed: date, before: int, days: int) -> None:
    issued = filed - timedelta(before)
    assert (issued >= Validity(days, "calendar-days").earliest_issue(filed)) is (before <= days)


@pytest.mark.parametrize(
    ("filed", "months", "earliest"),
    [
        (date(2018, 3, 31), 1, date(2018, 3, 1)),
        (date(2018, 3, 28), 1, date(2018, 2, 28)),
        (date(2020, 3, 29), 1, date(2020, 2, 29)),
        (date(2018, 1, 15), 12, date(2017, 1, 15)),
        (date(2018, 12, 31), 10, date(2018, 3, 1)),
    ],
)
def test_months_of_different_lengths(filed: date, months: int, earliest: date) -> None:
    assert Validity(months, "months").earliest_issue(filed) == earliest


def test_no_day_is_before_the_first_one() -> None:
    assert Validity(1, "months").earliest_issue(date.min) == date.min
    assert Validity(1, "calendar-days").earliest_issue(date.min) == date.min
