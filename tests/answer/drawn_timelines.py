"""A picture of terms, read back: its shapes as days, its labels and its notes."""

from collections.abc import Sequence
from datetime import date, timedelta
from xml.etree import ElementTree as Xml

from eligibility.answer.timeline import timeline
from eligibility.terms.ledger import Ledger
from eligibility.words.text import Lang
from tests.terms.ledgers import ENGINE

NS = "{http://www.w3.org/2000/svg}"
ACTORS = ENGINE.pack.actors
MONDAY = date(2016, 2, 1)
DAY = timedelta(days=1)
LEFT, MARGIN = 216.0, 16.0
"""where the days begin, right of the names of the lanes"""
BLUE, PALE, EDGE, OFF, RED, INK, SOFT, GRID = [
    "#9cc9f0",
    "#eaf4fd",
    "#2b6cb0",
    "#e7e2d6",
    "#9b2c2c",
    "#1a202c",
    "#5a6472",
    "#d5dae1",
]
PLUS = {"value": 2, "unit": "hours"}


class Drawn:
    def __init__(self, found: Ledger, lang: Lang = "ru", heading: Sequence[str] = (), warning: str | None = None) -> None:
        self.root = Xml.fromstring(timeline(found, ACTORS, lang, heading, warning).encode())  # noqa: S314
        assert found.extent is not None
        self.first, self.last = found.extent
        self.count = (self.last - self.first).days + 1
        self.width = min(56.0, max(7.0, 800 / self.count))

    def x(self, day: date) -> float:
        return LEFT + (day - self.first).days * self.width

    def all(self, tag: str, **look: str) -> list[Xml.Element]:
        return [
            one
            for one in self.root.iter(f"{NS}{tag}")
            if all(one.get(key.replace("_", "-")) == value for key, value in look.items())
        ]

    def days(self, rect: Xml.Element) -> tuple[date, date]:
        """The first and the last day a shape stands on, which it fills."""
        start, wide = number(rect, "x"), number(rect, "width")
        first, after = (start - LEFT) / self.width, (start + wide - LEFT) / self.width
        assert abs(first - round(first)) < 0.03
        assert abs(after - round(after)) < 0.03
        return self.first + DAY * round(first), self.first + DAY * (round(after) - 1)

    def outlines(self) -> list[Xml.Element]:
        return self.all("rect", stroke=EDGE)

    def bars(self, **look: str) -> list[tuple[date, date]]:
        """The shapes of that look that stand in a line of a step."""
        return [self.days(rect) for rect in self.all("rect", **look) if number(rect, "height") in (14, 6)]

    def label(self, start: str) -> Xml.Element:
        [found] = [one for one in self.all("text", font_size="11") if (one.text or "").startswith(start) and not self.note(one)]
        return found

    def note(self, text: Xml.Element) -> bool:
        return number(text, "x") == MARGIN

    def notes(self) -> str:
        return " ".join(one.text or "" for one in self.all("text", font_size="11") if self.note(one))

    def texts(self, **look: str) -> list[str]:
        return [one.text or "" for one in self.all("text", **look)]


def number(one: Xml.Element, name: str) -> float:
    return float(one.attrib[name])


def title(one: Xml.Element) -> str | None:
    found = one.find(f"{NS}title")
    return None if found is None else found.text
