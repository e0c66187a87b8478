"""Many letters: a file each, or one file for the printer. A run that was killed goes on where it stopped.

A letter is known by everything that makes it. It is written under a name of its own in one move, then told in the manifest;
one written but not told is made again with the same bytes under the same name, so none is lost and none doubled.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from eligibility import __version__
from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.engine import Engine
from eligibility.files import resource, sweep, write_whole
from eligibility.letters.bulk.answers import RunAnswers
from eligibility.letters.bulk.due import Due, Naming, RowOutcome, Seen, due_rows
from eligibility.letters.bulk.heads import LETTER
from eligibility.letters.bulk.manifest import MANIFEST, files_in, letters_in, prints_in, rewrite, tell
from eligibility.letters.bulk.reasons import RowMistake
from eligibility.letters.bulk.rows import CaseRow, Listed, listed
from eligibility.letters.formats.rendering import rendered
from eligibility.letters.kinds import KIND, kind_named
from eligibility.letters.processes import end_with_parent
from eligibility.letters.statement import OPTION, read_statement
from eligibility.letters.writing import Format, Made, Wanted, language_named, make
from eligibility.plain.alone import alone_in
from eligibility.reasoning.inference import EngineName
from eligibility.words.catalogue import catalogue
from eligibility.words.text import LANGS

if TYPE_CHECKING:
    from eligibility.rulefiles.folders import Rules

BATCH = 32
"""rows a process takes at a time"""
AHEAD = 2
"""batches a process may be ahead of the slowest one"""
SAYING = (".j2", ".typ", ".ttf", ".po", ".mo", ".png", ".svg")
"""files of templates and catalogues that make a letter what it is"""

Progress = Callable[[int], None]
Errors = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Run:
    """What every process of a run has to know."""

    out: Path
    wanted: Wanted
    format: Format = "pdf"
    as_if_in_force: bool = False
    rules: "Rules | None" = None
    engine: EngineName | None = None
    published: tuple[tuple[str, date], ...] = ()
    name: str | None = None
    """the pattern of the files' names; without it they are hashes"""
    dry: bool = False
    """everything is read and decided, nothing written"""

    def opened(self) -> Engine:
        days = dict(self.published)
        return Engine.shipped(self.engine, days) if self.rules is None else Engine.of_rules(self.rules, self.engine, days)


class Summary(NamedTuple):
    """What a run has come to."""

    made: int
    kept: int
    """finished by a run before this one"""
    skipped: int
    """rows that cannot be used"""
    files: tuple[str, ...]
    replaced: int = 0
    """letters of earlier runs in whose place others have come"""
    left: int = 0
    """letters of earlier runs that stay, though no row is theirs"""
    reasons: tuple[RowMistake, ...] = ()
    """why rows cannot be used, the first few"""
    more: int = 0
    """mistakes besides"""


def bulk(run: Run, engine: Engine, source: Path | Listed, processes: int = 1, progress: Progress | None = None) -> Summary:
    """Makes a file of each letter, and the manifest."""
    naming = Naming(run.name, {"kind": run.wanted.kind, "lang": run.wanted.lang}) if run.name else None
    due = due_rows(listed(source, engine.pack).rows, _salt(run, engine), naming)
    if run.dry:
        return _tried(run, engine, due, processes, progress)
    with alone_in(run.out):
        return _bulk(run, engine, due, processes, progress)


def _bulk(run: Run, engine: Engine, due: Iterator[Due], processes: int, progress: Progress | None) -> Summary:
    sweep(run.out)
    manifest = run.out / MANIFEST
    printed = prints_in(manifest)
    seen = Seen(letters_in(manifest), files_in(manifest) if run.name else set())
    lines: list[tuple[int | None, int]] = []
    with manifest.open("r+b" if manifest.exists() else "w+b") as told:
        for outcome in _outcomes(run, engine, map(seen.before, due), processes):
            offset = seen.done[outcome.key].at if outcome.kept else tell(told, outcome.line)
            lines.append((outcome.number, offset))
            seen.take(outcome)
            _tell_progress(progress)
        old = set(seen.superseded())
        for file in {one.file for one in old} - seen.files:
            (run.out / file).unlink(missing_ok=True)
        stay = [*(one.at for one in seen.others() if one not in old), *printed]
        rewrite(manifest, told, [*lines, *((None, offset) for offset in stay)])
    return _summary(seen, (MANIFEST,))


def _tried(run: Run, engine: Engine, due: Iterator[Due], processes: int, progress: Progress | None) -> Summary:
    """What a run would come to."""
    manifest = run.out / MANIFEST
    seen = Seen(letters_in(manifest), files_in(manifest) if run.name else set())
    for outcome in _outcomes(run, engine, map(seen.before, due), processes):
        seen.take(outcome)
        _tell_progress(progress)
    return _summary(seen, ())


def _tell_progress(progress: Progress | None) -> None:
    if progress:
        progress(1)


def _summary(seen: Seen, files: tuple[str, ...]) -> Summary:
    counts, reasons, replaced = seen.counts, seen.reasons, len(seen.superseded())
    left = len(seen.others()) - replaced
    return Summary(counts["made"], counts["kept"], counts["skipped"], files, replaced, left, reasons.told(), reasons.more)


def _salt(run: Run, engine: Engine) -> str:
    wanted = replace(run.wanted, templates=None)
    words = _words(run.wanted.templates)
    said = (__version__, engine.pack.digest, words, wanted, run.format, run.as_if_in_force, run.published, run.name)
    return repr(said)


