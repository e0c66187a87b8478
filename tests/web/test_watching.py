"""Figures and lines for the operator, in which nothing is said of a person."""

import json
import signal
from datetime import datetime
from urllib.parse import quote

import pytest

from eligibility.engine import Engine
from eligibility.web import http_app
from tests.web.client import get, post
from tests.web.running import Running, running, until

SURNAME, IIN = "Ескендіров", "460301300129"
CASE = {"service": "wheelchairs", "region": "kyzylorda-region", "on": "2016-03-01", "person": {"surname": SURNAME}}
SECRETS = (SURNAME, quote(SURNAME), IIN, "kyzylorda", "127.0.0.1:")

ALONE = "\neligibility_requests_under_way 1.0\n"
"""the request for the figures itself is the only one"""


def ask_of_everything(server: Running) -> None:
    server.ask("/api/v1/decide", CASE, X_Forwarded_For=IIN)
    server.ask("/api/v1/decide", {**CASE, SURNAME: IIN})
    server.ask("/api/v1/services?find=" + quote(SURNAME))
    server.ask(f"/{IIN}/" + quote(SURNAME) + "?iin=" + IIN)
    server.ask("/api/v1/health", **{f"X-{IIN}": "x" * 20_000})
    with server.connect() as raw:
        raw.sendall(f"{IIN} {SURNAME}\r\n\r\n".encode())
        raw.recv(1000)
    with server.connect() as raw:
        raw.sendall(f"BREW{IIN} / HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        raw.recv(1000)


def test_a_line_for_each_request_where_that_is_wanted() -> None:
    with running(ELIGIBILITY_WEB_LOG="requests") as server:
        _, headers, _ = server.ask("/api/v1/health")
        ask_of_everything(server)
        said = server.stop(signal.SIGINT)
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    first = lines[0]
    assert list(first) == ["time", "request", "method", "route", "status", "ms"]
    assert datetime.fromisoformat(first["time"]).utcoffset() is not None
    assert first["request"] == headers["x-request-id"]
    seen = [(one["method"], one["route"], one["status"]) for one in lines]
    assert seen == [
        ("GET", "/api/v1/health", 200),
        ("POST", "/api/v1/decide", 200),
        ("POST", "/api/v1/decide", 422),
        ("GET", "/api/v1/services", 200),
        ("GET", "other", 404),
        ("GET", "other", 431),
    ]
    assert not [secret for secret in SECRETS if secret in said]


@pytest.mark.parametrize("workers", [1, 2])
def test_without_that_nothing_is_written(workers: int) -> None:
    with running("--workers", str(workers)) as server:
        ask_of_everything(server)
        assert server.stop() == ""


@pytest.mark.parametrize("workers", [1, 2])
def test_figures_are_by_route_and_by_nothing_else(workers: int) -> None:
    with running("--workers", str(workers)) as server:
        ask_of_everything(server)
        until(lambda: 'route="other",status="431"} 1.0' in server.ask("/api/v1/metrics")[2])
        until(lambda: ALONE in server.ask("/api/v1/metrics")[2])
        status, headers, told = server.ask("/api/v1/metrics")
    assert status == 200
    assert headers["content-type"].startswith("text/plain; version=")
    assert headers["cache-control"] == "no-store"
    assert not [secret for secret in SECRETS if secret in told]
    assert 'eligibility_requests_total{method="POST",route="/api/v1/decide",status="422"} 1.0' in told
    assert 'eligibility_requests_total{method="GET",route="other",status="404"} 1.0' in told
    assert 'eligibility_request_seconds_count{route="/api/v1/decide"} 2.0' in told


def test_pages_are_told_of_by_their_paths() -> None:
    with running(ELIGIBILITY_WEB_LOG="requests") as server:
        for path in ("/kk/", "/assets/none.css", "/kk/none"):
            server.ask(path)
        said = server.stop(signal.SIGINT)
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    seen = [(one["route"], one["status"]) for one in lines]
    assert seen == [("/kk/", 200), ("/assets/{name}", 404), ("other", 404)]


def test_a_failure_is_counted_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise LookupError(SURNAME)

    app = http_app(Engine.shipped("direct"))
    monkeypatch.setattr(Engine, "any_answer", fails)
    post(app, "/api/v1/decide", CASE)
    told = get(app, "/api/v1/metrics").text
    assert 'eligibility_requests_total{method="POST",route="/api/v1/decide",status="500"} 1.0' in told
    assert SURNAME not in told


def test_whom_nobody_answers_is_no_failure() -> None:
    with running(ELIGIBILITY_WEB_LOG="requests") as server:
        with server.connect() as raw:
            raw.sendall(
                b"POST /api/v1/decide HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
            )
        until(lambda: 'route="/api/v1/decide",status="gone"' in server.ask("/api/v1/metrics")[2])
        said = server.stop()
    assert '"failed"' not in said
    assert '"status": 0' in said


def test_every_answer_is_guarded() -> None:
    app = http_app(Engine.shipped("direct"))
    for address in ("/api/v1/health", "/api/v1/metrics", "/api/v1/nothing", "/api/v1/openapi.json", "/kk/"):
        found = get(app, address).headers
        assert "content-security-policy" in found
        assert found["x-content-type-options"] == "nosniff"
        assert found["referrer-policy"] == "no-referrer"
        assert found["cross-origin-resource-policy"]
        assert "geolocation=()" in found["permissions-policy"]
    assert get(app, "/api/v1/health").headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
