"""The ways in which open questions may be answered, and which of them settle a matter."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from eligibility.law.condition import Value
from eligibility.law.filing_facts import CHANNEL, REQUEST
from eligibility.law.logic import Truth, is_open, truth
from eligibility.law.space import assignments, consistent
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.derivation import plan_of
from eligibility.reasoning.plan import Plan
from eligibility.reasoning.questions import open_facts

Answers = Mapping[str, Value]


class Ways(NamedTuple):
    facts: tuple[str, ...]
    """the facts not known yet"""
    answers: tuple[Answers, ...]
    """every combination of them that does not contradict what is known"""

    def deciding(self, outcomes: Sequence[Hashable]) -> tuple[str, ...]:
        """Facts to ask for, where the ways (those with an outcome at all) do not come to one and the same outcome."""
        found = [(way, outcome) for way, outcome in zip(self.answers, outcomes, strict=True) if outcome is not None]
        if len({outcome for _, outcome in found}) < 2:
            return ()
        return tuple(fact for fact in self.facts if _alone_decides(fact, found)) or self.facts


def _alone_decides(fact: str, found: Iterable[tuple[Answers, Hashable]]) -> bool:
    seen: dict[Hashable, Hashable] = {}
    for way, outcome in found:
        others = tuple(value for id, value in way.items() if id != fact)
        if seen.setdefault(others, outcome) != outcome:
            return True
    return False


def ways(decision: Decision, conclusions: Iterable[int], more: Iterable[str] = ()) -> Ways:
    """The answers that tell the open ones of the conclusions apart, and to further facts where they are not known."""
    plan, known = plan_of(decision), decision.facts
    wanted = dict.fromkeys(more)
    for slot in conclusions:
        if decision.slots[slot] is None:
            wanted |= dict.fromkeys(open_facts(plan.conditions[slot], known, plan))
    facts = tuple(fact for fact in wanted if is_open(fact, known))
    offered = tuple(_consistent(plan, known, {fact: _values(decision, fact) for fact in facts}))
    if not offered:
        offered = tuple(_consistent(plan, known, {fact: _all_values(plan, fact, known) for fact in facts}))
    return Ways(facts, offered)


def holds(decision: Decision, slot: int, answers: Answers) -> Truth:
    """Whether a conclusion is true once its open questions are answered so; unknown where the text itself leaves it open."""
    plan = plan_of(decision)
    settled = decision.slots[slot]
    if settled is not None:
        return settled
    return truth(plan.conditions[slot], {**decision.facts, **answers}, plan.categories)


def _consistent(plan: Plan, known: Answers, values: Mapping[str, tuple[Value, ...]]) -> Iterator[Answers]:
    against = {tree: None for fact in values for tree in plan.contradictions.get(fact, ())}
    for answers in assignments(values):
        if consistent({**known, **answers}, against, plan.categories):
            yield answers


def _values(decision: Decision, fact: str) -> tuple[Value, ...]:
    """Of the channel and the variant, only what the edition offers here."""
    edition = decision.edition
    offered: Iterable[Value] = ()
    if fact == CHANNEL:
        offered = (one.channel for one, opened, _ in decision.of("channels") if one.only != "result" and opened is not False)
    elif fact == REQUEST:
        offered = (variant.request for variant in edition.requests)
    return tuple(dict.fromkeys(offered)) or _all_values(plan_of(decision), fact, decision.facts)


def _all_values(plan: Plan, fact: str, known: Answers) -> tuple[Value, ...]:
    return plan.values(fact, known) if fact in plan.space else tuple(plan.facts[fact].values or ())
