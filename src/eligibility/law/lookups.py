"""Whose text is to be read on a day: the edition that answers in a region, and the act that an edition points to."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from eligibility.law.edition import Edition
from eligibility.law.life import Life, life_on
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.vocabulary import Act, Home

Acts = Mapping[str, Act]
"""the acts of a pack, with the days of publication that somebody supplied"""


class EditionOnDay(NamedTuple):
    """An edition and how it stands on a day."""

    key: EditionKey
    life: Life


def standing_of(pack: Pack, acts: Acts, act: str, service: str, on: date) -> EditionOnDay | None:
    """How an act stands on a service, and which of its wordings; nothing where it has no edition of the service."""
    edition = pack.edition(act, service)
    if edition is None:
        return None
    life = life_on(acts[act], edition.annex, on, pack.earlier(act, service))
    return EditionOnDay(EditionKey(act, service, life.wording), life)


def edition_on(pack: Pack, acts: Acts, service: str, region: str, on: date) -> EditionOnDay | None:
    """The edition that answers in a region, else the one held in text that comes nearest to the day. An act whose text is
    not at hand answers where no other does."""
    found = [act for act in pack.acts_of(service) if acts[act].rules(region)]
    standings = [one for act in found if (one := standing_of(pack, acts, act, service, on))]
    held = sorted((one for one in standings if _is_held(acts, one)), key=lambda one: _nearness(acts[one.key.act]))
    for one in held:
        if one.life.answers:
            return one
    known = [one for one in standings if not _is_held(acts, one) and one.life.answers and _is_known(pack, one, on)]
    if known:
        return max(known, key=lambda one: acts[one.key.act].adopted)
    begun = [one for one in held if one.life.status != "not-adopted"]
    return begun[-1] if begun else held[0] if held else None


def _is_held(acts: Acts, one: EditionOnDay) -> bool:
    return acts[one.key.act].text != "elsewhere"


def _is_known(pack: Pack, one: EditionOnDay, on: date) -> bool:
    """Whether what is known of the act is known for the day: an old act may have said something else then."""
    edition = pack.edition(*one.key)
    return edition is None or edition.known_since is None or on >= edition.known_since


def _nearness(act: Act) -> tuple[bool, date]:
    """An act of some regions goes before one of the whole country."""
    return act.regions == "all", act.adopted


def pointed_to(pack: Pack, acts: Acts, edition: Edition, on: date) -> tuple[EditionKey, ...]:
    """What is at hand of the acts that an edition takes its list or its grounds from: their wordings of the day, or, of acts
    whose text is not at hand, what is known of them."""
    grounds = (*edition.refuse_to_accept, *edition.refuse_service)
    named = (*(one.act for one in edition.documents_from), *(one.act for one in grounds if one.act))
    return tuple(_held_list(pack, acts, dict.fromkeys(named), edition.service, on))


def _held_list(pack: Pack, acts: Acts, named: Iterable[str], service: str, on: date) -> Iterable[EditionKey]:
    for act in named:
        found = standing_of(pack, acts, act, service, on)
        if found and (found.life.answers or not _is_held(acts, found)):
            yield found.key


def home_of(pack: Pack, key: EditionKey) -> Home:
    act, edition = pack.acts[key.act], pack.edition(*key)
    return Home(key.act, act.kind, act.cited, edition.annex if edition else None)
