"""A pack without a single clause, with every kind of fact, and what its conditions are in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.vocabulary import Fact
from eligibility.reasoning.case import Case
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.plan import Plan, PlanKey
from tests.reasoning.random_rulebooks import ACT

__all__ = ["DAY", "ENGINE", "PEOPLE", "WHENS", "case_of", "decided", "plan"]

KEY = EditionKey("act", "service")
DAY = date(2024, 5, 3)


def both(kk: str, ru: str) -> dict[str, str]:
    return {"kk": kk, "ru": ru}


def labelled(**labels: tuple[str, str]) -> dict[str, Any]:
    return {id: {"label": both(*one)} for id, one in labels.items()}


FACTS: Mapping[str, Any] = {
    "orphan": {"type": "bool", "ask": both("Жетім бе?", "Это сирота?"), "name": both("жетімдік", "сиротство")},
    "unnamed": {"type": "bool", "ask": both("Жалғыз ба?", "Живет один?")},
    "aid": {
        "type": "choice",
        "ask": both("Не керек?", "Что нужно?"),
        "name": both("құрал", "средство"),
        "values": labelled(surdo=("сурдо", "сурдо"), tiflo=("тифло", "тифло"), other=("басқа", "другое")),
    },
    "groups": {
        "type": "choice",
        "many": True,
        "ask": both("Кім?", "Кто?"),
        "name": both("санат", "категория"),
        "values": labelled(
            veteran=("ардагер", "ветеран"), carer=("күтуші", "ухаживающий"), large=("көп балалы", "многодетный")
        ),
    },
    "age": {
        "type": "years",
        "range": [0, 130],
        "ask": both("Неше жаста?", "Сколько лет?"),
        "name": both("жасы", "возраст"),
        "unit": both("жас", "лет"),
    },
    "baby": {
        "type": "months",
        "range": [0, 36],
        "ask": both("Неше айлық?", "Сколько месяцев?"),
        "name": both("бала", "ребенок"),
    },
    "income": {
        "type": "number",
        "range": [0, 10_000_000],
        "ask": both("Табысы қанша?", "Каков доход?"),
        "name": both("табыс", "доход"),
        "unit": both("теңге", "тенге"),
    },
    "wedding": {"type": "date", "ask": both("Неке қашан қиылды?", "Когда брак?"), "name": both("неке күні", "день брака")},
    "issued": {"type": "date", "ask": both("Қашан берілді?", "Когда выдано?"), "name": both("берілген күн", "день выдачи")},
}
CATEGORIES = {"child": {"when": "age < 18"}, "poor": {"when": "income < 40 * mrp and not orphan"}}
MRP = {
    "mrp": {
        "name": both("АЕК", "МРП"),
        "unit": both("теңге", "тенге"),
        "values": [{"from": "2024-01-01", "value": "3692", "until": "2024-12-31"}],
    }
}
WHENS = {
    "orphan": ("жетімдік: иә", "сиротство: да"),
    "not orphan": ("жетімдік: жоқ", "сиротство: нет"),
    "unnamed": ("«Жалғыз ба?»: иә", "«Живет один?»: да"),
    "aid == surdo": ("құрал: сурдо", "средство: сурдо"),
    "aid != surdo": ("құрал: сурдо емес", "средство: не сурдо"),
    "aid in [surdo, tiflo]": ("құрал: сурдо немесе тифло", "средство: сурдо или тифло"),
    "not aid in [surdo, tiflo]": ("құрал: сурдо емес және тифло емес", "средство: не сурдо и не тифло"),
    "groups == veteran": ("санат: ардагер", "категория: ветеран"),
    "not groups in [veteran, carer]": ("санат: ардагер емес және күтуші емес", "категория: не ветеран и не ухаживающий"),
    "age < 18": ("жасы: 18 жас шегіне жетпейді", "возраст: меньше, чем 18 лет"),
    "age > 18": ("жасы: кемінде 19 жас", "возраст: не меньше, чем 19 лет"),
    "age == 18": ("жасы: дәл 18 жас", "возраст: ровно 18 лет"),
    "age in [18, 20]": ("жасы: дәл 18 жас немесе дәл 20 жас", "возраст: ровно 18 лет или ровно 20 лет"),
    "baby <= 18": ("бала: 19 ай шегіне жетпейді", "ребенок: меньше, чем 19 месяцев"),
    "income < 20000.50": ("табыс: 20\u00a0000,5 теңге шегіне жетпейді", "доход: меньше, чем 20\u00a0000,5 тенге"),
    "income <= 20000": ("табыс: 20\u00a0000 теңге шегінен аспайды", "доход: не больше, чем 20\u00a0000 тенге"),
    "income > 900": ("табыс: 900 теңге шегінен асады", "доход: больше, чем 900 тенге"),
    "income >= 0.5 * mrp": ("табыс: кемінде 0,5 × АЕК", "доход: не меньше, чем 0,5 × МРП"),
    "income < mrp": ("табыс: АЕК шегіне жетпейді", "доход: меньше, чем МРП"),
    "mrp > 3000": ("АЕК: 3000 теңге шегінен асады", "МРП: больше, чем 3000 тенге"),
    "wedding < 2008-06-01": ("неке күні: 2008 жылғы 1 маусым күнінен бұрын", "день брака: раньше 1 июня 2008 года"),
    "wedding > 2008-06-01": ("неке күні: 2008 жылғы 2 маусым күні немесе одан кейін", "день брака: 2 июня 2008 года или позже"),
    "wedding == 2008-06-01": ("неке күні: 2008 жылғы 1 маусым", "день брака: 1 июня 2008 года"),
    "issued < wedding": ("берілген күн: мына күннен бұрын: неке күні", "день выдачи: раньше этого дня: день брака"),
    "issued <= filing_day": (
        "берілген күн: мына күннен кеш емес: өтініш берілетін күн",
        "день выдачи: не позже этого дня: день подачи заявления",
    ),
    "filing_day in 04-01..08-31": (
        "өтініш берілетін күн: 1 сәуір – 31 тамыз аралығында",
        "день подачи заявления: в период 1 апреля – 31 августа",
    ),
    "not filing_day in 04-01..08-31": (
        "өтініш берілетін күн: 1 сәуір – 31 тамыз аралығынан тыс",
        "день подачи заявления: вне периода 1 апреля – 31 августа",
    ),
    "child": ("жасы: 18 жас шегіне жетпейді", "возраст: меньше, чем 18 лет"),
    "not poor": ("табыс: кемінде 40 × АЕК немесе жетімдік: иә", "доход: не меньше, чем 40 × МРП или сиротство: да"),
}


def engine() -> Engine:
    documents = {f"d{at}": {"name": both("құжат", "документ")} for at in range(len(WHENS))}
    shared = {
        "facts": FACTS,
        "categories": CATEGORIES,
        "parameters": MRP,
        "documents": documents,
        "services": {KEY.service: {"title": both("қызмет", "услуга")}},
        "regions": {"region": both("облыс", "область")},
        "acts": {KEY.act: ACT},
    }
    requirements = [{"document": f"d{at}", "when": when, "cite": str(at + 1)} for at, when in enumerate(WHENS)]
    edition = {"service": KEY.service, "annex": 1, "provider": "office", "requirements": requirements}
    return Engine(Pack.of(shared, {KEY: edition}), "direct")


ENGINE = engine()


def plan() -> Plan:
    return ENGINE.plan(PlanKey(KEY))[0]


def case_of(facts: Mapping[str, Value], on: date = DAY) -> Case:
    return Case(KEY.service, on, KEY.act, facts=facts)


def decided(facts: Mapping[str, Value], on: date = DAY) -> Decision:
    return ENGINE.decide(case_of(facts, on), as_if_in_force=True)


def answers(fact: Fact) -> st.SearchStrategy[Any]:
    match fact.type:
        case "bool":
            return st.booleans()
        case "choice":
            one = st.sampled_from(sorted(fact.values or ()))
            return st.lists(one, unique=True).map(tuple) if fact.many else one
        case "date":
            return st.dates(date(1990, 1, 1), date(2030, 12, 31))
        case _:
            return st.integers(*(fact.range or (0, 0)))


PEOPLE = st.fixed_dictionaries({}, optional={id: answers(fact) for id, fact in ENGINE.pack.facts.items()})
