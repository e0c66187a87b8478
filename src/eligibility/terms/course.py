"""The steps of a procedure one after another, once it is settled which of them take place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Literal, NamedTuple

from eligibility.law.calendar import Calendar, DayOff, WorkingDay
from eligibility.law.edition import StatedTerm, Step
from eligibility.law.vocabulary import Amount, Duration, Measure
from eligibility.terms.counting import EARLY, LATE, LEAST, Clock, Counted, How, count, undated

SUMMED: tuple[Measure, ...] = ("months", "calendar-days", "working-days", "working-hours", "hours", "minutes")
"""units that amounts are added up in, the largest first; never one into another"""

Numbered = tuple[int, Step]
"""a step with its place in the edition"""


class Days(NamedTuple):
    """The earliest and the latest day that something may fall on."""

    earliest: date
    latest: date

    @property
    def one(self) -> date | None:
        """The day, where there is only one."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def between(self) -> "Days | None":
        """Both days, where they differ."""
        return None if self.earliest == self.latest else self


class Moment(NamedTuple):
    """A moment as early and as late as it may be."""

    early: Clock
    late: Clock


class Placed(NamedTuple):
    """A term as early and as late as it may end."""

    early: Counted
    late: Counted

    @property
    def how(self) -> How:
        return self.early.how

    @property
    def dated(self) -> bool:
        """Whether it is known when it starts."""
        return self.how not in ("lost", "awaited")

    @property
    def starts(self) -> Days | None:
        return Days(self.early.start, self.late.start) if self.dated else None

    @property
    def dues(self) -> Days | None:
        return Days(self.early.due, self.late.due) if self.early.due and self.late.due else None

    @property
    def end(self) -> Moment:
        return Moment(self.early.end, self.late.end)

    @property
    def skipped(self) -> tuple[DayOff, ...]:
        """Every day off that is passed over, at whatever hour it all happens, in order."""
        return tuple(sorted({off.day: off for off in (*self.early.skipped, *self.late.skipped)}.values()))

    @property
    def worked(self) -> tuple[WorkingDay, ...]:
        return tuple(sorted({one.day: one for one in (*self.early.worked, *self.late.worked)}.values()))

    @property
    def by_hours(self) -> bool:
        """Whether the day it ends on hangs on hours that nobody knows."""
        return self.how in ("part-day", "clock") or self.early.then == "part-day"

    @property
    def opens(self) -> bool:
        """Whether what follows has no days: nothing says by when this is done."""
        return not self.dated or self.early.least or self.how == "unsettled"


class Course(NamedTuple):
    placed: Mapping[int, Placed]
    """of each step, by its place"""
    sums: Mapping[Measure, int]
    end: Days | None
    """the last day of the last step with a term"""


class Circumstances(NamedTuple):
    """What a course is counted by, besides its steps."""

    calendar: Calendar
    counts_filing_day: bool
    events: Mapping[str, date]
    """the days known of events other than the filing"""
    unsettled: frozenset[int] = frozenset()
    """places of the steps whose term a flag calls open"""


def run(steps: Iterable[Numbered], first: date, around: Circumstances) -> Course:
    """Each step from the moment the one before was done; `first` is a working day. Raises the calendar's refusals."""
    placed: dict[int, Placed] = {}
    begun: dict[int | None, tuple[Moment, bool]] = {}
    sums: dict[Measure, int] = {}
    at, lost, dated = _some_time_on(first, around.counts_filing_day), False, False
    for where, step in steps:
        begin = begun[step.step] = begun.get(step.part_of, (at, lost))
        one = placed[where] = _placed(step, *begin, where in around.unsettled, around)
        if step.part_of is not None:
            continue
        at, lost, dated = one.end, one.opens, dated or one.dues is not None
        for amount in added(step):
            sums[amount.unit] = sums.get(amount.unit, 0) + amount.value
    return Course(placed, sums, Days(at.early.day, at.late.day) if dated and not lost else None)


def total(term: StatedTerm, first: date, around: Circumstances, unsettled: bool) -> Placed:
    """A total term, from the filing on a working day or from its event. Raises the calendar's refusals."""
    return _placed(term, _some_time_on(first, around.counts_filing_day), False, unsettled, around)


def _placed(rule: Step | StatedTerm, at: Moment, lost: bool, unsettled: bool, around: Circumstances) -> Placed:
    if rule.from_ is not None:
        start = _begun_by(rule.from_, around)
        return _counted(rule.duration, start, unsettled, around) if start else _nowhere("awaited", at)
    return _nowhere("lost", at) if lost else _counted(rule.duration, at, unsettled, around)


def _begun_by(event: str, around: Circumstances) -> Moment | None:
    """The working day a term from an event starts on; None where the event's day is not given."""
    day = around.events.get(event)
    return None if day is None else _some_time_on(around.calendar.next_working_day(day).due, False)


def _some_time_on(day: date, counts: bool) -> Moment:
    """Of a working day, at an hour that nobody knows."""
    return Moment(Clock(day, EARLY.hour, counts), Clock(day, LATE.hour, counts))


def _counted(duration: Duration | None, start: Moment, unsettled: bool, around: Circumstances) -> Placed:
    early = count(duration, start.early, EARLY, around.calendar, unsettled)
    return Placed(early, count(duration, start.late, LATE, around.calendar, unsettled))


def _nowhere(how: Literal["lost", "awaited"], at: Moment) -> Placed:
    return Placed(undated(how, at.early), undated(how, at.late))


def added(step: Step) -> Iterator[Amount]:
    """What a step adds to the sums; nothing where it has no amount, or runs inside another step."""
    duration = step.duration
    if duration is None or duration.value is None or step.part_of is not None or duration.bound in LEAST:
        return
    if duration.unit in SUMMED:
        yield Amount(duration.value, duration.unit)
    if duration.plus is not None:
        yield duration.plus


def choices(taken: Sequence[tuple[Numbered, bool]]) -> Iterator[tuple[Numbered, ...]]:
    """Every procedure that the steps may make up: of one number only one takes place, of those not sure perhaps none."""
    groups: dict[int, list[Numbered | None]] = {}
    sure: set[int] = set()
    for numbered, certain in taken:
        groups.setdefault(numbered[1].step, []).append(numbered)
        if certain:
            sure.add(numbered[1].step)
    for no in groups.keys() - sure:
        groups[no].append(None)
    for chosen in product(*groups.values()):
        yield tuple(sorted((one for one in chosen if one is not None), key=lambda numbered: numbered[0]))
