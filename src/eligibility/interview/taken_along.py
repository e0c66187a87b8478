"""The list as plain words that a telephone takes along: papers, where, when, whom to call; no answer, no link."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import count
from typing import NamedTuple

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.in_force import sentence
from eligibility.answer.in_short import LIST_NOT_HELD, NO_LIST, NO_PAPERS, cost, days_text, where_to_file
from eligibility.answer.line import AnswerLine
from eligibility.interview.suited import dangers
from eligibility.interview.trip import MERGED, Trip, TripPaper
from eligibility.reasoning.decision import EntryStatus
from eligibility.words.catalogue import in_both
from eligibility.words.days import short_day
from eligibility.words.joining import clauses, joined
from eligibility.words.text import N_, Text

NOT_THE_LAW = N_("Attention: this is not the law on this day.")
PERHAPS_THE_LAW = N_("It is not determined whether this is the law on this day.")
TELEPHONE = re.compile(r"[+\d][\d ()-]+")


class Weight(IntEnum):
    """What is left out later weighs more."""

    SOURCE = 0
    OPEN = 1
    PLACE = 2
    REQUIRED = 3
    HEAD = 4


SECTIONS: Mapping[tuple[bool, EntryStatus], tuple[Weight, str]] = {
    (False, "required"): (Weight.REQUIRED, N_("Take along:")),
    (False, "undetermined"): (Weight.OPEN, N_("Perhaps, not determined yet:")),
    (True, "required"): (Weight.SOURCE, N_("Known from another source:")),
    (True, "undetermined"): (Weight.SOURCE, N_("Known from another source, not determined yet:")),
}
"""by whether a paper is only known from elsewhere, and by its status"""


class AlongLine(NamedTuple):
    """A line of the list. Without a paper's number it is about something else."""

    text: Text
    weight: Weight = Weight.HEAD
    number: int | None = None
    whole: bool = False
    """it says something else once it is cut"""
    how: Text | None = None
    """in which form a paper is taken along"""
    options: Text | None = None
    note: Text | None = None


class _Paper(NamedTuple):
    name: Text
    how: Text | None
    wanted_by: str
    """the numbers of the services, where there are several"""
    status: EntryStatus
    known: bool
    options: tuple[Text, ...]
    note: Text | None


def along(what: Answer | NoEdition | Trip) -> tuple[AlongLine, ...]:
    """The whole list, whatever room there is."""
    return tuple(_of_trip(what) if isinstance(what, Trip) else _of_one(what))


def _of_one(answer: Answer | NoEdition) -> Iterator[AlongLine]:
    yield from (AlongLine(text, whole=True) for text in dangers(answer))
    yield AlongLine(_service(answer))
    yield from _place_and_day(answer)
    yield from _standing(answer)
    if isinstance(answer, Answer) and answer.answered:
        yield from _papers(map(_paper_of_line, filter(_is_wanted, answer.lines_to_read)))
        yield from _without_list(answer)
        yield from _on_the_spot(answer)
    yield from _telephones([answer])


def _of_trip(trip: Trip) -> Iterator[AlongLine]:
    answers = list(trip.answers.values())
    found = dict.fromkeys(text for one in answers for text in dangers(one))
    yield from (AlongLine(text, whole=True) for text in found)
    yield from _place_and_day(answers[0])
    numbers = {service: at for at, service in enumerate(trip.services, 1)}
    told = {
        service: list(_on_the_spot(one)) for service, one in trip.answers.items() if isinstance(one, Answer) and one.answered
    }
    alike = [line for line in next(iter(told.values()), ()) if all(line in lines for lines in told.values())]
    for service, answer in trip.answers.items():
        yield AlongLine(_after(f"[{numbers[service]}] ", _service(answer)))
        yield from _standing(answer)
        if isinstance(answer, Answer) and answer.answered:
            yield from _without_list(answer)
        yield from (line for line in told.get(service, ()) if line not in alike)
    yield from _papers(_paper_of_trip(one, numbers) for one in (*trip.papers, *trip.of_sources))
    yield from alike
    yield from _telephones(answers)


def _after(sign: str, text: Text) -> Text:
    return Text(sign + text.kk, sign + text.ru)


