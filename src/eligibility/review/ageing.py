"""What the maintainers of the rules must look at on a day: law that is no longer there, and what is known by halves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from eligibility.engine import Engine
from eligibility.law.calendar import Calendar
from eligibility.law.edition import Edition
from eligibility.law.life import Life, Status, from_publication, repeal_of
from eligibility.law.vocabulary import Act, Amendment, Known, Repeal

AHEAD = timedelta(days=90)
"""how early a coming repeal is told of: time to obtain the act that follows"""

DOUBTFUL: tuple[Status, ...] = ("repealed", "undetermined", "edition-not-held")

Waited = Literal["act", "amendment", "repeal"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Annexes of an act that are not, or not certainly, the law on the day; none of an act without annexes."""

    act: str
    annexes: tuple[int, ...]
    life: Life


@dataclass(frozen=True, slots=True)
class ComingRepeal:
    act: str
    number: str | None
    day: date
    exact: bool


@dataclass(frozen=True, slots=True)
class Unpublished:
    """An act that waits for its first official publication, whose day nobody has supplied."""

    kind: Waited
    act: str
    number: str | None
    adopted: date
    option: str
    """what `--published` takes it by"""


class Pointer(NamedTuple):
    """An edition that points to a paragraph of a Standard of which nothing is known."""

    act: str
    service: str
    para: str


class KnownOf(NamedTuple):
    """A service of which something is known from elsewhere."""

    service: str
    known: Known


@dataclass(frozen=True, slots=True)
class StandardGap:
    """An act that others point to and whose text is not at hand."""

    standard: str
    unverified: bool
    indicative: tuple[KnownOf, ...]
    unknown: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class YearGap:
    year: int
    held: bool
    estimated: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A service of which no text at hand is certainly in force on the day."""

    service: str
    standing: tuple[tuple[str, Status], ...]
    """of the acts at hand"""


@dataclass(frozen=True, slots=True)
class Stale:
    """What in a pack needs a maintainer's eye on a day."""

    on: date
    doubts: tuple[Doubt, ...]
    coming: tuple[ComingRepeal, ...]
    unpublished: tuple[Unpublished, ...]
    standards: tuple[StandardGap, ...]
    years: tuple[YearGap, ...]
    unverified: tuple[str, ...]
    """services whose Russian title was not seen in an official text"""
    nowhere: tuple[Nowhere, ...]


def stale(engine: Engine, on: date) -> Stale:
    """Looks a pack through as of a day."""
    return Stale(
        on,
        tuple(_doubts(engine, on)),
        tuple(_coming(engine, on)),
        tuple(_unpublished(engine)),
        tuple(_standards(engine)),
        tuple(_years(engine, on)),
        tuple(id for id, service in engine.pack.services.items() if service.unverified and engine.pack.acts_of(id)),
        tuple(_nowhere(engine, on)),
    )


def _acts(engine: Engine) -> list[str]:
    return sorted(engine.acts, key=lambda id: engine.acts[id].adopted)


def _editions(engine: Engine, act: str) -> Iterator[Edition]:
    for service in engine.pack.services_of(act):
        edition = engine.pack.edition(act, service)
        if edition is not None:
            yield edition


def _doubts(engine: Engine, on: date) -> Iterator[Doubt]:
    for id in _acts(engine):
        found: list[tuple[Life, list[int]]] = []
        for edition in _editions(engine, id):
            life = engine.life(id, edition.service, on)
            annexes = next((annexes for known, annexes in found if known == life), None)
            if annexes is None:
                found.append((life, annexes := []))
            annexes += [edition.annex] if edition.annex is not None else []
        yield from (Doubt(id, tuple(sorted(annexes)), life) for life, annexes in found if life.status in DOUBTFUL)


def _coming(engine: Engine, on: date) -> Iterator[ComingRepeal]:
    for id in _acts(engine):
        act = engine.acts[id]
        begun = repeal_of(act)
        if act.repeal and begun and on < begun.day <= on + AHEAD:
            yield ComingRepeal(id, act.repeal.number, *begun)


def _unpublished(engine: Engine) -> Iterator[Unpublished]:
    for id in _acts(engine):
        act = engine.acts[id]
        if _waits(act):
            yield Unpublished("act", id, act.number, act.adopted, id)
        for amendment in filter(_waits, act.amendments):
            yield Unpublished("amendment", id, amendment.number, amendment.adopted, f"{id}/{amendment.label}")
        if act.repeal and _waits(act.repeal):
            yield Unpublished("repeal", id, act.repeal.number, act.repeal.adopted, f"repeal:{id}")


def _waits(one: Act | Amendment | Repeal) -> bool:
    """Whether a known day of publication would say more of when it begins."""
    return one.published is None and from_publication(one.in_force)


def _standards(engine: Engine) -> Iterator[StandardGap]:
    """The acts that editions point to and of which the text is not at hand."""
    pointed: dict[str, list[Pointer]] = {}
    for key in engine.pack.held():
        edition = engine.pack.edition(*key)
        for id, para in dict.fromkeys(_pointers(edition)) if edition else ():
            unknown = pointed.setdefault(id, [])
            if edition and not _is_known(engine, edition, id, para):
                unknown.append(Pointer(key.act, key.service, para))
    for id, missing in sorted(pointed.items()):
        if engine.acts[id].text == "elsewhere":
            known = tuple(KnownOf(edition.service, one) for edition in _editions(engine, id) if (one := _known(edition)))
            yield StandardGap(id, engine.acts[id].unverified, known, tuple(missing))


def _is_known(engine: Engine, edition: Edition, act: str, para: str) -> bool:
    """Whether something is known of the list of documents that stands in that paragraph."""
    there = engine.pack.edition(act, edition.service)
    is_list = any((one.act, one.para) == (act, para) for one in edition.documents_from)
    return is_list and there is not None and _known(there) is not None


def _known(edition: Edition) -> Known | None:
    """Where an edition of an act that is not at hand is known from."""
    listed = (one.known for one in edition.requirements if one.known)
    return edition.requirements_as_in.known if edition.requirements_as_in else next(listed, edition.known)


def _pointers(edition: Edition) -> Iterator[tuple[str, str]]:
    yield from ((one.act, one.para) for one in edition.documents_from)
    for ground in (*edition.refuse_to_accept, *edition.refuse_service):
        if ground.act and ground.para:
            yield ground.act, ground.para


def _years(engine: Engine, on: date) -> Iterator[YearGap]:
    """The year before and the year after too: terms begin in one and end in the other."""
    calendar = Calendar.of(engine.pack.calendar)
    for year in range(on.year - 1, on.year + 2):
        estimated = sorted(day for day, off in calendar.days_off.items() if day.year == year and off.estimated)
        if estimated or year not in calendar.years:
            yield YearGap(year, year in calendar.years, tuple(estimated))


def _nowhere(engine: Engine, on: date) -> Iterator[Nowhere]:
    lives: dict[str, list[tuple[str, Status]]] = {}
    for id in _acts(engine):
        for edition in _editions(engine, id):
            known = lives.setdefault(edition.service, [])
            if edition.text != "elsewhere":
                known.append((id, engine.life(id, edition.service, on).status))
    for service, standing in lives.items():
        if all(status != "in-force" for _, status in standing):
            yield Nowhere(service, tuple(standing))
