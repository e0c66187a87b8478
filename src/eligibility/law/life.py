"""Acts in time: what may be said of an act's text on a day, when the days it begins and ends on may be unknown."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from eligibility.law.vocabulary import Act, Amendment, Effect, Repeal

Status = Literal["in-force", "not-adopted", "not-in-effect", "undetermined", "edition-not-held", "repealed"]
LifeReason = Literal[
    "in-force",
    "not-adopted",
    "not-in-effect",
    "effect-undetermined",
    "effect-unknown",
    "amendment-undetermined",
    "repeal-undetermined",
    "edition-not-held",
    "added-not-adopted",
    "added-not-in-effect",
    "added-undetermined",
    "filed-before-amendment",
    "filed-before-repeal",
    "repealed",
    "repealed-day-unknown",
]

WINDOW = 60
"""how many days after the earliest possible day the actual day stays an open question"""


@dataclass(frozen=True, slots=True)
class Life:
    """An edition's standing on a day. `day` is the day the reason speaks of, exact or earliest possible."""

    status: Status
    reason: LifeReason
    day: date
    exact: bool
    cause: Amendment | Repeal | None = None
    """the amendment or repeal that the reason is about"""
    inferred: bool = False
    """that act is only inferred: the text's own note of it is lost"""
    wording: str | None = None
    """the earlier wording that stands so: the one until this amendment; without it the last"""

    @property
    def answers(self) -> bool:
        return self.status in ("in-force", "undetermined")

    @property
    def number(self) -> str | None:
        return self.cause.number if self.cause else None


class Begins(NamedTuple):
    """The day from which something works: the day itself, or the earliest possible one."""

    day: date
    exact: bool


def begins(effect: Effect, known: date, published: date | None) -> Begins:
    """`known` is the latest day before which it cannot have been published."""
    if effect == "unknown":
        return Begins(known, False)
    if effect.on is not None:
        return Begins(effect.on, True)
    wait = (effect.days_after_publication or 0) + (0 if effect.counting_publication_day else 1)
    return Begins(_later(published or known, wait), published is not None)


def from_publication(effect: Effect) -> bool:
    """Whether the day of publication says when it begins."""
    return effect != "unknown" and effect.on is None


def effect_of(act: Act) -> Begins:
    return begins(act.in_force, (act.registered and act.registered.day) or act.adopted, act.published)


def repeal_of(act: Act) -> Begins | None:
    return act.repeal and begins(act.repeal.in_force, act.repeal.adopted, act.repeal.published)


def amendment_of(amendment: Amendment) -> Begins:
    known = (amendment.registered and amendment.registered.day) or amendment.adopted
    return begins(amendment.in_force, known, amendment.published)


def life_on(act: Act, annex: int | None, day: date, held: Collection[str] = ()) -> Life:
    """How the text of an annex of an act stands on a day; `held` names the earlier wordings of it that are at hand."""
    if day < act.adopted:
        return Life("not-adopted", "not-adopted", act.adopted, True)
    if never := _after_repeal(act, day) or _before_added(act, annex, day) or _before_effect(act, day):
        return never
    wording, told = _wording_on(act, annex, day, held)
    if told and told.status == "edition-not-held":
        return told
    effect = effect_of(act)
    works = Life("in-force", "in-force", effect.day, effect.exact)
    return replace(_perhaps(act, annex, day, told) or _filed_before_repeal(act, day) or told or works, wording=wording)


def _after_repeal(act: Act, day: date) -> Life | None:
    repeal, begun = act.repeal, repeal_of(act)
    if repeal is None or begun is None or day < max(begun.day, repeal.filed_before or date.min):
        return None
    if begun.exact:
        return Life("repealed", "repealed", begun.day, True, repeal)
    if day < _later(begun.day, WINDOW):
        return None
    return Life("repealed", "repealed-day-unknown", begun.day, False, repeal)


def _before_added(act: Act, annex: int | None, day: date) -> Life | None:
    """An annex that an amendment added begins with the amendment."""
    adding = _adding(act, annex)
    if adding is None:
        return None
    effect, exact = amendment_of(adding)
    if day < adding.adopted:
        return Life("not-adopted", "added-not-adopted", adding.adopted, True, adding)
    return Life("not-in-effect", "added-not-in-effect", effect, exact, adding) if day < effect else None


def _adding(act: Act, annex: int | None) -> Amendment | None:
    return next((amendment for amendment in act.amendments if annex in amendment.adds), None)


def _before_effect(act: Act, day: date) -> Life | None:
    effect = effect_of(act)
    if act.in_force == "unknown" or day >= effect.day:
        return None
    return Life("not-in-effect", "not-in-effect", effect.day, effect.exact)


