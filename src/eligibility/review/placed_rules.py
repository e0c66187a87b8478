"""The rules of one edition made ready, each with its section, what it is known by there, and where its conclusion stands."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from eligibility.law.citation import citations
from eligibility.law.edition import AsIn, Edition, EditionSection
from eligibility.law.vocabulary import Home, Known, TextHeld
from eligibility.reasoning.conclusions import CONCLUSIONS, rules_of
from eligibility.reasoning.plan import Entry, Plan

ReviewSection = Literal[
    "head",
    "title",
    "form",
    "requests",
    "applicants",
    "for_whom",
    "channels",
    "fee",
    "requirements",
    "no_papers",
    "documents_from",
    "comparison",
    "receipts",
    "results",
    "stated_terms",
    "terms_from",
    "hours",
    "steps",
    "pauses",
    "refuse_to_accept",
    "refuse_to_accept_unsaid",
    "refuse_service",
    "appeal",
    "flags",
]
REVIEW_SECTIONS: tuple[ReviewSection, ...] = get_args(ReviewSection)
KNOWN_BY: Mapping[ReviewSection, str] = {
    "form": "form",
    "requests": "request",
    "applicants": "filed_by",
    "channels": "channel",
    "fee": "fee",
    "requirements": "document",
    "documents_from": "act",
    "receipts": "receipt",
    "results": "outcome",
    "terms_from": "act",
    "pauses": "pause",
    "refuse_to_accept": "id",
    "refuse_service": "id",
    "flags": "id",
}
"""what tells the rules of a section apart; the rules of the others are told apart by their places alone"""


class EditionHead(NamedTuple):
    """What stands in an edition outside its rules."""

    annex: int | None
    provider: str | None
    requirements_as_in: AsIn | None
    known: Known | None
    known_since: date | None
    text: TextHeld
    holds: tuple[EditionSection, ...]


class PlacedRule(NamedTuple):
    """A rule of an edition, as the law's own type has it."""

    section: ReviewSection
    rule: Any
    home: Home
    slot: int | None = None
    """of its conclusion; None where it holds for everybody"""
    entry: Entry | None = None
    """of a document, the line of the checklist"""

    @property
    def id(self) -> str:
        return str(getattr(self.rule, KNOWN_BY[self.section])) if self.section in KNOWN_BY else ""

    @property
    def written(self) -> Any:
        """As the edition has it: several documents may be asked for in one breath."""
        return self.entry.row.requirement if self.entry else self.rule

    @property
    def cite(self) -> tuple[str, ...]:
        return citations(getattr(self.rule, "cite", ()))

    @property
    def when(self) -> str | None:
        return getattr(self.rule, "when", None)


def placed_rules(plan: Plan) -> Iterator[PlacedRule]:
    """All that the edition says, section by section."""
    for section in REVIEW_SECTIONS:
        if section == "requirements":
            yield from _lines(plan)
        elif section == "head":
            yield PlacedRule(section, _head(plan.edition), plan.home)
        else:
            yield from _of_section(plan, section)


def _head(edition: Edition) -> EditionHead:
    return EditionHead(*(getattr(edition, name) for name in EditionHead._fields))


def _lines(plan: Plan) -> Iterator[PlacedRule]:
    """A document a line, as the checklist has them, the lines of other acts that the edition points to among them."""
    for entry in plan.entries:
        row = entry.row
        rule = row.requirement._replace(document=row.document, all_of=(), any_of=row.alternatives, known=row.known)
        yield PlacedRule("requirements", rule, row.home or plan.home, entry.due, entry)


def _of_section(plan: Plan, section: ReviewSection) -> Iterator[PlacedRule]:
    rules: Sequence[Any] = rules_of(plan.edition, section)  # type: ignore[arg-type]
    slots: Sequence[int | None] = (None,) * len(rules)
    if section == "results":
        slots = plan.expected
    elif section in CONCLUSIONS:
        slots = plan.sections[section]  # type: ignore[index]
    for rule, slot in zip(rules, slots, strict=True):
        home = plan.homes.get(slot) if slot is not None else None
        yield PlacedRule(section, rule, home or plan.home, slot)


RulePair = tuple[PlacedRule | None, PlacedRule | None]


def matched(old: Sequence[PlacedRule], new: Sequence[PlacedRule]) -> Iterator[RulePair]:
    """Which rule of the one edition is which of the other: the same one first, then what is known by the same, at the same
    place, and last in the order of the text. In the order of the new text, what is gone behind its section."""
    for section in REVIEW_SECTIONS:
        before = [one for one in old if one.section == section]
        after = [one for one in new if one.section == section]
        found = _matched(before, after)
        yield from ((before[found[at]] if at in found else None, one) for at, one in enumerate(after))
        taken = set(found.values())
        yield from ((one, None) for at, one in enumerate(before) if at not in taken)


def _matched(old: Sequence[PlacedRule], new: Sequence[PlacedRule]) -> dict[int, int]:
    """The place in the old text of each rule of the new one that was there."""
    found: dict[int, int] = {}
    for level in range(4):
        left: dict[Hashable, list[int]] = {}
        taken = set(found.values())
        for at, one in enumerate(old):
            if at not in taken:
                left.setdefault(_keys(one)[level], []).append(at)
        for at, one in enumerate(new):
            if at not in found and left.get(_keys(one)[level]):
                found[at] = left[_keys(one)[level]].pop(0)
    return found


def _keys(one: PlacedRule) -> tuple[Hashable, Hashable, Hashable, Hashable]:
    """What a rule is recognised by, from the strictest to the loosest."""
    rule = one.rule
    if one.section == "steps":
        return rule, (rule.actor, rule.action), one.cite, rule.step
    return rule, (one.id, one.cite, one.when), (one.id, one.cite), one.id
