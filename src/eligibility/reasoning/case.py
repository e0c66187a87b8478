"""One person's case: read from plain data, with every mistake in it found at once."""

import json
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal, TypeVar, cast, get_args

from eligibility.diagnostics.diagnostic import Diagnostic, Refused, masked
from eligibility.law.condition import Value, parsed
from eligibility.law.logic import Several, truth
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.reasoning.iin import check_iin
from eligibility.reasoning.naming import NO_NAMES, Names, meant, names_of_choice, names_presented, says_yes_or_no
from eligibility.words.text import N_

PresentedForm = Literal["original", "copy", "both", "electronic"]
State = Literal["readable", "damaged", "expired", "name-differs", "iin-differs", "outdated-form"]
FORMS_PRESENTED: tuple[PresentedForm, ...] = get_args(PresentedForm)
STATES: tuple[State, ...] = get_args(State)
Word = TypeVar("Word", bound=str)

MAX_TEXT = 500
MAX_ENTRIES = 200
UNPRINTABLE = ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Presented:
    """A document as it was presented."""

    document: str
    form: PresentedForm | None = None
    state: State = "readable"
    expired_on: date | None = None
    instead_of: str | None = None
    """the group of the checklist this document is meant for, where it could serve several"""

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


_COMMANDS = N_("«eligibility services», «acts» and «show» tell what is known")
_ONE_OF = N_("one of: {known}")

KEYS = tuple(one.name for one in fields(Case))


def read_case(data: Any, pack: Pack) -> Case:
    """The case that plain data describes; refuses data with mistakes."""
    if not isinstance(data, Mapping):
        raise Refused([Diagnostic("not-a-case", N_("a case is a mapping of names to values"), "", N_("see docs/embedding.md"))])
    reading = _Reading(data, pack)
    case = reading.case()
    if reading.found or case is None:
        raise Refused(reading.found)
    return case


def whole_years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


