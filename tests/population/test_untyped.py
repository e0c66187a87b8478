"""Spark is given typed columns only: others are refused before any Spark is asked."""

from pathlib import Path
from typing import Any, cast

import polars as pl
import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.population.in_spark import SparkDecides
from eligibility.population.partition_run import RunWanted, decide

NO_SPARK = SparkDecides(cast("Any", None))
SOMEBODY = {"service": ["wheelchairs"], "region": ["kyzylorda-region"], "on": ["2016-03-01"], "elderly": ["yes"], "age": [70]}


def refusal(path: Path, out: Path) -> list[tuple[str, object]]:
    with pytest.raises(Refused) as found:
        decide(Engine.shipped("direct"), path, out, RunWanted(), decides=NO_SPARK)
    return [(one.code, one.values.get("id")) for one in found.value.diagnostics]


def test_columns_that_would_have_to_be_guessed_at_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    pl.DataFrame(SOMEBODY).write_parquet(path)
    assert refusal(path, tmp_path / "out") == [("column-untyped", "on"), ("column-untyped", "elderly")]


def test_a_file_of_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    pl.DataFrame(SOMEBODY).write_csv(path)
    assert refusal(path, tmp_path / "out") == [("people-format", None)]
