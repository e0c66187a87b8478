"""What else somebody does at a page: changes the language, asks what there is for them, prints, loses the network."""

import pytest
from playwright.sync_api import Route

from eligibility.words.text import LANGS, Lang
from tests.web.browser.conftest import Walking
from tests.web.browser.served import Served
from tests.web.browser.walking import TELEPHONE, Walk

OTHER: dict[Lang, Lang] = {"kk": "ru", "ru": "kk"}
LAW_DAY = "01.03.2016"
SERVICES = ("wheelchairs", "home-care")


def asked(walk: Walk, *presses: str) -> None:
    walk.open(walk.say("Ask about another day"))
    walk.type("day", LAW_DAY, "day")
    for what in presses:
        walk.press(what)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_language_changes_and_the_answers_stay(walk: Walking, open_to_all: Served, lang: Lang, scripts: bool) -> None:
    here = walk(open_to_all.address, lang, TELEPHONE, scripts)
    asked(here, "situation:pensioners", "service:residential-care", "region:kyzylorda-region", "whom:self")
    here.type("typed", "70", "answer")
    before = here.heading
    root = here.page.locator("html")
    assert root.get_attribute("lang") == lang
    with here.turning():
        here.page.locator(".language").click()
    here.lang = OTHER[lang]
    assert root.get_attribute("lang") == here.lang
    assert here.heading != before
    while here.button("unsure").count():
        here.press("unsure")
    assert here.heading == here.say("Your answers")
    assert "70" in here.reviewed[0][1]
    assert here.page.url == f"{open_to_all.address}/{here.lang}/"
    with here.turning():
        here.page.locator(".language").click()
    here.lang = lang
    assert "70" in here.reviewed[0][1]


@pytest.mark.parametrize(("lang", "scripts"), [("kk", True), ("ru", False)])
def test_what_there_is_for_somebody_and_one_list_for_several(
    walk: Walking, open_to_all: Served, lang: Lang, scripts: bool
) -> None:
    here = walk(open_to_all.address, lang, TELEPHONE, scripts)
    asked(here, "screening", "region:kyzylorda-region", "whom:self")
    while here.button("unsure").count():
        here.press("answer:1" if here.button("answer:1").count() else "unsure")
    here.press("result")
    assert here.heading == here.say("What there is for you")
    for service in SERVICES:
        here.page.locator(f'input[value="{service}"]').check()
    here.press("take")
    while here.button("unsure").count():
        here.press("unsure")
    here.press("result")
    assert here.heading == here.say("One list for one trip")
    assert here.page.locator(".papers > li").count() > 5
    here.press("back")
    assert here.heading == here.say("Your answers")


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_is_printed_and_nothing_beside_it(walk: Walking, open_to_all: Served, lang: Lang) -> None:
    here = walk(open_to_all.address, lang)
    asked(here, "situation:pensioners", "service:home-care", "region:kyzylorda-region", "whom:self")
    while here.button("unsure").count():
        here.press("unsure")
    here.press("result")
    here.page.evaluate("window.print = () => document.body.dataset.printed = document.title")
    here.page.locator("[data-print]").click()
    assert here.page.locator("body").get_attribute("data-printed") == here.page.title()
    here.page.emulate_media(media="print")
    papers = here.page.locator(".papers > li")
    assert papers.count() > 5
    assert all(one.is_visible() for one in papers.all())
    assert here.page.locator("h1").is_visible()
    beside = here.page.locator("button, header, footer, .skip, input, summary").all()
    assert [one.inner_text() for one in beside if one.is_visible()] == []
    assert here.page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_list_is_saved_as_a_file_and_the_page_stays(walk: Walking, open_to_all: Served, scripts: bool) -> None:
    here = walk(open_to_all.address, "kk", scripts=scripts)
    asked(here, "situation:pensioners", "service:home-care", "region:kyzylorda-region", "whom:self")
    while here.button("unsure").count():
        here.press("unsure")
    here.press("result")
    heading = here.heading
    with here.page.expect_download() as saved:
        here.button("pdf").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF")
    assert saved.value.url.startswith(("blob:", f"{open_to_all.address}/kk/"))
    assert here.heading == heading


def test_a_page_that_does_not_come_is_tried_again(walk: Walking, open_to_all: Served) -> None:
    here = walk(open_to_all.address, "ru")
    here.press("situation:pensioners")
    lost = f"{open_to_all.address}/ru/"

    def lose(route: Route) -> None:
        route.abort("connectionrefused")

    here.page.route(lost, lose)
    here.button("service:residential-care").click()
    dialog = here.page.locator("dialog")
    assert here.say("Your answers are still here: try once more.") in dialog.inner_text()
    here.page.unroute(lost, lose)
    with here.turning():
        dialog.get_by_role("button", name=here.say("Try once more")).click()
    assert here.heading == here.say("Which region?")
