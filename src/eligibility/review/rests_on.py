"""What a conclusion rests on: its condition, and all that gives the condition its meaning."""

from collections.abc import Hashable, Mapping
from typing import NamedTuple

from eligibility.law.condition import Condition, Name, written
from eligibility.law.filing_facts import REQUEST
from eligibility.law.logic import expanded, facts_read
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.reasoning.plan import Plan


class SharedEntry(NamedTuple):
    """An entry of what all editions share."""

    section: str
    id: str
    """of a contradiction its condition"""


def rests_on(plan: Plan, pack: Pack, slot: int) -> Mapping[SharedEntry, Hashable]:
    """What is shared and decides this conclusion, each entry as far as it decides anything."""
    tree = plan.conditions[slot]
    read = facts_read(tree, plan.categories)
    trees = [tree]
    found: dict[SharedEntry, Hashable] = {}
    for contradiction in dict.fromkeys(one for fact in read for one in plan.contradictions.get(fact, ())):
        found[SharedEntry("contradictions", written(contradiction))] = True
        trees.append(contradiction)
    for one in trees:
        found |= {SharedEntry("categories", id): plan.categories[id] for id in _categories(one, plan.categories)}
        for id in facts_read(one, plan.categories):
            if id in pack.parameters:
                found[SharedEntry("parameters", id)] = tuple(pack.parameters[id].values)
            elif id in pack.facts:
                found[SharedEntry("facts", id)] = _told_apart(pack.facts[id])
    if REQUEST in read:
        found[SharedEntry("facts", REQUEST)] = plan.space.get(REQUEST)
    return found


def _categories(tree: Condition, categories: Mapping[str, Condition]) -> dict[str, None]:
    return {part.id: None for part in expanded(tree, categories) if isinstance(part, Name) and part.id in categories}


def _told_apart(fact: Fact) -> Hashable:
    """What its answers can be, whatever they are called."""
    values = tuple((id, one.stands_for) for id, one in (fact.values or {}).items())
    return fact.type, values, fact.range, fact.many, fact.since
