"""What the program says of one kind of mistake: how bad it is, in which words, and how to mend it."""

from collections.abc import Mapping
from string import Formatter
from typing import Literal, NamedTuple

from eligibility.words.text import N_, Text

Severity = Literal["error", "warning"]
"""an error stops what was asked for, a warning does not"""

NOT_KNOWN = N_("{id} is not known")
DID_YOU_MEAN = N_("did you mean {guess}?")
ONE_OF = N_("one of: {known}")


class Mistake(NamedTuple):
    """Templates, so that each language has its own; the values come with the diagnostic."""

    words: str
    hint: str = ""
    otherwise: str = ""
    """the hint where a value that `hint` names is empty"""
    severity: Severity = "error"

    def hint_for(self, values: Mapping[str, object]) -> str:
        if self.otherwise and not all(_says(values[name]) for name in _named(self.hint)):
            return self.otherwise
        return self.hint


def _says(value: object) -> bool:
    return bool(value.kk if isinstance(value, Text) else value)


def _named(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name]
