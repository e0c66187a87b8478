"""Requests put to an application as a server puts them, without a server."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from starlette.types import ASGIApp, Message, Scope

__all__ = ["Answered", "get", "post", "scope_of", "sent"]


class Answered(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


def get(app: ASGIApp, address: str, **headers: str) -> Answered:
    return sent(app, "GET", address, [], headers)


def post(app: ASGIApp, address: str, data: object, **headers: str) -> Answered:
    body = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    return sent(app, "POST", address, [body], {"content_type": "application/json"} | headers)


def sent(
    app: ASGIApp, method: str, address: str, parts: list[bytes], headers: Mapping[str, str], stalls: bool = False
) -> Answered:
    """The body in as many parts as it has; one that stalls never ends."""
    waiting = [*parts] or [b""]
    found: list[Message] = []

    async def receive() -> Message:
        if stalls and not waiting:
            await asyncio.sleep(60)
        if not waiting:
            return {"type": "http.disconnect"}
        part = waiting.pop(0)
        return {"type": "http.request", "body": part, "more_body": stalls or bool(waiting)}

    async def send(message: Message) -> None:
        found.append(message)

    asyncio.run(_run(app, scope_of(method, address, headers), receive, send))
    start, *rest = found
    named = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answered(start["status"], named, b"".join(one.get("body", b"") for one in rest))


def scope_of(method: str, address: str, headers: Mapping[str, str]) -> Scope:
    path, _, query = address.partition("?")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        "server": ("127.0.0.1", 8000),
        "client": ("127.0.0.1", 50000),
    }


async def _run(app: ASGIApp, scope: Scope, receive: Any, send: Any) -> None:
    await app(scope, receive, send)
