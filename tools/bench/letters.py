"""Letters as PDF: the first one in a cold process, many in a row, on more cores, and beside WeasyPrint when it is installed."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from eligibility.engine import Engine
from eligibility.letters.bulk import Run, bulk
from eligibility.letters.html import as_html
from eligibility.letters.making import Made, Wanted, make
from eligibility.letters.pdf import as_pdf
from eligibility.letters.printing import print_all
from eligibility.letters.rows import LETTER
from eligibility.letters.stated import read_statement
from tools.bench.figures import Figure, Times, interleaved, median, ratio, run_cold, shown

CASE = {
    "service": "wheelchairs",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "facts": {"disability": "group-1"},
    "submitted": ["application"],
}
DAY = date(2016, 3, 1)
WANTED = Wanted("notice", "kk")
LETTERS = 300
ROUNDS = 5
MANY = 10_000
FAST = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
"""where letters are written, so that no disk is measured"""
WARM = 1_000


def figures() -> Iterator[Figure]:
    yield _cold()
    yield from _bulk_figures()
    yield Figure("memory after 10,000 letters : after 1,000", _growth(), 1.1)
    yield from _beside_weasyprint()


def _row(number: int) -> dict[str, Any]:
    """Another person and another number each, so that no two letters share their code."""
    return CASE | {"person": {"surname": "Әбдіқалықов", "name": f"Ғани {number}"}, "letter": {"number": f"ҚО-{number}"}}


def _cold() -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        case, out, page = Path(folder, "case.json"), Path(folder, "letter.pdf"), Path(folder, "page.typ")
        case.write_text(json.dumps(CASE), encoding="utf-8")
        page.write_text("Сәлем", encoding="utf-8")
        program = str(Path(sys.executable).with_name("eligibility"))
        command = [program, "letter", WANTED.kind, str(case), "--lang", WANTED.lang, "--format", "pdf", "-o", str(out)]
        bare = [sys.executable, "-c", f"import typst; typst.compile({str(page)!r}, output={str(out)!r})"]
        works: dict[str, Callable[[], object]] = {"letter": partial(run_cold, command), "typst": partial(run_cold, bare)}
        times = interleaved(9, works, time.perf_counter)
    return Figure(
        "first letter in a cold process : typst alone, one word", ratio(times, "letter", "typst"), 6, shown(times, "ms", 1)
    )


def _bulk_figures() -> Iterator[Figure]:
    """In processes of their own, round by round, so that a busy machine slows all alike."""
    works = {"page alone": "alone()", "bulk": "bulk_of(1, False)", "merged": "bulk_of(1, True)", "two": "bulk_of(2, False)"}
    works |= {"one loop": "loops(1)", "two loops": "loops(2)"}
    times: Times = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, call in works.items():
            times[name] += _told(call)
    name = "PDF letters in bulk, a file each : typst alone on the same page"
    yield Figure(name, ratio(times, "bulk", "page alone"), 2, shown(times, "ms", 1, "bulk", "page alone"))
    yield Figure("merged for the printer : a file each", ratio(times, "merged", "bulk"), 1.3, shown(times, "ms", 1, "merged"))
    gained = [loop * one / two for one, two, loop in zip(times["bulk"], times["two"], _gains(times), strict=True)]
    beside = f"{1 / median(times['two']):.0f} letters/s, {1 / median(times['bulk']):.0f} by one"
    yield Figure("gain of a second process : of a second busy loop", median(gained), 0.65, beside, at_least=True)


def _gains(times: Times) -> list[float]:
    """What a second process gains here at best, as the share of time that two loops take together of one after the other."""
    return [two / one for one, two in zip(times["one loop"], times["two loops"], strict=True)]


def loops(processes: int) -> tuple[float]:
    """Seconds for each of so many busy loops that run at once."""
    command = [sys.executable, "-c", "for _ in range(20_000_000): pass"]
    start = time.perf_counter()
    running = [subprocess.Popen(command) for _ in range(processes)]
    for one in running:
        one.wait()
    return ((time.perf_counter() - start) / processes,)


def alone() -> tuple[float]:
    """Seconds for a page whose content is ready."""
    made = _made(Engine.shipped(), 1)
    as_pdf(made, DAY)
    start = time.perf_counter()
    for _ in range(LETTERS):
        as_pdf(made, DAY)
    return ((time.perf_counter() - start) / LETTERS,)


def bulk_of(processes: int, merged: bool) -> tuple[float]:
    """Seconds for each of the letters behind the first third, which warms up."""
    seconds = [_bulk(letters, processes, merged) for letters in (LETTERS, 3 * LETTERS)]
    return ((seconds[1] - seconds[0]) / (2 * LETTERS),)


def _told(call: str) -> list[float]:
    """What a function here gives in a new process."""
    code = f"import tools.bench.letters as it; print(*it.{call})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return [float(one) for one in done.stdout.split()]


def _bulk(letters: int, processes: int, merged: bool) -> float:
    with tempfile.TemporaryDirectory(dir=FAST) as folder:
        source = Path(folder, "cases.jsonl")
        source.write_text("".join(json.dumps(_row(number)) + "\n" for number in range(letters)), encoding="utf-8")
        run = Run(Path(folder, "out"), WANTED)
        engine = run.opened()
        start = time.perf_counter()
        if merged:
            print_all(run, engine, source, Path(folder, "out", "letters.pdf"))
        else:
            bulk(run, engine, source, processes)
        return time.perf_counter() - start


def _growth() -> float:
    before, after = _told("memory_after()")
    return after / before


def memory_after() -> tuple[int, int]:
    """Resident pages after the warm-up and after all letters."""
    engine = Engine.shipped()
    found = []
    for number in range(MANY):
        _letter(engine, number)
        if number + 1 in (WARM, MANY):
            found.append(int(Path("/proc/self/statm").read_text().split()[1]))
    return found[0], found[1]


def _made(engine: Engine, number: int) -> Made:
    row = _row(number)
    wanted = replace(WANTED, statement=read_statement(row.pop(LETTER), engine.pack))
    return make(engine.decide(row), engine, wanted)


def _letter(engine: Engine, number: int) -> bytes:
    return as_pdf(_made(engine, number), DAY)


def _beside_weasyprint() -> Iterator[Figure]:
    if find_spec("weasyprint") is None:
        return
    from weasyprint import HTML

    engine = Engine.shipped()
    numbers = count()
    works: dict[str, Callable[[], object]] = {
        "ours": lambda: _letter(engine, next(numbers)),
        "theirs": lambda: HTML(string=as_html(_made(engine, next(numbers)))).write_pdf(),
    }
    times = interleaved(20, works)
    yield Figure("our page : WeasyPrint's of the same content", ratio(times, "ours", "theirs"), 1, shown(times, "ms", 1))
