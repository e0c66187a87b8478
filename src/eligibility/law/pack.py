"""A rule pack: the vocabulary, the acts and their editions, made from plain data when first asked for."""

import json
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from eligibility.law.condition import Condition, parsed
from eligibility.law.edition import Edition
from eligibility.law.logic import facts_read, names_read
from eligibility.law.parameters import Parameter
from eligibility.law.vocabulary import (
    Act,
    Category,
    Contact,
    Contradiction,
    Document,
    EverydayWords,
    Fact,
    Outcome,
    ReceiptField,
    RegionChange,
    Service,
    Situation,
)
from eligibility.plain.canonical import digest
from eligibility.plain.records import Plain, plain, revive
from eligibility.words.text import Text

FORMAT = 4

CONDITIONED = ("categories", "contradictions", "standards", "situations")
"""what editions share that holds conditions"""

HEADING = ("format", "digest", "editions")
"""what the first line of a compiled pack has beside that"""

T = TypeVar("T")


class EditionKey(NamedTuple):
    """The act and the service that an edition is of, and of an earlier wording the amendment it stood until."""

    act: str
    service: str
    wording: str | None = None

    def __str__(self) -> str:
        return "/".join(filter(None, self))


@dataclass(frozen=True, slots=True)
class Source:
    """Plain data of one edition, still as the bytes of a compiled pack or already read."""

    data: bytes | Plain

    def plain(self) -> Plain:
        return json.loads(self.data) if isinstance(self.data, bytes) else self.data


