"""In another site's frame: the example of the documentation, opened by a site that is allowed to and by one that is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.web.browser.served import Served
from tests.web.browser.traces import found_in
from tests.web.browser.walking import Walk

EXAMPLE = (Path(__file__).parents[3] / "docs" / "embed.html").read_text("utf-8")
HEARD = "heard = []; addEventListener('message', ({data}) => heard.push(data))"
BORN = "17.03.1947"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        context.add_init_script(HEARD)
        yield context.new_page()


def put(folder: Path, served: Served) -> None:
    address = "http://127.0.0.1:8000"
    assert address in EXAMPLE
    (folder / "index.html").write_text(EXAMPLE.replace(address, served.address), "utf-8")


def heard(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("heard")
    return found


def test_the_example_holds_the_interview(page: Page, around: tuple[str, Path], open_to_all: Served) -> None:
    site, folder = around
    put(folder, open_to_all)
    page.goto(site)
    frame = page.frame(url=f"{open_to_all.address}/embed/kk/")
    assert frame is not None
    here = Walk(frame, "kk")
    for what in ("situation:pensioners", "service:residential-care", "region:kyzylorda-region", "whom:self"):
        here.press(what)
    here.type("typed", BORN, "answer")
    while here.button("unsure").count():
        here.press("unsure")
    here.press("result")
    box = page.locator("iframe")
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight"), "as high as what it holds"
    assert box.bounding_box()["height"] > 500  # type: ignore[index]

    messages = heard(page)
    assert messages[0] == {"eligibility": 1, "type": "ready"}
    assert {one["type"] for one in messages} == {"ready", "height", "finished"}
    assert all(set(one) <= {"eligibility", "type", "height", "receipt"} for one in messages)
    receipts = [one["receipt"] for one in messages if one["type"] == "finished"]
    assert [page.locator("#receipt").inner_text()] == receipts[-1:]
    assert found_in(str(messages).encode(), [BORN, "1947", "residential-care"]) == set()
    assert page.evaluate("history.length") == 2


def test_no_other_site_holds_it(page: Page, around: tuple[str, Path], open_to_all: Served) -> None:
    site, folder = around
    put(folder, open_to_all)
    page.goto(site.replace("127.0.0.1", "localhost"))
    assert [one for one in page.frames[1:] if one.locator("#main").count()] == []
    assert heard(page) == []
    page.goto(f"{open_to_all.address}/embed/kk/")
    assert page.locator("h1").count() == 1, "by itself it is a page as any other"
