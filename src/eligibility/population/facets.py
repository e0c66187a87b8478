"""What of an answer is counted and compared: its lines, grounds, outcomes and terms, without a word."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.law.life import Status
from eligibility.law.logic import Truth
from eligibility.law.vocabulary import Duration
from eligibility.reasoning.decision import EntryStatus
from eligibility.reasoning.verdict import Judged


class Facets(NamedTuple):
    edition: str | None
    """the act, its service and the wording; nothing where none is held"""
    status: Status | None
    answered: bool
    documents: tuple[tuple[str, EntryStatus], ...] = ()
    missing: tuple[tuple[str, Truth], ...] = ()
    """of documents presented, what is missing, or may be"""
    to_accept: tuple[tuple[str, Truth], ...] = ()
    """grounds to refuse to accept that are met, or may be"""
    to_serve: tuple[tuple[str, Truth], ...] = ()
    """grounds to refuse the service"""
    outcomes: tuple[tuple[str, Truth], ...] = ()
    categories: tuple[tuple[str, Truth], ...] = ()
    """those that the edition asks about"""
    terms: tuple[Duration, ...] = ()
    """in all, as far as they are certain"""


def facets_of(answer: Answer | NoEdition) -> Facets:
    if isinstance(answer, NoEdition):
        return Facets(None, None, False)
    decision = answer.decision
    key = str(decision.plan.key.edition) if decision.plan else f"{decision.act_id}/{answer.edition.service}"
    if decision.plan is None:
        return Facets(key, decision.life.status, False)
    slots = {id: decision.plan.slots[id] for id in decision.plan.named_categories if id in decision.plan.slots}
    return Facets(
        key,
        decision.life.status,
        True,
        tuple(_strongest((line.document, line.status) for line in answer.lines_to_read)),
        tuple(_missing(answer)),
        _met(() if answer.known_only else answer.verdict.grounds),
        _met(answer.refusals),
        tuple({one.rule.outcome: one.truth for one in reversed(decision.of("results")) if one.truth is not False}.items()),
        tuple((id, decision.slots[slot]) for id, slot in slots.items()),
    )


STRENGTH: tuple[EntryStatus, ...] = ("not-required", "undetermined", "required")


def _strongest(lines: Iterable[tuple[str, EntryStatus]]) -> Iterator[tuple[str, EntryStatus]]:
    """Of several lines of one document the one that asks the most."""
    found: dict[str, EntryStatus] = {}
    for document, status in lines:
        before = found.setdefault(document, status)
        found[document] = max(before, status, key=STRENGTH.index)
    yield from found.items()


def _missing(answer: Answer) -> Iterator[tuple[str, Truth]]:
    if answer.known_only or not answer.verdict.presented:
        return
    certain = dict.fromkeys(line.document for line in answer.missing)
    yield from ((document, True) for document in certain)
    perhaps = dict.fromkeys(line.document for line in answer.perhaps_missing)
    yield from ((document, None) for document in perhaps if document not in certain)


def _met(grounds: Iterable[Judged]) -> tuple[tuple[str, Truth], ...]:
    return tuple(dict.fromkeys((one.ground.id, one.met) for one in grounds))


def with_terms(answer: Answer | NoEdition) -> Facets:
    """With what a count does not look at."""
    facets = facets_of(answer)
    return facets._replace(terms=tuple(_terms(answer))) if isinstance(answer, Answer) and facets.answered else facets


def _terms(answer: Answer) -> Iterator[Duration]:
    """The total that is stated, else the sum of the steps."""
    if answer.year_lacking is not None:
        return
    stated = [one.term.duration for one in answer.ledger.stated if one.holds]
    if stated:
        yield from dict.fromkeys(stated)
    else:
        yield from (Duration(one.unit, one.value) for one in answer.ledger.largest_first if one.value is not None)
