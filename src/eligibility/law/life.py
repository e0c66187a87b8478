"""Acts in time: what may be said of an act's text on a day, when the days it begins and ends on may be unknown."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
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

WINDOW = timedelta(days=60)
"""how long after the earliest possible day the actual day stays an open question"""


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
    return Begins(_later(published or known, timedelta(days=wait)), published is not None)


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
    wording, told = _wording_on(act, annex, day, held)
    if ended_or_not_begun := _after_repeal(act, day, wording) or _before_added(act, annex, day):
        return ended_or_not_begun
    effect = effect_of(act)
    if act.in_force != "unknown" and day < effect.day:
        return Life("not-in-effect", "not-in-effect", effect.day, effect.exact)
    if told and told.status == "edition-not-held":
        return told
    if act.in_force == "unknown":
        return Life("undetermined", "effect-unknown", act.adopted, False, wording=wording)
    if told:
        return told
    if not effect.exact and day < _later(effect.day, WINDOW):
        return Life("undetermined", "effect-undetermined", effect.day, False, wording=wording)
    return Life("in-force", "in-force", effect.day, effect.exact, wording=wording)


def _after_repeal(act: Act, day: date, wording: str | None) -> Life | None:
    repeal, begun = act.repeal, repeal_of(act)
    if repeal is None or begun is None or day < begun.day:
        return None
    if repeal.filed_before and day < repeal.filed_before:
        return Life("in-force", "filed-before-repeal", repeal.filed_before, True, repeal, wording=wording)
    if begun.exact:
        return Life("repealed", "repealed", begun.day, True, repeal)
    if day < _later(begun.day, WINDOW):
        return Life("undetermined", "repeal-undetermined", begun.day, False, repeal, wording=wording)
    return Life("repealed", "repealed-day-unknown", begun.day, False, repeal)


def _before_added(act: Act, annex: int | None, day: date) -> Life | None:
    """An annex that an amendment added begins with the amendment."""
    adding = next((amendment for amendment in act.amendments if annex in amendment.adds), None)
    if adding is None:
        return None
    effect, exact = amendment_of(adding)
    if day < adding.adopted:
        return Life("not-adopted", "added-not-adopted", adding.adopted, True, adding)
    if day < effect:
        return Life("not-in-effect", "added-not-in-effect", effect, exact, adding)
    if not exact and day < _later(effect, WINDOW):
        return Life("undetermined", "added-undetermined", effect, False, adding)
    return None


def touching(act: Act, annex: int | None) -> list[Amendment]:
    """The amendments that gave the annex a new wording, in the order in which they took effect."""
    return sorted((one for one in act.amendments if annex in one.annexes), key=amendment_of)


def _wording_on(act: Act, annex: int | None, day: date, held: Collection[str]) -> tuple[str | None, Life | None]:
    """Which wording a file lodged on the day goes by, and what is to be said of that, if anything: that it is not held,
    that an amendment may be in effect already or not yet, or that the earlier one goes on for such files."""
    amendments = touching(act, annex)
    for at, amendment in enumerate(amendments):
        if day < _last_day_of_before(amendment):
            if amendment.id not in held:
                return None, _not_held(amendments[at:], annex, held)
            if amendment.filed_before and day >= amendment_of(amendment).day:
                told = Life("in-force", "filed-before-amendment", amendment.filed_before, True, amendment, wording=amendment.id)
                return amendment.id, told
            return amendment.id, _perhaps_begun(amendments[:at], annex, day, amendment.id)
    return None, _perhaps_begun(amendments, annex, day, None)


def _last_day_of_before(amendment: Amendment) -> date:
    """From this day on a file goes by the new wording."""
    return max(amendment_of(amendment).day, amendment.filed_before or date.min)


def _not_held(later: list[Amendment], annex: int | None, held: Collection[str]) -> Life:
    """The text is not at hand until the first amendment whose own wording is."""
    following = [*later[1:], None]
    first = next(one for one, after in zip(later, following, strict=True) if after is None or after.id in held)
    effect, exact = amendment_of(first)
    return Life("edition-not-held", "edition-not-held", effect, exact, first, annex in first.inferred)


def _perhaps_begun(begun: list[Amendment], annex: int | None, day: date, wording: str | None) -> Life | None:
    """Of the last amendment begun by its earliest day it may be open whether it was in effect already."""
    if not begun:
        return None
    last = begun[-1]
    effect, exact = amendment_of(last)
    if exact or last.filed_before or day >= _later(effect, WINDOW):
        return None
    return Life("undetermined", "amendment-undetermined", effect, False, last, annex in last.inferred, wording)


def _later(day: date, by: timedelta) -> date:
    """No later than the last day there is."""
    return day + min(by, date.max - day)


def with_publication(acts: Mapping[str, Act], published: Mapping[str, date]) -> dict[str, Act]:
    """The acts with publication days somebody supplied: `ACT`, `ACT/№` of an amendment, `repeal:ACT`."""
    return {id: _with_publication(id, act, published) for id, act in acts.items()}


def _with_publication(id: str, act: Act, published: Mapping[str, date]) -> Act:
    amendments = tuple(
        amendment._replace(published=published.get(f"{id}/{amendment.number}", amendment.published))
        for amendment in act.amendments
    )
    repeal = act.repeal
    if repeal and f"repeal:{id}" in published:
        repeal = repeal._replace(published=published[f"repeal:{id}"])
    return act._replace(published=published.get(id, act.published), amendments=amendments, repeal=repeal)
