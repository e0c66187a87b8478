"""The rows of a bulk run: a case each, with what the office states of its letter; JSON lines or a CSV table."""

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from eligibility.law.diagnostics import Diagnostic, Refused
from eligibility.law.pack import Pack
from eligibility.law.words import N_

MAX_LINE = 1_000_000
LETTER = "letter"
"""the key of a row that holds kind, language and what the office states"""


class Row(NamedTuple):
    number: int
    """of the line in the file, from 1"""
    data: bytes
    """the row as canonical JSON; empty where the line cannot be read"""
    broken: str = ""

    @property
    def plain(self) -> Any:
        return json.loads(self.data)


def rows(path: Path, pack: Pack) -> Iterator[Row]:
    """One at a time, whatever the size of the file."""
    check_source(path)
    return _table(path, pack) if path.suffix.lower() == ".csv" else _lines(path)


def key_of(row: Row, salt: str) -> str:
    """Of everything that makes the letter: the whole row, the person too, and the run's settings."""
    return hashlib.sha256(salt.encode() + b"\0" + row.data).hexdigest()[:20]


def _lines(path: Path) -> Iterator[Row]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(MAX_LINE + 1):
            number += 1
            whole = len(line) <= MAX_LINE
            while not whole and line and not line.endswith(b"\n"):
                line = file.readline(MAX_LINE)
            if not whole:
                yield Row(number, b"", "too-large")
            elif line.strip():
                yield _row(number, line)


def _row(number: int, line: bytes) -> Row:
    try:
        return Row(number, _canonical(json.loads(line)))
    except (ValueError, RecursionError):
        return Row(number, b"", "json-syntax")


def _canonical(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _table(path: Path, pack: Pack) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            reader = csv.DictReader(file, strict=True)
            if len(reader.fieldnames or ()) == 1:
                raise csv.Error
            for cells in reader:
                if None in cells or None in cells.values():
                    yield Row(reader.line_num, b"", "csv-cells")
                else:
                    yield Row(reader.line_num, _canonical(_nested(cells, pack)))
        except (csv.Error, UnicodeDecodeError):
            hint = N_("save it as UTF-8, cells divided by commas")
            raise Refused([Diagnostic("csv-syntax", N_("this is not a CSV table"), str(path), hint)]) from None


def _nested(cells: Mapping[str, str], pack: Pack) -> dict[str, Any]:
    """`facts.age` is the fact `age`; empty cells say nothing."""
    found: dict[str, Any] = {}
    for name, cell in cells.items():
        if not cell.strip():
            continue
        outer, dot, inner = name.strip().partition(".")
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
    if fact and fact.type == "years" and cell.isascii() and cell.isdigit() and len(cell) < 4:
        return int(cell)
    return cell


def check_source(path: Path) -> None:
    if not path.is_file():
        raise Refused([Diagnostic("no-file", N_("the file cannot be read"), str(path), N_("check its name"))])
