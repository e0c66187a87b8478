"""The server, and a bare route of the same framework, as processes of their own that are asked over the loopback."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from eligibility.engine import Engine

DAY = "2016-03-01"
TICK = os.sysconf("SC_CLK_TCK")
UNBOUNDED = {"ELIGIBILITY_WEB_RATE": "1000000"}
"""so that one client may ask for all"""
SERVE = "from eligibility.cli.main import main; main()"
BARE = """
import sys
from uvicorn import run
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
READY = b"x" * int(sys.argv[1])
app = FastAPI(openapi_url=None)
@app.post("/api/v1/decide")
async def decide(request: Request):
    await request.body()
    return Response(READY, media_type="application/json")
if __name__ == "__main__":
    run("bare:app", port=int(sys.argv[2]), workers=int(sys.argv[3]), access_log=False, log_level="error", lifespan="off")
"""


class Served(NamedTuple):
    process: int
    port: int

    def processes(self) -> list[int]:
        """All that answer, and whatever follows them."""
        return [self.process, *_children(self.process)]

    def cpu(self) -> float:
        """Seconds of work that its processes have done."""
        return sum(_ticks(process) for process in self.processes()) / TICK

    def memory(self) -> list[int]:
        """Kilobytes that each process holds, by its number."""
        return [_resident(process) for process in self.processes()]


@contextmanager
def served(workers: int = 1, **environment: str) -> Iterator[Served]:
    command = [sys.executable, "-c", f"if __name__ == '__main__': {SERVE}", "serve", "--port", "0", "--workers", str(workers)]
    with _ended(command, {**os.environ, **UNBOUNDED, "COLUMNS": "100", **environment}) as process:
        if process.stdout is None:
            raise ValueError("the server's words are read")
        line = process.stdout.readline()
        found = re.search(r"http://127.0.0.1:(\d+)/", line)
        if not found:
            raise ValueError(line)
        yield Served(process.pid, int(found[1]))


@contextmanager
def bare(size: int, folder: Path, workers: int = 1) -> Iterator[Served]:
    """It gives bytes that are ready, as many as asked for."""
    program, port = folder / "bare.py", _free_port()
    program.write_text(BARE, encoding="utf-8")
    with _ended([sys.executable, str(program), str(size), str(port), str(workers)], dict(os.environ)) as process:
        while not _answers(port):
            if process.poll() is not None:
                raise ValueError("the bare server has ended")
        yield Served(process.pid, port)


@contextmanager
def _ended(command: list[str], environment: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield process
        finally:
            process.terminate()


def request_of(case: object, address: str = "/api/v1/decide") -> bytes:
    """As it is sent, on a connection that is kept."""
    return posted(address, "application/json", json.dumps(case).encode())


def posted(address: str, type: str, body: bytes) -> bytes:
    head = f"POST {address} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def longest(engine: Engine) -> dict[str, object]:
    """The case with the most papers on its list, of those that say nothing but the service."""
    cases: list[dict[str, object]] = [{"service": key.service, "act": key.act, "on": DAY} for key in engine.pack.editions()]
    return max(cases, key=lambda case: len(engine.decide(case).lines))


def asked(port: int, requests: Iterable[bytes]) -> int:
    """Over one connection, one after another; the bytes of the last answer's body."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with connection.makefile("rb") as answers:
            size = 0
            for request in requests:
                connection.sendall(request)
                status = answers.readline()
                if b" 200 " not in status:
                    raise ValueError(status)
                size = 0
                while (line := answers.readline()) != b"\r\n":
                    if line.lower().startswith(b"content-length:"):
                        size = int(line.split(b":")[1])
                answers.read(size)
            return size


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    found = [int(child) for child in listed.split()]
    return [*found, *(further for child in found for further in _children(child))]


def _ticks(process: int) -> int:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _resident(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)
    return int(found[1]) if found else 0
