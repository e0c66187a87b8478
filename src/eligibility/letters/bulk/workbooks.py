"""A table as an Excel workbook. It is looked over before the library that reads it sees any of it: the library is quick and
reads values alone, but trusts what a workbook says of its own size, and gives the last result of a formula for a value.
"""

import re
from datetime import date, datetime
from io import BytesIO
from itertools import dropwhile
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import refused
from eligibility.letters.bulk.heads import MAX_COLUMNS, column_letters
from eligibility.letters.bulk.text_tables import TableRow
from eligibility.words.spacing import harmless

MAX_PARTS = 1_000
MAX_UNFOLDED = 100_000_000
"""bytes of all parts of a workbook; ten thousand rows of sixty columns take a third"""
MAX_ROWS = 100_000
MAX_CELLS = 4_000_000
"""of the rectangle that holds all cells, empty ones with them"""
MAX_EXACT = 10**15
"""a spreadsheet keeps no more than fifteen digits of a number"""
LINKED = (
    "xl/externallinks/",
    "xl/connections",
    "xl/querytables/",
    "xl/model/",
    "xl/embeddings/",
    "xl/vbaproject",
    "xl/activex/",
)
"""parts that reach out of the workbook, or run"""
READ = (".xml", ".rels")
PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
ROUNDED = "1,0E+15"
"""stands for a number that has lost digits"""


class SheetRead(NamedTuple):
    name: str
    head: list[str]
    rows: list[TableRow]


def read_sheet(path: Path) -> SheetRead:
    """The first sheet that is shown; refuses a workbook that is damaged, too large, or holds more than values."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum
    except ImportError:
        raise refused("xlsx-not-installed", str(path), command=command_for("xlsx")) from None
    try:
        with CalamineWorkbook.from_filelike(BytesIO(_looked_over(path))) as book:
            visible = (
                one.name
                for one in book.sheets_metadata
                if one.visible is SheetVisibleEnum.Visible and one.typ is SheetTypeEnum.WorkSheet
            )
            name = next(visible, None)
            if name is None:
                _damaged(path)
            cells = [[_text(value) for value in row] for row in book.get_sheet_by_name(name).iter_rows()]
    except (CalamineError, BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        _damaged(path)
    numbered = (TableRow(number, row) for number, row in enumerate(cells, 1))
    rows = list(dropwhile(lambda row: not any(row.cells), numbered))
    if not rows:
        raise refused("csv-syntax", str(path))
    return SheetRead(harmless(name), rows[0].cells, [row for row in rows[1:] if any(row.cells)])


def _damaged(path: Path) -> NoReturn:
    raise refused("xlsx-not-read", str(path)) from None


def _text(value: Any) -> str:
    """A cell as it would be typed."""
    match value:
        case bool():
            return str(value).lower()
        case float() | int():
            if abs(value) >= MAX_EXACT:
                return ROUNDED
            return str(int(value)) if value == int(value) else repr(value)
        case datetime():
            return f"{value:%d.%m.%Y %H:%M:%S}"
        case date():
            return f"{value:%d.%m.%Y}"
        case _:
            return str(value).strip()


def _looked_over(path: Path) -> bytes:
    """The workbook put together anew of the parts that were looked over, so that nothing else is ever read."""
    whole = BytesIO()
    with ZipFile(path) as book, ZipFile(whole, "w") as checked:
        parts = book.infolist()
        _check_parts(path, parts)
        for part in parts:
            if part.filename.lower().endswith(READ):
                content = book.read(part)
                _Looking(path, part.filename).at(content)
                checked.writestr(part.filename, content)
    return whole.getvalue()


def _check_parts(path: Path, parts: list[ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNFOLDED:
        raise refused("xlsx-too-large", str(path), limit=MAX_UNFOLDED // 1_000_000, rows=MAX_ROWS, columns=MAX_COLUMNS)
    whole = all(part.compress_type in (ZIP_STORED, ZIP_DEFLATED) and not part.flag_bits & 1 for part in parts)
    if len(set(names)) < len(names) or not whole:
        _damaged(path)
    for name in names:
        if name.startswith(LINKED):
            raise refused("xlsx-links", str(path), part=name.removeprefix("xl/").partition("/")[0].partition(".")[0])


class _Looking:
    """One part of a workbook, looked over for what a table has not."""

    def __init__(self, path: Path, part: str) -> None:
        self._path, self._part = path, part
        self._depth = 0
        self._of_sheet = False
        self._row = self._column = 0
        self._in_cell = False
        self._rows = self._columns = 0

    def at(self, content: bytes) -> None:
        parser = expat.ParserCreate("UTF-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._refuse_types
        try:
            parser.Parse(content, True)
        except expat.ExpatError:
            _damaged(self._path)

    def _declared(self, _: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.lower() != "utf-8":
            _damaged(self._path)

    def _refuse_types(self, *_: object) -> None:
        _damaged(self._path)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        name = tag.rpartition(":")[2]
        if self._depth == 1:
            self._of_sheet = name == "worksheet"
        for said in (attributes.get("count", ""), attributes.get("uniqueCount", "")):
            if len(said) > len(str(MAX_CELLS)):
                self._too_large()
        if self._of_sheet:
            self._in_sheet(name, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if tag.rpartition(":")[2] == "c":
            self._in_cell = False

    def _in_sheet(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "row":
                said = attributes.get("r", str(self._row + 1))
                self._row, self._column = int(said) if said.isascii() and said.isdigit() and len(said) < 8 else MAX_CELLS, 0
            case "c":
                self._in_cell = True
                self._cell(attributes.get("r"))
                if attributes.get("t") == "e":
                    self._formula()
            case "f" if self._in_cell:
                self._formula()
            case "v" | "is" if self._in_cell:
                self._hold()

    def _cell(self, said: str | None) -> None:
        if said is None:
            self._column += 1
            return
        place = PLACE.fullmatch(said)
        if place is None:
            _damaged(self._path)
        self._column = 0
        for sign in place[1]:
            self._column = self._column * 26 + ord(sign) - ord("A") + 1
        self._row = int(place[2])

    def _hold(self) -> None:
        """Cells that hold nothing take no room: a spreadsheet gives whole rows and columns a look."""
        self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
        if self._rows > MAX_ROWS or self._columns > MAX_COLUMNS or self._rows * self._columns > MAX_CELLS:
            self._too_large()

    def _formula(self) -> NoReturn:
        raise refused("xlsx-formula", str(self._path), cell=f"{column_letters(self._column - 1)}{self._row}")

    def _too_large(self) -> NoReturn:
        raise refused("xlsx-too-large", str(self._path), limit=MAX_UNFOLDED // 1_000_000, rows=MAX_ROWS, columns=MAX_COLUMNS)
