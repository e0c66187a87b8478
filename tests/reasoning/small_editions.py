"""A small edition made for one question, with facts that have words of their own."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.pack import EditionKey, Pack
from eligibility.reasoning.case import Case, Presented
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.plan import Plan, PlanKey
from tests.reasoning.random_rulebooks import ACT

__all__ = ["DAY", "Small", "both", "says"]

KEY = EditionKey("act", "service")
SOURCE = EditionKey("source", "service")
STANDARD = EditionKey("standard", "service")
DAY = date(2018, 6, 1)
Plain = Mapping[str, Any]


def both(text: str) -> Plain:
    return {"kk": f"{text} (қаз.)", "ru": text}


def says(holds: str, fails: str) -> Plain:
    return {"holds": both(holds), "fails": both(fails)}


def choice(text: str, **more: Any) -> Plain:
    return {"label": both(text), "holds": both(f"это {text}"), "fails": both(f"не {text}"), **more}


FACTS: Plain = {
    "age": {
        "type": "years",
        "ask": both("Сколько лет?"),
        "range": [0, 130],
        "fixed": True,
        "since": "birth_date",
        "says": says("нет {n} лет", "есть {n} лет"),
    },
    "birth_date": {"type": "date", "ask": both("Когда родились?")},
    "stay": {"type": "years", "ask": both("Сколько лет живете?"), "range": [0, 50], "says": says("до {n}", "от {n}")},
    "orphan": {"type": "bool", "ask": both("Сирота?"), "says": says("сирота", "не сирота")},
    "alone": {"type": "bool", "ask": both("Одинок?"), "says": says("одинок", "не одинок")},
    "seen": {"type": "bool", "ask": both("Осмотрен?"), "stage": "examination", "says": says("осмотрен", "не осмотрен")},
    "kind": {"type": "choice", "ask": both("Что?"), "values": {one: choice(one) for one in ("surdo", "tiflo", "other")}},
    "war": {
        "type": "choice",
        "ask": both("Участник?"),
        "values": {
            "none": choice("никто"),
            "fought": choice("участник"),
            "wounded": choice("инвалид"),
            "equated": choice("приравнен", stands_for=["fought", "wounded"]),
        },
    },
    "income": {"type": "number", "ask": both("Каков доход?"), "range": [0, 100_000_000]},
    "groups": {
        "type": "choice",
        "many": True,
        "ask": both("Кто?"),
        "values": {one: {"label": both(one)} for one in ("veteran", "carer")},
    },
    "channel": {"type": "choice", "ask": both("Куда?"), "values": {one: choice(one) for one in ("office", "portal", "phone")}},
}
CATEGORIES: Plain = {"child": {"when": "age < 18", "says": says("ребенок", "не ребенок")}}
DOCUMENTS: Plain = {
    **{one: {"name": both(one)} for one in ("application", "card", "passport", "order")},
    "child-card": {"name": both("child-card"), "serves_as": ["card"]},
}


ELSEWHERE: dict[str, Any] = {
    "number": "7",
    "cited": both("приказ № 7"),
    "regions": "all",
    "adopted": "2014-01-01",
    "in_force": "unknown",
    "text": "elsewhere",
    "package": "application",
}


class Small:
    """`requirements` as a rule file has them, each citing its own number where it cites nothing."""

    def __init__(
        self,
        *requirements: Plain,
        contradictions: Sequence[str] = (),
        standard: Plain | None = None,
        source: Plain | None = None,
        **more: Any,
    ) -> None:
        """`standard` is what is known of the service by an act whose text is not at hand; `source` is what another act's
        edition of the service says, for that to be known from."""
        numbered = [{"cite": str(at)} | dict(one) for at, one in enumerate(requirements, 1)]
        shared = {
            "facts": FACTS,
            "categories": CATEGORIES,
            "contradictions": [{"when": when, "text": both("не сходится")} for when in contradictions],
            "documents": DOCUMENTS,
            "services": {KEY.service: {"title": both("услуга")}},
            "regions": {"region": both("область")},
            "acts": {KEY.act: ACT, SOURCE.act: ACT, STANDARD.act: {**ACT, **ELSEWHERE}},
        }
        edition = {"service": KEY.service, "annex": 1, "provider": "office", "requirements": numbered, **more}
        other = {SOURCE: {"service": KEY.service, "annex": 7, "provider": "office", **source}} if source else {}
        known = {STANDARD: {"service": KEY.service, "text": "elsewhere", **standard}} if standard else {}
        self.engine = Engine(Pack.of(shared, {KEY: edition, **other, **known}), "direct")

    @property
    def plan(self) -> Plan:
        return self.engine.plan(PlanKey(KEY, (STANDARD,)))[0]

    def decide(self, case: Case) -> Decision:
        return self.engine.decide(case, as_if_in_force=True)

    def __call__(self, **facts: Value) -> Decision:
        return self.decide(Case(KEY.service, DAY, KEY.act, facts=facts))

    def given(self, papers: Sequence[Presented], /, **facts: Value) -> Decision:
        return self.decide(Case(KEY.service, DAY, KEY.act, facts=facts, submitted=tuple(papers)))
