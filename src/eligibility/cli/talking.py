"""Talking with somebody by lines: what is told and asked goes to standard error, so that a pipe gets the result alone."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from itertools import accumulate
from typing import NamedTuple

from eligibility.answer.question import Option, both_answers
from eligibility.cli.language import lang, say, words
from eligibility.cli.output import Style, put, width
from eligibility.diagnostics.refusal import Refused
from eligibility.interview.typed import number_typed, option_typed, says_unsure
from eligibility.law.condition import Value
from eligibility.plain.lines import next_line
from eligibility.words.spacing import HELD, wrapped
from eligibility.words.text import N_

UNSURE, WHY = "0", "?"
BACK = {"b", "и", "a", "а", "н", "артқа", "назад"}
QUIT = {"q", "й", "ш", "в", "шығу", "выход"}
"""the letters shown in either language, their words, and b and q, also as typed without leaving the Cyrillic layout"""
MAX_ANSWER = 1000

BY_NUMBER = N_("This answer is not understood. Type one of the numbers.")
MORE = N_("Enter – more lines")
ASKED_WHY = N_("? – why this is asked")
LEAVE, TO_GO_BACK = N_("q – leave"), N_("b – back")


class Stopped(Exception):
    """No more answers will come."""


class Ended(Stopped):
    """The input ended; nobody chose to stop."""


class NumberedLine(NamedTuple):
    """A line that can be chosen by its number."""

    number: int
    text: str

    @property
    def hang(self) -> int:
        return 5 - (3 - len(str(self.number)))

    def __str__(self) -> str:
        return f"{self.number:>3}  {self.text}"


def numbered(texts: Iterable[str]) -> list[NumberedLine]:
    return [NumberedLine(at, text) for at, text in enumerate(texts, 1)]


def at_terminal() -> bool:
    """Whether somebody sits there to read the result and to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def read() -> str:
    """The next answer, in small letters."""
    return read_as_typed().casefold()


def read_as_typed() -> str:
    print("> ", end="", file=sys.stderr, flush=True)
    line = next_line(sys.stdin, MAX_ANSWER)
    if not line:
        print(file=sys.stderr)
        raise Ended
    typed = "".join(sign for sign in line.strip() if sign.isprintable())
    if not sys.stdin.isatty():
        print(typed, file=sys.stderr)
    if typed.casefold() in QUIT:
        raise Stopped
    return typed


def agreed(why: str = "") -> bool:
    """The answer to a question of the program's own with yes or no; who does not know it does not agree."""
    return picked(both_answers(), False, why) is True


def picked(options: Sequence[Option], unsure: Value | None, why: str = "") -> Value:
    """The answer to a question of the program's own, which may be explained; `unsure` is what «I don't know» comes to, where
    that is an answer."""
    tell_lines(numbered(option.label[lang()] for option in options))
    hint(LEAVE, ASKED_WHY if why else "")
    while True:
        typed = read()
        if why and typed == WHY:
            tell(why)
            continue
        wanted = unsure if typed == UNSURE or says_unsure(typed) else option_typed(options, typed, lang())
        if wanted is not None:
            return wanted
        tell(wrong_number(typed, len(options)) or say(BY_NUMBER), "bad")


def wrong_number(typed: str, most: int) -> str:
    """What is said of a number that no line has; nothing of what is no number, or a right one."""
    if not typed.lstrip("-").isdecimal() or number_typed(typed, most):
        return ""
    return say(N_("There is no such number. Type one from 1 to {n}."), n=most)


def pages(lines: Sequence[NumberedLine], beside: int) -> Iterator[Sequence[NumberedLine]]:
    """What fits on the screen at once with so many rows of other text; all together where nobody looks at a screen."""
    room = shutil.get_terminal_size((80, 24)).lines - beside
    rows = [len(wrapped(str(one), width(), hang=" " * one.hang)) for one in lines]
    if not sys.stderr.isatty() or sum(rows) <= room:
        yield lines
        return
    while lines:
        fits = max(1, sum(1 for taken in accumulate(rows) if taken <= room))
        yield lines[:fits]
        lines, rows = lines[fits:], rows[fits:]


class _Screen(StringIO):
    """What is printed, kept to be shown page by page; printed as on the terminal that it goes to."""

    def isatty(self) -> bool:
        return True


def shown_by_pages(show: Callable[[], None]) -> bool:
    """Prints what `show` does, a screen at a time; False where the reader leaves before its end, and then the rest at once."""
    with redirect_stdout(_Screen()) as screen:
        show()
    lines = screen.getvalue().splitlines()
    room = max(1, shutil.get_terminal_size((80, 24)).lines - 2)
    while len(lines) > room:
        print("\n".join(lines[:room]))
        lines = lines[room:]
        hint(MORE, LEAVE)
        try:
            read()
        except Stopped:
            print("\n".join(lines))
            return False
    print("\n".join(lines))
    return True


def tell(text: str = "", style: Style = "plain", hang: int = 0) -> None:
    put(text, style, hang=hang, to=sys.stderr)


def tell_lines(lines: Iterable[NumberedLine]) -> None:
    for one in lines:
        tell(str(one), hang=one.hang)


def hint(*parts: str) -> None:
    """What may be typed; messages, of which an empty one is left out."""
    tell("  " + ", ".join(say(part).replace(" – ", f"{HELD}–{HELD}") for part in parts if part), "dim")


def tell_mistakes(refusal: Refused) -> None:
    for diagnostic in refusal.diagnostics:
        tell(diagnostic.message(words()), "bad")
