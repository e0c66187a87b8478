"""`eligibility letters`: a letter for each of many cases."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from eligibility.cli.errors import EXIT_FOUND
from eligibility.cli.framework import supplied
from eligibility.cli.language import say
from eligibility.cli.letter_options import (
    Copies,
    LetterLanguage,
    NoCase,
    OfficeFile,
    Templates,
    office_of,
    spare_inputs,
    templates_of,
)
from eligibility.cli.options import (
    COUNT,
    DIR,
    FILE,
    KIND,
    AsIfOption,
    JsonOption,
    Opened,
    opened,
)
from eligibility.cli.output import NOT_WRITTEN, print_json, put
from eligibility.cli.progress import progress_of
from eligibility.diagnostics.refusal import refused
from eligibility.letters.bulk.manifest import MANIFEST
from eligibility.letters.bulk.merged import print_all
from eligibility.letters.bulk.running import Progress, Run, Summary, bulk
from eligibility.letters.formats.rendering import check_ready, spare
from eligibility.letters.kinds import KINDS, kind_named
from eligibility.letters.writing import Format, Wanted, checked_copies, format_named, language_named
from eligibility.words.text import N_


@supplied("opened", opened)
def letters(
    *,
    cases: Annotated[Path, typer.Argument(metavar=FILE, help=say(N_("File of cases: JSON, a case a line, or a CSV table.")))],
    out: Annotated[Path, typer.Option("--out", "-o", metavar=DIR, help=say(N_("Folder for the letters and their manifest.")))],
    kind: Annotated[
        str,
        typer.Option("--kind", metavar=KIND, help=say(N_("One of: {kinds}; the first by default."), kinds=", ".join(KINDS))),
    ] = "checklist",
    lang: LetterLanguage = "both",
    format: Annotated[
        str, typer.Option("--format", metavar="html|txt|pdf", help=say(N_("What to make of the letters; PDF by default.")))
    ] = "pdf",
    merged: Annotated[
        Path | None,
        typer.Option("--merged", metavar=FILE, help=say(N_("One PDF for the printer instead of a file each."))),
    ] = None,
    processes: Annotated[
        int, typer.Option("--processes", metavar=COUNT, help=say(N_("How many processes work; a merged file is made by one.")))
    ] = 1,
    office: OfficeFile = None,
    copies: Copies = None,
    templates: Templates = None,
    no_case: NoCase = False,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    opened: Opened,
) -> None:
    language, chosen = language_named(lang), format_named(format)
    wanted = Wanted(
        kind_named(kind, "--kind"),
        language,
        office_of(office),
        copies=None if copies is None else checked_copies(copies),
        templates=templates_of(templates),
        with_case=not no_case,
    )
    run = Run(out, wanted, chosen, as_if, opened.rules, opened.engine.name, tuple(opened.published.items()))
    _check_processes(processes)
    _check_merged(merged, out, chosen)
    spare_inputs([out / MANIFEST, *([merged] if merged else [])], cases, office, templates, *(opened.rules or ()))
    check_ready(wanted, chosen)
    with _written_to(merged or out), _progress(cases, as_json) as progress:
        made = (
            print_all(run, opened.engine, cases, merged, progress)
            if merged
            else bulk(run, opened.engine, cases, processes, progress)
        )
    _tell(made, out, as_json)
    raise typer.Exit(EXIT_FOUND if made.skipped else 0)


@contextmanager
def _written_to(place: Path) -> Iterator[None]:
    """A folder or file that cannot be written is a mistake of the command line; a full disk is not."""
    try:
        yield
    except OSError as error:
        if error.errno in NOT_WRITTEN:
            raise
        raise refused("letters-not-written", str(place)) from None


def _check_processes(count: int) -> None:
    if not 1 <= count <= 64:
        raise refused("out-of-range", "--processes", id=count, low=1, high=64)


def _check_merged(merged: Path | None, out: Path, format: Format) -> None:
    """The file for the printer is one PDF, under a name that nothing else of the run takes."""
    if merged is None:
        return
    if format != "pdf":
        raise refused("merged-not-pdf", "--merged")
    if str(merged) == "-":
        raise refused("merged-no-file", "--merged")
    spare([merged], [out / MANIFEST])


def _tell(summary: Summary, out: Path, as_json: bool) -> None:
    if as_json:
        print_json({**summary._asdict(), "files": list(summary.files), "manifest": str(out / MANIFEST)})
        return
    put(say(N_("Letters made: {n}"), n=summary.made), "good")
    if summary.kept:
        put(say(N_("Finished before: {n}"), n=summary.kept))
    if summary.skipped:
        put(say(N_("Rows that cannot be used: {n}; see {file}"), n=summary.skipped, file=str(out / MANIFEST)), "bad")


@contextmanager
def _progress(cases: Path, as_json: bool) -> Iterator[Progress | None]:
    with progress_of(say(N_("Letters")), _count(cases), quiet=as_json or not cases.is_file()) as progress:
        yield progress


def _count(cases: Path) -> int:
    if not cases.is_file() or not sys.stderr.isatty():
        return 0
    with cases.open("rb") as file:
        return sum(1 for line in file if line.strip()) - (cases.suffix.lower() == ".csv")
