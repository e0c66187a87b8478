"""A partition decided by a Spark that is there: it runs its query, and one row of each combination is decided here.

It reads a Parquet file of typed columns that its workers see under the same path: days as dates, yes and no as truths, whole
numbers and decimals as such, all else as text just as the ids are. Where it takes a row for something else than the reader of
cases does, nothing is decided.
"""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.files import replacing
from eligibility.law.logic import Truth
from eligibility.law.vocabulary import Fact, FactType
from eligibility.population.bad_rows import BadRow, RowsDisagree, case_of
from eligibility.population.edition_in_sql import BEYOND, PROBLEM
from eligibility.population.partition_run import BAD_ROWS, OUT_ANSWER, OUT_ROW, Done, OnRows, PeopleRun
from eligibility.population.people import People, PeopleBatch
from eligibility.population.spans_in_sql import STATE
from eligibility.population.sql_query import PLACED, PLACED_PLAN, SqlQuery
from eligibility.population.table_heading import ON, ROW, ColumnKind, TableHeading
from eligibility.reasoning.inference import EngineDisagreement

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

READ, WHERE, KEY, FIRST, COUNT = "people_read", "#where", "#key", "#first", "#count"
NO_CONSTRAINTS = "spark.sql.constraintPropagation.enabled", "false"
"""what Spark infers from the many conditions of a query takes it many times as long as the query"""
AT_ONCE = 10_000
"""rows that are looked at one by one"""
TYPED: Mapping[FactType, frozenset[ColumnKind]] = {
    "bool": frozenset({"truth"}),
    "choice": frozenset({"text"}),
    "years": frozenset({"whole"}),
    "months": frozenset({"whole"}),
    "number": frozenset({"whole", "decimal"}),
    "date": frozenset({"day"}),
}
SIGNS: Mapping[Truth, str] = {False: "0", True: "1", None: "2"}


class SparkKind(NamedTuple):
    """Rows that Spark concludes the same of."""

    key: str
    first: int
    """of its rows, by number"""
    people: int
    combination: str | None
    conclusions: str | None


