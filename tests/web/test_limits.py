"""What a client cannot do to the server: ask without end, send heads without end, or hold a connection for nothing."""

import json
from collections.abc import Iterator
from ipaddress import ip_network
from itertools import count
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from eligibility.web.limiting import MAX_HEAD, MAX_HEADERS, HeadLimit, RateLimit
from eligibility.web.problems import problem
from tests.web.client import Answered, get, sent
from tests.web.running import Running, running

QUICK = "import eligibility.web.protocol as protocol; protocol.HEADING = 1; protocol.MAX_OPEN = 8"
"""so that the test need not wait for ten seconds, nor open hundreds of connections"""

CHUNKED = b"POST /api/v1/decide HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with running(before=QUICK) as found:
        yield found


def answered(server: Running, *parts: bytes) -> bytes:
    """What comes back until the server closes the connection."""
    with server.connect() as connection:
        try:
            for part in parts:
                connection.sendall(part)
        except OSError:
            pass
        found = b""
        try:
            while part := connection.recv(65536):
                found += part
        except ConnectionResetError:
            pass
        return found


def is_raw_problem(found: bytes, status: int, code: str) -> None:
    head, _, body = found.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status), found
    assert b"content-type: application/problem+json" in head
    assert b"content-security-policy: default-src 'none'" in head.lower()
    assert b"connection: close" in head.lower()
    told = json.loads(body)
    assert (told["status"], told["code"]) == (status, code)
    assert told["request"]


