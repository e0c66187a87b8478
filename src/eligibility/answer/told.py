"""What is told on a screen, paragraph by paragraph: the same for a terminal and a page, in both languages."""

from typing import Literal, NamedTuple

from eligibility.words.text import Text

ToldAs = Literal["title", "section", "text", "group", "item", "note"]
"""`section` heads what follows it; `group` says what the items after it have in common; `note` belongs to the item before it"""
Tone = Literal["plain", "good", "bad", "dim"]


class Told(NamedTuple):
    """One paragraph."""

    as_: ToldAs
    text: Text
    tone: Tone = "plain"
    sign: str = ""
    """in front of it: a box to tick, a bullet, a number"""
