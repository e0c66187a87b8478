"""The keyboard on the screen of a kiosk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from eligibility.words.text import Lang
from tests.web.scenes import Scene, asking, shown

Begin = Callable[..., Scene]
ALPHABETS: dict[Lang, str] = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}
INSIDE = (
    '<label for="what">Не керек?</label><input class="text" id="what" name="what" maxlength="40">'
    '<label for="age">Жасы</label><input class="text" id="age" name="age" inputmode="numeric" maxlength="3">'
    '<button class="primary" name="do" value="next">Әрі</button>'
)
SIZES = [(1080, 1920), (1366, 768), (800, 600)]


def page(lang: Lang = "kk") -> str:
    return shown(asking("Сұрақ", INSIDE), lang=lang)


def types(it: Scene, *keys: str) -> None:
    for key in keys:
        it.page.locator(".keyboard").get_by_role("button", name=key, exact=True).tap()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_it_has_every_letter_and_types_it_small_and_capital(scene: Begin, lang: Lang) -> None:
    it = scene(page(lang).replace('maxlength="40"', ""))
    it.page.tap("#what")
    it.page.evaluate("addEventListener('focusout', () => (window.left = true))")
    for letter in ALPHABETS[lang]:
        types(it, "Бас әріптер", letter.upper(), letter)
    assert it.page.input_value("#what") == "".join(letter.upper() + letter for letter in ALPHABETS[lang])
    assert it.focused("#what")
    assert it.page.evaluate("window.left") is None


def test_it_types_where_the_caret_stands_and_over_what_is_selected(scene: Begin) -> None:
    it = scene(page())
    it.page.fill("#what", "бала")
    it.page.tap("#what")
    it.page.evaluate("document.querySelector('#what').setSelectionRange(1, 3)")
    types(it, "Орыс әріптері", "о", "р", "Сандар", "1", "Қазақ әріптері", "ң", "Бос орын", "Өшіру", "Өшіру")
    assert it.page.input_value("#what") == "бор1а"
    assert it.page.evaluate("document.querySelector('#what').selectionStart") == 4


def test_numbers_have_keys_of_their_own_and_no_more_is_typed_than_fits(scene: Begin) -> None:
    it = scene(page())
    it.page.tap("#age")
    assert it.page.locator(".keyboard button").all_inner_texts() == [*"123456789,0.", "⌫", "Дайын"]
    types(it, *"1205", "Өшіру")
    assert it.page.input_value("#age") == "12"


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("field", ["#what", "#age"])
def test_it_covers_no_field_and_every_key_is_large_enough(scene: Begin, width: int, height: int, field: str) -> None:
    it = scene(shown("<p>Мәтін</p>" * 40 + asking("Сұрақ", INSIDE)), width=width, height=height)
    it.page.tap(field)
    keys = [box for key in it.page.locator(".keyboard button").all() if (box := key.bounding_box())]
    assert min(min(box["width"], box["height"]) for box in keys) >= 48
    assert max(box["x"] + box["width"] for box in keys) <= width
    written = it.page.locator(field).bounding_box()
    assert written is not None
    assert written["y"] >= 0
    assert written["y"] + written["height"] < min(box["y"] for box in keys)


def test_it_goes_when_it_is_done_or_the_field_is_left(scene: Begin) -> None:
    it = scene(page())
    board = it.page.get_by_role("region", name="Пернетақта")
    expect(board).to_have_count(0)
    it.page.tap("#what")
    expect(board).to_be_visible()
    types(it, "Дайын")
    expect(board).to_have_count(0)
    it.page.tap("#what")
    expect(board).to_be_visible()
    it.page.tap("h1")
    it.page.clock.run_for(1000)
    expect(board).to_have_count(0)


def test_a_button_is_pressed_at_once_though_the_page_moves_when_the_keyboard_goes(scene: Begin) -> None:
    it = scene(shown("<p>Мәтін</p>" * 40 + asking("Сұрақ", INSIDE)), width=800, height=600)
    it.answer = shown(asking("Екінші", ""))
    it.page.tap("#what")
    types(it, "қ")
    it.page.click(".primary")
    expect(it.page.locator("h1")).to_have_text("Екінші")
    assert it.sent == [{"what": ["қ"], "age": [""], "do": ["next"]}]
    expect(it.page.locator(".keyboard")).to_have_count(0)
