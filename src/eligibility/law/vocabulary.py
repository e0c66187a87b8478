"""What every edition shares: facts, categories, documents, services, actors, acts."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from eligibility.law.address import Addressed, Addressee, said_to
from eligibility.law.address import Forms as Forms
from eligibility.words.text import Text

FactType = Literal["bool", "choice", "years", "months", "number", "date"]
Stage = Literal["filing", "examination"]
Form = Literal["original", "copy", "both", "electronic", "unspecified"]
Measure = Literal["minutes", "hours", "working-hours", "working-days", "calendar-days", "months"]
Unit = Measure | Literal["within-working-day", "times-per-day", "unstated"]
Bound = Literal["within", "at-most", "exactly", "not-before", "at-least"]
Filling = Literal["accepted-on", "result-day", "number", "documents", "service", "clerk"]
Cite = str | tuple[str, ...]
TodayStatus = Literal["regulated", "merged", "abolished", "unknown"]
Confidence = Literal["official", "secondary", "inferred"]
TextHeld = Literal["whole", "partial", "elsewhere"]
"""how much of an act's text is at hand"""


class Phrase(NamedTuple):
    """A clause that says a condition true, and the same condition false."""

    holds: Text
    fails: Text


class Choice(NamedTuple):
    label: Addressed
    """the answer in a few words, as it stands behind the name of the fact"""
    holds: Text | None = None
    fails: Text | None = None
    """clauses; without them the label alone says it"""
    stands_for: tuple[str, ...] = ()
    """values that are not told apart here; nobody is offered this one, and no condition may name it"""
    menu: Text | None = None
    """the answer as a question offers it, where that says more than the label"""

    def called(self, addressee: Addressee) -> Text:
        return said_to(addressee, self.label)

    def offered(self, addressee: Addressee) -> Text:
        return self.menu or self.called(addressee)


class YesNo(NamedTuple):
    """What yes and no are called behind the name of a fact."""

    yes: Text
    no: Text


class Fact(NamedTuple):
    """One thing to know about the person or the filing: its type, its question, and its values with their labels."""

    type: FactType
    ask: Addressed
    why: Text | None = None
    says: Phrase | None = None
    """of a `bool`: the clauses for true and false; of what is counted: clauses with `{n}` for below n and n or more"""
    values: dict[str, Choice] | None = None
    range: tuple[int, int] | None = None
    since: str | None = None
    """of `years` and `months`: the date fact whose whole years or months up to the filing date give this one"""
    fixed: bool = False
    """nobody can change it, so no advice may rest on changing it"""
    stage: Stage = "filing"
    name: Text | None = None
    """what it is called in a few words"""
    unit: Text | None = None
    """of what is counted: «теңге», «тенге»"""
    many: bool = False
    """of a `choice`: several values may be true at once"""
    hint: Text | None = None
    """what helps to answer, shown with the question"""
    answers: YesNo | None = None
    """of a `bool`: behind its name; without them it is yes and no"""
    sensitive: bool = False
    """its answer is not given back on paper that others may see"""

    def asked(self, addressee: Addressee) -> Text:
        """Its question."""
        return said_to(addressee, self.ask)

    @property
    def called(self) -> Text:
        """Its name; without one, its question."""
        return self.name or self.asked("self")


class Category(NamedTuple):
    when: str
    says: Phrase | None = None
    """without it the category is told by what it rests on"""
    name: Text | None = None
    """those who belong to it, as many of them: «қарттар», «престарелые»"""


class Contradiction(NamedTuple):
    when: str
    text: Text


class Document(NamedTuple):
    """An entry of the catalogue of documents."""

    name: Text
    serves_as: tuple[str, ...] = ()
    plain: Text | None = None
    """what a citizen is told in its place, where the official name holds a term of art"""
    for_one_service: bool = False
    """made out for one service, as an application is, so that each service wants its own"""


