"""One browser and few servers for all of these tests.

They end with this package: while Playwright runs, no other test of the process could have an event loop."""

from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, Request, sync_playwright

from eligibility.words.text import Lang
from tests.web.browser.served import Served, served
from tests.web.browser.walking import ARGUMENTS, LAPTOP, Size, Walk

IDLE = 40
"""seconds: the least that a kiosk can be set to"""
Walking = Callable[..., Walk]


@pytest.fixture(scope="package")
def playwright(chromium: str) -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="package")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    with playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS) as running:
        yield running


@pytest.fixture(scope="package")
def around(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Another site, which may hold the interview in a frame, and the folder of its pages."""
    folder = tmp_path_factory.mktemp("around")

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *given: object) -> None:
            super().__init__(*given, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}", folder
        site.shutdown()


@pytest.fixture(scope="package")
def open_to_all(chromium: str, around: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """At home, and in another site's frame."""
    with served(tmp_path_factory.mktemp("open"), {"parents": [around[0]]}) as running:
        yield running


@pytest.fixture(scope="package")
def in_a_hall(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("hall"), {"kiosk": {"idle": IDLE}}) as running:
        yield running


@pytest.fixture
def walk(browser: Browser) -> Iterator[Walking]:
    """Opens the first page for somebody whose browser nobody used before."""
    opened: list[BrowserContext] = []

    def begun(
        address: str,
        lang: Lang,
        size: Size = LAPTOP,
        scripts: bool = True,
        clock: bool = False,
        seen: Callable[[Request], None] | None = None,
        **more: object,
    ) -> Walk:
        viewport = {"width": size.width, "height": size.height}
        context = browser.new_context(viewport=viewport, java_script_enabled=scripts, **more)  # type: ignore[arg-type]
        opened.append(context)
        if clock:
            context.clock.install(time=0)
            context.clock.pause_at(1000)
        if seen:
            context.on("requestfinished", seen)
        return Walk.begun(context.new_page(), f"{address}/{lang}/", lang, scripts)

    yield begun
    for context in opened:
        context.close()
