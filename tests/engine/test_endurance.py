"""A long day: many decisions in one process, from eight threads at once, right to the last and without growing."""

import gc
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from eligibility.engine import Engine
from eligibility.law.logic import Truth
from eligibility.reasoning.case import Case, Presented
from eligibility.reasoning.inference import EngineName, rete_available
from eligibility.rulefiles.shipped import shipped_pack
from tests.reasoning.kleene_reference import Reference
from tests.reasoning.shipped_editions import DAY, KYZYLORDA, combinations, decided, seeded

THREADS = 8
DECISIONS: dict[EngineName, int] = {"direct": 100_000, **({"paired": 50_000} if rete_available() else {})}
CASES_PER_EDITION = 150
GROWTH = 4 * 2**20
"""bytes the process may grow by after the first tenth of the decisions"""

Known = tuple[Case, tuple[Truth, ...]]


def known_cases() -> list[Known]:
    """Cases of the Kyzylorda editions with facts forgotten and documents brought, and the truth of every slot by the
    reference: the conditions as written, and what was brought as the documents' names say."""
    drawn = seeded(2015)
    found: list[Known] = []
    for key in KYZYLORDA:
        plan = decided(key, {}).plan
        assert plan is not None
        reference, everybody = Reference(plan), list(combinations(plan))
        for _ in range(CASES_PER_EDITION):
            facts = {fact: value for fact, value in drawn.choice(everybody).items() if drawn.random() < 0.8}
            brought = tuple(Presented(entry.document) for entry in plan.entries if drawn.random() < 0.6)
            decision = decided(key, facts, brought)
            for slot, value in reference.expected(facts, decision.slots).items():
                assert value is None or decision.slots[slot] is value
            found.append((Case(key.service, DAY, key.act, facts=facts, submitted=brought), decision.slots))
    return found


def resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def wrong(engine: Engine, known: Sequence[Known], seed: int, count: int) -> int:
    """How many of so many decisions, drawn at random, are not what they ought to be."""
    drawn = seeded(seed)
    found = 0
    for _ in range(count):
        case, expected = drawn.choice(known)
        found += engine.decide(case, as_if_in_force=True).slots != expected
    return found


def test_a_long_day() -> None:
    """100,000 decisions by the direct engine and 50,000 by both."""
    known = known_cases()
    for name, decisions in DECISIONS.items():
        engine = Engine(shipped_pack(), name)
        with ThreadPoolExecutor(THREADS) as threads:

            def work(count: int, first: int, threads: ThreadPoolExecutor = threads, engine: Engine = engine) -> int:
                seeds = range(first, first + THREADS)
                return sum(threads.map(lambda seed: wrong(engine, known, seed, count // THREADS), seeds))

            assert work(decisions // 10, 0) == 0, name
            gc.collect()
            before = resident()
            assert work(decisions - decisions // 10, THREADS) == 0, name
            gc.collect()
            assert resident() - before < GROWTH, name
