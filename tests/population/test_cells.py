"""Columns that hold values already, and what no column may hold."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from eligibility.engine import Engine
from eligibility.population.bad_rows import RowsDisagree, bad_rows
from eligibility.population.opened import raw_columns
from eligibility.population.table_heading import BAD, ROW, TableHeading
from eligibility.population.typed_columns import typed
from tests.reasoning.random_rulebooks import KEY, RuleBook

BOOK = RuleBook(
    ("b0", "c0", "e", "y0", "m0", "n0", "t0", "g0"), {}, (), {"requirements": ({"document": "d0", "cite": "1"},)}, None
)
PACK = BOOK.pack()
PLAIN: dict[str, Any] = {"service": [KEY.service], "act": [KEY.act], "on": [date(2018, 6, 1)]}


def one(**columns: pl.Series) -> tuple[pl.DataFrame, TableHeading]:
    """A row with these cells beside what every row has."""
    raw = pl.DataFrame(PLAIN | columns).with_row_index(ROW, 1)
    heading = TableHeading.of(raw_columns(raw.drop(ROW).schema), "", PACK)
    return raw, heading


def read(name: str, series: pl.Series) -> tuple[object, bool]:
    raw, heading = one(**{name: series})
    row = typed(raw.lazy(), heading, PACK).collect().row(0, named=True)
    if row[BAD]:
        assert list(bad_rows(raw, heading, Engine(PACK, "direct")))
    return row[name], row[BAD]


@pytest.mark.parametrize(
    ("name", "series", "value"),
    [
        ("b0", pl.Series([True]), True),
        ("y0", pl.Series([5], dtype=pl.UInt8), 5),
        ("m0", pl.Series([0], dtype=pl.Int128), 0),
        ("n0", pl.Series([5], dtype=pl.Int64), 50_000),
        ("n0", pl.Series([Decimal("2.4999")]), 24_999),
        ("n0", pl.Series([Decimal("2.5")], dtype=pl.Decimal(38, 10)), 25_000),
        ("c0", pl.Series(["v1"], dtype=pl.Categorical), "v1"),
        ("e", pl.Series(["v1-or-v2"], dtype=pl.Enum(["v1-or-v2", "x"])), "v1-or-v2"),
        ("t0", pl.Series([date(2016, 2, 29)]), date(2016, 2, 29)),
        ("t0", pl.Series([datetime(2016, 2, 29)]), date(2016, 2, 29)),
        ("g0", pl.Series([["v2", "v0", "v2"]]), ";v0;v2;"),
        ("g0", pl.Series([[]], dtype=pl.List(pl.String)), ";"),
        ("b0", pl.Series([None]), None),
        ("g0", pl.Series([None], dtype=pl.List(pl.String)), None),
        ("submitted.d0", pl.Series([True]), "yes"),
        ("submitted.d0", pl.Series([False]), "no"),
    ],
)
def test_a_column_of_values_is_read_as_it_is(name: str, series: pl.Series, value: object) -> None:
    assert read(name, series) == (value, False)


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("y0", pl.Series([2**63], dtype=pl.UInt64)),
        ("n0", pl.Series([10**14], dtype=pl.Int64)),
        ("n0", pl.Series([Decimal("2.49999")])),
        ("t0", pl.Series([datetime(2016, 2, 29, 0, 0, 1)])),
        ("t0", pl.Series([3_000_000], dtype=pl.Int32).cast(pl.Date)),
        ("t0", pl.Series([-900_000], dtype=pl.Int32).cast(pl.Date)),
        ("g0", pl.Series([["v0", None]])),
        ("g0", pl.Series([["v0", "v9"]])),
        ("g0", pl.Series([["v0"] * 4])),
        ("c0", pl.Series(["v1"], dtype=pl.Enum(["v1", "V1"])).cast(pl.String) + "x"),
    ],
)
def test_what_cannot_be_read_makes_the_row_bad(name: str, series: pl.Series) -> None:
    assert read(name, series)[1]


def test_a_row_that_only_the_columns_call_bad_stops_everything() -> None:
    raw, heading = one(b0=pl.Series([True]))
    with pytest.raises(RowsDisagree):
        list(bad_rows(raw, heading, Engine(PACK, "direct")))


def test_what_is_told_to_contradict_itself_is_bad() -> None:
    raw, heading = one(b0=pl.Series([True]))
    assert typed(raw.lazy(), heading, PACK, pl.col("b0")).collect()[BAD].to_list() == [True]
    assert typed(raw.lazy(), heading, PACK, pl.lit(None, pl.Boolean)).collect()[BAD].to_list() == [False]


def test_where_one_document_is_told_of_the_others_were_not_brought() -> None:
    book = RuleBook(("b0",), {}, (), {"requirements": tuple({"document": f"d{n}", "cite": "1"} for n in range(3))}, None)
    pack = book.pack()
    raw = pl.DataFrame({name: told * 2 for name, told in PLAIN.items()}).with_row_index(ROW, 1)
    raw = raw.with_columns(pl.Series("submitted.d0", ["copy", None]), pl.Series("submitted.d1", [None, " "]))
    heading = TableHeading.of(raw_columns(raw.drop(ROW).schema), "", pack)
    found = typed(raw.lazy(), heading, pack).collect()
    assert found["submitted.d0"].to_list() == ["copy", None]
    assert found["submitted.d1"].to_list() == ["no", None]
