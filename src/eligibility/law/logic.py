"""What a condition means: Kleene's three values over facts that may be unknown. The reference the engines are held to."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from eligibility.law.condition import All, Compare, Condition, Constant, Either, Name, Not, OneOf, Value, walk

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
    return agreed(_truth(tree, world, categories) for world in worlds(facts))


def _truth(tree: Condition, facts: Facts, categories: Categories) -> Truth:
    match tree:
        case Constant(value):
            return value
        case Name(id):
            if id in categories:
                return _truth(categories[id], facts, categories)
            return comparison(tree, facts.get(id))
        case Compare(fact) | OneOf(fact):
            return comparison(tree, facts.get(fact))
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


def comparison(tree: Name | Compare | OneOf, value: Value | None) -> Truth:
    """One comparison of a fact's value; an unknown value makes it unknown."""
    if value is None:
        return None
    match tree:
        case Name():
            return value is True
        case OneOf(_, values):
            return value in values
        case Compare(_, "==", other):
            return value == other
        case Compare(_, "!=", other):
            return value != other
        case Compare(_, op, other):
            return _ordered(op, int(value), int(other))


def _ordered(op: str, value: int, other: int) -> bool:
    match op:
        case "<":
            return value < other
        case "<=":
            return value <= other
        case ">":
            return value > other
        case _:
            return value >= other


def names_read(tree: Condition) -> Iterator[str]:
    """Facts and categories a condition names itself."""
    for part in walk(tree):
        match part:
            case Name(id):
                yield id
            case Compare(fact) | OneOf(fact):
                yield fact
            case _:
                pass


def facts_read(tree: Condition, categories: Categories) -> dict[str, None]:
    """Facts a condition reads, through its categories too, in the order of reading."""
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
