"""Short hashes of a decision's sections, so that a later decision can be compared with it part by part."""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from eligibility.answer.answer import Answer
from eligibility.answer.contract import decided
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.plain.canonical import canonical
from eligibility.plain.records import plain
from eligibility.reasoning.decision import Decision

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "edition": ("edition",),
    "checklist": ("checklist", "no_papers"),
    "filing": ("channels", "applicants", "for_whom", "fee"),
    "results": ("results", "outcomes"),
    "receipts": ("receipts",),
    "intake": ("intake",),
    "grounds": ("refusal_grounds", "open_grounds", "appeal"),
    "terms": ("terms",),
    "flags": ("flags",),
}
"""parts of a decision, in the order their fingerprints stand in a code"""
LATER = ("no_papers", "appeal")
"""what letters came to tell later: where there is none, codes written before still hold"""
NAMES = "names"
"""the last one: what documents, services, offices, acts and facts are called"""
SIGNS = 6


def fingerprints(answer: Answer) -> str:
    """Of what was decided. The words it is told in are the program's; what they take from the rules is among the names."""
    data = decided(answer)
    found = [_fingerprint([data[key] for key in keys if key not in LATER or data[key]]) for keys in SECTIONS.values()]
    return "".join([*found, _fingerprint(plain(tuple(_names(answer.decision, answer.pack))))])


def differing(then: str, now: str) -> tuple[str, ...]:
    """The sections whose fingerprints differ; `checklist`, `terms`, …"""
    names = (*SECTIONS, NAMES)
    places = range(0, SIGNS * len(names), SIGNS)
    return tuple(name for name, at in zip(names, places, strict=True) if then[at : at + SIGNS] != now[at : at + SIGNS])


def _names(decision: Decision, pack: Pack) -> Iterator[Any]:
    """Every text of the rules that a letter of this edition may show and the sections above do not hold."""
    edition, act = decision.edition, decision.act
    yield pack.title(edition), (act.providers or {}).get(edition.provider or ""), act.cited
    yield tuple((one.number, one.adopted) for one in act.amendments if one.changes(edition.annex) or edition.annex in one.adds)
    for line in decision.lines:
        yield line.entry.requirement.name or pack.documents[line.entry.document].name
        yield tuple(pack.documents[one].name for one in (*line.accepted, *chain.from_iterable(line.sets)))
    grounds = (*edition.refuse_to_accept, *edition.refuse_service)
    pointed = {one.act for one in (*edition.documents_from, *edition.terms_from)} | {one.act for one in grounds if one.act}
    yield tuple((pack.acts[id].title, pack.acts[id].cited) for id in sorted(pointed))
    receipts = [one.receipt for one in grounds if one.receipt]
    yield tuple(pack.actors[id] for id in sorted({step.actor for step in edition.steps} | {one.issued_by for one in receipts}))
    yield tuple(pack.receipt_fields[field].name for receipt in edition.receipts for field in receipt.shows)
    if news := tuple(text for result in edition.results for text in (result.told, result.issued_as) if text):
        yield news
    if decision.plan:
        yield tuple(_words_of(decision.plan.facts[fact]) for fact in sorted(decision.plan.space))
        used = [category for id, category in sorted(pack.categories.items()) if id in decision.plan.slots]
        yield tuple(category.says for category in used)
        yield from (category.name for category in used if category.name)


def _words_of(fact: Fact) -> tuple[Any, ...]:
    """Its clauses, and what takes their place."""
    return (fact.says, fact.values, *(text for text in (fact.name, fact.unit, fact.answers) if text))


def _fingerprint(content: Any) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()[:SIGNS]
