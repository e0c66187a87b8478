"""What an operator sees of the requests: how many, how long, how many at once, and if it is asked for a line of each. Never
what was asked: of an address only the template that it fits."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from os import environ, getpid, kill
from pathlib import Path
from time import perf_counter

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from eligibility.web.working import SHARED

LOG = logging.getLogger("eligibility.web")
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
OTHER = "other"
GONE = "gone"
"""in place of a status, where the client did not wait for one"""
DURATIONS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Figures:
    """Of one application: its own registry, or where there are several workers what all of them have written."""

    def __init__(self) -> None:
        self._own = CollectorRegistry()
        self._requests = Counter("eligibility_requests", "Requests answered", ("method", "route", "status"), registry=self._own)
        self._seconds = Histogram(
            "eligibility_request_seconds",
            "Seconds from a request's head to the end of its answer",
            ("route",),
            buckets=DURATIONS,
            registry=self._own,
        )
        self._under_way = Gauge(
            "eligibility_requests_under_way", "Requests being answered", multiprocess_mode="livesum", registry=self._own
        )

    async def told(self, _: Request) -> Response:
        """The figures as Prometheus reads them."""
        folder = environ.get(SHARED)
        registry = self._own
        if folder:
            _forget_dead(Path(folder))
            registry = CollectorRegistry()
            MultiProcessCollector(registry, folder)  # type: ignore[no-untyped-call]
        return Response(generate_latest(registry), headers={"Cache-Control": "no-store", "Content-Type": CONTENT_TYPE_LATEST})

    @contextmanager
    def under_way(self) -> Iterator[None]:
        with self._under_way.track_inprogress():
            yield

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        self._requests.labels(method, route, str(status or GONE)).inc()
        self._seconds.labels(route).observe(seconds)


def _forget_dead(folder: Path) -> None:
    """What a worker that was killed had under way is under way no more."""
    for file in folder.glob("gauge_live*_*.db"):
        process = int(file.stem.rpartition("_")[2])
        if process != getpid() and not _lives(process):
            file.unlink(missing_ok=True)


def _lives(process: int) -> bool:
    try:
        kill(process, 0)
    except ProcessLookupError:
        return False
    return True


class NamedRoute(Route):
    """One whose requests are known by it, as those of the framework's own routes are."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        match, found = super().matches(scope)
        return match, {**found, "route": self}


class Watch:
    """An ASGI application around another, whose requests it counts."""

    def __init__(self, app: ASGIApp, figures: Figures, each: bool) -> None:
        """Of `each` request a line, where that is wanted."""
        self._app, self._figures, self._each = app, figures, each

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, start = 0, perf_counter()

        async def send_seen(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        with self._figures.under_way():
            try:
                await self._app(scope, receive, send_seen)
            finally:
                self._told(scope, status, perf_counter() - start)

    def _told(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in METHODS else OTHER
        route = getattr(scope.get("route"), "path", OTHER)
        self._figures.count(method, route, status, seconds)
        if self._each:
            line = {
                "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "request": scope.get("id", ""),
                "method": method,
                "route": route,
                "status": status,
                "ms": round(seconds * 1000, 1),
            }
            LOG.info(json.dumps(line))
