"""`eligibility check`: one case, or a stream of them, decided."""

import sys
from typing import Annotated

import typer

from eligibility.cli.errors import EXIT_FOUND, refused_json
from eligibility.cli.framework import supplied
from eligibility.cli.gathering import Asked, asked
from eligibility.cli.input import MAX_BYTES
from eligibility.cli.language import say
from eligibility.cli.options import (
    FILE,
    AsIfOption,
    JsonOption,
    ReaderOption,
    reader_named,
    reasoner,
)
from eligibility.cli.output import print_json
from eligibility.cli.showing import Shown, show_any
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.engine import Engine
from eligibility.plain.lines import numbered
from eligibility.plain.strictjson import parse_json
from eligibility.words.text import N_


@supplied("about", asked)
@supplied("engine", reasoner)
def check(
    *,
    about: Asked,
    submitted: Annotated[
        str | None, typer.Option("--submitted", metavar=FILE, help=say(N_("File that lists the documents presented.")))
    ] = None,
    json_lines: Annotated[
        bool, typer.Option("--json-lines", help=say(N_("Read a case a line from standard input, print a decision a line.")))
    ] = False,
    reader: ReaderOption = "citizen",
    ids: Annotated[bool, typer.Option("--ids", help=say(N_("Show the ids by which a case names things.")))] = False,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    engine: Engine,
) -> None:
    if json_lines:
        if any((*about, submitted)):
            raise refused("json-lines-alone", "--json-lines")
        raise typer.Exit(decide_lines(engine, as_if))
    shown = Shown(reader_named(reader), ids)
    show_any(engine.any_answer(about.gathered(submitted), as_if), as_json, shown)


def decide_lines(engine: Engine, as_if: bool) -> int:
    """Decides a case a line, and gives the exit code. A line that cannot be decided gives its errors, and the others go on."""
    bad = False
    for number, line in numbered(sys.stdin.buffer, MAX_BYTES + 1):
        where = f"-:{number}"
        try:
            if len(line.rstrip(b"\r\n")) > MAX_BYTES:
                raise refused("too-large", where, limit=MAX_BYTES)
            print(engine.any_answer(parse_json(line, where), as_if).json(), flush=True)
        except Refused as error:
            bad = True
            print_json({"line": number, **refused_json(error)})
    return EXIT_FOUND if bad else 0
