"""In a hall: nobody gets out of the page, a forgotten visit ends by itself, and letters come from the screen."""

import pytest

from eligibility.words.text import LANGS, Lang
from tests.web.browser.conftest import IDLE, Walking
from tests.web.browser.served import Served
from tests.web.browser.walking import STANDING, Walk

WARNED = 20
"""seconds"""
PRINTING = "new KeyboardEvent('keydown', {key: 'p', ctrlKey: true, bubbles: true, cancelable: true})"
MENU = "new MouseEvent('contextmenu', {bubbles: true, cancelable: true})"
WORDS = {"kk": "Үй", "ru": "дом"}


def warned(walk: Walk) -> bool:
    return walk.page.locator("dialog").count() > 0


@pytest.mark.parametrize("lang", LANGS)
def test_who_does_nothing_is_warned_and_forgotten(walk: Walking, in_a_hall: Served, lang: Lang) -> None:
    here = walk(in_a_hall.address, lang, STANDING, clock=True)
    clock = here.page.clock
    here.type("phrase", WORDS[lang], "find")
    found = here.heading
    clock.run_for((IDLE - WARNED - 1) * 1000)
    assert not warned(here)
    clock.run_for(2_000)
    dialog = here.page.locator("dialog")
    assert here.say("Are you still here?") in dialog.inner_text()
    clock.run_for(5_000)
    assert int(dialog.locator("[data-seconds]").inner_text()) <= WARNED - 5

    here.page.keyboard.press("Shift")
    clock.run_for(1_000)
    dialog.wait_for(state="detached")
    clock.run_for((IDLE - WARNED - 2) * 1000)
    assert not warned(here), "any key extends the visit by the whole time"
    assert here.heading == found

    with here.turning():
        clock.run_for((WARNED + 5) * 1000)
    assert here.heading == here.say("Which papers to bring")
    dialog.wait_for(state="detached")
    assert here.page.locator("#phrase").input_value() == ""


@pytest.mark.parametrize("lang", LANGS)
def test_letters_come_from_the_screen(walk: Walking, in_a_hall: Served, lang: Lang) -> None:
    here = walk(in_a_hall.address, lang, STANDING)
    here.page.locator("#phrase").click()
    board = here.page.locator(".keyboard")
    for sign in "қарт":
        key = board.get_by_role("button", name=sign, exact=True)
        if not key.count():
            board.get_by_role("button", name=here.say("Kazakh letters")).click()
        key.click()
    board.get_by_role("button", name=here.say("Space")).click()
    board.get_by_role("button", name=here.say("Digits")).click()
    board.get_by_role("button", name="7", exact=True).click()
    board.get_by_role("button", name=here.say("Erase")).click()
    assert here.page.locator("#phrase").input_value() == "қарт "
    board.get_by_role("button", name=here.say("Done")).click()
    assert board.count() == 0
    here.press("find")
    assert here.say("You are looking for: {phrase}", phrase="қарт") in here.text


def test_without_scripts_nothing_is_taken(walk: Walking, in_a_hall: Served) -> None:
    here = walk(in_a_hall.address, "ru", scripts=False)
    notice = here.say("This page works here with JavaScript only.")
    assert notice in here.text
    here.type("phrase", "коляска", "find")
    assert here.heading == here.say("Which papers to bring")
    assert "коляска" not in here.page.content()
    here.press("screening")
    assert here.heading == here.say("Which papers to bring")
    assert notice in here.text


def test_no_other_day_is_asked_about_and_nothing_leads_away(walk: Walking, in_a_hall: Served) -> None:
    here = walk(in_a_hall.address, "kk", STANDING)
    assert here.page.locator("#day").count() == 0
    for what in ("situation:pensioners", "service:residential-care", "region:kyzylorda-region"):
        links = [one.get_attribute("href") or "" for one in here.page.locator("a").all()]
        assert [link for link in links if not link.startswith("#")] == []
        assert here.page.evaluate("history.length") == 2
        here.press(what)
    for event in (PRINTING, MENU):
        assert here.page.locator("body").evaluate(f"body => !body.dispatchEvent({event})"), "the browser's own is prevented"
