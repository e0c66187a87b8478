"""`eligibility ask`: the interview. Works on a terminal and in a pipe alike."""

import sys
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from eligibility.answer.absent import NoEdition
from eligibility.answer.question import Question, QuestionKind, both_answers
from eligibility.answer.short_form import none_of_these
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang, say, words
from eligibility.cli.options import (
    SERVICE,
    ActOption,
    AsIfOption,
    DayOption,
    JsonOption,
    RegionOption,
    date_of,
    day_of,
    reasoner,
)
from eligibility.cli.output import Style, put
from eligibility.cli.showing import show_answer, show_any
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.search import Search, check_named
from eligibility.interview.typed import number_typed, option_typed, reply_typed, says_unsure
from eligibility.plain.lines import next_line
from eligibility.words.text import N_, Text

UNSURE, WHY = "0", "?"
BACK = {"b", "и", "a", "а", "н", "артқа", "назад"}
QUIT = {"q", "й", "ш", "в", "шығу", "выход"}
"""the letters shown in either language, their words, and b and q, also as typed without leaving the Cyrillic layout"""

HINTS: dict[QuestionKind, str] = {
    "options": N_("one or more numbers, with commas between them"),
    "decimal": N_("a number, for example 20 000,50"),
    "date": N_("a date as 31.05.2010"),
    "number": N_("a whole number"),
    "number-or-birth-date": N_("a whole number, or the date of birth as 31.05.2010"),
}
NOT_UNDERSTOOD: dict[QuestionKind, str] = {
    "options": N_("This answer is not understood. Type numbers with commas between them."),
    "decimal": N_("This answer is not understood. Type a number, for example 20 000,50."),
    "date": N_("This answer is not understood. Type a date as 31.05.2010."),
    "option": N_("This answer is not understood. Type one of the numbers."),
    "number": N_("This answer is not understood. Type a whole number."),
    "number-or-birth-date": N_("This answer is not understood. Type a whole number, or a date as 31.05.2010."),
}
MAX_ANSWER = 1000


class Stopped(Exception):
    """No more answers will come."""


class Ended(Stopped):
    """The input ended; nobody chose to stop."""


@supplied("engine", reasoner)
def ask(
    *,
    service: Annotated[
        str | None, typer.Argument(metavar=SERVICE, help=say(N_("The service, by its id; asked for when left out.")))
    ] = None,
    act: ActOption = None,
    region: RegionOption = None,
    on: DayOption = None,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    engine: Engine,
) -> None:
    day = day_of(on)
    check_named(engine, service, act, region, day)
    try:
        named = _found(Search(engine, service, act, region, date_of(on))).named
    except Ended:
        key = "service" if service is None else "region"
        raise refused("missing-key", key, key=key) from None
    except Stopped:
        raise typer.Exit(0) from None
    found = engine.any_answer({**named, "on": day}, as_if)
    if isinstance(found, NoEdition):
        show_any(found, as_json)
        return
    interview = _held(Interview(engine, {**named, "on": day}, as_if=as_if))
    _tell()
    show_answer(interview.answer_so_far, as_json)


def _held(interview: Interview) -> Interview:
    """Holds the interview to its end, or as far as the reader goes."""
    try:
        if interview.not_the_law:
            interview = _as_if_wanted(interview, interview.not_the_law)
        while question := interview.question:
            _put(interview, question)
            interview = _after(interview, question)
    except Stopped:
        pass
    return interview


def _as_if_wanted(interview: Interview, standing: Text) -> Interview:
    _tell(standing[lang()], "bad")
    _tell(say(N_("Show its content as if it were in force?")))
    return interview.as_if_in_force() if _yes() else interview


def _yes() -> bool:
    """The answer to a question of the program's own."""
    for at, option in enumerate(both_answers(), 1):
        _tell_option(at, option.label[lang()])
    while True:
        wanted = option_typed(both_answers(), _read(), lang())
        if wanted is not None:
            return bool(wanted)
        _tell(say(NOT_UNDERSTOOD["option"]), "bad")


