"""What was typed by its name instead of its id: a document, a region, an answer as the pack itself words them."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from eligibility.diagnostics.diagnostic import MAX_WORD, mistyped
from eligibility.law.vocabulary import Fact
from eligibility.words.closed import form_text, state_text, yes_or_no
from eligibility.words.text import Text

Names = Mapping[str, Text]
"""what each id is called"""

NO_NAMES: Names = {}
_WORD = re.compile(r"[^\W_]+")


def meant(typed: str, known: Iterable[str], names: Names = NO_NAMES) -> tuple[str, str]:
    """What may be repeated of what was typed, and the id it is likely meant for.
    Words are repeated only if the pack's own names are made of them: a person's name is not."""
    said = _words(typed[: 2 * MAX_WORD])
    if said and any(not word.isascii() for word in said) and names:
        found = [id for id in known if id in names and any(_speaks(said, name) for name in _both(names[id]))]
        if found:
            return " ".join(typed.split()), min(found, key=lambda id: _distance(said, names[id]))
    return mistyped(typed, known)


def names_of_choice(fact: Fact) -> Names:
    return {id: choice.label for id, choice in (fact.values or {}).items()}


def names_presented(known: Iterable[str]) -> Names:
    """Of forms and states of a document presented."""
    return {id: form_text(id) or state_text(id) for id in known}


def says_yes_or_no(typed: object) -> bool:
    """Whether it is one of the words that stand for true and false on a screen."""
    words = chain.from_iterable(_both(yes_or_no(one)) for one in (True, False))
    return isinstance(typed, str) and typed.strip().casefold() in words


def _both(text: Text) -> tuple[str, str]:
    return text.kk, text.ru


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _speaks(said: list[str], name: str) -> bool:
    """Every word that was typed stands in the name."""
    return set(said) <= set(_words(name))


def _distance(said: list[str], name: Text) -> tuple[int, int]:
    """Of several names the one that begins so, and of those the shortest."""
    found = [(_words(one)[: len(said)] != said, len(_words(one))) for one in _both(name) if _speaks(said, one)]
    return min(found)
