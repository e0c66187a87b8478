"""How to add a part of the program that is not installed: a command that works where this program stands."""

import shlex
import sys
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from pathlib import Path

from eligibility.files import checkout

OWN_PARTS = frozenset({"spark"})
"""extras that the set-up of a checkout adds only when told so"""


def command_for(extra: str) -> str:
    """In a checkout's environment its set-up; elsewhere the libraries by their own names, for no registry has the program."""
    top = checkout()
    libraries = _libraries(extra)
    if top is not None and (not libraries or Path(sys.prefix) == top / ".venv"):
        return shlex.join([_outside(), str(top / "tools" / "setup.py"), *OWN_PARTS & {extra}])
    if find_spec("pip") is not None:
        return shlex.join([sys.executable, "-m", "pip", "install", *libraries])
    return shlex.join(["uv", "pip", "install", "--python", sys.executable, *libraries])


def _outside() -> str:
    """The Python that made this environment."""
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def _libraries(extra: str) -> list[str]:
    try:
        found = requires("eligibility") or []
    except PackageNotFoundError:
        return []
    halves = (one.partition(";") for one in found)
    return [name.strip() for name, _, marker in halves if f'extra == "{extra}"' in marker.replace("'", '"')]
