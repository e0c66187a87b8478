"""A decision over HTTP: the work of the server's process, beside a bare route of the same framework that gives ready bytes."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from eligibility.engine import Engine
from tools.bench.figures import Figure, Times, ratio, shown
from tools.bench.served import Served, asked, bare, longest, request_of, served

ROUNDS = 7
REQUESTS = 1_500
"""of a round: the system counts a process's work in hundredths of a second"""


def figures() -> Iterator[Figure]:
    request = request_of(longest(Engine.shipped("direct")))
    with tempfile.TemporaryDirectory() as folder, served() as ours:
        size = asked(ours.port, request, REQUESTS)
        with bare(size, Path(folder)) as ready:
            asked(ready.port, request, REQUESTS)
            times = worked({"decide": ours, "ready": ready}, request)
    name = "decide over HTTP, the server's work : a bare route that returns ready bytes"
    beside = f"{shown(times, 'µs', 1 / REQUESTS, 'decide', 'ready')}, {size} bytes"
    yield Figure(name, ratio(times, "decide", "ready"), 2, beside)


def worked(servers: dict[str, Served], request: bytes) -> Times:
    """Seconds of each server's processes, round by round."""
    times: Times = {name: [] for name in servers}
    for _ in range(ROUNDS):
        for name, one in servers.items():
            before = one.cpu()
            asked(one.port, request, REQUESTS)
            times[name].append(one.cpu() - before)
    return times
