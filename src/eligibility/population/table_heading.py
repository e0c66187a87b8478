"""The heading of a table of people: its columns are the keys of a case. What is no such key does not travel unasked."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import Names, masked, mistyped
from eligibility.diagnostics.refusal import Refused
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import FactType
from eligibility.reasoning.case import MAX_ENTRIES

ColumnKind = Literal["text", "truth", "whole", "decimal", "day", "moment", "texts", "other"]
"""what a column of a file holds; of a file of text it is all text"""

SERVICE, ACT, REGION, ON = "service", "act", "region", "on"
PLACES = (ACT, REGION)
SUBMITTED = "submitted."
"""before the id of a document: a column for each"""
ROW, STATE, BAD = "#row", "#state", "#bad"
"""columns of the program's own: the number of the row from 1, what decides it, and whether it cannot be decided"""
OWN = (ROW, STATE, BAD)

MAX_COLUMNS = 1_000
DAYS: frozenset[ColumnKind] = frozenset({"text", "day", "moment"})
TEXT: frozenset[ColumnKind] = frozenset({"text"})
TEXTS: frozenset[ColumnKind] = frozenset({"text", "texts"})
TRUTHS: frozenset[ColumnKind] = frozenset({"text", "truth"})
WHOLE: frozenset[ColumnKind] = frozenset({"text", "whole"})
HOLDING: Mapping[FactType, frozenset[ColumnKind]] = {
    "bool": TRUTHS,
    "choice": TEXT,
    "years": WHOLE,
    "months": WHOLE,
    "number": frozenset({"text", "whole", "decimal"}),
    "date": DAYS,
}
"""the columns that can hold a fact of a type, exactly"""


class RawColumn(NamedTuple):
    """One column of a file as it stands there."""

    name: str
    kind: ColumnKind = "text"


@dataclass(frozen=True)
class TableHeading:
    """What the columns of a table are, in their order."""

    places: tuple[str, ...]
    facts: tuple[str, ...]
    documents: tuple[str, ...]
    """of which a column tells whether they were presented, and in which form"""
    carried: tuple[str, ...]
    """columns that go along unread"""
    counted: tuple[str, ...]
    """the facts that are counted from a date of the table, whether or not they have a column of their own"""
    kinds: Mapping[str, ColumnKind]

    @classmethod
    def of(cls, columns: Sequence[RawColumn], path: str, pack: Pack, carried: Sequence[str] = ()) -> "TableHeading":
        """Refuses with everything that is wrong with the heading."""
        told = [column.name for column in columns]
        found = [*_wrong(columns, path, pack, carried), *_wanting(told, path, pack, carried)]
        if found:
            raise Refused(found)
        names = [name for name in told if name not in carried]
        facts = tuple(name for name in names if name in pack.facts)
        documents = tuple(name.removeprefix(SUBMITTED) for name in names if name.startswith(SUBMITTED))
        counted = tuple(id for id, fact in pack.facts.items() if fact.since in facts)
        kinds = {column.name: column.kind for column in columns}
        places = tuple(name for name in PLACES if name in names)
        return cls(places, facts, documents, tuple(dict.fromkeys(carried)), counted, kinds)

    @property
    def says_both(self) -> bool:
        """Whether a row may tell both an act and a region."""
        return len(self.places) > 1

    @property
    def known(self) -> tuple[str, ...]:
        """The facts that a row may tell, by itself or by a date."""
        return tuple(dict.fromkeys((*self.facts, *self.counted)))

    @property
    def read(self) -> tuple[str, ...]:
        """Every column that is read."""
        return (SERVICE, *self.places, ON, *self.facts, *(f"{SUBMITTED}{id}" for id in self.documents))


def columns_known(pack: Pack) -> dict[str, frozenset[ColumnKind]]:
    """Every column a table may have that is read, and what it may hold."""
    plain: dict[str, frozenset[ColumnKind]] = {SERVICE: TEXT, ACT: TEXT, REGION: TEXT, ON: DAYS}
    facts = {id: HOLDING[fact.type] | (TEXTS if fact.many else TEXT) for id, fact in pack.facts.items()}
    return plain | facts | {f"{SUBMITTED}{id}": TRUTHS for id in pack.documents}


def _names(pack: Pack) -> Names:
    """What columns are called, for one that is named by its name."""
    facts = {id: fact.called for id, fact in pack.facts.items()}
    return facts | {f"{SUBMITTED}{id}": document.name for id, document in pack.documents.items()}


def _wrong(columns: Sequence[RawColumn], path: str, pack: Pack, carried: Sequence[str]) -> Iterator[Diagnostic]:
    """What is wrong with single columns."""
    known, counts = columns_known(pack), Counter[str]()
    for at, (name, kind) in enumerate(columns[:MAX_COLUMNS], 1):
        counts[name] += 1
        if counts[name] == 2:
            yield Diagnostic("column-twice", path, column=at, id=masked(name))
        elif counts[name] > 2 or (name in carried and name not in known and name not in OWN):
            continue
        elif name not in known:
            yield _unknown(at, name, path, pack, known)
        elif kind not in known[name]:
            yield Diagnostic("column-type", path, column=at, id=name)


def _unknown(at: int, name: str, path: str, pack: Pack, known: Collection[str]) -> Diagnostic:
    """By its name, as far as it may be repeated: where a table has no heading, that is a person's."""
    said = mistyped(name, known, _names(pack))
    return Diagnostic("column-unknown", path, column=at, id=said["id"], guess=said["guess"])


def _wanting(names: Sequence[str], path: str, pack: Pack, carried: Sequence[str]) -> Iterator[Diagnostic]:
    """What is wrong with the heading as a whole."""
    for name in (SERVICE, ON):
        if name not in names:
            yield Diagnostic("column-missing", path, id=name)
    if not any(name in names for name in PLACES):
        yield Diagnostic("place-missing", path)
    known = columns_known(pack)
    for name in dict.fromkeys(carried):
        if name in known:
            yield Diagnostic("carried-read", path, id=name)
        elif name not in names:
            yield Diagnostic("carried-missing", path, **mistyped(name, names))
    facts, papers = (sum(map(told, names)) for told in (pack.facts.__contains__, _is_paper))
    if len(names) > MAX_COLUMNS or max(facts, papers) > MAX_ENTRIES:
        yield Diagnostic("columns-too-many", path, limit=MAX_COLUMNS, entries=MAX_ENTRIES)


def _is_paper(name: str) -> bool:
    return name.startswith(SUBMITTED)
