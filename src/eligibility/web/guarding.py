"""Around every request: an id, the headers that all answers have, and an answer where the program itself fails."""

import json
import logging
from secrets import token_hex
from traceback import extract_tb

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from eligibility.diagnostics.refusal import refused
from eligibility.reasoning.inference import EngineDisagreement
from eligibility.web.problems import Telling

LOG = logging.getLogger("eligibility.web")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""of every answer that does not say otherwise itself"""
GUARDS = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


class Guard:
    """An ASGI application around another. A failure is logged by its class and its places in the code alone: what the
    exception says may repeat what somebody typed."""

    def __init__(self, app: ASGIApp, told: Telling) -> None:
        self._app, self._told = app, told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id = scope["id"] = token_hex(8)
        begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = message.get("headers", ())
                said = {name for name, _ in headers}
                message["headers"] = [*headers, (b"x-request-id", id.encode()), *(one for one in GUARDS if one[0] not in said)]
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except ClientDisconnect:
            return  # nobody waits for an answer
        except Exception as error:
            log_failure(id, error)
            if not begun:
                code = "engines-disagree" if isinstance(error, EngineDisagreement) else "defect"
                await self._told(Request(scope), refused(code))(scope, receive, send_with_headers)


def log_failure(request: str, error: BaseException) -> None:
    LOG.error(json.dumps({"request": request, "failed": type(error).__name__, "at": _places(error)}))


def _places(error: BaseException) -> list[str]:
    return [f"{one.filename.rpartition('site-packages/')[2]}:{one.lineno}" for one in extract_tb(error.__traceback__)]
