"""Runs the tests with the newest libraries that the ranges of pyproject.toml allow, in an environment that is thrown away."""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.lock import groups
from tools.setup import PARTS, ROOT, Environment, Failed, no_rete


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        newest = Environment(Path(place, "venv"))
        wanted = groups()
        named = (*PARTS["test"], *(() if no_rete() else ("rete",)))
        try:
            newest.make()
            newest.newest(wanted["build"])
            newest.newest([one for group in named for one in wanted[group]])
            newest.program()
        except Failed as failed:
            sys.exit(f"{newest.log.read_text(encoding='utf-8', errors='replace')[-3000:]}\n{failed}")
        done = subprocess.run([str(newest.python), "-m", "pytest", "-n", "auto", *sys.argv[1:]], cwd=ROOT, check=False)
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
