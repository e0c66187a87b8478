"""A last day moved by the extensions and suspensions that are met."""

from collections.abc import Iterable

from eligibility.law.calendar import Calendar
from eligibility.law.edition import Pause
from eligibility.reasoning.decision import Decision
from eligibility.terms.counting import EARLY, LATE, Clock, count
from eligibility.terms.course import Days
from eligibility.terms.open_terms import open_term


def extended(decision: Decision, usual: Days | None, met: Iterable[Pause], calendar: Calendar) -> Days | None:
    """No last day where nothing says for how long an extension is. Raises the calendar's refusals."""
    days = usual
    for pause in met:
        if days is not None:
            days = None if open_term(decision, pause.flags, {}) else _moved(days, pause, calendar)
    return days


def _moved(days: Days, pause: Pause, calendar: Calendar) -> Days | None:
    """«Up to» so long may also be not at all."""
    late = count(pause.duration, Clock(days.latest, LATE.hour), LATE, calendar)
    if late.due is None:
        return None
    if pause.duration is not None and pause.duration.bound in ("at-most", "within"):
        return Days(days.earliest, late.due)
    early = count(pause.duration, Clock(days.earliest, EARLY.hour), EARLY, calendar)
    return Days(early.end.day, late.due)
