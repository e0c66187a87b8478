"""Decisions and pages over HTTP: the server's work beside a bare route of the same framework that gives ready bytes."""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from http.client import HTTPConnection
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from eligibility.engine import Engine
from tools.bench.figures import Figure, Times, ratio, shown
from tools.bench.served import Served, asked, bare, longest, posted, request_of, served

ROUNDS = 7
REQUESTS = 1_500
"""of a round: the system counts a process's work in hundredths of a second"""


PAGES = 150
SCREENING = ({"do": "screening"}, {"do": "region:kyzylorda-region"}, {"do": "whom:self"}, {"do": "answer:1"})
"""presses that lead to a question on which all services hang"""
PAGE_TYPE = "application/x-www-form-urlencoded"


def figures() -> Iterator[Figure]:
    case = longest(Engine.shipped("direct"))
    request, others = request_of(case), list(islice(_others(case), REQUESTS))
    with tempfile.TemporaryDirectory() as folder, served() as ours:
        page = _page(ours.port)
        size = asked(ours.port, [request])
        with bare(size, Path(folder)) as ready:
            works = {
                "decide": Work(ours, [request] * REQUESTS),
                "decide anew": Work(ours, others),
                "page": Work(ours, [page] * PAGES),
                "ready": Work(ready, [request] * REQUESTS),
            }
            times = worked(works)
    for name, limit in LIMITS.items():
        beside = f"{shown(times, 'µs', 1, name, 'ready')}, of decide {size} bytes"
        yield Figure(f"{TITLES[name]} over HTTP, the server's work : ready bytes", ratio(times, name, "ready"), limit, beside)


LIMITS = {"decide": 2, "decide anew": 7, "page": 250}
"""of a page 15 ms where a bare route takes 60 µs"""
TITLES = {"decide": "a decision", "decide anew": "one not asked for before", "page": "a question on which all services hang"}


class Work(NamedTuple):
    server: Served
    requests: Sequence[bytes]


def worked(works: Mapping[str, Work]) -> Times:
    """Seconds that the server's processes work for a request, round by round."""
    times: Times = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, (server, requests) in works.items():
            before = server.cpu()
            asked(server.port, requests)
            times[name].append((server.cpu() - before) / len(requests))
    return times


def _others(case: Mapping[str, object]) -> Iterator[bytes]:
    """The same case of persons who differ in what decides nothing of it."""
    for year, month, day in product(range(1940, 2000), range(1, 13), range(1, 29)):
        yield request_of({**case, "facts": {"birth_date": f"{year}-{month:02}-{day:02}"}})


def _page(port: int) -> bytes:
    """A press on a page, as it is sent on a connection that is kept."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/ru/")
    for press in (*SCREENING, {"do": "answer:2"}):
        found = re.search(r'name="seal" value="([^"]+)"', connection.getresponse().read().decode())
        if found is None:
            raise ValueError("a page without a seal")
        body = urlencode({"seal": found[1], **press}).encode()
        connection.request("POST", "/ru/", body, {"Content-Type": PAGE_TYPE})
    connection.getresponse().read()
    connection.close()
    return posted("/ru/", PAGE_TYPE, body)
