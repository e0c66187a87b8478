"""The questions of an interview put one by one, and the answers read over before the result."""

import sys
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeVar

from eligibility.answer.question import FILING_FOR_OPTIONS, Question, QuestionKind, filing_for_question
from eligibility.answer.short_form import none_of_these
from eligibility.cli.language import lang, say
from eligibility.cli.talking import (
    ASKED_WHY,
    BACK,
    BY_NUMBER,
    LEAVE,
    TO_GO_BACK,
    UNSURE,
    WHY,
    Ended,
    Stopped,
    agreed,
    hint,
    numbered,
    picked,
    read,
    tell,
    tell_lines,
    tell_mistakes,
    wrong_number,
)
from eligibility.diagnostics.refusal import Refused
from eligibility.interview.interview import Interview
from eligibility.interview.reply import Reply
from eligibility.interview.typed import no_such_day, number_typed, reply_typed, says_unsure
from eligibility.law.address import FilingFor
from eligibility.words.text import N_, Text

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
    "option": BY_NUMBER,
    "number": N_("This answer is not understood. Type a whole number."),
    "number-or-birth-date": N_("This answer is not understood. Type a whole number, or a date as 31.05.2010."),
}
WHY_AS_IF = N_(
    "Here is the text of an act that is not the law on this day. What it says can be read, but nothing follows from it "
    "for this day."
)
DAYS: tuple[QuestionKind, ...] = ("date", "number-or-birth-date")


Asking = TypeVar("Asking")
"""what asks: the answers given so far, of which every answer makes another one"""


class HeldInterview(NamedTuple):
    """An interview held to its end, or as far as the reader went."""

    interview: Interview
    ended: bool
    """whether the result was asked for"""


def held(interview: Interview) -> HeldInterview:
    """Asks until nothing is left to ask and nobody changes an answer any more; where the input ends, that is the end."""
    try:
        if interview.not_the_law:
            interview = _as_if_wanted(interview, interview.not_the_law)
        interview = _worded(interview)
        while True:
            if question := interview.question:
                put_question(question, interview.number, may_go_back=bool(interview.given))
                interview = _echoed(after_typed(question, interview.reply, interview.back), question)
            elif changed := _reviewed(interview):
                interview = changed
            else:
                return HeldInterview(interview, True)
    except Stopped:
        return HeldInterview(interview, False)


def _worded(interview: Interview) -> Interview:
    """The first question, on which only the wording of the others depends; not asked where there are none."""
    if interview.filing_for or interview.question is None:
        return interview
    return interview.with_filing_for(asked_filing_for())


def asked_filing_for() -> FilingFor:
    """For whom somebody files; a script is not asked and files for itself."""
    if not sys.stdin.isatty():
        return "self"
    asked = filing_for_question()
    tell()
    tell(asked.ask[lang()], "head")
    chosen = picked(asked.options, "self", asked.why[lang()])
    return next(one for one in FILING_FOR_OPTIONS if one == chosen)


def _as_if_wanted(interview: Interview, standing: Text) -> Interview:
    tell()
    tell(standing[lang()], "bad")
    tell(say(N_("Show its content as if it were in force?")), "head")
    return interview.as_if_in_force() if agreed(say(WHY_AS_IF)) else interview


def put_question(question: Question, at: int, may_go_back: bool) -> None:
    """Prints the question, the options, and what else may be typed."""
    number = f"{at}. "
    tell()
    tell(number + question.ask[lang()], "head", hang=len(number))
    labels = [option.label[lang()] for option in question.options]
    tell_lines(numbered([*labels, none_of_these()[lang()]] if question.many else labels))
    if question.hint:
        tell(f"  {question.hint[lang()]}", hang=2)
    if question.kind in HINTS:
        unit = f" ({question.unit[lang()]})" if question.unit else ""
        tell("  " + say(HINTS[question.kind]) + unit)
    unsure = N_("0 – I don't know") if question.options else N_("«-» – I don't know")
    hint(unsure, TO_GO_BACK if may_go_back else "", LEAVE, ASKED_WHY)


def after_typed(question: Question, replied: Callable[[Reply | None], Asking], back: Callable[[], Asking]) -> Asking:
    """What follows from what is typed; what is no answer, or cannot be true, is told so and asked for again."""
    while True:
        typed = read()
        if typed == WHY:
            tell(question.why[lang()])
        elif typed in BACK:
            return back()
        elif says_unsure(typed) or (typed == UNSURE and question.options):
            return replied(None)
        elif (reply := reply_typed(question, typed, lang())) is None:
            tell(_not_understood(question, typed), "bad")
        else:
            try:
                return replied(reply)
            except Refused as error:
                tell_mistakes(error)


def _not_understood(question: Question, typed: str) -> str:
    if question.kind in DAYS and no_such_day(typed):
        return say(N_("There is no such day: {day}."), day=typed)
    number = wrong_number(typed, len(question.options)) if question.kind == "option" else ""
    return number or say(NOT_UNDERSTOOD[question.kind])


def _echoed(interview: Interview, question: Question) -> Interview:
    """Tells how the answer was understood, if there is one."""
    for one in interview.review:
        if one.fact == question.fact:
            tell("  " + say(N_("Your answer: {answer}"), answer=one.answer))
    return interview


def _reviewed(interview: Interview) -> Interview | None:
    """The interview with another answer, or with one less; nothing where they stay as they are."""
    answers = interview.review
    if not answers:
        return None
    tell()
    tell(say(N_("Your answers")), "head")
    for line, one in zip(numbered(one.ask[lang()] for one in answers), answers, strict=True):
        tell_lines([line])
        tell(" " * 5 + one.answer[lang()], "good")
    hint(N_("a number – change that answer"), N_("Enter – on to the result"), TO_GO_BACK, LEAVE)
    while True:
        try:
            typed = read()
        except Ended:
            return None
        if not typed:
            return None
        if typed in BACK:
            return interview.back()
        if number := number_typed(typed, len(answers)):
            return _changed(interview, answers[number - 1].fact, number)
        tell(say(N_("Type the number of an answer, or press Enter.")), "bad")


def _changed(interview: Interview, fact: str, number: int) -> Interview:
    question = interview.asked_before(fact)
    put_question(question, number, may_go_back=True)
    return _echoed(after_typed(question, partial(interview.change, fact), lambda: interview), question)
