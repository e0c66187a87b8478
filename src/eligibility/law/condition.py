"""The condition language: a small closed tree, its parser and its printer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Operator = Literal["==", "!=", "<", "<=", ">", ">="]
Value = bool | int | str

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
class Compare:
    fact: str
    op: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class OneOf:
    fact: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple["Condition", ...]


Condition = Constant | Name | Compare | OneOf | Not | All | Either
"""a condition's tree"""
ALWAYS = Constant(True)
UNSAID = Constant(None)
CONSTANTS: dict[str, Constant] = {"true": ALWAYS, "false": Constant(False), "unsaid": UNSAID}


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    offset: int
    message: str
    hint: str


@lru_cache(4096)
def parse(text: str | None) -> Condition | SyntaxProblem:
    """The tree of a condition's text; no text means always."""
    if text is None:
        return ALWAYS
    if len(text) > MAX_LENGTH:
        return SyntaxProblem(MAX_LENGTH, "the condition is too long", "split it into categories")
    try:
        return _Parser(text).whole()
    except _Stop as stop:
        return stop.problem


def parsed(text: str | None) -> Condition:
    """The tree of a text that lint has passed."""
    tree = parse(text)
    if isinstance(tree, SyntaxProblem):
        raise ValueError(f"condition {text!r}: {tree.message}")
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
            return f"{fact} {op} {_literal(value)}"
        case OneOf(fact, values):
            return f"{fact} in [{', '.join(_literal(v) for v in values)}]"
        case Not(part):
            return f"not {_written(part, _NOT)}"
        case All(parts):
            return _joined(parts, " and ", _ALL, outer)
        case Either(parts):
            return _joined(parts, " or ", _EITHER, outer)


def _joined(parts: tuple[Condition, ...], word: str, level: int, outer: int) -> str:
    text = word.join(_written(part, level) for part in parts)
    return f"({text})" if outer >= level else text


def _literal(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


class _Stop(Exception):
    def __init__(self, offset: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = SyntaxProblem(offset, message, hint)


_TOKEN = re.compile(r"\s*(?:(?P<word>[a-z_][a-z0-9_-]*)|(?P<number>\d+)|(?P<sign>==|!=|<=|>=|<|>|\(|\)|\[|\]|,))")
_KEYWORDS = frozenset({"and", "or", "not", "in", *CONSTANTS})
_OPERATORS: dict[str, Operator] = {"==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    offset: int


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    end = len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            raise _Stop(start, f"{text[start]!r} has no meaning here", "see the condition language in writing-rules.md")
        kind = match.lastgroup
        found.append(_Token(kind, match.group(kind), match.start(kind)))
        at = match.end()
    found.append(_Token("end", "", end))
    return found


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    def whole(self) -> Condition:
        tree = self._either()
        if self._next.kind != "end":
            raise self._stop(f"{self._next.text!r} is not expected here", "join conditions with 'and' or 'or'")
        return tree

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _stop(self, message: str, hint: str) -> _Stop:
        return _Stop(self._next.offset, message, hint)

    def _take(self, text: str) -> bool:
        if self._next.text == text:
            self._at += 1
            return True
        return False

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise self._stop(f"{text!r} is missing", f"add {text!r}")

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
            raise self._stop("the condition is nested too deeply", "split it into categories")
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
            raise self._stop("a fact or a category is missing", "write the name of a fact or a category")
        self._at += 1
        if token.text in CONSTANTS:
            return CONSTANTS[token.text]
        if self._take("in"):
            return OneOf(token.text, self._list())
        if self._next.text in _OPERATORS:
            op = _OPERATORS[self._next.text]
            self._at += 1
            return Compare(token.text, op, self._value())
        return Name(token.text)

    def _list(self) -> tuple[Value, ...]:
        self._expect("[")
        values = [self._value()]
        while self._take(","):
            values.append(self._value())
        self._expect("]")
        return tuple(values)

    def _value(self) -> Value:
        token = self._next
        if token.kind == "number":
            self._at += 1
            return int(token.text)
        if token.kind == "word" and token.text not in _KEYWORDS - {"true", "false"}:
            self._at += 1
            return {"true": True, "false": False}.get(token.text, token.text)
        raise self._stop("a value is missing", "write a number, true, false or one of the fact's values")
