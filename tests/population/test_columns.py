"""Columns of a table say of every shipped edition and wording what the engine says of everybody there can be."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import product

import polars as pl
import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.filing_facts import REQUEST
from eligibility.law.logic import Truth
from eligibility.law.lookups import pointed_to
from eligibility.law.pack import EditionKey
from eligibility.law.space import cells, consistent, space
from eligibility.law.vocabulary import Fact
from eligibility.population.columns import Columns, contradictory
from eligibility.population.expression import inverse
from eligibility.population.held import PAPER, frame, value_of
from eligibility.population.in_polars import InPolars
from eligibility.reasoning.decision import decide
from eligibility.reasoning.inference import Inference
from eligibility.reasoning.plan import Plan, PlanKey
from eligibility.reasoning.program import Both, Lit, Some, Tree
from tests.population.tables import Row, Table, papers_read, slots_said
from tests.reasoning.shipped_editions import DAY, EDITIONS, edition_id, held_apart, seeded

DAYS = (date(2014, 2, 28), date(2016, 2, 29), DAY, date(2021, 1, 1), date(2026, 12, 31))
EVERY = 60_000
"""people of an edition, up to which each of them is decided; of more, those who are alike are decided once"""
DRAWN_OF_MANY = 5_000
DRAWN = 40


@cache
def engine() -> Engine:
    return Engine.shipped("direct")


def prepared(key: EditionKey) -> tuple[Plan, Inference]:
    """With what is at hand, on the day, of the acts that the edition points to."""
    edition = engine().pack.edition(*key)
    assert edition is not None
    return engine().plan(PlanKey(key, pointed_to(engine().pack, engine().acts, edition, DAY)))


def slots_of(key: EditionKey, row: Row) -> tuple[Truth, ...]:
    plan, inference = prepared(key)
    life = engine().life(key.act, key.service, row.day)
    case = row.case(key.service, key.act)
    return decide(case, key.act, engine().acts[key.act], life, plan, inference, "direct", as_if_in_force=True).slots


def told(fact: Fact, values: tuple[Value, ...]) -> tuple[Value | None, ...]:
    """What may be known of a fact: one of these values, that it is one of several, or nothing."""
    several = (value_of(fact, id) for id, choice in (fact.values or {}).items() if choice.stands_for)
    return (*values, *several, None)


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_everybody_is_said_to_be_what_the_engine_says(key: EditionKey) -> None:
    plan, _ = prepared(key)
    people = whole(plan).collect()
    chosen = people if people.height <= EVERY else of_each_kind(plan, people)
    assert chosen.height
    for one in chosen.iter_rows():
        known = {id: value_of(plan.facts[id], cell) for id, cell in zip(plan.space, one, strict=False)}
        row = Row.of(known, DAY)
        assert consistent(row.facts, held_apart(plan), plan.categories)
        assert one[len(known) :] == slots_of(key, row), row


def whole(plan: Plan) -> pl.LazyFrame:
    """Everybody whom the edition's own facts tell apart and who contradicts nothing, with what the columns say of each."""
    table = pl.LazyFrame({"on": [DAY]})
    for id, values in plan.space.items():
        fact = plan.facts[id]
        table = table.join(frame({id: fact}, {id: told(fact, values)}).lazy(), how="cross")
    possible = InPolars(plan.facts).said(inverse(contradictory(engine().pack, plan.space)))
    found, names = slots_said(plan, Columns.of(plan, plan.space), table.filter(possible))
    return found.select(*plan.space, *names)


def of_each_kind(plan: Plan, people: pl.DataFrame) -> pl.DataFrame:
    """Everybody in whom a comparison comes out otherwise by its fact and those beside it, or a conclusion by what its tree
    reads and by what stands for several; and some more."""
    slots = [name for name in people.columns if name not in plan.space]
    kinds = [[*near(plan, id), *(slots[at] for at, _ in atoms)] for id, atoms in plan.readings]
    several = [id for id in plan.space if any(choice.stands_for for choice in (plan.facts[id].values or {}).values())]
    kinds += [[*several, slots[node.slot], *{slots[at]: None for at in read(node.tree)}] for node in plan.program.nodes]
    drawn = people.sample(DRAWN_OF_MANY, seed=1)
    return pl.concat([drawn, *(people.unique(kind, keep="first") for kind in kinds)]).unique()


