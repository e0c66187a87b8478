"""How far somebody has come: all that is known of one visit, as a value. It is kept in the page alone, sealed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from secrets import token_urlsafe
from typing import Any, Literal

from eligibility.engine import Engine
from eligibility.interview.conversation import Conversation
from eligibility.interview.reply import AnswerGiven, Reply, Topic
from eligibility.interview.screening import Screening
from eligibility.interview.trip import Trip
from eligibility.law.address import FilingFor

Aim = Literal["", "service", "screening", "trip"]
"""what is wanted: nothing yet, the papers for one service, what there is for somebody, the papers for several services"""


@dataclass(frozen=True)
class Visit:
    """Every press of a button makes another one."""

    id: str
    region: str | None = None
    on: date | None = None
    """the day in question, where it is another than today"""
    phrase: str = ""
    situation: str | None = None
    aim: Aim = ""
    services: tuple[str, ...] = ()
    filing_for: FilingFor | None = None
    given: tuple[AnswerGiven, ...] = ()
    before: int | None = None
    """how many answers were given when the services were taken from what there is for somebody, if they were"""
    changing: int | None = None
    """the place of the answer that is to be another"""
    read_over: bool = False
    """whether the answers have been read over, so that the result is shown"""

    def talk(self, engine: Engine, today: date, offered: Collection[str]) -> Conversation:
        """What has been said and what follows; `Refused` where the answers contradict each other."""
        region, on = self.region or "", self.on or today
        named = {"region": region, "on": on.isoformat(), **({"filing_for": self.filing_for} if self.filing_for else {})}
        match self.aim:
            case "service":
                return Conversation(engine, named, self.services, given=self.given)
            case "trip":
                return Trip(engine, named, self.services, given=self.given)
            case _:
                situation = engine.pack.situations[self.situation] if self.situation else None
                services = situation.services if situation else engine.pack.services
                some = tuple(one for one in services if one in offered)
                return Screening(engine, named, some, given=self.given, situation=self.situation)

    def data(self) -> dict[str, Any]:
        """As plain data, which `visit_of` reads back."""
        given = [[*one.topic, _reply_data(one.reply)] for one in self.given]
        on = self.on and self.on.isoformat()
        return {**self.__dict__, "on": on, "services": list(self.services), "given": given}


def new_id() -> str:
    return token_urlsafe(9)


def visit_of(data: Mapping[str, Any]) -> Visit:
    given = tuple(AnswerGiven(Topic(fact, service), _reply(said)) for fact, service, said in data["given"])
    on = data["on"] and date.fromisoformat(data["on"])
    return Visit(**{**data, "on": on, "services": tuple(data["services"]), "given": given})


def _reply_data(reply: Reply | None) -> object:
    match reply:
        case date():
            return {"day": reply.isoformat()}
        case Decimal():
            return {"number": str(reply)}
        case tuple():
            return list(reply)
        case _:
            return reply


def _reply(said: Any) -> Reply | None:
    match said:
        case {"day": day}:
            return date.fromisoformat(day)
        case {"number": number}:
            return Decimal(number)
        case list():
            return tuple(said)
        case _:
            return said  # type: ignore[no-any-return]