class _Reading:
    def __init__(self, data: Mapping[Any, Any], pack: Pack) -> None:
        self._data = data
        self._pack = pack
        self.found: list[Diagnostic] = []

    def case(self) -> Case | None:
        for key in self._data:
            if key not in KEYS:
                self._unknown("unknown-key", "case.{id}", str(key), KEYS, hint=_ONE_OF)
        service = self._id("service", self._pack.services, self._titles, required=True)
        act = self._id("act", self._pack.acts, lambda: {id: one.cited for id, one in self._pack.acts.items()})
        region = self._id("region", self._pack.regions, lambda: self._pack.regions)
        if self._data.get("act") is None and self._data.get("region") is None:
            self._report("missing-key", N_("neither an act nor a region is named"), "act", N_("name one of the two"))
        on = self._date("on", self._data.get("on"), required=True)
        facts = self._facts(on)
        submitted = self._submitted()
        person = self._person()
        events = self._events()
        if self.found or service is None or on is None:
            return None
        return Case(service, on, act, region, facts, submitted, person, events)

    def _report(self, code: str, text: str, where: str, hint: str = "", **values: object) -> None:
        self.found.append(Diagnostic(code, text, where, hint, values))

    def _unknown(
        self, code: str, where: str, id: str, known: Collection[str], names: Names = NO_NAMES, hint: str = _COMMANDS
    ) -> None:
        shown, guess = meant(id, known, names)
        advice = N_("did you mean {guess}?") if guess else hint
        values = {"id": shown, "guess": guess, "known": ", ".join(known)}
        self._report(code, N_("{id} is not known"), where.format(id=shown), advice, **values)

    def _titles(self) -> Names:
        return {id: service.title for id, service in self._pack.services.items()}

    def _id(self, key: str, known: Mapping[str, object], names: Callable[[], Names], required: bool = False) -> str | None:
        value = self._data.get(key)
        if value is None:
            if required:
                self._report("missing-key", N_("{key} is missing"), key, N_("add it"), key=key)
            return None
        if not isinstance(value, str) or value not in known:
            self._unknown(f"unknown-{key}", key, str(value), known, names())
            return None
        return value

    def _date(self, where: str, value: Any, required: bool = False) -> date | None:
        if value is None:
            if required:
                self._report("missing-key", N_("{key} is missing"), where, N_("add it"), key=where)
            return None
        if isinstance(value, date):
            found: date | None = value
        else:
            found = iso_date(value)
        if found is None:
            self._report("wrong-type", N_("{id} is not a date"), where, N_("write it as 2018-03-01"), id=masked(value))
            return None
        years = self._years()
        if where == "on" and years and found.year not in years:
            hint = N_("the calendar holds the years {first}–{last}")
            self._report(
                "date-out-of-range",
                N_("there is no calendar for {id}"),
                where,
                hint,
                id=found,
                first=min(years),
                last=max(years),
            )
        return found

    def _years(self) -> list[int]:
        return [int(year) for year in self._pack.calendar]

    def _facts(self, on: date | None) -> dict[str, Value]:
        data = self._data.get("facts", {})
        if not isinstance(data, Mapping):
            example = json.dumps({next(id for id, one in self._pack.facts.items() if one.type == "bool"): True})
            text, hint = N_("facts are a mapping of names to values"), N_("write for example {example}")
            self._report("wrong-type", text, "facts", hint, example=example)
            return {}
        if len(data) > MAX_ENTRIES:
            self._report(
                "too-many", N_("there are more than {limit} facts"), "facts", N_("leave out what is no fact"), limit=MAX_ENTRIES
            )
            return {}
        facts, dates = self._typed(data)
        if on is not None:
            self._count_years(facts, dates, on)
        if not self.found:
            self._contradictions(facts)
        return facts

    def _typed(self, data: Mapping[Any, Any]) -> tuple[dict[str, Value], dict[str, date]]:
        facts: dict[str, Value] = {}
        dates: dict[str, date] = {}
        for id, value in data.items():
            where = f"facts.{masked(id)}"
            if id not in self._pack.facts:
                names = {fact: one.ask for fact, one in self._pack.facts.items()}
                self._unknown("unknown-fact", "facts.{id}", str(id), self._pack.facts, names)
            elif value is None:
                continue
            elif self._pack.facts[id].type == "date":
                if found := self._date(where, value):
                    dates[id] = found
            elif self._fits(where, self._pack.facts[id], value):
                facts[id] = _exact(self._pack.facts[id], value)
        return facts, dates

    def _fits(self, where: str, fact: Fact, value: Any) -> bool:
        match fact.type:
            case "bool" if not isinstance(value, bool):
                shown = value if says_yes_or_no(value) else masked(value)
                self._report("wrong-type", N_("{id} is neither true nor false"), where, N_("write true or false"), id=shown)
            case "choice" if not isinstance(value, str) or value not in (fact.values or {}):
                self._unknown("unknown-value", where, str(value), fact.values or {}, names_of_choice(fact), _ONE_OF)
            case "years" if not isinstance(value, int) or isinstance(value, bool):
                self._report(
                    "wrong-type",
                    N_("{id} is not a whole number"),
                    where,
                    N_("write a whole number of years"),
                    id=masked(value),
                )
            case "years" if not (fact.range or (0, 0))[0] <= value <= (fact.range or (0, 0))[1]:
                low, high = fact.range or (0, 0)
                self._report(
                    "out-of-range",
                    N_("{id} is not between {low} and {high}"),
                    where,
                    N_("check the number"),
                    id=masked(value),
                    low=low,
                    high=high,
                )
            case _:
                return True
        return False

    def _count_years(self, facts: dict[str, Value], dates: Mapping[str, date], on: date) -> None:
        """Whole years since a date stand for the date from here on."""
        for id, fact in self._pack.facts.items():
            born = dates.get(fact.since or "")
            if born is None:
                continue
            where = f"facts.{fact.since}"
            years = whole_years(born, on)
            if born > on:
                self._report("date-after-filing", N_("{id} is after the day of filing"), where, N_("check both dates"), id=born)
            elif not self._fits(where, fact, years):
                continue
            elif facts.setdefault(id, years) != years:
                hint = N_("give one of the two, or make them agree")
                self._report(
                    "dates-differ", N_("{fact} does not agree with {since}"), f"facts.{id}", hint, fact=id, since=fact.since
                )

    def _contradictions(self, facts: Mapping[str, Value]) -> None:
        categories = {id: parsed(category.when) for id, category in self._pack.categories.items()}
        for entry in self._pack.contradictions:
            if truth(parsed(entry.when), facts, categories) is True:
                self._report(
                    "contradictory-facts", N_("the facts contradict each other: {reason}"), "facts", "", reason=entry.text
                )

    def _events(self) -> dict[str, date]:
        data = self._data.get("events")
        if data is None:
            return {}
        if not isinstance(data, Mapping) or len(data) > MAX_ENTRIES:
            self._report("wrong-type", N_("events are a mapping of names to days"), "events", N_("see docs/embedding.md"))
            return {}
        found: dict[str, date] = {}
        for id, value in data.items():
            if id not in self._pack.events:
                self._unknown("unknown-event", "events.{id}", str(id), self._pack.events)
            elif day := self._date(f"events.{id}", value):
                found[id] = day
        return found

    def _submitted(self) -> tuple[Presented, ...] | None:
        data = self._data.get("submitted")
        if data is None:
            return None
        if not isinstance(data, (list, tuple)) or len(data) > MAX_ENTRIES:
            text, hint = N_("submitted is a list of documents"), N_("write for example {example}")
            self._report("wrong-type", text, "submitted", hint, example=json.dumps([self._a_document]))
            return None
        found = [self._presented(f"submitted[{at}]", item) for at, item in enumerate(data)]
        return tuple(item for item in found if item is not None)

    def _presented(self, where: str, item: Any) -> Presented | None:
        entry = {"document": item} if isinstance(item, str) else item
        if not isinstance(entry, Mapping):
            text, hint = N_("a document presented is an id or a mapping"), N_("write for example {example}")
            self._report("wrong-type", text, where, hint, example=json.dumps({"document": self._a_document}))
            return None
        names = [one.name for one in fields(Presented)]
        for key in entry:
            if key not in names:
                self._unknown("unknown-key", where + ".{id}", str(key), names, hint=_ONE_OF)
        document = entry.get("document")
        if document is None:
            self._report("missing-key", N_("{key} is missing"), where, N_("add it"), key="document")
        for key in ("document", "instead_of"):
            id = entry.get(key)
            if id is not None and (not isinstance(id, str) or id not in self._pack.documents):
                called = {one: document.name for one, document in self._pack.documents.items()}
                self._unknown("unknown-document", where, str(id), self._pack.documents, called)
        form = self._one_of(where, entry.get("form"), FORMS_PRESENTED)
        state = self._one_of(where, entry.get("state"), STATES) or "readable"
        expired = self._date(f"{where}.expired_on", entry.get("expired_on"))
        return Presented(str(document), form, state, expired, entry.get("instead_of"))

    def _one_of(self, where: str, value: Any, known: tuple[Word, ...]) -> Word | None:
        if value is None or value in known:
            return cast("Word | None", value)
        self._unknown("unknown-value", where, str(value), known, names_presented(known), _ONE_OF)
        return None

    @property
    def _a_document(self) -> str:
        return next(iter(self._pack.documents))

    def _person(self) -> Person | None:
        data = self._data.get("person")
        if data is None:
            return None
        if not isinstance(data, Mapping):
            self._report("wrong-type", N_("person is a mapping of names to texts"), "person", N_("see docs/embedding.md"))
            return None
        return Person(**dict(self._person_texts(data)))

    def _person_texts(self, data: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
        """Personal data never comes back in a message."""
        names = [one.name for one in fields(Person)]
        for key, value in data.items():
            where = f"person.{masked(key)}"
            if key not in names:
                self._unknown("unknown-key", "person.{id}", str(key), names, hint=_ONE_OF)
            elif value is None:
                continue
            elif not isinstance(value, str) or not is_plain_text(value):
                self._report(
                    "wrong-text",
                    N_("this is not a text of at most {limit} characters without control characters"),
                    where,
                    N_("check what was typed"),
                    limit=MAX_TEXT,
                )
            elif key == "iin" and (verdict := check_iin(value)) != "valid":
                self._report(verdict, _IIN_PROBLEMS[verdict], where, "check the number")
            elif value.strip():
                yield str(key), value.strip()


def _exact(fact: Fact, value: Value) -> Value:
    """The value, or what it stands for."""
    several = fact.values[str(value)].stands_for if fact.values else ()
    return Several(str(value), several) if several else value


_IIN_PROBLEMS = {
    "not-twelve-digits": N_("an IIN has twelve digits"),
    "business-number": N_("this is the number of a business (BIN), not of a person"),
    "wrong-check-digit": N_("the check digit of the IIN does not fit"),
    "impossible-birth-date": N_("the IIN begins with a birth date that does not exist"),
}


def iso_date(value: Any) -> date | None:
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return found if found.isoformat() == value else None


def is_plain_text(value: str) -> bool:
    """Whether a text can be printed: not too long, with no sign that turns the writing, breaks the page or is unassigned."""
    return len(value) <= MAX_TEXT and not any(unicodedata.category(sign) in UNPRINTABLE for sign in value)
