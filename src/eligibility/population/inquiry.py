"""Conditions as questions to the columns of a table: of facts it has no column for nothing is known."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import cast

from eligibility.law.condition import (
    All,
    Compare,
    Comparison,
    Condition,
    Constant,
    Either,
    Name,
    Not,
    OneOf,
    Operator,
    Other,
    Value,
    Window,
)
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.logic import Categories, Facts, comparison, meant
from eligibility.law.ordered import Grain, Ordered, least
from eligibility.law.parameters import Parameters, of_day, turns
from eligibility.law.space import GRAINS
from eligibility.law.vocabulary import Fact
from eligibility.population.expression import (
    FALSE,
    TRUE,
    UNKNOWN,
    Among,
    Beside,
    Expression,
    FromOn,
    HoldsAny,
    InPart,
    IsKnown,
    Sure,
    any_of_them,
    each_of,
    first_of,
    inverse,
)

DAY = "on"
"""the column of the day of filing"""
NONE: Facts = {}

Meanings = Mapping[tuple[str, str], Value]
"""of each fact and each of its values that stand for several, which is meant"""


def worlds_of(facts: Mapping[str, Fact], names: Iterable[str]) -> tuple[Meanings, ...]:
    """Ways to take the values of these facts that stand for several, in which each comes with each of another fact."""
    ways = [_ways(id, facts[id]) for id in names if id in facts]
    return tuple({open_value: meant for way in taken for open_value, meant in way.items()} for taken in product(*ways))


def _ways(id: str, fact: Fact) -> list[Meanings]:
    """Nobody is two values of a fact at once, so that they are taken side by side."""
    open_values = {value: choice.stands_for for value, choice in (fact.values or {}).items() if choice.stands_for}
    most = max(map(len, open_values.values()), default=1)
    return [{(id, value): meant[at % len(meant)] for value, meant in open_values.items()} for at in range(most)]


@dataclass(frozen=True)
class Inquiry:
    """Conditions put to the columns of one table, in one world."""

    facts: Mapping[str, Fact]
    categories: Categories
    parameters: Parameters
    columns: frozenset[str]
    """facts that the table has a column for"""
    world: Meanings = field(default_factory=dict)

    def within(self, world: Meanings) -> "Inquiry":
        return replace(self, world=world)

    def condition(self, tree: Condition, given: Facts = NONE) -> Expression:
        """Where the condition holds; what is given holds of everybody."""
        match tree:
            case Constant(value):
                return Sure(value)
            case Name(id) if id in self.categories:
                return self.condition(self.categories[id], given)
            case Not(part):
                return inverse(self.condition(part, given))
            case All(parts):
                return each_of(self.condition(part, given) for part in parts)
            case Either(parts):
                return any_of_them(self.condition(part, given) for part in parts)
            case _:
                return self.comparison(tree, given)

    def comparison(self, tree: Comparison, given: Facts = NONE) -> Expression:
        """One comparison; with an amount that the law sets anew, what it is on the day of filing."""
        names = _names(tree)
        if set_anew := [name for name in names if name in self.parameters and name not in given]:
            return self.by_day(set_anew, lambda amounts: self._with_amounts(tree, {**given, **amounts}))
        if all(name in given for name in names):
            return Sure(comparison(tree, given))
        match tree:
            case Name(id):
                return self.among(id, (True,))
            case OneOf(fact, values):
                return self.among(fact, values)
            case Window(fact, first, last):
                return InPart(self._column(fact), first, last) if self._has(fact) else UNKNOWN
            case Compare(fact, op, Other() as other):
                return self._beside(fact, op, other, given)
            case Compare(fact, op, value):
                return self._against(fact, op, cast("Value", value))

    def _with_amounts(self, tree: Comparison, given: Facts) -> Expression:
        """An amount that is not known on a day leaves what is compared with it unknown."""
        unknown = any(name in self.parameters and name not in given for name in _names(tree))
        return UNKNOWN if unknown else self.comparison(tree, given)

    def by_day(self, names: Iterable[str], make: Callable[[Facts], Expression]) -> Expression:
        """What is made of the amounts that hold on the day of filing."""
        amounts = tuple(names)
        days = sorted(set(turns(self.parameters[name] for name in amounts)))
        found: list[Facts] = [{}, *(of_day(amounts, self.parameters, day) for day in days)]
        before = zip(days, found[:-1], strict=True)
        return first_of(((inverse(FromOn(DAY, day)), make(given)) for day, given in before), make(found[-1]))

    def _beside(self, fact: str, op: Operator, other: Other, given: Facts) -> Expression:
        if other.id in given:
            return self._against(fact, op, cast("Value", meant(other, given)))
        if not (self._has(fact) and self._has(other.id)):
            return UNKNOWN
        return Beside(self._column(fact), op, self._column(other.id))

    def _against(self, fact: str, op: Operator, value: Value) -> Expression:
        if op in ("==", "!="):
            found = self.among(fact, (value,))
            return found if op == "==" else inverse(found)
        bound = cast("Ordered", value)
        reached = self.from_on(fact, least(bound, self._grain(fact), above=op in (">", "<=")))
        return reached if op in (">", ">=") else inverse(reached)

    def among(self, fact: str, values: tuple[Value, ...]) -> Expression:
        """Where the fact is one of the values; of several values at once, where one of them is."""
        if not self._has(fact):
            return UNKNOWN
        if fact in self.facts and self.facts[fact].many:
            return HoldsAny(fact, tuple(str(value) for value in values))
        open_values = [id for (of, id), meant in self.world.items() if of == fact and meant in values]
        found = tuple(dict.fromkeys((*values, *open_values)))
        return Among(self._column(fact), found)

    def from_on(self, fact: str, lowest: Ordered) -> Expression:
        return FromOn(self._column(fact), lowest) if self._has(fact) else UNKNOWN

    def known(self, name: str) -> Expression:
        """Whether anything is known of it on the day of filing."""
        if name == FILING_DAY:
            return TRUE
        if name in self.parameters:
            return self.by_day((name,), lambda amounts: Sure(name in amounts))
        return IsKnown(name) if self._has(name) else FALSE

    def _has(self, fact: str) -> bool:
        return fact == FILING_DAY or fact in self.columns

    def _column(self, fact: str) -> str:
        return DAY if fact == FILING_DAY else fact

    def _grain(self, fact: str) -> Grain:
        return "day" if fact == FILING_DAY else GRAINS.get(self.facts[fact].type, "whole")


def _names(tree: Comparison) -> tuple[str, ...]:
    match tree:
        case Name(id):
            return (id,)
        case Compare(fact, _, Other(other)):
            return (fact, other)
        case _:
            return (tree.fact,)
