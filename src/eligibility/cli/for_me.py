"""«What is for me» in a conversation: a situation to start from, the few questions, the services chosen from the result."""

import sys
from datetime import date
from typing import Literal

from eligibility.cli.answering import asked, worded
from eligibility.cli.language import lang, say
from eligibility.cli.seeking import found
from eligibility.cli.showing import print_screening
from eligibility.cli.talking import BY_NUMBER, LEAVE, Ended, hint, numbered, read, tell, tell_lines, wrong_number
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.screening import Screening
from eligibility.interview.search import Search
from eligibility.interview.telling.what_suits import numbered_services
from eligibility.interview.typed import HOW, NOT_UNDERSTOOD, number_typed
from eligibility.law.address import FilingFor
from eligibility.words.text import N_

START = N_("What is it about?")
ANYTHING = N_("Enter – everything")
WHICH = N_("Which service?")
CHOOSE = N_("For which services shall one list be made?")
ENOUGH = N_("Enter – that is all")


def for_me(
    engine: Engine, region: str | None, on: date, as_if: bool = False, filing_for: FilingFor | None = None
) -> Interview | None:
    """Asks what is for somebody and lets one service be chosen; nothing where none is. Who leaves ends it with `Stopped`."""
    begun = Screening.of(engine, region or chosen_region(engine, on), on, as_if=as_if)
    narrow = narrowed(begun.with_filing_for(filing_for) if filing_for else begun)
    screening = asked(addressed(narrow)).conversation
    tell()
    print_screening(screening, sys.stderr)
    taken = chosen_service(screening)
    return screening.interview(taken) if taken else None


def chosen_region(engine: Engine, on: date) -> str:
    """By its number, or by what it is called."""
    return found(Search(engine, "", on=on)).named["region"]


def narrowed(screening: Screening) -> Screening:
    """To the services for what has happened, where that is said."""
    situations = screening.engine.pack.situations
    tell(say(START), "head")
    tell_lines(numbered(one.name[lang()] for one in situations.values()))
    hint(N_("the number of a line"), ANYTHING, LEAVE)
    try:
        while typed := read():
            if number := number_typed(typed, len(situations)):
                return screening.narrowed(list(situations)[number - 1])
            tell(say(BY_NUMBER), "bad")
    except Ended:
        pass
    return screening


def addressed(screening: Screening) -> Screening:
    """In the words for whom somebody asks, where that is said."""
    try:
        return worded(screening)
    except Ended:
        return screening


def chosen_service(screening: Screening) -> str | None:
    """The one service to go on with; none where the reader has seen enough."""
    return next(iter(_chosen(screening, "option", WHICH, N_("the number of a line"))), None)


def chosen_services(screening: Screening) -> tuple[str, ...]:
    """Those wanted of the services shown, in the order typed; none where the reader has seen enough."""
    return _chosen(screening, "options", CHOOSE, HOW["options"])


def _chosen(screening: Screening, kind: Literal["option", "options"], ask: str, how: str) -> tuple[str, ...]:
    shown = numbered_services(screening)
    if not shown:
        return ()
    tell()
    tell(say(ask), "head")
    hint(how, ENOUGH, LEAVE)
    try:
        while typed := read():
            parts = typed.replace(";", ",").split(",") if kind == "options" else [typed]
            numbers = [number_typed(one.strip(), len(shown)) for one in parts]
            if all(numbers):
                return tuple(dict.fromkeys(shown[number - 1] for number in numbers if number))
            tell(wrong_number(typed, len(shown)) or say(NOT_UNDERSTOOD[kind]), "bad")
    except Ended:
        pass
    return ()
