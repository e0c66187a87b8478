"""Conditions lowered to what the engines run: numbered truth slots, and trees of slots without negation inside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from eligibility.law.condition import (
    All,
    Compare,
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
from eligibility.law.logic import Truth
from eligibility.law.ordered import Grain, Ordered, grain_of, least


class Lit(NamedTuple):
    """Slot `slot` is `wanted`."""

    slot: int
    wanted: bool


class Both(NamedTuple):
    parts: "tuple[Tree, ...]"


class Some(NamedTuple):
    parts: "tuple[Tree, ...]"


class Fixed(NamedTuple):
    value: bool


Tree = Lit | Both | Some | Fixed


class Atom(NamedTuple):
    """A fact is one of these values, or, for what has an order, at least this one. Of several values at once, any will do."""

    fact: str
    values: tuple[Value, ...] = ()
    at_least: Ordered | None = None

    def of(self, value: Any) -> Truth:
        if value is None:
            return None
        if self.at_least is not None:
            return bool(value >= self.at_least)
        return any([one in self.values for one in value]) if type(value) is tuple else value in self.values

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.fact,)


class Compared(NamedTuple):
    """A comparison with what the day of filing or another fact gives, or with a part of the year: read as it is written."""

    tree: Compare | Window

    @property
    def facts(self) -> tuple[str, ...]:
        match self.tree:
            case Compare(fact, _, Other(other)):
                return (fact, other)
            case tree:
                return (tree.fact,)


class Given(NamedTuple):
    """A truth that comes from outside the facts: whether a document was presented for a line of the checklist. An alternative
    that counts under a condition only, or of several documents together, is given apart. No line: what nobody can say."""

    entry: int
    alternative: int | None = None


UNSAID = -1
"""stands in the place of a line for what the text does not say, such as the documents of a list that is not in it"""


class Node(NamedTuple):
    """A conclusion: its name, its slot and the tree that decides it."""

    name: str
    slot: int
    tree: Tree


@dataclass(frozen=True, slots=True)
class Program:
    """Slots first for atoms and givens, then for nodes in an order in which each reads only earlier slots."""

    atoms: tuple[Atom | Compared | Given, ...]
    nodes: tuple[Node, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Facts read, with the day of filing and the parameters."""
        return tuple(dict.fromkeys(fact for atom in self.atoms if not isinstance(atom, Given) for fact in atom.facts))


_OPPOSITE: Mapping[Operator, Operator] = {"!=": "==", "<": ">=", "<=": ">"}
MAX_PARTS = 12
"""of one group; the forward-chaining engine takes at most 16 antecedents"""


