"""The server as a process of its own, and what a test asks of it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Running", "running", "until"]

HEEDS_CONTROL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""also where the tests run in the background, so that the shell has them ignore it"""
MAIN = "from eligibility.cli.main import main; main()"


class Running(NamedTuple):
    process: "subprocess.Popen[str]"
    port: int

    def ask(self, path: str, data: object = None, **headers: str) -> tuple[int, dict[str, str], str]:
        """Over a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            if data is None:
                connection.request("GET", path, headers=sent)
            else:
                connection.request("POST", path, json.dumps(data).encode(), {"Content-Type": "application/json", **sent})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
        finally:
            connection.close()

    def health(self) -> Any:
        status, _, body = self.ask("/api/v1/health")
        assert status == 200
        return json.loads(body)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def children(self) -> set[int]:
        """Its processes that answer; another one only follows what they share."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return {int(child) for child in listed if b"spawn_main" in _command(child)}

    def stop(self, by: int = signal.SIGTERM) -> str:
        """What it has said since the start."""
        self.process.send_signal(by)
        return rest(self.process)


def _command(process: str) -> bytes:
    """Nothing of one that has ended meanwhile."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def rest(process: "subprocess.Popen[str]") -> str:
    """What it says until it ends."""
    assert process.stdout is not None
    said = process.stdout.read()
    process.wait(timeout=60)
    return said


def until(holds: Callable[[], bool]) -> None:
    """A worker counts a request when it has answered it, a process takes its time to end."""
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


@contextmanager
def running(*options: str, before: str = "", folder: Path | None = None, **environment: str) -> Iterator[Running]:
    """`before` is run ahead of the program."""
    command = [sys.executable, "-c", f"{HEEDS_CONTROL_C}\n{before}\nif __name__ == '__main__': {MAIN}"]
    with subprocess.Popen(
        [*command, "serve", "--port", "0", "--engine", "direct", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "ELIGIBILITY_LANG": "ru", "COLUMNS": "100", **environment},
        cwd=folder,
    ) as process:
        assert process.stdout is not None
        said, address = "", None
        for line in process.stdout:
            said += line
            if address := re.search(r"http://127.0.0.1:(\d+)/api/v1", line):
                break
        try:
            assert address, said
            yield Running(process, int(address[1]))
        finally:
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
