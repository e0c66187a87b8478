"""The server: an application at an address, until it is told to stop."""

import socket
from collections.abc import Callable

from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.engine import Engine

BACKLOG = 2048
PORTS = 1 << 16
STOPPING = 10
"""seconds that requests under way are given when the server stops"""


def serve(engine: Engine, host: str, port: int, listening: Callable[[str], None]) -> None:
    """Answers until it is stopped; `listening` is called with the address once requests are taken there."""
    try:
        import fastapi  # noqa: F401  a mistake in a module of ours is none of these
        import uvicorn
    except ImportError:
        raise refused("web-not-installed", "serve", command=command_for("web")) from None
    from eligibility.web.assembly import http_app

    with _listening(host, port) as listener:
        config = uvicorn.Config(
            http_app(engine),
            access_log=False,
            log_config=None,
            lifespan="off",
            ws="none",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=STOPPING,
        )
        name, at = listener.getsockname()[:2]
        listening(f"http://[{name}]:{at}" if ":" in name else f"http://{name}:{at}")
        uvicorn.Server(config).run(sockets=[listener])


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
