"""The smallest change of facts that would turn a line around, tried out before it is told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, product
from typing import Any, NamedTuple

from eligibility.law.condition import Condition, Value
from eligibility.law.logic import facts_read
from eligibility.law.ordered import before
from eligibility.law.space import consistent
from eligibility.reasoning.case import Case
from eligibility.reasoning.decision import Decision, EntryStatus, Line
from eligibility.reasoning.plan import Plan

MAX_CHANGES = 3

Decide = Callable[[Case], Decision]


class Change(NamedTuple):
    fact: str
    now: Value | None
    then: Value
    possible: bool
    """False for what nobody can change, such as an age"""


class Turn(NamedTuple):
    changes: tuple[Change, ...]
    status: EntryStatus


def smallest_turn(decision: Decision, line: Line, decide: Decide) -> Turn | None:
    """The fewest changed facts after which the line is decided the other way; changes people can make come first."""
    plan = decision.plan
    if plan is None:
        return None
    wanted: EntryStatus = "not-required" if line.status == "required" else "required"
    index = decision.lines.index(line)
    for changes in _candidates(decision, line, plan):
        changed = {**decision.case.facts, **{change.fact: change.then for change in changes}}
        if not consistent(plan.known(changed, decision.case.on), _contradictions(plan), plan.categories):
            continue
        if decide(replace(decision.case, facts=changed)).lines[index].status == wanted:
            return Turn(changes, wanted)
    return None


def _candidates(decision: Decision, line: Line, plan: Plan) -> Iterator[tuple[Change, ...]]:
    known: Mapping[str, Value] = decision.facts
    facts = tuple(fact for fact in facts_read(plan.conditions[line.entry.due], plan.categories) if fact in plan.facts)
    for size in range(1, min(MAX_CHANGES, len(facts)) + 1):
        found = [
            tuple(
                Change(fact, known.get(fact), value, not plan.facts[fact].fixed)
                for fact, value in zip(chosen, values, strict=True)
            )
            for chosen in combinations(facts, size)
            for values in product(*(_others(fact, known, plan) for fact in chosen))
        ]
        yield from sorted(found, key=lambda changes: sum(not change.possible for change in changes))


def _others(fact: str, known: Mapping[str, Value], plan: Plan) -> Sequence[Value]:
    """Another value of every kind; of numbers and days the nearest one, the nearest kind first."""
    now, grain = known.get(fact), plan.looks.grain(fact)
    starts: Sequence[Any] = plan.values(fact, {id: value for id, value in known.items() if id != fact})
    if now is None or grain is None:
        return [value for value in starts if value != now]
    below = [before(start, lowest, grain) for lowest, start in pairwise(starts) if start <= now]
    above = [start for start in starts if start > now]
    return sorted((*below, *above), key=lambda value: abs(value - now))


def _contradictions(plan: Plan) -> set[Condition]:
    return {tree for trees in plan.contradictions.values() for tree in trees}
