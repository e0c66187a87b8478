"""A browser, where there is one."""

from collections.abc import Callable, Iterator
from shutil import which

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web.scenes import Scene

CHROMIUM = which("chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Of one module: while it is open, nothing else in this process can run an event loop of its own."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture
def scene(browser: Browser) -> Iterator[Callable[..., Scene]]:
    opened: list[Scene] = []

    def begin(first: str, **settings: int) -> Scene:
        opened.append(Scene(browser, first, **settings))
        return opened[-1]

    yield begin
    for one in opened:
        one.page.context.close()
