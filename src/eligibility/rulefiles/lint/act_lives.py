"""Acts: their days are in order, they are cited rightly, and no two held in text rule one service of one region at once."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import misspelt
from eligibility.law.life import effect_of, repeal_of, touching
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Act
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources
from eligibility.words.days import day_text
from eligibility.words.text import LANGS


def check_acts(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    for id, act in pack.acts.items():
        file = sources.acts[id]
        yield from _days(act, file)
        yield from _published(file)
        yield from _cited(act, file)
        yield from _inferred(act, file)
        yield from _begins(file)
    yield from _wordings(sources, pack)
    for one, other in combinations([id for id, act in pack.acts.items() if act.text != "elsewhere"], 2):
        shared = {service for service in pack.services_of(one) if service in pack.services_of(other)}
        shared = {
            service for service in shared if not (_points(pack, one, other, service) or _points(pack, other, one, service))
        }
        if shared and _meet(pack.acts[one], pack.acts[other]) and _overlap(pack, one, other):
            place = sources.acts[other].place(("adopted",))
            yield Diagnostic("overlapping-lives", place, one=one, other=other, service=min(shared))


def _days(act: Act, file: YamlFile) -> Iterator[Diagnostic]:
    """An act is adopted, registered, amended and repealed in this order, as far as the days are known."""
    registered = act.registered.day if act.registered and act.registered.day else act.adopted
    end = act.repeal.adopted if act.repeal else date.max
    days = [act.adopted, registered, *sorted(amendment.adopted for amendment in act.amendments), end]
    if days != sorted(days):
        yield Diagnostic("act-days", file.place(("adopted",)))


def _wordings(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    """An earlier wording stood until an amendment of its annex, and the text that followed it is at hand."""
    for key, file in sources.editions.items():
        if key.wording is None or key.act not in pack.acts:
            continue
        annex = file.data.get("annex")
        amendments = [one.id for one in touching(pack.acts[key.act], annex)]
        if key.wording not in amendments:
            yield Diagnostic("unknown-wording", file.place(()), act=key.act, **misspelt(key.wording, amendments))
        elif pack.edition(key.act, key.service) is None:
            yield Diagnostic("no-last-wording", file.place(()), act=key.act, service=key.service)


def _cited(act: Act, file: YamlFile) -> Iterator[Diagnostic]:
    day = day_text(act.adopted)
    for lang in LANGS:
        for needed in (*([f"№ {act.number}"] if act.number else []), day[lang]):
            if needed not in act.cited[lang]:
                yield Diagnostic("cited-otherwise", file.place(("cited", lang)), needed=needed)


def _published(file: YamlFile) -> Iterator[Diagnostic]:
    """Nothing is published before it is adopted: not the act, no amendment, no repeal."""
    for path, entry in _changing(file):
        published = entry.get("published")
        if published and published < entry["adopted"]:
            yield Diagnostic("published-before-adoption", file.place((*path, "published")), id=published)


def _inferred(act: Act, file: YamlFile) -> Iterator[Diagnostic]:
    for at, amendment in enumerate(act.amendments):
        for index, annex in enumerate(amendment.inferred):
            if annex not in (*amendment.annexes, *amendment.adds):
                yield Diagnostic("inferred-annex", file.place(("amendments", at, "inferred", index)), annex=annex)


def _begins(file: YamlFile) -> Iterator[Diagnostic]:
    """Whatever begins does so some days after its publication, or on a day of its own."""
    for path, entry in _changing(file):
        effect = entry["in_force"]
        if not isinstance(effect, dict):
            continue
        if ("on" in effect) == ("days_after_publication" in effect):
            yield Diagnostic("wrong-type", file.place((*path, "in_force")), key="in_force")
        elif (days := effect.get("days_after_publication", 0)) < 0:
            yield Diagnostic("no-amount", file.place((*path, "in_force", "days_after_publication")), value=days)


def _changing(file: YamlFile) -> Iterator[tuple[Steps, Any]]:
    """The act, its amendments and its repeal."""
    yield (), file.data
    yield from ((("amendments", at), entry) for at, entry in enumerate(file.data.get("amendments", ())))
    if repeal := file.data.get("repeal"):
        yield ("repeal",), repeal


def _points(pack: Pack, one: str, other: str, service: str) -> bool:
    """Whether an act takes its list from the other, so that the two rule the service together."""
    edition = pack.edition(one, service)
    return edition is not None and any(reference.act == other for reference in edition.documents_from)


def _meet(one: Act, other: Act) -> bool:
    """Whether they are of one region, or both of the whole country: a regional act goes before one of the country."""
    if one.regions == "all" or other.regions == "all":
        return one.regions == other.regions
    return not set(one.regions).isdisjoint(other.regions)


def _overlap(pack: Pack, one: str, other: str) -> bool:
    first, second = (_span(pack, id) for id in (one, other))
    return first[0] < second[1] and second[0] < first[1]


def _span(pack: Pack, id: str) -> tuple[date, date]:
    act = pack.acts[id]
    end = repeal_of(act)
    return effect_of(act).day, end.day if end else date.max
