"""Acts: their days are in order, they are cited rightly, and no two rule one service of one region at once."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.law.life import earliest_effect, earliest_repeal
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Act, Standard
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources
from eligibility.words.days import day_text
from eligibility.words.text import LANGS


def check_acts(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    for id, act in pack.acts.items():
        file = sources.acts[id]
        end = act.repeal.adopted if act.repeal else date.max
        days = [act.adopted, act.registered.day, *sorted(amendment.adopted for amendment in act.amendments), end]
        if days != sorted(days):
            yield Diagnostic("act-days", file.place(("adopted",)))
        yield from _published(file)
        yield from _cited(act, file)
        yield from _inferred(act, file)
    for id, standard in pack.standards.items():
        yield from _cited(standard, sources.standards[id])
    for one, other in combinations(pack.acts, 2):
        shared = set(pack.services_of(one)) & set(pack.services_of(other))
        if pack.acts[one].region == pack.acts[other].region and shared and _overlap(pack, one, other):
            place = sources.acts[other].place(("adopted",))
            yield Diagnostic("overlapping-lives", place, one=one, other=other, service=min(shared))


def _cited(act: Act | Standard, file: YamlFile) -> Iterator[Diagnostic]:
    day = day_text(act.adopted)
    for lang in LANGS:
        for needed in (f"№ {act.number}", day[lang]):
            if needed not in act.cited[lang]:
                yield Diagnostic("cited-otherwise", file.place(("cited", lang)), needed=needed)


def _published(file: YamlFile) -> Iterator[Diagnostic]:
    """Nothing is published before it is adopted: not the act, no amendment, no repeal."""
    amendments = [(("amendments", at), entry) for at, entry in enumerate(file.data.get("amendments", ()))]
    for path, entry in (((), file.data), *amendments, (("repeal",), file.data.get("repeal") or {})):
        published = entry.get("published")
        if published and published < entry["adopted"]:
            yield Diagnostic("published-before-adoption", file.place((*path, "published")), id=published)


def _inferred(act: Act, file: YamlFile) -> Iterator[Diagnostic]:
    for at, amendment in enumerate(act.amendments):
        for index, annex in enumerate(amendment.inferred):
            if annex not in (*amendment.annexes, *amendment.adds):
                yield Diagnostic("inferred-annex", file.place(("amendments", at, "inferred", index)), annex=annex)


def _overlap(pack: Pack, one: str, other: str) -> bool:
    first, second = (_span(pack, id) for id in (one, other))
    return first[0] < second[1] and second[0] < first[1]


def _span(pack: Pack, id: str) -> tuple[date, date]:
    act = pack.acts[id]
    return earliest_effect(act), earliest_repeal(act) or date.max
