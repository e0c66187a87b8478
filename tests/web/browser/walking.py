"""Somebody in front of a page: reads it, types, presses a button, and waits for the page that follows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Frame, Locator, Page

from eligibility.words.catalogue import catalogue
from eligibility.words.text import Lang

ARGUMENTS = ("--no-sandbox",)


class Size(NamedTuple):
    width: int
    height: int


STANDING, LAPTOP, TELEPHONE = Size(1080, 1920), Size(1366, 768), Size(360, 800)


class Walk:
    def __init__(self, frame: Frame, lang: Lang, scripts: bool = True) -> None:
        self.frame, self.page = frame, frame.page
        self.lang, self.scripts = lang, scripts

    @classmethod
    def begun(cls, page: Page, address: str, lang: Lang, scripts: bool = True) -> "Walk":
        page.goto(address)
        return cls(page.main_frame, lang, scripts)

    def say(self, message: str, **values: object) -> str:
        return catalogue(self.lang)(message).format(**values)

    @property
    def heading(self) -> str:
        return self.frame.locator("h1").inner_text()

    @property
    def text(self) -> str:
        return self.frame.locator("main").inner_text()

    @property
    def words(self) -> str:
        """All that is shown, however it is laid out."""
        return " ".join(self.text.split())

    @property
    def labels(self) -> list[str]:
        """Of the answers that are offered."""
        return self.frame.locator(".options button, .choice").all_inner_texts()

    @property
    def reviewed(self) -> list[tuple[str, str]]:
        asked = self.frame.locator(".review dt").all_inner_texts()
        return list(zip(asked, self.frame.locator(".review dd:not(.change)").all_inner_texts(), strict=True))

    def open(self, summary: str) -> None:
        self.frame.locator("summary", has_text=summary).click()

    def button(self, what: str) -> Locator:
        return self.frame.locator(f'button[value="{what}"]').first

    def press(self, what: str) -> None:
        with self.turning():
            self.button(what).click()

    def type(self, field: str, text: str, then: str) -> None:
        self.frame.locator(f'input[name="{field}"]').fill(text)
        self.press(then)

    @contextmanager
    def turning(self) -> Iterator[None]:
        """Ends when another page is there."""
        if not self.scripts:
            with self.frame.expect_navigation():
                yield
            return
        before = self.frame.query_selector("body")
        assert before
        yield
        before.wait_for_element_state("hidden")
