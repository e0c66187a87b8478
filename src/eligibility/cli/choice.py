"""A word out of a closed set, as it is typed."""

from collections.abc import Iterable
from typing import TypeVar

from eligibility.diagnostics.diagnostic import Diagnostic, Refused
from eligibility.words.text import N_

Word = TypeVar("Word", bound=str)


def chosen(typed: str, known: Iterable[Word], where: str) -> Word:
    words = tuple(known)
    for word in words:
        if word == typed:
            return word
    values = {"id": typed, "known": ", ".join(words)}
    raise Refused([Diagnostic("unknown-value", N_("{id} is not known"), where, N_("one of: {known}"), values)])
