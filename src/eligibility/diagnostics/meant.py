"""What was typed in place of a known word, as far as it may be repeated, and which word it is likely meant for."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from eligibility.diagnostics.refusal import refused
from eligibility.words.text import Text

Names = Mapping[str, Text]
"""what each id is called"""

NO_NAMES: Names = {}
MAX_WORD = 60
MAX_BITS = 200
"""of a number that is worth repeating"""

_REPEATABLE = re.compile(r"[a-z][a-z0-9_.-]{0,59}|-?[0-9][0-9.:/-]{0,9}")
_WORD = re.compile(r"[^\W_]+")

Word = TypeVar("Word", bound=str)


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or nothing."""
    matches = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def masked(value: Any) -> str:
    """What was typed, where it looks like an id, a day or a small number; a name or an IIN is never repeated."""
    if isinstance(value, int) and value.bit_length() > MAX_BITS:
        return "…"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if _REPEATABLE.fullmatch(text) else "…"


def misspelt(typed: str, known: Iterable[str]) -> dict[str, str]:
    """The values of a mistake in a rule file or a command, where nothing personal is typed."""
    words = tuple(known)
    return {"id": typed[:MAX_WORD], "guess": closest(typed[:MAX_WORD], words), "known": ", ".join(words)}


def mistyped(typed: str, known: Iterable[str], names: Names = NO_NAMES) -> dict[str, str]:
    """The values of a mistake in a case, where it may be a person's name that stands in the place of a known word.
    A name of the pack itself means its id; words that none of its names is made of are never repeated."""
    words = tuple(known)
    id, guess = _named(typed, words, names) or _spelt(typed, words)
    return {"id": id, "guess": guess, "known": ", ".join(words)}


def chosen(typed: str, known: Iterable[Word], where: str, code: str = "unknown-value") -> Word:
    """The word of a closed set; refuses any other."""
    words = tuple(known)
    for word in words:
        if word == typed:
            return word
    raise refused(code, where, **mistyped(typed, words))


def _spelt(typed: str, known: Iterable[str]) -> tuple[str, str]:
    """What is like none of the known words is masked."""
    guess = closest(typed[:MAX_WORD], known)
    return (typed[:MAX_WORD] if guess and typed.isascii() else masked(typed)), guess


def _named(typed: str, known: Iterable[str], names: Names) -> tuple[str, str] | None:
    """By the names the pack gives its ids, of which all the words that were typed are part."""
    said = _words(typed[: 2 * MAX_WORD])
    if not said or all(word.isascii() for word in said):
        return None
    found = [id for id in known if id in names and any(_speaks(said, name) for name in _both(names[id]))]
    return (" ".join(typed.split()), min(found, key=lambda id: _distance(said, names[id]))) if found else None


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
