"""What a conclusion rests on, down to the facts: one derivation, whoever reads it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eligibility.law.condition import ALWAYS, written
from eligibility.law.logic import Truth
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.plan import Plan


class Reason(NamedTuple):
    """A conclusion with the conclusions and facts it rests on."""

    name: str
    slot: int
    truth: Truth
    because: "tuple[Reason, ...]"

    @property
    def leaves(self) -> "Iterator[Reason]":
        """The facts at the bottom, and whatever else rests on nothing."""
        if not self.because:
            yield self
        for below in self.because:
            yield from below.leaves


def plan_of(decision: Decision) -> Plan:
    if decision.plan is None:
        raise ValueError("an edition that may not speak for the day has no derivation")
    return decision.plan


def derivation(decision: Decision, slot: int) -> Reason:
    """The whole tree under a conclusion, down to the facts."""
    return _derived(plan_of(decision), decision.slots, slot, {})


def derivations(decision: Decision) -> tuple[Reason, ...]:
    """Of every line of the checklist; what several lines rest on is derived once."""
    plan, known = plan_of(decision), dict[int, Reason]()
    return tuple([_derived(plan, decision.slots, line.entry.due, known) for line in decision.lines])


def _derived(plan: Plan, slots: Sequence[Truth], slot: int, known: dict[int, Reason]) -> Reason:
    found = known.get(slot)
    if found is None:
        support = plan.supporters[slot]
        below = () if support is None else tuple([_derived(plan, slots, one, known) for one in support(slots)])
        found = known[slot] = Reason(plan.names[slot], slot, slots[slot], below)
    return found


def rule_of(decision: Decision, reason: Reason) -> str | None:
    """The condition a conclusion was drawn by, as the rule file writes it."""
    condition = plan_of(decision).conditions.get(reason.slot)
    return None if condition is None or condition == ALWAYS else written(condition)


def facts_behind(decision: Decision, slot: int) -> tuple[str, ...]:
    """Every fact a conclusion was read from."""
    facts = plan_of(decision).facts
    return tuple(dict.fromkeys(one.name for one in derivation(decision, slot).leaves if one.name in facts))
