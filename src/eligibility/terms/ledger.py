"""The term ledger: who must do what, by when, each day counted and each day off named."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from eligibility.law.calendar import Calendar, DayOff, WorkingDay
from eligibility.law.edition import Flag, Pause, StatedTerm, Step
from eligibility.law.filing_facts import CHANNEL
from eligibility.law.logic import Truth
from eligibility.law.vocabulary import Home, Measure
from eligibility.reasoning.decision import Decision, closed_way
from eligibility.terms.course import SUMMED, Circumstances, Course, Days, Placed, added, choices, run, total
from eligibility.terms.extension import extended
from eligibility.terms.open_terms import deciding_open_terms, named, open_term
from eligibility.terms.ways import Ways, holds, ways

T = TypeVar("T")

CountsFilingDay = Mapping[str, bool]
"""by channel, whether the day of filing is the first day of a term; a channel not named here does not count it"""
NOT_COUNTED: CountsFilingDay = {}


class Filing(NamedTuple):
    """The day the terms begin with."""

    day: date
    counted_from: date
    """the first working day from the filing on"""
    skipped: tuple[DayOff, ...]
    channel: str | None
    counts: bool | None
    """whether that day is the first day of a term; None where it depends on the channel, which is not known"""


class StepRow(NamedTuple):
    """A step of the edition with its days."""

    step: Step
    starts: Days | None
    placed: Placed | None
    """None where the days depend on answers not given yet"""
    alternative: bool
    """it may be that this step does not take place"""
    added: bool
    occurs_on: tuple[str, ...]
    """the open questions that decide whether it takes place"""
    days_on: tuple[str, ...]
    """the open questions that decide when"""
    flags: tuple[Flag, ...]
    """what the text leaves open or says oddly of this step, as far as it concerns this case"""

    @property
    def depends_on(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.occurs_on, *self.days_on)))

    @property
    def dues(self) -> Days | None:
        return self.placed.dues if self.placed else None

    @property
    def skipped(self) -> tuple[DayOff, ...]:
        return self.placed.skipped if self.placed else ()

    @property
    def worked(self) -> tuple[WorkingDay, ...]:
        return self.placed.worked if self.placed else ()


class Sum(NamedTuple):
    """Amounts of one unit added up: a sum of steps, never a total term of the text."""

    unit: Measure
    value: int | None
    possible: tuple[int, ...]
    depends_on: tuple[str, ...]


class Stated(NamedTuple):
    """A total term the text itself states."""

    term: StatedTerm
    placed: Placed | None
    usual: Days | None
    """the last day without extensions"""
    dues: Days | None
    """the last day, with the extensions that are met"""
    moved: bool
    """whether there are any"""
    holds: Truth
    depends_on: tuple[str, ...]
    flags: tuple[Flag, ...]


class Paused(NamedTuple):
    """An extension or suspension the text provides for; where it is met, it moves the last day."""

    pause: Pause
    holds: Truth
    depends_on: tuple[str, ...]
    flags: tuple[Flag, ...]


class Closed(NamedTuple):
    """A way of filing by which nothing can be filed: there is no procedure, no term and no last day."""

    channel: str


class Ledger(NamedTuple):
    """Every step of an edition with its days, their sums, and the end of the whole."""

    decision: Decision
    filing: Filing | None = None
    """None where the text has nothing to count"""
    rows: tuple[StepRow, ...] = ()
    sums: tuple[Sum, ...] = ()
    """in the order the units first appear in"""
    end: Days | None = None
    """the last day of the last step with a term, with the extensions that are met"""
    usual_end: Days | None = None
    """the same without extensions"""
    stated: tuple[Stated, ...] = ()
    pauses: tuple[Paused, ...] = ()
    closed: Closed | None = None
    end_on: tuple[str, ...] = ()
    """the open questions that decide on the last day"""

    @property
    def home(self) -> Home:
        """Whose the steps and terms are."""
        return self.decision.home

    @property
    def moved(self) -> bool:
        """Whether an extension or suspension is met."""
        return any(one.holds for one in self.pauses)

    @property
    def largest_first(self) -> tuple[Sum, ...]:
        return tuple(sorted(self.sums, key=lambda one: SUMMED.index(one.unit)))

    @property
    def unsummed(self) -> bool:
        """Whether the sums leave out a term, because it has no amount that can be added."""
        return any(row.step.duration and row.step.part_of is None and not row.added for row in self.rows)

    @property
    def extent(self) -> Days | None:
        """The first and the last day anything here stands on."""
        if self.filing is None:
            return None
        days = [self.filing.day, self.filing.counted_from]
        dated: list[StepRow | Stated] = [*self.rows, *self.stated]
        for one in dated:
            if one.placed and one.placed.starts:
                days += [*one.placed.starts, one.placed.end.late.day]
        for dues in (self.end, *(one.dues for one in self.stated)):
            days += dues or ()
        return Days(min(days), max(days))

    @property
    def days_off(self) -> Mapping[date, DayOff]:
        """Every day off that is passed over, in order."""
        dated: list[StepRow | Stated] = [*self.rows, *self.stated]
        found = {off.day: off for one in dated if one.placed for off in one.placed.skipped}
        found |= {off.day: off for off in self.filing.skipped} if self.filing else {}
        return dict(sorted(found.items()))

    def passed(self, placed: Placed) -> set[date]:
        """Days off that this term passes over, and those on which it may not have started yet."""
        between = {day for day in self.days_off if placed.early.start <= day < placed.late.start}
        return between | {off.day for off in placed.skipped}

    @property
    def depends_on(self) -> tuple[str, ...]:
        parts: Iterable[StepRow | Sum | Stated | Paused] = (*self.rows, *self.sums, *self.stated, *self.pauses)
        return tuple(dict.fromkeys(fact for part in parts for fact in part.depends_on))


def ledger(decision: Decision, calendar: Calendar, counts_filing_day: CountsFilingDay = NOT_COUNTED) -> Ledger:
    """Of a decision that answers. Raises the calendar's refusals."""
    edition = decision.edition
    if (channel := closed_way(decision)) is not None:
        return Ledger(decision, closed=Closed(channel))
    pauses = tuple(_pauses(decision))
    if not (edition.steps or edition.stated_terms):
        return Ledger(decision, pauses=pauses)
    more = [CHANNEL] if any(counts_filing_day.values()) else []
    steps = (one.slot for one in decision.of("steps"))
    open_ways = ways(decision, (*steps, *deciding_open_terms(decision)), more)
    channels = [decision.case.facts.get(CHANNEL, answers.get(CHANNEL)) for answers in open_ways.answers]
    counts = [counts_filing_day.get(str(channel), False) for channel in channels]
    filing = _filing(decision, calendar, counts)
    courses = list(_courses(decision, calendar, filing.counted_from, open_ways, counts))
    every = [course for some in courses for course in some]
    rows = tuple(
        _row(decision, at, step, open_ways, courses)
        for at, step in enumerate(edition.steps)
        if any(at in course.placed for course in every)
    )
    usual = _only({course.end for course in every})
    end_on = open_ways.deciding([frozenset(course.end for course in some) for some in courses])
    met = [one.pause for one in pauses if one.holds]
    end = extended(decision, usual, met, calendar)
    sums = tuple(_sums(edition.steps, open_ways, courses))
    stated = tuple(_stated(decision, calendar, filing, met))
    return Ledger(decision, filing, rows, sums, end, usual, stated, pauses, end_on=end_on)


