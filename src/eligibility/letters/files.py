"""A letter made into a file of the format asked for, and files written whole or not at all."""

import errno
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from eligibility.law.diagnostics import Diagnostic, Refused
from eligibility.law.words import N_
from eligibility.letters.making import Format, Made, Wanted, langs_of
from eligibility.letters.wording import check_template

READ = (".j2", ".yaml", ".yml")
"""what a folder of templates or rules is read for"""
PART = re.compile(r"\.[0-9a-f]{12}\.\d+\.part")
"""the name of a file not yet written to its end"""


def rendered(made: Made, day: date, format: Format, templates: Path | None) -> bytes:
    match format:
        case "pdf":
            from eligibility.letters.pdf import as_pdf

            return as_pdf(made, day)
        case "html":
            from eligibility.letters.html import as_html

            return as_html(made, templates).encode()
        case "txt":
            from eligibility.letters.text import as_text

            return as_text(made).encode()


def check_ready(wanted: Wanted, format: Format) -> None:
    """Refuses at once what no letter of a run could be made with."""
    if format == "pdf":
        from eligibility.letters.pdf import check_installed

        check_installed()
    for lang in langs_of(wanted.lang):
        check_template(wanted.kind, lang, wanted.templates)


def write_whole(path: Path, content: bytes) -> None:
    """The whole file, or none of it; a link keeps pointing, a file keeps its mode, a pipe or device just gets the bytes."""
    path = pointed(path)
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    part = part_of(path)
    try:
        if path.exists():
            part.touch(0o600)
            part.write_bytes(content)
            part.chmod(path.stat().st_mode)
        else:
            part.write_bytes(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def pointed(path: Path) -> Path:
    """What a link points to. One that points to itself is an error of older Pythons and its own answer of newer ones."""
    try:
        found = path.resolve() if path.is_symlink() else path
        loops = found.is_symlink()
    except RuntimeError:
        loops = True
    if loops:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None
    return found


def part_of(path: Path) -> Path:
    """Beside it, under a name that is never longer."""
    return path.with_name(f".{hashlib.sha256(path.name.encode(errors='surrogateescape')).hexdigest()[:12]}.{os.getpid()}.part")


def sweep(folder: Path) -> None:
    """What a killed run left half written."""
    for part in folder.glob(".*.part"):
        if PART.fullmatch(part.name):
            part.unlink(missing_ok=True)


def spare(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Refuses to write over what is read."""
    read = [file for given in inputs for file in _files(given)]
    for output in outputs:
        if any(_same(output, file) for file in read):
            text, hint = N_("this file is needed for something else"), N_("choose another name")
            raise Refused([Diagnostic("no-output", text, str(output), hint)])


def _same(one: Path, other: Path) -> bool:
    """Whether two names are of one file, there or not yet there."""
    try:
        return one.samefile(other) if one.exists() and other.exists() else one.resolve() == other.resolve()
    except (OSError, RuntimeError):
        return False


def _files(given: Path) -> Iterator[Path]:
    if given.is_dir():
        yield from (path for path in given.rglob("*") if path.suffix in READ)
    else:
        yield given
