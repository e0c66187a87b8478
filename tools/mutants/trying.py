"""Tries mutants in copies of the checkout, and keeps what was found, so that a run can go on where it was broken off."""

import hashlib
import json
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Literal

from tools.mutants.copy import Copy
from tools.mutants.kinds import Mutant
from tools.mutants.noticing import Noticing
from tools.mutants.rooms import ROOT

Outcome = Literal["killed", "timeout", "survived"]

PASSED, NOTHING_RUN = 0, 5
PATIENCE = 1800.0
"""seconds for one mutant on the busiest of machines; what works without end is ended sooner, by the plugin"""


@dataclass(frozen=True, slots=True)
class Result:
    mutant: str
    tests: str
    """the state of the tests, of a survivor: other tests may kill it"""
    outcome: Outcome
    seconds: float
    by: str = ""


class Journal:
    """The results so far, a line each."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        self._known = {found.mutant: found for found in (Result(**json.loads(line)) for line in lines)}

    def get(self, mutant: Mutant) -> Result | None:
        found = self._known.get(key(mutant))
        return found if found and (found.outcome != "survived" or found.tests == state_of_tests()) else None

    def add(self, result: Result) -> None:
        with self._lock:
            self._known[result.mutant] = result
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")


def key(mutant: Mutant) -> str:
    """Of the whole text of the mutated file: when another line of it changes the mutant is tried again."""
    return hashlib.sha256(f"{mutant.module}\n{mutant.code}".encode()).hexdigest()[:20]


@cache
def state_of_tests() -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in (ROOT / "tests").rglob("*") if path.suffix in (".py", ".yaml")):
        digest.update(path.as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:20]


def tried(
    mutants: Iterable[Mutant], copies: list[Copy], noticing: Noticing, journal: Journal, tell: Callable[[Mutant, Result], None]
) -> list[tuple[Mutant, Result]]:
    free: SimpleQueue[Copy] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def one(mutant: Mutant) -> tuple[Mutant, Result]:
        result = journal.get(mutant)
        if result is None:
            copy = free.get()
            try:
                result = _tried(mutant, copy, noticing)
            finally:
                free.put(copy)
            journal.add(result)
        tell(mutant, result)
        return mutant, result

    with ThreadPoolExecutor(len(copies)) as pool:
        return list(pool.map(one, mutants))


def _tried(mutant: Mutant, copy: Copy, noticing: Noticing) -> Result:
    began = time.monotonic()
    outcome: Outcome = "survived"
    by = ""
    with copy.with_module(mutant.module, mutant.code):
        for tests in filter(None, noticing.rounds(mutant.module, mutant.line)):
            outcome, by = _outcome(*_run(copy, tests))
            if outcome != "survived":
                break
    return Result(key(mutant), state_of_tests(), outcome, round(time.monotonic() - began, 1), by)


def _outcome(code: int | None, output: str) -> tuple[Outcome, str]:
    if code is None or code == -signal.SIGXCPU:
        return "timeout", ""
    if code in (PASSED, NOTHING_RUN):
        return "survived", ""
    return "killed", next((line.split(" ")[1] for line in output.splitlines() if line.startswith(("FAILED ", "ERROR "))), "")


def _run(copy: Copy, tests: list[str]) -> tuple[int | None, str]:
    """pytest's code, or None where it did not come to an end."""
    order = copy.top / "build" / "tests.txt"
    order.parent.mkdir(exist_ok=True)
    order.write_text("\n".join(tests), encoding="utf-8")
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    arguments = ("-m", "pytest", "-x", "--tb=no", "-rfE", "-p", "no:cacheprovider", "-p", "tools.mutants.watch", *files)
    process = copy.start(*arguments, MUTANTS_TESTS=str(order), PYTHONDONTWRITEBYTECODE="1")
    try:
        output, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        copy.end()
        process.communicate()
        return None, ""
    return process.returncode, output
