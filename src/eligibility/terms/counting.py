"""One term counted from the moment it starts, twice: ending as early and as late as it may.

Days are known, hours are not. Nobody writes down at which hour of the day a file is lodged, or at which hour of its last day a
step is done; and how long a working day lasts, the regulations do not say. So every course is counted in two worlds, and
whatever hours are the real ones, the real last day is never before the one of `EARLY` and never after the one of `LATE`:

- `EARLY`: the file is lodged, and a step in days is done, at the opening of the day; a working day may last all its 24 hours;
- `LATE`: the file is lodged, and a step in days is done, at the closing of the day; a working day lasts the least, 8 hours.

In both worlds the same rules hold:

- Minutes, hours below 24 and working hours are working time. They fill the working day they start on and run over into the
  next one; amounts of several steps in a row add up. (Hours read on the clock, through the evening, end between the two too.)
- 24 hours and more run on the clock, through days off too, and end on a working day.
- Working days, calendar days and months are counted without the day of their start, or with the day of filing where the setting
  says so; they are done on their last day, at an hour nobody knows. Where that is a day off, on the next working day.
- A second amount of the same term (`plus`) is counted after the first: a day that is counted is counted whole, so that hours
  after it begin on the working day that follows.
- A term within the working day ends on the day it starts. Where a flag says that its text may also mean one working day, it
  is that in `LATE`.

The eight hours are a setting of the program and are said wherever they matter. The only schedules in the five decrees are those
of appendices to № 370: from 9 to 18 o'clock with a break of an hour.
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from eligibility.law.calendar import Calendar, DayOff, Span, WorkingDay
from eligibility.law.vocabulary import Amount, Duration, Unit

How = Literal[
    "part-day",
    "same-day",
    "day-or-next",
    "working-days",
    "calendar-days",
    "months",
    "clock",
    "repeated",
    "open",
    "unsettled",
    "lost",
    "awaited",
]
"""`part-day`: hours and minutes of working time; `same-day`: within the working day; `day-or-next`: that, or one working day,
as a flag says; `clock`: a day or more given in hours; `repeated`: some times a day; `open`: nothing to count by; `unsettled`:
the text leaves the term open, or a flag says so; `lost`: a step before this one has no last day; `awaited`: from an event whose
day is not given"""

DAY_HOURS = 24
HOUR = 60
LEAST = ("not-before", "at-least")
"""bounds that set the shortest time, so that no due day follows"""
PARTS: dict[Unit, int] = {"minutes": 1, "hours": HOUR, "working-hours": HOUR}
"""units below a day, in minutes"""
NEVER_DUE: tuple[How, ...] = ("repeated", "open", "unsettled", "lost", "awaited")


class World(NamedTuple):
    length: int
    """minutes a working day lasts"""
    hour: int
    """the minute of the working day at which whatever has no known hour takes place"""


LEAST_WORKING_HOURS = 8
EARLY = World(DAY_HOURS * HOUR, 0)
LATE = World(LEAST_WORKING_HOURS * HOUR, LEAST_WORKING_HOURS * HOUR)


class Clock(NamedTuple):
    """A moment of a world."""

    day: date
    minute: int
    """of the working day"""
    counts: bool = False
    """the day is to be the first one of a term that starts on it"""


class Counted(NamedTuple):
    """A term in one world."""

    how: How
    start: date
    end: Clock
    """the moment whatever follows is counted from"""
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
    then: How | None = None
    """how the second amount was counted"""


def count(duration: Duration | None, start: Clock, world: World, calendar: Calendar, unsettled: bool = False) -> Counted:
    """The term from a working day on; `unsettled` where a flag says that it is open. Raises the calendar's refusals."""
    how = _how(duration, unsettled)
    if duration is None or how in NEVER_DUE:
        return Counted(how, start.day, start, None)
    found = _amount(how, duration.value or 1, duration.unit, start, world, calendar)
    if duration.plus is not None:
        found = _added(found, duration.plus, world, calendar)
    return found._replace(due=None, least=True) if duration.bound in LEAST else found


def undated(how: Literal["lost", "awaited"], start: Clock) -> Counted:
    return Counted(how, start.day, start, None)


def _how(duration: Duration | None, unsettled: bool) -> How:
    if duration is None:
        return "unsettled" if unsettled else "open"
    match duration.unit:
        case "within-working-day":
            return "day-or-next" if unsettled else "same-day"
        case unit if unsettled or unit == "unstated":
            return "unsettled"
        case "times-per-day":
            return "repeated"
        case _ if duration.value is None:
            return "open"
        case unit:
            return _how_much(duration.value, unit)


def _how_much(value: int, unit: Unit) -> How:
    match unit:
        case "working-days" | "calendar-days" | "months":
            return unit
        case "hours" if value >= DAY_HOURS:
            return "clock"
        case "minutes" | "hours" | "working-hours":
            return "part-day"
        case _:
            return "open"


def _amount(how: How, n: int, unit: Unit, start: Clock, world: World, calendar: Calendar) -> Counted:
    day, counts = start.day, start.counts
    match how:
        case "working-days":
            return _of(how, calendar.add_working_days(day, n, counts), world, counts)
        case "calendar-days":
            return _to_working_day(calendar, _of(how, calendar.add_calendar_days(day, n, counts), world, counts))
        case "months":
            return _to_working_day(calendar, _of(how, calendar.add_months(day, n), world))
        case "clock":
            days = n // DAY_HOURS if world is EARLY else -(-n // DAY_HOURS)
            return _to_working_day(calendar, _of(how, calendar.add_calendar_days(day, days, False), world))
        case "day-or-next" if world is LATE:
            return _of(how, calendar.add_working_days(day, 1, counts), world, counts)
        case "part-day":
            return _worked(n * PARTS[unit], start, world, calendar)
        case _:
            return Counted(how, day, start._replace(minute=max(start.minute, world.hour)), day)


def _worked(minutes: int, start: Clock, world: World, calendar: Calendar) -> Counted:
    """Working time, which runs over into the next working days once a day is full."""
    day, minute = start.day, start.minute + minutes
    skipped: list[DayOff] = []
    worked: list[WorkingDay] = []
    while minute > world.length:
        span = calendar.next_working_day(day + timedelta(days=1))
        day, minute = span.due, minute - world.length
        skipped += span.skipped
        worked += span.worked
    end = Clock(day, minute, start.counts and day == start.day)
    return Counted("part-day", start.day, end, day, tuple(skipped), tuple(worked))


def _added(first: Counted, plus: Amount, world: World, calendar: Calendar) -> Counted:
    """A second amount, after the first one; of a term in days the last day is over then."""
    start = first.end if first.how == "part-day" else first.end._replace(minute=world.length)
    then = _how_much(plus.value, plus.unit)
    second = _amount(then, plus.value, plus.unit, start, world, calendar)
    return second._replace(
        how=first.how,
        start=first.start,
        skipped=(*first.skipped, *second.skipped),
        worked=(*first.worked, *second.worked),
        counts_start=first.counts_start,
        then=then,
    )


def _of(how: How, span: Span, world: World, counts_start: bool = False) -> Counted:
    end = Clock(span.due, world.hour)
    return Counted(
        how, span.start, end, span.due, span.skipped, span.worked, month_end=span.month_end, counts_start=counts_start
    )


def _to_working_day(calendar: Calendar, counted: Counted) -> Counted:
    span = calendar.next_working_day(counted.end.day)
    return counted._replace(
        end=counted.end._replace(day=span.due),
        due=span.due,
        skipped=(*counted.skipped, *span.skipped),
        worked=(*counted.worked, *span.worked),
        moved=bool(span.skipped),
    )
