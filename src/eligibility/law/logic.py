"""What a condition means: Kleene's three values over facts that may be unknown. The reference the engines are held to."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

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
    Other,
    Value,
    Window,
    walk,
)

Truth = bool | None
Facts = Mapping[str, Value]
Categories = Mapping[str, Condition]


class Several(str):
    """A fact's value that stands for one of several not told apart."""

    values: tuple[Value, ...]

    def __new__(cls, id: str, values: tuple[Value, ...] = ()) -> "Several":
        found = super().__new__(cls, id)
        found.values = values
        return found


def worlds(facts: Facts) -> Iterator[Facts]:
    """The facts with each value that stands for several taken as each of them; a conclusion is what all of them agree on."""
    open_facts = {id: value.values for id, value in facts.items() if isinstance(value, Several)}
    if not open_facts:
        yield facts
        return
    for values in product(*open_facts.values()):
        yield {**facts, **dict(zip(open_facts, values, strict=True))}


def is_open(fact: str, facts: Facts) -> bool:
    """Whether an answer to this fact is still missing, or exact only up to several."""
    return fact not in facts or isinstance(facts[fact], Several)


def agreed(truths: Iterable[Truth]) -> Truth:
    found = set(truths)
    return found.pop() if len(found) == 1 else None


def truth(tree: Condition, facts: Facts, categories: Categories) -> Truth:
    if not any([isinstance(value, Several) for value in facts.values()]):
        return _truth(tree, facts, categories)
    return agreed(_truth(tree, world, categories) for world in worlds(facts))


def _truth(tree: Condition, facts: Facts, categories: Categories) -> Truth:
    match tree:
        case Constant(value):
            return value
        case Name(id):
            if id in categories:
                return _truth(categories[id], facts, categories)
            return comparison(tree, facts)
        case Compare() | OneOf() | Window():
            return comparison(tree, facts)
        case Not(part):
            inner = _truth(part, facts, categories)
            return None if inner is None else not inner
        case All(parts):
            return all_of(_truth(part, facts, categories) for part in parts)
        case Either(parts):
            return any_of(_truth(part, facts, categories) for part in parts)


def all_of(truths: Iterator[Truth]) -> Truth:
    result: Truth = True
    for value in truths:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def any_of(truths: Iterator[Truth]) -> Truth:
    result: Truth = False
    for value in truths:
        if value is True:
            return True
        if value is None:
            result = None
    return result


def comparison(tree: Comparison, facts: Facts) -> Truth:
    """One comparison of facts; an unknown value makes it unknown."""
    value = facts.get(tree.id if isinstance(tree, Name) else tree.fact)
    if value is None:
        return None
    match tree:
        case Name():
            return value is True
        case OneOf(_, values):
            return any(_is(value, one) for one in values)
        case Window(_, first, last):
            return is_within(value, first, last)
        case Compare(_, op, said):
            other = meant(said, facts)
            return None if other is None else _compared(op, value, other)


def meant(said: Value | Other, facts: Facts) -> Value | None:
    """What a fact is compared with."""
    if not isinstance(said, Other):
        return said
    value: Any = facts.get(said.id)
    return value if said.times is None or value is None else said.times * value  # type: ignore[no-any-return]


def is_within(day: Any, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether a day is in this part of its year."""
    at = day.month, day.day
    return first <= at <= last if first <= last else at >= first or at <= last


def _is(value: Value, other: Value) -> bool:
    """Of several values at once, one of them."""
    return other in value if isinstance(value, tuple) else value == other


def _compared(op: str, value: Any, other: Any) -> bool:
    match op:
        case "==":
            return _is(value, other)
        case "!=":
            return not _is(value, other)
        case "<":
            return bool(value < other)
        case "<=":
            return bool(value <= other)
        case ">":
            return bool(value > other)
        case _:
            return bool(value >= other)


def names_read(tree: Condition) -> Iterator[str]:
    """Facts, parameters and categories a condition names itself."""
    for part in walk(tree):
        match part:
            case Name(id):
                yield id
            case Compare(fact, _, Other(id)):
                yield from (fact, id)
            case Compare(fact) | OneOf(fact) | Window(fact):
                yield fact
            case _:
                pass


def facts_read(tree: Condition, categories: Categories) -> dict[str, None]:
    """Facts and parameters a condition reads, through its categories too, in the order of reading."""
    found: dict[str, None] = {}
    for name in names_read(tree):
        found |= facts_read(categories[name], categories) if name in categories else {name: None}
    return found


def expanded(tree: Condition, categories: Categories) -> Iterator[Condition]:
    """A condition's parts with those of the categories it names."""
    for part in walk(tree):
        yield part
        if isinstance(part, Name) and part.id in categories:
            yield from expanded(categories[part.id], categories)
