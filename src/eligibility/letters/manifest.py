"""The manifest of a folder of letters: of every row which file it became, or what is wrong with it."""

import hashlib
import json
import os
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from eligibility.law.diagnostics import Diagnostic, Refused
from eligibility.law.words import N_
from eligibility.letters.files import part_of, pointed

MANIFEST = "manifest.jsonl"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """One run at a time makes letters in a folder; a killed run leaves it free."""
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        text, hint = N_("another run is making letters in this folder"), N_("wait for it, or choose another folder")
        raise Refused([Diagnostic("folder-busy", text, str(folder), hint)]) from None
    try:
        yield
    finally:
        os.close(handle)


def line_of(entry: Mapping[str, Any]) -> bytes:
    return json.dumps(entry, ensure_ascii=False).encode() + b"\n"


class Told(NamedTuple):
    """What a manifest tells of letters that are there, by the places of its lines."""

    letters: dict[str, int]
    """of a file each, by key"""
    merged: dict[int, str]
    """the file each stands in with others"""


def told_in(manifest: Path) -> Told:
    found = Told({}, {})
    if not manifest.exists():
        return found
    with manifest.open("rb") as lines:
        offset = 0
        for line in lines:
            entry = _entry(line)
            if line.endswith(b"\n") and _tells_letter(entry, manifest.parent):
                found.letters[entry["key"]] = offset
            elif line.endswith(b"\n") and _tells_merged(entry, manifest.parent):
                found.merged[offset] = entry["file"]
            offset += len(line)
    return found


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
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == str(entry["sha256"])


def _tells_merged(entry: dict[str, Any], folder: Path) -> bool:
    return "key" not in entry and isinstance(entry.get("file"), str) and (folder / entry["file"]).is_file()


def lines_of_others(manifest: Path, files: Collection[str]) -> Iterator[bytes]:
    """The lines of letters that are there and not in these files; they have no row in another run."""
    found = told_in(manifest)
    offsets = [*found.letters.values(), *(offset for offset, file in found.merged.items() if file not in files)]
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
    """One line a row, in the order of the rows, then letters of other runs, which have no row here; in one move."""
    manifest = pointed(manifest)
    part = part_of(manifest)
    try:
        with part.open("wb") as final:
            for number, offset in lines:
                told.seek(offset)
                line = told.readline()
                entry = json.loads(line)
                final.write(line if entry.get("row") == number else line_of({**entry, "row": number}))
        part.replace(manifest)
    except OSError:
        part.unlink(missing_ok=True)
        raise
