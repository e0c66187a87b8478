"""The server: an application at an address, until it is told to stop."""

import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from secrets import token_bytes
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.web.settings import SEALING, Settings
from eligibility.web.working import Opening, Working

if TYPE_CHECKING:
    from uvicorn import Config

BACKLOG = 2048
PORTS = 1 << 16
STOPPING = 10
"""seconds that requests under way are given when the server stops"""
STARTING = 30
"""seconds that a worker is given to load the rules"""


def serve(opening: Opening, settings: Settings, listening: Callable[[str], None]) -> None:
    """Answers until it is stopped; `listening` is called with the address once requests are taken there."""
    try:
        import fastapi  # noqa: F401  a mistake in a module of ours is none of these
        import uvicorn
    except ImportError:
        raise refused("web-not-installed", "serve", command=command_for("web")) from None

    key = token_bytes(SEALING)
    with _listening(settings.host, settings.port) as listener:
        if settings.workers > 1:
            from eligibility.web.supervising import Supervisor

            with _figures(settings) as figures:
                config = _config(Working(opening, settings, key, figures), settings.workers)
                Supervisor(config, listener, lambda: listening(_address(listener))).run()
            return
        config = _config(Working(opening, settings, key), 1)
        config.load()
        listening(_address(listener))
        # The library raises the signal again that it stopped for; what is to be cleared away would be left behind.
        with suppress(ValueError):  # a thread has no signals
            signal.signal(signal.SIGTERM, lambda *_: sys.exit())
        uvicorn.Server(config).run(sockets=[listener])


def _config(working: Working, workers: int) -> "Config":
    from uvicorn import Config

    from eligibility.web.protocol import BoundedProtocol

    return Config(
        working,
        factory=True,
        workers=workers,
        interface="asgi3",
        http=BoundedProtocol,
        access_log=False,
        log_config=None,
        lifespan="on",
        ws="none",
        server_header=False,
        proxy_headers=False,
        backlog=BACKLOG,
        timeout_graceful_shutdown=STOPPING,
        timeout_worker_healthcheck=STARTING,
    )


@contextmanager
def _figures(settings: Settings) -> Iterator[str]:
    """A folder in which each worker writes its figures for all."""
    folder = mkdtemp(prefix="figures-", dir=settings.runtime)
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


def _address(listener: socket.socket) -> str:
    name, at = listener.getsockname()[:2]
    return f"http://[{name}]:{at}" if ":" in name else f"http://{name}:{at}"


def _listening(host: str, port: int) -> socket.socket:
    try:
        if not 0 <= port < PORTS:
            raise OverflowError(port)
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, OverflowError, UnicodeError):
        raise _cannot_listen(host, port) from None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise _cannot_listen(host, port) from None
    return listener


def _cannot_listen(host: str, port: int) -> Refused:
    return refused("cannot-listen", "--host", address=f"{host}:{port}")
