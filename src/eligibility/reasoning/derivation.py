"""What a conclusion rests on, down to the facts: one derivation, whoever reads it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eligibility.law.condition import ALWAYS, written
from eligibility.law.logic import Truth
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.plan import Plan
from eligibility.reasoning.program import Atom, Compared


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
    plan = plan_of(decision)
    return _derived(plan, decision.slots, slot, plan.recalled(_reasons, decision.slots))


def derivations(decision: Decision) -> tuple[Reason, ...]:
    """Of every line of the checklist; what several lines rest on is derived once."""
    plan = plan_of(decision)
    known = plan.recalled(_reasons, decision.slots)
    return tuple([_derived(plan, decision.slots, line.entry.due, known) for line in decision.lines])


def _reasons(plan: Plan, slots: tuple[Truth, ...]) -> dict[int, Reason]:
    """Those made so far of these conclusions; each is made when it is first asked for."""
    return {}


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
    plan = plan_of(decision)
    read = (fact for one in derivation(decision, slot).leaves for fact in _facts_of(plan, one))
    return tuple(dict.fromkeys(fact for fact in read if fact in plan.facts))


def _facts_of(plan: Plan, reason: Reason) -> tuple[str, ...]:
    atom = plan.program.atoms[reason.slot] if reason.slot < len(plan.program.atoms) else None
    return atom.facts if isinstance(atom, (Atom, Compared)) else (reason.name,)
