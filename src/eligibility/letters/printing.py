"""One file for the printer out of many letters: the rows in order, each letter with pages of its own."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from eligibility.law.diagnostics import Refused
from eligibility.letters.bulk import MANIFEST, Progress, Run, Summary, errors_json, letter_of
from eligibility.letters.files import write_whole
from eligibility.letters.making import Made
from eligibility.letters.pdf import merged
from eligibility.letters.rows import check_source, rows

PER_FILE = 1_000
"""letters in one file for the printer; more of them fill further files"""


def print_all(run: Run, source: Path, file: Path, progress: Progress | None = None) -> Summary:
    """Made anew as a whole each time: every file appears in one move, and the manifest last."""
    check_source(source)
    engine = run.opened()
    for folder in (run.out, file.parent):
        folder.mkdir(parents=True, exist_ok=True)
    lines: list[dict[str, Any]] = []
    files: list[str] = []
    batch: list[tuple[Made, date]] = []
    for row in rows(source, engine.pack):
        try:
            made, day, wanted = letter_of(row, run, engine)
        except Refused as refused:
            lines.append({"row": row.number, "errors": errors_json(refused)})
        else:
            batch.append((made, day))
            name = _named(file, len(files)).name
            said = {"row": row.number, "file": name, "kind": wanted.kind, "lang": wanted.lang, "code": made.code.short}
            lines.append(said)
        if len(batch) == PER_FILE:
            files.append(_print(batch, _named(file, len(files))))
            batch = []
        if progress:
            progress(1)
    if batch:
        files.append(_print(batch, _named(file, len(files))))
    told = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    write_whole(run.out / MANIFEST, told.encode())
    skipped = sum("errors" in line for line in lines)
    return Summary(len(lines) - skipped, 0, skipped, tuple(files))


def _named(file: Path, before: int) -> Path:
    return file if not before else file.with_name(f"{file.stem}-{before + 1}{file.suffix}")


def _print(batch: list[tuple[Made, date]], file: Path) -> str:
    write_whole(file, merged([made for made, _ in batch], max(day for _, day in batch)))
    return file.name
