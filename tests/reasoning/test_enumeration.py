"""Every combination of facts that the shipped editions can tell apart, through both engines and against the reference."""

import itertools
import math
import random
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.condition import Value
from eligibility.law.filing_facts import INCOMPLETE
from eligibility.law.logic import Truth, facts_read
from eligibility.law.pack import EditionKey
from eligibility.law.space import consistent
from eligibility.reasoning.case import Presented
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.plan import Plan
from tests.reasoning.kleene_reference import Reference, reads_unsaid, ready, refines
from tests.reasoning.shipped_editions import EDITIONS, combinations, decided, edition_id, held_apart, plan_of, seeded, whole

Facts = dict[str, Value]
Partial = tuple[Value | None, ...]

SMALL = 5_000
"""combinations of an edition, unknown counted as a value, up to which none is left out"""


def prepared_of(key: EditionKey) -> Plan:
    return plan_of(key)


def with_unknowns(key: EditionKey) -> int:
    return math.prod(len(values) + 1 for values in whole(prepared_of(key)).values())


@cache
def known_combinations(key: EditionKey) -> tuple[Facts, ...]:
    return tuple(combinations(prepared_of(key)))


class Problems:
    """Each kind of mistake with the first facts that show it."""

    def __init__(self) -> None:
        self._first: dict[str, object] = {}

    def note(self, wrong: bool, what: str, example: object = None) -> None:
        if wrong:
            self._first.setdefault(what, example)

    def none(self) -> bool:
        return not self._first

    def __str__(self) -> str:
        return "\n".join(f"{what}: {example}" for what, example in self._first.items())


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_every_combination_is_decided_alike(key: EditionKey, record_property: Callable[[str, object], None]) -> None:
    plan = prepared_of(key)
    reference, problems = Reference(plan), Problems()
    inputs: set[tuple[Truth, ...]] = set()
    drawn = seeded(edition_id(key))
    count = 0
    for facts in combinations(plan):
        count += 1
        decision = decided(key, facts)
        judge(decision, facts, reference, problems)
        given = decision.slots[: len(plan.program.atoms)]
        if given not in inputs:
            inputs.add(given)
            judge(decided(key, facts, some_documents(plan, drawn)), facts, reference, problems)
    record_property("combinations", count)
    record_property("inputs", len(inputs))
    assert count
    assert problems.none(), str(problems)


def judge(decision: Decision, facts: Facts, reference: Reference, problems: Problems) -> None:
    slots = decision.slots
    for slot, value in reference.expected(facts, slots).items():
        problems.note(slots[slot] is not value, f"slot {slot} is not {value}", facts)
    for line in decision.lines:
        problems.note(nothing_will_do(line), f"{line.entry.document} is required, but nothing is accepted", facts)
    for slot, tree in ready(decision).conditions.items():
        by_facts_alone = INCOMPLETE not in facts_read(tree, ready(decision).categories) and not reads_unsaid(slot, decision)
        problems.note(by_facts_alone and slots[slot] is None, f"slot {slot} is not decided", facts)


def nothing_will_do(line: Line) -> bool:
    return line.status == "required" and bool(line.entry.alternatives) and not (line.accepted or line.sets)


def some_documents(plan: Plan, drawn: random.Random) -> list[Presented]:
    """None, some or all of the documents an edition names."""
    named = {
        name for entry in plan.entries for name in (entry.document, *(id for one in entry.alternatives for id in one.documents))
    }
    share = drawn.choice((0.0, 0.3, 0.7, 1.0))
    return [Presented(document) for document in sorted(named) if drawn.random() < share]


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_every_requirement_is_met_by_somebody_and_a_condition_spares_somebody(key: EditionKey) -> None:
    plan, problems = prepared_of(key), Problems()
    seen: dict[int, set[Truth]] = {}
    for facts in known_combinations(key):
        slots = decided(key, facts).slots
        for at, entry in enumerate(plan.entries):
            seen.setdefault(at, set()).add(slots[entry.due])
    for at, entry in enumerate(plan.entries):
        unsaid = reads_unsaid(entry.due, decided(key, {}))
        problems.note(True not in seen[at] and not unsaid, f"nobody needs {entry.document}", entry.requirement.when)
        spares = entry.requirement.when is None or not seen[at] <= {True}
        problems.note(not spares, f"everybody needs {entry.document} in spite of its condition", entry.requirement.when)
    assert problems.none(), str(problems)


