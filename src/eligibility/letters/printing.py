"""One file for the printer out of many letters: the rows in order, each letter with pages of its own."""

import os
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from eligibility.law.diagnostics import Refused
from eligibility.letters.bulk import Progress, Run, Summary, errors_json, letter_of
from eligibility.letters.files import write_whole
from eligibility.letters.making import Made
from eligibility.letters.manifest import MANIFEST, alone_in, files_told, kept_lines, line_of
from eligibility.letters.pdf import as_pdf, merged
from eligibility.letters.rows import check_source, rows

PER_FILE = 1_000
"""letters in one file for the printer; more of them fill further files"""


class _Ready(NamedTuple):
    line: int
    """its place in the manifest"""
    made: Made
    day: date


def print_all(run: Run, source: Path, file: Path, progress: Progress | None = None) -> Summary:
    """Made anew as a whole each time: every file appears in one move, and the manifest last."""
    check_source(source)
    engine = run.opened()
    file.parent.mkdir(parents=True, exist_ok=True)
    with alone_in(run.out):
        printer = _Printer(run.out, file)
        for row in rows(source, engine.pack):
            try:
                made, day, wanted = letter_of(row, run, engine)
            except Refused as refused:
                printer.skip(row.number, refused)
            else:
                printer.add(made, day, {"row": row.number, "kind": wanted.kind, "lang": wanted.lang, "code": made.code.short})
            if progress:
                progress(1)
        return printer.finished()


class _Printer:
    def __init__(self, out: Path, file: Path) -> None:
        self._out, self._file = out, file
        self._lines: list[dict[str, Any]] = []
        self._files: list[Path] = []
        self._batch: list[_Ready] = []

    def skip(self, number: int, refused: Refused) -> None:
        self._lines.append({"row": number, "errors": errors_json(refused)})

    def add(self, made: Made, day: date, line: dict[str, Any]) -> None:
        self._batch.append(_Ready(len(self._lines), made, day))
        self._lines.append(line)
        if len(self._batch) == PER_FILE:
            self._print()

    def finished(self) -> Summary:
        self._print()
        self._remove_left_over()
        told = [line_of(line) for line in self._lines]
        write_whole(self._out / MANIFEST, b"".join([*told, *kept_lines(self._out / MANIFEST)]))
        skipped = sum("errors" in line for line in self._lines)
        files = tuple(self._from_manifest(file) for file in self._files)
        return Summary(len(self._lines) - skipped, 0, skipped, files)

    def _print(self) -> None:
        """All together; where that fails, without those that cannot be printed even alone."""
        try:
            self._write()
        except Refused:
            self._batch = [one for one in self._batch if self._prints(one)]
            self._write()
        self._batch = []

    def _write(self) -> None:
        if not self._batch:
            return
        file = self._named(len(self._files))
        write_whole(file, merged([one.made for one in self._batch], max(one.day for one in self._batch)))
        self._files.append(file)
        for one in self._batch:
            self._lines[one.line]["file"] = self._from_manifest(file)

    def _prints(self, one: _Ready) -> bool:
        try:
            as_pdf(one.made, one.day)
        except Refused as refused:
            self._lines[one.line] = {"row": self._lines[one.line]["row"], "errors": errors_json(refused)}
            return False
        return True

    def _remove_left_over(self) -> None:
        """Files that a longer run before this one filled: other people's letters."""
        at = len(self._files)
        told = files_told(self._out / MANIFEST)
        while self._from_manifest(file := self._named(at)) in told:
            file.unlink(missing_ok=True)
            at += 1

    def _named(self, before: int) -> Path:
        return self._file if not before else self._file.with_name(f"{self._file.stem}-{before + 1}{self._file.suffix}")

    def _from_manifest(self, file: Path) -> str:
        return os.path.relpath(file, self._out)