def _perhaps(act: Act, annex: int | None, day: date, amended: Life | None) -> Life | None:
    """What may have begun by the day, and may not."""
    repeal, adding, effect = repeal_of(act), _adding(act, annex), effect_of(act)
    if repeal and _is_open(repeal, day) and not _filed_before_repeal(act, day):
        return Life("undetermined", "repeal-undetermined", repeal.day, False, act.repeal)
    if adding and _is_open(added := amendment_of(adding), day):
        return Life("undetermined", "added-undetermined", added.day, False, adding)
    if act.in_force == "unknown":
        return Life("undetermined", "effect-unknown", act.adopted, False)
    if amended and amended.status == "undetermined":
        return amended
    return Life("undetermined", "effect-undetermined", effect.day, False) if _is_open(effect, day) else None


def _is_open(begins: Begins, day: date) -> bool:
    return not begins.exact and begins.day <= day < _later(begins.day, WINDOW)


def _filed_before_repeal(act: Act, day: date) -> Life | None:
    repeal, begun = act.repeal, repeal_of(act)
    if repeal is None or begun is None or repeal.filed_before is None or not begun.day <= day < repeal.filed_before:
        return None
    return Life("in-force", "filed-before-repeal", repeal.filed_before, True, repeal)


def turning_days(act: Act) -> frozenset[date]:
    """The days on which something else may be said of the text of any annex of the act than the day before."""
    repeal = repeal_of(act)
    begun = [effect_of(act), *map(amendment_of, act.amendments), *([repeal] if repeal else ())]
    changing = [*act.amendments, *([act.repeal] if act.repeal else ())]
    windows = (day for one in begun for day in (one.day, _later(one.day, WINDOW)))
    return frozenset({act.adopted, *windows, *(one.adopted for one in changing), *_filed_befores(changing)})


def _filed_befores(changing: Iterable[Amendment | Repeal]) -> Iterator[date]:
    return (one.filed_before for one in changing if one.filed_before)


def touching(act: Act, annex: int | None) -> list[Amendment]:
    """The amendments that gave the annex, or the text of an act without annexes, a new wording, in the order in which they
    took effect; of an act whose text is not at hand wordings are not told apart."""
    if act.text == "elsewhere":
        return []
    return sorted((one for one in act.amendments if one.changes(annex)), key=amendment_of)


def _wording_on(act: Act, annex: int | None, day: date, held: Collection[str]) -> tuple[str | None, Life | None]:
    """Which wording a file lodged on the day goes by, and what is to be said of that, if anything: that it is not held,
    that an amendment may be in effect already or not yet, or that the earlier one goes on for such files."""
    amendments = touching(act, annex)
    for at, amendment in enumerate(amendments):
        if day < _new_from(amendment):
            if amendment.id not in held:
                return None, _not_held(amendments[at:], annex, held)
            return amendment.id, _perhaps_begun(amendments[:at], annex, day) or _filed_before(amendment, day)
    return None, _perhaps_begun(amendments, annex, day)


def _new_from(amendment: Amendment) -> date:
    """The day from which on a file goes by the new wording."""
    return max(amendment_of(amendment).day, amendment.filed_before or date.min)


def _not_held(later: list[Amendment], annex: int | None, held: Collection[str]) -> Life:
    """The text is not at hand until the first amendment whose own wording is."""
    following = [*later[1:], None]
    first = next(one for one, after in zip(later, following, strict=True) if after is None or after.id in held)
    exact = amendment_of(first).exact
    return Life("edition-not-held", "edition-not-held", _new_from(first), exact, first, annex in first.inferred)


def _filed_before(amendment: Amendment, day: date) -> Life | None:
    if amendment.filed_before is None or day < amendment_of(amendment).day:
        return None
    return Life("in-force", "filed-before-amendment", amendment.filed_before, True, amendment)


def _perhaps_begun(begun: list[Amendment], annex: int | None, day: date) -> Life | None:
    """Of the last amendment begun by its earliest day it may be open whether it was in effect already."""
    if not begun:
        return None
    last, effect = begun[-1], amendment_of(begun[-1])
    if last.filed_before or not _is_open(effect, day):
        return None
    return Life("undetermined", "amendment-undetermined", effect.day, False, last, annex in last.inferred)


def _later(day: date, days: int) -> date:
    """No later than the last day there is."""
    return day + timedelta(days=max(0, min(days, (date.max - day).days)))


def with_publication(acts: Mapping[str, Act], published: Mapping[str, date]) -> dict[str, Act]:
    """The acts with publication days somebody supplied: `ACT`, `ACT/№` of an amendment, `repeal:ACT`."""
    return {id: _with_publication(id, act, published) for id, act in acts.items()}


def _with_publication(id: str, act: Act, published: Mapping[str, date]) -> Act:
    amendments = tuple(
        amendment._replace(published=published.get(f"{id}/{amendment.label}", amendment.published))
        for amendment in act.amendments
    )
    repeal = act.repeal
    if repeal and f"repeal:{id}" in published:
        repeal = repeal._replace(published=published[f"repeal:{id}"])
    return act._replace(published=published.get(id, act.published), amendments=amendments, repeal=repeal)
