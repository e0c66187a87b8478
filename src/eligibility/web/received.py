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
UNKEPT = {"Cache-Control": "no-store"}
"""of whatever follows from a case"""


async def case_of(request: Request) -> dict[str, object]:
    """The body's data, where it may be a case; which mistakes are in it, the reader of cases says."""
    asked(request)
    return await case_in(request)


async def case_in(request: Request) -> dict[str, object]:
    return case_told(await _json(request))


def case_told(content: bytes) -> dict[str, object]:
    data = parse_json(content, "body")
    if not isinstance(data, dict):
        raise refused("not-a-case", "body")
    return data


async def json_of(request: Request) -> bytes:
    """The body as it came, of an address that takes no parameters."""
    asked(request)
    return await _json(request)


async def _json(request: Request) -> bytes:
    type_sent(request, JSON)
    return await content_of(request)


async def content_of(request: Request, limit: int = MAX_BODY) -> bytes:
    """The body as it came; a large one is refused before it is read whole."""
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or int(said[:20]) > limit:
        raise refused("too-large", "body", limit=limit)
    try:
        async with timeout(READING):
            return await _read(request, limit)
    except TimeoutError:
        raise refused("too-slow", "body", seconds=READING) from None


def type_sent(request: Request, *types: str) -> str:
    """The type of the body; refuses one that is none of those taken."""
    type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if type not in types:
        raise refused("other-type", "body", type=types[0])
    return type


async def _read(request: Request, limit: int) -> bytes:
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > limit:
            raise refused("too-large", "body", limit=limit)
    return bytes(content)


def asked(request: Request, *known: str) -> dict[str, str]:
    """The parameters of the address; refuses one that is not known or stands twice."""
    found: dict[str, str] = {}
    if not request.scope["query_string"]:
        return found
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
