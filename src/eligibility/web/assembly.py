"""The server's application: every address, and what becomes of mistakes."""

from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache, partial
from secrets import token_bytes
from typing import Any, cast

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from eligibility import __version__
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.engine import Engine
from eligibility.web.addresses import listing
from eligibility.web.described import OPERATIONS
from eligibility.web.endpoints import Endpoints
from eligibility.web.guarding import Guard
from eligibility.web.kiosk.failing import telling
from eligibility.web.kiosk.front import fronts
from eligibility.web.kiosk.pages import Pages
from eligibility.web.limiting import HeadLimit, RateLimit
from eligibility.web.papers import Papers
from eligibility.web.printing import Desk, Press
from eligibility.web.problems import Telling
from eligibility.web.settings import SEALING, Settings
from eligibility.web.watching import Figures, Watch

API = "/api/v1"
LISTED_AT = f"{API}/openapi.json"
Endpoint = Callable[[Request], Awaitable[Response]]


def http_app(engine: Engine, settings: Settings | None = None, key: bytes | None = None) -> FastAPI:
    """Answers by the engine; nothing is fetched from elsewhere, nothing kept of a request. All workers of a server are given
    one key, which seals what a visitor's browser holds."""
    settings, key = settings or Settings(), key or token_bytes(SEALING)
    press = Press(Desk(engine, settings.office), settings.printers)
    app = FastAPI(
        title="eligibility",
        version=__version__,
        openapi_url=LISTED_AT,
        docs_url=None,
        redoc_url=None,
        lifespan=_while_running(press),
    )
    app.state.press = press
    app.router.route_class = _Plain
    ends, papers = Endpoints(engine), Papers(press, settings.office)
    for end in (ends.decide, ends.questions, ends.terms, ends.batch):
        _add(app, "POST", end)
    for end in (ends.services, ends.regions, ends.acts, ends.editions, ends.facts, ends.health):
        _add(app, "GET", end)
    _add(app, "POST", papers.letters, path="letters/{kind}")
    _add(app, "POST", papers.verify)
    app.router.routes.extend(Pages(engine, settings, key, press).routes)
    app.openapi = cache(partial(listing, app, engine))  # type: ignore[method-assign]
    told = telling(fronts(settings), lambda path: path.startswith(API))
    app.add_exception_handler(Refused, partial(_refused, told))
    app.add_exception_handler(HTTPException, partial(_no_such, told))
    figures = Figures()
    app.add_route(f"{API}/metrics", figures.told)
    app.add_middleware(RateLimit, settings.rate, settings.proxies, told)
    app.add_middleware(HeadLimit, told)
    app.add_middleware(Guard, told)
    app.add_middleware(Watch, figures, settings.log == "requests")
    return app


class _Plain(APIRoute):
    """Listed as the framework's own are; but its endpoint reads the request itself."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        return cast("Callable[[Request], Coroutine[Any, Any, Response]]", self.endpoint)


def _while_running(press: Press) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        press.start()
        try:
            yield
        finally:
            press.close()

    return running


def _add(app: FastAPI, method: str, end: Endpoint, path: str = "") -> None:
    name = end.__name__
    app.add_api_route(
        f"{API}/{path or name}",
        end,
        methods=[method],
        operation_id=name,
        description=end.__doc__,
        response_class=Response,
        openapi_extra=dict(OPERATIONS[name]),
    )


async def _refused(told: Telling, request: Request, error: Exception) -> Response:
    if not isinstance(error, Refused):
        raise error
    return told(request, error)


async def _no_such(told: Telling, request: Request, error: Exception) -> Response:
    """The framework's own answers: no such address, or another method than it takes."""
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code != 405:
        return told(request, refused("no-such-address", place=LISTED_AT))
    methods = (error.headers or {}).get("Allow", "")
    answer = told(request, refused("other-method", methods=methods))
    answer.headers["Allow"] = methods
    return answer
