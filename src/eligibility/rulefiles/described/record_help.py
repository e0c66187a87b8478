"""What an editor shows of a record in a rule file, and of each of its keys."""

from collections.abc import Mapping
from typing import NamedTuple

from eligibility.words.text import N_


class RecordHelp(NamedTuple):
    """Messages for whoever writes rules: what the record is, and what each of its keys is for."""

    title: str
    keys: Mapping[str, str]


class KindHelp(NamedTuple):
    purpose: str
    """of the file"""
    entry: str = ""
    """what stands under an id, where that is a text alone"""


CITE = N_('Where the act says so, such as "6(1) item 2"; of several places the main one stands first.')
WHEN = N_("Under which condition this holds; without it, always.")
FLAGS = N_("Remarks from flags of this file that are shown together with this line.")
KNOWN = N_("Where this is known from if the text is not at hand: a name from sources.yaml, or a whole source.")
