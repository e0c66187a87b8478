"""One term counted from the day it starts."""

from datetime import date
from typing import Literal, NamedTuple

from eligibility.law.vocabulary import Duration
from eligibility.terms.calendar import Calendar, DayOff, Span, WorkingDay

How = Literal["same-day", "working-days", "calendar-days", "months", "clock", "repeated", "open", "lost"]
"""`clock`: a day or more given in hours; `repeated`: some times a day; `open`: nothing to count by; `lost`: a step before
this one lasts for a time the text leaves open"""

DAY_HOURS = 24
LEAST = ("not-before", "at-least")
"""bounds that set the shortest time, so that no due day follows"""


class Counted(NamedTuple):
    how: How
    start: date
    end: date
    """the day whatever follows is counted from"""
    due: date | None
    """no day where the term has no due moment of its own"""
    skipped: tuple[DayOff, ...] = ()
    worked: tuple[WorkingDay, ...] = ()
    """counted days that would be off otherwise"""
    moved: bool = False
    """the last day was a day off, so the next working day was taken"""
    month_end: bool = False
    """the last month has no such date, so its last day was taken"""
    counts_start: bool = False
    """the first day is the first one of the term"""
    least: bool = False
    """the text sets only the shortest time; it ends on `end` at the earliest"""

    @property
    def uses_days(self) -> bool:
        return self.how in ("working-days", "calendar-days", "months", "clock")


def count(duration: Duration | None, start: date, calendar: Calendar, counts_start: bool) -> Counted:
    """The term from a working day on. Raises the calendar's refusals."""
    how = _how(duration)
    n = duration.value if duration and duration.value is not None else 0
    match how:
        case "working-days":
            found = _of(how, calendar.add_working_days(start, n, counts_start), counts_start)
        case "calendar-days":
            found = _to_working_day(calendar, _of(how, calendar.add_calendar_days(start, n, counts_start), counts_start))
        case "months":
            found = _to_working_day(calendar, _of(how, calendar.add_months(start, n), False))
        case "clock":
            days = -(-n // DAY_HOURS)
            found = _to_working_day(calendar, _of(how, calendar.add_calendar_days(start, days, False), False))
        case "same-day":
            found = Counted(how, start, start, start)
        case _:
            return Counted(how, start, start, None)
    least = duration is not None and duration.bound in LEAST
    return found._replace(due=None, least=True) if least else found


def _how(duration: Duration | None) -> How:
    if duration is None:
        return "open"
    match duration.unit:
        case "within-working-day":
            return "same-day"
        case "times-per-day":
            return "repeated"
        case _ if duration.value is None:
            return "open"
        case "minutes":
            return "same-day"
        case "hours":
            return "same-day" if duration.value < DAY_HOURS else "clock"
        case "working-days" | "calendar-days" | "months":
            return duration.unit
        case _:
            return "open"


def _of(how: How, span: Span, counts_start: bool) -> Counted:
    return Counted(
        how, span.start, span.due, span.due, span.skipped, span.worked, month_end=span.month_end, counts_start=counts_start
    )


def _to_working_day(calendar: Calendar, counted: Counted) -> Counted:
    span = calendar.next_working_day(counted.end)
    return counted._replace(
        end=span.due,
        due=span.due,
        skipped=(*counted.skipped, *span.skipped),
        worked=(*counted.worked, *span.worked),
        moved=bool(span.skipped),
    )
