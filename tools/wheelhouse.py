"""Collects wheels for an office without network or compiler: the program, its libraries, durable-rules built.

    python3 tools/wheelhouse.py DIR

The office's machine must have the same system and the same Python (3.11, say) as the one this runs on.
See docs/operating.md.
"""

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.setup import ROOT, USE, Environment, Failed, no_rete

SUMS = "SHA256SUMS"


def main() -> None:
    parser = argparse.ArgumentParser(description="Collects wheels for an office without network or compiler.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    folder = parser.parse_args().folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if any(one.name != SUMS and one.suffix != ".whl" for one in folder.iterdir()):
        sys.exit(f"{folder} holds other things than wheels")
    for one in folder.iterdir():
        one.unlink()
    print(f"Collecting wheels for Python {sys.version.split()[0]} on {sys.platform}: {folder}", flush=True)
    with tempfile.TemporaryDirectory() as place:
        try:
            collect(Environment(Path(place, "venv")), folder)
        except Failed as failed:
            sys.exit(f"{Path(place, 'venv', 'setup.log').read_text(encoding='utf-8', errors='replace')[-3000:]}\n{failed}")
    wheels = sorted(folder.glob("*.whl"))
    sums = (f"{hashlib.sha256(wheel.read_bytes()).hexdigest()}  {wheel.name}\n" for wheel in wheels)
    (folder / SUMS).write_text("".join(sums), encoding="utf-8")
    print(f"{len(wheels)} wheels, {sum(wheel.stat().st_size for wheel in wheels) / 1e6:.0f} MB")


def collect(builder: Environment, folder: Path) -> None:
    """Everything comes at its locked version with its hash, except what is built here."""
    builder.make()
    builder.builders()
    builder.libraries("pip")
    wheel = [str(builder.python), "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(folder)]
    steps = {"the libraries": builder.listed(*USE, "pip"), "eligibility": [str(ROOT)]}
    reason = no_rete()
    if reason is None:
        steps["durable-rules, compiled here"] = builder.listed("rete")
    for title, what in steps.items():
        if not builder.run(title, *wheel, *what):
            raise Failed(f"no wheels: {title}")
    if reason is not None:
        print(f"  without durable-rules ({reason})", flush=True)


if __name__ == "__main__":
    main()
