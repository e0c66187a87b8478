"""One question of an interview, with what may be answered to it."""

from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

from eligibility.answer.questions import Option, options_of, why_asked
from eligibility.law.condition import Value
from eligibility.law.vocabulary import Fact
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.text import N_, Text

Kind = Literal["option", "number", "number-or-birth-date"]
Reply = Value | date
"""what may be answered: a value of the fact, or the date of birth from which an age follows"""


class InterviewQuestion(NamedTuple):
    """A question with all that is shown of it."""

    fact: str
    number: int
    """its place among the questions put so far, from 1"""
    ask: Text
    why: Text
    """why it is put"""
    kind: Kind
    options: tuple[Option, ...]
    """of a number none"""


def question_about(id: str, fact: Fact, possible: Collection[Value], number: int) -> InterviewQuestion:
    """Of the values of the fact only those that are `possible` are offered."""
    options = options_of(fact, possible)
    kind: Kind = "option" if options else "number-or-birth-date" if fact.since else "number"
    return InterviewQuestion(id, number, fact.ask, why_asked(fact), kind, options)


def reply_text(fact: Fact, reply: Reply | None) -> Text:
    """An answer given, in the words in which it was offered."""
    if reply is None:
        return in_both(N_("I don't know"))
    if isinstance(reply, date):
        return day_text(reply)
    for option in options_of(fact, (reply,)):
        if option.value == reply:
            return option.label
    return Text(str(reply), str(reply))
