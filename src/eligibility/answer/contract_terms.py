"""The ledger of terms as JSON."""

from collections.abc import Iterable
from datetime import date

from eligibility.answer.contract_parts import (
    Json,
    Worded,
    cite_json,
    duration_json,
    known_json,
    text_json,
    text_or_none,
)
from eligibility.answer.term_reasons import (
    closed_because,
    end_because,
    filing_because,
    stated_because,
    step_because,
    uncounted_because,
)
from eligibility.law.calendar import DayOff
from eligibility.law.edition import Flag
from eligibility.reasoning.decision import Decision
from eligibility.terms.course import Days
from eligibility.terms.ledger import Closed, Filing, Ledger, Paused, Stated, StepRow, Sum


def terms_json(found: Ledger) -> Json:
    decision = found.decision
    return {
        "stated": _first_with_others([_stated(found, one) for one in found.stated]),
        "sum": [_sum(one) for one in found.largest_first],
        **_due(found.end),
        "because": Worded(lambda: text_or_none(end_because(found))),
        "steps": [_row(found, row) for row in found.rows],
        "pauses": [_pause(decision, one) for one in found.pauses],
        "counts_filing_day": _filing(found.filing) if found.filing else None,
        "closed": _closed(found, found.closed) if found.closed else None,
    }


def uncounted_json(year: int) -> Json:
    """For want of a year's calendar nothing is counted."""
    return {
        "stated": None,
        "sum": [],
        **_due(None),
        "because": Worded(lambda: text_json(uncounted_because(year))),
        "steps": [],
        "pauses": [],
        "counts_filing_day": None,
        "closed": None,
        "year_lacking": year,
    }


def _due(days: Days | None, name: str = "due") -> Json:
    """The day where there is one, else the earliest and the latest possible one, as far as they are known."""
    between = days.between if days else None
    return {
        name: _day(days.one) if days else None,
        f"{name}_between": [_day(day) for day in between] if between else None,
    }


def _first_with_others(found: list[Json]) -> Json | None:
    if not found:
        return None
    first, *others = found
    return first | {"also": others} if others else first


def _row(ledger: Ledger, row: StepRow) -> Json:
    step = row.step
    return {
        "no": step.step,
        "actor": step.actor,
        "action": text_json(step.action),
        "duration": duration_json(step.duration),
        "from": step.from_,
        **_due(row.starts, "start"),
        **_due(row.dues),
        "skipped": skipped_json(row.skipped),
        "worked": [{"day": _day(one.day), **text_json(one.name)} for one in row.worked],
        "because": Worded(lambda: text_json(step_because(ledger, row))),
        "alternative": row.alternative,
        "depends_on": list(row.depends_on),
        "part_of": step.part_of,
        "cite": cite_json(ledger.decision, step.cite),
        "flags": _ids(row.flags),
    }


def _ids(flags: Iterable[Flag]) -> list[str]:
    """Of a rule, those of its flags that apply to this case or may."""
    return [flag.id for flag in flags]


def skipped_json(days: Iterable[DayOff]) -> list[Json]:
    return [
        {"day": _day(off.day), "kind": off.kind, **text_json(off.name)} | ({"estimated": True} if off.estimated else {})
        for off in days
    ]


def _sum(found: Sum) -> Json:
    """An amount that hangs on open questions is no number, but the numbers it may come to."""
    if found.value is not None:
        return {"value": found.value, "unit": found.unit}
    return {"value": None, "unit": found.unit, "possible": list(found.possible), "depends_on": list(found.depends_on)}


def _stated(ledger: Ledger, stated: Stated) -> Json:
    return {
        **duration_json(stated.term.duration),
        "text": text_json(stated.term.text),
        "from": stated.term.from_,
        **_due(stated.dues),
        "skipped": skipped_json(stated.placed.skipped if stated.placed else ()),
        "because": Worded(lambda: text_json(stated_because(ledger, stated))),
        "depends_on": list(stated.depends_on),
        "cite": cite_json(ledger.decision, stated.term.cite),
        "flags": _ids(stated.flags),
        **known_json(stated.term.known),
    }


def _pause(decision: Decision, paused: Paused) -> Json:
    pause = paused.pause
    return {
        "pause": pause.pause,
        "status": "met" if paused.holds else "undetermined",
        "text": text_json(pause.text),
        "duration": duration_json(pause.duration) if pause.duration else None,
        "notice": duration_json(pause.notice) if pause.notice else None,
        "depends_on": list(paused.depends_on),
        "cite": cite_json(decision, pause.cite),
        "flags": _ids(paused.flags),
    }


def _filing(filing: Filing) -> Json:
    return {
        "channel": filing.channel,
        "counts": filing.counts,
        "filed": _day(filing.day),
        "counted_from": _day(filing.counted_from),
        "skipped": skipped_json(filing.skipped),
        "because": Worded(lambda: text_json(filing_because(filing))),
    }


def _closed(ledger: Ledger, closed: Closed) -> Json:
    return {"channel": closed.channel, **text_json(closed_because(ledger, closed))}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
