"""Decisions a second and the slowest of a hundred, with one worker and with two, beside a bare route of the same framework.

    python -m tools.load

It takes wrk, four connections over the loopback. Nothing is judged but that every request is answered: the figures are the
machine's, on which wrk works too.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import NamedTuple

from eligibility.engine import Engine
from tools.bench.served import Served, asked, bare, longest, request_of, served

WORKERS = (1, 2)
ROUNDS = 3
CONNECTIONS = 4
SECONDS = 4
WARM = 300
"""requests before anything is measured"""
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
SENT = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[{body}]]
"""


class Load(NamedTuple):
    rate: float
    """requests a second"""
    slowest: float
    """milliseconds within which 99 of 100 are answered"""


def main() -> None:
    if not shutil.which("wrk"):
        sys.exit("wrk is not installed")
    request = request_of(longest(Engine.shipped("direct")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = folder / "decide.lua"
        script.write_text(SENT.format(body=request.partition(b"\r\n\r\n")[2].decode()), encoding="utf-8")
        print(f"{CONNECTIONS} connections, {ROUNDS} rounds of {SECONDS} s each, the medians")
        for workers in WORKERS:
            with ExitStack() as stack:
                ours = stack.enter_context(served(workers))
                size = asked(ours.port, [request] * (WARM * workers))
                ready = stack.enter_context(bare(size, folder, workers))
                asked(ready.port, [request] * (WARM * workers))
                loads = [(loaded(ours, script), loaded(ready, script)) for _ in range(ROUNDS)]
            tell(workers, size, loads)


def loaded(server: Served, script: Path) -> Load:
    address = f"http://127.0.0.1:{server.port}/api/v1/decide"
    options = ["-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-s", str(script)]
    said = subprocess.run(["wrk", *options, address], check=True, capture_output=True, text=True).stdout  # noqa: S607
    if "Non-2xx" in said or "Socket errors" in said:
        sys.exit(said)
    rate, slowest = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    if not rate or not slowest:
        sys.exit(said)
    return Load(float(rate[1]), float(slowest[1]) * UNITS[slowest[2]])


def tell(workers: int, size: int, loads: list[tuple[Load, Load]]) -> None:
    rates = [median(one.rate for one in column) for column in zip(*loads, strict=True)]
    slowest = [median(one.slowest for one in column) for column in zip(*loads, strict=True)]
    print(
        f"  workers {workers}: {rates[0]:.0f} decisions a second, 99 of 100 within {slowest[0]:.1f} ms; "
        f"bare, of the same {size} bytes, {rates[1]:.0f} and {slowest[1]:.1f} ms; ratio {rates[1] / rates[0]:.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