def _filing(decision: Decision, calendar: Calendar, counts: Sequence[bool]) -> Filing:
    day, channel = decision.case.on, decision.case.facts.get(CHANNEL)
    span = calendar.next_working_day(day)
    return Filing(day, span.due, span.skipped, None if channel is None else str(channel), _only(set(counts)))


def _courses(
    decision: Decision, calendar: Calendar, first: date, open_ways: Ways, counts: Sequence[bool]
) -> Iterator[tuple[Course, ...]]:
    """Of each way to answer, the courses the procedure may take; several where the text does not say which steps there are."""
    known: dict[Hashable, tuple[Course, ...]] = {}
    ruled = decision.of("steps")
    steps = tuple((at, one.rule) for at, one in enumerate(ruled))
    for answers, counts_first in zip(open_ways.answers, counts, strict=True):
        truths = [holds(decision, one.slot, answers) for one in ruled]
        taken = tuple((one, truth is True) for one, truth in zip(steps, truths, strict=True) if truth is not False)
        unsettled = frozenset(at for (at, step), _ in taken if open_term(decision, step.flags, answers))
        key = tuple((at, certain) for (at, _), certain in taken), unsettled, counts_first
        if key not in known:
            around = Circumstances(calendar, counts_first, decision.case.events, unsettled)
            known[key] = tuple(run(chosen, first, around) for chosen in choices(taken))
        yield known[key]


