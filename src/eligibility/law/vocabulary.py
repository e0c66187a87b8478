"""What every edition shares: facts, categories, documents, services, actors, acts, standards."""

from datetime import date
from typing import Literal, NamedTuple

from eligibility.words.text import Text

FactType = Literal["bool", "choice", "years", "date"]
Stage = Literal["filing", "examination"]
Form = Literal["original", "copy", "both", "electronic", "unspecified"]
Measure = Literal["minutes", "hours", "working-hours", "working-days", "calendar-days", "months"]
Unit = Measure | Literal["within-working-day", "times-per-day", "unstated"]
Bound = Literal["within", "at-most", "exactly", "not-before", "at-least"]
Filling = Literal["accepted-on", "result-day", "number", "documents", "service", "clerk"]
Cite = str | tuple[str, ...]


class Phrase(NamedTuple):
    """A clause that says a condition true, and the same condition false."""

    holds: Text
    fails: Text


class Choice(NamedTuple):
    label: Text
    holds: Text
    fails: Text
    stands_for: tuple[str, ...] = ()
    """values that are not told apart here; nobody is offered this one, and no condition may name it"""


class Fact(NamedTuple):
    """One thing to know about the person or the filing: its type, its question, and its values with their labels."""

    type: FactType
    ask: Text
    why: Text | None = None
    says: Phrase | None = None
    """of a `bool`: the clauses for true and false; of `years`: clauses with `{n}` for below n and n or more"""
    values: dict[str, Choice] | None = None
    range: tuple[int, int] | None = None
    since: str | None = None
    """of `years`: the date fact whose whole years up to the filing date give this one"""
    fixed: bool = False
    """nobody can change it, so no advice may rest on changing it"""
    stage: Stage = "filing"


class Category(NamedTuple):
    when: str
    says: Phrase


class Contradiction(NamedTuple):
    when: str
    text: Text


class Document(NamedTuple):
    """An entry of the catalogue of documents."""

    name: Text
    serves_as: tuple[str, ...] = ()


class ReceiptField(NamedTuple):
    name: Text
    fills: Filling | None = None
    """what the program prints there; without it a line to be filled in by hand"""


class Service(NamedTuple):
    """The thing asked for, the same whatever act regulates it."""

    title: Text
    unverified: bool = False
    """the Russian title is our rendering, not seen in an official text"""


class Amount(NamedTuple):
    value: int
    unit: Measure


class Duration(NamedTuple):
    """A term as the text gives it."""

    unit: Unit
    value: int | None = None
    bound: Bound | None = None
    """None where the text gives the bare amount"""
    plus: Amount | None = None
    """a second amount of the same term, counted after the first: «1 working day and 7 working hours»"""


class Registration(NamedTuple):
    number: str
    day: date


class Amendment(NamedTuple):
    number: str
    adopted: date
    annexes: tuple[int, ...] = ()
    """in a new wording"""
    adds: tuple[int, ...] = ()
    """annexes the act did not have before"""
    inferred: tuple[int, ...] = ()
    """annexes of which the text's own note of this amendment is lost"""
    registered: Registration | None = None
    published: date | None = None


class Repeal(NamedTuple):
    number: str
    adopted: date
    awaits_publication: bool
    published: date | None = None


class Act(NamedTuple):
    """A decree: what it is called, who issued it for which region, and its life."""

    number: str
    issuer: Text
    cited: Text
    """as official texts name the act: issuer, day, number"""
    region: str
    title: Text
    adopted: date
    registered: Registration
    effect_cite: Cite
    providers: dict[str, Text]
    counts_publication_day: bool = False
    """the days the act waits for begin with the day of publication itself"""
    published: date | None = None
    amendments: tuple[Amendment, ...] = ()
    repeal: Repeal | None = None


class Listed(NamedTuple):
    """A document of a Standard's list as known from elsewhere: never more than indicative."""

    document: str
    form: Form = "unspecified"
    when: str | None = None
    any_of: tuple[str, ...] = ()


class KnownList(NamedTuple):
    service: str
    para: str
    source: Text
    as_of: Text
    act: str | None = None
    """the act whose edition of this service reproduces the list; without it `documents` holds the list"""
    documents: tuple[Listed, ...] = ()


class Standard(NamedTuple):
    """An act that editions point to for their lists of documents, with what is known of those."""

    number: str
    title: Text
    cited: Text
    """the act that approved it, as official texts name that"""
    adopted: date
    package: str
    """the catalogue's entry that stands for this Standard's list as a whole"""
    registered: str | None = None
    unverified: bool = False
    lists: tuple[KnownList, ...] = ()


class NotModelled(NamedTuple):
    not_modelled: Text | str
    """why not"""


ProvisionStatus = Literal["encoded", "definition", "reference"] | NotModelled


class Provisions(NamedTuple):
    """Every paragraph of an act, each with what the pack makes of it."""

    act: dict[str, ProvisionStatus]
    annexes: dict[int, dict[str, ProvisionStatus]]
