"""Expressions as polars says them, over a table of typed columns."""

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

from eligibility.law.condition import Operator, Value
from eligibility.law.vocabulary import Fact
from eligibility.population.columns import Columns
from eligibility.population.expression import (
    Among,
    AnyOf,
    Beside,
    Computed,
    EachOf,
    Expression,
    FirstOf,
    FromOn,
    HoldsAny,
    InPart,
    Inverse,
    IsKnown,
    IsTrue,
    Sure,
    Unanimous,
)
from eligibility.population.held import SCALE


class InPolars:
    """Says expressions for a table; what it holds as its smallest parts is compared so."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._scaled: Collection[str] = {id for id, fact in facts.items() if fact.type == "number"}

    def truths(self, table: pl.LazyFrame, columns: Columns, named: Mapping[str, int]) -> pl.LazyFrame:
        """The table with what the columns say of these slots, under these names."""
        for stage in columns.stages:
            table = table.with_columns(self.said(one).alias(name) for name, one in stage.columns)
        found = table.with_columns(self.said(columns.truths[slot]).alias(name) for name, slot in named.items())
        return found.drop(name for stage in columns.stages for name, _ in stage.columns)

    def said(self, one: Expression) -> pl.Expr:
        match one:
            case Sure(value):
                return pl.lit(value, dtype=pl.Boolean)
            case Computed(name):
                return pl.col(name)
            case IsTrue(part):
                return self.said(part).fill_null(False)
            case Inverse(part):
                return ~self.said(part)
            case EachOf(parts):
                return _joined(and_, map(self.said, parts))
            case AnyOf(parts):
                return _joined(or_, map(self.said, parts))
            case FirstOf() | Unanimous():
                return self._chosen(one)
            case _:
                return self._comparison(one)

    def _chosen(self, one: FirstOf | Unanimous) -> pl.Expr:
        match one:
            case FirstOf(branches, otherwise):
                found = self.said(otherwise)
                for branch in reversed(branches):
                    found = pl.when(self.said(branch.where)).then(self.said(branch.then)).otherwise(found)
                return found
            case Unanimous(parts):
                first, *others = map(self.said, parts)
                return pl.when(_joined(and_, (first.eq_missing(other) for other in others))).then(first)

    def _comparison(self, one: IsKnown | Among | HoldsAny | FromOn | Beside | InPart) -> pl.Expr:
        column = pl.col(one.column)
        match one:
            case IsKnown():
                return column.is_not_null()
            case Among(_, values):
                return _among(column, [cell for value in values if (cell := self._cell(one.column, value)) is not None])
            case HoldsAny(_, values):
                return _joined(or_, (column.str.contains(f";{value};", literal=True) for value in values))
            case FromOn(_, lowest):
                return column >= pl.lit(self._cell(one.column, lowest))
            case Beside(_, op, other):
                return COMPARED[op](column, pl.col(other))
            case InPart(_, first, last):
                day = column.dt.month().cast(pl.Int32) * 100 + column.dt.day()
                begun, ended = (at[0] * 100 + at[1] for at in (first, last))
                return day.is_between(begun, ended) if first <= last else (day >= begun) | (day <= ended)

    def _cell(self, column: str, value: Value) -> Any:
        """The value as the column holds it; none that is finer than anything it can hold."""
        if column not in self._scaled or not isinstance(value, (int, Decimal)):
            return value
        scaled = Decimal(value) * SCALE
        return int(scaled) if scaled == scaled.to_integral_value() else None


def _joined(by: Callable[[pl.Expr, pl.Expr], pl.Expr], parts: Iterable[pl.Expr]) -> pl.Expr:
    return reduce(by, parts)


def _among(column: pl.Expr, cells: list[Any]) -> pl.Expr:
    match cells:
        case [bool(only)]:
            return column if only else ~column
        case [only]:
            return column.eq(only)
        case []:
            return pl.when(column.is_not_null()).then(False)
        case _:
            return column.is_in(cells)


COMPARED: Mapping[Operator, Callable[[pl.Expr, pl.Expr], pl.Expr]] = {
    "==": pl.Expr.eq,
    "!=": pl.Expr.ne,
    "<": pl.Expr.lt,
    "<=": pl.Expr.le,
    ">": pl.Expr.gt,
    ">=": pl.Expr.ge,
}
