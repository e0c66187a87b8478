"""A small town with several services, ruled as the acts given say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from eligibility.engine import Engine
from eligibility.law.pack import EditionKey, Pack
from tests.reasoning.random_rulebooks import ACT
from tests.reasoning.small_editions import CATEGORIES, DOCUMENTS, ELSEWHERE, FACTS, both

__all__ = ["DAY", "circle", "needs", "town"]

Plain = Mapping[str, Any]
DAY = date(2018, 6, 1)
HELD, KNOWN = "act", "known"


def circle(when: str, **more: Any) -> Plain:
    return {"when": when, "text": both(f"для: {when}"), "cite": "1", **more}


def needs(*requirements: Plain) -> list[Plain]:
    return [{"cite": str(at), **one} for at, one in enumerate(requirements, 1)]


def town(
    services: Mapping[str, Plain], known: Mapping[str, Plain] | None = None, situations: Mapping[str, Plain] | None = None
) -> Engine:
    """`services` by an act held in its text, `known` by one that is not."""
    every = [*services, *(known or {})]
    shared = {
        "facts": FACTS,
        "categories": CATEGORIES,
        "contradictions": [{"when": "orphan and age >= 18", "text": both("не сходится")}],
        "documents": {**DOCUMENTS, "application": {"name": both("application"), "for_one_service": True}},
        "services": {id: {"title": both(id)} for id in every},
        "situations": {id: {"name": both(id), **one} for id, one in (situations or {}).items()},
        "regions": {"region": both("область")},
        "acts": {HELD: ACT, KNOWN: {**ACT, **ELSEWHERE}},
    }
    editions = {
        EditionKey(HELD, id): {"service": id, "annex": at, "provider": "office", **one}
        for at, (id, one) in enumerate(services.items(), 1)
    }
    elsewhere = {
        EditionKey(KNOWN, id): {"service": id, "text": "elsewhere", "known": SOURCE, **one} for id, one in (known or {}).items()
    }
    return Engine(Pack.of(shared, {**editions, **elsewhere}), "direct")


SOURCE = {"source": both("страница"), "as_of": both("2018 год"), "confidence": "secondary"}
