"""Random rule books: a vocabulary, categories, contradictions and one edition, as plain data a pack is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from eligibility.engine import Engine
from eligibility.law.condition import (
    All,
    Compare,
    Condition,
    Constant,
    Either,
    Name,
    Not,
    OneOf,
    Operator,
    Other,
    Value,
    Window,
    parsed,
    written,
)
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.ordered import Number
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.parameters import of_day
from eligibility.law.space import consistent
from eligibility.reasoning.case import FORMS_PRESENTED, STATES, Case, Presented
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.inference import EngineName
from eligibility.reasoning.plan import Plan, PlanKey

__all__ = [
    "COMPARISONS",
    "DATES",
    "DAYS",
    "KEY",
    "Deciding",
    "RuleBook",
    "answers",
    "brought",
    "conditions",
    "facts_of",
    "people",
    "rule_books",
]

T = TypeVar("T")
KEY = EditionKey("act", "service")
DAY = date(2018, 6, 1)
DAYS = (date(2017, 12, 31), DAY, date(2019, 1, 15))
"""on the first of them no parameter is known yet"""
DATES = (date(2016, 2, 29), date(2018, 5, 31), date(2018, 6, 1), date(2019, 1, 15), date(2020, 12, 31))
WINDOWS = (((1, 1), (5, 31)), ((6, 1), (6, 1)), ((12, 1), (2, 29)), ((2, 29), (12, 31)))
NUMBERS: tuple[Number, ...] = (0, Decimal("0.5"), 1, Decimal("2.4999"), Decimal("2.5"), 4, 5)
FACTORS: tuple[Number | None, ...] = (None, 1, Decimal("0.5"), Decimal("0.3333"), Decimal("1.25"))
YEARS = (0, 5)
TEXT = {"kk": "мәтін", "ru": "текст"}
SAYS = {"holds": TEXT, "fails": TEXT}
FACTS: dict[str, dict[str, Any]] = {
    **{f"b{n}": {"type": "bool", "ask": TEXT, "says": SAYS} for n in range(4)},
    **{
        f"c{n}": {"type": "choice", "ask": TEXT, "values": {f"v{at}": {"label": TEXT, **SAYS} for at in range(n + 2)}}
        for n in range(3)
    },
    "e": {
        "type": "choice",
        "ask": TEXT,
        "values": {
            **{f"v{at}": {"label": TEXT, **SAYS} for at in range(4)},
            "v1-or-v2": {"label": TEXT, **SAYS, "stands_for": ["v1", "v2"]},
        },
    },
    "e1": {
        "type": "choice",
        "ask": TEXT,
        "values": {
            **{f"v{at}": {"label": TEXT, **SAYS} for at in range(3)},
            "v0-or-v1": {"label": TEXT, **SAYS, "stands_for": ["v0", "v1"]},
            "v1-or-v2": {"label": TEXT, **SAYS, "stands_for": ["v1", "v2"]},
        },
    },
    **{f"y{n}": {"type": "years", "ask": TEXT, "says": SAYS, "range": list(YEARS)} for n in range(2)},
    "m0": {"type": "months", "ask": TEXT, "range": list(YEARS)},
    "n0": {"type": "number", "ask": TEXT, "range": list(YEARS)},
    **{f"t{n}": {"type": "date", "ask": TEXT} for n in range(2)},
    "g0": {"type": "choice", "many": True, "ask": TEXT, "values": {f"v{at}": {"label": TEXT} for at in range(3)}},
}
PARAMETERS: dict[str, dict[str, Any]] = {
    "p0": {"name": TEXT, "values": [{"from": "2018-01-01", "value": 2}, {"from": "2019-01-01", "value": "3.75"}]},
    "p1": {"name": TEXT, "values": [{"from": "2018-03-01", "value": "2.5", "until": "2018-12-31"}]},
}
ACT: dict[str, Any] = {
    "kind": {"name": TEXT, "of": TEXT, "by": TEXT, "in": TEXT, "appendix": {"kk": "{n}-қосымша", "ru": "приложение {n}"}},
    "number": "1",
    "issuer": TEXT,
    "cited": {"kk": "2015 жылғы 1 қаңтардағы № 1 қаулы", "ru": "постановление от 1 января 2015 года № 1"},
    "regions": ["region"],
    "title": TEXT,
    "adopted": "2015-01-01",
    "registered": {"number": "1", "day": "2015-01-10"},
    "in_force": {"days_after_publication": 10, "cite": "1"},
    "providers": {"office": TEXT},
}
COMPARISONS: tuple[Operator, ...] = ("==", "!=", "<", "<=", ">", ">=")


class Draw(Protocol):
    def __call__(self, strategy: st.SearchStrategy[T], /) -> T: ...


@dataclass(frozen=True)
class RuleBook:
    """What a pack is made of, in an order that can be changed."""

    facts: tuple[str, ...]
    categories: Mapping[str, str]
    contradictions: tuple[str, ...]
    sections: Mapping[str, tuple[dict[str, Any], ...]]
    for_whom: str | None
    day: date = DAY

    def pack(self) -> Pack:
        shared = {
            "facts": {id: FACTS[id] for id in self.facts},
            "parameters": PARAMETERS,
            "categories": {id: {"when": when, "says": SAYS} for id, when in self.categories.items()},
            "contradictions": [{"when": when, "text": TEXT} for when in self.contradictions],
            "documents": {document: {"name": TEXT} for document in _documents(self.sections["requirements"])},
            "services": {KEY.service: {"title": TEXT}},
            "regions": {"region": TEXT},
            "outcomes": {"o0": {**TEXT, "refusal": True}, "o1": TEXT},
            "acts": {KEY.act: ACT},
        }
        circle = {"for_whom": {"when": self.for_whom, "text": TEXT, "cite": "1"}} if self.for_whom else {}
        edition = {"service": KEY.service, "annex": 1, "provider": "office", **circle}
        return Pack.of(shared, {KEY: edition | {name: list(rules) for name, rules in self.sections.items()}})

    def deciding(self, engine: EngineName = "paired") -> "Deciding":
        return Deciding(Engine(self.pack(), engine), self.day)

    def possible(self, facts: Mapping[str, Value]) -> bool:
        categories = {id: parsed(when) for id, when in self.categories.items()}
        return consistent(self.known(facts), map(parsed, self.contradictions), categories)

    def known(self, facts: Mapping[str, Value]) -> Mapping[str, Value]:
        """The facts with all that the day of filing gives."""
        parameters = self.pack().parameters
        return {**facts, **of_day((FILING_DAY, *parameters), parameters, self.day)}

    def reordered(self, draw: Draw) -> "RuleBook":
        """The same rules and words in another order; categories may be named before they are defined."""
        sections = {name: tuple(draw(st.permutations(rules))) for name, rules in self.sections.items()}
        categories = dict(draw(st.permutations(list(self.categories.items()))))
        facts, contradictions = draw(st.permutations(self.facts)), draw(st.permutations(self.contradictions))
        return replace(self, facts=tuple(facts), categories=categories, contradictions=tuple(contradictions), sections=sections)


@dataclass(frozen=True)
class Deciding:
    engine: Engine
    day: date

    @property
    def plan(self) -> Plan:
        return self.engine.plan(PlanKey(KEY))[0]

    def __call__(self, facts: Mapping[str, Value], papers: Sequence[Presented] | None = None) -> Decision:
        submitted = None if papers is None else tuple(papers)
        return self.engine.decide(Case(KEY.service, self.day, KEY.act, facts=facts, submitted=submitted), as_if_in_force=True)


def _documents(requirements: tuple[dict[str, Any], ...]) -> list[str]:
    found: list[str] = []
    for rule in requirements:
        found += rule.get("all_of", [rule["document"]] if "document" in rule else [])
        for one in rule.get("any_of", []):
            found += [one] if isinstance(one, str) else one.get("all_of") or [one["document"]]
    return found


@cache
def conditions(named: tuple[str, ...], facts: tuple[str, ...] = tuple(FACTS)) -> st.SearchStrategy[Condition]:
    """Conditions over facts, the named categories and the day of filing, constants among them."""
    leaves: list[st.SearchStrategy[Condition]] = [st.builds(Constant, st.sampled_from([True, False, None]))]
    leaves += [st.builds(Name, st.sampled_from(named))] * bool(named)
    leaves += [_day_leaf(facts)]
    for id in facts:
        leaves += _leaves(id, facts)
    facts_first = st.sampled_from(range(len(leaves))).flatmap(lambda at: leaves[-1 - at])
    return st.recursive(facts_first, _groups, max_leaves=6)


def _groups(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(Not, inner), st.builds(All, parts), st.builds(Either, parts))


def _day_leaf(facts: tuple[str, ...]) -> st.SearchStrategy[Condition]:
    ops = st.sampled_from(COMPARISONS)
    ids = st.sampled_from(list(PARAMETERS))
    parameter: st.SearchStrategy[Condition] = st.builds(Compare, ids, ops, st.sampled_from(NUMBERS))
    return st.one_of(parameter, *_date_leaves(FILING_DAY, facts))


def _date_leaves(id: str, facts: tuple[str, ...]) -> list[st.SearchStrategy[Condition]]:
    """A date against a day, a part of the year, another date or the day of filing; only that one has a word for equality."""
    ops, days = st.sampled_from(COMPARISONS), st.sampled_from(DATES)
    others = [Other(one) for one in facts if FACTS[one]["type"] == "date"]
    return [
        st.builds(Compare, st.just(id), ops, days),
        st.builds(OneOf, st.just(id), st.lists(days, min_size=1, max_size=2).map(tuple)),
        st.sampled_from([Window(id, *window) for window in WINDOWS]),
        st.builds(Compare, st.just(id), ops, st.just(Other(FILING_DAY))),
        st.builds(Compare, st.just(id), st.sampled_from(COMPARISONS[2:]), st.sampled_from([*others, Other(FILING_DAY)])),
    ]


def _leaves(id: str, facts: tuple[str, ...]) -> list[st.SearchStrategy[Condition]]:
    values, equal = st.sampled_from(_values(id)), st.sampled_from(COMPARISONS[:2])
    listed = st.builds(OneOf, st.just(id), st.lists(values, min_size=1, max_size=3).map(tuple))
    match FACTS[id]["type"]:
        case "bool":
            return [st.just(Name(id)), st.builds(Compare, st.just(id), equal, values), listed]
        case "choice":
            return [st.builds(Compare, st.just(id), equal, values), listed]
        case "date":
            return _date_leaves(id, facts)
        case _:
            ops = st.sampled_from(COMPARISONS)
            compared: st.SearchStrategy[Condition] = st.builds(Compare, st.just(id), ops, values)
            amounts = st.builds(Other, st.sampled_from(list(PARAMETERS)), st.sampled_from(FACTORS))
            return [compared, listed, st.tuples(ops, amounts).map(lambda pair: _with_amount(id, *pair))]


def _with_amount(id: str, op: Operator, amount: Other) -> Condition:
    """A bare name after a word of equality is the id of a value."""
    return Compare(id, op, amount if op not in COMPARISONS[:2] or amount.times else Other(amount.id, 1))


def _values(id: str) -> list[Value]:
    fact = FACTS[id]
    match fact["type"]:
        case "bool":
            return [True, False]
        case "choice":
            return [id for id, choice in fact["values"].items() if "stands_for" not in choice]
        case "date":
            return list(DATES)
        case "number":
            return list(NUMBERS)
        case _:
            return list(range(YEARS[0], YEARS[1] + 1))


def answers(id: str) -> list[Value]:
    """What somebody may be, beside what a condition may name."""
    values = _values(id)
    if not FACTS[id].get("many"):
        return values
    return [one for count in range(len(values) + 1) for one in combinations(map(str, values), count)]


def facts_of(ids: tuple[str, ...]) -> st.SearchStrategy[dict[str, Value]]:
    """A value for each fact."""
    return st.fixed_dictionaries({id: st.sampled_from(answers(id)) for id in ids})


@st.composite
def people(draw: st.DrawFn, book: RuleBook) -> dict[str, Value]:
    """Everything about somebody there can be."""
    return draw(facts_of(book.facts).filter(book.possible))


@st.composite
def brought(draw: st.DrawFn, book: RuleBook) -> list[Presented]:
    """Papers of all kinds that somebody may bring."""
    forms, states = st.sampled_from([None, *FORMS_PRESENTED]), st.one_of(st.just(STATES[0]), st.sampled_from(STATES))
    issued = st.none() | st.dates(DAY - timedelta(600), DAY)
    named = st.sampled_from(_documents(book.sections["requirements"]))
    paper = st.builds(Presented, named, forms, states, st.none(), st.none(), st.none() | st.integers(1, 3), issued)
    return draw(st.lists(paper, max_size=8))


@st.composite
def rule_books(draw: st.DrawFn, contradictions: int = 2, having: tuple[str, ...] = ()) -> RuleBook:
    """Books that have these facts among others."""
    others = draw(st.lists(st.sampled_from(list(FACTS)), min_size=2, max_size=6, unique=True))
    facts = tuple(dict.fromkeys((*having, *others)))[:6]
    categories: dict[str, str] = {}
    for n in range(draw(st.integers(0, 3))):
        categories[f"k{n}"] = written(draw(conditions(tuple(categories), facts)))
    named = conditions(tuple(categories), facts)
    when = st.one_of(st.none(), named.map(written))
    against = tuple(draw(st.lists(named.map(written), max_size=contradictions)))
    sections = {
        "requirements": tuple(draw(_requirement(n, when)) for n in range(draw(st.integers(1, 4)))),
        "channels": tuple({"channel": f"h{n}", "cite": "1", "when": draw(when)} for n in range(draw(st.integers(0, 2)))),
        "flags": tuple(
            {"id": f"f{n}", "kind": "silent", "for": "clerk", "text": TEXT, "cite": "1", "when": draw(when)}
            for n in range(draw(st.integers(0, 2)))
        ),
        "results": tuple(
            {"outcome": f"o{n}", "text": TEXT, "cite": "1", "when": draw(when)} for n in range(draw(st.integers(0, 2)))
        ),
        "refuse_service": tuple(
            {"id": f"r{n}", "text": TEXT, "cite": "1", "when": draw(when)} for n in range(draw(st.integers(0, 2)))
        ),
        "refuse_to_accept": ({"id": "g", "text": TEXT, "cite": "1", "when": "file_incomplete"},),
    }
    book = RuleBook(facts, categories, against, sections, draw(when), draw(st.sampled_from(DAYS)))
    return book if _somebody(book) else replace(book, contradictions=())


def _somebody(book: RuleBook) -> bool:
    """A contradiction that nobody escapes would leave nothing to decide."""
    return book.possible({id: answers(id)[0] for id in book.facts})


@st.composite
def _requirement(draw: st.DrawFn, n: int, when: st.SearchStrategy[str | None]) -> dict[str, Any]:
    rule: dict[str, Any] = {"cite": "1", "when": draw(when)}
    if draw(st.integers(0, 3)) == 0:
        rule["brought_by"] = "office"
    if draw(st.integers(0, 3)) == 0:
        rule["copies"] = draw(st.integers(1, 3))
    if draw(st.integers(0, 3)) == 0:
        rule["valid"] = {"value": draw(st.integers(1, 20)), "unit": draw(st.sampled_from(["calendar-days", "months"]))}
    if draw(st.booleans()):
        return rule | {"all_of": [f"d{n}", f"d{n}-too"]} if draw(st.booleans()) else rule | {"document": f"d{n}"}
    alternatives = [f"d{n}-any", {"document": f"d{n}-if", "when": draw(when)}, {"document": f"d{n}-or", "when": draw(when)}]
    if draw(st.booleans()):
        alternatives.append({"all_of": [f"d{n}-one", f"d{n}-other"], "when": draw(when)})
    return rule | {"document": f"d{n}", "any_of": alternatives}