def _row(decision: Decision, at: int, step: Step, open_ways: Ways, courses: Sequence[tuple[Course, ...]]) -> StepRow:
    occurs = [frozenset(at in course.placed for course in some) for some in courses]
    occurs_on = open_ways.deciding(occurs)
    days = [frozenset(course.placed[at] for course in some if at in course.placed) or None for some in courses]
    days_on = open_ways.deciding(days)
    found = {placed for some in days for placed in some or ()}
    return StepRow(
        step,
        _only({one.starts for one in found}),
        _only(found),
        any(False in ways for ways in occurs),
        any(added(step)),
        occurs_on,
        days_on,
        named(decision, step.flags),
    )


def _sums(steps: Sequence[Step], open_ways: Ways, courses: Sequence[tuple[Course, ...]]) -> Iterator[Sum]:
    held = {unit for some in courses for course in some for unit in course.sums}
    for unit in dict.fromkeys(amount.unit for step in steps for amount in added(step)):
        if unit in held:
            sums = [frozenset(course.sums.get(unit, 0) for course in some) for some in courses]
            possible = {value for some in sums for value in some}
            yield Sum(unit, _only(possible), tuple(sorted(possible)), open_ways.deciding(sums))


def _stated(decision: Decision, calendar: Calendar, filing: Filing, met: Sequence[Pause]) -> Iterator[Stated]:
    for term, truth, slot in decision.of("stated_terms"):
        if truth is False:
            continue
        settings = {True, False} if filing.counts is None else {filing.counts}
        if decision.edition.text == "elsewhere":
            # No day is drawn from a term that no text at hand holds.
            yield Stated(term, None, None, None, False, truth, _deciding(decision, slot), ())
            continue
        unsettled = open_term(decision, term.flags, {})
        arounds = [Circumstances(calendar, counts, decision.case.events) for counts in settings]
        placed = _only({total(term, filing.counted_from, around, unsettled) for around in arounds})
        on = _deciding(decision, slot)
        if placed is None:
            on = tuple(dict.fromkeys((*on, CHANNEL)))
        usual = placed.dues if placed else None
        dues = extended(decision, usual, met, calendar)
        yield Stated(term, placed, usual, dues, bool(met), truth, on, named(decision, term.flags))


def _pauses(decision: Decision) -> Iterator[Paused]:
    for pause, truth, slot in decision.of("pauses"):
        if truth is not False:
            yield Paused(pause, truth, _deciding(decision, slot), named(decision, pause.flags))


def _deciding(decision: Decision, slot: int) -> tuple[str, ...]:
    found = ways(decision, [slot])
    return found.deciding([holds(decision, slot, answers) for answers in found.answers])


def _only(found: set[T]) -> T | None:
    return next(iter(found)) if len(found) == 1 else None