class TestHead:
    def test_too_large_in_whole(self, server: Running) -> None:
        for headers in ({"X-One": "x" * MAX_HEAD}, {f"X-{at}": "x" for at in range(MAX_HEADERS + 1)}):
            status, found, body = server.ask("/api/v1/health", **headers)
            assert (status, json.loads(body)["code"]) == (431, "head-too-large")
            assert found["content-type"] == "application/problem+json"
        assert server.ask("/api/v1/services?find=" + "x" * MAX_HEAD)[0] == 431
        assert server.ask("/api/v1/health", X_One="x" * (MAX_HEAD - 500))[0] == 200

    def test_without_end(self, server: Running) -> None:
        """Neither one header that does not end nor ever more of them, nor an address."""
        for part in (b"x" * 999, b"X-More: x\r\n" * 99):
            head = b"GET /api/v1/health HTTP/1.1\r\nHost: a\r\nX-One: "
            is_raw_problem(answered(server, head, *(part for _ in range(300))), 431, "head-too-large")
        is_raw_problem(answered(server, b"GET /", *(b"x" * 999 for _ in range(300))), 431, "head-too-large")

    @pytest.mark.parametrize("begun", [b"", b"G", b"\r\n", b"GET /api/v1/health HTTP/1.1\r\nHost: a\r\n"])
    def test_that_is_not_sent_on(self, server: Running, begun: bytes) -> None:
        is_raw_problem(answered(server, begun), 408, "head-too-slow")

    def test_that_is_not_sent_on_after_another_request(self, server: Running) -> None:
        with server.connect() as connection:
            connection.sendall(b"GET /api/v1/health HTTP/1.1\r\nHost: a\r\n\r\n")
            first = b""
            while not first.endswith(b"}"):
                first += connection.recv(65536)
            connection.sendall(b"GE")
            is_raw_problem(b"".join(iter(lambda: connection.recv(65536), b"")), 408, "head-too-slow")

    def test_that_is_none(self, server: Running) -> None:
        is_raw_problem(answered(server, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"), 400, "not-http")


class TestBody:
    def test_that_nobody_reads_is_not_taken_on(self, server: Running) -> None:
        head = b"GET /api/v1/health HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n"
        assert answered(server, head, *(b"x" * 9999 for _ in range(999))).startswith(b"HTTP/1.1 200")

    def test_that_comes_after_the_answer_is_let_go_within_bounds(self, server: Running) -> None:
        head = b"POST /api/v1/decide HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 50000\r\n\r\n"
        with server.connect() as connection:
            for _ in range(2):
                connection.sendall(head)
                answer = b""
                while not answer.endswith(b"]}"):
                    answer += connection.recv(65536)
                assert answer.startswith(b"HTTP/1.1 415")
                connection.sendall(b"x" * 50_000)

    def test_what_follows_it_has_an_end(self, server: Running) -> None:
        head = (
            b"POST /api/v1/decide HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        answered(server, head, b"2\r\n{}\r\n0\r\n", *(b"X-More: x\r\n" for _ in range(9999)))
        assert server.health()

    def test_of_many_small_parts_is_read(self, server: Running) -> None:
        body = json.dumps({"service": "wheelchairs", "region": "kyzylorda-region", "on": "2016-03-01"}).encode() + b" " * 9000
        parts = b"".join(b"1;of=one\r\n%c\r\n" % sign for sign in body)
        found = answered(server, CHUNKED + b"Connection: close\r\n\r\n", parts, b"0\r\n\r\n")
        assert found.startswith(b"HTTP/1.1 200")


def test_only_so_many_are_connected(server: Running) -> None:
    held = [server.connect() for _ in range(8)]
    try:
        is_raw_problem(answered(server), 503, "too-busy")
    finally:
        for one in held:
            one.close()
    assert server.health()


class TestRate:
    def test_beyond_it_nothing_is_answered(self) -> None:
        with running(ELIGIBILITY_WEB_RATE="5") as server:
            for _ in range(5):
                server.health()
            status, headers, body = server.ask("/api/v1/health", Accept_Language="ru")
            assert (status, json.loads(body)["code"]) == (429, "too-many-requests")
            assert 0 < int(headers["retry-after"]) <= 60
            assert "content-security-policy" in headers

    def test_is_counted_by_address(self) -> None:
        app = RateLimit(nothing, 1, (), problem)
        assert [asked(app, client).status for client in ("10.0.0.1", "10.0.0.2", "10.0.0.1")] == [200, 200, 429]
        assert asked(app, "10.0.0.3", x_forwarded_for="10.0.0.4").status == 200
        assert asked(app, "10.0.0.3", x_forwarded_for="10.0.0.5").status == 429

    def test_believes_a_proxy_and_nobody_else(self) -> None:
        app = RateLimit(nothing, 1, (ip_network("10.0.0.0/8"),), problem)
        assert asked(app, "10.0.0.1", x_forwarded_for="1.1.1.1, 2.2.2.2, 10.9.9.9").status == 200
        assert asked(app, "10.0.0.1", x_forwarded_for="3.3.3.3, 2.2.2.2").status == 429
        assert asked(app, "2.2.2.2", x_forwarded_for="4.4.4.4").status == 429
        assert asked(app, "10.0.0.1").status == 200
        assert asked(app, "10.0.0.1", x_forwarded_for="nonsense").status == 429

    def test_a_household_of_the_newer_addresses_is_one(self) -> None:
        app = RateLimit(nothing, 1, (), problem)
        clients = ("2001:db8::1", "2001:db8:0:1::1", "2001:db8::2", "::ffff:1.2.3.4", "::ffff:1.2.3.5", "::ffff:1.2.3.4")
        assert [asked(app, client).status for client in clients] == [200, 200, 429, 200, 200, 429]

    def test_is_forgotten_after_a_minute(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ticks = count(0, 20)
        monkeypatch.setattr("eligibility.web.limiting.monotonic", lambda: next(ticks))
        app = RateLimit(nothing, 1, (), problem)
        assert [asked(app, "10.0.0.1").status for _ in range(7)] == [200, 429, 429, 200, 429, 429, 200]


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def asked(app: Any, client: str, **headers: str) -> Answered:
    async def from_there(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "client": (client, 5)}, receive, send)

    return get(from_there, "/", **headers)


def test_a_head_within_bounds_is_passed_on() -> None:
    app = HeadLimit(nothing, problem)
    assert sent(app, "GET", "/", [], {f"x-{at}": "x" for at in range(MAX_HEADERS)}).status == 200
    assert sent(app, "GET", "/", [], {"x": "x" * (MAX_HEAD - 2)}).status == 200
    assert sent(app, "GET", "/", [], {"x": "x" * (MAX_HEAD - 1)}).status == 431
