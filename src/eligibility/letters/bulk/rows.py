"""The rows of a bulk run: a case each, with what the office states of its letter; JSON lines, a table as text, a workbook."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.law.pack import Pack
from eligibility.letters.bulk.heads import checked_head, is_remark, nested, spoilt
from eligibility.letters.bulk.text_tables import MAX_LINE, UTF_8, WINDOWS, TableRow, layout_of, table_rows, without_last_blanks
from eligibility.plain.canonical import canonical
from eligibility.plain.lines import numbered
from eligibility.plain.strictjson import parse_json
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

TABLES = (".csv", ".tsv", ".txt")
WORKBOOK = ".xlsx"
OTHER_BOOKS = (".xls", ".xlsm", ".xlsb", ".ods")


class CaseRow(NamedTuple):
    number: int
    """of the line in the file, from 1"""
    data: bytes
    """the row as canonical JSON; empty where the line cannot be read"""
    broken: Diagnostic | None = None

    @property
    def plain(self) -> Any:
        return json.loads(self.data)


class Listed(NamedTuple):
    """A list of cases, ready to be gone through once."""

    rows: Iterator[CaseRow]
    """one at a time, whatever the size of the list; of a workbook alone all are read beforehand"""
    how: Text | None = None
    """how it was read, where there was a choice"""
    length: int | None = None
    """how many rows, where that is known beforehand"""


def listed(source: Path | Listed, pack: Pack) -> Listed:
    """Refuses at once what is wrong with the list as a whole."""
    if isinstance(source, Listed):
        return source
    _check_readable(source)
    suffix = source.suffix.lower()
    if suffix in OTHER_BOOKS:
        raise refused("csv-syntax", str(source))
    if suffix == WORKBOOK:
        return _workbook(source, pack)
    return _table(source, pack) if suffix in TABLES else Listed(_lines(source))


def _check_readable(path: Path) -> None:
    """A file that nobody may read is told as one that is not there, whatever it holds."""
    if not path.is_file():
        raise refused("no-file", str(path))
    try:
        path.open("rb").close()
    except OSError:
        raise refused("no-file", str(path)) from None


def key_of(row: CaseRow, salt: str) -> str:
    """A hash of everything that makes the letter: the whole row, the person too, and the run's settings."""
    return hashlib.sha256(salt.encode() + b"\0" + row.data).hexdigest()[:20]


def _lines(path: Path) -> Iterator[CaseRow]:
    with path.open("rb") as file:
        for number, line in numbered(file, MAX_LINE):
            yield _broken("too-large", number, limit=MAX_LINE) if len(line) > MAX_LINE else _row(number, line)


def _row(number: int, line: bytes) -> CaseRow:
    try:
        return CaseRow(number, canonical(parse_json(line, "")))
    except Refused as error:
        wrong = error.diagnostics[0]
        return _broken(wrong.code, number, **wrong.values)


def _broken(code: str, number: int, **values: object) -> CaseRow:
    return CaseRow(number, b"", Diagnostic(code, f"row {number}", **values))


def _table(path: Path, pack: Pack) -> Listed:
    layout = layout_of(path)
    names = checked_head(layout.head, str(path), pack)
    how = {UTF_8: None, WINDOWS: in_both(N_("The table is read in the encoding Windows-1251."))}
    found = _cases(table_rows(path, layout), names, pack)
    return Listed(found, how.get(layout.encoding, in_both(N_("The table is read in the encoding UTF-16."))))


def _workbook(path: Path, pack: Pack) -> Listed:
    from eligibility.letters.bulk.workbooks import read_sheet

    sheet = read_sheet(path)
    names = checked_head(without_last_blanks(sheet.head), str(path), pack)
    how = in_both(N_("The table is read from the sheet «{name}»."), name=sheet.name)
    return Listed(_cases(sheet.rows, names, pack), how, len(sheet.rows))


def _cases(found: Iterable[TableRow], names: list[str], pack: Pack) -> Iterator[CaseRow]:
    for row in found:
        if row.broken:
            yield _broken(row.broken, row.number, limit=MAX_LINE)
        elif len(row.cells) < len(names) or any(map(str.strip, row.cells[len(names) :])):
            yield _broken("csv-cells", row.number)
        else:
            cells = {name: cell.strip() for name, cell in zip(names, row.cells, strict=False)}
            if not is_remark(cells):
                yield _case(row.number, cells, pack)


def _case(number: int, cells: dict[str, str], pack: Pack) -> CaseRow:
    if column := spoilt(cells):
        return CaseRow(number, b"", Diagnostic("digits-lost", column))
    return CaseRow(number, canonical(nested(cells, pack)))
