"""The questions of an interview put one by one, and the answers read over before the result."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Generic, NamedTuple

from eligibility.answer.question import FILING_FOR_OPTIONS, Question, QuestionKind, filing_for_question
from eligibility.answer.short_form import none_of_these
from eligibility.cli.language import lang, say
from eligibility.cli.talking import (
    ASKED_WHY,
    BACK,
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
from eligibility.interview.conversation import Asking, Conversation
from eligibility.interview.interview import Interview
from eligibility.interview.reply import Reply, Topic
from eligibility.interview.typed import HOW, NOT_UNDERSTOOD, no_such_day, number_typed, reply_typed, says_unsure
from eligibility.law.address import FilingFor
from eligibility.words.text import N_, Text

WHY_AS_IF = N_(
    "Here is the text of an act that is not the law on this day. What it says can be read, but nothing follows from it "
    "for this day."
)
DAYS: tuple[QuestionKind, ...] = ("date", "number-or-birth-date")


class AskedSoFar(NamedTuple, Generic[Asking]):
    """How far the questions led."""

    conversation: Asking
    stopped: Stopped | None = None
    """what ended them before their end"""

    @property
    def left(self) -> bool:
        """Whether somebody chose to leave."""
        return self.stopped is not None and not isinstance(self.stopped, Ended)


def asked(conversation: Asking) -> AskedSoFar[Asking]:
    """Asks as long as an answer changes anything and somebody answers."""
    try:
        while question := conversation.question:
            topic = conversation.open[0]
            _put_service(conversation, topic)
            put_question(question, conversation.number, may_go_back=bool(conversation.given))
            conversation = _echoed(after_typed(question, conversation.reply, conversation.back), topic)
    except Stopped as stopped:
        return AskedSoFar(conversation, stopped)
    return AskedSoFar(conversation)


def held(interview: Interview) -> AskedSoFar[Interview]:
    """Asks until nothing is left to ask and nobody changes an answer any more; where the input ends, that is the end."""
    try:
        if interview.not_the_law:
            interview = _as_if_wanted(interview, interview.not_the_law)
        interview = worded(interview)
        while True:
            interview, stopped = asked(interview)
            changed = None if stopped else _reviewed(interview)
            if changed is None:
                return AskedSoFar(interview, stopped)
            interview = changed
    except Stopped as stopped:
        return AskedSoFar(interview, stopped)


def worded(conversation: Asking) -> Asking:
    """By the first question, on which only the wording of the others depends; not asked where there are none."""
    if conversation.filing_for or conversation.question is None:
        return conversation
    return conversation.with_filing_for(_filing_for())


def _filing_for() -> FilingFor:
    """For whom somebody files; a script is not asked and files for itself."""
    if not sys.stdin.isatty():
        return "self"
    question = filing_for_question()
    tell()
    tell(question.ask[lang()], "head")
    chosen = picked(question.options, "self", question.why[lang()])
    return next(one for one in FILING_FOR_OPTIONS if one == chosen)


def _as_if_wanted(interview: Interview, standing: Text) -> Interview:
    tell()
    tell(standing[lang()], "bad")
    tell(say(N_("Show its content as if it were in force?")), "head")
    return interview.as_if_in_force() if agreed(say(WHY_AS_IF)) else interview


def _put_service(conversation: Conversation, topic: Topic) -> None:
    """A question of one service among several stands under that service."""
    if topic.service and len(conversation.services) > 1:
        tell()
        tell(conversation.answers[topic.service].title[lang()], "dim")


def put_question(question: Question, at: int, may_go_back: bool) -> None:
    """Prints the question, the options, and what else may be typed."""
    number = f"{at}. "
    tell()
    tell(number + question.ask[lang()], "head", hang=len(number))
    labels = [option.label[lang()] for option in question.options]
    tell_lines(numbered([*labels, none_of_these()[lang()]] if question.many else labels))
    if question.hint:
        tell(f"  {question.hint[lang()]}", hang=2)
    if question.kind in HOW:
        unit = f" ({question.unit[lang()]})" if question.unit else ""
        tell("  " + say(HOW[question.kind]) + unit)
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


def _echoed(conversation: Asking, topic: Topic) -> Asking:
    """Tells how the answer was understood, if there is one."""
    for one in conversation.review:
        if one.topic == topic:
            tell("  " + say(N_("Your answer: {answer}"), answer=one.answer))
    return conversation


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
            return _changed(interview, answers[number - 1].topic, number)
        tell(say(N_("Type the number of an answer, or press Enter.")), "bad")


def _changed(interview: Interview, topic: Topic, number: int) -> Interview:
    question = interview.asked_before(topic)
    put_question(question, number, may_go_back=True)
    return _echoed(after_typed(question, partial(interview.change, topic), lambda: interview), topic)
