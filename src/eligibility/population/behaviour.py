"""Two plans over all kinds of person. A stand-in, one by one; the columns take its place."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from eligibility.law.condition import Value
from eligibility.law.logic import Facts, Truth, truth
from eligibility.reasoning.decision import _concluded
from eligibility.reasoning.direct import Direct
from eligibility.reasoning.plan import Plan


class Flip(NamedTuple):
    """Kinds of person for whom a conclusion comes out otherwise."""

    before: Truth
    after: Truth
    kinds: int
    known: int
    example: Mapping[str, Value]


class Behaviour(NamedTuple):
    kinds: int
    known: int
    flips: tuple[tuple[Flip, ...], ...]


def behaviour(old: Plan, new: Plan, pairs: Sequence[tuple[int | None, int | None]]) -> Behaviour:
    engines = Direct(old.program), Direct(new.program)
    found: list[dict[tuple[Truth, Truth], Flip]] = [{} for _ in pairs]
    kinds = known = 0
    persons = list(_persons(old, new, pairs))
    names = {name for facts in persons for name in facts}
    for facts in sorted(persons, key=len):
        kinds += 1
        whole = names <= set(facts)
        known += whole
        slots = [_concluded(facts, plan, None, engine) for plan, engine in zip((old, new), engines, strict=True)]
        for at, pair in enumerate(pairs):
            before, after = (False if slot is None else truths[slot] for slot, truths in zip(pair, slots, strict=True))
            if before is not after:
                flip = found[at].get((before, after), Flip(before, after, 0, 0, facts))
                found[at][before, after] = flip._replace(kinds=flip.kinds + 1, known=flip.known + whole)
    return Behaviour(kinds, known, tuple(tuple(one.values()) for one in found))


def _persons(old: Plan, new: Plan, pairs: Sequence[tuple[int | None, int | None]]) -> Iterator[Facts]:
    """Every kind that the two plans can tell apart, by the facts that these conclusions rest on, contradictory ones left out."""
    space: dict[str, tuple[Value | None, ...]] = {}
    for at, plan in enumerate((old, new)):
        for fact in plan.near([slot for pair in pairs if (slot := pair[at]) is not None]):
            if fact in plan.space:
                seen = dict.fromkeys((*(space.get(fact) or ()), *plan.space[fact], None))
                space[fact] = tuple(seen)
    for values in product(*space.values()):
        facts = {id: value for id, value in zip(space, values, strict=True) if value is not None}
        against = ((tree, plan.categories) for plan in (old, new) for trees in plan.contradictions.values() for tree in trees)
        if not any(truth(tree, facts, categories) is True for tree, categories in against):
            yield facts
