"""What is told on a screen, paragraph by paragraph: the same for a terminal and a page, in both languages."""

from typing import Literal, NamedTuple

from eligibility.words.text import Text

ToldAs = Literal["title", "section", "text", "group", "item", "note", "command"]
"""`section` heads what follows it; `group` speaks of the items of its section; `note` says more of the item or group before it;
`command` is to be typed as it stands, and is told nowhere but on a terminal"""
Tone = Literal["plain", "strong", "good", "bad", "dim"]


class Told(NamedTuple):
    """One paragraph. Its text is empty in a language in which there is nothing to tell."""

    as_: ToldAs
    text: Text
    tone: Tone = "plain"
    sign: str = ""
    """in front of it: a box to tick, a bullet, a number"""
    apart: bool = False
    """it belongs to nothing that was told before"""
    labelled: bool = False
    """it begins with a name and a colon"""
    service: str = ""
    """the one that is chosen by this item"""
