"""How much comes over the line, fonts and all, before somebody reads a page."""

import pytest
from playwright.sync_api import Request

from eligibility.words.text import LANGS, Lang
from tests.web.browser.conftest import Walking
from tests.web.browser.served import Served

KB = 1000
FIRST, QUESTION = 60 * KB, 30 * KB


class Weights:
    """By address, as long as what stands there is the same."""

    def __init__(self) -> None:
        self.assets: dict[str, int] = {}
        self.page = 0

    def take(self, request: Request) -> None:
        size = request.sizes()["responseBodySize"]
        if "/assets/" in request.url:
            self.assets[request.url] = size
        else:
            self.page = size

    @property
    def whole(self) -> int:
        return self.page + sum(self.assets.values())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("hall", [True, False], ids=["hall", "home"])
def test_pages_are_light(walk: Walking, open_to_all: Served, in_a_hall: Served, lang: Lang, hall: bool) -> None:
    weights = Weights()
    here = walk((in_a_hall if hall else open_to_all).address, lang, seen=weights.take)
    here.page.wait_for_load_state("networkidle")
    assert any(".woff2" in address for address in weights.assets)
    assert weights.whole <= FIRST
    for what in ("situation:pensioners", "service:residential-care", "region:kyzylorda-region", "whom:self"):
        here.press(what)
        here.page.wait_for_load_state("networkidle")
    assert here.button("unsure").count()
    assert weights.whole <= QUESTION
