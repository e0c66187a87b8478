"""What page.css promises: contrast, a focus that is seen, room for long words, a clean sheet of paper."""

import re
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import expect

from tests.web.scenes import ASSETS, PARENT, SITE, Scene, asking, shown

Begin = Callable[..., Scene]
LONG = "Денсаулығынамүмкіндігішектеуліадамдардыңәлеуметтікқорғалуынқамтамасызететінмекеме"
CHOICES = "".join(
    f'<label class="choice"><input type="radio" name="a" value="{n}"> <span>{LONG if n == 2 else "Иә"}</span></label>'
    for n in range(4)
)
TOLD = f"""<article class="result"><section class="told"><h2>{LONG}</h2><ul class="papers"><li>
<span class="sign" aria-hidden="true">☐</span><div><p>{LONG}</p><p class="note">{LONG}</p></div></li></ul></section>
</article>"""
REVIEW = f"""<dl class="review"><div><dt>{LONG}</dt><dd>{LONG}</dd>
<dd class="change"><button class="quiet">Өзгерту</button></dd></div></dl>"""
PAGE = shown(
    f"""<h1 tabindex="-1">{LONG}</h1><form method="post" action="/kk/"><fieldset aria-label="{LONG}">{CHOICES}</fieldset>
<ul class="tiles"><li><button class="tile" name="do" value="1">{LONG}</button></li></ul>
<ul class="options"><li><button class="option" name="do" value="2">{LONG}</button></li></ul>
<input class="text" aria-label="Сөз"><button class="primary">{LONG}</button></form>{TOLD}{REVIEW}""",
    "self",
)
COLOURS = ("paper", "card", "ink", "dim", "edge", "deep", "pale", "bad", "good", "ring")


def colours(it: Scene) -> dict[str, str]:
    """As they apply, six digits each."""
    style = "getComputedStyle(document.documentElement)"
    found = {name: str(it.page.evaluate(f"{style}.getPropertyValue('--{name}').trim()")) for name in COLOURS}
    return {
        name: f"#{colour[1] * 2}{colour[2] * 2}{colour[3] * 2}" if len(colour) == 4 else colour
        for name, colour in found.items()
    }


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_reckoned_as_the_guidelines_reckon_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("more", [False, True])
def test_text_has_the_contrast_of_the_highest_level(scene: Begin, more: bool) -> None:
    it = scene(PAGE)
    if more:
        it.page.emulate_media(contrast="more")
    found = colours(it)
    weak = [
        (text, ground, contrast(found[text], found[ground]))
        for text, ground in product(("ink", "dim", "deep", "bad", "good"), ("paper", "card", "pale"))
        if contrast(found[text], found[ground]) < 7
    ]
    assert weak == []
    assert min(contrast(found["edge"], found[ground]) for ground in ("paper", "card")) >= 3


def test_the_ring_around_what_has_the_focus_is_seen_on_both_sides(scene: Begin) -> None:
    it = scene(PAGE)
    found = colours(it)
    assert min(contrast(found["ink"], found[side]) for side in ("paper", "card", "ring")) >= 3
    assert min(contrast(found["ring"], found[side]) for side in ("ink", "deep")) >= 3
    seen = "getComputedStyle(document.activeElement.closest('.choice') ?? document.activeElement).outlineWidth"
    it.page.keyboard.press("Tab")
    for _ in range(7):
        it.page.keyboard.press("Tab")
        assert float(it.page.evaluate(seen).removesuffix("px")) >= 3


@pytest.mark.parametrize("width", [320, 360, 683, 1366, 1080])
def test_the_longest_word_does_not_push_the_page_wider(scene: Begin, width: int) -> None:
    it = scene(PAGE, width=width, height=800)
    assert it.page.evaluate("document.documentElement.scrollWidth") <= width
    ends = it.page.evaluate("[...document.querySelectorAll('main *')].map((one) => one.getBoundingClientRect().right)")
    assert max(ends) <= width


@pytest.mark.parametrize(("mode", "least"), [("self", 48), ("kiosk", 64)])
def test_what_is_pressed_is_large_enough_for_a_finger(scene: Begin, mode: str, least: int) -> None:
    it = scene(PAGE.replace('data-mode="self"', f'data-mode="{mode}"'), width=360, height=800)
    boxes = [box for one in it.page.locator("button, .choice, input.text").all() if (box := one.bounding_box())]
    assert len(boxes) == 10
    assert min(min(box["width"], box["height"]) for box in boxes) >= least


def test_paper_gets_the_list_and_nothing_to_press(scene: Begin) -> None:
    it = scene(PAGE)
    it.page.emulate_media(media="print")
    expect(it.page.locator(".told")).to_be_visible()
    for gone in (".top", "footer", "main form", ".review", ".primary"):
        expect(it.page.locator(gone)).to_be_hidden()


def test_a_choice_is_seen_where_colours_are_the_visitors_own(scene: Begin) -> None:
    it = scene(PAGE)
    it.page.emulate_media(forced_colors="active")
    it.page.check("input[value='1']")
    outlined = "getComputedStyle(document.querySelector('.choice:has(:checked)')).outlineStyle"
    assert it.page.evaluate(outlined) == "solid"


def test_nothing_moves_for_who_wants_no_motion(scene: Begin) -> None:
    it = scene(PAGE)
    it.page.emulate_media(reduced_motion="reduce")
    assert it.page.evaluate("getComputedStyle(document.querySelector('.primary')).transitionDuration") == "0s"


def test_a_frame_tells_its_parent_how_high_it_is_and_that_an_answer_was_given_and_nothing_else(scene: Begin) -> None:
    it = scene(shown(asking("Бірінші", '<input class="text" name="typed"><button class="primary">Әрі</button>'), "embed"))
    it.answer = shown('<section class="told" data-receipt="AB12"><h1 tabindex="-1">Тізбе</h1></section>', "embed")
    holder = f"<script>got = []; onmessage = (e) => got.push(e.data)</script><iframe src='{SITE}/kk/'></iframe>"
    it.page.route(f"{PARENT}/", lambda route: route.fulfill(body=holder, content_type="text/html"))
    it.page.goto(f"{PARENT}/")
    frame = it.page.frame_locator("iframe")
    frame.locator("input").fill("құпия")
    frame.locator(".primary").click()
    expect(frame.locator("h1")).to_have_text("Тізбе")
    it.page.wait_for_function("got.some((one) => one.type === 'finished')")
    got = it.page.evaluate("got")
    assert [one for one in got if one["type"] != "height"] == [
        {"eligibility": 1, "type": "ready"},
        {"eligibility": 1, "type": "finished", "receipt": "AB12"},
    ]
    heights = [one["height"] for one in got if one["type"] == "height"]
    assert heights
    assert all(set(one) <= {"eligibility", "type", "height", "receipt"} for one in got)


def test_the_scripts_keep_nothing_and_fetch_nothing_from_elsewhere() -> None:
    for file in (*ASSETS.glob("*.js"), *ASSETS.glob("*.css")):
        text = file.read_text("utf-8")
        assert not re.findall(r"eval|Storage|cookie|indexedDB|console\.|https?://|@import|innerHTML", text), file.name