class Pack:
    """All that the rules hold, each part read when it is first needed."""

    def __init__(self, shared: Plain, editions: Mapping[EditionKey, Source], digest: str) -> None:
        self._shared = shared
        self._sources = editions
        self._editions: dict[EditionKey, Edition] = {}
        self._dates_read: dict[str, frozenset[str]] = {}
        self._dates_of: dict[EditionKey | None, frozenset[str]] = {}
        """that one edition reads, and under None what all of them share"""
        self.digest = digest

    @classmethod
    def of(cls, shared: Plain, editions: Mapping[EditionKey, Plain]) -> "Pack":
        content = {"shared": shared, "editions": {str(key): data for key, data in editions.items()}}
        return cls(shared, {key: Source(data) for key, data in editions.items()}, digest(content))

    @property
    def shared(self) -> Plain:
        """The plain data of all that belongs to no edition, by section."""
        return {key: self._shared[key] for key in self._shared if key not in HEADING}

    def with_edition(self, key: EditionKey, edition: Edition) -> "Pack":
        """The same pack, in which one of its editions says something else."""
        data = plain(edition)
        found = copy(self)
        vars(found).update(
            _sources={**self._sources, key: Source(data)},
            _editions={**self._editions, key: edition},
            _dates_read={service: dates for service, dates in self._dates_read.items() if service != key.service},
            _dates_of={one: dates for one, dates in self._dates_of.items() if one != key},
            digest=digest([self.digest, str(key), data]),
        )
        return found

    @cached_property
    def facts(self) -> dict[str, Fact]:
        return self._read("facts", Fact)

    @cached_property
    def categories(self) -> dict[str, Category]:
        return self._read("categories", Category)

    @cached_property
    def category_trees(self) -> dict[str, Condition]:
        """When each category holds."""
        return {id: parsed(category.when) for id, category in self.categories.items()}

    @cached_property
    def parameters(self) -> dict[str, Parameter]:
        return self._read("parameters", Parameter)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        return tuple(revive(Contradiction, data) for data in self._shared.get("contradictions", ()))

    @cached_property
    def contradictory(self) -> tuple[tuple[Contradiction, Condition, frozenset[str]], ...]:
        """The same with their conditions, and with all that is read for each: of what reads nothing known, nothing is known."""
        trees = [(entry, parsed(entry.when)) for entry in self.contradictions]
        return tuple((entry, tree, frozenset(facts_read(tree, self.category_trees))) for entry, tree in trees)

    @cached_property
    def documents(self) -> dict[str, Document]:
        return self._read("documents", Document)

    @cached_property
    def services(self) -> dict[str, Service]:
        return self._read("services", Service)

    @cached_property
    def actors(self) -> dict[str, Text]:
        return self._read("actors", Text)

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        return self._read("outcomes", Outcome)

    @cached_property
    def receipt_fields(self) -> dict[str, ReceiptField]:
        return self._read("receipt-fields", ReceiptField)

    @cached_property
    def regions(self) -> dict[str, Text]:
        return self._read("regions", Text)

    @cached_property
    def region_changes(self) -> tuple[RegionChange, ...]:
        return tuple(revive(RegionChange, data) for data in self._shared.get("region-changes", ()))

    @cached_property
    def region_words(self) -> dict[str, EverydayWords]:
        """What people call regions besides their names."""
        return self._read("region-words", EverydayWords)

    @cached_property
    def situations(self) -> dict[str, Situation]:
        """Services by what happens in a life."""
        return self._read("situations", Situation)

    @cached_property
    def events(self) -> dict[str, Text]:
        """What a term may count from other than the filing."""
        return self._read("events", Text)

    @cached_property
    def contacts(self) -> dict[str, Contact]:
        """Whom to ask, where the law at hand does not answer."""
        return self._read("contacts", Contact)

    @cached_property
    def acts(self) -> dict[str, Act]:
        return self._read("acts", Act)

    @property
    def calendar(self) -> Plain:
        """The plain data of the working calendar, by year."""
        return self._shared.get("calendar", {})  # type: ignore[no-any-return]

    @property
    def years(self) -> list[int]:
        """That have a working calendar; a day of another one is none to file on."""
        return [int(year) for year in self.calendar]

    def edition(self, act: str, service: str, wording: str | None = None) -> Edition | None:
        key = EditionKey(act, service, wording)
        if key not in self._editions:
            if key not in self._sources:
                return None
            self._editions[key] = revive(Edition, self._sources[key].plain())
        return self._editions[key]

    def title(self, edition: Edition) -> Text:
        """What the act of the edition calls the service."""
        return edition.title.text if edition.title else self.services[edition.service].title

    def held(self) -> Iterator[EditionKey]:
        """Every wording of every edition."""
        return iter(self._sources)

    def editions(self) -> Iterator[EditionKey]:
        """The last wording of every edition."""
        return (key for key in self._sources if key.wording is None)

    def acts_of(self, service: str) -> tuple[str, ...]:
        return tuple(key.act for key in self.editions() if key.service == service)

    def services_of(self, act: str) -> tuple[str, ...]:
        return tuple(key.service for key in self.editions() if key.act == act)

    def earlier(self, act: str, service: str) -> frozenset[str]:
        """The earlier wordings at hand, by the amendments they stood until."""
        return self._earlier.get((act, service), frozenset())

    @cached_property
    def _earlier(self) -> dict[tuple[str, str], frozenset[str]]:
        found: dict[tuple[str, str], frozenset[str]] = {}
        for act, service, wording in self._sources:
            if wording is not None:
                found[act, service] = found.get((act, service), frozenset()) | {wording}
        return found

    def dates_read(self, service: str) -> frozenset[str]:
        """The date facts that a condition may read in a case for this service."""
        found = self._dates_read.get(service)
        if found is None:
            keys = (None, *(key for key in self._sources if key.service == service))
            found = self._dates_read[service] = frozenset().union(*map(self._dates_read_by, keys))
        return found

    def _dates_read_by(self, key: EditionKey | None) -> frozenset[str]:
        found = self._dates_of.get(key)
        if found is None:
            dates = [id for id, fact in self.facts.items() if fact.type == "date"]
            whens = conditions_in(self._sources[key].plain() if key else [self._shared.get(one) for one in CONDITIONED])
            near = {when for when in whens if any(id in when for id in dates)}
            read = {name for when in near for name in names_read(parsed(when))}
            found = self._dates_of[key] = frozenset(read.intersection(dates))
        return found

    def _read(self, section: str, kind: type[T]) -> dict[str, T]:
        return {id: revive(kind, data) for id, data in self._shared.get(section, {}).items()}

    def compiled(self) -> bytes:
        """One line of vocabulary, then a line an edition."""
        keys = list(self._sources)
        head = {"format": FORMAT, "digest": self.digest, "editions": keys, **self._shared}
        return b"\n".join([_line(head), *(_line(self._sources[key].plain()) for key in keys)])


def conditions_in(data: Any) -> Iterator[str]:
    """Every condition below."""
    if isinstance(data, Mapping):
        for key, below in data.items():
            if key == "when" and isinstance(below, str):
                yield below
            else:
                yield from conditions_in(below)
    elif isinstance(data, list):
        for below in data:
            yield from conditions_in(below)


def read_compiled(content: bytes) -> Pack | None:
    """The pack of a compiled file; None where another version of the program wrote it."""
    first, *lines = content.split(b"\n")
    head = json.loads(first)
    if head.get("format") != FORMAT:
        return None
    keys = (EditionKey(*key) for key in head["editions"])
    return Pack(head, {key: Source(line) for key, line in zip(keys, lines, strict=True)}, head["digest"])


def _line(data: Plain) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
