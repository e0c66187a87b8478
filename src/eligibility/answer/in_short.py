"""What somebody wants to know before going there: who renders the service, where, how long, what it costs."""

from collections.abc import Iterator
from typing import NamedTuple

from eligibility.answer.amounts import term_text
from eligibility.answer.answer import Answer, Way
from eligibility.answer.names import FEES
from eligibility.answer.short_form import name_of, told
from eligibility.answer.term_reasons import end_because
from eligibility.law.edition import About, EditionSection
from eligibility.terms.course import Days
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.joining import clauses
from eligibility.words.text import N_, Text

NOT_SAID = N_("the text does not say")
NOT_HELD = N_("this part of the text is not at hand")
NOT_KNOWN = N_("not known here")
NO_PAPERS = N_("By this text no papers are needed.")
NO_LIST = N_("The list of documents is not in the text at hand.")
LIST_NOT_HELD = N_("The part of the text with the list of documents is not at hand.")
IN_STANDARD = N_("the text points to the Standard for it, which is not at hand")


class ToKnow(NamedTuple):
    """One thing to know, and what is known of it."""

    name: Text
    said: Text
    open: About | None = None
    """where nothing is known of it, what a remark on it would be about"""


def in_short(answer: Answer) -> tuple[ToKnow, ...]:
    """Of an edition that may speak for the day; where what no text at hand holds is known from, is told elsewhere."""
    return tuple(_rows(answer))


def _rows(answer: Answer) -> Iterator[ToKnow]:
    where = where_to_file(answer)
    if answer.provider and answer.provider.ru not in where.ru:
        yield ToKnow(in_both(N_("Who renders the service")), answer.provider)
    yield ToKnow(in_both(N_("Where to file")), where)
    if answer.closed_way is None:
        yield from _when(answer)
    yield ToKnow(in_both(N_("What it costs")), cost(answer), None if answer.fee else "money")


def _when(answer: Answer) -> Iterator[ToKnow]:
    """Of a term that no text states the days of the procedures are told, where they can be counted; not of one that stands
    in a text that is not at hand."""
    terms, end = list(_terms(answer)), _end(answer)
    if terms or not end:
        waits = no_day_because(answer)
        yield ToKnow(
            in_both(N_("Term")), clauses(terms) if terms else waits or _no_term(answer), None if terms or waits else "term"
        )
    if end:
        yield ToKnow(in_both(N_("The answer by the terms of the procedures")), end)
    yield from (ToKnow(in_both(N_("Extension or suspension")), text) for text in answer.may_take_longer)


def no_day_because(answer: Answer) -> Text | None:
    """Why no last day is known, where it is not for the text being silent."""
    return _moved(answer) or _waits(answer) or _awaits(answer)


def _moved(answer: Answer) -> Text | None:
    """That an extension leaves no last day, and which it is without."""
    moved = answer.year_lacking is None and answer.ledger.moved and answer.ledger.usual_end
    return end_because(answer.ledger) if moved else None


def _waits(answer: Answer) -> Text | None:
    """The answers for want of which no last day is known."""
    plan, open_facts = answer.decision.plan, answer.ledger.end_on if answer.year_lacking is None else ()
    if plan is None or not open_facts or answer.edition.terms_from:
        return None
    names = clauses(name_of(plan, fact, answer.decision.case.addressee) for fact in open_facts)
    return in_both(N_("it depends on what is not answered yet: {names}"), names=names)


def _awaits(answer: Answer) -> Text | None:
    """The events that terms count from, where their days are not given."""
    rows = answer.ledger.rows if answer.year_lacking is None else ()
    awaited = (row.step.from_ for row in rows if row.placed and row.placed.how == "awaited")
    events = [answer.pack.events[event] for event in dict.fromkeys(filter(None, awaited))]
    return (
        in_both(N_("it does not count from the filing but from this event: {event}"), event=clauses(events)) if events else None
    )


def _no_term(answer: Answer) -> Text:
    return in_both(IN_STANDARD) if answer.edition.terms_from else _silent(answer, "stated_terms")


def where_to_file(answer: Answer) -> Text:
    """The ways that are open, then those that may be."""
    ways = sorted((way for way in answer.channels if way.takes or way.open is None), key=lambda way: not way.takes)
    return clauses(_way(answer, way) for way in ways) if ways else _silent(answer, "channels")


def _way(answer: Answer, way: Way) -> Text:
    name = answer.way_name(way.channel)
    if way.takes:
        return name
    return in_both(N_("{text}: the text does not say") if way.unsaid else N_("{text}: not determined"), text=name)


def _terms(answer: Answer) -> Iterator[Text]:
    """The total terms that the text states, with their last days where they can be counted."""
    if answer.year_lacking is not None:
        yield from (term_text(one.rule.duration) for one in answer.decision.of("stated_terms") if one.truth is not False)
        return
    for one in answer.ledger.stated:
        if one.holds is not False:
            term = term_text(one.term.duration)
            named = told(one.term.text, term) if len(answer.ledger.stated) > 1 else term
            last = days_text(one.dues) if one.dues else None
            yield in_both(N_("{term}; last day: {day}"), term=named, day=last) if last else named


def _end(answer: Answer) -> Text | None:
    end = answer.ledger.end if answer.year_lacking is None and not answer.edition.terms_from else None
    return days_text(end) if end else None


def days_text(days: Days) -> Text:
    """A day, or the earliest and the latest possible one."""
    if days.one:
        return day_text(days.one)
    first, last = map(day_text, days)
    return in_both(N_("no earlier than {first}, no later than {last}"), first=first, last=last)


def cost(answer: Answer) -> Text:
    fee = answer.fee
    if fee is None:
        return _silent(answer, "fee")
    text = fee.rule.text or in_both(FEES[fee.rule.fee])
    if fee.status != "undetermined":
        return text
    return in_both(N_("{text}: the text does not say") if fee.unsaid else N_("{text}: not determined"), text=text)


def _silent(answer: Answer, section: EditionSection) -> Text:
    """Of what is not there: that the text does not say it, or that nobody can tell from here."""
    if answer.known_only:
        return in_both(NOT_KNOWN)
    return in_both(NOT_SAID if answer.edition.at_hand(section) else NOT_HELD)
