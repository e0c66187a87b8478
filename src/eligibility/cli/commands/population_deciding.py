"""`eligibility population decide`: every row of a population decided, and every distinct answer told once."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eligibility.cli.framework import supplied
from eligibility.cli.language import say
from eligibility.cli.options import DIR, AsIfOption, JsonOption
from eligibility.cli.output import print_json, put
from eligibility.cli.people_options import CarryOption, Engines, PeopleArgument, UncheckedOption, people_engines, progress_over
from eligibility.words.text import N_

if TYPE_CHECKING:
    from eligibility.population.partition_run import PeopleRun


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
    as_json: JsonOption = False,
    engines: Engines,
) -> None:
    from eligibility.population.partition_run import RunWanted, decide

    wanted = RunWanted(tuple(carry or ()), not unchecked, as_if)
    with progress_over(Path(people), as_json) as progress:
        run = decide(engines(not unchecked), Path(people), Path(out), wanted, progress)
    if as_json:
        print_json(_json(run))
    else:
        _tell(run)


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
