"""`eligibility population decide`: every row of a population decided, and every distinct answer told once."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from eligibility.cli.framework import supplied
from eligibility.cli.language import say
from eligibility.cli.options import DIR, AsIfOption, JsonOption
from eligibility.cli.output import print_json, put
from eligibility.cli.people_options import CarryOption, Engines, PeopleArgument, UncheckedOption, people_engines, progress_over
from eligibility.diagnostics.meant import chosen
from eligibility.words.text import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eligibility.population.partition_run import Decides, PeopleRun

By = Literal["polars", "spark"]
BY: tuple[By, ...] = get_args(By)


@supplied("engines", people_engines)
def decide_people(
    *,
    people: PeopleArgument,
    out: Annotated[
        str,
        typer.Option(
            "--out",
            "-o",
            metavar=DIR,
            help=say(
                N_(
                    "Folder to write: a table for each table read, with the number of the answer to each row; answers.jsonl; "
                    "rows that are no cases beside them. A run that was broken off goes on there."
                )
            ),
        ),
    ],
    carry: CarryOption = None,
    unchecked: UncheckedOption = False,
    as_if: AsIfOption = False,
    engine: Annotated[
        str,
        typer.Option("--engine", metavar="polars|spark", help=say(N_("What goes through the rows; a Spark that is there."))),
    ] = "polars",
    master: Annotated[
        str | None,
        typer.Option("--master", metavar="URL", help=say(N_("With --engine spark: the cluster, such as spark://host:7077."))),
    ] = None,
    as_json: JsonOption = False,
    engines: Engines,
) -> None:
    from eligibility.population.partition_run import RunWanted, decide

    wanted = RunWanted(tuple(carry or ()), not unchecked, as_if)
    by = chosen(engine, BY, "--engine")
    with progress_over(Path(people), as_json) as progress, _deciding(by, master) as decides:
        run = decide(engines(not unchecked), Path(people), Path(out), wanted, progress, decides)
    if as_json:
        print_json(_json(run))
    else:
        _tell(run)


@contextmanager
def _deciding(by: "By", master: str | None) -> "Iterator[Decides | None]":
    """What decides, where it is not polars."""
    if by == "polars":
        yield None
        return
    from eligibility.population.in_spark import SparkDecides, spark_session

    with spark_session(master) as session:
        yield SparkDecides(session)


def _json(run: "PeopleRun") -> dict[str, object]:
    done = run.done.values()
    partitions = [{"partition": one.partition, "rows": one.rows, "bad": dict(one.bad)} for one in done]
    return {
        "rows": sum(one.rows for one in done),
        "decided": run.people.total(),
        "bad": run.bad.total(),
        "answers": len(run.people),
        "kept": sorted(run.kept),
        "partitions": partitions,
        "out": str(run.out),
    }


def _tell(run: "PeopleRun") -> None:
    from eligibility.cli.people_words import put_bad
    from eligibility.population.partition_run import ANSWERS

    put(say(N_("Rows decided: {n}. Distinct answers: {answers}."), n=run.people.total(), answers=len(run.people)), "good")
    if run.kept:
        put(say(N_("Tables that an earlier run had decided: {n}"), n=len(run.kept)))
    put_bad(run.bad)
    put(say(N_("What the numbers of the answers mean is told in {file}"), file=str(run.out / ANSWERS)))
