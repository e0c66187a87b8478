"""`eligibility population`: a whole table of people at once."""

from os.path import lexists
from pathlib import Path
from typing import Annotated

import typer

from eligibility.cli.commands.population_counting import count_people
from eligibility.cli.commands.population_deciding import decide_people
from eligibility.cli.commands.population_impact import impact_on_people
from eligibility.cli.framework import Command, CommandGroup, supplied
from eligibility.cli.language import check_language, say
from eligibility.cli.options import COUNT, FILE, JsonOption, LanguageOption, ServiceOption, reader
from eligibility.cli.output import print_json, put, write_to
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.words.spacing import harmless
from eligibility.words.text import N_

app = typer.Typer(cls=CommandGroup, add_completion=False)


@app.callback()
def common(lang: LanguageOption = None) -> None:
    check_language(lang)


ExampleFile = Annotated[
    Path, typer.Argument(metavar=FILE, help=say(N_("File to write: .csv, .parquet or .jsonl, as its name ends.")))
]
Rows = Annotated[int, typer.Option("--rows", metavar=COUNT, help=say(N_("How many people to write as an example.")))]


@app.command("example", cls=Command, help=say(N_("Write a table to fill in, with some people; --service narrows it.")))
@supplied("engine", reader)
def write_example(
    *,
    file: ExampleFile,
    service: ServiceOption = None,
    rows: Rows = 3,
    as_json: JsonOption = False,
    engine: Engine,
) -> None:
    from eligibility.population.example_people import example_people, people_written

    content = people_written(example_people(engine, service, rows), file)
    if lexists(file):
        raise refused("file-there", str(file))
    write_to(str(file), content)
    if as_json:
        print_json({"written": [str(file)]})
    else:
        put(say(N_("Files written: {n}; {place}"), n=1, place=harmless(str(file))), "good")


app.command(
    "decide", cls=Command, help=say(N_("Decide every row of a table: the number of its answer, and what the numbers mean."))
)(decide_people)
app.command("count", cls=Command, help=say(N_("Count people by service and place, document, ground and category.")))(
    count_people
)
app.command(
    "impact", cls=Command, help=say(N_("Two packs of rules over one table: who gains and who loses what, and how many."))
)(impact_on_people)
