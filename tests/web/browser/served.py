"""`eligibility serve` as a process of its own, as an office starts it, with everything that it says."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

COMMAND = (sys.executable, "-c", "from eligibility.cli.main import main; main()", "serve", "--port", "0", "--config")
AT_ONCE = 100_000
"""requests a minute: the tests are quicker than a person"""
STARTING = 60
"""seconds"""


class Served(NamedTuple):
    address: str
    folder: Path
    """in which it runs, keeps what it has to and says what it has to"""

    @property
    def requests(self) -> int:
        """How many it has told of."""
        return (self.folder / "said").read_text("utf-8").count('"request"')


@contextmanager
def served(folder: Path, settings: Mapping[str, object]) -> Iterator[Served]:
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    config = folder / "server.yaml"
    config.write_text(json.dumps({"rate": AT_ONCE, "runtime": str(runtime), "log": "requests", **settings}), "utf-8")
    environment = {**os.environ, "ELIGIBILITY_LANG": "ru"}
    with (
        (folder / "said").open("wb") as said,
        subprocess.Popen([*COMMAND, str(config)], stdout=said, stderr=said, cwd=folder, env=environment) as process,
    ):
        try:
            yield Served(_address(process, folder / "said"), folder)
        finally:
            process.terminate()


def _address(process: "subprocess.Popen[bytes]", said: Path) -> str:
    """As the server tells it, once it answers there."""
    end = time.monotonic() + STARTING
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"http://[\w.]+:\d+", said.read_text("utf-8")):
            return found[0]
        time.sleep(0.05)
    raise AssertionError(said.read_text("utf-8"))
