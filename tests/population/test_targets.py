"""The truth table of every operator of the language of columns, in polars and every database: all values with the unknown."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import polars as pl
import pytest

from eligibility.law.condition import Compare, OneOf, Other, Window
from eligibility.law.logic import Truth, agreed, all_of, any_of, comparison
from eligibility.law.vocabulary import Choice, Fact
from eligibility.population.edition_in_sql import select
from eligibility.population.expression import (
    Among,
    AnyOf,
    Beside,
    Branch,
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
from eligibility.population.held import frame
from eligibility.population.in_polars import InPolars
from eligibility.population.in_sql import Dialect, InSql
from eligibility.words.text import Text
from tests.population.databases import HERE, Table, found_by, type_of

ASK = Text("?", "?")
A, B, C = (Among(name, (True,)) for name in ("a", "b", "c"))
LEAP, EVE, YEAR = date(2016, 2, 29), date(2017, 12, 31), date(2018, 1, 1)
KINDS = ("x", "X", "it's", 'a"b', "\\", "y%_")
FACTS: Mapping[str, Fact] = {
    "a": Fact("bool", ASK),
    "b": Fact("bool", ASK),
    "c": Fact("bool", ASK),
    "kind": Fact("choice", ASK, values=dict.fromkeys(KINDS, Choice(ASK))),
    "many": Fact("choice", ASK, values={}, many=True),
    "years": Fact("years", ASK, range=(0, 130)),
    "sum": Fact("number", ASK, range=(0, 1_000_000)),
    "born": Fact("date", ASK),
    "came": Fact("date", ASK),
}
VALUES: Mapping[str, tuple[Any, ...]] = {
    "a": (True, False, None),
    "b": (True, False, None),
    "c": (True, False, None),
    "kind": (*KINDS, None),
    "many": ((), ("x",), ("X",), ("x", "xy"), ("xy",), ("it's", "\\"), ("y%_",), ("yab",), None),
    "years": (0, 17, 18, 130, None),
    "sum": (Decimal("0.1"), Decimal("0.3"), Decimal("99999.9999"), Decimal(100000), 0, None),
    "born": (date(1900, 3, 1), LEAP, EVE, YEAR, date(2018, 2, 28), None),
    "came": (date(1900, 3, 1), LEAP, EVE, YEAR, None),
}
ENOUGH: tuple[Expression, ...] = (
    *(Sure(value) for value in (True, False, None)),
    *(Among(name, (True, False)) for name in "a"),
    A,
    Among("a", (False,)),
    Inverse(A),
    IsTrue(A),
    IsTrue(Inverse(A)),
    IsKnown("a"),
    *(kind((A, B)) for kind in (EachOf, AnyOf, Unanimous)),
    *(kind((A, B, Inverse(C))) for kind in (EachOf, AnyOf, Unanimous)),
    EachOf((A, AnyOf((B, Inverse(EachOf((A, C))))))),
    AnyOf((A, Sure(None), EachOf((B, C)))),
    Unanimous((EachOf((A, B)), AnyOf((B, C)), Sure(None))),
    FirstOf((Branch(IsKnown("a"), B), Branch(IsTrue(C), Sure(None))), Inverse(C)),
    IsTrue(FirstOf((Branch(IsTrue(A), Sure(None)),), B)),
    EachOf(tuple(AnyOf((A, Inverse(B), C)) if at % 2 else AnyOf((A, B, Inverse(C))) for at in range(200))),
    *(Among("kind", values) for values in (("x",), ("X", "it's"), ('a"b',), ("\\",), ("y%_", "none"), ("' OR 1=1 --",))),
    Inverse(Among("kind", ("x", "\\' OR TRUE --"))),
    *(HoldsAny("many", values) for values in (("x",), ("xy", "X"), ("\\",), ("it's",), ("y%_",), ("nothing",))),
    *(FromOn("years", lowest) for lowest in (0, 18, 131)),
    *(FromOn("sum", lowest) for lowest in (0, Decimal("0.3"), Decimal("99999.9999"), 100_000, 10**12)),
    *(Among("sum", values) for values in ((Decimal("0.1"), 5), (100_000,), (Decimal("0.00001"),))),
    Among("years", (17, 130)),
    *(FromOn("born", day) for day in (LEAP, YEAR, date.min, date.max)),
    Among("born", (LEAP, EVE)),
    *(Beside("born", op, "came") for op in ("==", "!=", "<", "<=", ">", ">=")),
    *(InPart("born", *part) for part in (((1, 1), (2, 28)), ((2, 29), (2, 29)), ((12, 31), (1, 1)), ((3, 1), (2, 28)))),
    *(IsKnown(name) for name in ("kind", "many", "years", "sum", "born")),
)


def means(one: Expression, row: Mapping[str, Any]) -> Truth:
    """As law/logic has it."""
    match one:
        case Sure(value):
            return value
        case IsKnown(column):
            return row[column] is not None
        case IsTrue(part):
            return means(part, row) is True
        case Inverse(part):
            return None if (found := means(part, row)) is None else not found
        case EachOf(parts):
            return all_of(means(part, row) for part in parts)
        case AnyOf(parts):
            return any_of(means(part, row) for part in parts)
        case Unanimous(parts):
            return agreed(means(part, row) for part in parts)
        case FirstOf(branches, otherwise):
            return next((means(one.then, row) for one in branches if means(one.where, row)), means(otherwise, row))
        case _:
            return comparison(condition(one), {id: value for id, value in row.items() if value is not None})


def condition(one: Expression) -> Any:
    match one:
        case Among(column, values) | HoldsAny(column, values):
            return OneOf(column, values)
        case FromOn(column, lowest):
            return Compare(column, ">=", lowest)
        case Beside(column, op, other):
            return Compare(column, op, Other(other))
        case InPart(column, first, last):
            return Window(column, first, last)
    raise AssertionError(one)


def read(one: Expression) -> tuple[str, ...]:
    """The columns it looks at."""
    return tuple(name for name in FACTS if f"'{name}'" in repr(one))


def rows(one: Expression) -> list[dict[str, Any]]:
    names = read(one) or ("a",)
    return [dict(zip(names, values, strict=True)) for values in product(*(VALUES[name] for name in names))]


def test_in_polars() -> None:
    for one in ENOUGH:
        people = rows(one)
        table = frame(FACTS, {name: [row[name] for row in people] for name in people[0]})
        if "kind" in table.columns:
            table = table.with_columns(pl.col("kind").cast(pl.String))
        said = table.select(InPolars(FACTS).said(one).alias("said"))["said"].to_list()
        said = said * len(people) if len(said) < len(people) else said
        assert said == [means(one, row) for row in people], one


@pytest.mark.parametrize("dialect", HERE)
def test_in_a_database(dialect: Dialect) -> None:
    """All of it in one query over every combination that any of it can tell apart."""
    sql = InSql(dialect)
    people = [*{repr(row): row for one in ENOUGH for row in rows(one)}.values()]
    columns = {"row": "INTEGER", **{name: type_of(fact) for name, fact in FACTS.items()}}
    held = [[at, *(_cell(row.get(name)) for name in FACTS)] for at, row in enumerate(people)]
    signs = [f"{sql.joined([sql.sign(one)])} AS {sql.name(f'said {at}')}" for at, one in enumerate(ENOUGH)]
    query = select([sql.name("row"), *signs], "people")
    found = {row: signs for row, *signs in found_by(dialect, Table(columns, held), query)}
    for at, row in enumerate(people):
        whole = dict.fromkeys(FACTS) | row
        for one, sign in zip(ENOUGH, found[at], strict=True):
            assert sign == {False: "0", True: "1", None: "2"}[means(one, whole)], (one, row)


def _cell(value: Any) -> Any:
    return "".join((";", *(f"{one};" for one in value))) if isinstance(value, tuple) else value


def test_every_operator_has_its_truth_table() -> None:
    kinds = {type(one) for one in ENOUGH}
    assert {kind for kind in Expression.__args__ if kind.__name__ != "Computed"} == kinds
