"""The term ledger: who must do what, by when, each day counted and each day off named."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from eligibility.law.edition import Pause, StatedTerm, Step
from eligibility.law.logic import Truth
from eligibility.law.vocabulary import Unit
from eligibility.law.words import Text
from eligibility.reasoning.decision import Decision
from eligibility.terms.calendar import Calendar, DayOff, WorkingDay
from eligibility.terms.counting import Counted, count
from eligibility.terms.course import SUMMED, Course, added, replacements, run
from eligibility.terms.reasons import counting_reason, filing_reason, open_days, step_reason
from eligibility.terms.ways import Answers, Ways, holds, ways

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


class Row(NamedTuple):
    step: Step
    start: date | None
    counted: Counted | None
    """None where the days depend on answers not given yet"""
    alternative: bool
    """it may be that this step does not take place"""
    added: bool
    depends_on: tuple[str, ...]
    because: Text

    @property
    def due(self) -> date | None:
        return self.counted.due if self.counted else None

    @property
    def skipped(self) -> tuple[DayOff, ...]:
        return self.counted.skipped if self.counted else ()

    @property
    def worked(self) -> tuple[WorkingDay, ...]:
        return self.counted.worked if self.counted else ()


class Sum(NamedTuple):
    """Amounts of one unit added up: a sum of steps, never a total term of the text."""

    unit: Unit
    value: int | None
    possible: tuple[int, ...]
    depends_on: tuple[str, ...]


class Stated(NamedTuple):
    """A total term the text itself states."""

    term: StatedTerm
    counted: Counted | None
    holds: Truth
    depends_on: tuple[str, ...]
    because: Text

    @property
    def due(self) -> date | None:
        return self.counted.due if self.counted else None


class Paused(NamedTuple):
    """An extension or suspension the text provides for; it lengthens nothing by itself."""

    pause: Pause
    holds: Truth
    depends_on: tuple[str, ...]


class Ledger(NamedTuple):
    annex: int
    filing: Filing | None
    """None where the text has nothing to count"""
    rows: tuple[Row, ...]
    sums: tuple[Sum, ...]
    """in the order the units first appear in"""
    end: date | None
    """the day the last step with a term ends on"""
    stated: tuple[Stated, ...]
    pauses: tuple[Paused, ...]

    @property
    def largest_first(self) -> tuple[Sum, ...]:
        return tuple(sorted(self.sums, key=lambda one: SUMMED.index(one.unit)))

    @property
    def unsummed(self) -> bool:
        """Whether the sums leave out a term, because it has no amount that can be added."""
        return any(row.step.duration and row.step.part_of is None and not row.added for row in self.rows)

    @property
    def extent(self) -> tuple[date, date] | None:
        """The first and the last day anything here stands on."""
        if self.filing is None:
            return None
        dated: list[Row | Stated] = [*self.rows, *self.stated]
        days = [self.filing.day, self.filing.counted_from, *(one.counted.end for one in dated if one.counted)]
        return min(days), max(days)

    @property
    def depends_on(self) -> tuple[str, ...]:
        parts: Iterable[Row | Sum | Stated | Paused] = (*self.rows, *self.sums, *self.stated, *self.pauses)
        return tuple(dict.fromkeys(fact for part in parts for fact in part.depends_on))


def ledger(decision: Decision, calendar: Calendar, counts_filing_day: CountsFilingDay = NOT_COUNTED) -> Ledger:
    """Of a decision that answers. Raises the calendar's refusals."""
    steps = decision.edition.steps
    more = ["channel"] if any(counts_filing_day.values()) else []
    open_ways = ways(decision, (f"step:{at}" for at in range(len(steps))), more)
    channels = [decision.case.facts.get("channel", answers.get("channel")) for answers in open_ways.answers]
    counts = [counts_filing_day.get(str(channel), False) for channel in channels]
    if not (steps or decision.edition.stated_terms):
        return Ledger(decision.edition.annex, None, (), (), None, (), tuple(_pauses(decision)))
    filing = _filing(decision, calendar, counts)
    courses = list(_courses(decision, calendar, filing.counted_from, open_ways, counts))
    every = [course for some in courses for course in some]
    return Ledger(
        decision.edition.annex,
        filing,
        tuple(
            _row(decision, at, step, open_ways, courses)
            for at, step in enumerate(steps)
            if any(at in course.counted for course in every)
        ),
        tuple(_sums(steps, open_ways, courses)),
        _only({course.end for course in every}),
        tuple(_stated(decision, calendar, filing)),
        tuple(_pauses(decision)),
    )


