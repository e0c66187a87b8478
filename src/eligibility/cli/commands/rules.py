"""`eligibility rules`: for authors of rule packs."""

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from eligibility.cli.help import Command, Group
from eligibility.cli.language import say
from eligibility.cli.main import EXIT_FOUND
from eligibility.cli.options import Json, Language
from eligibility.law.words import N_
from eligibility.shipped import resource

app = typer.Typer(cls=Group)

Folder = Annotated[
    Path | None, typer.Argument(metavar="DIR", help=say(N_("Folder of rule files; the shipped ones by default.")))
]


@app.command("lint", cls=Command, help=say(N_("Find everything wrong with a pack of rules.")))
def lint(folder: Folder = None, as_json: Json = False, lang: Language = None) -> None:
    from eligibility.law.lint import lint as find

    sources, found = find(folder or resource("rules"))
    counts = Counter(diagnostic.severity for diagnostic in found)
    if as_json:
        print(json.dumps({"diagnostics": [one.as_json() for one in found], **counts}, ensure_ascii=False))
    else:
        for one in found:
            print(f"{one.where}: {one.severity} {one.code}: {one.message()}" + (f" ({one.advice()})" if one.hint else ""))
        print(f"{len(sources.editions)} editions, {counts['error']} errors, {counts['warning']} warnings")
    raise typer.Exit(EXIT_FOUND if counts["error"] else 0)


@app.command("schema", cls=Command, help=say(N_("Print the JSON Schema of a kind of rule file.")))
def schema(
    kind: Annotated[str, typer.Argument(help=say(N_("edition, act, provisions, standard, facts, …")))] = "edition",
    lang: Language = None,
) -> None:
    from eligibility.law.diagnostics import Diagnostic, Refused
    from eligibility.law.schema import KINDS, json_schema

    if kind not in KINDS:
        raise Refused(
            [
                Diagnostic(
                    "unknown-value",
                    N_("{id} is not known"),
                    "KIND",
                    N_("one of: {known}"),
                    {"id": kind, "known": ", ".join(KINDS)},
                )
            ]
        )
    print(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))
