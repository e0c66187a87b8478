"""Many cases in one request: a case a line in, a line out for each, streamed both ways and never held whole."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from eligibility.diagnostics.refusal import Refused, refused
from eligibility.reasoning.inference import EngineDisagreement
from eligibility.web import received
from eligibility.web.guarding import log_failure
from eligibility.web.problems import problem_data
from eligibility.web.recalled import AnswersTold
from eligibility.web.received import MAX_BODY, UNKEPT, asked, type_sent

LINES = "application/x-ndjson"
ALSO_LINES = "application/jsonl"
MAX_LINES = 10_000


class Streamed(StreamingResponse):
    """What is received is left to whoever makes the parts; a reader who takes none of them is not waited for."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_in_time(message: Message) -> None:
            async with asyncio.timeout(received.READING):
                await send(message)

        with suppress(TimeoutError):
            await self.stream_response(send_in_time)


def batch_of(told: AnswersTold, request: Request) -> Response:
    asked(request)
    type_sent(request, LINES, ALSO_LINES)
    headers = {**UNKEPT, "Vary": "Accept-Language"}
    return Streamed(_answered(told, request), headers=headers, media_type=LINES)


async def _answered(told: AnswersTold, request: Request) -> AsyncIterator[bytes]:
    """A line for each; between two of them other requests have their turn."""
    at = 0
    try:
        async for at, line in _lines(request):
            if line.strip() or len(line) > MAX_BODY:
                yield _line(told, request, at, line)
            await asyncio.sleep(0)
    except ClientDisconnect:
        return
    except Refused as error:
        yield _wrong(request, at + 1, error)


def _line(told: AnswersTold, request: Request, number: int, line: bytes) -> bytes:
    try:
        if len(line) > MAX_BODY:
            raise refused("too-large", "body", limit=MAX_BODY)
        return b'{"line": %d, "answer": %s}\n' % (number, told.to(line))
    except Refused as error:
        return _wrong(request, number, error)
    except EngineDisagreement as error:
        log_failure(request.scope.get("id", ""), error)
        return _wrong(request, number, refused("engines-disagree"))


def _wrong(request: Request, number: int, error: Refused) -> bytes:
    return json.dumps({"line": number, "problem": problem_data(request, error)}, ensure_ascii=False).encode() + b"\n"


async def _lines(request: Request) -> AsyncIterator[tuple[int, bytes]]:
    """Every line with its number; of an overlong one its beginning, a byte longer than a line may be."""
    number, held = 0, bytearray()
    async for part in _parts(request):
        *ended, rest = part.split(b"\n")
        for piece in ended:
            number = _next(number)
            held += piece[: MAX_BODY + 1]
            yield number, bytes(held[: MAX_BODY + 1])
            held.clear()
        held += rest[: MAX_BODY + 1 - len(held)]
    if held:
        yield _next(number), bytes(held)


def _next(number: int) -> int:
    if number == MAX_LINES:
        raise refused("too-many-lines", "body", limit=MAX_LINES)
    return number + 1


async def _parts(request: Request) -> AsyncIterator[bytes]:
    """As they arrive; refuses to wait long for one, and to read more than all lines together may have."""
    parts, whole = aiter(request.stream()), 0
    while True:
        try:
            async with asyncio.timeout(received.READING):
                part = await anext(parts, None)
        except TimeoutError:
            raise refused("too-slow", "body", seconds=received.READING) from None
        if part is None:
            return
        whole += len(part)
        if whole > MAX_LINES * MAX_BODY:
            raise refused("too-many-lines", "body", limit=MAX_LINES)
        yield part
