"""What is asked of the columns of a table: a closed language of three values, which every target says in its own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eligibility.law.condition import Operator, Value
from eligibility.law.logic import Truth
from eligibility.law.ordered import Ordered
from eligibility.law.tokens import MonthDay


@dataclass(frozen=True, slots=True)
class Sure:
    """The same for everybody."""

    value: Truth


@dataclass(frozen=True, slots=True)
class Among:
    """The column holds one of these values; unknown where it holds none."""

    column: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class HoldsAny:
    """Of several values at once that the column holds, one is among these."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FromOn:
    """The column holds at least this number or day."""

    column: str
    lowest: Ordered


@dataclass(frozen=True, slots=True)
class Beside:
    """A day compared with the day in another column."""

    column: str
    op: Operator
    other: str


@dataclass(frozen=True, slots=True)
class InPart:
    """A day that lies in a part of its year, over New Year where the last comes first."""

    column: str
    first: MonthDay
    last: MonthDay


@dataclass(frozen=True, slots=True)
class IsKnown:
    """Never unknown itself."""

    column: str


@dataclass(frozen=True, slots=True)
class IsTrue:
    """Certain: never unknown itself."""

    part: "Expression"


@dataclass(frozen=True, slots=True)
class Inverse:
    part: "Expression"


@dataclass(frozen=True, slots=True)
class EachOf:
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Branch:
    """What is said where a truth holds that is never unknown."""

    where: "Expression"
    then: "Expression"


@dataclass(frozen=True, slots=True)
class FirstOf:
    """Of branches the first that holds."""

    branches: tuple[Branch, ...]
    otherwise: "Expression"


@dataclass(frozen=True, slots=True)
class Unanimous:
    """What all parts agree on, unknown included; else unknown."""

    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Computed:
    """A truth that an earlier stage has put into a column."""

    name: str


Expression = (
    Sure
    | Among
    | HoldsAny
    | FromOn
    | Beside
    | InPart
    | IsKnown
    | IsTrue
    | Inverse
    | EachOf
    | AnyOf
    | FirstOf
    | Unanimous
    | Computed
)
TRUE, FALSE, UNKNOWN = Sure(True), Sure(False), Sure(None)


def each_of(parts: Iterable[Expression]) -> Expression:
    """Without what is sure, and without a part twice."""
    return _group(EachOf, parts, decisive=False)


def any_of_them(parts: Iterable[Expression]) -> Expression:
    return _group(AnyOf, parts, decisive=True)


def _group(kind: type[EachOf] | type[AnyOf], parts: Iterable[Expression], decisive: bool) -> Expression:
    found: dict[Expression, None] = {}
    for part in parts:
        if part == Sure(decisive):
            return part
        if isinstance(part, kind):
            found |= dict.fromkeys(part.parts)
        elif part != Sure(not decisive):
            found[part] = None
    match tuple(found):
        case ():
            return Sure(not decisive)
        case (only,):
            return only
        case many:
            return kind(many)


def inverse(part: Expression) -> Expression:
    match part:
        case Sure(value):
            return Sure(None if value is None else not value)
        case Inverse(inner):
            return inner
        case _:
            return Inverse(part)


def is_true(part: Expression) -> Expression:
    match part:
        case Sure(value):
            return Sure(value is True)
        case IsKnown() | IsTrue():
            return part
        case _:
            return IsTrue(part)


def first_of(branches: Iterable[tuple[Expression, Expression]], otherwise: Expression) -> Expression:
    """Without branches that never hold, and without those after one that always does."""
    found: list[Branch] = []
    for where, then in branches:
        if where == TRUE:
            otherwise = then
            break
        if where != FALSE:
            found.append(Branch(where, then))
    while found and found[-1].then == otherwise:
        found.pop()
    return FirstOf(tuple(found), otherwise) if found else otherwise


def unanimous(parts: Iterable[Expression]) -> Expression:
    match tuple(dict.fromkeys(parts)):
        case (only,):
            return only
        case found if all(isinstance(part, Sure) for part in found):
            return UNKNOWN
        case (Among(column), *_) as found if all(isinstance(part, Among) and part.column == column for part in found):
            return _of_one_column(column, [part.values for part in found if isinstance(part, Among)])
        case found:
            return Unanimous(found)


def _of_one_column(column: str, lists: list[tuple[Value, ...]]) -> Expression:
    """True of values in all lists, unknown of values in some."""
    everywhere = tuple(value for value in lists[0] if all(value in one for one in lists))
    somewhere = tuple(dict.fromkeys(value for one in lists for value in one if value not in everywhere))
    return first_of([(is_true(Among(column, somewhere)), UNKNOWN)], Among(column, everywhere))


def computed(expression: Expression) -> Iterator[str]:
    """The columns of earlier stages that an expression reads."""
    match expression:
        case Computed(name):
            yield name
        case EachOf(parts) | AnyOf(parts) | Unanimous(parts):
            for part in parts:
                yield from computed(part)
        case Inverse(part) | IsTrue(part):
            yield from computed(part)
        case FirstOf(branches, otherwise):
            for branch in branches:
                yield from computed(branch.where)
                yield from computed(branch.then)
            yield from computed(otherwise)
        case _:
            pass
