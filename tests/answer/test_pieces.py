"""The answer as text is the answer as data, whatever is remembered of answers before it; and little is remembered."""

import json
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.answer.pieces import Remembered
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.filing_facts import REQUEST
from eligibility.law.pack import EditionKey
from eligibility.reasoning.case import Case
from tests.answer.contract_schema import keeps_the_contract
from tests.reasoning.without_clauses import ENGINE as EVERY_KIND
from tests.reasoning.without_clauses import PEOPLE, case_of

ENGINE = Engine.shipped("direct")
HELD = list(ENGINE.pack.held())
AT = datetime(2026, 1, 1, tzinfo=UTC)
KYZYLORDA = EditionKey("kyzylorda-2015-118", "surdo-tiflo-hygiene-aids")


def drawn(draw: st.DrawFn, key: EditionKey) -> Case | None:
    """A case the rules allow, with what was brought and what was left out."""
    plan, _ = ENGINE.plan(key)
    offered = [one.request for one in plan.edition.requests]
    facts: dict[str, Any] = {}
    for id in plan.space:
        fact = ENGINE.pack.facts[id]
        low, high = fact.range or (0, 0)
        values: dict[str, st.SearchStrategy[Any]] = {
            "bool": st.booleans(),
            "choice": st.sampled_from(offered if id == REQUEST else [*(fact.values or ())]),
            "years": st.integers(low, high),
        }
        if (value := draw(st.none() | values[fact.type])) is not None:
            facts[id] = value
    brought = st.lists(st.sampled_from([entry.document for entry in plan.entries] or ["ipr"]), max_size=4, unique=True)
    case: dict[str, Any] = {
        "service": key.service,
        "act": key.act,
        "on": date(2016, 2, 1) + timedelta(days=draw(st.integers(0, 60))),
        "facts": facts,
    }
    try:
        return ENGINE.read(case | ({"submitted": draw(brought)} if draw(st.booleans()) else {}))
    except Refused:
        return None  # facts that contradict each other are no case


@st.composite
def cases(draw: st.DrawFn) -> Case | None:
    return drawn(draw, draw(st.sampled_from(HELD)))


@given(st.lists(cases(), min_size=1, max_size=3))
def test_the_text_is_the_data(found: list[Case | None]) -> None:
    for case in found:
        if case is not None:
            for as_if in (True, False):
                answer = ENGINE.answer(case, as_if)
                data = answer.data(AT)
                assert json.loads(answer.json(AT)) == data
                assert json.loads(ENGINE.answer(case, as_if).json(AT)) == data


@given(
    st.lists(st.tuples(PEOPLE, st.sampled_from([date(2024, 5, 3), date(2024, 9, 1), date(2025, 2, 1)])), min_size=2, max_size=5)
)
def test_what_is_remembered_of_a_day_and_its_amounts_is_told_of_no_other(found: list[tuple[dict[str, Any], date]]) -> None:
    """Of numbers, months, days, parameters and several values at once, all in one engine."""
    for facts, on in found:
        answer = EVERY_KIND.answer(case_of(facts, on), as_if_in_force=True)
        assert json.loads(answer.json(AT)) == json.loads(json.dumps(answer.data(AT)))
        keeps_the_contract(answer.data(AT))


@pytest.mark.parametrize("key", HELD, ids=str)
def test_no_piece_is_told_where_a_single_fact_makes_it_another(key: EditionKey) -> None:
    """From several cases every fact that anything reads is changed alone, in one engine that remembers all of them."""
    dice = random.Random(str(key))  # noqa: S311  not for secrets
    told = [id for id, fact in ENGINE.pack.facts.items() if fact.type != "date"]
    offered = [one.request for one in ENGINE.plan(key)[0].edition.requests]
    space: dict[str, list[Any]] = {id: values_of(id) for id in told} | {"request": list(offered)}
    tried = 0
    for _ in range(2):
        base = a_base(key, space, dice)
        for id, values in space.items():
            for value in [None, *values]:
                facts = {**base, id: value}
                case = {"service": key.service, "act": key.act, "on": "2016-03-01", "facts": facts}
                try:
                    answer = ENGINE.answer(case, as_if_in_force=True)
                except Refused:
                    continue
                tried += 1
                assert json.loads(answer.json(AT)) == answer.data(AT), (id, value)
    assert tried > len(space)


