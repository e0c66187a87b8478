"""The manifest of a folder of letters: of every row which file it became, or what is wrong with it."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from eligibility.files import replacing

MANIFEST = "manifest.jsonl"


def line_of(entry: Mapping[str, Any]) -> bytes:
    return json.dumps(entry, ensure_ascii=False).encode() + b"\n"


class TellsOf(NamedTuple):
    """A letter that a line of the manifest tells of."""

    at: int
    """the place of the line"""
    file: str
    id: str
    """what the letter is known by, whatever else changes in it; empty where nothing tells it from others"""


def letters_in(manifest: Path) -> dict[str, TellsOf]:
    """The letters whose own files are there as they were made, by their keys."""
    return {
        entry["key"]: TellsOf(at, entry["file"], str(entry.get("id", "")))
        for at, entry in _entries(manifest)
        if _tells_letter(entry, manifest.parent)
    }


def files_in(manifest: Path) -> set[str]:
    """The names of all letters told, whatever has become of their files."""
    return {str(entry.get("file")) for _, entry in _entries(manifest) if "key" in entry}


def superseded(before: Collection[TellsOf], now: Collection[TellsOf]) -> list[TellsOf]:
    """The letters of before in whose place others have come: under their names, or known by the same, one for one."""
    files, fresh, old = {one.file for one in now}, Counter(one.id for one in now), Counter(one.id for one in before)
    return [one for one in before if one.file in files or (one.id and fresh[one.id] == old[one.id] == 1)]


def prints_in(manifest: Path) -> dict[int, str]:
    """The files of many letters that are there: by the place of a letter's line, the file that holds it."""
    return {at: entry["file"] for at, entry in _entries(manifest) if _tells_print(entry, manifest.parent)}


def _entries(manifest: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The entries of all lines that were written to their end, each with the place of its line."""
    if not manifest.exists():
        return
    with manifest.open("rb") as lines:
        at = 0
        for line in lines:
            if line.endswith(b"\n"):
                yield at, _entry(line)
            at += len(line)


def _entry(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _tells_letter(entry: dict[str, Any], folder: Path) -> bool:
    """Whether the letter it tells of is there as it was made."""
    if not all(isinstance(entry.get(key), str) for key in ("key", "file", "sha256")):
        return False
    file = folder / entry["file"]
    return file.parent == folder and file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == str(entry["sha256"])


def _tells_print(entry: dict[str, Any], folder: Path) -> bool:
    return "key" not in entry and isinstance(entry.get("file"), str) and (folder / entry["file"]).is_file()


def lines_of_others(manifest: Path, files: Collection[str]) -> Iterator[bytes]:
    """The lines of letters that are there and not in these files; they have no row in another run."""
    offsets = [
        *(one.at for one in letters_in(manifest).values()),
        *(at for at, file in prints_in(manifest).items() if file not in files),
    ]
    if offsets:
        with manifest.open("rb") as told:
            for offset in offsets:
                told.seek(offset)
                yield line_of({**json.loads(told.readline()), "row": None})


def tell(told: BinaryIO, line: dict[str, Any]) -> int:
    offset = told.seek(0, os.SEEK_END)
    told.write(line_of(line))
    told.flush()
    return offset


def rewrite(manifest: Path, told: BinaryIO, lines: list[tuple[int | None, int]]) -> None:
    """Writes the manifest in one move: a line a row, in the order of the rows, then the letters of other runs."""
    with replacing(manifest) as final:
        for number, offset in lines:
            told.seek(offset)
            line = told.readline()
            entry = json.loads(line)
            final.write(line if entry.get("row") == number else line_of({**entry, "row": number}))
