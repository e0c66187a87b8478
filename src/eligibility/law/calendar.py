"""The working calendar of Kazakhstan: which days are off and why, and counting terms over them."""

import calendar as gregorian
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from eligibility.diagnostics.refusal import CalendarMissing, TermInvalid
from eligibility.law.daysoff import DayOff, OffKind, WorkingDay, read_days
from eligibility.plain.records import Plain
from eligibility.words.text import Text

_DAY = timedelta(days=1)
_SATURDAY = 5
_WEEKEND: dict[int, tuple[OffKind, Text]] = {
    5: ("saturday", Text(kk="сенбі", ru="суббота")),
    6: ("sunday", Text(kk="жексенбі", ru="воскресенье")),
}


class Span(NamedTuple):
    start: date
    due: date
    skipped: tuple[DayOff, ...] = ()
    """every day off that was passed over, in order"""
    worked: tuple[WorkingDay, ...] = ()
    """every counted day that would be off otherwise"""
    month_end: bool = False
    """the due month has no such date, so its last day was chosen"""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off and working days, as far as the years at hand go."""

    years: frozenset[int]
    days_off: Mapping[date, DayOff] = field(hash=False)
    """without ordinary Saturdays and Sundays"""
    working: Mapping[date, WorkingDay] = field(hash=False)

    @classmethod
    def of(cls, years: Mapping[int, Plain] | Mapping[str, Plain]) -> "Calendar":
        """From the plain data of `rules/calendar/`, by year. Raises CalendarMalformed."""
        held = read_days({int(year): data for year, data in years.items()})
        return cls(held.years, held.days_off, held.working)

    def why_off(self, day: date) -> DayOff | None:
        self._require(day)
        if day in self.working:
            return None
        if day in self.days_off:
            return self.days_off[day]
        weekday = day.weekday()
        if weekday < _SATURDAY:
            return None
        kind, name = _WEEKEND[weekday]
        return DayOff(day, kind, name)

    def why_works(self, day: date) -> WorkingDay | None:
        """The swap that makes this day work; nothing for an ordinary day."""
        self._require(day)
        return self.working.get(day)

    def is_working_day(self, day: date) -> bool:
        return self.why_off(day) is None

    def add_working_days(self, start: date, n: int, counts_first: bool) -> Span:
        """The n-th working day after `start`, or from it where the first day counts."""
        _check(start, n, "working-days")
        self._require(start)
        span = self._working_on_or_after(start, start if counts_first else start + _DAY)
        skipped, worked = [*span.skipped], [*span.worked]
        for _ in range(n - 1):
            span = self._working_on_or_after(start, span.due + _DAY)
            skipped += span.skipped
            worked += span.worked
        return Span(start, span.due, tuple(skipped), tuple(worked))

    def next_working_day(self, day: date) -> Span:
        """`day` itself where it works, else the first working day after it."""
        return self._working_on_or_after(day, day)

    @staticmethod
    def add_calendar_days(start: date, n: int, counts_first: bool) -> Span:
        """Days off count, and the due day may be one: see `next_working_day`."""
        _check(start, n, "calendar-days")
        try:
            return Span(start, start + timedelta(days=n - counts_first))
        except OverflowError:
            raise TermInvalid(n, "calendar-days") from None

    @staticmethod
    def add_months(start: date, n: int) -> Span:
        """The same date n months on, or the last day of a month that has no such date."""
        _check(start, n, "months")
        years, month = divmod(start.month - 1 + n, 12)
        year, month = start.year + years, month + 1
        if year > date.max.year:
            raise TermInvalid(n, "months")
        last = gregorian.monthrange(year, month)[1]
        return Span(start, date(year, month, min(start.day, last)), month_end=start.day > last)

    def _working_on_or_after(self, start: date, first: date) -> Span:
        skipped = []
        day = first
        while off := self.why_off(day):
            skipped.append(off)
            day += _DAY
        worked = self.why_works(day)
        return Span(start, day, tuple(skipped), (worked,) if worked else ())

    def _require(self, day: date) -> None:
        _only_date(day)
        if day.year not in self.years:
            raise CalendarMissing(day.year, self.years)


def _only_date(day: date) -> None:
    # A datetime is a date to the type checker, but never equals one: every holiday would seem to work.
    if isinstance(day, datetime):
        raise TypeError(f"a date was expected, not the moment {day!r}; pass its .date()")


def _check(start: date, n: int, unit: str) -> None:
    _only_date(start)
    if n < 1:
        raise TermInvalid(n, unit)


__all__ = ["Calendar", "DayOff", "Span", "WorkingDay"]
