"""The rows of a run under the names of their letters, and what was in the folder before and has come of them since."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.letters.bulk.file_names import named, same
from eligibility.letters.bulk.manifest import TellsOf, superseded
from eligibility.letters.bulk.reasons import Reasons
from eligibility.letters.bulk.rows import CaseRow, key_of
from eligibility.letters.writing import FORMATS


class Naming(NamedTuple):
    """How an office wants its letters to be called."""

    pattern: str
    default: Mapping[str, str]
    """what the run itself has for a field that a row leaves out"""


class RowOutcome(NamedTuple):
    number: int
    key: str
    line: dict[str, Any]
    """of the manifest, unless a run before this one told it"""
    kept: bool


class Due(NamedTuple):
    row: CaseRow
    key: str
    """of everything that makes the letter"""
    name: str
    """of its file, without the suffix"""
    kept: bool = False
    ours: bool = False
    """a file of this name is a letter that a run has made, so it may be replaced"""


class Seen:
    """What was there before a run, and what has become of its rows so far."""

    def __init__(self, done: dict[str, TellsOf], told: set[str]) -> None:
        self.done = done
        self._told = told
        self.counts: Counter[str] = Counter()
        self.reasons = Reasons()
        self._keys: set[str] = set()
        self._now: list[TellsOf] = []

    def before(self, due: Due) -> Due:
        ours = any(f"{due.name}.{format}" in self._told for format in FORMATS)
        return due._replace(kept=due.key in self.done, ours=ours)

    def take(self, outcome: RowOutcome) -> None:
        line = outcome.line
        self._keys.add(outcome.key)
        if outcome.kept:
            self._now.append(self.done[outcome.key])
        elif "errors" in line:
            self.reasons.add(line)
        else:
            self._now.append(TellsOf(0, line["file"], line.get("id", "")))
        self.counts["kept" if outcome.kept else "skipped" if "errors" in line else "made"] += 1

    @property
    def files(self) -> set[str]:
        return {one.file for one in self._now}

    def others(self) -> list[TellsOf]:
        """Letters of before that are no row's of this run."""
        return [one for key, one in self.done.items() if key not in self._keys]

    def superseded(self) -> list[TellsOf]:
        return superseded(self.others(), self._now)


def due_rows(found: Iterator[CaseRow], salt: str, naming: Naming | None) -> Iterator[Due]:
    """The rows with the names of their files. Equal rows are letters of their own, told apart by how many came before;
    under a name of the office's own, one letter alone."""
    seen: Counter[str] = Counter()
    taken: dict[str, int] = {}
    for row in found:
        known, name = _named(row, naming, taken) if naming and row.data else (row, "")
        key = key_of(known, salt + name) if known.data else f"line-{row.number}"
        seen[key] += 1
        key = key if seen[key] == 1 else f"{key}-{seen[key]}"
        yield Due(known, key, name or key)


def _named(row: CaseRow, naming: Naming, taken: dict[str, int]) -> tuple[CaseRow, str]:
    """The row with the name of its file; a row that leads to none, or to one that is taken, is a mistake."""
    found = named(naming.pattern, row.plain, row.number, naming.default)
    if found.blank:
        wrong = Diagnostic("name-blank", f"row {row.number}", field=f"{{{found.blank}}}")
    else:
        first = taken.setdefault(same(found.name), row.number)
        if first == row.number:
            return row, found.name
        wrong = Diagnostic("name-clash", f"row {row.number}", row=first)
    return CaseRow(row.number, b"", wrong), ""
