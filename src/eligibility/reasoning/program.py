"""Conditions lowered to what the engines run: numbered truth slots, and trees of slots without negation inside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from eligibility.law.condition import All, Compare, Condition, Constant, Either, Name, Not, OneOf, Value
from eligibility.law.logic import Truth


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
    """A fact is one of these values, or, for a number, at least this one."""

    fact: str
    values: tuple[Value, ...] = ()
    at_least: int | None = None

    def of(self, value: Value | None) -> Truth:
        if value is None:
            return None
        return value in self.values if self.at_least is None else int(value) >= self.at_least


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

    atoms: tuple[Atom | Given, ...]
    nodes: tuple[Node, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(atom.fact for atom in self.atoms if isinstance(atom, Atom)))


MAX_PARTS = 12
"""of one group; the forward-chaining engine takes at most 16 antecedents"""


@dataclass(slots=True)
class Builder:
    """Collects nodes; slots are numbered for good in `program`, when all atoms are known."""

    categories: Mapping[str, Condition]
    _atoms: dict[Atom | Given, int] = field(default_factory=dict)
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

    def _atom(self, atom: Atom | Given) -> int:
        return self._atoms.setdefault(atom, len(self._atoms))

    def _name(self, id: str, wanted: bool) -> Tree:
        if id in self._names:
            return Lit(self._names[id], wanted)
        if id in self.categories:
            return self.add(id, self.lower(self.categories[id]))._replace(wanted=wanted)
        return Lit(self._atom(Atom(id, (True,))), wanted)

    def _compare(self, condition: Compare, wanted: bool) -> Tree:
        match condition.op:
            case "==" | "!=":
                atom = Atom(condition.fact, (condition.value,))
                return Lit(self._atom(atom), wanted is (condition.op == "=="))
            case ">=" | "<":
                bound = int(condition.value)
            case _:
                bound = int(condition.value) + 1
        return Lit(self._atom(Atom(condition.fact, at_least=bound)), wanted is condition.op.startswith(">"))

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
