"""What a decision can be held to: the engine, the rules and the case it was made from, by their hashes."""

from datetime import UTC, datetime
from typing import Any

from eligibility import __version__
from eligibility.plain.canonical import digest
from eligibility.plain.records import plain
from eligibility.reasoning.case import Case
from eligibility.reasoning.decision import Decision


def receipt(decision: Decision, rules: str, at: datetime | None = None) -> dict[str, Any]:
    moment = (at or datetime.now(UTC)).replace(microsecond=0)
    return {
        "engine": f"{__version__} {decision.engine}",
        "rules": rules,
        "case": case_hash(decision.case),
        "decided_at": moment.isoformat().replace("+00:00", "Z"),
    }


def case_hash(case: Case) -> str:
    """Of everything that decides; the person's name and number are no part of it."""
    deciding = {
        "service": case.service,
        "on": case.on.isoformat(),
        "act": case.act,
        "region": case.region,
        "facts": dict(case.facts),
        "submitted": None if case.submitted is None else plain(case.submitted),
    }
    return digest(deciding | ({"events": plain(dict(case.events))} if case.events else {}))
