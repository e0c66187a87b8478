"""The server with two workers under all that comes to it for a while: nothing fails, and its memory does not grow.

    python -m tools.soak [MINUTES]

Four clients decide, ask, look things up, visit the pages and make mistakes. Exits 1 where an answer is other than it has to
be, where a connection fails, or where a worker holds more at the end than after warming up.
"""

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import islice
from statistics import median
from typing import NamedTuple
from urllib.parse import quote, urlencode

from eligibility.engine import Engine
from tools.bench.answers import distinct
from tools.bench.served import Served, served

WORKERS = 2
CLIENTS = 4
MINUTES = 30.0
CASES = 200
"""different ones: what the program remembers of them is whole before the memory is first looked at"""
BATCH = 10
"""cases in one request"""
WARM = 0.4
"""part of the time after which nothing new is remembered"""
SAMPLE = 1.0
"""seconds between two looks at the memory"""
GROWTH = 1.05
REQUESTS = 200
"""over one connection"""
STEPS = 6
"""of a visit to the pages"""
BUTTON = re.compile(r'<button name="do" value="([^"]+)"')
SEAL = re.compile(r'name="seal" value="([^"]+)"')
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Mode": "cors"}


class Asking(NamedTuple):
    name: str
    method: str
    address: str
    body: bytes
    content: str
    status: int


A_FILE = "pdf"
"""a button that leads to no page; papers are asked for besides"""


class Client:
    """One of several that ask at the same time."""

    def __init__(self, port: int, seed: int, askings: list[Asking], end: float) -> None:
        self._port, self._askings, self._end = port, askings, end
        self._draw = random.Random(seed)  # noqa: S311  not for secrets
        self.answered = Counter[str]()
        self.failed: list[str] = []

    def run(self) -> None:
        while time.monotonic() < self._end and not self.failed:
            connection = HTTPConnection("127.0.0.1", self._port, timeout=60)
            try:
                for _ in range(REQUESTS):
                    self._ask(connection, self._draw.choice(self._askings))
                self._visit(connection)
            except OSError as error:
                self.failed.append(f"a connection failed: {type(error).__name__}")
            finally:
                connection.close()

    def _ask(self, connection: HTTPConnection, asking: Asking) -> None:
        headers = {"Content-Type": asking.content} if asking.body else {}
        status, _ = _answer(connection, asking.method, asking.address, asking.body or None, headers)
        self._note(asking.name, status, {asking.status})

    def _visit(self, connection: HTTPConnection) -> None:
        """Some buttons pressed one after another, and all cleared."""
        address = self._draw.choice(("/kk/", "/ru/"))
        status, page = _answer(connection, "GET", address, None, {})
        for step in range(STEPS):
            self._note("page", status, {200, 422})
            seal, buttons = SEAL.search(page), [one for one in BUTTON.findall(page) if one != A_FILE]
            if not seal or not buttons:
                return
            do = self._draw.choice(buttons) if step < STEPS - 1 else "clear"
            pressed = urlencode({"seal": seal[1], "do": do, "phrase": "коляска"}).encode()
            status, page = _answer(connection, "POST", address, pressed, FORM)

    def _note(self, name: str, status: int, expected: set[int]) -> None:
        self.answered[name] += 1
        if status not in expected:
            self.failed.append(f"{name}: {status}")


def _answer(
    connection: HTTPConnection, method: str, address: str, body: bytes | None, headers: dict[str, str]
) -> tuple[int, str]:
    connection.request(method, address, body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def askings(engine: Engine) -> Iterator[Asking]:
    sent = "application/json"
    for case in islice(distinct(engine), CASES):
        data = {"service": case.service, "act": case.act, "on": case.on.isoformat(), "facts": _plain(case.facts)}
        body = json.dumps(data).encode()
        for name in ("decide", "questions", "terms"):
            yield Asking(name, "POST", f"/api/v1/{name}", body, sent, 200)
        yield Asking("batch", "POST", "/api/v1/batch", b"\n".join([body] * BATCH), "application/x-ndjson", 200)
    for _ in range(CASES // 4):
        for name in ("services", "regions", "acts", "editions", "facts", "health", "metrics", "openapi.json"):
            yield Asking(name, "GET", f"/api/v1/{name}", b"", sent, 200)
        yield Asking("search", "GET", "/api/v1/services?find=" + quote("инвалидная коляска"), b"", sent, 200)
        yield Asking("paper", "POST", "/api/v1/letters/checklist", body, sent, 200)
        yield Asking("no address", "GET", "/api/v1/nothing", b"", sent, 404)
        yield Asking("no JSON", "POST", "/api/v1/decide", b"{", sent, 400)
        yield Asking("no case", "POST", "/api/v1/decide", b'{"service": "nothing"}', sent, 422)
        yield Asking("other type", "POST", "/api/v1/decide", b"{}", "text/plain", 415)


def _plain(facts: object) -> object:
    return json.loads(json.dumps(facts, default=str))


def soak(minutes: float, tell: Callable[[str], None]) -> bool:
    """Whether everything was answered as it has to be, in memory that stays."""
    wanted = list(askings(Engine.shipped("direct")))
    with served(WORKERS) as server, ThreadPoolExecutor(CLIENTS) as pool:
        start = time.monotonic()
        clients = [Client(server.port, seed, wanted, start + 60 * minutes) for seed in range(CLIENTS)]
        running = [pool.submit(one.run) for one in clients]
        samples = list(_sampled(server, start, lambda: all(one.done() for one in running)))
        for one in running:
            one.result()
    failed = [one for client in clients for one in client.failed]
    answered = sum((one.answered for one in clients), Counter[str]())
    tell(f"{answered.total()} requests in {minutes:g} min: " + ", ".join(f"{n} {name}" for name, n in answered.most_common()))
    for line in failed[:20]:
        tell(f"FAILED {line}")
    if failed:
        return False
    first, last = _memory(samples, minutes)
    tell(f"memory of all processes: {first:.1f} MB after warming up, {last:.1f} MB at the end")
    return last <= GROWTH * first


def _sampled(server: Served, start: float, over: Callable[[], bool]) -> Iterator[tuple[float, int]]:
    """Kilobytes of all processes, and when."""
    while not over():
        yield time.monotonic() - start, sum(server.memory())
        time.sleep(SAMPLE)


def _memory(samples: list[tuple[float, int]], minutes: float) -> tuple[float, float]:
    """Megabytes after warming up, and for as long a time at the end, the medians."""
    after = [size / 1024 for at, size in samples if at >= WARM * 60 * minutes]
    part = len(after) // 3
    return median(after[:part]), median(after[-part:])


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    sys.exit(0 if soak(minutes, lambda line: print(line, flush=True)) else 1)


if __name__ == "__main__":
    main()
