"""A population decided: partition after partition, each written whole, so that a run goes on where another stopped."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
from polars.io.plugins import register_io_source

from eligibility import __version__
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.files import replacing, sweep, write_whole
from eligibility.plain.alone import alone_in
from eligibility.population.answer_table import AnswerTable, ToldAnswer
from eligibility.population.deciding import ANSWER, Deciding
from eligibility.population.opened import opened_heading
from eligibility.population.partitions import partitions_of
from eligibility.population.people import BATCH, People
from eligibility.population.spans import Spans
from eligibility.population.table_heading import ROW

RUN, ANSWERS, BAD_ROWS = "run.jsonl", "answers.jsonl", ".bad.jsonl"
OUT_ROW, OUT_ANSWER = "row", "answer"
"""what the columns are called that are written"""
OnRows = Callable[[int], None]


class RunWanted(NamedTuple):
    """What a run is asked for; one that was asked for something else is not gone on with."""

    carried: tuple[str, ...] = ()
    checked: bool = True
    as_if_in_force: bool = False


class Done(NamedTuple):
    """A partition that was gone through."""

    partition: str
    digest: str
    rows: int
    bad: Mapping[str, int]
    """rows set apart, by the code of what is first wrong with each"""
    people: Mapping[int, int]
    """by the number of their answer"""


@dataclass
class PeopleRun:
    """A folder of decided partitions."""

    engine: Engine
    out: Path
    wanted: RunWanted
    done: dict[str, Done] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    """partitions that an earlier run went through"""
    answers: AnswerTable = field(default_factory=AnswerTable)

    @property
    def people(self) -> Counter[int]:
        found = Counter[int]()
        for one in self.done.values():
            found.update(one.people)
        return found

    @property
    def bad(self) -> Counter[str]:
        found = Counter[str]()
        for one in self.done.values():
            found.update(one.bad)
        return found

    def head(self) -> dict[str, Any]:
        return {"rules": self.engine.pack.digest, "program": __version__, **json.loads(json.dumps(self.wanted._asdict()))}

    def resume(self) -> None:
        """Takes up what is there; refuses a folder that another run has filled."""
        lines = _lines(self.out / RUN)
        if not lines:
            return
        if lines[0] != self.head():
            raise refused("population-other-run", str(self.out))
        for line in lines[1:]:
            people = {int(number): count for number, count in line["people"].items()}
            self.done[line["partition"]] = Done(**{**line, "people": people})
        told = _lines(self.out / ANSWERS)
        self.answers = AnswerTable({one.pop("answer"): _without_count(one) for one in told})

    def is_done(self, partition: Path, digest: str) -> bool:
        found = self.done.get(partition.name)
        return found is not None and found.digest == digest and (self.out / partition.name).is_file()

    def note(self, one: Done) -> None:
        """The answers first: what the run tells of is there."""
        self.done[one.partition] = one
        write_whole(self.out / ANSWERS, b"".join(map(_line, self.answers.rows(self.people))))
        entries = (done._asdict() for done in self.done.values())
        write_whole(self.out / RUN, b"".join(map(_line, [self.head(), *entries])))


def decide(
    engine: Engine, source: Path, out: Path, wanted: RunWanted, progress: OnRows | None = None, decides: "Decides | None" = None
) -> PeopleRun:
    """Every row of every partition: a number each, and what the numbers mean. Bad rows are set apart. By polars, where nothing
    else decides."""
    for name in wanted.carried:
        if name in (OUT_ROW, OUT_ANSWER):
            raise refused("carried-taken", "--carry", id=name)
    for partition in partitions_of(source):
        if partition.name in (RUN, ANSWERS) or partition.parent.resolve() == out.resolve():
            raise refused("people-overwritten", str(out), file=partition.name)
    with alone_in(out):
        sweep(out)
        run = PeopleRun(engine, out, wanted)
        run.resume()
        spans = Spans.of(engine)
        for partition in partitions_of(source):
            with partition.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
            if run.is_done(partition, digest):
                run.kept.add(partition.name)
                continue
            people = People.of(engine, spans, partition, wanted.carried)
            run.note((decides or _decided)(run, people, partition.name, digest, progress))
        return run


Decides = Callable[[PeopleRun, People, str, str, OnRows | None], Done]
"""what goes through a partition: its name, the digest of its file, and whom to tell of rows"""


def _decided(run: PeopleRun, people: People, name: str, digest: str, progress: OnRows | None) -> Done:
    wanted, counts, bad = run.wanted, Counter[int](), Counter[str]()
    how = (people.spans.states, people.heading, run.answers.number, wanted.checked, wanted.as_if_in_force)
    deciding = Deciding(run.engine, *how)
    rows = 0
    with replacing(run.out / f"{name}{BAD_ROWS}") as apart:

        def answered() -> Iterator[pl.DataFrame]:
            nonlocal rows
            for batch in people.batches():
                rows += batch.size
                for one in batch.bad:
                    bad[one.diagnostics[0].code] += 1
                    apart.write(_line(one.data()))
                found = deciding.answered(batch.good)
                counts.update(dict(found[ANSWER].value_counts().iter_rows()))
                yield (
                    batch.good.select(ROW, *wanted.carried)
                    .with_columns(found[ANSWER])
                    .rename({ROW: OUT_ROW, ANSWER: OUT_ANSWER})
                )
                if progress:
                    progress(batch.size)

        _write(answered(), people, run.out / name)
    return Done(name, digest, rows, dict(bad), dict(counts))


def _write(batches: Iterable[pl.DataFrame], people: People, path: Path) -> None:
    """One batch at a time, in the format of the partition."""
    held = opened_heading(people.path).rows.collect_schema()
    carried = {name: held[name] for name in people.heading.carried}
    schema: dict[str, Any] = {OUT_ROW: pl.UInt32, **carried, OUT_ANSWER: pl.Int64}
    source = register_io_source(lambda columns, predicate, rows, size: iter(batches), schema=schema)
    with replacing(path) as part:
        match path.suffix.lower():
            case ".parquet":
                source.sink_parquet(part, row_group_size=BATCH)
            case ".csv":
                source.sink_csv(part)
            case _:
                source.sink_ndjson(part)


def _without_count(told: ToldAnswer) -> ToldAnswer:
    return {key: value for key, value in told.items() if key != "people"}


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.is_file() else []


def _line(entry: Mapping[str, Any]) -> bytes:
    return json.dumps(entry, ensure_ascii=False).encode() + b"\n"
