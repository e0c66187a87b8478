"""How the columns of a table hold the values of facts."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from eligibility.law.condition import Value
from eligibility.law.logic import Several
from eligibility.law.ordered import DECIMALS, exact
from eligibility.law.vocabulary import Fact

if TYPE_CHECKING:
    import polars as pl

PAPER = ("no", "yes", "original", "copy", "both", "electronic")
"""what a column says of a document"""
SCALE = 10**DECIMALS
"""a number is held as so many of its smallest parts, for nothing here is a float"""


def kind_of(fact: Fact) -> "pl.DataType":
    import polars as pl

    match fact.type:
        case "bool":
            return pl.Boolean()
        case "choice":
            return pl.String() if fact.many else pl.Enum(list(fact.values or ()))
        case "date":
            return pl.Date()
        case "number":
            return pl.Int64()
        case _:
            return pl.Int32()


def cell_of(fact: Fact, value: Value | None) -> Any:
    """The value as a column of its kind holds it: of several values at once `;a;b;`, of none of them `;`."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return ";".join(("", *value, "")) if value else ";"
    if fact.type == "number" and isinstance(value, (int, Decimal)):
        return int(Decimal(value) * SCALE)
    return str(value) if isinstance(value, str) else value


def value_of(fact: Fact, cell: Any) -> Value | None:
    """The value that a column of its kind holds."""
    if cell is None:
        return None
    if fact.many:
        return tuple(one for one in cell.split(";") if one)
    if fact.type == "number":
        return exact(Decimal(cell) / SCALE)
    if fact.type == "choice":
        several = (fact.values or {})[cell].stands_for
        return Several(cell, several) if several else str(cell)
    found: bool | int | date = cell
    return found


def frame(facts: Mapping[str, Fact], columns: Mapping[str, Sequence[Value | None]]) -> "pl.DataFrame":
    """A table of persons of whom these facts are known."""
    import polars as pl

    held = {id: [cell_of(facts[id], value) for value in values] for id, values in columns.items()}
    return pl.DataFrame(held, schema={id: kind_of(facts[id]) for id in columns})
