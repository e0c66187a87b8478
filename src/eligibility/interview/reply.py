"""An answer given in an interview, and how it is read over."""

from datetime import date
from typing import NamedTuple

from eligibility.answer.short_form import value_text
from eligibility.law.address import Addressee
from eligibility.law.condition import Value
from eligibility.law.vocabulary import Fact, FactType
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.text import N_, Text

Reply = Value | date
"""what may be answered: a value of the fact, or the date of birth from which an age follows"""


class Topic(NamedTuple):
    """A fact to be asked about, of one service alone or of the person whatever the service."""

    fact: str
    service: str | None = None


class AnswerGiven(NamedTuple):
    """An answer to the question about a fact; without a reply the answer was «I don't know»."""

    topic: Topic
    reply: Reply | None


class Reviewed(NamedTuple):
    """An answer given, as it is read over."""

    topic: Topic
    ask: Text
    answer: Text


COUNTED: dict[FactType, str] = {"years": N_("{day}; full years: {n}"), "months": N_("{day}; full months: {n}")}
"""of an age, the date of birth with what follows from it"""


def reviewed(given: AnswerGiven, fact: Fact, addressee: Addressee, value: Value | None = None) -> Reviewed:
    """`value` is what the case has of the fact."""
    return Reviewed(given.topic, fact.asked(addressee), reply_text(fact, given.reply, addressee, value))


def reply_text(fact: Fact, reply: Reply | None, addressee: Addressee, value: Value | None = None) -> Text:
    """An answer in the words in which it was offered."""
    if reply is None:
        return in_both(N_("I don't know"))
    if not isinstance(reply, date):
        return value_text(fact, reply, addressee)
    if fact.type in COUNTED and value is not None:
        return in_both(COUNTED[fact.type], day=day_text(reply), n=value)
    return day_text(reply)
