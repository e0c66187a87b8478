"""The two languages every text of the law is held in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Lang = Literal["kk", "ru"]
"""Kazakh and Russian"""
LANGS: tuple[Lang, ...] = ("kk", "ru")
"""both, Kazakh first"""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages."""

    kk: str
    ru: str

    def __getitem__(self, lang: Lang) -> str:
        return self.kk if lang == "kk" else self.ru

    def __iter__(self) -> Iterator[Lang]:
        """Its languages, as of any mapping."""
        return iter(LANGS)


def N_(message: str) -> str:
    """Marks a message for the catalogues; it is translated where it is shown."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:
    """Marks a message with a plural for the catalogues."""
    return one, many
