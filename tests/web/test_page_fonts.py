"""Every sign that a visitor may read is in the fonts that come along, regular and bold."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.catalogues import read

from eligibility.words.text import LANGS
from tests.web.scenes import Scene, shown

ROOT = Path(__file__).resolve().parents[2]
OF_A_TERMINAL = set("█▓▒░")
"""bars of the terminal's calendar; a page has the picture"""
DRAWN_BY_SCRIPTS = "⇧⌫"
OF_ANSWERS = "☐☑✓✶○≈→←•·–"


def texts(part: Any) -> Iterator[str]:
    """What a rule file says in the two languages."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in LANGS and isinstance(value, str):
                yield value
            else:
                yield from texts(value)
    elif isinstance(part, list):
        for one in part:
            yield from texts(one)


def signs() -> set[str]:
    said = [str(text) for lang in LANGS for message in read(lang) for text in _forms(message.string)]
    ruled = [text for file in (ROOT / "rules").rglob("*.yaml") for text in texts(yaml.safe_load(file.read_text("utf-8")))]
    return set("".join(said + ruled)) | set(OF_ANSWERS + DRAWN_BY_SCRIPTS)


def _forms(string: Any) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (string,)


@pytest.mark.parametrize("weight", ["p", "strong"])
def test_every_sign_is_drawn_by_a_font_of_the_pages(scene: Callable[..., Scene], weight: str) -> None:
    read_by_visitors = sorted(sign for sign in signs() - OF_A_TERMINAL if not sign.isspace())
    assert len(read_by_visitors) > 150
    it = scene(shown("".join(f"<{weight} class=one>{escape(sign)}</{weight}>" for sign in read_by_visitors)))
    it.page.evaluate("document.fonts.ready")
    protocol = it.page.context.new_cdp_session(it.page)
    protocol.send("DOM.enable")
    protocol.send("CSS.enable")
    root = protocol.send("DOM.getDocument")["root"]["nodeId"]
    nodes = protocol.send("DOM.querySelectorAll", {"nodeId": root, "selector": ".one"})["nodeIds"]
    drawn = {sign: _fonts(protocol, node) for sign, node in zip(read_by_visitors, nodes, strict=True)}
    borrowed = {sign: fonts for sign, fonts in drawn.items() if not all(font["isCustomFont"] for font in fonts)}
    assert borrowed == {}


def _fonts(protocol: Any, node: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = protocol.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert found
    return found
