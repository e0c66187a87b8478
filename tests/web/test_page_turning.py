"""How one page follows another in the browser: nothing in its history, nothing lost, nothing sent twice."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.web.scenes import SITE, Scene, asking, shown

Begin = Callable[..., Scene]
FIRST = shown(asking("Бірінші", '<input class="text" name="typed"><button class="primary" name="do" value="next">Әрі</button>'))
SECOND = shown(asking("Вторая", '<button name="do" value="on">Далее</button>'), lang="ru").replace(
    "<title>Қызмет", "<title>Услуга"
)
WRONG = shown(
    '<div class="errors" role="alert"><p><a href="#age">Бүтін сан жазыңыз.</a></p></div>'
    + asking("Жасыңыз", '<input class="text" id="age" name="typed">')
)


def test_a_page_replaces_another_without_a_trace(scene: Begin) -> None:
    it = scene(FIRST)
    before, it.answer = it.history(), SECOND
    it.page.fill("input", "құпия")
    it.page.click(".primary")
    expect(it.page.locator("h1")).to_have_text("Вторая")
    assert it.sent == [{"typed": ["құпия"], "do": ["next"]}]
    assert (it.history(), it.page.url) == (before, f"{SITE}/ru/")
    assert (it.page.title(), it.page.get_attribute("html", "lang")) == ("Услуга", "ru")
    assert it.focused("h1")
    it.page.reload()
    expect(it.page.locator("h1")).to_have_text("Бірінші")
    assert it.page.input_value("input") == ""
    assert len(it.sent) == 1


def test_a_second_press_is_not_heard_while_the_first_is_under_way(scene: Begin) -> None:
    it = scene(FIRST)
    it.holding, it.answer = True, SECOND
    it.page.click(".primary")
    it.page.click(".primary")
    it.page.press("input", "Enter")
    it.release()
    expect(it.page.locator("h1")).to_have_text("Вторая")
    assert len(it.sent) == 1


def test_what_was_typed_stays_where_the_page_did_not_come_and_is_sent_again(scene: Begin) -> None:
    it = scene(FIRST)
    it.page.fill("input", "42")
    it.page.click(".primary")
    expect(it.page.get_by_role("dialog", name="Келмеді")).to_be_visible()
    assert it.focused("dialog button")
    assert it.page.input_value("input") == "42"
    it.answer = SECOND
    it.page.click("dialog .primary")
    expect(it.page.locator("h1")).to_have_text("Вторая")
    assert it.sent[0] == it.sent[1] == {"typed": ["42"], "do": ["next"]}


def test_an_answer_that_is_no_page_of_ours_is_not_shown(scene: Begin) -> None:
    it = scene(FIRST)
    it.answer = "<h1>502 Bad Gateway</h1>"
    it.page.click(".primary")
    expect(it.page.locator("dialog")).to_be_visible()
    it.page.keyboard.press("Escape")
    expect(it.page.locator("dialog")).to_have_count(0)
    expect(it.page.locator("h1")).to_have_text("Бірінші")


def test_what_was_wrong_is_read_first_and_leads_to_where_it_is_typed(scene: Begin) -> None:
    it = scene(FIRST)
    before, it.answer = it.history(), WRONG
    it.page.click(".primary")
    expect(it.page.locator(".errors")).to_be_focused()
    it.page.click(".errors a")
    assert it.focused("#age")
    assert (it.history(), it.page.url) == (before, f"{SITE}/kk/")


def test_the_words_for_browsers_without_scripts_are_nowhere_in_a_page_that_scripts_have_fetched(scene: Begin) -> None:
    it = scene(FIRST)
    it.answer = SECOND.replace("<h1", '<noscript><p class="errors">Тек JavaScript.</p></noscript><h1')
    it.page.click(".primary")
    expect(it.page.locator("h1")).to_be_focused()


def test_clearing_takes_everything_off_the_screen_before_the_server_answers(scene: Begin) -> None:
    it = scene(FIRST)
    it.holding = True
    it.page.fill("input", "құпия")
    it.page.click(".clear")
    expect(it.page.locator("main")).to_have_count(0)
    it.release()
    expect(it.page.get_by_role("dialog")).to_be_visible()
    it.page.click("dialog [value=stay]")
    expect(it.page.locator("h1")).to_have_text("Бірінші")
    assert it.page.input_value("input") == ""


@pytest.mark.parametrize("keys", ["Alt+ArrowLeft", "F5", "Control+p", "Control+l", "Meta+r"])
def test_keys_that_would_leave_a_kiosk_are_taken(scene: Begin, keys: str) -> None:
    it = scene(FIRST)
    it.page.evaluate("addEventListener('keydown', (event) => (window.taken = event.defaultPrevented))")
    it.page.keyboard.press(keys)
    assert it.page.evaluate("window.taken") is True


@pytest.mark.parametrize("keys", ["Control++", "Control+0", "Tab", "a"])
def test_keys_that_enlarge_or_type_are_not(scene: Begin, keys: str) -> None:
    it = scene(FIRST)
    it.page.evaluate("addEventListener('keydown', (event) => (window.taken = event.defaultPrevented))")
    it.page.keyboard.press(keys)
    assert it.page.evaluate("window.taken") is False


def test_printing_is_offered_where_scripts_run(scene: Begin) -> None:
    it = scene(shown('<h1 tabindex="-1">Тізбе</h1><button type="button" data-print hidden>Басу</button>', "self"))
    it.page.evaluate("window.print = () => (window.printed = true)")
    it.page.click("[data-print]")
    assert it.page.evaluate("window.printed") is True
