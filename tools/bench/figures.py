"""A measured figure with the limit it is held to."""

import gc
import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

REPORT = Path(__file__).resolve().parents[2] / "build" / "bench.json"


class Figure(NamedTuple):
    name: str
    value: float
    unit: str
    limit: float | None = None
    at_least: bool = False
    """the limit is the least allowed, not the most"""

    @property
    def holds(self) -> bool:
        if self.limit is None:
            return True
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def line(self) -> str:
        sign = "≥" if self.at_least else "≤"
        limit = f"{sign} {self.limit:g} {self.unit}" if self.limit is not None else ""
        mark = "" if self.limit is None else "ok" if self.holds else "FALLS SHORT"
        return f"  {self.name:<62} {self.value:>10.4g} {self.unit:<4} {limit:<14} {mark}"


def report(figures: Iterable[Figure]) -> bool:
    found = list(figures)
    REPORT.parent.mkdir(exist_ok=True)
    entries = [{**figure._asdict(), "holds": figure.holds} for figure in found]
    REPORT.write_text(json.dumps(entries, indent=1), encoding="utf-8")
    return all(figure.holds for figure in found)


def run_cold(command: list[str]) -> None:
    """A whole process, with its modules compiled as in any installation."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def interleaved(rounds: int, **works: Callable[[], object]) -> dict[str, list[float]]:
    """Seconds each work took, round by round, so that a busy machine slows all of them alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, work in works.items():
                start = time.perf_counter()
                work()
                times[name].append(time.perf_counter() - start)
    finally:
        gc.enable()
    return times


def median(seconds: Iterable[float]) -> float:
    return statistics.median(seconds)
