"""Programs made by hand, rule after rule, for what no shipped edition does."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from eligibility.law.condition import parsed
from eligibility.reasoning.program import Builder, Program

__all__ = ["in_new_process", "numbered", "program"]

HOUSE = Path(__file__).parents[2]


def program(*conditions: str, categories: Mapping[str, str] | None = None) -> Program:
    """One conclusion a condition."""
    builder = Builder({id: parsed(when) for id, when in (categories or {}).items()})
    for at, condition in enumerate(conditions):
        builder.add(f"conclusion:{at}", builder.lower(parsed(condition)))
    return builder.program()


def numbered(name: str, count: int) -> list[str]:
    """`a0`, `a1`, …"""
    return [f"{name}{at}" for at in range(count)]


def in_new_process(code: str, seconds: int = 60) -> "subprocess.CompletedProcess[str]":
    """Runs code that may take the whole process down; one that hangs is ended."""
    command = ["timeout", "--signal=KILL", str(seconds), sys.executable, "-c", code]
    path = {"PYTHONPATH": f"{HOUSE / 'src'}:{HOUSE}", "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, cwd=HOUSE, env=path, check=False)
