"""A table as a spreadsheet saves it as text: which bytes stand for which letters, what divides its cells, its rows."""

import codecs
import csv
import re
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

from eligibility.diagnostics.refusal import refused
from eligibility.letters.bulk.heads import MAX_COLUMNS
from eligibility.plain.lines import next_line

MAX_LINE = 1_000_000
DELIMITERS = (";", ",", "\t")
OVERLONG_CELL = "field larger than"
"""how the reader of tables says it"""

UTF_8, UTF_16, WINDOWS = "utf-8-sig", "utf-16", "cp1251"
_OF_WINDOWS = re.compile("[\0-\x7fА-яЁёІі№«»–—…“”„‘’•°§\xa0]*")
"""what a table in the Windows encoding of this country's offices may hold; other signs are letters of another encoding"""
_LOST = re.compile("[А-яЁёІі]\\?|\\?[А-яЁёІі]")
"""what a spreadsheet leaves of a Kazakh letter in that encoding, which has none"""


class TableRow(NamedTuple):
    number: int
    """of its first line in the file, from 1"""
    cells: list[str]
    broken: str | None = None
    """the code of what is wrong with it"""


class Layout(NamedTuple):
    """How a table is written."""

    encoding: str
    delimiter: str
    head: list[str]


def layout_of(path: Path) -> Layout:
    """Found out by the file itself; refuses what is no table."""
    encoding = _encoding(path)
    heads = [Layout(encoding, one, _head(path, encoding, one)) for one in DELIMITERS]
    found = max(heads, key=lambda one: len(one.head))
    if not 2 <= len(found.head) <= MAX_COLUMNS or not all(map(_is_whole, found.head)):
        raise refused("csv-syntax", str(path))
    return found


def table_rows(path: Path, layout: Layout) -> Iterator[TableRow]:
    """The rows under the head, whatever the size of the table; one that cannot be read spoils no other."""
    with _opened(path, layout.encoding) as file:
        lines = _Lines(file)
        reader = csv.reader(lines, strict=True, delimiter=layout.delimiter)
        next(reader)
        while True:
            number = lines.begin()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                lines.first_alone()
                overlong = isinstance(error, _TooLong) or OVERLONG_CELL in str(error)
                yield TableRow(number, [], "too-large" if overlong else "csv-cells")
            else:
                if any(map(str.strip, cells)):
                    yield TableRow(number, cells, _wrong(cells, layout.encoding))


def _wrong(cells: list[str], encoding: str) -> str | None:
    if not all(map(_is_whole, cells)):
        return "not-utf8"
    if encoding == WINDOWS and any(_LOST.search(cell) or not _OF_WINDOWS.fullmatch(cell) for cell in cells):
        return "letters-lost"
    return None


def _is_whole(text: str) -> bool:
    """Whether all its bytes stood for signs."""
    return "\N{REPLACEMENT CHARACTER}" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)


def _encoding(path: Path) -> str:
    """By the mark at its beginning; without one, by what most lines with other than Latin letters are."""
    with path.open("rb") as file:
        mark = file.read(3)
        if mark.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return UTF_16
        if mark == codecs.BOM_UTF8:
            return UTF_8
        file.seek(0)
        found: Counter[bool] = Counter()
        while line := next_line(file, MAX_LINE):
            if not line.isascii() and len(line) <= MAX_LINE:
                found[_is_utf8(line)] += 1
        return UTF_8 if found[True] >= found[False] else WINDOWS


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _opened(path: Path, encoding: str) -> TextIO:
    errors = "replace" if encoding == UTF_16 else "surrogateescape"
    return path.open(encoding=encoding, errors=errors, newline="")


def _head(path: Path, encoding: str, delimiter: str) -> list[str]:
    with _opened(path, encoding) as file:
        try:
            names = next(csv.reader(_Lines(file), strict=True, delimiter=delimiter), [])
        except csv.Error:
            return []
    return without_last_blanks(names)


def without_last_blanks(names: list[str]) -> list[str]:
    """The names of the columns; a spreadsheet adds empty ones at the end."""
    found = [name.strip() for name in names]
    while found and not found[-1]:
        del found[-1]
    return found


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