def _words(templates: Path | None) -> str:
    """A hash that changes whenever a word or the page of a letter does."""
    found = hashlib.sha256()
    for folder in (resource("templates"), resource("locales"), *([templates] if templates else [])):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in SAYING):
            found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _outcomes(run: Run, engine: Engine, due: Iterator[Due], processes: int) -> Iterator[RowOutcome]:
    """What comes of the rows, in their order, though processes work a few batches ahead."""
    batches = iter(lambda: list(islice(due, BATCH)), [])
    if processes == 1:
        _Process.run, _Process.answers = run, RunAnswers(engine, run.as_if_in_force)
        for batch in batches:
            yield from _written(batch)
        return
    try:
        yield from _of_processes(run, batches, processes)
    except BrokenProcessPool:
        raise refused("process-ended") from None


def _of_processes(run: Run, batches: Iterator[list[Due]], processes: int) -> Iterator[RowOutcome]:
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (run,)) as pool:
        waiting: deque[Future[list[RowOutcome]]] = deque()
        for batch in batches:
            if len(waiting) >= processes * AHEAD:
                yield from waiting.popleft().result()
            waiting.append(pool.submit(_written, batch))
        for found in waiting:
            yield from found.result()


class _Process:
    """One process's own answers and settings."""

    run: Run
    answers: RunAnswers


def _begin(run: Run) -> None:
    """Begins a process of a run, which ends when the run is killed."""
    end_with_parent()
    _Process.run, _Process.answers = run, RunAnswers(run.opened(), run.as_if_in_force)


MadeOn = tuple[Made, date, Wanted]


def _written(batch: list[Due]) -> list[RowOutcome]:
    """All letters of a batch are worded before the first is printed: either work drives the other's data out of the cache."""
    worded = [None if one.kept else _worded(one.row) for one in batch]
    return [_outcome(one, found) for one, found in zip(batch, worded, strict=True)]


def _worded(row: CaseRow) -> MadeOn | Refused:
    try:
        return letter_of(row, _Process.run, _Process.answers)
    except Refused as refused:
        return refused


def _outcome(one: Due, found: MadeOn | Refused | None) -> RowOutcome:
    """Writes a letter, and tells that or the mistakes of its row."""
    line: dict[str, Any] = {"row": one.row.number}
    try:
        if isinstance(found, Refused):
            raise found
        if found is not None:
            line |= {"key": one.key} | _printed(one, *found)
    except Refused as refused:
        line |= {"errors": errors_json(refused)}
    return RowOutcome(one.row.number, one.key, line, one.kept)


def _printed(one: Due, made: Made, day: date, wanted: Wanted) -> dict[str, Any]:
    """What the manifest says of a letter."""
    run = _Process.run
    content = rendered(made, day, run.format, run.wanted.templates)
    file = f"{one.name}.{run.format}"
    if one.name != one.key:
        _check_free(run.out / file, content, one.ours)
    if not run.dry:
        write_whole(run.out / file, content)
    digest = hashlib.sha256(content).hexdigest()
    told = {"file": file, "kind": wanted.kind, "lang": wanted.lang, "code": made.code.short, "sha256": digest}
    return told | _known_by(one.row.plain["service"], wanted, run.format)


def _check_free(path: Path, content: bytes, ours: bool) -> None:
    """Refuses to write over a file that no run tells of, and through a link, which none has made; the same letter is one that
    a killed run had no time to tell."""
    taken = not ours and path.exists() and not (path.is_file() and path.read_bytes() == content)
    if taken or path.is_symlink():
        raise refused("name-not-ours", "", file=path.name)


def _known_by(service: str, wanted: Wanted, format: Format) -> dict[str, str]:
    """What a letter is known by when its row is corrected: its number. A letter without one is known by nothing."""
    if not wanted.statement.number:
        return {}
    said = "\0".join((service, wanted.kind, wanted.lang, format, wanted.statement.number))
    return {"id": hashlib.sha256(said.encode()).hexdigest()[:20]}


def letter_of(row: CaseRow, run: Run, answers: RunAnswers) -> MadeOn:
    if row.broken:
        raise Refused([row.broken])
    data = row.plain
    letter = data.pop(LETTER, {}) if isinstance(data, dict) else {}
    wanted = _of_row(letter, run.wanted, answers.engine)
    case = answers.engine.read(data)
    return make(answers.of(case), wanted, case.person), case.on, wanted


def _of_row(letter: Any, wanted: Wanted, engine: Engine) -> Wanted:
    """The letter wanted for a row: what the row itself says of it comes before what the run says."""
    if not isinstance(letter, dict):
        read_statement(letter, engine.pack)
    said = dict(letter)
    kind = kind_named(str(said.pop("kind", wanted.kind)), "--kind")
    lang = language_named(str(said.pop("lang", wanted.lang)))
    return replace(wanted, kind=kind, lang=lang, statement=read_statement(said, engine.pack))


def errors_json(refused: Refused) -> Errors:
    return [{"code": one.code, "where": _in_row(str(one.where)), **_both(one)} for one in refused.diagnostics]


def _in_row(where: str) -> str:
    """An option of the command line as a row names it."""
    if where == KIND:
        return f"{LETTER}.kind"
    return f"{LETTER}.{where.removeprefix(OPTION).replace('-', '_')}" if where.startswith(OPTION) else where


def _both(one: Diagnostic) -> dict[str, str]:
    words = {lang: catalogue(lang) for lang in LANGS}
    return {lang: one.message(said) + (f" ({one.advice(said)})" if one.advice(said) else "") for lang, said in words.items()}
