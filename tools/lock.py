"""Writes requirements.lock: the newest version of everything that the ranges of pyproject.toml allow, with hashes.

    python tools/lock.py [--keep]

With `--keep` what is locked already stays at its version, so that a new library brings nothing else with it.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.setup import LOCK, ROOT

HEAD = """\
# Every library that running, testing, checking, measuring and building take, for all Pythons the program supports.
# Written by `make lock`; «for» names the groups of tools/lock.py that need an entry. See docs/operating.md.
"""
BUILD = ["editables", "setuptools", "wheel"]
"""what hatchling wants besides for a checkout, and what libraries that come as sources take without saying so"""


def groups() -> dict[str, list[str]]:
    """What each group asks for, as pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        "run": project["project"]["dependencies"],
        "build": [*project["build-system"]["requires"], *BUILD],
        **project["project"]["optional-dependencies"],
        "pip": ["pip>=25"],
        "uv": ["uv>=0.8"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes requirements.lock.")
    parser.add_argument("--keep", action="store_true", help="what is locked already stays at its version")
    keep = parser.parse_args().keep
    wanted = groups()
    with tempfile.TemporaryDirectory() as folder:
        held, everything = Path(folder, "held.txt"), Path(folder, "everything.txt")
        held.write_text("\n".join(_locked()) if keep else "")
        asked = [one for group in wanted.values() for one in group]
        everything.write_text(_resolved(asked, "--generate-hashes", "--constraint", str(held)))
        names = {
            group: {line.split("==")[0] for line in _resolved(ranges, "--constraint", str(everything)).splitlines()}
            for group, ranges in wanted.items()
        }
        entries = everything.read_text().split("\n")
    written = []
    for line in entries:
        written.append(line)
        if line and not line.startswith(" "):
            name = line.split("==")[0]
        if line.startswith("    --hash") and not line.endswith("\\"):
            written.append("    # for " + " ".join(sorted(group for group, held in names.items() if name in held)))
    LOCK.write_text(HEAD + "\n".join(written), encoding="utf-8")
    print(f"{LOCK.name}: {sum('==' in line for line in written)} entries")


def _locked() -> list[str]:
    """Names with versions, and where they hold."""
    return [line.rstrip(" \\") for line in LOCK.read_text(encoding="utf-8").splitlines() if re.match("[a-z0-9]", line)]


def _resolved(ranges: list[str], *options: str) -> str:
    uv = os.environ.get("UV") or str(Path(sys.executable).with_name("uv"))
    command = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--no-header", "--no-annotate"]
    command += ["--no-emit-index-url", "--no-emit-find-links", *options, "-"]
    return subprocess.run(command, input="\n".join(ranges), cwd=ROOT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
