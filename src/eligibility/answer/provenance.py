"""What a decision can be held to: the engine, the rules and the case it was made from, by their hashes."""

from datetime import UTC, datetime
from typing import Any

from eligibility import __version__
from eligibility.plain.canonical import digest
from eligibility.plain.records import plain
from eligibility.reasoning.case import Case, Presented
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.inference import EngineName


def receipt(decision: Decision, rules: str, at: datetime | None = None) -> dict[str, Any]:
    return receipt_of(decision.case, decision.engine, rules, at)


def receipt_of(case: Case, engine: EngineName, rules: str, at: datetime | None = None) -> dict[str, Any]:
    return {
        "engine": f"{__version__} {engine}",
        "rules": rules,
        "case": case_hash(case),
        "decided_at": moment_text(at),
    }


def moment_text(at: datetime | None = None) -> str:
    """Now, where no moment is named."""
    return (at or datetime.now(UTC)).isoformat(timespec="seconds").replace("+00:00", "Z")


def receipt_text(decision: Decision, rules: str, at: datetime | None = None) -> str:
    """The same as JSON text. Nothing in it can hold a sign that JSON would have to spell otherwise."""
    return "{" + ", ".join([f'"{key}": "{value}"' for key, value in receipt(decision, rules, at).items()]) + "}"


SCALARS = (str, bool, int)
"""what stands in a case as JSON has it"""


def case_hash(case: Case) -> str:
    """Of everything that decides; the person's name and number are no part of it."""
    deciding: dict[str, Any] = {
        "service": case.service,
        "on": case.on.isoformat(),
        "act": case.act,
        "region": case.region,
        "facts": {id: value if isinstance(value, SCALARS) else plain(value) for id, value in case.facts.items()},
        "submitted": None if case.submitted is None else [_presented(one) for one in case.submitted],
    }
    if case.events:
        deciding["events"] = {id: day.isoformat() for id, day in case.events.items()}
    return digest(deciding)


def _presented(one: Presented) -> dict[str, Any]:
    found: dict[str, Any] = {
        "document": one.document,
        "form": one.form,
        "state": one.state,
        "expired_on": one.expired_on.isoformat() if one.expired_on else None,
        "instead_of": one.instead_of,
    }
    later = {"copies": one.copies, "issued_on": one.issued_on.isoformat() if one.issued_on else None}
    return found | {key: value for key, value in later.items() if value is not None}
