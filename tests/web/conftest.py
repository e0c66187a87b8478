"""A browser, where there is one."""

from collections.abc import Callable, Iterator
from shutil import which

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web.scenes import Scene

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next(filter(None, map(which, NAMES)), None)
    if found is None:
        pytest.skip("no Chromium here")
    return found


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Of one module: while it is open, nothing else in this process can run an event loop of its own."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])


@pytest.fixture
def scene(browser: Browser) -> Iterator[Callable[..., Scene]]:
    opened: list[Scene] = []

    def begin(first: str, **settings: int) -> Scene:
        opened.append(Scene(browser, first, **settings))
        return opened[-1]

    yield begin
    for one in opened:
        one.page.context.close()
