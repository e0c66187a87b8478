"""What is for me: which services are, or may be, for a person who names none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from eligibility.answer.question import Question
from eligibility.answer.regions import RegionTold
from eligibility.diagnostics.meant import chosen
from eligibility.engine import Engine
from eligibility.interview.conversation import Asking, Conversation, topic_of
from eligibility.interview.fitting import ANYBODY, Fit, fit
from eligibility.interview.interview import Interview
from eligibility.interview.reply import Topic
from eligibility.interview.suited import Suited
from eligibility.interview.trip import Trip
from eligibility.law.logic import Truth
from eligibility.law.vocabulary import Situation
from eligibility.reasoning.questions import settled_by
from eligibility.words.alphabet import alphabetical
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.text import LANGS, N_

WHY_FOR_SERVICES = N_("Whether these services suit depends on it: {services}.")
WHY_FOR_SITUATIONS = N_("It only tells which groups of services to show first.")
ORDER = ("for-you", "may-be", "not-said", "not-known", "not", "no-law")


class Group(NamedTuple):
    """Services for one situation in life, or for none of those known."""

    id: str | None
    situation: Situation | None
    fits: Truth
    """whether that is in the life of this person; None also where it may be in anybody's"""
    services: tuple[Suited, ...]


@dataclass(frozen=True)
class Screening(Conversation):
    """The few facts that tell apart whom services are for, and what follows from them."""

    situation: str | None = None
    """the one to which the services are narrowed, if any"""

    @classmethod
    def of(
        cls,
        engine: Engine,
        region: str,
        on: date,
        told: Mapping[str, object] | None = None,
        situation: str | None = None,
        as_if: bool = False,
    ) -> "Screening":
        """Over all services of the rules, or those for a situation; `Refused` where the facts said beforehand cannot be."""
        pack = engine.pack
        if situation is not None:
            chosen(situation, pack.situations, "situation")
        services = pack.situations[situation].services if situation else tuple(pack.services)
        named = {"region": region, "on": on.isoformat()}
        said = {} if told is None else told
        engine.read({**named, "service": services[0], "facts": said})
        return cls(engine, named, services, said, as_if=as_if, situation=situation)

    def narrowed(self, situation: str | None) -> "Screening":
        """The same answers, of the services for another situation; for none, of all."""
        pack = self.engine.pack
        services = pack.situations[situation].services if situation else tuple(pack.services)
        return replace(self, situation=situation, services=services)

    @property
    def on(self) -> date:
        """The day of filing."""
        return date.fromisoformat(self.named["on"])

    @property
    def region_told(self) -> RegionTold | None:
        """What is to be said of the region, where it was another one on the day."""
        return RegionTold.of(self.engine.pack, self.named["region"], self.on)

    def question_about(self, topic: Topic) -> Question:
        """With the services that wait for the answer for its reason."""
        waiting = [self.engine.pack.services[one.service].title for one in self.found if topic.fact in one.open]
        named = joined("; ", waiting)
        why = in_both(WHY_FOR_SERVICES, services=named) if waiting else in_both(WHY_FOR_SITUATIONS)
        return super().question_about(topic)._replace(why=why)

    @cached_property
    def found(self) -> tuple[Suited, ...]:
        """Every service with what is to be said of it, the surest first."""
        said = frozenset(one.topic.fact for one in self.given)
        found = [Suited(id, answer, said) for id, answer in self.answers.items()]
        return tuple(sorted(found, key=lambda one: ORDER.index(one.status)))

    @cached_property
    def fits(self) -> Mapping[str, Fit]:
        """How each situation fits the person."""
        pack = self.engine.pack
        if self.situation:
            return {self.situation: ANYBODY}
        return {id: fit(pack, one, self.known) for id, one in pack.situations.items()}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """By situations in life, those of this person first; each service stands where it is likeliest to be looked for."""
        left = {one.service: one for one in self.found}
        ranked = sorted(self.fits.items(), key=lambda pair: _RANK[pair[1].fits])
        groups = []
        for id, (fits, _) in ranked:
            situation = self.engine.pack.situations[id]
            if fits is False:
                continue
            mine = tuple(left.pop(service) for service in situation.services if service in left)
            if mine:
                groups.append(Group(id, situation, fits, mine))
        rest = sorted(left.values(), key=lambda one: alphabetical(one.name[LANGS[0]]))
        return (*groups, Group(None, None, None, tuple(rest))) if rest else tuple(groups)

    def take(self, services: tuple[str, ...]) -> Trip:
        """What to bring for these services, with the answers given so far."""
        return self._going_on(Trip, services)

    def interview(self, service: str) -> Interview:
        """About one service alone, with the answers given so far."""
        return self._going_on(Interview, (service,))

    def _going_on(self, kind: type[Asking], services: tuple[str, ...]) -> Asking:
        """What was answered of a filing for another service matters no more."""
        given = tuple(one for one in self.given if one.topic.service in (None, *services))
        return kind(self.engine, self.named, services, self.told, given, self.as_if)

    def _gains(self) -> Iterator[tuple[Topic, float]]:
        decisions = self.decisions
        for id, decision in decisions.items():
            slots = [one.slot for one in decision.of("for_whom") if one.truth is None]
            for fact, gain in settled_by(decision, slots).items():
                yield topic_of(fact, id), gain
        if decisions:
            for one in self.fits.values():
                yield from ((Topic(fact), _LITTLE) for fact in one.open)


_RANK: Mapping[Truth, int] = {True: 0, None: 1, False: 2}
_LITTLE = 1e-3
"""what it is worth to know which situations fit, beside whom a service is for"""
