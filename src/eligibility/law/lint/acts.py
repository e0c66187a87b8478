"""Lives of acts: their days are in order, and no two acts rule one service of one region at once."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from eligibility.law.diagnostics import Diagnostic
from eligibility.law.life import earliest_effect, earliest_repeal
from eligibility.law.loading import Sources
from eligibility.law.pack import Pack


def check_acts(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    for id, act in pack.acts.items():
        file = sources.acts[id]
        end = act.repeal.adopted if act.repeal else date.max
        days = [act.adopted, act.registered.day, *sorted(amendment.adopted for amendment in act.amendments), end]
        if days != sorted(days):
            yield Diagnostic(
                "act-days",
                "the days of the act are out of order",
                file.place(("adopted",)),
                "an act is adopted, registered, amended, repealed, in this order",
            )
    for one, other in combinations(pack.acts, 2):
        shared = set(pack.services_of(one)) & set(pack.services_of(other))
        if pack.acts[one].region == pack.acts[other].region and shared and _overlap(pack, one, other):
            yield Diagnostic(
                "overlapping-lives",
                "{one} and {other} rule {service} in one region at the same time",
                sources.acts[other].place(("adopted",)),
                "an act begins when the one before it ends",
                {"one": one, "other": other, "service": min(shared)},
            )


def _overlap(pack: Pack, one: str, other: str) -> bool:
    first, second = (_span(pack, id) for id in (one, other))
    return first[0] < second[1] and second[0] < first[1]


def _span(pack: Pack, id: str) -> tuple[date, date]:
    act = pack.acts[id]
    return earliest_effect(act), earliest_repeal(act) or date.max
