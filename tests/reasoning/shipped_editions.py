"""The shipped editions with both engines on every decision, and the combinations of facts a case for them can have."""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from eligibility.engine import Engine
from eligibility.law.condition import Condition, Value
from eligibility.law.logic import Truth, facts_read
from eligibility.law.lookups import pointed_to
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.space import assignments, consistent
from eligibility.reasoning.case import Case, Presented
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.direct import Direct
from eligibility.reasoning.inference import Inference, inference, rete_available
from eligibility.reasoning.plan import Plan, PlanKey
from eligibility.reasoning.program import Program
from eligibility.rulefiles.shipped import shipped_pack

__all__ = [
    "DAY",
    "EDITIONS",
    "KYZYLORDA",
    "BothEngines",
    "combinations",
    "decided",
    "edition_id",
    "engine",
    "held_apart",
    "plan_of",
    "seeded",
    "whole",
]

DAY = date(2018, 6, 1)
EDITIONS = sorted(shipped_pack().held())
KYZYLORDA = [key for key in EDITIONS if key.act == "kyzylorda-2015-118"]
LIMIT = 20_000
"""combinations of one edition; beyond it conclusions are taken one by one"""

Facts = dict[str, Value]


class SideBySide:
    """Both engines on every decision. The slow one sees each input once: it is given nothing but the input.

    Where durable-rules cannot be had, the direct one alone.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self._direct = Direct(program)
        self._rete = inference("rete", program) if rete_available() else None
        self._agreed: set[tuple[Truth, ...]] = set()

    def infer(self, atoms: Sequence[Truth]) -> list[Truth]:
        found = self._direct.infer(atoms)
        if self._rete is not None and (given := tuple(atoms)) not in self._agreed:
            other = self._rete.infer(atoms)
            differ = [node.name for node in self._program.nodes if found[node.slot] is not other[node.slot]]
            assert not differ, f"the engines disagree on {differ} given {given}"
            assert found[: len(given)] == other[: len(given)] == list(given)
            self._agreed.add(given)
        return found


class BothEngines(Engine):
    """Compares the engines at every decision, whatever the decision is asked for."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack, "direct")
        self._compared: dict[PlanKey, Inference] = {}

    def plan(self, key: EditionKey | PlanKey) -> tuple[Plan, Inference]:
        plan, _ = super().plan(key)
        if plan.key not in self._compared:
            self._compared[plan.key] = SideBySide(plan.program)
        return plan, self._compared[plan.key]


@cache
def engine() -> BothEngines:
    return BothEngines(shipped_pack())


def seeded(seed: str | int) -> random.Random:
    """Chance that is the same in every run."""
    return random.Random(seed)  # noqa: S311


def edition_id(key: EditionKey) -> str:
    return "/".join(filter(None, key))


def plan_of(key: EditionKey) -> Plan:
    """With what is at hand, on the day, of the acts that the edition points to."""
    edition = engine().pack.edition(*key)
    assert edition is not None
    return engine().plan(PlanKey(key, pointed_to(engine().pack, engine().acts, edition, DAY)))[0]


def decided(key: EditionKey, facts: Mapping[str, Value], brought: Sequence[Presented] | None = None) -> Decision:
    """The decision on the edition's content, whether or not it is the law today."""
    submitted = None if brought is None else tuple(brought)
    return engine().decide(Case(key.service, DAY, key.act, facts=facts, submitted=submitted), as_if_in_force=True)


def held_apart(plan: Plan) -> tuple[Condition, ...]:
    """The contradictions that concern any fact the edition reads."""
    return tuple(dict.fromkeys(tree for trees in plan.contradictions.values() for tree in trees))


def whole(plan: Plan) -> dict[str, tuple[Value, ...]]:
    """The edition's space; of the variants of a service, those the edition knows, since no case has another."""
    offered = tuple(variant.request for variant in plan.edition.requests)
    return dict(plan.space) | ({"request": offered} if offered and "request" in plan.space else {})


def combinations(plan: Plan, limit: int = LIMIT) -> Iterator[Facts]:
    """Every combination of the facts an edition reads that is free of contradictions.

    Where they are too many, every combination of the facts of each conclusion, the other facts drawn, and a sample of all.
    """
    cells, against = whole(plan), held_apart(plan)
    if math.prod(map(len, cells.values())) <= limit:
        yield from (facts for facts in assignments(cells) if consistent(facts, against, plan.categories))
        return
    drawn = seeded("/".join(cells))
    reads = {tuple(facts_read(tree, plan.categories)) for tree in plan.conditions.values()}
    for read in sorted(reads, key=len):
        for part in assignments({fact: cells[fact] for fact in read if fact in cells}):
            yield from _completed(part, plan, drawn)
    for _ in range(limit // 10):
        yield from _completed({}, plan, drawn)


def _completed(part: Facts, plan: Plan, drawn: random.Random, tries: int = 50) -> Iterator[Facts]:
    """One combination that holds the part, unless contradictions leave none."""
    cells, against = whole(plan), held_apart(plan)
    for _ in range(tries):
        facts = {fact: part[fact] if fact in part else drawn.choice(values) for fact, values in cells.items()}
        if consistent(facts, against, plan.categories):
            yield facts
            return