def read(tree: Tree) -> Iterator[int]:
    match tree:
        case Lit(slot, _):
            yield slot
        case Both(parts) | Some(parts):
            for part in parts:
                yield from read(part)
        case _:
            pass


def near(plan: Plan, fact: str) -> list[str]:
    return [id for id in plan.space if id == fact or id in plan.beside[fact]]


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_also_of_facts_that_only_contradict_of_other_days_and_of_papers(key: EditionKey) -> None:
    plan, _ = prepared(key)
    drawn, facts, papers = seeded(edition_id(key)), around(plan), papers_read(plan)
    rows = list(somebody(plan, facts, papers, drawn))
    assert rows
    for row, said in zip(rows, Table(plan, facts, papers, rows).said(), strict=True):
        assert said.slots == slots_of(key, row), row
        assert not said.beyond


def around(plan: Plan) -> list[str]:
    """The edition's own facts, and those that contradictions set beside them."""
    found = dict.fromkeys((*plan.space, *(one for beside in plan.beside.values() for one in sorted(beside))))
    return [id for id in found if id in plan.facts]


def somebody(plan: Plan, facts: Sequence[str], papers: Sequence[str], drawn: random.Random) -> Iterator[Row]:
    of_each = {id: told(plan.facts[id], plan.space.get(id) or cells(id, plan.looks)) for id in facts}
    for _ in range(DRAWN):
        known = {id: drawn.choice(values) for id, values in of_each.items() if drawn.random() < 0.7}
        words = {id: drawn.choice(PAPER) for id in papers}
        row = Row.of(known, drawn.choice(DAYS), drawn.choice((words, words, None)) if papers else None)
        if consistent(row.facts, held_apart(plan), plan.categories):
            yield row


@pytest.mark.parametrize("key", [key for key in EDITIONS if not key.wording], ids=edition_id)
def test_a_variant_that_the_edition_does_not_know_is_refused(key: EditionKey) -> None:
    wording = engine().standing(key.act, key.service, DAY).key
    plan, _ = prepared(wording)
    rows = [Row.of({REQUEST: value}, DAY) for value in told(plan.facts[REQUEST], tuple(plan.facts[REQUEST].values or ()))]
    refused = [one.refuses for one in Table(plan, [REQUEST], [], rows).said()]
    assert refused == [is_refused(row, key) for row in rows]
    assert not Table(plan, [], [], rows).said()[0].refuses


def is_refused(row: Row, key: EditionKey) -> bool:
    try:
        engine().decide(row.case(key.service, key.act), as_if_in_force=True)
    except Refused:
        return True
    return False


def test_facts_that_cannot_be_true_together_are_those_that_a_case_is_refused_for() -> None:
    pack = engine().pack
    plan, _ = prepared(EDITIONS[0])
    spaces = [space([tree], pack.facts, pack.category_trees) for _, tree, _ in pack.contradictory]
    several = {id: told(pack.facts[id], values) for one in spaces for id, values in one.items()}
    people = [dict(zip(one, values, strict=True)) for one in spaces for values in product(*(several[id] for id in one))]
    drawn = seeded("contradictions")
    people += [{id: drawn.choice(values) for id, values in several.items()} for _ in range(DRAWN_OF_MANY // 5)]
    rows = [Row.of(facts, DAY) for facts in people]
    found = Table(plan, list(several), [], rows).where(contradictory(pack, several))
    assert set(found) == {True, False}
    assert found == [is_contradictory(row) for row in rows]


def is_contradictory(row: Row) -> bool:
    key = EDITIONS[0]
    try:
        engine().read({"service": key.service, "act": key.act, "on": row.day.isoformat(), "facts": dict(row.facts)})
    except Refused as refused:
        return all(one.code == "contradictory-facts" for one in refused.diagnostics)
    return False
