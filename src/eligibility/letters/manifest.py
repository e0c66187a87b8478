"""The manifest of a folder of letters: of every row which file it became, or what is wrong with it."""

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from eligibility.law.diagnostics import Diagnostic, Refused
from eligibility.law.words import N_

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


def sweep(out: Path) -> None:
    """What a killed run left half written."""
    for part in out.glob(".*.part"):
        part.unlink(missing_ok=True)


def finished(manifest: Path) -> dict[str, int]:
    """Letters told in the manifest that are there, by key, with the place of their line."""
    found: dict[str, int] = {}
    if not manifest.exists():
        return found
    with manifest.open("rb") as told:
        offset = 0
        for line in told:
            entry = _entry(line)
            if line.endswith(b"\n") and _tells_letter(entry, manifest.parent):
                found[entry["key"]] = offset
            offset += len(line)
    return found


def kept_lines(manifest: Path) -> Iterator[bytes]:
    """The lines of letters that are there, which have no row in another run."""
    offsets = finished(manifest)
    if offsets:
        with manifest.open("rb") as told:
            for offset in offsets.values():
                told.seek(offset)
                yield line_of({**json.loads(told.readline()), "row": None})


def files_told(manifest: Path) -> set[str]:
    if not manifest.exists():
        return set()
    with manifest.open("rb") as told:
        return {str(_entry(line).get("file")) for line in told}


def _entry(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _tells_letter(entry: dict[str, Any], folder: Path) -> bool:
    """Whether the letter it tells of is there as it was made."""
    if not all(isinstance(entry.get(key), str) for key in ("key", "file", "sha256")):
        return False
    file = folder / entry["file"]
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == str(entry["sha256"])


def mend(told: Any) -> None:
    """Cuts off a last line that was not written to its end."""
    content_end = told.seek(0, os.SEEK_END)
    while content_end:
        told.seek(content_end - 1)
        if told.read(1) == b"\n":
            break
        content_end -= 1
    told.truncate(content_end)


def tell(told: Any, line: dict[str, Any]) -> int:
    offset: int = told.seek(0, os.SEEK_END)
    told.write(line_of(line))
    told.flush()
    return offset


def rewrite(manifest: Path, told: Any, lines: list[tuple[int | None, int]]) -> None:
    """One line a row, in the order of the rows, then letters of other runs, which have no row here; in one move."""
    part = manifest.with_name(f".{manifest.name}.{os.getpid()}.part")
    with part.open("wb") as final:
        for number, offset in lines:
            told.seek(offset)
            line = told.readline()
            entry = json.loads(line)
            final.write(line if entry.get("row") == number else line_of({**entry, "row": number}))
    part.replace(manifest)
