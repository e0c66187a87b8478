"""A visit that nobody goes on with ends, after a warning that any key or touch puts off. The clock is the test's."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.web.scenes import Scene, asking, shown

Begin = Callable[..., Scene]
PRESS = '<button class="primary" name="do" value="next">Әрі</button>'
FIRST, SECOND = shown(asking("Бірінші", PRESS)), shown(asking("Екінші", PRESS))


def begun(scene: Begin) -> Scene:
    it = scene(FIRST)
    it.answer = SECOND
    it.page.click(".primary")
    expect(it.page.locator("h1")).to_have_text("Екінші")
    return it


def passes(it: Scene, seconds: int) -> None:
    it.page.clock.run_for(seconds * 1000)


def test_a_page_that_nobody_has_touched_stays(scene: Begin) -> None:
    it = scene(FIRST)
    passes(it, 600)
    expect(it.page.locator("dialog")).to_have_count(0)
    assert it.sent == []


def test_a_warning_counts_down_and_is_heard_twice(scene: Begin) -> None:
    it = begun(scene)
    passes(it, 58)
    expect(it.page.locator("dialog")).to_have_count(0)
    passes(it, 4)
    expect(it.page.get_by_role("dialog", name="Осындасыз ба?")).to_be_visible()
    assert it.focused("dialog button")
    expect(it.page.locator("dialog [role=status]")).to_be_empty()
    passes(it, 9)
    expect(it.page.locator("dialog [role=status]")).to_have_text("Секунд: 10")


def test_then_everything_is_cleared(scene: Begin) -> None:
    it = begun(scene)
    it.answer = FIRST
    passes(it, 82)
    expect(it.page.locator("h1")).to_have_text("Бірінші")
    assert it.sent[1:] == [{"do": ["clear"]}]
    expect(it.page.locator("dialog")).to_have_count(0)
    passes(it, 600)
    assert len(it.sent) == 2


def test_nothing_is_left_to_see_where_clearing_fails(scene: Begin) -> None:
    it = begun(scene)
    it.answer = None
    passes(it, 82)
    expect(it.page.get_by_role("dialog", name="Келмеді")).to_be_visible()
    expect(it.page.locator("main")).to_have_count(0)


def test_any_key_puts_it_off(scene: Begin) -> None:
    it = begun(scene)
    passes(it, 62)
    it.page.keyboard.press("z")
    passes(it, 1)
    expect(it.page.locator("dialog")).to_have_count(0)
    passes(it, 57)
    expect(it.page.locator("dialog")).to_have_count(0)
    passes(it, 4)
    expect(it.page.locator("dialog")).to_be_visible()
    assert len(it.sent) == 1


def test_any_touch_puts_it_off_and_presses_nothing_beneath(scene: Begin) -> None:
    it = begun(scene)
    under = it.page.locator(".primary").bounding_box()
    assert under is not None
    passes(it, 62)
    it.page.touchscreen.tap(under["x"] + 20, under["y"] + 20)
    passes(it, 1)
    expect(it.page.locator("dialog")).to_have_count(0)
    assert len(it.sent) == 1


def test_who_is_at_work_is_not_warned(scene: Begin) -> None:
    it = begun(scene)
    for _ in range(4):
        passes(it, 50)
        it.page.mouse.wheel(0, 10)
        it.page.keyboard.press("Tab")
    expect(it.page.locator("dialog")).to_have_count(0)