def _filing(decision: Decision, calendar: Calendar, counts: Sequence[bool]) -> Filing:
    day, channel = decision.case.on, decision.case.facts.get("channel")
    span = calendar.next_working_day(day)
    setting = _only(set(counts))
    because = filing_reason(setting, span.due if span.skipped else None)
    return Filing(day, span.due, span.skipped, None if channel is None else str(channel), setting, because)


def _courses(
    decision: Decision, calendar: Calendar, first: date, open_ways: Ways, counts: Sequence[bool]
) -> Iterator[tuple[Course, ...]]:
    """Of each way to answer, the course the procedure takes; several where steps replace each other under one condition."""
    known: dict[Hashable, tuple[Course, ...]] = {}
    for answers, counts_first in zip(open_ways.answers, counts, strict=True):
        taken = tuple(_taken(decision, answers))
        key = tuple(at for at, _ in taken), counts_first
        if key not in known:
            known[key] = tuple(run(chosen, first, calendar, counts_first) for chosen in replacements(taken))
        yield known[key]


def _taken(decision: Decision, answers: Answers) -> Iterator[tuple[int, Step]]:
    for at, step in enumerate(decision.edition.steps):
        if holds(decision, f"step:{at}", answers):
            yield at, step


def _row(decision: Decision, at: int, step: Step, open_ways: Ways, courses: Sequence[tuple[Course, ...]]) -> Row:
    occurs = [frozenset(at in course.counted for course in some) for some in courses]
    alternative = any(False in found for found in occurs)
    occurs_on = open_ways.deciding(occurs)
    days = [frozenset(course.counted[at] for course in some if at in course.counted) or None for some in courses]
    days_on = open_ways.deciding(days)
    found = {counted for some in days for counted in some or ()}
    counted = _only(found)
    return Row(
        step,
        _only({one.start if one.how != "lost" else None for one in found}),
        counted,
        alternative,
        added(step) is not None,
        tuple(dict.fromkeys((*occurs_on, *days_on))),
        step_reason(decision, step, counted, occurs_on if alternative else None, days_on),
    )


def _sums(steps: Sequence[Step], open_ways: Ways, courses: Sequence[tuple[Course, ...]]) -> Iterator[Sum]:
    held = {unit for some in courses for course in some for unit in course.sums}
    for unit in dict.fromkeys(amount.unit for step in steps if (amount := added(step))):
        if unit in held:
            sums = [frozenset(course.sums.get(unit, 0) for course in some) for some in courses]
            possible = {value for some in sums for value in some}
            yield Sum(unit, _only(possible), tuple(sorted(possible)), open_ways.deciding(sums))


def _stated(decision: Decision, calendar: Calendar, filing: Filing) -> Iterator[Stated]:
    for at, term in enumerate(decision.edition.stated_terms):
        truth = decision.truth("term", at)
        if truth is False:
            continue
        settings = [True, False] if filing.counts is None else [filing.counts]
        counted = _only({count(term.duration, filing.counted_from, calendar, setting) for setting in settings})
        on = _deciding(decision, f"term:{at}")
        if counted is None:
            on = tuple(dict.fromkeys((*on, "channel")))
        yield Stated(term, counted, truth, on, counting_reason(counted) if counted else open_days(decision, on))


def _pauses(decision: Decision) -> Iterator[Paused]:
    for at, pause in enumerate(decision.edition.pauses):
        truth = decision.truth("pause", at)
        if truth is not False:
            yield Paused(pause, truth, _deciding(decision, f"pause:{at}"))


def _deciding(decision: Decision, name: str) -> tuple[str, ...]:
    found = ways(decision, [name])
    return found.deciding([holds(decision, name, answers) for answers in found.answers])


def _only(found: set[T]) -> T | None:
    return next(iter(found)) if len(found) == 1 else None
