"""Places to install into: copies of the checkout, a PATH without compilers, and the wheelhouse."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "dist", "_shipped", "__pycache__", ".*_cache", ".hypothesis")
PYTHON = str(getattr(sys, "_base_executable", sys.executable))
NEEDED = ("sh", "bash", "env", "make", "sed", "touch", "rm", "mkdir", "sha256sum")
"""all that is on the PATH of a machine without compilers, besides python3"""
CASE = '{"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2016-03-01", "facts": {"disability": "group-1"}}'


@dataclass(frozen=True)
class Machine:
    """Where commands run: nothing is cached, nothing of this environment is known."""

    home: Path
    path: str
    online: bool = True

    @property
    def environment(self) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("VIRTUAL_ENV", "PYTHON", "ELIGIBILITY"))
        }
        offline = {} if self.online else {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}
        own = {"PATH": self.path, "HOME": str(self.home), "PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1", "ELIGIBILITY_LANG": "ru"}
        return {**kept, **own, **offline}

    def run(self, *command: str | Path, given: str = "", code: int = 0) -> str:
        """What it says on both streams."""
        done = subprocess.run(
            [str(word) for word in command],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env=self.environment,
            cwd=self.home,
            timeout=600,
            check=False,
        )
        assert done.returncode == code, done.stdout
        return done.stdout

    def venv(self, name: str = "venv") -> Path:
        self.run(PYTHON, "-m", "venv", "--without-pip", self.home / name)
        return self.home / name

    def quickly(self, venv: Path, *what: str | Path) -> str:
        """Where how it is installed is not the question."""
        uv = shutil.which("uv", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
        return self.run(uv, "pip", "install", "--python", venv / "bin" / "python", *what) if uv else self.pip(venv, *what)

    def pip(self, venv: Path, *what: str | Path) -> str:
        return self.run(sys.executable, "-m", "pip", "--python", venv / "bin" / "python", "install", *what)


def copy_of_checkout(place: Path) -> Path:
    shutil.copytree(CHECKOUT, place, ignore=LEFT_OUT, symlinks=True)
    return place


def links(place: Path, programs: Sequence[str]) -> str:
    place.mkdir()
    for program in programs:
        (place / program).symlink_to(str(shutil.which(program)))
    (place / "python3").symlink_to(PYTHON)
    return str(place)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return copy_of_checkout(tmp_path / "checkout")


@pytest.fixture
def with_compiler(tmp_path: Path) -> Machine:
    if not (shutil.which("gcc") or shutil.which("cc")):
        pytest.skip("no C compiler here")
    return Machine(tmp_path, os.pathsep.join([links(tmp_path / "programs", NEEDED), os.environ["PATH"]]))


@pytest.fixture
def without_compiler(tmp_path: Path) -> Machine:
    return Machine(tmp_path, links(tmp_path / "programs", NEEDED))


@pytest.fixture(scope="session")
def wheelhouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("collecting")
    wheels = place / "wheels"
    machine = Machine(place, os.environ["PATH"])
    machine.run(PYTHON, copy_of_checkout(place / "checkout") / "tools" / "wheelhouse.py", wheels)
    return wheels
