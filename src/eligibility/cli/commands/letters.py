"""`eligibility letters`: a letter for each of many cases."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from os.path import lexists
from pathlib import Path
from typing import Annotated

import typer

from eligibility.cli.errors import EXIT_FOUND
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang as screen_language
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
    TEXT,
    AsIfOption,
    JsonOption,
    Opened,
    ServiceOption,
    opened,
)
from eligibility.cli.output import NOT_WRITTEN, print_json, put, write_to
from eligibility.cli.progress import progress_of
from eligibility.diagnostics.refusal import refused
from eligibility.letters.bulk.example import example_table
from eligibility.letters.bulk.example import written as written_table
from eligibility.letters.bulk.file_names import FIELDS, check_pattern
from eligibility.letters.bulk.manifest import MANIFEST
from eligibility.letters.bulk.merged import print_all
from eligibility.letters.bulk.rows import TABLES, Listed, listed
from eligibility.letters.bulk.running import Progress, Run, Summary, bulk
from eligibility.letters.formats.rendering import check_ready, spare
from eligibility.letters.kinds import KINDS, kind_named
from eligibility.letters.templates import write_originals
from eligibility.letters.writing import Format, Wanted, checked_copies, format_named, language_named
from eligibility.words.spacing import harmless
from eligibility.words.text import N_

Cases = Annotated[
    Path | None,
    typer.Argument(metavar=FILE, help=say(N_("File of cases: an Excel workbook, a CSV table, or JSON, a case a line."))),
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", metavar=DIR, help=say(N_("Folder for the letters and their manifest.")))
]
KindWanted = Annotated[
    str, typer.Option("--kind", metavar=KIND, help=say(N_("One of: {kinds}; the first by default."), kinds=", ".join(KINDS)))
]
LettersFormat = Annotated[
    str, typer.Option("--format", metavar="html|txt|pdf", help=say(N_("What to make of the letters; PDF by default.")))
]
FilePattern = Annotated[
    str | None,
    typer.Option(
        "--name",
        metavar=TEXT,
        help=say(
            N_("Pattern of the files' names; it may name: {fields}. Hashes by default."),
            fields=" ".join(f"{{{one}}}" for one in FIELDS),
        ),
    ),
]
MergedFile = Annotated[
    Path | None, typer.Option("--merged", metavar=FILE, help=say(N_("One PDF for the printer instead of a file each.")))
]
Processes = Annotated[
    int, typer.Option("--processes", metavar=COUNT, help=say(N_("How many processes work; a merged file is made by one.")))
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=say(N_("Read and decide everything, say what would be made, and write nothing.")))
]
Example = Annotated[
    Path | None,
    typer.Option(
        "--example",
        metavar=FILE,
        help=say(N_("Write a table to fill in, .xlsx or .csv, and make no letters; --service narrows its columns.")),
    ),
]
TemplatesTo = Annotated[
    Path | None,
    typer.Option(
        "--templates-to", metavar=DIR, help=say(N_("Write out the templates that come with the program, and make no letters."))
    ),
]


@supplied("opened", opened)
def letters(
    *,
    cases: Cases = None,
    out: Out = None,
    kind: KindWanted = "checklist",
    lang: LetterLanguage = "both",
    format: LettersFormat = "pdf",
    name: FilePattern = None,
    merged: MergedFile = None,
    processes: Processes = 1,
    dry_run: DryRun = False,
    office: OfficeFile = None,
    copies: Copies = None,
    templates: Templates = None,
    no_case: NoCase = False,
    example: Example = None,
    service: ServiceOption = None,
    templates_to: TemplatesTo = None,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    opened: Opened,
) -> None:
    if example is not None or templates_to is not None:
        _write_to_start_from(example, service, templates_to, opened, as_json)
        return
    cases, out = _given(cases, FILE), _given(out, "--out")
    language, chosen = language_named(lang), format_named(format)
    wanted = Wanted(
        kind_named(kind, "--kind"),
        language,
        office_of(office),
        copies=None if copies is None else checked_copies(copies),
        templates=templates_of(templates),
        with_case=not no_case,
    )
    run = Run(out, wanted, chosen, as_if, opened.rules, opened.engine.name, tuple(opened.published.items()), name, dry_run)
    _check_processes(processes)
    _check_files(merged, name, out, chosen)
    spare_inputs([out / MANIFEST, *([merged] if merged else [])], cases, office, templates, *(opened.rules or ()))
    check_ready(wanted, chosen)
    found = listed(cases, opened.engine.pack)
    if found.how and not as_json:
        put(found.how[screen_language()])
    with _written_to(merged or out), _progress(cases, found, as_json) as progress:
        if merged and not dry_run:
            made = print_all(run, opened.engine, found, merged, progress)
        else:
            made = bulk(run, opened.engine, found, processes, progress)
    _tell(made, run, as_json)
    raise typer.Exit(EXIT_FOUND if made.skipped else 0)


def _given(path: Path | None, name: str) -> Path:
    if path is None:
        raise refused("argument-missing", "", name=name)
    return path


def _write_to_start_from(
    example: Path | None, service: str | None, templates_to: Path | None, opened: Opened, as_json: bool
) -> None:
    """What an office starts from: a table to fill in, templates to change."""
    written = []
    if example is not None:
        content = written_table(example_table(opened.engine, service, screen_language()), example)
        if lexists(example):
            raise refused("file-there", str(example))
        write_to(str(example), content)
        written.append(str(example))
    if templates_to is not None:
        with _written_to(templates_to):
            written += [str(templates_to / one) for one in write_originals(templates_to)]
    if as_json:
        print_json({"written": written})
    else:
        place = ", ".join(str(one) for one in (example, templates_to) if one is not None)
        put(say(N_("Files written: {n}; {place}"), n=len(written), place=harmless(place)), "good")


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


def _check_files(merged: Path | None, name: str | None, out: Path, format: Format) -> None:
    _check_merged(merged, out, format)
    _check_name(name, merged)


def _check_merged(merged: Path | None, out: Path, format: Format) -> None:
    """The file for the printer is one PDF, under a name that nothing else of the run takes."""
    if merged is None:
        return
    if format != "pdf":
        raise refused("merged-not-pdf", "--merged")
    if str(merged) == "-":
        raise refused("merged-no-file", "--merged")
    spare([merged], [out / MANIFEST])


def _check_name(name: str | None, merged: Path | None) -> None:
    if name is None:
        return
    if merged is not None:
        raise refused("merged-no-names", "--name", option="--name")
    check_pattern(name)


def _tell(summary: Summary, run: Run, as_json: bool) -> None:
    manifest = str(run.out / MANIFEST)
    if as_json:
        counts = {name: getattr(summary, name) for name in ("made", "kept", "skipped", "replaced", "left")}
        print_json({**counts, "files": list(summary.files), "manifest": manifest, "dry_run": run.dry})
        return
    made = N_("Letters that would be made: {n}") if run.dry else N_("Letters made: {n}")
    put(say(made, n=summary.made), "good")
    if summary.kept:
        put(say(N_("Finished before: {n}"), n=summary.kept))
    if summary.replaced:
        put(say(N_("Earlier letters in whose place others come: {n}"), n=summary.replaced))
    if summary.left:
        put(say(N_("Letters of earlier runs that stay in the folder, though no row is theirs: {n}"), n=summary.left), "bad")
    if summary.skipped:
        _tell_skipped(summary, "" if run.dry else manifest)


def _tell_skipped(summary: Summary, manifest: str) -> None:
    """The first few reasons here, all of them in the manifest."""
    put(say(N_("Rows that cannot be used: {n}"), n=summary.skipped), "bad")
    for reason in summary.reasons:
        rows = ", ".join(map(str, reason.rows))
        where = f"{reason.where}: " if reason.where else ""
        said = f"{where}{reason.text[screen_language()]}"
        if reason.times > len(reason.rows):
            put(say(N_("rows {rows} … ({n} in all): {reason}"), rows=rows, n=reason.times, reason=said), indent=2, hang=2)
        else:
            put(say(N_("rows {rows}: {reason}"), rows=rows, reason=said), indent=2, hang=2)
    if summary.more:
        put(say(N_("and other mistakes: {n}"), n=summary.more), indent=2)
    if manifest:
        put(say(N_("All of it is in {file}"), file=harmless(manifest)))


@contextmanager
def _progress(cases: Path, found: Listed, as_json: bool) -> Iterator[Progress | None]:
    with progress_of(say(N_("Letters")), found.length or _count(cases), quiet=as_json) as progress:
        yield progress


def _count(cases: Path) -> int:
    """As many as there are lines, near enough for a bar."""
    if not sys.stderr.isatty():
        return 0
    with cases.open("rb") as file:
        return sum(1 for line in file if line.strip()) - (cases.suffix.lower() in TABLES)