def a_base(key: EditionKey, space: dict[str, list[Any]], dice: random.Random) -> dict[str, Any]:
    """Facts that do not contradict each other."""
    while True:
        facts = {id: dice.choice(values) for id, values in space.items() if values and dice.random() < 0.5}
        if readable(ENGINE, {"service": key.service, "act": key.act, "on": "2016-03-01", "facts": facts}):
            return facts


def values_of(id: str) -> list[Any]:
    fact = ENGINE.pack.facts[id]
    if fact.type == "bool":
        return [True, False]
    return list(fact.values) if fact.values else [5, 17, 40, 70]


def ages() -> Iterator[dict[str, Any]]:
    for age in range(131):
        for group in ("none", "group-1", "group-2", "group-3"):
            facts = {"age": age, "disability": group}
            yield {"service": KYZYLORDA.service, "act": KYZYLORDA.act, "on": "2016-03-01", "facts": facts}


def remembered_of(engine: Engine) -> Remembered:
    found = engine.answer(next(ages())).pieces
    assert found is not None
    return found._remembered


def test_what_is_remembered_does_not_grow_with_persons() -> None:
    """The number of years is written into a sentence that is remembered without it, so persons of all ages have a few answers
    in common."""
    engine = Engine.shipped("direct")
    people = [case for case in ages() if readable(engine, case)]
    for case in people:
        engine.answer(case).json(AT)
    many = len(remembered_of(engine))
    for name in ("Әлия", "Болат"):
        for case in people[::7]:
            engine.answer({**case, "person": {"name": name}}).json(AT)
    assert len(remembered_of(engine)) == many
    assert many < len(people)


def readable(engine: Engine, case: dict[str, Any]) -> bool:
    try:
        engine.read(case)
    except Refused:
        return False
    return True


@pytest.mark.parametrize("room", [0, 3, 20, 10_000])
def test_what_is_remembered_is_bounded(room: int) -> None:
    remembered = Remembered(room)
    for n in range(200):
        assert remembered.of(n % 70, partial(str, n % 70)) == str(n % 70)
        assert remembered.signs <= room
    assert remembered.signs == sum(len(remembered.of(n, str)) for n in range(70) if n in remembered._kept)


def test_a_text_longer_than_the_room_is_made_and_not_kept() -> None:
    remembered = Remembered(3)
    assert remembered.of("short", lambda: "abc") == "abc"
    assert remembered.of("long", lambda: "abcd") == "abcd"
    assert (len(remembered), remembered.signs) == (0, 0)


def test_the_piece_used_last_goes_last() -> None:
    remembered, made = Remembered(2), list[int]()

    def make(n: int) -> str:
        made.append(n)
        return str(n)

    for n in (1, 2, 1, 3, 1, 2):
        remembered.of(n, partial(make, n))
    assert made == [1, 2, 3, 2]


def test_an_engine_may_remember_nothing() -> None:
    engine = Engine(ENGINE.pack, "direct", remembers=0)
    case = next(ages())
    assert json.loads(engine.answer(case).json(AT)) == ENGINE.answer(case).data(AT)
    assert len(remembered_of(engine)) == 0


def test_threads_get_the_same_texts() -> None:
    engine = Engine.shipped("direct")
    people = [case for case in ages() if readable(engine, case)][::5]
    alone = [Engine.shipped("direct").answer(case).json(AT) for case in people[:10]]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda case: engine.answer(case).json(AT), people * 3))
    assert found[:10] == alone
    assert found[: len(people)] == found[len(people) : 2 * len(people)] == found[2 * len(people) :]
