"""One person's case: read from plain data, with every mistake in it found at once."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from typing import Any, Literal, get_args

from eligibility.diagnostics.meant import Names, masked
from eligibility.diagnostics.refusal import Refused
from eligibility.law.address import FilingFor
from eligibility.law.condition import Value
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.logic import truth
from eligibility.law.pack import Pack
from eligibility.law.parameters import of_day
from eligibility.plain.reading import Reading
from eligibility.reasoning.fact_values import count_since, fact_value
from eligibility.reasoning.iin import check_iin
from eligibility.reasoning.naming import names_presented
from eligibility.words.text import Text

PresentedForm = Literal["original", "copy", "both", "electronic"]
State = Literal["readable", "damaged", "expired", "name-differs", "iin-differs", "outdated-form"]
FORMS_PRESENTED: tuple[PresentedForm, ...] = get_args(PresentedForm)
STATES: tuple[State, ...] = get_args(State)
FILING_FOR: tuple[FilingFor, ...] = get_args(FilingFor)

MAX_ENTRIES = 200
MAX_COPIES = 999
"""of one document presented"""


@dataclass(frozen=True, slots=True)
class Presented:
    """A document as it was presented."""

    document: str
    form: PresentedForm | None = None
    state: State = "readable"
    expired_on: date | None = None
    instead_of: str | None = None
    """the group of the checklist this document is meant for, where it could serve several"""
    copies: int | None = None
    """how many of it; one at least where that is not said"""
    issued_on: date | None = None

    def state_on(self, day: date) -> State:
        """As it is on the day of filing."""
        if self.state == "readable" and self.expired_on is not None and self.expired_on < day:
            return "expired"
        return self.state


@dataclass(frozen=True, slots=True)
class Person:
    """Only ever printed on letters; no rule reads it."""

    surname: str | None = None
    name: str | None = None
    patronymic: str | None = None
    iin: str | None = None
    address: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One person's facts for one service on one day, with the documents presented."""

    service: str
    on: date
    act: str | None = None
    region: str | None = None
    facts: Mapping[str, Value] = field(default_factory=dict)
    submitted: tuple[Presented, ...] | None = None
    person: Person | None = None
    events: Mapping[str, date] = field(default_factory=dict)
    """days of events that a term may count from"""
    filing_for: FilingFor | None = None
    """for whom the person files who answers the questions himself: it picks the words he is told, and decides nothing"""
    counted: tuple[str, ...] = ()
    """the facts that were counted from a date, of which this alone is left"""

    @property
    def addressee(self) -> FilingFor:
        """Who is spoken to, where it is not the desk."""
        return self.filing_for or "self"


KEYS = tuple(one.name for one in fields(Case) if one.name != "counted")
OF_DOCUMENT = tuple(one.name for one in fields(Presented))
OF_PERSON = tuple(one.name for one in fields(Person))


def read_case(data: Any, pack: Pack) -> Case:
    """The case that plain data describes; refuses data with mistakes."""
    reading = Reading(data)
    case = _CaseReader(reading, pack).case() if reading.mapping("not-a-case") is not None else None
    if case is None or reading.found:
        raise Refused(reading.found)
    return case


@lru_cache(maxsize=64)
def _contradicted(pack: Pack, told: frozenset[tuple[str, Value]], on: date) -> tuple[Text, ...]:
    """Why the facts cannot be true together; remembered, for one person's facts are read anew for service after service."""
    facts = {**dict(told), **of_day((FILING_DAY, *pack.parameters), pack.parameters, on)}
    trees = ((entry.text, tree) for entry, tree, read in pack.contradictory if not read.isdisjoint(facts))
    return tuple(text for text, tree in trees if truth(tree, facts, pack.category_trees) is True)


