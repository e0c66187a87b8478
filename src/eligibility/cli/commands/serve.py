"""`eligibility serve`: the same answers over HTTP."""

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from eligibility.cli.framework import supplied
from eligibility.cli.language import check_language, say
from eligibility.cli.options import COUNT, FILE, NUMBER, TEXT, LanguageOption, Opened, opened
from eligibility.cli.output import put
from eligibility.engine import Engine
from eligibility.rulefiles.folders import SHIPPED
from eligibility.words.text import N_

Config = Annotated[
    str | None,
    typer.Option(
        "--config", metavar=FILE, help=say(N_("File of the server's settings, YAML; the other options here count before it."))
    ),
]
Host = Annotated[
    str | None,
    typer.Option(
        "--host",
        metavar=TEXT,
        help=say(N_("Address to listen at; 127.0.0.1, which only this machine reaches, by default.")),
    ),
]
Port = Annotated[int | None, typer.Option("--port", metavar=NUMBER, help=say(N_("Port to listen at; 8000 by default.")))]
Workers = Annotated[
    int | None, typer.Option("--workers", metavar=COUNT, help=say(N_("How many processes answer; one by default.")))
]
Kiosk = Annotated[bool, typer.Option("--kiosk", help=say(N_("For a kiosk in a hall, which nobody owns who uses it.")))]
Open = Annotated[bool, typer.Option("--open", help=say(N_("Open the first page in the browser.")))]


@supplied("opened", opened)
def serve(
    *,
    config: Config = None,
    host: Host = None,
    port: Port = None,
    workers: Workers = None,
    kiosk: Kiosk = False,
    open_page: Open = False,
    lang: LanguageOption = None,
    opened: Opened,
) -> None:
    from eligibility.web.configuring import read_settings
    from eligibility.web.serving import serve as serve_at

    check_language(lang)
    options = {"host": host, "port": port, "workers": workers}
    settings = read_settings(opened.engine.pack, config, os.environ, options, kiosk)
    serve_at(_opening(opened, settings.workers), settings, partial(_listening, open_page))


def _opening(opened: Opened, workers: int) -> Callable[[], Engine]:
    if workers == 1:
        return lambda: opened.engine
    return partial(Engine.of_rules, opened.rules or SHIPPED, opened.engine.name, opened.published)


def _listening(open_page: bool, address: str) -> None:
    told = N_("Ctrl+C stops the server. Its pages: {pages} – for programs: {programs}")
    put(say(told, pages=address + "/", programs=address + "/api/v1"))
    sys.stdout.flush()
    if open_page and _has_screen():
        import webbrowser

        webbrowser.open(address)


def _has_screen() -> bool:
    """Without one a browser of the terminal would take the place of the server's own lines."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
