"""Acts in time: what may be said of an act on a day, when its publication day may be unknown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from eligibility.law.vocabulary import Act, Amendment

Status = Literal["in-force", "not-adopted", "not-in-effect", "undetermined", "edition-not-held", "repealed"]
LifeReason = Literal[
    "in-force",
    "not-adopted",
    "not-in-effect",
    "effect-undetermined",
    "amendment-undetermined",
    "repeal-undetermined",
    "edition-not-held",
    "added-not-adopted",
    "added-not-in-effect",
    "added-undetermined",
    "repealed",
    "repealed-day-unknown",
]

WAIT = timedelta(days=11)
"""ten calendar days pass after the publication; the act works from the day after them"""
WAIT_FROM_PUBLICATION = timedelta(days=10)
"""where the text counts the day of publication as the first of them"""
WINDOW = timedelta(days=60)
"""how long after the earliest possible day the actual day stays an open question"""


@dataclass(frozen=True, slots=True)
class Life:
    """An edition's standing on a day. `day` is the day the reason speaks of, exact or earliest possible."""

    status: Status
    reason: LifeReason
    day: date
    exact: bool
    number: str | None = None
    """of the amending or repealing act, where the reason is about one"""
    inferred: bool = False
    """that act is only inferred: the text's own note of it is lost"""

    @property
    def answers(self) -> bool:
        return self.status in ("in-force", "undetermined")


def earliest_effect(act: Act) -> date:
    return _later(act.published or act.registered.day, WAIT_FROM_PUBLICATION if act.counts_publication_day else WAIT)


def earliest_repeal(act: Act) -> date | None:
    if act.repeal is None:
        return None
    if act.repeal.published:
        return _later(act.repeal.published, WAIT)
    return _later(act.repeal.adopted, WAIT) if act.repeal.awaits_publication else act.repeal.adopted


def life_on(act: Act, annex: int, day: date) -> Life:
    """How an annex of an act stands on a day."""
    effect = earliest_effect(act)
    if day < act.adopted:
        return Life("not-adopted", "not-adopted", act.adopted, True)
    if ended_or_not_begun := _after_repeal(act, day) or _before_added(act, annex, day):
        return ended_or_not_begun
    if day < effect:
        return Life("not-in-effect", "not-in-effect", effect, act.published is not None)
    if changed := _before_amendment(act, annex, day):
        return changed
    if not act.published and day < _later(effect, WINDOW):
        return Life("undetermined", "effect-undetermined", effect, False)
    return Life("in-force", "in-force", effect, act.published is not None)


def _after_repeal(act: Act, day: date) -> Life | None:
    repeal = earliest_repeal(act)
    if act.repeal is None or repeal is None or day < repeal:
        return None
    exact = act.repeal.published is not None
    if exact:
        return Life("repealed", "repealed", repeal, True, act.repeal.number)
    if day < _later(repeal, WINDOW):
        return Life("undetermined", "repeal-undetermined", repeal, False, act.repeal.number)
    return Life("repealed", "repealed-day-unknown", repeal, False, act.repeal.number)


def _before_added(act: Act, annex: int, day: date) -> Life | None:
    """An annex that an amendment added begins with the amendment."""
    adding = next((amendment for amendment in act.amendments if annex in amendment.adds), None)
    if adding is None:
        return None
    effect, exact = _amendment_effect(adding), adding.published is not None
    if day < adding.adopted:
        return Life("not-adopted", "added-not-adopted", adding.adopted, True, adding.number)
    if day < effect:
        return Life("not-in-effect", "added-not-in-effect", effect, exact, adding.number)
    if not exact and day < _later(effect, WINDOW):
        return Life("undetermined", "added-undetermined", effect, False, adding.number)
    return None


def _before_amendment(act: Act, annex: int, day: date) -> Life | None:
    """The text at hand is the last one: before its amendment took effect another text was the law."""
    touching = [amendment for amendment in act.amendments if annex in amendment.annexes]
    if not touching:
        return None
    last = max(touching, key=_amendment_effect)
    effect, inferred = _amendment_effect(last), annex in last.inferred
    if day < effect:
        return Life("edition-not-held", "edition-not-held", effect, last.published is not None, last.number, inferred)
    if not last.published and day < _later(effect, WINDOW):
        return Life("undetermined", "amendment-undetermined", effect, False, last.number, inferred)
    return None


def _amendment_effect(amendment: Amendment) -> date:
    known = amendment.published or (amendment.registered.day if amendment.registered else amendment.adopted)
    return _later(known, WAIT)


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
