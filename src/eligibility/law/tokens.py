"""The words, numbers, days and signs of a condition's text, and what somebody who mistypes one is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from eligibility.law.ordered import Number, exact, is_exact

MonthDay = tuple[int, int]
"""a day of any year: its month and its number"""
TokenKind = Literal["window", "date", "number", "word", "sign", "end"]

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<window>[\d-]*\d\.\.[\d-]*)
      | (?P<date>\d+-[\d-]*\d | \d+\.\d+\.[\d.]*)
      | (?P<number>\d+(?:\.\d*)? | \.\d+)
      | (?P<word>[a-z_][a-z0-9_-]*)
      | (?P<sign>==|!=|<=|>=|<|>|\(|\)|\[|\]|,|\*)
    )""",
    re.VERBOSE,
)
_FOREIGN = re.compile(r"[^\W\d_]+|&&?|\|\|?|!")
_JOINING = frozenset(
    [
        *("and", "or", "not", "in", "true", "false", "&&", "&", "||", "|", "!"),
        *("және", "мен", "немесе", "әлде", "емес", "жоқ"),
        *("и", "или", "либо", "не", "нет", "да"),
    ]
)
"""what somebody may write for the words of the language: in capitals, in another language, in another notation"""
_QUOTES = "\"'`«»“”„‘’"
_ARITHMETIC = "+-/%^"
_WINDOW = re.compile(r"(\d\d)-(\d\d)\.\.(\d\d)-(\d\d)")
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    offset: int
    code: str
    """as diagnostics declare it"""
    sign: str = ""
    """that is not wanted, or is missing, here"""


class Stop(Exception):
    """The text is no condition from here on."""

    def __init__(self, problem: SyntaxProblem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Token:
    kind: TokenKind
    text: str
    offset: int

    @property
    def end(self) -> int:
        return self.offset + len(self.text)

    def stop(self, code: str) -> Stop:
        return Stop(SyntaxProblem(self.offset, code, self.text))

    def number(self) -> Number:
        if not re.fullmatch(r"\d+(\.\d+)?", self.text) or not is_exact(Decimal(self.text)):
            raise self.stop("condition-decimal")
        return exact(Decimal(self.text))

    def day(self) -> date:
        try:
            day = date.fromisoformat(self.text)
        except ValueError:
            raise self.stop("condition-date") from None
        if day.isoformat() != self.text or day.year == date.max.year:
            raise self.stop("condition-date")
        return day

    def window(self) -> tuple[MonthDay, MonthDay]:
        found = _WINDOW.fullmatch(self.text)
        if found is None:
            raise self.stop("condition-window")
        month, day, last_month, last_day = map(int, found.groups())
        for one in ((month, day), (last_month, last_day)):
            try:
                date(_LEAP_YEAR, *one)
            except ValueError:
                raise self.stop("condition-window") from None
        return (month, day), (last_month, last_day)


def tokens(text: str) -> list[Token]:
    return list(_found(text))


def _found(text: str) -> Iterator[Token]:
    at = 0
    end = len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            raise Stop(_problem(text, at + len(text[at:]) - len(text[at:].lstrip())))
        kind: TokenKind
        for kind in ("window", "date", "number", "word", "sign"):
            if match[kind] is not None:
                yield Token(kind, match[kind], match.start(kind))
        at = match.end()
    yield Token("end", "", end)


def _problem(text: str, at: int) -> SyntaxProblem:
    sign, foreign = text[at], _FOREIGN.match(text, at)
    if sign in _QUOTES:
        return SyntaxProblem(at, "condition-quotes", sign)
    if foreign and foreign[0].casefold() in _JOINING:
        return SyntaxProblem(at, "condition-language", foreign[0])
    return SyntaxProblem(at, "condition-arithmetic" if sign in _ARITHMETIC else "condition-syntax", sign)
