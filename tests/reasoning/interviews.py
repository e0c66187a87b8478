"""Interviews played through: how many questions one order of asking takes, and how many the best order takes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from eligibility.law.condition import Value
from eligibility.law.logic import facts_read
from eligibility.law.space import assignments, consistent
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.plan import Plan
from eligibility.reasoning.questions import questions, undetermined
from tests.reasoning.kleene_reference import ready

__all__ = ["Asking", "Decide", "Facts", "interview"]

Facts = Mapping[str, Value]
Decide = Callable[[Facts], Decision]
Known = frozenset[tuple[str, Value]]


def interview(decide: Decide, person: Facts) -> list[str]:
    """The questions asked of somebody, one at a time, until none is left."""
    asked: list[str] = []
    while left := questions(decide({fact: person[fact] for fact in asked})):
        assert left[0] not in asked, f"{left[0]} is asked twice"
        asked.append(left[0])
    return asked


def asked_about(plan: Plan, first: Decision) -> tuple[str, ...]:
    """The facts behind all that an interview can want settled."""
    found: dict[str, None] = {}
    for slot in undetermined(first):
        found |= facts_read(plan.conditions[slot], plan.categories)
    return tuple(fact for fact in found if plan.facts[fact].stage == "filing")


@dataclass
class Asking:
    """Over all people of an edition, each combination of answers as likely as any other."""

    decide: Decide
    cells: Mapping[str, tuple[Value, ...]]
    people: list[Facts] = field(default_factory=list)
    _best: dict[Known, Fraction] = field(default_factory=dict)

    @classmethod
    def of(cls, decide: Decide, cells: Mapping[str, tuple[Value, ...]]) -> "Asking":
        first = decide({})
        plan = ready(first)
        concerned = {fact: cells[fact] for fact in asked_about(plan, first)}
        against = {tree for trees in plan.contradictions.values() for tree in trees}
        people: list[Facts] = [one for one in assignments(concerned) if consistent(one, against, plan.categories)]
        return cls(decide, concerned, people)

    def ours(self) -> Fraction:
        """Questions expected when the first of `questions` is asked each time."""
        return self._by_us(frozenset(), self.people)

    def best(self) -> Fraction:
        """Questions expected in the best of all orders, each free to depend on the answers before."""
        return self._by_the_best(frozenset(), self.people)

    def _by_us(self, known: Known, people: list[Facts]) -> Fraction:
        left = questions(self.decide(dict(known)))
        return self._after(left[0], known, people, self._by_us) if left else Fraction(0)

    def _by_the_best(self, known: Known, people: list[Facts]) -> Fraction:
        if known not in self._best:
            told = {fact for fact, _ in known}
            left = [fact for fact in self.cells if fact not in told]
            done = not questions(self.decide(dict(known)))
            costs = (self._after(fact, known, people, self._by_the_best) for fact in left)
            self._best[known] = Fraction(0) if done else min(costs)
        return self._best[known]

    def _after(self, fact: str, known: Known, people: Iterable[Facts], ask: "Ask") -> Fraction:
        groups: dict[Value, list[Facts]] = {}
        for person in people:
            groups.setdefault(person[fact], []).append(person)
        whole = sum(map(len, groups.values()))
        return 1 + sum(
            (Fraction(len(group), whole) * ask(known | {(fact, value)}, group) for value, group in groups.items()), Fraction(0)
        )


Ask = Callable[[Known, list[Facts]], Fraction]
