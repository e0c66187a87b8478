"""Diagnostics: what is wrong, where, and the likely fix, as values."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Literal

from eligibility.words.text import Lang, Text

Severity = Literal["error", "warning"]
"""an error stops what was asked for, a warning does not"""
Translate = Callable[[str], str]


MAX_WORD = 60
MAX_BITS = 200
"""of a number that is worth repeating"""
_REPEATABLE = re.compile(r"[a-z][a-z0-9_.-]{0,59}|-?[0-9][0-9.:/-]{0,9}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, lines and columns counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing wrong. `text` and `hint` are templates, so that they can be said in another language."""

    code: str
    text: str
    where: Place | str = ""
    hint: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"

    def message(self, translate: Translate = str) -> str:
        return _said(self.text, self.values, translate)

    def advice(self, translate: Translate = str) -> str:
        return _said(self.hint, self.values, translate) if self.hint else ""

    def as_json(self, translate: Translate = str) -> dict[str, object]:
        said = {"code": self.code, "where": str(self.where)}
        if isinstance(self.where, Place):
            place = {"file": self.where.file, "line": self.where.line, "column": self.where.column}
        else:
            place = {}
        return {
            **said,
            **place,
            "severity": self.severity,
            "message": self.message(translate),
            "hint": self.advice(translate),
        }


def _said(template: str, values: Mapping[str, object], translate: Translate) -> str:
    lang: Lang = getattr(translate, "lang", "kk")
    said = {name: value[lang] if isinstance(value, Text) else value for name, value in values.items()}
    return translate(template).format(**said)


class Refused(Exception):
    """Input or a rule pack that cannot be used, with every diagnostic found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.where}: {d.message()}" for d in self.diagnostics))


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


def mistyped(word: str, known: Iterable[str]) -> tuple[str, str]:
    """What was typed and the known word it is likely meant for; what is like none of them is masked."""
    guess = closest(word[:MAX_WORD], known)
    return (word[:MAX_WORD] if guess and word.isascii() else masked(word)), guess
