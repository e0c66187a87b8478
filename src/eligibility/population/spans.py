"""Which edition decides a row: of a service in a place, what holds from which day on, and the number of it for every row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from eligibility.engine import Engine
from eligibility.law.filing_facts import REQUEST
from eligibility.law.life import Life, Status, turning_days
from eligibility.law.lookups import EditionOnDay, edition_on, pointed_to, standing_of
from eligibility.law.pack import EditionKey, Pack
from eligibility.population.table_heading import ACT, BAD, ON, REGION, SERVICE, STATE, TableHeading
from eligibility.reasoning.plan import PlanKey

if TYPE_CHECKING:
    import polars as pl

DAYS = 1 << 23
"""more than there are days in a calendar of four-digit years"""
EPOCH = date(1970, 1, 1)


class Jurisdiction(NamedTuple):
    """Where, or by which act, somebody files; one of the two."""

    act: str | None = None
    region: str | None = None


class Decider(NamedTuple):
    """What decides for a while: an edition as it is made ready, and how it stands; nothing where no edition is held."""

    plan: PlanKey | None = None
    life: Life | None = None

    @property
    def status(self) -> Status | None:
        return self.life.status if self.life else None

    @property
    def answers(self) -> bool:
        """Whether the edition answers on the day without being asked as if it were in force."""
        return self.life is not None and self.life.answers


class DeciderSpan(NamedTuple):
    """What holds from a day on, until the next one."""

    first: date
    state: Decider


def spans_of(engine: Engine, service: str, place: Jurisdiction) -> tuple[DeciderSpan, ...]:
    """In the order of days, from the first there is; none where the act does not regulate the service."""
    found: list[DeciderSpan] = []
    for day in sorted({date.min, *_turning(engine, service, place)}):
        state = _state_on(engine, service, place, day)
        if state is not None and (not found or found[-1].state != state):
            found.append(DeciderSpan(day, state))
    return tuple(found)


def _state_on(engine: Engine, service: str, place: Jurisdiction, day: date) -> Decider | None:
    found = _edition_on(engine, service, place, day)
    edition = engine.pack.edition(*found.key) if found else None
    if found is None or edition is None:
        return Decider() if place.act is None else None
    return Decider(PlanKey(found.key, pointed_to(engine.pack, engine.acts, edition, day)), found.life)


def _edition_on(engine: Engine, service: str, place: Jurisdiction, day: date) -> EditionOnDay | None:
    if place.act is not None:
        return standing_of(engine.pack, engine.acts, place.act, service, day)
    return edition_on(engine.pack, engine.acts, service, place.region or "", day)


def _turning(engine: Engine, service: str, place: Jurisdiction) -> Iterator[date]:
    """Every day on which another edition may begin to answer, or the same one otherwise."""
    pack, acts = engine.pack, engine.acts
    ruling = {id for id in pack.acts_of(service) if id == place.act or (place.region and acts[id].rules(place.region))}
    editions = [edition for key in _wordings(pack, service, ruling) if (edition := pack.edition(*key))]
    yield from (edition.known_since for edition in editions if edition.known_since)
    listed = {one.act for edition in editions for one in edition.documents_from}
    grounds = (one.act for edition in editions for one in (*edition.refuse_to_accept, *edition.refuse_service))
    for act in ruling | listed | {id for id in grounds if id}:
        yield from turning_days(acts[act])


def _wordings(pack: Pack, service: str, acts: Iterable[str]) -> Iterator[EditionKey]:
    for act in acts:
        yield from (EditionKey(act, service, wording) for wording in (None, *pack.earlier(act, service)))


@dataclass(frozen=True, eq=False)
class Spans:
    """Of every service in every place what holds when, each state once."""

    pack: Pack
    states: tuple[Decider, ...]
    firsts: tuple[int, ...]
    """keys of service, place and first day, rising"""
    numbers: tuple[int | None, ...]
    """the state from each of these keys on"""
    apart: frozenset[tuple[str, str]]
    """acts and the regions they are not of"""

    @classmethod
    def of(cls, engine: Engine) -> "Spans":
        pack, known = engine.pack, dict[Decider, int]()
        places = _places(pack)
        firsts, numbers = list[int](), list[int | None]()
        for at, (service, place) in enumerate((service, place) for service in pack.services for place in places):
            spans = spans_of(engine, service, place)
            firsts += [at * DAYS + _ordinal(span.first) for span in spans] or [at * DAYS]
            numbers += [known.setdefault(span.state, len(known)) for span in spans] or [None]
        apart = {(id, region) for id, act in engine.acts.items() for region in pack.regions if not act.rules(region)}
        return cls(pack, tuple(known), tuple(firsts), tuple(numbers), frozenset(apart))

    def placed(self, typed: "pl.LazyFrame", heading: TableHeading) -> "pl.LazyFrame":
        """Each row with the number of its state; where there is none, or none that offers what is asked for, the row is bad."""
        import polars as pl

        numbered = typed.with_columns(self.numbered(heading).alias(STATE))
        wrong = pl.col(STATE).is_null()
        if REQUEST in heading.facts and self.pack.facts[REQUEST].values:
            wrong |= self._not_offered()
        return numbered.with_columns(pl.col(BAD) | wrong)

    def numbered(self, heading: TableHeading) -> "pl.Expr":
        """The number of each row's state; null where the service, the place or the day is not known, or cannot be together."""
        import polars as pl

        places = _places(self.pack)
        acts, regions = pl.Enum(list(self.pack.acts)), pl.Enum(list(self.pack.regions))
        of_act, of_region = _code(ACT, acts, heading), _code(REGION, regions, heading) + len(self.pack.acts)
        pair = _code(SERVICE, pl.Enum(list(self.pack.services)), heading) * len(places) + pl.coalesce(of_act, of_region)
        key = pair * DAYS + pl.col(ON).to_physical().cast(pl.Int64) - (date.min - EPOCH).days
        firsts, numbers = pl.Series(self.firsts, dtype=pl.Int64), pl.Series([None, *self.numbers], dtype=pl.Int32)
        found = pl.when(key.is_not_null()).then(
            key.map_batches(
                lambda keys: numbers.gather(firsts.search_sorted(keys, side="right")),
                return_dtype=pl.Int32,
                is_elementwise=True,
            )
        )
        return pl.when(~self._elsewhere(of_act, of_region)).then(found) if heading.says_both else found

    def _elsewhere(self, of_act: "pl.Expr", of_region: "pl.Expr") -> "pl.Expr":
        """Whether both are told, and the act is none of the region."""
        import polars as pl

        acts, regions = list(self.pack.acts), list(self.pack.regions)
        pairs = [acts.index(act) * DAYS + regions.index(region) + len(acts) for act, region in sorted(self.apart)]
        return (of_act * DAYS + of_region).is_in(pl.Series(pairs, dtype=pl.Int64).implode()).fill_null(False)

    def _not_offered(self) -> "pl.Expr":
        """Whether a variant is asked for that the edition does not know."""
        import polars as pl

        asked = list(self.pack.facts[REQUEST].values or ())
        kinds = [(at, n, id) for at in range(len(self.states)) for n, id in enumerate(asked)]
        wrong = pl.Series([at * len(asked) + n for at, n, id in kinds if id not in self.offered[at]], dtype=pl.Int64)
        told = pl.col(STATE).cast(pl.Int64) * len(asked) + pl.col(REQUEST).to_physical().cast(pl.Int64)
        return told.is_in(wrong.implode()).fill_null(False)

    @cached_property
    def offered(self) -> Mapping[int, frozenset[str]]:
        """The variants that may be asked for in each state; where no edition is held, nobody says."""
        asked = frozenset(self.pack.facts[REQUEST].values or ()) if REQUEST in self.pack.facts else frozenset()
        return {at: _offered(self.pack, one, asked) for at, one in enumerate(self.states)}


def _offered(pack: Pack, state: Decider, asked: frozenset[str]) -> frozenset[str]:
    edition = pack.edition(*state.plan.edition) if state.plan else None
    return asked if edition is None else frozenset(variant.request for variant in edition.requests)


def _places(pack: Pack) -> list[Jurisdiction]:
    return [*(Jurisdiction(act=id) for id in pack.acts), *(Jurisdiction(region=id) for id in pack.regions)]


def _ordinal(day: date) -> int:
    return (day - date.min).days


def _code(name: str, ids: "pl.Enum", heading: TableHeading) -> "pl.Expr":
    """The place of an id among those there are."""
    import polars as pl

    told = name == SERVICE or name in heading.places
    return pl.col(name).cast(ids).to_physical().cast(pl.Int64) if told else pl.lit(None, pl.Int64)
