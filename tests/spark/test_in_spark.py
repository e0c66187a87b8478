"""A Spark of this machine: operators have their truth tables, ids stay in their quotes, partitions come out as by polars."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from pyspark.sql import SparkSession

from eligibility.population.edition_in_sql import select
from eligibility.population.in_spark import SparkDecides, spark_session
from eligibility.population.in_sql import InSql
from eligibility.population.partition_run import ANSWERS, BAD_ROWS, RunWanted, decide
from tests.cli.running import typed
from tests.population.databases import Table, type_of, types_of
from tests.population.test_sql_command import EXAMPLES, SOMEBODY, dialect_of
from tests.population.test_sql_guarded import HOSTILE
from tests.population.test_sql_rows import columns, engine, people
from tests.population.test_targets import ENOUGH, FACTS, means, rows
from tests.reasoning.shipped_editions import seeded

pytestmark = pytest.mark.filterwarnings("ignore")
SERVICES = ("wheelchairs", "residential-care")


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    with spark_session("local[2]") as session:
        yield session


def read(spark: SparkSession, table: Table, path: Path, view: str) -> None:
    table.frame().write_parquet(path)
    spark.read.parquet(str(path)).createOrReplaceTempView(view)


def test_every_operator_has_its_truth_table(spark: SparkSession, tmp_path: Path) -> None:
    sql = InSql("spark")
    everybody = [*{repr(row): row for one in ENOUGH for row in rows(one)}.values()]
    held = [[at, *(_cell(row.get(name)) for name in FACTS)] for at, row in enumerate(everybody)]
    read(
        spark,
        Table({"row": "INTEGER", **{name: type_of(fact) for name, fact in FACTS.items()}}, held),
        tmp_path / "a.parquet",
        "a",
    )
    signs = [f"{sql.joined([sql.sign(one)])} AS {sql.name(f'said {at}')}" for at, one in enumerate(ENOUGH)]
    found = {row: said for row, *said in spark.sql(select([sql.name("row"), *signs], "a")).collect()}
    for at, row in enumerate(everybody):
        whole = dict.fromkeys(FACTS) | row
        for one, sign in zip(ENOUGH, found[at], strict=True):
            assert sign == {False: "0", True: "1", None: "2"}[means(one, whole)], (one, row)


def _cell(value: Any) -> Any:
    return "".join((";", *(f"{one};" for one in value))) if isinstance(value, tuple) else value


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_comes_back_as_it_went(spark: SparkSession, text: str) -> None:
    sql = InSql("spark")
    query = f"SELECT {sql.text(text)} AS {sql.name(text)}, {sql.name(text)} FROM (SELECT 1 AS {sql.name(text)}) AS people"  # noqa: S608
    assert [tuple(row) for row in spark.sql(query).collect()] == [(text, 1)]


def test_a_partition_comes_out_as_by_polars(spark: SparkSession, tmp_path: Path) -> None:
    names = columns("act", "region")[1:]
    drawn = seeded("spark")
    everybody = [row | {"service": drawn.choice((*SERVICES, row["service"], None))} for row in people(names, drawn)[:1_500]]
    everybody = [row for row in everybody if row["service"] in (*SERVICES, "nobody's", None)]
    table = Table(types_of(engine().pack, names), [[row[name] for name in names] for row in everybody])
    source = tmp_path / "people"
    source.mkdir()
    table.frame().write_parquet(source / "one.parquet")
    by_polars = decide(engine(), source, tmp_path / "polars", RunWanted())
    by_spark = decide(engine(), source, tmp_path / "spark", RunWanted(), decides=SparkDecides(spark))
    assert by_polars.bad == by_spark.bad
    assert answers(tmp_path / "polars") == answers(tmp_path / "spark")
    bad = [(tmp_path / by / f"one.parquet{BAD_ROWS}").read_text("utf-8") for by in ("polars", "spark")]
    assert bad[0] == bad[1]
    assert 0 < by_spark.bad.total() < len(everybody)


def answers(out: Path) -> list[tuple[int, dict[str, Any]]]:
    """What each row is answered, whatever its number."""
    told = {one.pop("answer"): one for one in map(json.loads, (out / ANSWERS).read_text("utf-8").splitlines())}
    return [(row, told[answer]) for row, answer in pl.read_parquet(out / "one.parquet").select("row", "answer").iter_rows()]


def test_the_example_of_the_page_decides_a_table(spark: SparkSession, tmp_path: Path) -> None:
    (example,) = [one for one in EXAMPLES if dialect_of(one) == "spark"]
    query = typed(*shlex.split(example)).out
    quoted = re.findall(r"`([a-z_.0-9-]+)`", query)
    names = [*dict.fromkeys(name for name in quoted if name in SOMEBODY or name in engine().pack.facts or "." in name)]
    read(
        spark, Table(types_of(engine().pack, names), [[SOMEBODY.get(name) for name in names]]), tmp_path / "a.parquet", "people"
    )
    (found,) = spark.sql(query).collect()
    assert tuple(found)[:4] == (7, "kyzylorda-2015-118/wheelchairs", "in-force", None)