@pytest.mark.parametrize("key", [key for key in EDITIONS if with_unknowns(key) < SMALL], ids=edition_id)
def test_every_partial_combination_is_decided_alike(key: EditionKey) -> None:
    """Between two bounds: what the conditions settle by themselves, and what all possible completions agree on."""
    plan = prepared_of(key)
    reference, problems, agreed = Reference(plan), Problems(), Agreement(key)
    for values in itertools.product(*((*cells, None) for cells in whole(plan).values())):
        facts = agreed.facts(values)
        if not consistent(facts, held_apart(plan), plan.categories):
            continue
        bound = agreed.slots(values)
        problems.note(bound is None, "facts that contradict nothing, but cannot be completed", facts)
        slots = decided(key, facts).slots
        for slot, least in reference.conditions(facts).items():
            problems.note(not refines(slots[slot], least), f"slot {slot} is less than the conditions settle", facts)
        for slot, value in enumerate(slots):
            over = bound is not None and not refines(bound[slot], value)
            problems.note(over, f"slot {slot} is settled, though an answer may turn it", facts)
        for entry in plan.entries:
            idle = bound is not None and slots[entry.due] is not bound[entry.due]
            problems.note(idle, f"{entry.document} waits for answers that cannot matter", facts)
    assert problems.none(), str(problems)


class Agreement:
    """The truths that all completions of partial facts agree on."""

    def __init__(self, key: EditionKey) -> None:
        self._key = key
        self._prepared = prepared_of(key)
        self._cells = whole(self._prepared)
        self._found: dict[Partial, tuple[Truth, ...] | None] = {}

    def facts(self, values: Partial) -> Facts:
        return {fact: value for fact, value in zip(self._cells, values, strict=True) if value is not None}

    def slots(self, values: Partial) -> tuple[Truth, ...] | None:
        """None where no completion is free of contradictions."""
        if values not in self._found:
            self._found[values] = self._merged(values)
        return self._found[values]

    def _merged(self, values: Partial) -> tuple[Truth, ...] | None:
        if None not in values:
            facts = self.facts(values)
            possible = consistent(facts, held_apart(self._prepared), self._prepared.categories)
            return decided(self._key, facts).slots if possible else None
        possible_ones = [slots for one in self._next(values) if (slots := self.slots(one)) is not None]
        if not possible_ones:
            return None
        return tuple(found[0] if len(set(found)) == 1 else None for found in zip(*possible_ones, strict=True))

    def _next(self, values: Partial) -> Iterator[Partial]:
        at = values.index(None)
        for value in list(self._cells.values())[at]:
            yield (*values[:at], value, *values[at + 1 :])


@given(st.sampled_from([key for key in EDITIONS if prepared_of(key).space]), st.data())
def test_forgetting_facts_unsettles_and_never_turns_a_conclusion(key: EditionKey, data: st.DataObject) -> None:
    facts = data.draw(st.sampled_from(known_combinations(key)))
    kept = data.draw(st.sets(st.sampled_from(sorted(facts))))
    partial = {fact: value for fact, value in facts.items() if fact in kept}
    slots, settled = decided(key, partial).slots, decided(key, facts).slots
    assert all(refines(after, before) for before, after in zip(slots, settled, strict=True))
    for slot, least in Reference(prepared_of(key)).conditions(partial).items():
        assert refines(slots[slot], least)


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_an_edition_too_large_is_split_without_losing_a_conclusion(key: EditionKey) -> None:
    """Each conclusion takes the same values over the parts as over the whole."""
    plan = prepared_of(key)
    reference = Reference(plan)

    def values(found: Iterator[Facts]) -> set[tuple[int, Truth]]:
        return {pair for facts in found for pair in reference.conditions(facts).items()}

    assert values(combinations(plan, limit=10)) == values(iter(known_combinations(key)))
