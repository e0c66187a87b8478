"""Whether a situation is one in the life of the person asking. That puts groups of services in order and decides nothing."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from eligibility.law.condition import Condition, Value, parsed
from eligibility.law.logic import Categories, Facts, Truth, agreed, facts_read, is_open, truth
from eligibility.law.pack import Pack
from eligibility.law.space import assignments, consistent, space
from eligibility.law.vocabulary import Situation
from eligibility.reasoning.questions import decisive


class Fit(NamedTuple):
    """How a situation fits what is known of a person."""

    fits: Truth
    """None also of a situation that may be in anybody's life"""
    open: tuple[str, ...] = ()
    """the facts that would tell"""


ANYBODY = Fit(None)


def fit(pack: Pack, situation: Situation, known: Facts) -> Fit:
    if situation.when is None:
        return ANYBODY
    judged = _judged(pack, situation.when)
    unknown = tuple(fact for fact in judged.read if fact in pack.facts and is_open(fact, known))
    possible = tuple(judged.answers(unknown, known))
    truths = [truth(judged.tree, {**known, **answers}, judged.categories) for answers in possible]
    return Fit(agreed(truths), decisive(judged.tree, unknown, possible, known, judged.categories))


class _Judged(NamedTuple):
    """A situation's condition with all that is needed to judge it."""

    tree: Condition
    categories: Categories
    read: tuple[str, ...]
    near: tuple[Condition, ...]
    """what cannot be true together with answers it reads"""
    cells: Mapping[str, tuple[Value, ...]]

    def answers(self, unknown: tuple[str, ...], known: Facts) -> Iterator[dict[str, Value]]:
        """All that may be answered without contradicting what is known."""
        for answers in assignments({fact: self.cells[fact] for fact in unknown}):
            if consistent({**known, **answers}, self.near, self.categories):
                yield answers


@lru_cache(maxsize=256)
def _judged(pack: Pack, when: str) -> _Judged:
    categories = {id: parsed(category.when) for id, category in pack.categories.items()}
    tree = parsed(when)
    read = tuple(facts_read(tree, categories))
    against = (parsed(one.when) for one in pack.contradictions)
    near = tuple(one for one in against if not facts_read(one, categories).keys().isdisjoint(read))
    return _Judged(tree, categories, read, near, space((tree, *near), pack.facts, categories, pack.parameters))
