"""How people are spoken to: one text for everybody, or one for each of those it may be said to."""

from typing import Literal, NamedTuple

from eligibility.words.text import Text

FilingFor = Literal["self", "child", "other"]
"""for whom somebody files: it picks the words and decides nothing"""
Addressee = Literal["self", "child", "other", "desk"]
"""who is spoken to: one who files for himself, for a child of his, for another person; or the desk, of the person before it"""


class Forms(NamedTuple):
    """A text in the form for each of those it may be said to."""

    self_: Text
    child: Text
    other: Text
    desk: Text

    def to(self, addressee: Addressee) -> Text:
        match addressee:
            case "self":
                return self.self_
            case "child":
                return self.child
            case "other":
                return self.other
            case "desk":
                return self.desk


Addressed = Text | Forms
"""said to everybody alike, or in forms"""


def said_to(addressee: Addressee, said: Addressed) -> Text:
    return said.to(addressee) if isinstance(said, Forms) else said
