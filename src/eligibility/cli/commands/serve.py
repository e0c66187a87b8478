"""`eligibility serve`: the same answers over HTTP."""

import sys
from typing import Annotated

import typer

from eligibility.cli.framework import supplied
from eligibility.cli.language import say
from eligibility.cli.options import NUMBER, TEXT, reasoner
from eligibility.cli.output import put
from eligibility.engine import Engine
from eligibility.words.text import N_


@supplied("engine", reasoner)
def serve(
    *,
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar=TEXT,
            help=say(N_("Address to listen at; 127.0.0.1, which only this machine reaches, by default.")),
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar=NUMBER, help=say(N_("Port to listen at; 8000 by default.")))] = 8000,
    engine: Engine,
) -> None:
    from eligibility.web.serving import serve as serve_at

    serve_at(engine, host, port, _listening)


def _listening(address: str) -> None:
    put(say(N_("The server listens at {address}; Ctrl+C stops it."), address=f"{address}/api/v1"))
    sys.stdout.flush()
