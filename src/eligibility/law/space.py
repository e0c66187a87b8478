"""The finite space of facts that conditions can tell apart: numbers are cut where a condition looks at them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from eligibility.law.condition import Compare, Condition, OneOf, Value
from eligibility.law.logic import Categories, expanded, facts_read, truth
from eligibility.law.vocabulary import Fact


def cells(id: str, fact: Fact, conditions: Iterable[Condition], categories: Categories) -> tuple[Value, ...]:
    """One value of each kind that the conditions can tell apart."""
    if fact.type == "bool":
        return (True, False)
    if fact.type == "choice":
        return tuple(id for id, choice in (fact.values or {}).items() if not choice.stands_for)
    low, high = fact.range or (0, 0)
    cuts = {low}
    for tree in conditions:
        for part in expanded(tree, categories):
            if isinstance(part, OneOf) and part.fact == id:
                cuts |= {int(value) + more for value in part.values for more in (0, 1)}
            if isinstance(part, Compare) and part.fact == id:
                value = int(part.value)
                cuts |= {value, value + 1} if part.op in ("==", "!=") else {value if part.op in ("<", ">=") else value + 1}
    return tuple(sorted(cut for cut in cuts if low <= cut <= high))


def space(conditions: Iterable[Condition], facts: Mapping[str, Fact], categories: Categories) -> dict[str, tuple[Value, ...]]:
    """The cells of every fact the conditions read."""
    trees = tuple(conditions)
    read: dict[str, None] = {}
    for tree in trees:
        read |= facts_read(tree, categories)
    return {id: cells(id, facts[id], trees, categories) for id in read}


def assignments(cells_of: Mapping[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    ids = tuple(cells_of)
    for values in product(*cells_of.values()):
        yield dict(zip(ids, values, strict=True))


def consistent(facts: Mapping[str, Value], contradictions: Iterable[Condition], categories: Categories) -> bool:
    return not any(truth(tree, facts, categories) is True for tree in contradictions)