def _put(interview: Interview, question: Question) -> None:
    """Prints the question, the options, and what else may be typed."""
    number = f"{interview.number}. "
    _tell()
    _tell(number + question.ask[lang()], "head", hang=len(number))
    for at, option in enumerate(question.options, 1):
        _tell_option(at, option.label[lang()])
    if question.many:
        _tell_option(len(question.options) + 1, none_of_these()[lang()])
    if question.kind in HINTS:
        unit = f" ({question.unit[lang()]})" if question.unit else ""
        _tell("  " + say(HINTS[question.kind]) + unit)
    unsure = N_("0 – I don't know") if question.options else N_("«-» – I don't know")
    _hint(unsure, N_("b – back") if interview.given else "", N_("q – leave"), N_("? – why this is asked"))


def _after(interview: Interview, question: Question) -> Interview:
    """The interview after the answer that is typed; what is no answer is told so and asked for again."""
    while True:
        typed = _read()
        if typed == WHY:
            _tell(question.why[lang()])
        elif typed in BACK:
            return interview.back()
        elif says_unsure(typed) or (typed == UNSURE and question.options):
            return interview.unsure()
        elif (reply := reply_typed(question, typed, lang())) is None:
            _tell(say(NOT_UNDERSTOOD[question.kind]), "bad")
        else:
            try:
                return interview.answer(reply)
            except Refused as error:
                _tell_mistakes(error)


def _found(search: Search) -> Search:
    """Service and act or region, asked for where the command line does not name them."""
    while search.seeks:
        chosen = search.only() or _choose(search)
        search = search.choose(chosen) if chosen else search.back()
    return search


def _choose(search: Search) -> str:
    """The id of the line chosen; nothing where the reader goes back."""
    names = search.names(lang())
    shown = list(names)
    _tell(search.question[lang()], "head")
    while True:
        _list(names, shown)
        situations = N_("? – by what has happened") if search.situations else ""
        back = N_("b – back") if search.may_go_back else ""
        _hint(N_("the number of a line, or what you look for in your own words"), situations, back, N_("q – leave"))
        typed = _read()
        if search.may_go_back and typed in BACK:
            return ""
        number = number_typed(typed, len(names))
        if number is not None:
            return list(names)[number - 1]
        if typed.lstrip("-").isdigit():
            _tell(say(N_("There is no such line.")), "bad")
            shown = []
        elif typed == WHY:
            shown = _of_situation(search)
        else:
            shown = _meant(search, typed, names) if typed else list(names)
            if len(shown) == 1 and _agreed(names[shown[0]]):
                return shown[0]


def _list(names: Mapping[str, str], shown: Sequence[str]) -> None:
    """Each line under the number that it has among all."""
    numbers = {id: at for at, id in enumerate(names, 1)}
    for id in shown:
        _tell_option(numbers[id], names[id])


def _meant(search: Search, typed: str, names: Mapping[str, str]) -> list[str]:
    """What may be meant, best first; where nothing is near, what is offered for the situation that is chosen."""
    try:
        found = search.find(typed)
    except Refused as error:
        _tell_mistakes(error)
        return []
    ids = [id for id in found.ids if id in names]
    if found.single in ids:
        return ids[:1]
    if not found.meant or not ids:
        _tell(say(N_("Nothing is called so.")), "bad")
        if ids:
            _tell(say(N_("Near to it:")))
    return ids or _of_situation(search)


def _agreed(name: str) -> bool:
    """Whether the one thing found is the one looked for."""
    _tell(name, "head", hang=2)
    _tell(say(N_("Is this what you look for?")))
    return _yes()


def _of_situation(search: Search) -> list[str]:
    """The services for what has happened; nothing where no line is chosen."""
    situations = search.situations
    if not situations:
        return []
    _tell(say(N_("What is it about?")), "head")
    for at, situation in enumerate(situations, 1):
        _tell_option(at, situation.name[lang()])
    _hint(N_("the number of a line"), N_("Enter – back to the search"), N_("q – leave"))
    number = number_typed(_read(), len(situations))
    return list(situations[number - 1].services) if number else []


def _read() -> str:
    """The next answer; questions go to standard error, so that a pipe gets the checklist alone."""
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
    return typed.casefold()


def _hint(*parts: str) -> None:
    _tell("  " + ", ".join(say(part) for part in parts if part), "dim")


def _tell_mistakes(refusal: Refused) -> None:
    for diagnostic in refusal.diagnostics:
        _tell(diagnostic.message(words()), "bad")


def _tell_option(number: int, label: str) -> None:
    _tell(f"{number:>3}  {label}", hang=5 - (3 - len(str(number))))


def _tell(text: str = "", style: Style = "plain", hang: int = 0) -> None:
    put(text, style, hang=hang, to=sys.stderr)
