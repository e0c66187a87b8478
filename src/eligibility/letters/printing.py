"""One file for the printer out of many letters: the rows in order, each letter with pages of its own."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from eligibility.law.diagnostics import Refused
from eligibility.letters.bulk import MANIFEST, PER_FILE, Progress, Run, Summary, errors_json, letter_of, write_whole
from eligibility.letters.making import Made
from eligibility.letters.pdf import merged
from eligibility.letters.rows import Row, rows


def print_all(run: Run, source: Path, file: Path, progress: Progress | None = None) -> Summary:
    """Made anew as a whole each time: every file appears in one move, and the manifest last."""
    engine = run.opened()
    run.out.mkdir(parents=True, exist_ok=True)
    lines: list[dict[str, Any]] = []
    files: list[str] = []
    letters = _letters(run, engine, rows(source, engine.pack), lines, progress)
    while batch := list(islice(letters, PER_FILE)):
        target = file if not files else file.with_name(f"{file.stem}-{len(files) + 1}{file.suffix}")
        write_whole(target, merged([made for made, _ in batch], max(day for _, day in batch)))
        files.append(target.name)
        for made, line in zip((made for made, _ in batch), _unplaced(lines), strict=True):
            line |= {"file": target.name, "code": made.code.short}
    told = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    write_whole(run.out / MANIFEST, told.encode())
    skipped = sum("errors" in line for line in lines)
    return Summary(len(lines) - skipped, 0, skipped, tuple(files))
