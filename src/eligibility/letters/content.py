"""What a letter says, as one small structure that the screen, plain text and the printed page all show."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from eligibility.words.text import Lang

Role = Literal["body", "banner", "note", "corner"]
Mark = Literal["box", "number", "dash"]


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


class Fields(NamedTuple):
    rows: tuple[Field, ...]


class Item(NamedTuple):
    text: str
    notes: tuple[str, ...] = ()


class Items(NamedTuple):
    items: tuple[Item, ...]
    mark: Mark = "dash"


class Letterhead(NamedTuple):
    name: str
    """empty where the office is not known: a line to be filled in by hand"""
    lines: tuple[str, ...] = ()


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


Block = Letterhead | Heading | Paragraph | Fields | Items | Signature | Code


@dataclass(frozen=True, slots=True)
class Letter:
    lang: Lang
    title: str
    page: str
    """the footer's words, with `{page}` and `{pages}`"""
    copy: str
    """what tells the copies apart, with `{copy}` and `{copies}`"""
    blocks: tuple[Block, ...]


def shape(block: Block) -> str:
    """The block's kind as the pages' templates name it."""
    return type(block).__name__.lower()