def serving(wanted: Iterable[str], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """The wanted documents and all that the catalogue says serve as one of them."""
    found = dict.fromkeys(wanted)
    while more := [id for id, one in documents.items() if id not in found and not found.keys().isdisjoint(one.serves_as)]:
        found |= dict.fromkeys(more)
    return tuple(found)


class Outcome(NamedTuple):
    """What a service can end in."""

    kk: str
    ru: str
    refusal: bool = False
    """it tells of a refusal, so that an established ground to refuse does not rule it out"""

    @property
    def text(self) -> Text:
        return Text(self.kk, self.ru)


class ReceiptField(NamedTuple):
    name: Text
    fills: Filling | None = None
    """what the program prints there; without it a line to be filled in by hand"""


class Known(NamedTuple):
    """Where a thing is known from that no text at hand holds, and how surely."""

    source: Text
    as_of: Text
    confidence: Confidence


class PartText(NamedTuple):
    """A name of which one language may not have been seen."""

    kk: str | None = None
    ru: str | None = None


class Today(NamedTuple):
    """What is known of a service in the law of today."""

    status: TodayStatus
    acts: tuple[str, ...] = ()
    """that rule it today, as far as known; the first one rules it as a whole"""
    into: str | None = None
    """the service it was merged into, or that takes its place"""
    names: PartText | None = None
    """what it is called today"""
    note: Text | None = None
    source: Text | None = None
    """where all this was looked for"""
    as_of: Text | None = None


class EverydayWords(NamedTuple):
    """What people say for a thing besides its official names; nobody is shown these."""

    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()


class Service(NamedTuple):
    """The thing asked for, the same whatever act regulates it."""

    title: Text
    unverified: bool = False
    """the Russian title is our rendering, not seen in an official text"""
    today: Today | None = None
    also: EverydayWords | None = None
    """what people call it, by which it is found"""


class Situation(NamedTuple):
    """What happens in a life, and the services that may be wanted then, the likeliest first."""

    name: Text
    services: tuple[str, ...]
    when: str | None = None
    """in whose life; it puts the groups in order for a person and decides nothing"""


class RegionChange(NamedTuple):
    """Regions that became others: renamed, divided, set apart."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    """all that hold land of those before, with one that goes on under its old name among them"""
    on: date
    known: Known


class Contact(NamedTuple):
    """A number or an office that answers questions about services."""

    number: str
    name: Text
    source: Text
    as_of: Text
    confidence: Confidence
    hours: Text | None = None
    regions: tuple[str, ...] = ()
    """where it answers; empty for the whole country"""
    services: tuple[str, ...] = ()
    """what it answers about; empty for everything"""


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


class ActKind(NamedTuple):
    """What acts of a kind are called in sentences: their name, as what belongs to it, by what, in what."""

    name: Text
    of: Text
    by: Text
    in_: Text
    appendix: Text
    """an appendix to what an annex holds, with `{n}` for its number"""


class Registration(NamedTuple):
    number: str
    day: date | None = None


class InForce(NamedTuple):
    """From when an act works: some days after its first official publication, or a day it names itself."""

    days_after_publication: int | None = None
    counting_publication_day: bool = False
    """the days begin with the day of publication itself"""
    on: date | None = None
    cite: Cite | None = None


Effect = InForce | Literal["unknown"]


class Amendment(NamedTuple):
    adopted: date
    in_force: Effect
    number: str | None = None
    kind: ActKind | None = None
    """of the amending act, where that is not the kind of the act it amends"""
    annexes: tuple[int, ...] = ()
    """in a new wording"""
    adds: tuple[int, ...] = ()
    """annexes the act did not have before"""
    inferred: tuple[int, ...] = ()
    """annexes of which the text's own note of this amendment is lost"""
    registered: Registration | None = None
    published: date | None = None
    filed_before: date | None = None
    """files lodged before this day go by the earlier wording, though the amendment is in force"""

    @property
    def label(self) -> str:
        """What it is known by beside the act it amends: its number, else the day of its adoption."""
        return self.number or self.adopted.isoformat()

    @property
    def id(self) -> str:
        """What the earlier wording is known by: `until-<id>`."""
        return re.sub(r"[\s/]+", "-", self.label)

    def changes(self, annex: int | None) -> bool:
        """Whether it gave the annex a new wording; where it names no annexes, the act's own text."""
        return annex in self.annexes if annex is not None else not (self.annexes or self.adds)


class Repeal(NamedTuple):
    adopted: date
    in_force: Effect
    number: str | None = None
    kind: ActKind | None = None
    published: date | None = None
    filed_before: date | None = None
    """files lodged before this day go by the act, though the repeal is in force"""


class Act(NamedTuple):
    """An act: what it is called, who issued it for which regions, its life, and how much of its text is at hand."""

    kind: ActKind
    issuer: Text
    cited: Text
    """as official texts name the act: issuer, day, number"""
    regions: tuple[str, ...] | Literal["all"]
    adopted: date
    in_force: Effect
    title: PartText | None = None
    number: str | None = None
    registered: Registration | None = None
    text: TextHeld = "whole"
    providers: dict[str, Text] | None = None
    package: str | None = None
    """the catalogue's entry that stands for the act's list as a whole, where editions of other acts point to it"""
    recipient: Text | None = None
    """what the act calls the one whom a service is for, where clauses shared with other acts call him otherwise: they are
    not said of this act, and short forms are, which need no such word"""
    provider_called: Text | None = None
    """what the act calls the one who renders a service, where papers would else call him otherwise"""
    unverified: bool = False
    """its title or details were not seen in an official text"""
    published: date | None = None
    amendments: tuple[Amendment, ...] = ()
    repeal: Repeal | None = None

    def rules(self, region: str) -> bool:
        return self.regions == "all" or region in self.regions


class Home(NamedTuple):
    """Whose line a rule is: which act's, and in which annex of it."""

    act: str
    kind: ActKind
    cited: Text
    annex: int | None


class NotModelled(NamedTuple):
    not_modelled: Text | str
    """why not"""


ProvisionStatus = Literal["encoded", "definition", "reference", "unread"] | NotModelled
"""`unread` as long as nobody has said what becomes of the line"""


class Provisions(NamedTuple):
    """Every paragraph of an act, each with what the pack makes of it."""

    act: dict[str, ProvisionStatus]
    annexes: dict[int, dict[str, ProvisionStatus]]
