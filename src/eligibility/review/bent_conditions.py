"""Conditions bent: each part left out, turned round, or comparing with something else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from math import prod
from typing import Literal

from eligibility.law.condition import (
    ALWAYS,
    All,
    Compare,
    Condition,
    Either,
    Name,
    Not,
    OneOf,
    Operator,
    Other,
    Value,
    Window,
    parsed,
    written,
)
from eligibility.law.edition import Edition
from eligibility.law.logic import truth
from eligibility.law.pack import Pack
from eligibility.law.space import assignments, consistent, space
from eligibility.law.vocabulary import Fact

MOST = 20_000
"""combinations of facts; conditions with more are held to be different"""

TURNED: Mapping[Operator, tuple[Operator, ...]] = {
    "==": ("!=",),
    "!=": ("==",),
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
}

BentHow = Literal["dropped", "negated", "swapped", "part", "operator", "value"]
Bent = Iterator[tuple[BentHow, Condition]]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is needed to bend conditions of one edition, and to see whether that says anything else."""

    pack: Pack
    requests: tuple[str, ...]

    @classmethod
    def of(cls, pack: Pack, edition: Edition) -> "Conditions":
        return cls(pack, tuple(one.request for one in edition.requests))

    def bent(self, when: str | None) -> Iterator[tuple[BentHow, str | None]]:
        """Each way to bend it that changes its meaning: how, and what it is then."""
        if when is None:
            return
        tree = parsed(when)
        seen = {when}
        whole: tuple[tuple[BentHow, Condition], ...] = (("dropped", ALWAYS), ("negated", _negated(tree)))
        for how, other in (*whole, *_within(tree, self.pack.facts)):
            text = written(other)
            if text not in seen and not same(self.pack, self.requests, when, text):
                yield how, None if other is ALWAYS else text
            seen.add(text)


@cache
def same(pack: Pack, requests: tuple[str, ...], one: str, other: str) -> bool:
    """Whether no case that can be tells the two conditions apart."""
    trees = parsed(one), parsed(other)
    categories = {id: parsed(category.when) for id, category in pack.categories.items()}
    contradictions = [parsed(entry.when) for entry in pack.contradictions]
    cells = space(trees, pack.facts, categories, pack.parameters)
    if "request" in cells and requests:
        cells["request"] = requests
    if prod(map(len, cells.values())) > MOST:
        return False
    return not any(
        truth(trees[0], facts, categories) is not truth(trees[1], facts, categories)
        and consistent(facts, contradictions, categories)
        for facts in assignments(cells, pack.parameters)
    )


def _negated(tree: Condition) -> Condition:
    return tree.part if isinstance(tree, Not) else Not(tree)


def _within(tree: Condition, facts: Mapping[str, Fact]) -> Bent:
    match tree:
        case Not(part):
            yield from ((how, _negated(bent)) for how, bent in _within(part, facts))
        case All(parts) | Either(parts):
            yield "swapped", Either(parts) if isinstance(tree, All) else All(parts)
            yield from _group(tree, facts)
        case Name() | Window():
            yield "negated", Not(tree)
        case Compare():
            yield from _comparison(tree, facts.get(tree.fact))
        case OneOf(fact, values):
            yield "negated", Not(tree)
            for value in values:
                left = tuple(one for one in values if one != value)
                yield "value", OneOf(fact, left) if len(left) > 1 else Compare(fact, "==", left[0]) if left else Not(tree)
            others = [value for value in (facts[fact].values if fact in facts else None) or () if value not in values]
            yield from (("value", OneOf(fact, (*values, other))) for other in others[:1])
        case _:
            pass


def _group(tree: All | Either, facts: Mapping[str, Fact]) -> Bent:
    for at, part in enumerate(tree.parts):
        before, after = tree.parts[:at], tree.parts[at + 1 :]
        left = (*before, *after)
        yield "part", left[0] if len(left) == 1 else replace(tree, parts=left)
        yield "negated", replace(tree, parts=(*before, _negated(part), *after))
        yield from ((how, replace(tree, parts=(*before, bent, *after))) for how, bent in _within(part, facts))


def _comparison(tree: Compare, fact: Fact | None) -> Bent:
    yield from (("operator", replace(tree, op=op)) for op in TURNED[tree.op])
    yield from (("value", replace(tree, value=value)) for value in _others(tree.value, fact))


def _others(value: Value | Other, fact: Fact | None) -> list[Value | Other]:
    """Values beside this one; of days and amounts, the nearest on both sides."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, Other):
        return (
            [] if value.times is None else [Other(value.id, value.times + more) for more in (-1, 1) if value.times + more > 0]
        )
    if isinstance(value, date):
        return [value - timedelta(days=1), value + timedelta(days=1)]
    if isinstance(value, (int, Decimal)):
        low, high = (fact and fact.range) or (0, value + 1)
        return [other for other in (value - 1, value + 1) if low <= other <= high]
    if fact is None:
        return []
    return [other for other in fact.values or () if other != value]