@contextmanager
def spark_session(master: str | None = None) -> "Iterator[SparkSession]":
    """The cluster that the environment names, or this one."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise refused("population-not-installed", "spark", command=command_for("spark")) from None
    builder = SparkSession.builder.appName("eligibility").config("spark.sql.session.timeZone", "UTC").config(*NO_CONSTRAINTS)
    session = (builder.master(master) if master else builder).getOrCreate()
    try:
        yield session
    finally:
        session.stop()


@dataclass(frozen=True)
class SparkDecides:
    """Decides partitions as polars does, each with the same outcome."""

    session: "SparkSession"

    def __call__(self, run: PeopleRun, people: People, name: str, digest: str, progress: OnRows | None) -> Done:
        _check_typed(people.path, people.heading, run.engine.pack.facts)
        with self._said(run, people) as said:
            with replacing(run.out / f"{name}{BAD_ROWS}") as apart:
                bad = Counter[str]()
                for one in _bad(people, said):
                    bad[one.diagnostics[0].code] += 1
                    apart.write(json.dumps(one.data(), ensure_ascii=False).encode() + b"\n")
            kinds = _kinds(said)
            numbers = dict(_numbers(run, people, kinds))
            self._write(said, numbers, people.heading.carried, run.out / name)
        counts = Counter[int]()
        for kind in kinds:
            counts[numbers[kind.key]] += kind.people
        rows = counts.total() + bad.total()
        if progress:
            progress(rows)
        return Done(name, digest, rows, dict(bad), dict(counts))

    @contextmanager
    def _said(self, run: PeopleRun, people: People) -> "Iterator[DataFrame]":
        """What the query says of each row, with a key that is the same for all rows that are answered the same. What decides
        each row is kept, for Spark would find it out anew for each edition."""
        from pyspark.sql import functions as f

        self._rows(people).createOrReplaceTempView(READ)
        heading = replace(people.heading, carried=(ROW, WHERE, *_along(people.heading)))
        query = SqlQuery(run.engine, heading, "spark", READ, as_if_in_force=run.wanted.as_if_in_force, tells_state=True)
        placed = self.session.sql(query.placed()).persist()
        placed.createOrReplaceTempView(f"`{PLACED}`")
        plans = {row[0] for row in placed.select(f"`{PLACED_PLAN}`").distinct().collect()}
        found = self.session.sql(query.of_placed(plans))
        alone = f.when(f.col(PROBLEM) == BEYOND.name, f.col(f"`{ROW}`").cast("string")).otherwise("")
        told = [f.coalesce(f.col(name).cast("string"), f.lit("")) for name in (STATE, "combination", "conclusions")]
        said = found.withColumn(KEY, f.concat_ws("|", *told, alone, f.col(f"`{WHERE}`"))).persist()
        yield said
        said.unpersist()
        placed.unpersist()

    def _rows(self, people: People) -> "DataFrame":
        """The columns that are read, those carried under names that no other has, the number of each row, and where it asks."""
        from pyspark.sql import functions as f

        heading = people.heading
        source = self.session.read.parquet(f"file://{people.path.resolve()}")
        carried = [f.col(f"`{name}`").alias(along) for name, along in zip(heading.carried, _along(heading), strict=True)]
        asked = (name for name in heading.read if name != ON)
        where = f.concat_ws("|", *(f.coalesce(f.col(f"`{name}`").cast("string"), f.lit("")) for name in asked))
        number = (f.col("_metadata.row_index") + 1).alias(ROW)
        return source.select(*(f.col(f"`{name}`") for name in heading.read), *carried, where.alias(WHERE), number)

    def _write(self, said: "DataFrame", numbers: Mapping[str, int], carried: Sequence[str], path: Path) -> None:
        """One file, in the order of its rows."""
        from pyspark.sql import functions as f

        answers = self.session.createDataFrame([*numbers.items()], f"`{KEY}` string, `{OUT_ANSWER}` bigint")
        along = [f.col(f"`{way}`").alias(name) for name, way in zip(carried, map(_carried, range(len(carried))), strict=True)]
        row = f.col(f"`{ROW}`").alias(OUT_ROW)
        found = _cases(said).join(f.broadcast(answers), KEY).select(row, *along, OUT_ANSWER)
        with TemporaryDirectory(dir=path.parent, prefix=".") as folder:
            one = found.repartition(1).sortWithinPartitions(OUT_ROW)
            one.write.mode("overwrite").parquet(f"file://{Path(folder).resolve()}")
            with replacing(path) as whole, next(Path(folder).glob("part-*.parquet")).open("rb") as part:
                shutil.copyfileobj(part, whole)


def _check_typed(path: Path, heading: TableHeading, facts: Mapping[str, Fact]) -> None:
    """Refuses columns that Spark would have to guess at."""
    wanted = {id: TYPED[facts[id].type] for id in heading.facts} | {ON: TYPED["date"]}
    wrong = [name for name in heading.read if heading.kinds[name] not in wanted.get(name, TYPED["choice"])]
    if path.suffix.lower() != ".parquet":
        raise refused("people-format", str(path), known=".parquet")
    if wrong:
        raise Refused(Diagnostic("column-untyped", str(path), id=name) for name in wrong)


def _along(heading: TableHeading) -> tuple[str, ...]:
    return tuple(map(_carried, range(len(heading.carried))))


def _carried(at: int) -> str:
    return f"#along_{at}"


def _cases(said: "DataFrame") -> "DataFrame":
    """Rows with which nothing is wrong."""
    from pyspark.sql import functions as f

    return said.where(f.col(PROBLEM).isNull() | (f.col(PROBLEM) == BEYOND.name))


def _kinds(said: "DataFrame") -> list[SparkKind]:
    from pyspark.sql import functions as f

    found = _cases(said).groupBy(KEY, "combination", "conclusions").agg(f.min(ROW).alias(FIRST), f.count(ROW).alias(COUNT))
    return [SparkKind(*row) for row in found.select(KEY, FIRST, COUNT, "combination", "conclusions").collect()]


def _numbers(run: PeopleRun, people: People, kinds: Sequence[SparkKind]) -> Iterator[tuple[str, int]]:
    """By their keys the answers to each kind; what Spark concluded is held to them."""
    engine, by_row = run.engine, {kind.first: kind for kind in kinds}
    for batch in _looked_at(people, by_row):
        if batch.bad:
            raise RowsDisagree([f"row {batch.bad[0].number}"])
        for row in batch.good.iter_rows(named=True):
            kind = by_row[row[ROW]]
            case = engine.read(case_of(row, people.heading, engine.pack))
            answer = engine.any_answer(case, run.wanted.as_if_in_force)
            _agree(answer, kind, run.wanted.checked)
            yield kind.key, run.answers.number(answer)


def _agree(answer: Answer | NoEdition, kind: SparkKind, checked: bool) -> None:
    """Beyond what columns can say, nothing was concluded."""
    if kind.combination is None:
        return
    plan = None if isinstance(answer, NoEdition) else answer.decision.plan
    if isinstance(answer, NoEdition) or plan is None:
        raise EngineDisagreement(["edition"])
    said = kind.combination + (kind.conclusions or "" if checked else "")
    decided = [SIGNS[truth] for truth in answer.decision.slots]
    if differing := [name for name, one, other in zip(plan.names, said, decided, strict=False) if one != other]:
        raise EngineDisagreement(differing)


def _bad(people: People, said: "DataFrame") -> Iterator[BadRow]:
    """Rows that Spark calls none, told by the reader of cases."""
    from pyspark.sql import functions as f

    wrong = said.where(f.col(PROBLEM) != BEYOND.name).select(ROW).orderBy(ROW)
    for batch in _looked_at(people, (row[0] for row in wrong.toLocalIterator())):
        if batch.good.height:
            raise RowsDisagree([f"row {batch.good[ROW][0]}"])
        yield from batch.bad


def _looked_at(people: People, numbers: Iterable[int]) -> Iterator[PeopleBatch]:
    """These rows as polars reads them."""
    found = iter(numbers)
    while some := [*islice(found, AT_ONCE)]:
        yield people.batch(people.table.rows.filter(pl.col(ROW).is_in(some)).collect())
