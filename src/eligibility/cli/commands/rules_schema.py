"""`eligibility rules schema`: what an editor needs, to know rule files and to explain their keys."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from eligibility.cli.language import say, words
from eligibility.cli.options import DIR, KIND, LanguageOption
from eligibility.cli.output import NOT_WRITTEN, print_json, put, write_to
from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.words.text import N_

SETTINGS = "settings.json"
KIND_ROOM = 18


def show_schema(
    kind: Annotated[
        str | None, typer.Argument(metavar=KIND, help=say(N_("Kind of rule file; without it, all kinds are listed.")))
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--all",
            metavar=DIR,
            help=say(N_("Write the schema of each kind into this folder, and settings.json for an editor.")),
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=say(N_("With --all: write over files that are there already.")))
    ] = False,
    lang: LanguageOption = None,
) -> None:
    from eligibility.rulefiles.editor_schema import WRITTEN, json_schema

    if folder is not None:
        if kind is not None:
            raise refused("all-alone", "--all")
        _write(folder, force)
    elif kind is not None:
        print_json(json_schema(chosen(kind, WRITTEN, KIND), words()), indent=2)
    else:
        _list_kinds()


def _list_kinds() -> None:
    from eligibility.rulefiles.described.kinds_help import KINDS_HELP

    for kind, help in KINDS_HELP.items():
        put(f"{kind:<{KIND_ROOM}}{say(help.purpose)}", hang=KIND_ROOM)


def _write(folder: Path, force: bool) -> None:
    from eligibility.rulefiles.editor_schema import WRITTEN, editor_settings, json_schema

    files: dict[str, Mapping[str, Any]] = {f"{kind}.json": json_schema(kind, words()) for kind in WRITTEN}
    files[SETTINGS] = editor_settings(_address(folder))
    paths = {name: folder / name for name in files}
    if held := [path for path in paths.values() if path.exists() and not force]:
        raise Refused(Diagnostic("file-exists", str(path)) for path in held)
    _make(folder)
    for name, data in files.items():
        write_to(str(paths[name]), f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode())
    put(say(N_("The schemas of all kinds of rule files are in the folder {folder}."), folder=folder.resolve()))
    put(say(N_("Take the lines of {file} over into .vscode/settings.json of the folder you work in."), file=paths[SETTINGS]))


def _address(folder: Path) -> str:
    """As settings name it: from the folder the author works in, else from the top."""
    whole = folder.resolve()
    inside = whole.is_relative_to(Path.cwd())
    return f"./{whole.relative_to(Path.cwd()).as_posix()}".removesuffix("/.") if inside else whole.as_uri()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno in NOT_WRITTEN:
            raise
        raise refused("not-written", str(folder)) from None
