"""The term ledger: who must do what, by when, each day counted and each day off named."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from eligibility.law.calendar import Calendar, DayOff, WorkingDay
from eligibility.law.edition import Flag, Pause, StatedTerm, Step
from eligibility.law.logic import Truth
from eligibility.law.vocabulary import Measure
from eligibility.reasoning.decision import Decision, closed_way
from eligibility.reasoning.plan import CHANNEL
from eligibility.terms.course import SUMMED, Circumstances, Course, Days, Placed, added, choices, run, total
from eligibility.terms.extension import extended
from eligibility.terms.open_terms import deciding_open_terms, named, open_term
from eligibility.terms.reasons import closed_reason, end_reason, filing_reason, moving, stated_reason, step_reason
from eligibility.terms.ways import Ways, holds, ways
from eligibility.words.text import Text

T = TypeVar("T")

CountsFilingDay = Mapping[str, bool]
"""by channel, whether the day of filing is the first day of a term; a channel not named here does not count it"""
NOT_COUNTED: CountsFilingDay = {}


class Filing(NamedTuple):
    day: date
    counted_from: date
    """the first working day from the filing on"""
    skipped: tuple[DayOff, ...]
    channel: str | None
    counts: bool | None
    """whether that day is the first day of a term; None where it depends on the channel, which is not known"""
    because: Text


class StepRow(NamedTuple):
    """A step of the edition with its days."""

    step: Step
    starts: Days | None
    placed: Placed | None
    """None where the days depend on answers not given yet"""
    alternative: bool
    """it may be that this step does not take place"""
    added: bool
    depends_on: tuple[str, ...]
    because: Text
    flags: tuple[Flag, ...]
    """what the text leaves open or says oddly of this step, as far as it concerns this case"""

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
    dues: Days | None
    """the last day, with the extensions that are met"""
    holds: Truth
    depends_on: tuple[str, ...]
    because: Text
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
    because: Text


class Ledger(NamedTuple):
    """Every step of an edition with its days, their sums, and the end of the whole."""

    annex: int
    filing: Filing | None = None
    """None where the text has nothing to count"""
    rows: tuple[StepRow, ...] = ()
    sums: tuple[Sum, ...] = ()
    """in the order the units first appear in"""
    end: Days | None = None
    """the last day of the last step with a term, with the extensions that are met"""
    because: Text | None = None
    """why there is no one last day, or what moved it; None where there is nothing to say"""
    stated: tuple[Stated, ...] = ()
    pauses: tuple[Paused, ...] = ()
    closed: Closed | None = None

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
        return Ledger(edition.annex, closed=Closed(channel, closed_reason(decision, channel)))
    pauses = tuple(_pauses(decision))
    if not (edition.steps or edition.stated_terms):
        return Ledger(edition.annex, pauses=pauses)
    more = [CHANNEL] if any(counts_filing_day.values()) else []
    steps = (f"step:{at}" for at in range(len(edition.steps)))
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
    met = [one.pause for one in pauses if one.holds]
    end = extended(decision, usual, met, calendar)
    sums = tuple(_sums(edition.steps, open_ways, courses))
    stated = tuple(_stated(decision, calendar, filing, met))
    because = end_reason(rows, end, moving(usual, end, met))
    return Ledger(edition.annex, filing, rows, sums, end, because, stated, pauses)


def _filing(decision: Decision, calendar: Calendar, counts: Sequence[bool]) -> Filing:
    day, channel = decision.case.on, decision.case.facts.get(CHANNEL)
    span = calendar.next_working_day(day)
    setting = _only(set(counts))
    because = filing_reason(setting, span.due if span.skipped else None)
    return Filing(day, span.due, span.skipped, None if channel is None else str(channel), setting, because)


def _courses(
    decision: Decision, calendar: Calendar, first: date, open_ways: Ways, counts: Sequence[bool]
) -> Iterator[tuple[Course, ...]]:
    """Of each way to answer, the courses the procedure may take; several where the text does not say which steps there are."""
    known: dict[Hashable, tuple[Course, ...]] = {}
    steps = tuple(enumerate(decision.edition.steps))
    for answers, counts_first in zip(open_ways.answers, counts, strict=True):
        truths = [holds(decision, f"step:{at}", answers) for at, _ in steps]
        taken = tuple((one, truth is True) for one, truth in zip(steps, truths, strict=True) if truth is not False)
        unsettled = frozenset(at for (at, step), _ in taken if open_term(decision, step.flags, answers))
        key = tuple((at, certain) for (at, _), certain in taken), unsettled, counts_first
        if key not in known:
            around = Circumstances(calendar, counts_first, decision.case.events, unsettled)
            known[key] = tuple(run(chosen, first, around) for chosen in choices(taken))
        yield known[key]


def _row(decision: Decision, at: int, step: Step, open_ways: Ways, courses: Sequence[tuple[Course, ...]]) -> StepRow:
    occurs = [frozenset(at in course.placed for course in some) for some in courses]
    alternative = any(False in found for found in occurs)
    occurs_on = open_ways.deciding(occurs)
    days = [frozenset(course.placed[at] for course in some if at in course.placed) or None for some in courses]
    days_on = open_ways.deciding(days)
    found = {placed for some in days for placed in some or ()}
    placed = _only(found)
    return StepRow(
        step,
        _only({one.starts for one in found}),
        placed,
        alternative,
        any(added(step)),
        tuple(dict.fromkeys((*occurs_on, *days_on))),
        step_reason(decision, step, placed, occurs_on if alternative else None, days_on),
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
    for at, term in enumerate(decision.edition.stated_terms):
        truth = decision.truth("term", at)
        if truth is False:
            continue
        settings = {True, False} if filing.counts is None else {filing.counts}
        unsettled = open_term(decision, term.flags, {})
        arounds = [Circumstances(calendar, counts, decision.case.events) for counts in settings]
        placed = _only({total(term, filing.counted_from, around, unsettled) for around in arounds})
        on = _deciding(decision, f"term:{at}")
        if placed is None:
            on = tuple(dict.fromkeys((*on, CHANNEL)))
        usual = placed.dues if placed else None
        dues = extended(decision, usual, met, calendar)
        because = stated_reason(decision, term, placed, on, moving(usual, dues, met))
        yield Stated(term, placed, dues, truth, on, because, named(decision, term.flags))


def _pauses(decision: Decision) -> Iterator[Paused]:
    for at, pause in enumerate(decision.edition.pauses):
        truth = decision.truth("pause", at)
        if truth is not False:
            yield Paused(pause, truth, _deciding(decision, f"pause:{at}"), named(decision, pause.flags))


def _deciding(decision: Decision, name: str) -> tuple[str, ...]:
    found = ways(decision, [name])
    return found.deciding([holds(decision, name, answers) for answers in found.answers])


def _only(found: set[T]) -> T | None:
    return next(iter(found)) if len(found) == 1 else None
