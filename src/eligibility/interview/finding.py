"""Finding a service or a region by everyday words, in either language."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from eligibility.answer.regions import of_the_day
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.interview.likely import Likely, NamedThings
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import EverydayWords

MAX_PHRASE = 200
_MEANT, _NEAR = 0.55, 0.3
"""scores from which a phrase means a thing, and from which it is near to it"""
_BESIDE_MEANT, _BESIDE_NEAR = 0.75, 0.4
"""and which part of the best score that must be"""
_MOST = 5
"""that are worth naming where nothing is meant for certain"""


@dataclass(frozen=True)
class Found:
    """What a phrase means, best first; and what is only near to it."""

    meant: tuple[Likely, ...] = ()
    near: tuple[Likely, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in (*self.meant, *self.near))

    @property
    def single(self) -> str | None:
        """The one thing that is meant, if it is one."""
        return self.meant[0].id if len(self.meant) == 1 else None


def find(engine: Engine, phrase: str, among: Collection[str] | None = None) -> Found:
    """The services that a phrase means; `Refused` where it is too long for one."""
    services = engine.pack.services if among is None else among
    return _found(_services, engine.pack, phrase, lambda id: [id] if id in services else [])


def find_region(engine: Engine, phrase: str, on: date | None = None) -> Found:
    """The regions that a phrase means, as they are on a day: a former one leads to those that hold its land."""
    return _found(_regions, engine.pack, phrase, lambda id: [id] if on is None else of_the_day(engine.pack, id, on))


def _found(named: Callable[[Pack], NamedThings], pack: Pack, phrase: str, told: Callable[[str], Iterable[str]]) -> Found:
    check_phrase(phrase)
    things = named(pack)
    typed = phrase.strip()
    if typed in things.names:
        return Found(tuple(Likely(id, typed, 1.0) for id in told(typed)))
    likely: dict[str, Likely] = {}
    for one in things.likely(typed):
        for id in told(one.id):
            likely.setdefault(id, one._replace(id=id))
    return _sorted_out(list(likely.values()))


def check_phrase(phrase: str) -> None:
    if len(phrase) > MAX_PHRASE:
        raise refused("phrase-too-long", "phrase", most=MAX_PHRASE)


def _sorted_out(likely: list[Likely]) -> Found:
    best = likely[0].score if likely else 0.0
    meant = tuple(one for one in likely if one.score >= max(_MEANT, _BESIDE_MEANT * best))
    near = tuple(one for one in likely if one not in meant and one.score >= max(_NEAR, _BESIDE_NEAR * best))
    return Found(meant, near[: max(0, _MOST - len(meant))])


@lru_cache(maxsize=4)
def _services(pack: Pack) -> NamedThings:
    """By their names of then, as each act has them, and of today, and by what people say."""
    names = {
        id: [service.title.kk, service.title.ru, *filter(None, service.today.names or () if service.today else ())]
        for id, service in pack.services.items()
    }
    for key in pack.editions():
        edition = pack.edition(*key)
        if edition and key.service in names:
            title = pack.title(edition)
            names[key.service] += [title.kk, title.ru]
    return NamedThings({id: _each(said, pack.services[id].also) for id, said in names.items()})


@lru_cache(maxsize=4)
def _regions(pack: Pack) -> NamedThings:
    return NamedThings({id: _each([name.kk, name.ru], pack.region_words.get(id)) for id, name in pack.regions.items()})


def _each(names: list[str], also: EverydayWords | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*names, *(also.kk + also.ru if also else ())]))
