"""Makes .venv and installs what is asked for, at the locked versions. Runs on a bare python3 with pip or venv.

    python3 tools/setup.py [ask|use|test|check|bench|mutants|spark]

`ask` is what running needs, `use` (the default) adds letters as PDF, tables as Excel workbooks, the server and whole
populations, `test`, `check`, `bench` and `mutants` add their tools, `spark` adds Spark.
"""

from __future__ import annotations  # an older Python must still read this file to be told that it is too old

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
USE = ("run", "pdf", "xlsx", "web", "population")
PARTS = {
    "ask": ("run",),
    "use": USE,
    "test": (*USE, "test"),
    "check": (*USE, "test", "check"),
    "bench": (*USE, "bench"),
    "mutants": (*USE, "test", "mutants"),
    "spark": (*USE, "spark"),
}
"""the groups of the lock file behind each word of the command line"""

PIP = ("install", "--disable-pip-version-check", "--no-build-isolation")
UV = ("--compile-bytecode", "--no-build-isolation")
ALONE = "one engine decides alone, «eligibility doctor» says more"


class Failed(Exception):
    """A step that nothing can stand in for."""


def entries(*groups: str) -> list[str]:
    """What the groups need of the lock file, hashes and all."""
    found = re.split(r"\n(?=[a-z0-9])", LOCK.read_text(encoding="utf-8"))[1:]
    return [entry.rstrip() + "\n" for entry in found if set(groups) & set(groups_of(entry))]


def groups_of(entry: str) -> list[str]:
    found = re.search(r"^ +# for (.+)$", entry, re.MULTILINE)
    return found.group(1).split() if found else []


def no_rete() -> str | None:
    """Why durable-rules cannot be built here, as far as one can tell beforehand."""
    if sys.platform != "linux":
        return "it is for Linux"
    if sys.version_info >= (3, 13):
        return "it is for Python below 3.13"
    compiler = shlex.split(os.environ.get("CC") or str(sysconfig.get_config_var("CC") or "cc"))[0]
    if not (shutil.which(compiler) or shutil.which("cc")):
        return "no C compiler here"
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        return "no headers of Python here"
    return None


class Environment:
    """A virtual environment that is being filled; what the installers say goes into its log."""

    def __init__(self, home: Path, with_uv: bool = True) -> None:
        self.home = home
        self.python = home / "bin" / "python"
        self.log = home / "setup.log"
        self._with_uv = with_uv
        self._uv: Path | None = None
        self._pip: list[str] = []

    def make(self) -> None:
        self._say("environment")
        begun = time.monotonic()
        stale = self.python.exists() and self._version_there() != sys.version
        if stale or not self.python.exists():
            venv.create(self.home, with_pip=False, clear=stale, symlinks=True)
        self.log.write_text("", encoding="utf-8")
        self._done(begun)
        if self._with_uv:
            self._find_uv()

    def builders(self) -> None:
        """What the program and those libraries that come as sources are built with, at locked versions too."""
        if not self._install("what is needed to build", *self.listed("build")):
            raise Failed("what is needed to build could not be installed")

    def libraries(self, *groups: str) -> None:
        if not self._install(f"{len(entries(*groups))} libraries", *self.listed(*groups)):
            raise Failed("the libraries could not be installed")

    def newest(self, ranges: list[str]) -> None:
        """Not the locked versions but the newest that the ranges allow."""
        if not self._install("the newest libraries", "--upgrade", *ranges):
            raise Failed("the newest libraries could not be installed")

    def rete(self) -> None:
        """The second engine is compiled here. Without it the program runs all the same."""
        reason = no_rete()
        if reason is None:
            if self._install("durable-rules, compiled here", *self.listed("rete")):
                return
            reason = f"see {self.log}"
        print(f"  durable-rules is not installed ({reason}): {ALONE}", flush=True)

    def program(self) -> None:
        if not self._install("eligibility", "--no-deps", "--editable", str(ROOT)):
            raise Failed("the program could not be installed")

    def run(self, title: str, *command: str) -> bool:
        """Shows that it is working and how long it took; what the command says goes into the log."""
        self._say(title)
        begun = time.monotonic()
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"\n$ {shlex.join(command)}\n")
            log.flush()
            with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log) as process:
                while True:
                    try:
                        code = process.wait(2)
                        break
                    except subprocess.TimeoutExpired:
                        print(".", end="", flush=True)
        self._done(begun, "" if code == 0 else "failed")
        return code == 0

    def listed(self, *groups: str) -> list[str]:
        """What an installer is told to take exactly these entries of the lock file."""
        wanted = self.home / f"{'-'.join(groups)}.txt"
        wanted.write_text("".join(entries(*groups)), encoding="utf-8")
        return ["--require-hashes", "--requirement", str(wanted)]

    def _install(self, title: str, *what: str) -> bool:
        if self._uv is not None:
            if self.run(title, str(self._uv), "pip", "install", "--python", str(self.python), *UV, *what):
                return True
            print("  uv did not succeed: pip goes on", flush=True)
            self._uv = None
        return self.run(title, *self.pip, *PIP, *what)

    @property
    def pip(self) -> list[str]:
        """The system's, which installs elsewhere from 22.3 on (Debian's venv has no pip of its own), else one of its own."""
        if self._pip:
            return self._pip
        own = [str(self.python), "-m", "pip"]
        outside = [sys.executable, "-m", "pip", "--python", str(self.python)]
        for command in (own, outside):
            if subprocess.run([*command, "--version"], capture_output=True, check=False).returncode == 0:
                self._pip = command
                return command
        if not self.run("pip", str(self.python), "-m", "ensurepip", "--default-pip"):
            raise Failed("this Python has neither pip nor venv; on Debian: apt-get install python3-pip")
        self._pip = own
        return own

    def _find_uv(self) -> None:
        """uv is several times as fast as pip; where it cannot be had, pip does all."""
        uv, wanted = self.home / "bin" / "uv", entries("uv")[0].split()[0].replace("==", " ")
        there = (
            subprocess.run([str(uv), "--version"], capture_output=True, text=True, check=False).stdout if uv.exists() else ""
        )
        if wanted in there or self.run(f"installer {wanted}", *self.pip, *PIP, *self.listed("uv")):
            self._uv = uv

    def _version_there(self) -> str:
        asked = [str(self.python), "-c", "import sys; print(sys.version)"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.rstrip("\n")

    def _say(self, title: str) -> None:
        print(f"  {title} …", end="", flush=True)

    def _done(self, begun: float, word: str = "") -> None:
        print(f" {word or format(time.monotonic() - begun, '.1f') + ' s'}", flush=True)


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  the message is for older versions
        sys.exit("eligibility needs Python 3.11 or newer")
    parser = argparse.ArgumentParser(description="Makes .venv and installs what is asked for, at the locked versions.")
    parser.add_argument("part", nargs="?", choices=PARTS, default="use")
    parser.add_argument("--pip", action="store_true", help="install with pip alone, without uv")
    parser.add_argument("--into", type=Path, default=ROOT / ".venv", help="another place than .venv")
    wanted = parser.parse_args()
    begun = time.monotonic()
    environment = Environment(wanted.into.absolute(), not wanted.pip)
    print(f"Setting up {environment.home} with Python {sys.version.split()[0]}: {wanted.part}", flush=True)
    try:
        environment.make()
        environment.builders()
        environment.libraries(*PARTS[wanted.part])
        environment.rete()
        environment.program()
    except Failed as failed:
        told = environment.log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]
        sys.exit("\n".join([*told, f"{failed}; all of it is in {environment.log}"]))
    print(f"Ready after {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
