"""Makes .venv and installs the project with everything its tests and checks need. Runs on a bare python3 with pip."""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WANTED = [".[pdf,test,check]"]


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  the message is for older versions
        sys.exit("eligibility needs Python 3.11 or newer")
    try:
        venv.create(VENV, with_pip=True, clear=False)
        pip = [str(VENV / "bin" / "python"), "-m", "pip"]
    except subprocess.CalledProcessError:
        # Debian without python3-venv: no pip of its own in the environment, but the system's can install into it
        venv.create(VENV, with_pip=False, clear=True)
        pip = [sys.executable, "-m", "pip", "--python", str(VENV / "bin" / "python")]
    subprocess.run([*pip, "install", "--quiet", "--disable-pip-version-check", "--editable", *WANTED], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
