"""One file for the printer out of many letters: the rows in order, each letter with pages of its own."""

import os
import re
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.files import write_whole
from eligibility.letters.bulk.answers import RunAnswers
from eligibility.letters.bulk.manifest import MANIFEST, line_of, lines_of_others, prints_in
from eligibility.letters.bulk.reasons import Reasons
from eligibility.letters.bulk.rows import Listed, listed
from eligibility.letters.bulk.running import Progress, Run, Summary, errors_json, letter_of
from eligibility.letters.formats.pdf import as_pdf, merged
from eligibility.letters.writing import Made
from eligibility.plain.alone import alone_in

PER_FILE = 500
"""parts in one file for the printer, a part a language and copy of a letter; more of them fill further files"""


class _Ready(NamedTuple):
    line: int
    """its place in the manifest"""
    made: Made
    day: date


def print_all(run: Run, engine: Engine, source: Path | Listed, file: Path, progress: Progress | None = None) -> Summary:
    """Makes the files for the printer anew each time: each appears in one move, and the manifest last."""
    found, answers = listed(source, engine.pack).rows, RunAnswers(engine, run.as_if_in_force)
    file.parent.mkdir(parents=True, exist_ok=True)
    with alone_in(run.out):
        printer = _Printer(run.out, file)
        for row in found:
            try:
                made, day, wanted = letter_of(row, run, answers)
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
        self._told = set(prints_in(out / MANIFEST).values())
        self._parts = 0
        self._lines: list[dict[str, Any]] = []
        self._files: list[Path] = []
        self._batch: list[_Ready] = []

    def skip(self, number: int, refused: Refused) -> None:
        self._lines.append({"row": number, "errors": errors_json(refused)})

    def add(self, made: Made, day: date, line: dict[str, Any]) -> None:
        self._batch.append(_Ready(len(self._lines), made, day))
        self._lines.append(line)
        self._parts += made.copies * len(made.parts)
        if self._parts >= PER_FILE:
            self._print()

    def finished(self) -> Summary:
        self._print()
        if self._files:
            self._remove_left_over()
        files = tuple(self._from_manifest(file) for file in self._files)
        told = [line_of(line) for line in self._lines]
        write_whole(self._out / MANIFEST, b"".join([*told, *lines_of_others(self._out / MANIFEST, files)]))
        reasons = Reasons()
        for line in self._lines:
            reasons.add(line)
        skipped = sum("errors" in line for line in self._lines)
        return Summary(len(self._lines) - skipped, 0, skipped, files, reasons=reasons.told(), more=reasons.more)

    def _print(self) -> None:
        """Prints the letters waiting, all together; where that fails, without those that cannot be printed even alone."""
        try:
            self._write()
        except Refused:
            self._batch = [one for one in self._batch if self._prints(one)]
            self._write()
        self._batch, self._parts = [], 0

    def _write(self) -> None:
        if not self._batch:
            return
        file = self._next()
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
        """Removes the files that a longer run before this one filled: they hold other people's letters."""
        name = self._file.with_suffix("")
        further = re.compile(f"{re.escape(self._from_manifest(name))}-[0-9]+{re.escape(self._file.suffix)}")
        for file in self._told.difference(map(self._from_manifest, self._files)):
            if further.fullmatch(file):
                (self._out / file).unlink(missing_ok=True)

    def _next(self) -> Path:
        """The file asked for; once it is full, one more beside it, never one that this program did not make."""
        if not self._files:
            return self._file
        further = map(self._numbered, count(1))
        return next(
            one for one in further if one not in self._files and (not one.exists() or self._from_manifest(one) in self._told)
        )

    def _numbered(self, further: int) -> Path:
        return self._file.with_name(f"{self._file.stem}-{further + 1}{self._file.suffix}")

    def _from_manifest(self, file: Path) -> str:
        return os.path.relpath(file, self._out)
