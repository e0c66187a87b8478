"""Connections within bounds: the library reads heads of any size and waits for them without end."""

from asyncio import AbstractEventLoop, Transport
from asyncio.events import TimerHandle
from secrets import token_hex
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol
from uvicorn.server import ServerState

from eligibility.diagnostics.refusal import refused
from eligibility.web.guarding import HEADERS
from eligibility.web.limiting import MAX_HEAD, MAX_HEADERS
from eligibility.web.problems import problem
from eligibility.web.received import MAX_BODY

HEADING = 10
"""seconds in which a head has to be whole"""
LAST_HEADING = 1
"""the same where the server stops"""
MAX_OPEN = 500
"""connections of one worker"""


class BoundedProtocol(HttpToolsProtocol):
    """Bytes that come to nothing, be they of a head, of what follows a body or of the frames of its parts, are few and not
    waited for long."""

    def __init__(
        self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: AbstractEventLoop | None = None
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._come_to_nothing = 0
        self._waiting: TimerHandle | None = None
        self._in_head = True
        self._stopping = False

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > MAX_OPEN:
            self._end("too-busy")
        else:
            self._wait(HEADING)

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_no_more()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._come_to_nothing += len(data)
        super().data_received(data)
        if self._come_to_nothing > (MAX_HEAD if self._in_head else MAX_BODY):
            self._end("head-too-large", limit=MAX_HEAD, headers=MAX_HEADERS)
        elif not self._come_to_nothing:
            self._wait_no_more()
        elif self._waiting is None:
            self._wait(HEADING)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head = True

    def on_header(self, name: bytes, value: bytes) -> None:
        """What follows a body is let go."""
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head, self._come_to_nothing = False, 0
        super().on_headers_complete()
        if self._stopping:
            self.cycle.keep_alive = False

    def on_body(self, body: bytes) -> None:
        """What nobody reads, for the answer was given before it came, comes to nothing."""
        if not self.cycle.response_complete:
            self._come_to_nothing = 0
            super().on_body(body)

    def on_message_complete(self) -> None:
        self._in_head, self._come_to_nothing = True, 0
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        self._end("not-http")

    def shutdown(self) -> None:
        """A request may be on its way here, and is answered as the last one."""
        if self.cycle is None or self.cycle.response_complete:
            self._stopping = True
            self._wait_no_more()
            self._wait(LAST_HEADING)
        else:
            super().shutdown()

    def _wait(self, seconds: int) -> None:
        self._waiting = self.loop.call_later(seconds, self._too_slow, seconds)

    def _wait_no_more(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _too_slow(self, seconds: int) -> None:
        """Nobody is, while it is we who do not read."""
        if self.flow.read_paused:
            self._wait(seconds)
        elif self._stopping and not self._come_to_nothing:
            self.transport.close()
        else:
            self._end("head-too-slow", seconds=seconds)

    def _end(self, code: str, **values: object) -> None:
        """Says why, unless what came belongs to a request that is answered, or is still being answered."""
        if self._in_head and not self.transport.is_closing() and (self.cycle is None or self.cycle.response_complete):
            request = Request({"type": "http", "headers": [], "id": token_hex(8)})
            self.transport.write(_written(problem(request, refused(code, **values))))
        self._wait_no_more()
        self.transport.close()


def _written(answer: Response) -> bytes:
    answer.headers.update(HEADERS | {"Connection": "close"})
    lines = [name + b": " + value + b"\r\n" for name, value in answer.raw_headers]
    return b"".join([STATUS_LINE[answer.status_code], *lines, b"\r\n", bytes(answer.body)])
