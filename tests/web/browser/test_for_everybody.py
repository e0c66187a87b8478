"""Every page for whoever reads it with a screen reader, has a keyboard or a shaking finger, needs large letters or contrast."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from eligibility.words.text import LANGS, Lang
from tests.web.browser.conftest import Walking
from tests.web.browser.measuring import against_axe, measured, sideways, tabbed
from tests.web.browser.served import Served
from tests.web.browser.walking import LAPTOP, STANDING, TELEPHONE, Size, Walk

CONTRAST = 3
PHRASES = {"kk": "арба", "ru": "коляска"}
FACES: dict[str, Size] = {"hall": STANDING, "home": LAPTOP, "embed": TELEPHONE}


def screens(walk: Walk) -> Iterator[str]:
    """Every kind of page, one after another."""
    yield "start"
    if walk.page.locator("#day").count():
        walk.open(walk.say("Ask about another day"))
        walk.type("day", "31.31", "day")
        yield "day-wrong"
        walk.type("day", "01.03.2016", "day")
    walk.type("phrase", PHRASES[walk.lang], "find")
    yield "found"
    walk.press("back")
    walk.type("phrase", "ъъъ", "find")
    yield "nothing-found"
    walk.press("back")
    walk.press("situation:pensioners")
    yield "services"
    walk.press("service:residential-care")
    yield "region"
    walk.press("region:kyzylorda-region")
    yield "whom"
    walk.press("whom:self")
    yield "question"
    walk.open(walk.say("Why this is asked"))
    yield "why"
    walk.type("typed", "ъ", "answer")
    yield "not-understood"
    walk.type("typed", "70", "answer")
    yield "options"
    while walk.button("unsure").count():
        walk.press("unsure")
    yield "review"
    walk.press("change:1")
    yield "change"
    walk.press("back")
    walk.press("result")
    yield "result"
    walk.press("again")
    for what in ("screening", "region:kyzylorda-region", "whom:self"):
        if walk.button(what).count():
            walk.press(what)
    while walk.button("unsure").count():
        walk.press("unsure")
    walk.press("result")
    yield "screening"
    for box in walk.page.locator("input[name=take]").all()[:2]:
        box.check()
    walk.press("take")
    while walk.button("unsure").count():
        walk.press("unsure")
    if walk.button("result").count():
        walk.press("result")
    yield "trip"


@pytest.fixture
def opened(walk: Walking, open_to_all: Served, in_a_hall: Served) -> Callable[[str, Lang], Walk]:
    def begun(face: str, lang: Lang) -> Walk:
        address = in_a_hall.address if face == "hall" else open_to_all.address
        return walk(address + ("/embed" if face == "embed" else ""), lang, FACES[face])

    return begun


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("face", FACES)
def test_every_page(opened: Callable[[str, Lang], Walk], face: str, lang: Lang) -> None:
    here = opened(face, lang)
    broken: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for name in screens(here):
        page = here.page
        found = against_axe(page) + measured(page, "targets") + sideways(page)
        if page.locator("html").get_attribute("lang") != lang or page.locator("h1").count() != 1:
            found.append("not one heading in one language")
        if name not in ("start", "why") and page.evaluate("document.activeElement.matches('h1, .errors')") is not True:
            found.append("the focus is not on the heading, or on what went wrong")
        titles[name] = page.title()
        if found:
            broken[name] = found
    assert broken == {}
    assert len(set(titles.values())) >= 9


@pytest.mark.parametrize(("face", "lang"), [("hall", "kk"), ("home", "ru")])
def test_the_keyboard_reaches_everything(opened: Callable[[str, Lang], Walk], face: str, lang: Lang) -> None:
    here = opened(face, lang)
    for name in screens(here):
        if name in ("day-wrong", "found", "region", "question", "change", "trip"):
            continue  # of the same parts as others
        reached: list[dict[str, Any]] = tabbed(here.page)
        assert len(reached) == measured(here.page, "reachable"), name
        assert [one for one in reached if not one["seen"] or one["ring"] < 2 or one["contrast"] < CONTRAST] == [], name


def test_nothing_moves_for_whom_that_is_too_much(walk: Walking, open_to_all: Served) -> None:
    still = walk(open_to_all.address, "kk", reduced_motion="reduce")
    assert measured(still.page, "moving") == 0
    assert measured(walk(open_to_all.address, "kk").page, "moving") > 0
