"""Two plans over all kinds of person, one kind after the other by the direct engine: what the columns are held to."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from eligibility.law.condition import Value
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.logic import Facts, Truth, truth
from eligibility.law.space import cells
from eligibility.population.behaviour import Behaviour, Flip
from eligibility.population.inquiry import DAY
from eligibility.reasoning.decision import _concluded
from eligibility.reasoning.direct import Direct
from eligibility.reasoning.plan import Plan
from eligibility.review.changes import SlotPair


def behaviour_one_by_one(old: Plan, new: Plan, pairs: Sequence[SlotPair]) -> Behaviour:
    plans = old, new
    engines = [Direct(plan.program) for plan in plans]
    facts = list(dict.fromkeys(fact for plan in plans for fact in plan.space if fact != FILING_DAY))
    found: list[dict[tuple[Truth, Truth], Flip]] = [{} for _ in pairs]
    changed = set[int]()
    persons = sorted(_persons(plans, facts), key=len)
    for number, person in enumerate(persons):
        whole = len(person.keys() - {DAY}) == len(facts)
        slots = [_concluded(_known(plan, person), plan, None, engine) for plan, engine in zip(plans, engines, strict=True)]
        for at, pair in enumerate(pairs):
            before, after = (False if slot is None else truths[slot] for slot, truths in zip(pair, slots, strict=True))
            if before is not after:
                changed.add(number)
                flip = found[at].get((before, after), Flip(before, after, 0, 0, person))
                found[at][before, after] = flip._replace(kinds=flip.kinds + 1, known=flip.known + whole)
    known = sum(len(person.keys() - {DAY}) == len(facts) for person in persons)
    return Behaviour(len(persons), known, len(changed), tuple(tuple(one.values()) for one in found))


def _persons(plans: Sequence[Plan], facts: Sequence[str]) -> Iterator[Facts]:
    """Every kind that a plan can tell apart; the contradictory ones left out."""
    space: list[tuple[Value | None, ...]] = [(*_values(plans, fact), None) for fact in facts]
    days: tuple[Value, ...] = ()
    for plan in plans:
        days += cells(FILING_DAY, plan.looks) if plan.of_the_day else ()
    against = [(tree, plan) for plan in plans for trees in plan.contradictions.values() for tree in trees]
    for *values, day in product(*space, sorted(set(days)) or (None,)):
        person = {id: value for id, value in zip((*facts, DAY), (*values, day), strict=True) if value is not None}
        if not any(truth(tree, _known(plan, person), plan.categories) is True for tree, plan in against):
            yield person


def _known(plan: Plan, person: Facts) -> Facts:
    """With what the day of filing gives."""
    day = person.get(DAY)
    facts = {id: value for id, value in person.items() if id != DAY}
    return plan.known(facts, day) if isinstance(day, date) else facts


def _values(plans: Sequence[Plan], fact: str) -> list[Value]:
    """In order where they have one."""
    found = list(dict.fromkeys(value for plan in plans for value in plan.space.get(fact, ())))
    return sorted(found) if all(type(value) is int for value in found) else found