@dataclass(slots=True)
class Builder:
    """Collects nodes; slots are numbered for good in `program`, when all atoms are known."""

    categories: Mapping[str, Condition]
    grains: Mapping[str, Grain] = field(default_factory=dict)
    """how finely the values of each fact lie, where a comparison does not show it"""
    _atoms: dict[Atom | Compared | Given, int] = field(default_factory=dict)
    _nodes: list[tuple[str, Tree]] = field(default_factory=list)
    _names: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, tree: Tree) -> Lit:
        """A node; its literal can be used in later trees. Node slots count down from -1 until numbered."""
        tree = self._flat(name, simplified(tree))
        slot = -1 - len(self._nodes)
        self._nodes.append((name, tree))
        self._names[name] = slot
        return Lit(slot, True)

    def given(self, entry: int, alternative: int | None = None) -> Lit:
        return Lit(self._atom(Given(entry, alternative)), True)

    def lower(self, condition: Condition, wanted: bool = True) -> Tree:
        """The tree that is true when the condition has the wanted value."""
        match condition:
            case Constant(None):
                return self.given(UNSAID)._replace(wanted=wanted)
            case Constant(value):
                return Fixed(value is wanted)
            case Name(id):
                return self._name(id, wanted)
            case Not(part):
                return self.lower(part, not wanted)
            case All(parts) | Either(parts):
                lowered = tuple(self.lower(part, wanted) for part in parts)
                return Both(lowered) if isinstance(condition, All) is wanted else Some(lowered)
            case OneOf(fact, values):
                return Lit(self._atom(Atom(fact, values)), wanted)
            case Compare():
                return self._compare(condition, wanted)
            case Window():
                return Lit(self._atom(Compared(condition)), wanted)

    def program(self) -> Program:
        offset = len(self._atoms)

        def numbered(tree: Tree) -> Tree:
            match tree:
                case Lit(slot, wanted):
                    return tree if slot >= 0 else Lit(offset - 1 - slot, wanted)
                case Both(parts):
                    return Both(tuple(map(numbered, parts)))
                case Some(parts):
                    return Some(tuple(map(numbered, parts)))
                case _:
                    return tree

        nodes = (Node(name, offset + at, simplified(numbered(tree))) for at, (name, tree) in enumerate(self._nodes))
        return Program(tuple(self._atoms), tuple(nodes))

    def _atom(self, atom: Atom | Compared | Given) -> int:
        return self._atoms.setdefault(atom, len(self._atoms))

    def _name(self, id: str, wanted: bool) -> Tree:
        if id in self._names:
            return Lit(self._names[id], wanted)
        if id in self.categories:
            return self.add(id, self.lower(self.categories[id]))._replace(wanted=wanted)
        return Lit(self._atom(Atom(id, (True,))), wanted)

    def _compare(self, condition: Compare, wanted: bool) -> Tree:
        """Each comparison and its opposite are one atom, so that what is known of the one is known of the other."""
        fact, op, said = condition.fact, condition.op, condition.value
        holds = wanted is (op in ("==", ">", ">="))
        if isinstance(said, Other):
            return Lit(self._atom(Compared(Compare(fact, _OPPOSITE.get(op, op), said))), holds)
        if op in ("==", "!="):
            return Lit(self._atom(Atom(fact, (said,))), holds)
        bound = cast("Ordered", said)
        lowest = least(bound, self.grains.get(fact) or grain_of(bound), above=op in (">", "<="))
        return Lit(self._atom(Atom(fact, at_least=lowest)), holds)

    def _flat(self, name: str, tree: Tree) -> Tree:
        """A group inside a group becomes a node of its own, and so do the pieces of a long one."""
        match tree:
            case Both(parts) | Some(parts):
                kind = type(tree)
                literals = tuple(self._literal(name, part) for part in parts)
                if len(literals) <= MAX_PARTS:
                    return kind(literals)
                pieces = [kind(literals[at : at + MAX_PARTS]) for at in range(0, len(literals), MAX_PARTS)]
                return self._flat(name, kind(tuple(pieces)))
            case _:
                return tree

    def _literal(self, name: str, part: Tree) -> Tree:
        return self.add(f"{name}/{len(self._nodes)}", part) if isinstance(part, (Both, Some)) else part


def some(parts: Iterable[Tree]) -> Tree:
    """At least one of the parts; of no parts, false."""
    found = tuple(parts)
    return Some(found) if found else Fixed(False)


def simplified(tree: Tree) -> Tree:
    """Without constants, nested groups of a kind, and groups of one."""
    match tree:
        case Both(parts):
            return _group(Both, parts, neutral=True)
        case Some(parts):
            return _group(Some, parts, neutral=False)
        case _:
            return tree


def _group(kind: type[Both] | type[Some], parts: tuple[Tree, ...], neutral: bool) -> Tree:
    found: dict[Tree, None] = {}
    for part in map(simplified, parts):
        if isinstance(part, Fixed):
            if part.value is not neutral:
                return part
        elif isinstance(part, kind):
            found |= dict.fromkeys(part.parts)
        else:
            found[part] = None
    match tuple(found):
        case ():
            return Fixed(neutral)
        case (only,):
            return only
        case many:
            return kind(many)
