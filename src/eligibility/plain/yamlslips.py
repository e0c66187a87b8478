"""Which slip of writing made a file no YAML: the parser's own words name its grammar, not the author's mistake."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic, Place

ODD_SPACES = "\u00a0\u2007\u2009\u202f\u3000\ufeff"
"""signs that look like a space, or like nothing, and are part of a text to YAML"""

_ODD_SPACE = re.compile(rf"^[ -]*([{ODD_SPACES}])|[^\s:]:([{ODD_SPACES}])")
_COLON = re.compile(r"[^\s:]:(?=\s|$)")
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_ENDS = {"[": "]", "{": "}"}


class _Spot(NamedTuple):
    """A place in the lines of a file, counted from 0."""

    line: int
    column: int


class _Slip(NamedTuple):
    code: str
    spot: _Spot
    sign: str = ""
    """that the message names"""


class _Stumble(NamedTuple):
    """Where the parser stopped, where it began what it could not finish, and what it says of it."""

    lines: list[str]
    at: _Spot
    began: _Spot | None
    problem: str

    def line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def sign(self, spot: _Spot) -> str:
        return self.line(spot.line)[spot.column : spot.column + 1]

    @property
    def before(self) -> str:
        """What stands on the line before the place."""
        return self.line(self.at.line)[: self.at.column].rstrip()


def slip(name: str, text: str, error: Any) -> Diagnostic | None:
    """The likely slip behind an error of the parser, where it shows."""
    at = _spot(getattr(error, "problem_mark", None))
    if at is None:
        return None
    stumble = _Stumble(_LINE_END.split(text), at, _spot(error.context_mark), f"{error.context or ''}; {error.problem}")
    found = chain.from_iterable(likely(stumble) for likely in (_spaces, _quotes, _colons, _brackets, _signs, _columns))
    for code, spot, sign in found:
        return Diagnostic(code, Place(name, spot.line + 1, spot.column + 1), **({"sign": sign} if sign else {}))
    return None


def _spot(mark: Any) -> _Spot | None:
    return None if mark is None else _Spot(mark.line, mark.column)


def _spaces(stumble: _Stumble) -> Iterator[_Slip]:
    at = stumble.at.line
    line = stumble.line(at)
    if stumble.sign(stumble.at) == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        yield _Slip("yaml-tab", _Spot(at, line.index("\t")))
    for number in (at, at - 1):
        if odd := _ODD_SPACE.search(stumble.line(number)):
            yield _Slip("yaml-space", _Spot(number, max(odd.start(1), odd.start(2))))


def _quotes(stumble: _Stumble) -> Iterator[_Slip]:
    if stumble.began and "quoted scalar" in stumble.problem:
        yield _Slip("yaml-quote", stumble.began, stumble.sign(stumble.began))
    if stumble.before.endswith(("'", '"')) and "did not find expected" in stumble.problem:
        yield _Slip("yaml-after-quote", stumble.at)


def _colons(stumble: _Stumble) -> Iterator[_Slip]:
    """A colon where no key may stand: a second one on its line, or one below a line that is whole. Or none at all."""
    if "expected ':'" in stumble.problem and stumble.began:
        yield _Slip("yaml-no-colon", stumble.began)
    if "mapping values are not allowed" not in stumble.problem:
        return
    if _COLON.search(stumble.before):
        yield _Slip("yaml-colon", stumble.at)
    above = stumble.line(stumble.at.line - 1)
    if above.strip() and not _COLON.search(above):
        yield _Slip("yaml-no-colon", _Spot(stumble.at.line - 1, len(above) - len(above.lstrip())))
    yield _Slip("yaml-indent", stumble.at)


def _brackets(stumble: _Stumble) -> Iterator[_Slip]:
    """What ended a pair of brackets before its closing one, or a text that began with one."""
    at, began, before, sign = stumble.at, stumble.began, stumble.before, stumble.sign(stumble.at)
    if began and "flow" in stumble.problem:
        opened = stumble.sign(began)
        if at.line > began.line and opened in _ENDS and not before.lstrip(" -"):
            yield _Slip("yaml-unclosed", began, opened)
        if sign in _ENDS:
            yield _Slip("yaml-bracket", at, sign)
        if sign == ":" and at.line == began.line:
            yield _Slip("yaml-colon", at)
        if at.line > began.line and opened in _ENDS:
            yield _Slip("yaml-unclosed", began, opened)
    for opening, closing in _ENDS.items():
        if began and before.endswith(closing) and opening in before and sign not in ("", ",", *_ENDS.values()):
            yield _Slip("yaml-bracket", _Spot(at.line, before.rindex(opening)), opening)


def _signs(stumble: _Stumble) -> Iterator[_Slip]:
    if "block scalar" in stumble.problem and stumble.began:
        yield _Slip("yaml-sign", stumble.began, stumble.sign(stumble.began))
    sign = stumble.sign(stumble.at)
    if sign and ("cannot start any token" in stumble.problem or "expected node content" in stumble.problem):
        yield _Slip("yaml-sign", stumble.at, sign)


def _columns(stumble: _Stumble) -> Iterator[_Slip]:
    if not stumble.before and ("expected key" in stumble.problem or "expected '-'" in stumble.problem):
        yield _Slip("yaml-indent", stumble.at)
