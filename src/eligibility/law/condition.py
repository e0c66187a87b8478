"""The condition language: a small closed tree, its parser and its printer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.ordered import Number
from eligibility.law.tokens import MonthDay, Stop, Token, tokens
from eligibility.law.tokens import SyntaxProblem as SyntaxProblem

Operator = Literal["==", "!=", "<", "<=", ">", ">="]
Value = bool | int | Decimal | str | date | tuple[str, ...]
"""what a fact may be; several ids where it holds several at once"""

MAX_LENGTH = 2_000
MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Constant:
    """True, false, or None: `unsaid`, of which the text does not say what it is."""

    value: bool | None


@dataclass(frozen=True, slots=True)
class Name:
    """A boolean fact or a category."""

    id: str


@dataclass(frozen=True, slots=True)
class Other:
    """The day of filing, the day of another fact, or a parameter on the day of filing, so many times."""

    id: str
    times: Number | None = None


@dataclass(frozen=True, slots=True)
class Compare:
    fact: str
    op: Operator
    value: Value | Other


@dataclass(frozen=True, slots=True)
class OneOf:
    fact: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A day lies in a part of its year, both ends included; over New Year where the last day comes first."""

    fact: str
    first: MonthDay
    last: MonthDay


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple["Condition", ...]


Comparison = Name | Compare | OneOf | Window
"""what is asked of facts themselves"""
Condition = Constant | Comparison | Not | All | Either
"""a condition's tree"""
ALWAYS = Constant(True)
UNSAID = Constant(None)
CONSTANTS: dict[str, Constant] = {"true": ALWAYS, "false": Constant(False), "unsaid": UNSAID}


@lru_cache(4096)
def parse(text: str | None) -> Condition | SyntaxProblem:
    """The tree of a condition's text; no text means always."""
    if text is None:
        return ALWAYS
    if len(text) > MAX_LENGTH:
        return SyntaxProblem(MAX_LENGTH, "condition-too-long")
    try:
        return _Parser(text).whole()
    except Stop as stop:
        return stop.problem


def parsed(text: str | None) -> Condition:
    """The tree of a text that lint has passed."""
    tree = parse(text)
    if isinstance(tree, SyntaxProblem):
        raise ValueError(f"condition {text!r}: {tree.code}")
    return tree


def written(tree: Condition) -> str:
    """The condition's text; `parse` reads it back to the same tree."""
    return _written(tree, 0)


def walk(tree: Condition) -> Iterator[Condition]:
    yield tree
    match tree:
        case Not(part):
            yield from walk(part)
        case All(parts) | Either(parts):
            for part in parts:
                yield from walk(part)
        case _:
            pass


_EITHER, _ALL, _NOT = 1, 2, 3


def _written(tree: Condition, outer: int) -> str:
    match tree:
        case Constant():
            return next(word for word, constant in CONSTANTS.items() if constant == tree)
        case Name(id):
            return id
        case Compare(fact, op, value):
            return f"{fact} {op} {written_value(value)}"
        case OneOf(fact, values):
            return f"{fact} in [{', '.join(written_value(v) for v in values)}]"
        case Window(fact, first, last):
            return f"{fact} in {_month_day(first)}..{_month_day(last)}"
        case Not(part):
            return f"not {_written(part, _NOT)}"
        case All(parts):
            return _joined(parts, " and ", _ALL, outer)
        case Either(parts):
            return _joined(parts, " or ", _EITHER, outer)


def _joined(parts: tuple[Condition, ...], word: str, level: int, outer: int) -> str:
    text = word.join(_written(part, level) for part in parts)
    return f"({text})" if outer >= level else text


def written_value(value: Value | Other) -> str:
    """A value as conditions write it."""
    match value:
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}"
        case tuple():
            return f"[{', '.join(value)}]"
        case Other(id, times):
            return id if times is None else f"{written_value(times)} * {id}"
        case _:
            return str(value)


def _month_day(one: MonthDay) -> str:
    return f"{one[0]:02}-{one[1]:02}"


_KEYWORDS = frozenset({"and", "or", "not", "in", *CONSTANTS})
_OPERATORS: dict[str, Operator] = {"==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._at = 0
        self._depth = 0

    def whole(self) -> Condition:
        tree = self._either()
        if self._next.text == "*":
            raise self._next.stop("condition-arithmetic")
        if self._next.kind != "end":
            raise self._stop("condition-unjoined", self._next.text)
        return tree

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _stop(self, code: str, sign: str = "") -> Stop:
        return Stop(SyntaxProblem(self._next.offset, code, sign))

    def _take(self, text: str) -> bool:
        if self._next.text == text:
            self._at += 1
            return True
        return False

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise self._stop("condition-sign", text)

    def _either(self) -> Condition:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self) -> Condition:
        parts = [self._unary()]
        while self._take("and"):
            parts.append(self._unary())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _unary(self) -> Condition:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._stop("condition-too-deep")
        try:
            if self._take("not"):
                return Not(self._unary())
            if self._take("("):
                inner = self._either()
                self._expect(")")
                return inner
            return self._atom()
        finally:
            self._depth -= 1

    def _atom(self) -> Condition:
        token = self._next
        if token.kind != "word" or token.text in {"and", "or", "in"}:
            raise self._stop("condition-name")
        self._at += 1
        if token.text in CONSTANTS:
            return CONSTANTS[token.text]
        if self._take("in"):
            return self._window(token.text) if self._next.kind == "window" else OneOf(token.text, self._list())
        if self._next.text in _OPERATORS:
            op = _OPERATORS[self._next.text]
            self._at += 1
            return Compare(token.text, op, self._compared(op))
        return Name(token.text)

    def _window(self, fact: str) -> Window:
        window = Window(fact, *self._next.window())
        self._at += 1
        return window

    def _list(self) -> tuple[Value, ...]:
        self._expect("[")
        values = [self._value()]
        while self._take(","):
            values.append(self._value())
        self._expect("]")
        return tuple(values)

    def _compared(self, op: Operator) -> Value | Other:
        """A word is the id of a value, but of what has an order it is a fact or a parameter."""
        token = self._next
        value = self._value()
        if token.kind == "number":
            return self._times(token)
        if isinstance(value, str) and (op not in ("==", "!=") or value == FILING_DAY):
            return Other(value)
        return value

    def _times(self, number: Token) -> Number | Other:
        sign = self._next
        if sign.kind == "number" or (sign.text == "," and self._tokens[self._at + 1].kind == "number"):
            end = sign if sign.kind == "number" else self._tokens[self._at + 1]
            raise Stop(SyntaxProblem(number.offset, "condition-decimal", self._text[number.offset : end.end]))
        if not self._take("*"):
            return number.number()
        name = self._next
        if name.kind != "word" or name.text in _KEYWORDS:
            raise sign.stop("condition-arithmetic")
        self._at += 1
        return Other(name.text, number.number())

    def _value(self) -> Value:
        token = self._next
        if token.kind in ("number", "date"):
            self._at += 1
            return token.number() if token.kind == "number" else token.day()
        if token.kind == "window":
            raise token.stop("condition-window")
        if token.kind == "word" and token.text not in _KEYWORDS - {"true", "false"}:
            self._at += 1
            return {"true": True, "false": False}.get(token.text, token.text)
        raise self._stop("condition-value")
