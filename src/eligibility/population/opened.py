"""A file of people as lazy columns, with the number of each row. Of a file of text nothing is inferred: its cells are text."""

import csv
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import refused
from eligibility.plain.lines import numbered
from eligibility.population.table_heading import ROW, ColumnKind, RawColumn

if TYPE_CHECKING:
    import polars as pl

TABLES = (".parquet", ".csv", ".jsonl", ".ndjson")
DELIMITERS = (";", ",", "\t")
MAX_LINE = 1_000_000
"""signs of a heading, bytes of a row"""


class PeopleFile(NamedTuple):
    """A table as it stands in its file."""

    columns: tuple[RawColumn, ...]
    rows: "pl.LazyFrame"
    """its columns, with `#row` from 1"""


def check_installed() -> None:
    """Refuses where the program has nothing to read tables with."""
    try:
        import polars  # noqa: F401
    except ImportError:
        raise refused("population-not-installed", "population", command=command_for("population")) from None


def opened_table(path: Path) -> PeopleFile:
    """By the ending of its name; refuses what is no such table, and one without rows."""
    found = opened_heading(path)
    with reading(path):
        if found.rows.head(1).collect().is_empty():
            raise refused("people-none", str(path))
    return found


def opened_heading(path: Path) -> PeopleFile:
    """The same whether or not there are rows."""
    check_installed()
    ending = path.suffix.lower()
    if ending not in TABLES:
        raise refused("people-format", str(path), known=", ".join(TABLES))
    if not path.is_file():
        raise refused("no-file", str(path))
    with reading(path):
        columns, rows = _columns_and_rows(path, ending)
        if ROW not in (column.name for column in columns):
            rows = _numbered(rows, ending)
    return PeopleFile(columns, rows)


def _columns_and_rows(path: Path, ending: str) -> "tuple[tuple[RawColumn, ...], pl.LazyFrame]":
    try:
        match ending:
            case ".parquet":
                return _of_parquet(path)
            case ".csv":
                return _of_text(path)
            case _:
                return _of_lines(path)
    except (ValueError, RecursionError, csv.Error):
        raise refused("people-unreadable", str(path)) from None


def _numbered(rows: "pl.LazyFrame", ending: str) -> "pl.LazyFrame":
    """Of text, a line without any cell is no row."""
    import polars as pl

    numbered = rows.with_row_index(ROW, 1)
    return numbered.filter(pl.any_horizontal(pl.exclude(ROW).is_not_null())) if ending == ".csv" else numbered


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Whatever is done with the rows of a table, here a damaged one is found: it is refused."""
    from polars.exceptions import ComputeError, NoDataError, SchemaError, ShapeError

    try:
        yield
    except (ComputeError, NoDataError, SchemaError, ShapeError, OSError):
        raise refused("people-unreadable", str(path)) from None


def raw_columns(schema: "Mapping[str, pl.DataType]") -> tuple[RawColumn, ...]:
    return tuple(RawColumn(name, _kind(type)) for name, type in schema.items())


def _kind(type: "pl.DataType") -> ColumnKind:
    import polars as pl

    match type:
        case pl.String() | pl.Categorical() | pl.Enum() | pl.Null():
            return "text"
        case pl.Boolean():
            return "truth"
        case pl.Decimal():
            return "decimal"
        case pl.Date():
            return "day"
        case pl.Datetime(time_zone=None):
            return "moment"
        case pl.List(inner=inner) if _kind(inner) == "text":  # type: ignore[arg-type]
            return "texts"
        case _:
            return "whole" if type.is_integer() else "other"


def _of_parquet(path: Path) -> "tuple[tuple[RawColumn, ...], pl.LazyFrame]":
    import polars as pl

    # A scan that was asked for its schema numbers its rows only after it has read them all.
    return raw_columns(pl.scan_parquet(path, glob=False).collect_schema()), pl.scan_parquet(path, glob=False)


def _of_text(path: Path) -> "tuple[tuple[RawColumn, ...], pl.LazyFrame]":
    """The heading is read by itself, for two columns of a name are one too many."""
    import polars as pl

    heads = [(divider, _head(path, divider)) for divider in DELIMITERS]
    divider, head = max(heads, key=lambda one: len(one[1]))
    rows = pl.scan_csv(path, separator=divider, infer_schema=False, glob=False)
    return tuple(map(RawColumn, head)), rows


def _head(path: Path, divider: str) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader([file.readline(MAX_LINE)], delimiter=divider), [])


def _of_lines(path: Path) -> "tuple[tuple[RawColumn, ...], pl.LazyFrame]":
    """Every key that stands anywhere is a column."""
    import polars as pl

    found: dict[str, None] = {}
    with path.open("rb") as file:
        for _, line in numbered(file, MAX_LINE):
            if not line.lstrip().startswith(b"{"):
                raise ValueError("not an object")
            found |= dict.fromkeys(json.loads(line, object_pairs_hook=_names))
    rows = pl.scan_ndjson(path, schema=dict.fromkeys(found, pl.String)) if found else pl.LazyFrame()
    return tuple(map(RawColumn, found)), rows


def _names(pairs: list[tuple[str, object]]) -> list[str]:
    """The keys of an object; one that stands twice could mean either."""
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError("a key stands twice")
    return names
