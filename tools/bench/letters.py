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
from tools.bench.figures import Figure, interleaved, median, run_cold

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
    files, merged, two = _rates((1, False), (1, True), (2, False))
    yield Figure("PDF letters in bulk, one process, a file each", files, "/s", 150, at_least=True)
    yield Figure("the same for the printer, merged", merged, "/s", 150, at_least=True)
    yield Figure("two processes : one", two / files, "x", 1.3, at_least=True)
    yield Figure("memory after 10,000 letters : after 1,000", _growth(), "x", 1.1)
    yield from _beside_weasyprint()


def _row(number: int) -> dict[str, Any]:
    """Another person and another number each, so that no two letters share their code."""
    return CASE | {"person": {"surname": "Әбдіқалықов", "name": f"Ғани {number}"}, "letter": {"number": f"ҚО-{number}"}}


def _cold() -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        case, out = Path(folder, "case.json"), Path(folder, "letter.pdf")
        case.write_text(json.dumps(CASE), encoding="utf-8")
        program = str(Path(sys.executable).with_name("eligibility"))
        command = [program, "letter", WANTED.kind, str(case), "--lang", WANTED.lang, "--format", "pdf", "-o", str(out)]
        run = partial(run_cold, command)
        run()
        times = interleaved(9, cold=run)
    return Figure("first letter in a cold process", 1e3 * median(times["cold"]), "ms", 400)


def _rates(*works: tuple[int, bool]) -> list[float]:
    """Letters a second in processes of their own, in rounds, so that a busy machine slows all works alike."""
    rounds = [[_told(f"rate{work}")[0] for work in works] for _ in range(ROUNDS)]
    return [median(rates) for rates in zip(*rounds, strict=True)]


def rate(processes: int, merged: bool) -> tuple[float]:
    """The time of three times as many letters less the time of the first third, which warms up."""
    seconds = [_bulk(letters, processes, merged) for letters in (LETTERS, 3 * LETTERS)]
    return (2 * LETTERS / (seconds[1] - seconds[0]),)


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
    for work in works.values():
        work()
    times = interleaved(20, **works)
    yield Figure(
        "WeasyPrint's time : ours, the same content", median(times["theirs"]) / median(times["ours"]), "x", 1, at_least=True
    )
