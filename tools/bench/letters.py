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
from eligibility.letters.bulk.heads import LETTER
from eligibility.letters.bulk.merged import print_all
from eligibility.letters.bulk.running import Run, bulk
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.formats.html import as_html
from eligibility.letters.formats.pdf import as_pdf
from eligibility.letters.statement import read_statement
from eligibility.letters.writing import Made, Wanted, make
from tools.bench.figures import Figure, Times, interleaved, median, ratio, run_cold, shown, spent

CASE = {
    "service": "wheelchairs",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "facts": {"disability": "group-1"},
    "submitted": ["application"],
}
DAY = date(2016, 3, 1)
WANTED = Wanted("notice", "kk")
LETTERS = 200
ROUNDS = 5
COLD = 9
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
        command = [program, "letter", WANTED.kind, str(case), "--lang", WANTED.lang, "-o", str(out), "--format"]
        bare = [sys.executable, "-c", f"import typst; typst.compile({str(page)!r}, output={str(out)!r})"]
        commands = {"PDF": [*command, "pdf"], "HTML": [*command, "html"], "typst": bare}
        works: dict[str, Callable[[], object]] = {name: partial(run_cold, one) for name, one in commands.items()}
        times = interleaved(COLD, works)
    name = "first letter, cold : the same as HTML and one word by typst, cold"
    return Figure(name, ratio(times, "PDF", "HTML", "typst"), 1.5, shown(times, "ms", 1))


def _bulk_figures() -> Iterator[Figure]:
    """In processes of their own, round by round, so that a machine that changes its pace changes it for all."""
    works = {"page": "alone()", "bulk": "bulk_of(1, False)", "merged": "bulk_of(1, True)", "two": "bulk_of(2, False)"}
    works |= {"loop": "loops(1)", "loops": "loops(2)"}
    spent_on: Times = {name: [] for name in works}
    lasted: Times = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, call in works.items():
            work, wall = _told(call)
            spent_on[name].append(work)
            lasted[name].append(wall)
    name = "PDF letters in bulk, a file each : typst alone on the same pages"
    yield Figure(name, ratio(spent_on, "bulk", "page"), 1.6, shown(spent_on, "ms", 1, "bulk", "page"))
    yield Figure(
        "merged for the printer : a file each", ratio(spent_on, "merged", "bulk"), 0.8, shown(spent_on, "ms", 1, "merged")
    )
    rounds = zip(lasted["bulk"], lasted["two"], lasted["loop"], lasted["loops"], strict=True)
    gained = median((one / two) / (loop / loops) for one, two, loop, loops in rounds)
    beside = f"{1 / median(lasted['two']):.0f} letters/s, {1 / median(lasted['bulk']):.0f} by one"
    yield Figure("what a second process gains : what a second busy loop gains", gained, 0.6, beside, at_least=True)


Took = tuple[float, float]
"""seconds of work, and seconds by the clock on the wall, for each one"""


def loops(processes: int) -> Took:
    """For each of so many busy loops that run at once."""
    command = [sys.executable, "-c", "for _ in range(20_000_000): pass"]
    work, wall = _took(lambda: [one.wait() for one in [subprocess.Popen(command) for _ in range(processes)]])
    return work / processes, wall / processes


def alone() -> Took:
    """For pages of different people, whose content is ready."""
    engine = Engine.shipped()
    first, *rest = [_made(engine, number) for number in range(LETTERS + 1)]
    as_pdf(first, DAY)
    work, wall = _took(lambda: [as_pdf(made, DAY) for made in rest])
    return work / LETTERS, wall / LETTERS


def bulk_of(processes: int, merged: bool) -> Took:
    """For each of the letters behind the first third, which warms up."""
    first, all = (_bulk(letters, processes, merged) for letters in (LETTERS, 3 * LETTERS))
    return (all[0] - first[0]) / (2 * LETTERS), (all[1] - first[1]) / (2 * LETTERS)


def _took(work: Callable[[], object]) -> Took:
    before, start = spent(), time.perf_counter()
    work()
    return spent() - before, time.perf_counter() - start


def _told(call: str) -> list[float]:
    """What a function here gives in a new process."""
    code = f"import tools.bench.letters as it; print(*it.{call})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return [float(one) for one in done.stdout.split()]


def _bulk(letters: int, processes: int, merged: bool) -> Took:
    with tempfile.TemporaryDirectory(dir=FAST) as folder:
        source = Path(folder, "cases.jsonl")
        source.write_text("".join(json.dumps(_row(number)) + "\n" for number in range(letters)), encoding="utf-8")
        run = Run(Path(folder, "out"), WANTED)
        engine = run.opened()
        if merged:
            return _took(lambda: print_all(run, engine, source, Path(folder, "out", "letters.pdf")))
        return _took(lambda: bulk(run, engine, source, processes))


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
    answer = engine.answer(row)
    return make(OnPaper(answer), wanted, answer.decision.case.person)


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
