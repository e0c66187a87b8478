"""A request's body and parameters as plain data, within limits; whatever is not understood is refused."""

from asyncio import timeout
from collections.abc import Collection
from datetime import date

from starlette.requests import Request

from eligibility.diagnostics.meant import mistyped
from eligibility.diagnostics.refusal import refused
from eligibility.plain.strictjson import parse_json

MAX_BODY = 64 * 1024
READING = 10
"""seconds that a body may take to arrive"""
JSON = "application/json"


async def body_of(request: Request) -> object:
    """The body's data."""
    check_type(request, JSON)
    return parse_json(await content_of(request), "body")


async def content_of(request: Request) -> bytes:
    """The body as it came; a large one is refused before it is read whole."""
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or int(said[:20]) > MAX_BODY:
        raise refused("too-large", "body", limit=MAX_BODY)
    try:
        async with timeout(READING):
            return await _read(request)
    except TimeoutError:
        raise refused("too-slow", "body", seconds=READING) from None


def check_type(request: Request, *types: str) -> None:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in types:
        raise refused("other-type", "body", type=types[0])


async def _read(request: Request) -> bytes:
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > MAX_BODY:
            raise refused("too-large", "body", limit=MAX_BODY)
    return bytes(content)


async def case_of(request: Request) -> dict[str, object]:
    """The body's data, where it may be a case; which mistakes are in it, the reader of cases says."""
    asked(request)
    data = await body_of(request)
    if not isinstance(data, dict):
        raise refused("not-a-case", "body")
    return data


def asked(request: Request, *known: str) -> dict[str, str]:
    """The parameters of the address; refuses one that is not known or stands twice."""
    found: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in known:
            raise refused("unknown-key", "query", **mistyped(name, known))
        if name in found:
            raise refused("duplicate-key", "query", key=name)
        found[name] = value
    return found


def day_asked(text: str | None) -> date:
    """Today where no day is named."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refused("not-a-date", "on", id="…") from None


def region_asked(text: str | None, regions: Collection[str]) -> str | None:
    if text is not None and text not in regions:
        raise refused("unknown-region", "region", **mistyped(text, regions))
    return text
