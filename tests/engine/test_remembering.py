"""What is remembered is what would be concluded anew: bounded, the same from many threads, never a failure, never a person."""

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.engine import MAX_INPUTS, Engine
from eligibility.law.condition import Value
from eligibility.law.logic import Truth
from eligibility.law.pack import EditionKey
from eligibility.reasoning.case import FORMS_PRESENTED, STATES, Case, Person, Presented
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.derivation import Reason, derivation, derivations
from eligibility.reasoning.inference import EngineDisagreement, Remembering, rete_available
from eligibility.rulefiles.shipped import shipped_pack
from tests.reasoning.random_rulebooks import KEY, RuleBook, people, rule_books
from tests.reasoning.shipped_editions import DAY, KYZYLORDA, combinations, seeded

HOME_CARE = EditionKey("kyzylorda-2015-118", "home-care")
Told = tuple[tuple[Truth, ...], tuple[Line, ...], tuple[Reason, ...], tuple[Reason, ...]]


def told(decision: Decision) -> Told:
    """All that is remembered of a decision."""
    assert decision.plan is not None
    reasons = tuple(derivation(decision, slot) for slot in range(len(decision.slots)))
    return decision.slots, decision.lines, derivations(decision), reasons


def decided(engine: Engine, case: Case) -> Told:
    return told(engine.decide(case, as_if_in_force=True))


@st.composite
def filings(draw: st.DrawFn, book: RuleBook, engine: Engine) -> Case:
    """Somebody of whom a part is known, with papers in every state or nothing said of papers."""
    known = draw(people(book))
    facts = {fact: value for fact, value in known.items() if draw(st.booleans())}
    ids = sorted({document for entry in engine.plan(KEY)[0].entries for document in entry.serving})
    papers = st.builds(
        Presented,
        st.sampled_from(ids),
        st.sampled_from([None, *FORMS_PRESENTED]),
        st.sampled_from(STATES),
        st.sampled_from([None, date(2016, 2, 29), date(2016, 3, 2)]),
        st.sampled_from([None, *ids]),
    )
    submitted = draw(st.none() | st.lists(papers, max_size=4).map(tuple))
    return Case(KEY.service, date(2016, 3, 1), KEY.act, facts=facts, submitted=submitted)


@given(st.data())
@settings(max_examples=50)
def test_what_is_remembered_is_what_would_be_concluded_anew(data: st.DataObject) -> None:
    book = data.draw(rule_books())
    anew, remembering = (Engine(book.pack(), "direct", remembers=bound) for bound in (0, 3))
    cases = data.draw(st.lists(filings(book, anew), min_size=1, max_size=6))
    for case in [*cases, *reversed(cases)]:
        assert decided(remembering, case) == decided(anew, case)


class Asked:
    """An engine that counts how often it is asked, and fails as often as it is told to."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.times = 0

    def infer(self, atoms: Sequence[Truth]) -> list[Truth]:
        self.times += 1
        if self.failures:
            self.failures -= 1
            raise EngineDisagreement(["due:0"])
        return [*atoms, True]


def test_an_engine_is_asked_once_for_each_input_seen_last() -> None:
    asked = Asked()
    remembering = Remembering(asked, 2)
    for atoms in ([True], [None], [True], [None], [True]):
        assert remembering.infer(atoms) == (*atoms, True)
    assert asked.times == 2
    for atoms in ([False], [None]):
        remembering.infer(atoms)
    assert asked.times == 4, "the third input has put out the one not asked for longest"


def test_a_disagreement_is_not_remembered() -> None:
    asked = Asked(failures=2)
    remembering = Remembering(asked, 8)
    for _ in range(2):
        with pytest.raises(EngineDisagreement):
            remembering.infer([True])
    assert [remembering.infer([True]) for _ in range(3)] == [(True, True)] * 3
    assert asked.times == 3


@pytest.mark.parametrize("name", ["direct", *(["paired", "rete"] if rete_available() else [])])
def test_a_second_person_alike_costs_no_inference(name: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked()
    engine = Engine(shipped_pack(), name)
    facts: dict[str, Value] = {"disability": "group-1", "age": 40}
    first = Case("home-care", DAY, HOME_CARE.act, facts=facts, submitted=(Presented("ipr-extract", expired_on=DAY),))
    engine.decide(first)
    monkeypatch.setattr("eligibility.reasoning.direct.Direct.infer", lambda self, atoms: asked.infer(atoms))
    second = Case("home-care", DAY, HOME_CARE.act, facts={**facts, "age": 41}, submitted=(Presented("ipr-extract"),))
    decision = engine.decide(second)
    assert asked.times == 0
    assert decision.case is second


def caches(engine: Engine, key: EditionKey) -> dict[str, Any]:
    plan, inference = engine.plan(key)
    assert isinstance(inference, Remembering)
    recalls = {work.__name__: recall.cache_info() for work, recall in plan._recalls.items()}
    return recalls | {"infer": inference._known.cache_info()}


@cache
def some_cases() -> list[Case]:
    """Many people with many papers, of two editions."""
    drawn = seeded(8)
    found = []
    for key in KYZYLORDA[:2]:
        plan, _ = Engine(shipped_pack(), "direct").plan(key)
        everybody = list(combinations(plan))
        for _ in range(300):
            facts = {fact: value for fact, value in drawn.choice(everybody).items() if drawn.random() < 0.7}
            papers = tuple(Presented(entry.document) for entry in plan.entries if drawn.random() < 0.5)
            found.append(Case(key.service, DAY, key.act, facts=facts, submitted=papers if drawn.random() < 0.8 else None))
    return found


def test_no_more_is_kept_than_the_bound() -> None:
    engine = Engine(shipped_pack(), "direct", remembers=8)
    for case in some_cases():
        decided(engine, case)
    for key in KYZYLORDA[:2]:
        kept = caches(engine, key)
        assert kept.keys() == {"infer", "_matches", "_lines", "_reasons", "_possible"}
        assert all(one.maxsize == 8 >= one.currsize for one in kept.values())
        assert all(kept[work].misses > 100 for work in ("infer", "_matches", "_lines", "_reasons"))


def test_the_shipped_engine_has_the_bound_that_is_told() -> None:
    kept = Engine.shipped("direct")
    kept.decide(some_cases()[0])
    assert {one.maxsize for one in caches(kept, KYZYLORDA[0]).values()} == {MAX_INPUTS}


def test_many_threads_with_little_memory_conclude_the_same() -> None:
    cases = some_cases()
    anew = Engine(shipped_pack(), "direct", remembers=0)
    expected = [decided(anew, case) for case in cases]
    engine = Engine(shipped_pack(), "direct", remembers=2)
    ways = [seeded(seed).sample(range(len(cases)), len(cases)) for seed in range(8)]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(len(ways)) as threads:
            wrong = threads.map(lambda way: [at for at in way if decided(engine, cases[at]) != expected[at]], ways)
            assert [*wrong] == [[]] * len(ways)
    finally:
        sys.setswitchinterval(before)


def test_nothing_of_a_person_is_kept() -> None:
    person, paper, born = Person("Оспан", iin="900101300017"), Presented("ipr-extract", expired_on=date(2099, 7, 13)), object()
    facts = {"disability": "group-1", "age": 40, "unread": born}
    engine = Engine(shipped_pack(), "direct")
    held = [sys.getrefcount(one) for one in (person, paper, born, facts)]
    case = Case("home-care", DAY, HOME_CARE.act, facts=facts, submitted=(paper,), person=person)  # type: ignore[arg-type]
    decided(engine, case)
    del case
    assert [sys.getrefcount(one) for one in (person, paper, born, facts)] == held
