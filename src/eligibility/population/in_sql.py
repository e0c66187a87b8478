"""Expressions as SQL says them: in words that PostgreSQL, DuckDB, Spark and SQLite share, but for a few."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Literal, NamedTuple, get_args

from eligibility.law.condition import Operator, Value
from eligibility.law.logic import Truth
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

Dialect = Literal["postgres", "duckdb", "spark", "sqlite"]
DIALECTS: tuple[Dialect, ...] = get_args(Dialect)
UNKNOWN_TRUTH = "CAST(NULL AS BOOLEAN)"
NOT_SAID = "\0"
"""a sign that no SQL text can hold"""


class InSql:
    """Says names, values and expressions in one dialect. What a pack or a heading holds stands in quotes always."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect

    def name(self, id: str) -> str:
        """To SQLite a name in double quotes that no column has would be a text."""
        quote = "`" if self.dialect in ("spark", "sqlite") else '"'
        return f"{quote}{_sayable(id).replace(quote, quote * 2)}{quote}"

    def table(self, id: str) -> str:
        """A table, of a schema where a dot parts the two."""
        return ".".join(map(self.name, id.split(".")))

    def text(self, value: str) -> str:
        """A backslash is a sign of its own to Spark, and to a PostgreSQL that is set so."""
        doubled = _sayable(value).replace("\\", "\\\\")
        if self.dialect == "spark":
            return "'" + doubled.replace("'", "\\'") + "'"
        if self.dialect == "postgres" and "\\" in value:
            return "E'" + doubled.replace("'", "''") + "'"
        return "'" + value.replace("'", "''") + "'"

    def value(self, value: Value) -> str:
        match value:
            case bool():
                return str(value).upper()
            case int() | Decimal():
                return f"{value:f}" if isinstance(value, Decimal) else str(value)
            case date():
                return f"'{value}'" if self.dialect == "sqlite" else f"DATE '{value}'"
            case _:
                return self.text(str(value))

    def values(self, values: Iterable[Value]) -> str:
        return f"({', '.join(map(self.value, values))})"

    @property
    def no_text(self) -> str:
        return f"CAST(NULL AS {'STRING' if self.dialect == 'spark' else 'TEXT'})"

    @property
    def apart(self) -> str:
        """Behind a query: it stays one step of its own. Where a database puts steps into one another, the number of
        expressions doubles with each."""
        return {"postgres": "\nOFFSET 0", "sqlite": "\nLIMIT -1 OFFSET 0"}.get(self.dialect, "")

    def year(self, day: str) -> str:
        return f"CAST(strftime('%Y', {day}) AS INTEGER)" if self.dialect == "sqlite" else f"EXTRACT(YEAR FROM {day})"

    def month(self, day: str) -> str:
        return f"CAST(strftime('%m', {day}) AS INTEGER)" if self.dialect == "sqlite" else f"EXTRACT(MONTH FROM {day})"

    def number(self, day: str) -> str:
        """Of the day in its month."""
        return f"CAST(strftime('%d', {day}) AS INTEGER)" if self.dialect == "sqlite" else f"EXTRACT(DAY FROM {day})"

    def month_day(self, day: str) -> str:
        return f"{self.month(day)} * 100 + {self.number(day)}"

    def same(self, one: str, other: str) -> str:
        """Of two truths, unknown being one of them."""
        return f"{one} {'IS' if self.dialect == 'sqlite' else 'IS NOT DISTINCT FROM'} {other}"

    def said(self, one: Expression) -> str:
        match one:
            case Sure(value):
                return UNKNOWN_TRUTH if value is None else self.value(value)
            case Computed(name):
                return self.step(name)
            case IsTrue(part):
                return f"{self._inside(part)} IS TRUE"
            case Inverse(part):
                return f"NOT {self._inside(part)}"
            case EachOf(parts):
                return balanced(" AND ", [self._inside(part) for part in parts])
            case AnyOf(parts):
                return balanced(" OR ", [self._inside(part) for part in parts])
            case FirstOf(branches, otherwise):
                found = " ".join(f"WHEN {self.said(one.where)} THEN {self.said(one.then)}" for one in branches)
                return f"CASE {found} ELSE {self.said(otherwise)} END"
            case Unanimous(parts):
                first, *others = map(self._inside, parts)
                return f"CASE WHEN {balanced(' AND ', [self.same(first, other) for other in others])} THEN {first} END"
            case _:
                return self._comparison(one)

    def step(self, name: str) -> str:
        """A column that an earlier step has made; no column of a table is called so."""
        return self.name(f"#{name}")

    def _inside(self, one: Expression) -> str:
        said = self.said(one)
        return said if isinstance(one, (Computed, Sure, FirstOf, Unanimous)) else f"({said})"

    def _comparison(self, one: IsKnown | Among | HoldsAny | FromOn | Beside | InPart) -> str:
        column = self.name(one.column)
        match one:
            case IsKnown():
                return f"{column} IS NOT NULL"
            case Among(_, (bool(only),)):
                return column if only else f"NOT {column}"
            case Among(_, values):
                return f"{column} IN {self.values(values)}"
            case HoldsAny(_, values):
                return balanced(" OR ", [self.holds(column, value) for value in values])
            case FromOn(_, lowest):
                return f"{column} >= {self.value(lowest)}"
            case Beside(_, op, other):
                return f"{column} {COMPARED.get(op, op)} {self.name(other)}"
            case InPart(_, first, last):
                day = self.month_day(column)
                begun, ended = (at[0] * 100 + at[1] for at in (first, last))
                return f"{day} BETWEEN {begun} AND {ended}" if first <= last else f"{day} >= {begun} OR {day} <= {ended}"

    def holds(self, column: str, value: str) -> str:
        """Whether the column names it among several values. Not LIKE: for SQLite a and A would be alike."""
        return f"REPLACE({column}, {self.text(f';{value};')}, ';') <> {column}"

    def joined(self, pieces: Iterable["Piece"]) -> str:
        """Texts one behind another."""
        runs = groupby(pieces, lambda piece: piece.made)
        parts = [part for made, run in runs for part in self._run(made, [piece.text for piece in run])]
        return balanced(" || ", parts) if parts else "''"

    def _run(self, made: bool, texts: list[str]) -> list[str]:
        return texts if made else [self.text("".join(texts))]

    def sign(self, one: Expression) -> "Piece":
        """A truth as one sign: 0 where it fails, 1 where it holds, 2 where it is not known."""
        if isinstance(one, Sure):
            return Piece({False: "0", True: "1", None: "2"}[one.value])
        said = self._inside(one)
        return Piece(f"CASE WHEN {said} THEN '1' WHEN NOT {said} THEN '0' ELSE '2' END", made=True)

    def where(self, one: Expression, wanted: Truth, text: str) -> "Piece":
        """The text where the truth is the wanted one, else nothing."""
        if isinstance(one, Sure):
            return Piece(text if one.value is wanted else "")
        said = self._inside(one)
        holds = {True: said, False: f"NOT {said}", None: f"{said} IS NULL"}[wanted]
        return Piece(f"CASE WHEN {holds} THEN {self.text(text)} ELSE '' END", made=True)


class Piece(NamedTuple):
    """A piece of a text: as it stands, or as the query makes it."""

    text: str
    made: bool = False


COMPARED: dict[Operator, str] = {"==": "=", "!=": "<>"}


def balanced(word: str, parts: Sequence[str], most: int = 10) -> str:
    """Many parts in groups of groups: in one long row each would stand one level deeper than the next."""
    while len(parts) > most:
        parts = [f"({word.join(parts[at : at + most])})" for at in range(0, len(parts), most)]
    return word.join(parts)


def _sayable(id: str) -> str:
    if NOT_SAID in id:
        raise ValueError("no SQL text can hold the sign of no sign")
    return id
