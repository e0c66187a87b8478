"""The rows of a bulk run: a case each, with what the office states of its letter; JSON lines or a CSV table."""

import csv
import hashlib
import json
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, TextIO

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import masked
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.law.pack import Pack
from eligibility.plain.canonical import canonical
from eligibility.plain.lines import next_line, numbered
from eligibility.plain.strictjson import parse_json

MAX_LINE = 1_000_000
MAX_COLUMNS = 1_000
OVERLONG_CELL = "field larger than"
"""how the reader of tables says it"""
SPREADSHEETS = (".xls", ".xlsx", ".ods")
LETTER = "letter"
"""the key of a row that holds kind, language and what the office states"""


class CaseRow(NamedTuple):
    number: int
    """of the line in the file, from 1"""
    data: bytes
    """the row as canonical JSON; empty where the line cannot be read"""
    broken: Diagnostic | None = None

    @property
    def plain(self) -> Any:
        return json.loads(self.data)


def rows(path: Path, pack: Pack) -> Iterator[CaseRow]:
    """The rows of a file, one at a time, whatever its size."""
    _check_source(path)
    if path.suffix.lower() in SPREADSHEETS:
        _not_a_table(path)
    return _table(path, pack) if path.suffix.lower() == ".csv" else _lines(path)


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


class _TooLong(csv.Error):
    pass


class _Lines:
    """The lines of a table, of which no row takes more than `MAX_LINE`."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._ahead: deque[str] = deque()
        self._row: list[str] = []
        self._length = 0
        self.number = 0

    def begin(self) -> int:
        """Begins a row, and gives the number of its first line."""
        self._row, self._length = [], 0
        return self.number + 1

    def first_alone(self) -> None:
        """Gives back all lines of a row that cannot be read but the first: an open quote swallows no other rows."""
        self._ahead.extendleft(reversed(self._row[1:]))
        self.number -= len(self._row[1:])

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else self._read()
        self.number += 1
        self._row.append(line)
        self._length += len(line)
        if self._length > MAX_LINE:
            raise _TooLong
        return line

    def _read(self) -> str:
        line = next_line(self._file, MAX_LINE)
        if not line:
            raise StopIteration
        return line


def _table(path: Path, pack: Pack) -> Iterator[CaseRow]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        lines = _Lines(file)
        reader = csv.reader(lines, strict=True)
        names = _head(reader, path)
        while True:
            number = lines.begin()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                lines.first_alone()
                overlong = isinstance(error, _TooLong) or OVERLONG_CELL in str(error)
                yield _broken("too-large", number, limit=MAX_LINE) if overlong else _broken("csv-cells", number)
            else:
                if any(map(str.strip, cells)):
                    yield _cells(number, names, cells, pack)


def _head(reader: Iterator[list[str]], path: Path) -> list[str]:
    try:
        names = [name.strip() for name in next(reader, [])]
    except csv.Error:
        names = []
    while names and not names[-1]:
        del names[-1]
    if not 2 <= len(names) <= MAX_COLUMNS or not all(map(_is_utf8, names)):
        _not_a_table(path)
    counts = Counter(names)
    for name in names:
        if counts[name] > 1 or (name.partition(".")[0] in counts and "." in name):
            raise refused("csv-head", str(path), key=masked(name))
    return names


def _not_a_table(path: Path) -> NoReturn:
    raise refused("csv-syntax", str(path))


def _cells(number: int, names: list[str], cells: list[str], pack: Pack) -> CaseRow:
    if len(cells) < len(names) or any(map(str.strip, cells[len(names) :])):
        return _broken("csv-cells", number)
    if not all(map(_is_utf8, cells)):
        return _broken("not-utf8", number)
    return CaseRow(number, canonical(_nested(dict(zip(names, cells, strict=False)), pack)))


def _is_utf8(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _nested(cells: Mapping[str, str], pack: Pack) -> dict[str, Any]:
    """The cells of a row as a case: `facts.age` is the fact `age`; empty cells say nothing."""
    found: dict[str, Any] = {}
    for name, cell in cells.items():
        if not cell.strip():
            continue
        outer, dot, inner = name.partition(".")
        value = _typed(outer, inner, cell.strip(), pack)
        if dot:
            found.setdefault(outer, {})[inner] = value
        else:
            found[outer] = value
    return found


def _typed(outer: str, inner: str, cell: str, pack: Pack) -> Any:
    if outer == "submitted" or (outer, inner) == (LETTER, "missing"):
        return [one.strip() for one in cell.split(";") if one.strip()]
    fact = pack.facts.get(inner) if outer == "facts" else None
    if fact and fact.type == "bool" and cell.lower() in ("true", "false"):
        return cell.lower() == "true"
    if fact and fact.many:
        return [one.strip() for one in cell.split(";") if one.strip()]
    if fact and fact.type in ("years", "months") and cell.isascii() and cell.isdigit() and len(cell) < 4:
        return int(cell)
    return cell


def _check_source(path: Path) -> None:
    if not path.is_file():
        raise refused("no-file", str(path))
