"""Whole commands in new processes, beside the help of a bare typer program on the same machine."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tools.bench.figures import Figure, interleaved, ratio, run_cold, shown

ROUNDS = 15
BARE = """
import typer
app = typer.Typer()
@app.command()
def one(name: str = "a") -> None:
    "One."
@app.command()
def two(name: str = "b") -> None:
    "Two."
app()
"""
CASE = {
    "service": "prosthetic-orthopedic-aid",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "facts": {"disability": "group-1", "war_status": "none", "work_injury_by_employer": False},
}


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        bare, case = Path(folder, "bare.py"), Path(folder, "case.json")
        bare.write_text(BARE, encoding="utf-8")
        case.write_text(json.dumps(CASE), encoding="utf-8")
        program = str(Path(sys.executable).with_name("eligibility"))
        commands = {"check": [program, "check", str(case), "--json"], "bare": [sys.executable, str(bare), "--help"]}
        works: dict[str, Callable[[], object]] = {name: partial(run_cold, command) for name, command in commands.items()}
        times = interleaved(ROUNDS, works)
    yield Figure(
        "eligibility check : the help of a bare typer program", ratio(times, "check", "bare"), 1.3, shown(times, "ms", 1)
    )
