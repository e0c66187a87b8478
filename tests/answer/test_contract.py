"""Every answer keeps the contract: the decisions of every edition, however little or much is known, and the page about it."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from eligibility.engine import Engine
from eligibility.law.condition import parsed
from eligibility.law.logic import truth
from eligibility.law.pack import EditionKey
from tests.answer.contract_schema import ANSWER, CONTRACT, DOCS, SCHEMA, keeps_the_contract

Plain = dict[str, Any]

ENGINE = Engine.shipped("direct")
HELD = sorted(ENGINE.pack.held())
CATEGORIES = {id: parsed(category.when) for id, category in ENGINE.pack.categories.items()}
STATES = ["readable", "damaged", "expired", "name-differs", "iin-differs", "outdated-form"]


def some_cases(key: EditionKey) -> Iterator[tuple[Plain, bool]]:
    """Nothing known; all known, several times; papers of every state; days of every standing."""
    bare: Plain = {"service": key.service, "act": key.act, "on": "2019-06-03"}
    yield bare, True
    for day in ("2012-06-01", "2015-09-25", "2018-05-02", "2019-04-20", "2020-03-01", "2026-01-05"):
        yield {**bare, "on": day}, False
    plan, _ = ENGINE.plan(key)
    documents = sorted({document for entry in plan.entries for document in entry.wanted})
    offered = [one.request for one in plan.edition.requests]
    space = {**plan.space, **({"request": tuple(offered)} if offered else {})}
    dice = random.Random(f"{key}")  # noqa: S311
    for _ in range(6):
        facts = {fact: dice.choice(values) for fact, values in space.items() if dice.random() < 0.7}
        papers = [
            {"document": one, "form": dice.choice(["original", "copy", "both", "electronic"]), "state": dice.choice(STATES)}
            for one in documents
            if dice.random() < 0.6
        ]
        if "channel" not in facts and dice.random() < 0.3:
            facts["channel"] = "rural-akim"
        yield {**bare, "facts": facts, "submitted": papers}, True


def contradictory(facts: Plain) -> bool:
    return any(truth(parsed(one.when), facts, CATEGORIES) is True for one in ENGINE.pack.contradictions)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_page_names_what_the_schema_requires() -> None:
    page = (DOCS / "embedding.md").read_text(encoding="utf-8")
    defs = SCHEMA["$defs"]
    for part in ("answer", "intake", "terms", "error", "cited"):
        assert [key for key in defs[part]["required"] if f"`{key}`" not in page and f'"{key}"' not in page] == []


@pytest.mark.parametrize("key", HELD, ids=str)
def test_decisions_of_every_edition(key: EditionKey) -> None:
    decided = 0
    for data, as_if in some_cases(key):
        case = ENGINE.read({**data, "facts": {}})
        facts = data.get("facts", {})
        if contradictory(facts):
            continue
        decision = ENGINE.decide({**data, "facts": facts}, as_if)
        keeps_the_contract(ENGINE.answer_to(decision).data())
        decided += case.service == key.service
    assert decided >= 7


def test_what_the_schema_would_not_let_pass() -> None:
    case = {"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2016-03-01"}
    found = ENGINE.answer(case).data()
    keeps_the_contract(found)
    first = found["checklist"][0]
    spoilt = [
        {**found, "more": 1},
        {key: value for key, value in found.items() if key != "flags"},
        {**found, "checklist": [{**first, "status": "maybe"}]},
        {**found, "checklist": [{**first, "cite": {**first["cite"], "page": 1}}]},
        {**found, "checklist": [{**first, "why": {"kk": "", "ru": "х"}}]},
        {**found, "intake": None},
    ]
    for one in spoilt:
        assert not CONTRACT.is_valid(one)
        assert not ANSWER.is_valid(one)
