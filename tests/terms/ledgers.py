"""Ledgers of shipped editions, and of editions made up of steps alone."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from eligibility.engine import Engine
from eligibility.law.calendar import Calendar
from eligibility.law.pack import EditionKey, Pack, Source
from eligibility.reasoning.decision import Decision
from eligibility.terms.course import Days
from eligibility.terms.ledger import NOT_COUNTED, CountsFilingDay, Ledger, ledger
from tests.rules.shipped_calendar import DATA

ENGINE = Engine.shipped("direct")
CALENDAR = Calendar.of(DATA)
MADE_UP = EditionKey("kyzylorda-2015-118", "wheelchairs")
TEXT = {"kk": "іс-әрекет", "ru": "действие"}

Plain = Mapping[str, Any]


def decided(key: EditionKey, on: date, facts: Plain, engine: Engine = ENGINE, **more: Any) -> Decision:
    case = {"service": key.service, "act": key.act, "on": on.isoformat(), "facts": dict(facts), **more}
    return engine.decide(case, True)


def shipped(act: str, service: str, on: str, counting: CountsFilingDay = NOT_COUNTED, **facts: Any) -> Ledger:
    """Of an edition that comes with the program, as if it were in force on the day."""
    return ledger(decided(EditionKey(act, service), date.fromisoformat(on), facts), CALENDAR, counting)


def step(no: int, value: int | None = None, unit: str | None = None, **more: Any) -> Plain:
    made: dict[str, Any] = {"step": no, "actor": "head", "action": TEXT, "cite": "6(1)", **more}
    if unit is not None:
        made["duration"] = {"unit": unit} | ({"value": value} if value is not None else {})
        made["duration"] |= {key: made.pop(key) for key in ("bound", "plus") if key in made}
    return made


def flag(id: str, **more: Any) -> Plain:
    return {"id": id, "kind": "ambiguous", "for": "clerk", "text": TEXT, "cite": "6(1)", **more}


def engine_of(steps: Sequence[Plain], **more: Any) -> Engine:
    edition = {"service": MADE_UP.service, "annex": 3, "provider": "departments", "steps": list(steps), **more}
    return Engine(Pack(ENGINE.pack._shared, {MADE_UP: Source(edition)}, "made-up"), "direct")


def of_steps(
    steps: Sequence[Plain],
    on: date,
    facts: Plain | None = None,
    counting: CountsFilingDay = NOT_COUNTED,
    events: Mapping[str, str] | None = None,
    **more: Any,
) -> Ledger:
    decision = decided(MADE_UP, on, facts or {}, engine_of(steps, **more), events=events)
    return ledger(decision, CALENDAR, counting)


def sums(found: Ledger) -> dict[str, int | None]:
    return {one.unit: one.value for one in found.sums}


def told(found: Days | None) -> str | None:
    """A day, or `earliest..latest`."""
    return "..".join(day.isoformat() for day in dict.fromkeys(found)) if found else None


def days(found: Ledger) -> list[tuple[int, str | None, str | None]]:
    return [(row.step.step, told(row.starts), told(row.dues)) for row in found.rows]
