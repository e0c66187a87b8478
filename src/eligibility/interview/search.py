"""Which service and whose edition of it an interview is about."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from eligibility.answer.regions import exists
from eligibility.engine import Engine
from eligibility.law.vocabulary import Situation
from eligibility.words.alphabet import alphabetical
from eligibility.words.catalogue import in_both
from eligibility.words.text import LANGS, N_, Lang, Text

if TYPE_CHECKING:
    from eligibility.interview.finding import Found

Sought = Literal["service", "region"]


def check_named(engine: Engine, service: str | None, act: str | None, region: str | None, day: str) -> None:
    """Refuses what is named wrongly, before anything is asked."""
    pack = engine.pack
    named = {"service": service or next(iter(pack.services)), "act": act, "region": region, "on": day}
    if act is None and region is None:
        named["region"] = next(iter(pack.regions))
    engine.read(named)


def situations(engine: Engine, among: Collection[str]) -> tuple[Situation, ...]:
    """Services by what happens in a life, as far as they are among some."""
    every = engine.pack.situations.values()
    told = [one._replace(services=tuple(id for id in one.services if id in among)) for one in every]
    return tuple(one for one in told if one.services)


@dataclass(frozen=True)
class Search:
    """What is named so far. A choice of one is made without asking."""

    engine: Engine
    service: str | None = None
    act: str | None = None
    region: str | None = None
    on: date | None = None
    """the day in question, on which not every region is there"""
    asked: tuple[Sought, ...] = ()
    """what was not named beforehand but chosen, in this order"""

    @cached_property
    def seeks(self) -> Sought | None:
        """What is to be chosen next; nothing once service and edition are known."""
        if self.service is None:
            return "service"
        return "region" if self.act is None and self.region is None else None

    @property
    def question(self) -> Text:
        return in_both(N_("Which service?") if self.seeks == "service" else N_("Which region?"))

    def names(self, lang: Lang) -> dict[str, str]:
        """What may be chosen, by id: services in the order of the alphabet, regions in that of their acts."""
        if self.seeks == "service":
            named = {id: title[lang] for id, title in self._services.items()}
            return dict(sorted(named.items(), key=lambda pair: alphabetical(pair[1])))
        return {id: self.engine.pack.regions[id][lang] for id in self._regions}

    def find(self, phrase: str) -> "Found":
        """What of it a phrase means; `Refused` where the phrase is too long."""
        from eligibility.interview.finding import find, find_region

        if self.seeks == "service":
            return find(self.engine, phrase, self._services)
        return find_region(self.engine, phrase, self.on)

    @property
    def situations(self) -> tuple[Situation, ...]:
        """What happens in a life, with the services for it that may be chosen, where services are sought."""
        if self.seeks != "service":
            return ()
        return situations(self.engine, self._services)

    def only(self) -> str | None:
        """The one thing that can be chosen, if it is one."""
        ids = list(self.names(LANGS[0]))
        return ids[0] if len(ids) == 1 else None

    def choose(self, id: str) -> "Search":
        if self.seeks == "service":
            return replace(self, service=id, asked=(*self.asked, "service"))
        return replace(self, region=id, asked=(*self.asked, "region"))

    @property
    def may_go_back(self) -> bool:
        return bool(self.asked)

    def back(self) -> "Search":
        """Without the last choice; where none was made, the same search."""
        match self.asked[-1:]:
            case ("service",):
                return replace(self, service=None, asked=self.asked[:-1])
            case ("region",):
                return replace(self, region=None, asked=self.asked[:-1])
            case _:
                return self

    @property
    def named(self) -> dict[str, str]:
        """The part of a case that tells the service and the edition."""
        found = {"service": self.service, "act": self.act, "region": self.region}
        return {key: id for key, id in found.items() if id is not None}

    @cached_property
    def _services(self) -> dict[str, Text]:
        """Those of which the act or the region named, if any, has an edition."""
        engine = self.engine
        return {
            key.service: engine.pack.services[key.service].title
            for key in engine.pack.editions()
            if self.act in (None, key.act) and (self.region is None or engine.acts[key.act].rules(self.region))
        }

    @cached_property
    def _regions(self) -> tuple[str, ...]:
        """Every region that is there on the day, those whose own acts are at hand first."""
        acts = [self.engine.acts[id] for id in self.engine.pack.acts_of(self.service or "")]
        own = dict.fromkeys(region for act in acts if act.regions != "all" for region in act.regions)
        every = tuple(own | dict.fromkeys(self.engine.pack.regions))
        return tuple(id for id in every if self.on is None or exists(self.engine.pack, id, self.on))
