"""What of a page can be measured by whom it serves: axe's rules, and beside them what axe does not see."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MEASURES = Path(__file__).with_suffix(".js").read_text("utf-8")
ZOOMED = "size => document.documentElement.style.fontSize = size"


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def against_axe(page: Page) -> list[str]:
    """The rules that the page breaks, with where it does."""
    page.evaluate(_axe())
    found = page.evaluate(
        "rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(found => found.violations)", RULES
    )
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def measured(page: Page, what: str) -> Any:
    return page.evaluate(f"() => {MEASURES}.{what}()")


def sideways(page: Page) -> list[str]:
    """What needs scrolling sideways on a narrow screen, or with letters twice as large."""
    size = page.viewport_size
    assert size
    page.set_viewport_size({"width": 320, "height": size["height"]})
    found = measured(page, "wider")
    page.set_viewport_size(size)
    page.evaluate(ZOOMED, "225%")
    found += measured(page, "wider")
    page.evaluate(ZOOMED, "")
    return [str(one) for one in found]


def tabbed(page: Page) -> list[dict[str, Any]]:
    """What the Tab key comes to, in its order, once around."""
    found: dict[str, dict[str, Any]] = {}
    for _ in range(measured(page, "reachable") + 2):
        page.keyboard.press("Tab")
        one = measured(page, "focus")
        if one and one["id"] in found:
            break
        if one:
            found[one["id"]] = one
    return list(found.values())