class _CaseReader:
    def __init__(self, reading: Reading, pack: Pack) -> None:
        self._reading = reading
        self._pack = pack

    def case(self) -> Case | None:
        reading, pack = self._reading, self._pack
        for said in reading.strangers(KEYS):
            reading.under("case", said["id"]).report("unknown-key", **said)
        service = reading.at("service").required("service").id(pack.services, "unknown-service", self._titles)
        act = reading.at("act").id(pack.acts, "unknown-act", lambda: {id: one.cited for id, one in pack.acts.items()})
        region = reading.at("region").id(pack.regions, "unknown-region", lambda: pack.regions)
        if reading.data.get("act") is None and reading.data.get("region") is None:
            reading.under("act").report("no-act-or-region")
        on = self._day_of_filing(reading.at("on"))
        facts, counted = self._facts(on)
        submitted = self._submitted(reading.at("submitted"), on)
        person = self._person(reading.at("person"))
        events = self._events(reading.at("events"))
        filing_for = reading.at("filing_for").word(FILING_FOR)
        if not (service and on):
            return None
        return Case(service, on, act, region, facts, submitted, person, events, filing_for, counted)

    def _titles(self) -> Names:
        return {id: service.title for id, service in self._pack.services.items()}

    def _day_of_filing(self, reading: Reading) -> date | None:
        day = reading.required("on").day()
        years = self._pack.years
        if day and years and day.year not in years:
            reading.report("date-out-of-range", id=day, first=min(years), last=max(years))
        return day

    def _facts(self, on: date | None) -> tuple[dict[str, Value], tuple[str, ...]]:
        """The facts, and those of them that were counted from a date."""
        if "facts" not in self._reading.data:
            return {}, ()
        reading = self._reading.at("facts")
        examples = (id for id, one in self._pack.facts.items() if one.type == "bool")
        if reading.mapping("not-facts", example=json.dumps({next(examples, "…"): True})) is None:
            return {}, ()
        if reading.mapping("too-many", MAX_ENTRIES, limit=MAX_ENTRIES) is None:
            return {}, ()
        facts, dates = self._typed(reading)
        counted = count_since(self._pack.facts, reading, facts, dates, on) if on is not None else ()
        facts |= {id: day for id, day in dates.items() if id in self._dates_read()}
        if not reading.found and on is not None:
            self._contradictions(reading, facts, on)
        return facts, counted

    def _dates_read(self) -> Collection[str]:
        service = self._reading.data.get("service")
        return self._pack.dates_read(service) if isinstance(service, str) and service in self._pack.services else ()

    def _typed(self, reading: Reading) -> tuple[dict[str, Value], dict[str, date]]:
        known, facts, dates = self._pack.facts, dict[str, Value](), dict[str, date]()
        for said in reading.strangers(known, lambda: {id: one.called for id, one in known.items()}):
            reading.under(said["id"]).report("unknown-fact", **said)
        for id, told in reading.data.items():
            if told is None or id not in known:
                continue
            value = fact_value(reading.at(id), known[id])
            if isinstance(value, date):
                dates[id] = value
            elif value is not None:
                facts[id] = value
        return facts, dates

    def _contradictions(self, reading: Reading, told: Mapping[str, Value], on: date) -> None:
        for reason in _contradicted(self._pack, frozenset(told.items()), on):
            reading.report("contradictory-facts", reason=reason)

    def _events(self, reading: Reading) -> dict[str, date]:
        if reading.data is None or reading.mapping("not-events", MAX_ENTRIES) is None:
            return {}
        for said in reading.strangers(self._pack.events):
            reading.under(said["id"]).report("unknown-event", **said)
        days = {id: reading.at(id).day() for id in reading.data if id in self._pack.events}
        return {id: day for id, day in days.items() if day}

    def _submitted(self, reading: Reading, on: date | None) -> tuple[Presented, ...] | None:
        if reading.data is None:
            return None
        entries = reading.entries("not-documents", MAX_ENTRIES, example=json.dumps([self._a_document]))
        return tuple(item for entry in entries or () if (item := self._presented(entry, on)))

    def _presented(self, entry: Reading, on: date | None) -> Presented | None:
        documents = self._pack.documents
        if isinstance(entry.data, str):
            entry = entry.instead({"document": entry.data})
        if entry.mapping("not-a-document", example=json.dumps({"document": self._a_document})) is None:
            return None
        for said in entry.strangers(OF_DOCUMENT):
            entry.under(said["id"]).report("unknown-key", **said)
        document = entry.of("document").required("document").id(documents, "unknown-document", self._called)
        instead_of = entry.of("instead_of").id(documents, "unknown-document", self._called)
        form = entry.of("form").word(FORMS_PRESENTED, lambda: names_presented(FORMS_PRESENTED))
        state = entry.of("state").word(STATES, lambda: names_presented(STATES)) or "readable"
        copies, issued = _count(entry.at("copies")), entry.at("issued_on").day()
        if issued and on and issued > on:
            entry.under("issued_on").report("date-after-filing", id=issued)
        return Presented(str(document), form, state, entry.at("expired_on").day(), instead_of, copies, issued)

    def _called(self) -> Names:
        return {id: document.name for id, document in self._pack.documents.items()}

    @property
    def _a_document(self) -> str:
        return next(iter(self._pack.documents), "…")

    def _person(self, reading: Reading) -> Person | None:
        if reading.data is None or reading.mapping("not-a-person") is None:
            return None
        for said in reading.strangers(OF_PERSON):
            reading.under(said["id"]).report("unknown-key", **said)
        return Person(**dict(_person_texts(reading)))


def _count(reading: Reading) -> int | None:
    """How many copies, where that is said."""
    found = reading.data
    if found is None or (isinstance(found, int) and not isinstance(found, bool) and 1 <= found <= MAX_COPIES):
        return found
    reading.report("not-a-count", id=masked(found), limit=MAX_COPIES)
    return None


def _person_texts(reading: Reading) -> Iterator[tuple[str, str]]:
    """Personal data never comes back in a message."""
    for key in reading.data:
        piece = reading.at(key)
        text = piece.text() if key in OF_PERSON else None
        if text is None:
            continue
        if key == "iin" and (verdict := check_iin(text)) != "valid":
            piece.report(verdict)
        elif text.strip():
            yield key, text.strip()
