"""Somebody who presses the buttons of a page, without a browser: what the page offers, and what a page does not."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any, Self
from urllib.parse import urlencode

from starlette.types import ASGIApp

from eligibility.words.text import Lang
from tests.web.client import Answered, get, sent

__all__ = ["FORM", "NAVIGATES", "Visitor"]

FORM = "application/x-www-form-urlencoded"
NAVIGATES = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
"""what a browser accepts that goes to a page; its scripts accept whatever comes"""


class Visitor:
    def __init__(self, app: ASGIApp, lang: Lang = "ru", base: str = "", navigates: bool = True) -> None:
        self._app, self._address = app, f"{base}/{lang}/"
        self._accept = NAVIGATES if navigates else "*/*"
        self.page = get(app, self._address)

    def press(self, do: str, seal: str | None = None, **fields: Any) -> Answered:
        body = urlencode({"seal": self.seal if seal is None else seal, "do": do, **fields}, doseq=True).encode()
        self.page = self.send(body)
        return self.page

    def to_review(self) -> Self:
        """«I don't know» to all that is asked."""
        while "unsure" in self.offered:
            self.press("unsure")
        return self

    def to_result(self) -> Self:
        self.to_review()
        if "result" in self.offered:
            self.press("result")
        return self

    def send(self, body: bytes) -> Answered:
        return sent(self._app, "POST", self._address, [body], {"content_type": FORM, "accept": self._accept})

    @property
    def seal(self) -> str:
        found = re.search(r'name="seal" value="([^"]+)"', self.page.text)
        assert found
        return found[1]

    @property
    def heading(self) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.page.text, re.DOTALL)
        assert found
        return unescape(found[1]).strip()

    @property
    def offered(self) -> list[str]:
        """The buttons of the page, by what they say to the server."""
        buttons = _Buttons()
        buttons.feed(self.page.text)
        return buttons.found


class _Buttons(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "button" and told.get("name") == "do":
            self.found.append(told.get("value") or "")