def _service(answer: Answer | NoEdition) -> Text:
    service = answer.case.service if isinstance(answer, NoEdition) else answer.edition.service
    return answer.pack.services[service].title


def _place_and_day(answer: Answer | NoEdition) -> Iterator[AlongLine]:
    case, region = answer.case if isinstance(answer, NoEdition) else answer.decision.case, answer.today.region
    day = short_day(case.on)
    names = (answer.pack.regions[region],) if region else ()
    yield AlongLine(joined(", ", (*names, Text(day, day))), whole=True)


def _standing(answer: Answer | NoEdition) -> Iterator[AlongLine]:
    """What is wrong with relying on the list, or why there is none."""
    if isinstance(answer, NoEdition):
        yield AlongLine(answer.reason, whole=True)
    elif not answer.answered:
        yield AlongLine(in_both(NOT_THE_LAW), whole=True)
        yield AlongLine(answer.status_reason, whole=True)
    elif answer.warning:
        yield AlongLine(in_both(PERHAPS_THE_LAW if answer.decision.life.answers else NOT_THE_LAW), whole=True)


def _is_wanted(line: AnswerLine) -> bool:
    return line.of_applicant and line.status in MERGED


def _paper_of_line(line: AnswerLine) -> _Paper:
    return _Paper(
        sentence(line.plain_name), line.how, "", line.status, line.known is not None, line.plain_options, line.validity
    )


def _paper_of_trip(paper: TripPaper, numbers: dict[str, int]) -> _Paper:
    wanted_by = f"[{', '.join(str(numbers[id]) for id in paper.by_service)}] " if len(numbers) > 1 else ""
    how, validity = (
        joined(between, texts) if texts else None for between, texts in ((", ", paper.how), (" ", paper.validities))
    )
    known = paper.wants[0].line.known is not None
    return _Paper(sentence(paper.name), how, wanted_by, paper.status, known, paper.options, validity)


def _papers(papers: Iterable[_Paper]) -> Iterator[AlongLine]:
    """Those that are certainly wanted first; of one name, one."""
    found, numbers = tuple(dict.fromkeys(papers)), count(1)
    for section, (weight, title) in SECTIONS.items():
        alike = [one for one in found if (one.known, one.status) == section]
        if alike:
            yield AlongLine(in_both(title), weight, whole=True)
        for paper in alike:
            number = next(numbers)
            options = in_both(N_("any one of them: {names}"), names=clauses(paper.options)) if len(paper.options) > 1 else None
            named = _after(f"{number}. {paper.wanted_by}", paper.name)
            yield AlongLine(named, weight, number, how=paper.how, options=options, note=paper.note)


def _without_list(answer: Answer) -> Iterator[AlongLine]:
    if answer.edition.no_papers:
        yield AlongLine(in_both(NO_PAPERS), whole=True)
    elif not answer.lines:
        yield AlongLine(in_both(NO_LIST if answer.edition.at_hand("requirements") else LIST_NOT_HELD), whole=True)


def _on_the_spot(answer: Answer) -> Iterator[AlongLine]:
    """Where, until when and for how much, as far as that is known."""
    where = where_to_file(answer) if answer.channels else None
    if answer.provider and (where is None or answer.provider.ru not in where.ru):
        yield AlongLine(answer.provider, Weight.PLACE)
    if where:
        yield AlongLine(in_both(N_("Where: {where}"), where=where), Weight.PLACE)
    if answer.year_lacking is None and answer.closed_way is None and answer.result_days:
        day = days_text(answer.result_days)
        yield AlongLine(in_both(N_("Last day for the answer: {day}"), day=day), Weight.PLACE, whole=True)
    if answer.fee and answer.fee.status != "free":
        yield AlongLine(in_both(N_("Cost: {cost}"), cost=cost(answer)), Weight.PLACE)


def _telephones(answers: Sequence[Answer | NoEdition]) -> Iterator[AlongLine]:
    """Who answers elsewhere than on the telephone is told on the screen alone."""
    for one in dict.fromkeys(contact for answer in answers for contact in answer.today.contacts):
        if TELEPHONE.fullmatch(one.number):
            number = in_both(N_("Telephone: {number}"), number=one.number)
            yield AlongLine(number, whole=True, note=one.name)
