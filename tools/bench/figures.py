"""A figure measured beside another in one run, and the limit of their ratio. Absolute times are shown and never judged."""

import gc
import json
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

REPORT = Path(__file__).resolve().parents[2] / "build" / "bench.json"

Times = dict[str, list[float]]


class Figure(NamedTuple):
    name: str
    """what is measured, and after the colon what it is measured by"""
    ratio: float
    limit: float
    beside: str = ""
    """the absolute figures of this machine at this moment"""
    at_least: bool = False
    """the limit is the least allowed, not the most"""

    @property
    def holds(self) -> bool:
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    def line(self) -> str:
        sign = "≥" if self.at_least else "≤"
        mark = "ok" if self.holds else "FALLS SHORT"
        return f"  {self.name:<64} {self.ratio:>7.3g}  {sign} {self.limit:<5g} {mark:<12} {self.beside}".rstrip()


def report(figures: Iterable[Figure]) -> bool:
    found = list(figures)
    REPORT.parent.mkdir(exist_ok=True)
    entries = [{**figure._asdict(), "holds": figure.holds} for figure in found]
    REPORT.write_text(json.dumps(entries, indent=1, ensure_ascii=False), encoding="utf-8")
    return all(figure.holds for figure in found)


def run_cold(command: list[str]) -> None:
    """A whole process, with its modules compiled as in any installation."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def spent() -> float:
    """Seconds of work of this process and of those it has waited for; what other programs take does not count."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def interleaved(
    rounds: int,
    works: dict[str, Callable[[], object]],
) -> Times:
    """Seconds each work took, round by round, so that a machine that changes its pace changes it for all of them."""
    times: Times = {name: [] for name in works}
    for work in works.values():
        work()
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, work in works.items():
                start = spent()
                work()
                times[name].append(spent() - start)
    finally:
        gc.enable()
    return times


def ratio(times: Times, one: str, *others: str) -> float:
    """How many times as long one work took as the others together, the median of the rounds."""
    rounds = zip(times[one], *(times[other] for other in others), strict=True)
    return median(first / sum(rest) for first, *rest in rounds)


def shown(times: Times, unit: str, part: float, *names: str) -> str:
    """The medians, a part of a work each: `direct 41 µs, zen 93 µs`."""
    scale = {"s": 1.0, "ms": 1e3, "µs": 1e6}[unit]
    return ", ".join(f"{name} {scale * part * statistics.median(times[name]):.3g} {unit}" for name in names or times)


def median(seconds: Iterable[float]) -> float:
    return float(statistics.median(seconds))
