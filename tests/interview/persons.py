"""Persons who go through the whole interview about an edition, each answering in a way of their own."""

from collections.abc import Iterator
from datetime import date, timedelta

from eligibility.answer.answer import Answer
from eligibility.answer.question import Question
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.reply import Reply
from eligibility.law.pack import EditionKey

__all__ = ["WAYS", "day_of", "replies", "told_all"]

WAYS = ("first", "last", "unsure")
YEARS = range(2012, 2027)


def day_of(engine: Engine, key: EditionKey) -> date:
    """The first Friday of a May on which the edition may speak, else one on which it may not."""
    days = [date(year, 5, 1) + timedelta(days=(4 - date(year, 5, 1).weekday()) % 7) for year in YEARS]
    asked = ((day, engine.decide({"service": key.service, "act": key.act, "on": day.isoformat()})) for day in days)
    return next((day for day, one in asked if one.answered and one.edition.service == key.service), days[6])


def told_all(engine: Engine, key: EditionKey, way: str) -> Answer:
    """What the edition answers in the end, as if it were the law where it is not."""
    named = {"service": key.service, "act": key.act, "on": day_of(engine, key).isoformat()}
    asked = Interview.of(engine, named, as_if=True)
    while asked.question:
        for reply in (*replies(asked.question, way), None):
            try:
                asked = asked.reply(reply)
                break
            except Refused:
                continue
    return asked.answer_so_far


def replies(question: Question, way: str) -> Iterator[Reply]:
    """What may be replied, the likeliest first; a reply that contradicts what was said before is refused."""
    if way == "unsure":
        return
    found: list[Reply] = [one.value for one in question.options]
    if question.range:
        found = list(question.range)
    elif not found and question.type == "bool":
        found = [True, False]
    for one in found if way == "first" else found[::-1]:
        yield (str(one),) if question.many else one
