"""«What is for me» in a conversation: a situation to start from, the few questions, the services chosen from the result."""

import sys
from datetime import date
from typing import Generic, NamedTuple

from eligibility.answer.question import Question
from eligibility.answer.short_form import none_of_these
from eligibility.cli.commands.ask import HINTS, NOT_UNDERSTOOD
from eligibility.cli.language import lang, say
from eligibility.cli.talking import (
    BACK,
    BY_NUMBER,
    LEAVE,
    TO_GO_BACK,
    UNSURE,
    WHY,
    Ended,
    Stopped,
    hint,
    numbered,
    read,
    tell,
    tell_lines,
    tell_mistakes,
)
from eligibility.cli.what_suits import numbered_services, print_screening
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.reply import Replied
from eligibility.interview.screening import Screening
from eligibility.interview.search import Search
from eligibility.interview.together import Asking, Together
from eligibility.interview.typed import number_typed, reply_typed, says_unsure
from eligibility.words.text import N_

START = N_("What is it about?")
ANYTHING = N_("Enter – everything")
CHOOSE = N_("For which services shall one list be made?")
NUMBERS = N_("one or more numbers, with commas between them")
IN_OWN_WORDS = N_("the number of a line, or what you look for in your own words")
ENOUGH = N_("Enter – that is all")


class ForMe(NamedTuple):
    """A service that was chosen because it suits."""

    service: str
    region: str
    given: tuple[Replied, ...]
    """the answers that were given on the way"""


def for_me(engine: Engine, region: str | None, on: date, as_if: bool = False) -> ForMe | None:
    """Asks what is for somebody and lets one service be chosen; nothing where none is. Who leaves ends it with `Stopped`."""
    begun = Screening.of(engine, region or chosen_region(engine, on), on, as_if=as_if)
    screening, _ = asked(narrowed(begun))
    tell()
    print_screening(screening, sys.stderr)
    taken = chosen_services(screening)
    given = tuple(Replied(one.topic.fact, one.reply) for one in screening.given)
    return ForMe(taken[0], screening.named["region"], given) if taken else None


def chosen_region(engine: Engine, on: date) -> str:
    """By its number, or by what it is called; one that a phrase means for certain is taken."""
    search = Search(engine, "", on=on)
    names = search.names(lang())
    shown = list(names)
    while True:
        tell(search.question[lang()], "head")
        tell_lines(numbered(names[id] for id in shown))
        hint(IN_OWN_WORDS, LEAVE)
        typed = read()
        if number := number_typed(typed, len(shown)):
            return shown[number - 1]
        try:
            found = search.find(typed)
        except Refused as error:
            tell_mistakes(error)
            continue
        ids = [id for id in found.ids if id in names]
        if found.single in ids:
            return ids[0]
        if not ids:
            tell(say(N_("Nothing is called so.")), "bad")
        shown = ids or list(names)


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


class AskedOf(NamedTuple, Generic[Asking]):
    """How far the questions led."""

    asking: Asking
    left: bool = False
    """somebody left before their end"""


def asked(asking: Asking) -> AskedOf[Asking]:
    """Asks as long as an answer changes anything; where the input ends, that is the end."""
    try:
        while question := asking.question:
            _put(asking, question)
            asking = _after(asking, question)
    except Ended:
        pass
    except Stopped:
        return AskedOf(asking, left=True)
    return AskedOf(asking)


def _put(asking: Together, question: Question) -> None:
    number = f"{asking.number}. "
    tell()
    if service := asking.open[0].service:
        tell(asking.answers[service].title[lang()], "dim")
    tell(number + question.ask[lang()], "head", hang=len(number))
    labels = [option.label[lang()] for option in question.options]
    tell_lines(numbered([*labels, none_of_these()[lang()]] if question.many else labels))
    if question.kind in HINTS:
        unit = f" ({question.unit[lang()]})" if question.unit else ""
        tell("  " + say(HINTS[question.kind]) + unit)
    unsure = N_("0 – I don't know") if question.options else N_("«-» – I don't know")
    hint(unsure, TO_GO_BACK if asking.given else "", LEAVE, N_("? – why this is asked"))


def _after(asking: Asking, question: Question) -> Asking:
    """What follows from what is typed; what is no answer is told so and asked for again."""
    while True:
        typed = read()
        if typed == WHY:
            tell(question.why[lang()])
        elif typed in BACK:
            return asking.back()
        elif says_unsure(typed) or (typed == UNSURE and question.options):
            return asking.unsure()
        elif (reply := reply_typed(question, typed, lang())) is None:
            tell(say(NOT_UNDERSTOOD[question.kind]), "bad")
        else:
            try:
                return asking.reply(reply)
            except Refused as error:
                tell_mistakes(error)


def chosen_services(screening: Screening) -> tuple[str, ...]:
    """Those wanted of the services shown, in the order typed; none where the reader has seen enough."""
    shown = numbered_services(screening)
    if not shown:
        return ()
    tell()
    tell(say(CHOOSE), "head")
    hint(NUMBERS, ENOUGH, LEAVE)
    try:
        while typed := read():
            numbers = [number_typed(one.strip(), len(shown)) for one in typed.replace(";", ",").split(",")]
            if all(numbers):
                return tuple(dict.fromkeys(shown[number - 1] for number in numbers if number))
            tell(say(NOT_UNDERSTOOD["options"]), "bad")
    except Ended:
        pass
    return ()
