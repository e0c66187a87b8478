"""Of what somebody said nothing is left: not behind Back and Reload, not with the server, not in the browser's files."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Playwright

from tests.web.browser.served import Served
from tests.web.browser.traces import found_in, kept_by, kept_in
from tests.web.browser.walking import ARGUMENTS, Walk

SURNAME, BORN = "Қожабекұлы", "17.03.1947"
SECRETS = (SURNAME, BORN, "1947-03-17", "17 марта 1947")
"""as it is typed, passed on and told"""
SERVICE = "residential-care"
NAMED = ("Оформление документов на оказание", "Сколько Вам полных лет")
"""a service and a question, which titles of pages would leave in the browser's history"""
SWITCHED_OFF = ("--disable-back-forward-cache",)
"""by Playwright itself, but it is to be tried here"""
Opened = Callable[[bool, bool], BrowserContext]


@pytest.fixture
def profile(playwright: Playwright, chromium: str, tmp_path: Path) -> Iterator[Opened]:
    """Opens a browser that keeps what it keeps in a folder of its own."""
    opened: list[BrowserContext] = []

    def open(scripts: bool, remembers: bool) -> BrowserContext:
        more = () if remembers else ("--disable-features=BackForwardCache",)
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=chromium,
            args=[*ARGUMENTS, *more],
            ignore_default_args=SWITCHED_OFF,
            java_script_enabled=scripts,
        )
        opened.append(context)
        return context

    yield open
    for context in opened:
        context.close()


def say_everything(walk: Walk) -> None:
    walk.open(walk.say("Ask about another day"))
    walk.type("day", "01.03.2016", "day")
    walk.type("phrase", f"дом престарелых {SURNAME}", "find")
    assert SURNAME in walk.text
    for what in (f"service:{SERVICE}", "region:kyzylorda-region", "whom:self"):
        walk.press(what)
    walk.type("typed", BORN, "answer")
    while walk.button("unsure").count():
        walk.press("answer:1")
    assert SECRETS[-1] in walk.text
    walk.press("result")
    assert NAMED[0] in walk.heading


def seen_behind(page: Page, entries: int) -> list[str]:
    """What is shown by going back as far as there is a way, and loading each page anew."""
    seen: list[str] = []
    for _ in range(entries - 1):
        for turn in (page.go_back, page.reload):
            with suppress(Error):  # that no form is sent again unless somebody wants it
                turn(wait_until="commit")
            seen.append(page.locator("html").inner_html())
    return seen


@pytest.mark.parametrize("remembers", [True, False], ids=["bfcache", "no-bfcache"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_no_trace(
    profile: Opened, open_to_all: Served, around: tuple[str, Path], tmp_path: Path, scripts: bool, remembers: bool
) -> None:
    context, folder = profile(scripts, remembers), tmp_path / "profile"
    addresses: list[str] = []
    context.on("request", lambda request: addresses.append(request.url))
    page = context.new_page()
    site, pages = around
    (pages / "before.html").write_text("<!doctype html><title>before</title>", "utf-8")
    page.goto(f"{site}/before.html")
    page.evaluate("kept = true")
    here = Walk.begun(page, f"{open_to_all.address}/ru/", "ru", scripts)
    start = page.title()
    say_everything(here)
    if scripts:
        page.go_back(wait_until="commit")
        assert page.evaluate("'kept' in globalThis") is remembers, "the browser remembers pages, but none of ours"
        page.go_forward(wait_until="commit")
        here.page.locator("#phrase").wait_for()
        assert found_in(page.content().encode(), SECRETS) == set(), "not even where it was not cleared"
        say_everything(here)
    here.press("clear")
    assert page.title() == start

    entries = page.evaluate("history.length")
    seen = seen_behind(page, entries)
    assert found_in("".join(seen).encode(), SECRETS) == set()
    assert any(start in one for one in seen) is not scripts, "without scripts every page before is now the first one"
    assert 'class="papers"' not in "".join(seen)

    assert len(addresses) > len(set(addresses)) > 5
    assert found_in("\n".join(addresses).encode(), [*SECRETS, SERVICE]) == set()
    assert kept_by(context) == []
    context.close()
    kept = kept_in(folder, SECRETS)
    assert kept_in(folder, NAMED) == {}
    if scripts:
        assert kept == {}
        assert kept_in(folder, [SERVICE]) == {}
    else:
        # The body of a form that the browser itself sent, in the files by which it opens its tabs again.
        assert {Path(name).parent.name for name in kept} == {"Sessions"}
        assert {one for some in kept.values() for one in some} <= {SURNAME, BORN}
    assert kept_in(folder, [start]) != {}, "what is kept is found"
    assert open_to_all.requests > 10
    assert kept_in(open_to_all.folder, [*SECRETS, SERVICE]) == {}
