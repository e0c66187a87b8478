"""What a letter says, as one small structure that the screen, plain text and the printed page all show."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from eligibility.words.text import Lang

Role = Literal["body", "banner", "note", "corner"]
Mark = Literal["box", "number", "dash"]
Sheet = Literal["whole", "half"]
USUAL = 10.5
"""points of a letter's text"""


class Heading(NamedTuple):
    text: str
    level: Literal[1, 2] = 2


class Paragraph(NamedTuple):
    text: str
    role: Role = "body"


class Field(NamedTuple):
    name: str
    value: str
    """empty where nobody supplied it: a line to be filled in by hand"""
    notes: tuple[str, ...] = ()


class Fields(NamedTuple):
    rows: tuple[Field, ...]


class Item(NamedTuple):
    text: str
    notes: tuple[str, ...] = ()
    form: str = ""
    """in which form it is brought: said beside it, and stronger than a note"""
    more: tuple[str, ...] = ()
    """what belongs to it, in letters of the same size; before the notes"""


class Items(NamedTuple):
    items: tuple[Item, ...]
    mark: Mark = "dash"


class Emblem(NamedTuple):
    """A coat of arms or a sign, read and found harmless."""

    content: bytes
    format: Literal["png", "svg"]


class Letterhead(NamedTuple):
    name: str
    """empty where the office is not known: a line to be filled in by hand"""
    lines: tuple[str, ...] = ()
    picture: Emblem | None = None
    alt: str = ""
    """what the picture shows, for those who cannot see it"""


class Signature(NamedTuple):
    role: str
    name: str = ""
    stamp: str = ""
    """what stands where the stamp goes; empty for no stamp"""


class Code(NamedTuple):
    """The letter's receipt: the short code for people, the full one, which holds the case, for machines."""

    label: str
    short: str
    full: str


class Square(NamedTuple):
    """Plain words that a telephone reads off the paper."""

    label: str
    lines: tuple[str, ...]


class Overleaf(NamedTuple):
    """Where the reader turns over the first page, unless all that follows has room on it."""


Block = Letterhead | Heading | Paragraph | Fields | Items | Signature | Square | Overleaf | Code


@dataclass(frozen=True, slots=True)
class Letter:
    lang: Lang
    title: str
    page: str
    """the footer's words, with `{page}` and `{pages}`"""
    copy: str
    """what tells the copies apart, with `{copy}` and `{copies}`"""
    blocks: tuple[Block, ...]
    size: float = USUAL
    sheet: Sheet = "whole"
    """of one that takes half a sheet, both languages stand on one"""


def shape(block: Block) -> str:
    """The block's kind as the pages' templates name it."""
    return type(block).__name__.lower()
