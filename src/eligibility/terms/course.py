"""The steps of a procedure one after another, once it is settled which of them take place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from eligibility.law.edition import Step
from eligibility.law.vocabulary import Unit
from eligibility.terms.calendar import Calendar
from eligibility.terms.counting import LEAST, Counted, count

SUMMED: tuple[Unit, ...] = ("months", "calendar-days", "working-days", "hours", "minutes")
"""units that amounts are added up in, the largest first; never one into another"""

Numbered = tuple[int, Step]
"""a step with its place in the edition"""


class Amount(NamedTuple):
    value: int
    unit: Unit


class Course(NamedTuple):
    counted: Mapping[int, Counted]
    """of each step, by its place"""
    sums: Mapping[Unit, int]
    end: date | None
    """the day the last step with a term ends on"""


def run(steps: Iterable[Numbered], first: date, calendar: Calendar, counts_first: bool) -> Course:
    """Each step from the day the one before ended on; `first` is a working day. Raises the calendar's refusals."""
    counted: dict[int, Counted] = {}
    begun: dict[int | None, tuple[date, bool, bool]] = {}
    sums: dict[Unit, int] = {}
    day, counts, dated, lost = first, counts_first, False, False
    for place, step in steps:
        begin = begun[step.step] = begun.get(step.part_of, (day, counts, lost))
        one = counted[place] = _counted(step, calendar, *begin)
        if step.part_of is not None:
            continue
        day, counts, dated = one.end, counts and not one.uses_days, dated or one.due is not None
        lost = lost or (step.duration is not None and step.duration.unit == "unstated")
        if (amount := added(step)) is not None:
            sums[amount.unit] = sums.get(amount.unit, 0) + amount.value
    return Course(counted, sums, day if dated and not lost else None)


def _counted(step: Step, calendar: Calendar, start: date, counts_start: bool, lost: bool) -> Counted:
    """A step after one whose time the text leaves open has no days."""
    return Counted("lost", start, start, None) if lost else count(step.duration, start, calendar, counts_start)


def added(step: Step) -> Amount | None:
    """What a step adds to the sum; nothing where it has no amount, or runs inside another step."""
    duration = step.duration
    if duration is None or duration.value is None or step.part_of is not None or duration.bound in LEAST:
        return None
    return Amount(duration.value, duration.unit) if duration.unit in SUMMED else None


def replacements(steps: Sequence[Numbered]) -> Iterator[tuple[Numbered, ...]]:
    """Every choice of one step of each number: steps of one number replace each other."""
    groups: dict[int, list[Numbered]] = {}
    for numbered in steps:
        groups.setdefault(numbered[1].step, []).append(numbered)
    for chosen in product(*groups.values()):
        yield tuple(sorted(chosen, key=lambda numbered: numbered[0]))
