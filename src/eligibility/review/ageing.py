"""What the maintainers of the rules must look at on a day: law that is no longer there, and what is known by halves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from eligibility.engine import Engine
from eligibility.law.calendar import Calendar
from eligibility.law.edition import Edition
from eligibility.law.life import Life, Status, earliest_repeal, life_on
from eligibility.law.vocabulary import KnownList

AHEAD = timedelta(days=90)
"""how early a coming repeal is told of: time to obtain the act that follows"""

DOUBTFUL: tuple[Status, ...] = ("repealed", "undetermined", "edition-not-held")

Waited = Literal["act", "amendment", "repeal"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Annexes of an act that are not, or not certainly, the law on the day."""

    act: str
    annexes: tuple[int, ...]
    life: Life


@dataclass(frozen=True, slots=True)
class ComingRepeal:
    act: str
    number: str
    day: date
    exact: bool


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A decree whose day of first official publication nobody has supplied."""

    kind: Waited
    act: str
    number: str
    adopted: date
    option: str
    """what `--published` takes it by"""


class Pointer(NamedTuple):
    """An edition that points to a paragraph of a Standard of which nothing is known."""

    act: str
    service: str
    para: str


@dataclass(frozen=True, slots=True)
class StandardGap:
    standard: str
    unverified: bool
    indicative: tuple[KnownList, ...]
    unknown: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class YearGap:
    year: int
    held: bool
    estimated: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A service none of whose editions is certainly in force on the day."""

    service: str
    standing: tuple[tuple[str, Status], ...]


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
        annexes: dict[Life, list[int]] = {}
        for edition in _editions(engine, id):
            annexes.setdefault(life_on(engine.acts[id], edition.annex, on), []).append(edition.annex)
        for life, found in annexes.items():
            if life.status in DOUBTFUL:
                yield Doubt(id, tuple(sorted(found)), life)


def _coming(engine: Engine, on: date) -> Iterator[ComingRepeal]:
    for id in _acts(engine):
        act = engine.acts[id]
        day = earliest_repeal(act)
        if act.repeal and day and on < day <= on + AHEAD:
            yield ComingRepeal(id, act.repeal.number, day, act.repeal.published is not None)


def _unpublished(engine: Engine) -> Iterator[Unpublished]:
    for id in _acts(engine):
        act = engine.acts[id]
        if act.published is None:
            yield Unpublished("act", id, act.number, act.adopted, id)
        for amendment in act.amendments:
            if amendment.published is None:
                yield Unpublished("amendment", id, amendment.number, amendment.adopted, f"{id}/{amendment.number}")
        if act.repeal and act.repeal.published is None:
            yield Unpublished("repeal", id, act.repeal.number, act.repeal.adopted, f"repeal:{id}")


def _standards(engine: Engine) -> Iterator[StandardGap]:
    """All of them: a pack never holds more of a Standard than what is known from elsewhere."""
    pointed: dict[str, list[Pointer]] = {}
    for key in engine.pack.held():
        edition = engine.pack.edition(*key)
        for id, para in dict.fromkeys(_pointers(edition)) if edition else ():
            pointed.setdefault(id, []).append(Pointer(key.act, key.service, para))
    for id, standard in engine.pack.standards.items():
        known = {(one.service, one.para) for one in standard.lists}
        unknown = (one for one in pointed.get(id, ()) if (one.service, one.para) not in known)
        yield StandardGap(id, standard.unverified, standard.lists, tuple(unknown))


def _pointers(edition: Edition) -> Iterator[tuple[str, str]]:
    yield from ((one.standard, one.para) for one in edition.documents_from)
    for ground in (*edition.refuse_to_accept, *edition.refuse_service):
        if ground.standard and ground.para:
            yield ground.standard, ground.para


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
            lives.setdefault(edition.service, []).append((id, life_on(engine.acts[id], edition.annex, on).status))
    for service, standing in lives.items():
        if all(status != "in-force" for _, status in standing):
            yield Nowhere(service, tuple(standing))
