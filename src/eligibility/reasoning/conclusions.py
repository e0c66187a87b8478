"""What an edition concludes, rule by rule: the trees behind its checklist, its sections and its results."""

from collections.abc import Container, Iterable, Mapping
from typing import Any, Literal

from eligibility.law.condition import All, Condition, Not, parsed
from eligibility.law.edition import Alternative, Edition
from eligibility.law.filing_facts import INCOMPLETE
from eligibility.law.ordered import Grain
from eligibility.reasoning.listing import ListRow
from eligibility.reasoning.program import UNSAID, Both, Builder, Lit, Some, Tree, some

RuleSection = Literal[
    "applicants",
    "channels",
    "for_whom",
    "fee",
    "results",
    "receipts",
    "documents_from",
    "refuse_to_accept",
    "refuse_to_accept_unsaid",
    "refuse_service",
    "appeal",
    "pauses",
    "stated_terms",
    "steps",
    "flags",
]
"""parts of an edition whose rules hold under a condition, beside the checklist"""
CONCLUSIONS: Mapping[RuleSection, str] = {
    "applicants": "applicant",
    "channels": "channel",
    "for_whom": "circle",
    "fee": "fee",
    "results": "result",
    "receipts": "receipt",
    "documents_from": "reference",
    "refuse_to_accept": "accept-ground",
    "refuse_to_accept_unsaid": "accept-unsaid",
    "refuse_service": "refusal-ground",
    "appeal": "appeal",
    "pauses": "pause",
    "stated_terms": "term",
    "steps": "step",
    "flags": "flag",
}
"""how the conclusions of each are named: `channel:0`"""
GROUNDS: tuple[RuleSection, ...] = ("refuse_to_accept", "refuse_service")


def rules_of(edition: Edition, section: RuleSection) -> tuple[Any, ...]:
    found = getattr(edition, section)
    return found if type(found) is tuple else (found,) if found else ()


class Conclusions:
    """All that an edition concludes, each with its condition, on the way into a program."""

    def __init__(self, categories: Mapping[str, Condition], grains: Mapping[str, Grain]) -> None:
        self.builder = Builder(categories, grains)
        self.conditions: dict[str, Condition] = {}
        self._drawn: dict[str, Lit] = {}

    def draw(self, edition: Edition, found: Iterable[ListRow], lists_all: bool) -> None:
        missing: list[Tree] = []
        for at, row in enumerate(found):
            due = self._conclude(f"due:{at}", row.requirement.when)
            lacking: list[Tree] = [self.builder.given(at)._replace(wanted=False)]
            lacking += [self._lacking(at, index, one) for index, one in enumerate(row.alternatives) if one.when or one.all_of]
            if row.standing == "listed" and row.requirement.of_applicant:
                missing.append(self.builder.add(f"missing:{at}", Both((due, *lacking))))
        if not lists_all:
            missing.append(self.builder.given(UNSAID)._replace(wanted=False))
        self.builder.add(INCOMPLETE, some(missing))
        for section, name in CONCLUSIONS.items():
            for at, rule in enumerate(rules_of(edition, section)):
                self._conclude(f"{name}:{at}", rule.when)

    def draw_expected(self, edition: Edition, refusals: Container[str]) -> None:
        """A ground that is met, and that the text at hand lists, leaves no result but a refusal."""
        grounds = [one for one in enumerate(edition.refuse_service) if one[1].when and one[1].standing == "listed"]
        names = [f"{CONCLUSIONS['refuse_service']}:{at}" for at, _ in grounds]
        for at, result in enumerate(edition.results):
            if names and result.outcome not in refusals:
                parts = [self._drawn[f"{CONCLUSIONS['results']}:{at}"]]
                parts += [self._drawn[name]._replace(wanted=False) for name in names]
                self.builder.add(f"expected:{at}", Both(tuple(parts)))
                unmet = [Not(self.conditions[name]) for name in names]
                self.conditions[f"expected:{at}"] = All((parsed(result.when), *unmet))

    def _lacking(self, at: int, index: int, alternative: Alternative) -> Tree:
        """That an alternative which is given apart was not brought, or does not count."""
        brought = self.builder.given(at, index)._replace(wanted=False)
        if alternative.when is None:
            return brought
        accepted = self._conclude(f"accepted:{at}.{index}", alternative.when)
        return Some((brought, accepted._replace(wanted=False)))

    def _conclude(self, name: str, when: str | None) -> Lit:
        condition = parsed(when)
        self.conditions[name] = condition
        found = self._drawn[name] = self.builder.add(name, self.builder.lower(condition))
        return found
