"""The case of a scenario, asked for by the interview: day, act, service, the questions that matter, the documents presented."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from eligibility.answer.answer import Answer
from eligibility.answer.question import Option
from eligibility.answer.short_form import none_of_these
from eligibility.cli.answering import held
from eligibility.cli.beginning import begun
from eligibility.cli.language import lang, say
from eligibility.cli.talking import (
    LEAVE,
    Stopped,
    hint,
    numbered,
    read,
    tell,
    tell_lines,
    tell_mistakes,
    wrong_number,
)
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.search import Search, check_named
from eligibility.interview.typed import HOW, NOT_UNDERSTOOD, day_typed, number_typed, options_typed
from eligibility.words.text import N_, Text

TODAY = N_("Enter – today")
BY_REGION = N_("By the region: the act that stands there on the day")
BY_WORD = N_("the number of a line, or the number or a word of the act")
NOTHING_SAID = N_("Enter – nothing is said of that")


class AskedCase(NamedTuple):
    """A case with what is answered to it."""

    data: dict[str, Any]
    answer: Answer


def case_asked(engine: Engine, as_if: bool) -> AskedCase:
    """Raises `Stopped` where no more answers come."""
    day = _day(engine)
    interview = _interview(Search(engine, act=_act(engine), on=day), as_if)
    answer, papers = interview.answer_so_far, None
    if offered := tuple(_papers(answer)):
        papers = _presented(offered)
    if papers is None:
        return AskedCase(interview.case, answer)
    data = {**interview.case, "submitted": papers}
    return AskedCase(data, engine.answer(data, interview.as_if))


def _interview(search: Search, as_if: bool) -> Interview:
    about = begun(search, "", search.on.isoformat() if search.on else "", None, as_if)
    if about is None:
        raise Stopped
    if not isinstance(about, Interview):
        search.engine.decide(about.case)
        raise Stopped
    interview, stopped = held(about)
    if stopped:
        raise stopped
    return interview


def _day(engine: Engine) -> date:
    tell()
    tell(say(N_("On which day is the application filed?")), "head")
    tell("  " + say(HOW["date"]))
    hint(TODAY, LEAVE)
    while True:
        typed = read()
        day = day_typed(typed) if typed else date.today()
        if day is None:
            tell(say(NOT_UNDERSTOOD["date"]), "bad")
            continue
        try:
            check_named(engine, None, None, None, day.isoformat())
        except Refused as error:
            tell_mistakes(error)
        else:
            return day


def _act(engine: Engine) -> str | None:
    """The act that the scenario is about, by its number in the list or by what it is called; none where the region tells it."""
    held = {key.act for key in engine.pack.editions()}
    names = {id: act.cited[lang()] for id, act in engine.acts.items() if id in held}
    shown = list(names)
    while True:
        tell()
        tell(say(N_("Which act is the scenario about?")), "head")
        tell_lines(numbered([*map(names.__getitem__, shown), say(BY_REGION)]))
        hint(BY_WORD, LEAVE)
        typed, most = read(), len(shown) + 1
        if number := number_typed(typed, most):
            return None if number == most else shown[number - 1]
        found = [id for id, name in names.items() if typed and (typed in id or typed in name.casefold())]
        if len(found) == 1:
            tell("  " + names[found[0]], "good", hang=2)
            return found[0]
        shown = found or list(names)
        if not found:
            tell(wrong_number(typed, most) or say(NOT_UNDERSTOOD["option"]), "bad")


def _papers(answer: Answer) -> Iterator[Option]:
    """The documents that lines of the list may be satisfied with, each once."""
    if answer.known_only:
        return
    found: dict[str, Text] = {}
    for line in answer.lines:
        if line.of_applicant:
            members = (*line.line.accepted, *(id for one in line.line.sets for id in one))
            found |= {id: answer.pack.documents[id].name for id in members} or {line.document: line.name}
    yield from (Option(id, name) for id, name in found.items())


def _presented(offered: tuple[Option, ...]) -> list[str] | None:
    """None where nothing is said of it."""
    tell()
    tell(say(N_("Which documents are presented?")), "head")
    tell_lines(numbered([*(option.label[lang()] for option in offered), none_of_these()[lang()]]))
    hint(HOW["options"], NOTHING_SAID, LEAVE)
    while typed := read():
        chosen = options_typed(offered, typed, lang())
        if chosen is not None:
            return list(chosen)
        tell(say(NOT_UNDERSTOOD["options"]), "bad")
    return None
