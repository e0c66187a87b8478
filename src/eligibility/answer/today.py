"""What is known of a service in the law of today, and whom to ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from eligibility.answer.sources import source_text
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Act, Contact, InForce, Known, PartText, Today, TodayStatus
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.joining import joined
from eligibility.words.text import N_, Lang, Text


class ActOfToday(NamedTuple):
    """An act that is known to rule the service today."""

    id: str
    act: Act
    known: Known | None
    """where that is known from; nothing of an act held in text"""

    @property
    def since(self) -> date | None:
        """The day from which it works, where that is known."""
        return self.act.in_force.on if isinstance(self.act.in_force, InForce) else None

    @property
    def title(self) -> PartText:
        return self.act.title or PartText()


@dataclass(frozen=True, eq=False)
class TodayTold:
    """What may be told of a service on no day but today, for a region where one is named."""

    pack: Pack
    engine_acts: Mapping[str, Act]
    service: str
    region: str | None

    @property
    def known(self) -> Today | None:
        return self.pack.services[self.service].today

    @property
    def status(self) -> TodayStatus:
        return self.known.status if self.known else "unknown"

    @property
    def into(self) -> str | None:
        return self.known.into if self.known else None

    @cached_property
    def acts(self) -> tuple[ActOfToday, ...]:
        return tuple(self._acts())

    def _acts(self) -> Iterator[ActOfToday]:
        for id in self.known.acts if self.known else ():
            edition = self.pack.edition(id, self.service)
            yield ActOfToday(id, self.engine_acts[id], edition.known if edition else None)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Whom to ask: those who answer about this service first."""
        found = [one for one in self.pack.contacts.values() if self._answers(one)]
        return tuple(sorted(found, key=lambda one: not one.services))

    def _answers(self, one: Contact) -> bool:
        here = not one.regions or (self.region is not None and self.region in one.regions)
        return here and (not one.services or self.service in one.services)

    @property
    def standing(self) -> Text | None:
        """What has become of the service, where it is not simply ruled today."""
        match self.status:
            case "merged" if self.into:
                return in_both(MERGED, service=self.pack.services[self.into].title)
            case "abolished" if self.into:
                return in_both(REPLACED, service=self.pack.services[self.into].title)
            case "abolished":
                return in_both(ABOLISHED)
            case "unknown":
                return in_both(UNKNOWN)
            case _:
                return None

    @cached_property
    def sentences(self) -> tuple[Text, ...]:
        """How the service stands in the law of today, in whole sentences."""
        return (*([self.standing] if self.standing else ()), *(act_of_today(one) for one in self.acts))


MERGED = N_("Today this service is part of another one: {service}.")
REPLACED = N_("Today there is no such service; in its place there is: {service}.")
ABOLISHED = N_("Today there is no such service.")
UNKNOWN = N_("No act of today on this service was found. That does not mean that there is none.")
RULED = N_("As far as known, the act of today is: {act}.")
RULED_SINCE = N_("As far as known, the act of today is: {act}, in force since {day}.")


def act_of_today(one: ActOfToday) -> Text:
    """One act of today, with where and how surely it is known."""
    message = RULED_SINCE if one.since else RULED
    told = in_both(message, act=one.act.cited, day=day_text(one.since) if one.since else "")
    return joined(" ", (told, source_text(one.known))) if one.known else told


def contact_text(one: Contact) -> Text:
    """«1414: unified contact centre (round the clock).»"""
    if one.hours:
        return in_both(N_("{number} – {name}; hours: {hours}"), number=one.number, name=one.name, hours=one.hours)
    return in_both(N_("{number} is {name}"), number=one.number, name=one.name)


def title_in(act: Act, lang: Lang) -> str:
    """The act's title; where it was seen in the other language alone, in that one, and that is said."""
    title = act.title or PartText()
    own, other = (title.kk, title.ru) if lang == "kk" else (title.ru, title.kk)
    if own or not other:
        return f"«{own}»" if own else ""
    return in_both(N_("«{title}» (the title was seen in this language alone)"), title=other)[lang]
