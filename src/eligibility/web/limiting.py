"""What one address may ask, and how large the head of a request may be."""

from collections import Counter
from ipaddress import IPv4Address, IPv6Address, ip_address
from math import ceil
from time import monotonic

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from eligibility.diagnostics.refusal import refused
from eligibility.web.problems import Telling
from eligibility.web.settings import Network

Address = IPv4Address | IPv6Address
MAX_HEAD = 16 * 1024
"""bytes of a request's address and headers together"""
MAX_HEADERS = 64
MINUTE = 60
HOUSEHOLD = 64
"""bits of an address that all machines of one connection to the internet have in common"""


class HeadLimit:
    """An ASGI application around another, which is shown no large head."""

    def __init__(self, app: ASGIApp, told: Telling) -> None:
        self._app, self._told = app, told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _large(scope):
            answer = self._told(Request(scope), refused("head-too-large", limit=MAX_HEAD, headers=MAX_HEADERS))
            await answer(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _large(scope: Scope) -> bool:
    headers = scope["headers"]
    size = sum([len(name) + len(value) for name, value in headers])
    return len(headers) > MAX_HEADERS or size + len(scope["raw_path"]) + len(scope["query_string"]) > MAX_HEAD


class RateLimit:
    """An ASGI application around another, which is asked by each address so many times a minute at most. The addresses are
    forgotten with the minute, and each worker counts what it is asked itself."""

    def __init__(self, app: ASGIApp, rate: int, proxies: tuple[Network, ...], told: Telling) -> None:
        self._app, self._rate, self._proxies, self._told = app, rate, proxies, told
        self._ends = 0.0
        self._asked = Counter[str]()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        left = self._seconds_to_wait(scope) if scope["type"] == "http" else 0
        if not left:
            await self._app(scope, receive, send)
            return
        answer = self._told(Request(scope), refused("too-many-requests", rate=self._rate, seconds=left))
        await answer(scope, receive, send)

    def _seconds_to_wait(self, scope: Scope) -> int:
        now = monotonic()
        if now >= self._ends:
            self._ends = now + MINUTE
            self._asked.clear()
        client = _client(scope, self._proxies)
        self._asked[client] += 1
        return ceil(self._ends - now) if self._asked[client] > self._rate else 0


def _client(scope: Scope, proxies: tuple[Network, ...]) -> str:
    """Who asks: the nearest machine that is no proxy of ours, as far as those name it."""
    near = scope["client"][0] if scope["client"] else ""
    if not proxies and ":" not in near:
        return near
    named = [value.decode("latin-1") for name, value in scope["headers"] if name == b"x-forwarded-for"]
    told = ",".join(named).split(",") if named else []
    address = _address(near)
    while address and told and any(address in proxy for proxy in proxies):
        address = _address(told.pop()) or address
    return _household(address) if address else near


def _address(text: str) -> Address | None:
    try:
        return ip_address(text.strip())
    except ValueError:
        return None


def _household(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or int(address) >> HOUSEHOLD)
