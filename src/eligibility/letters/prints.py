"""Short hashes of a decision's sections, so that a later decision can be compared with it part by part."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from eligibility.contract import Json
from eligibility.law.pack import Pack
from eligibility.reasoning.decision import Decision

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "edition": ("edition",),
    "checklist": ("checklist",),
    "filing": ("channels", "applicants", "for_whom", "fee"),
    "results": ("results", "outcomes"),
    "receipts": ("receipts",),
    "intake": ("intake",),
    "grounds": ("refusal_grounds", "open_grounds"),
    "terms": ("terms",),
    "flags": ("flags",),
}
"""parts of a decision, in the order their prints stand in a code"""
NAMES = "names"
"""the last print: what documents, services and offices are called"""
PROGRAM_WORDS = frozenset({"status_reason", "why", "because", "instead", "shortfalls"})
"""texts that are the program's, not the rules'"""
PRINT = 6


def prints(answer: Json, decision: Decision, pack: Pack) -> str:
    found = [_print([_ruled(answer[key]) for key in keys]) for keys in SECTIONS.values()]
    return "".join([*found, _print(_names(decision, pack))])


def differing(then: str, now: str) -> tuple[str, ...]:
    """The sections whose prints differ; `checklist`, `terms`, …"""
    names = (*SECTIONS, NAMES)
    places = range(0, PRINT * len(names), PRINT)
    return tuple(name for name, at in zip(names, places, strict=True) if then[at : at + PRINT] != now[at : at + PRINT])


def _ruled(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _ruled(one) for key, one in value.items() if key not in PROGRAM_WORDS}
    return [_ruled(one) for one in value] if isinstance(value, list) else value


def _names(decision: Decision, pack: Pack) -> list[tuple[str, str]]:
    texts = [pack.title(decision.edition), decision.act.providers[decision.edition.provider]]
    for line in decision.lines:
        texts += [line.entry.requirement.name or pack.documents[line.entry.document].name]
        texts += [pack.documents[one].name for one in line.accepted]
    return [(text.kk, text.ru) for text in texts]


def _print(content: Any) -> str:
    return hashlib.sha256(line(content)).hexdigest()[:PRINT]


def line(content: Any) -> bytes:
    """Plain data as the one line it is hashed by."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
