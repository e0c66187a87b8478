"""A letter made into the bytes of the format asked for, and no file that is read written over."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from eligibility.diagnostics.refusal import refused
from eligibility.letters.templates import check_template
from eligibility.letters.writing import Format, Made, Wanted, langs_of

READ = (".j2", ".yaml", ".yml")
"""what a folder of templates or rules is read for"""


def rendered(made: Made, day: date, format: Format, templates: Path | None) -> bytes:
    """The bytes of a letter in a format, as of a day."""
    match format:
        case "pdf":
            from eligibility.letters.formats.pdf import as_pdf

            return as_pdf(made, day)
        case "html":
            from eligibility.letters.formats.html import as_html

            return as_html(made, templates).encode()
        case "txt":
            from eligibility.letters.formats.txt import as_text

            return as_text(made).encode()


def check_ready(wanted: Wanted, format: Format) -> None:
    """Refuses at once settings with which no letter of a run could be made."""
    if format == "pdf":
        from eligibility.letters.formats.pdf import check_installed

        check_installed()
    for lang in langs_of(wanted.lang):
        check_template(wanted.kind, lang, wanted.templates)


def spare(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Refuses to write over a file that is read."""
    read = [file for given in inputs for file in _files(given)]
    for output in outputs:
        if any(_same(output, file) for file in read):
            raise refused("no-output", str(output))


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
