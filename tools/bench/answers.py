"""The whole answer as JSON: of people like those before, and of facts nobody had before."""

import json
import random
from collections.abc import Callable, Iterator
from itertools import islice
from time import process_time

from eligibility.diagnostics import Refused
from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.reasoning.case import Case
from tools.bench.figures import Figure, interleaved, ratio, shown

LONGEST = EditionKey("kyzylorda-2015-118", "surdo-tiflo-hygiene-aids")
CASES = 150
ROUNDS = 7
COLD_ROUNDS = 3


def distinct(engine: Engine) -> Iterator[Case]:
    """Cases no two of which have the same deciding facts and papers."""
    draw = random.Random(2016)  # noqa: S311  not for secrets
    plan, _ = engine.plan(LONGEST)
    seen: set[object] = set()
    while True:
        facts = {fact: draw.choice(values) for fact, values in plan.space.items() if draw.random() < 0.75}
        brought = [entry.document for entry in plan.entries if draw.random() < 0.5]
        try:
            case = engine.read(
                {"service": LONGEST.service, "act": LONGEST.act, "on": "2016-03-01", "facts": facts, "submitted": brought}
            )
        except Refused:
            continue  # facts that contradict each other are no case
        key = tuple(sorted(case.facts.items(), key=str)), case.submitted
        if key not in seen:
            seen.add(key)
            yield case


def answered(engine: Engine, cases: list[Case]) -> None:
    """Each text is let go at once, as one that is sent off."""
    for case in cases:
        engine.answer(case).json()


def figures() -> Iterator[Figure]:
    engine = Engine.shipped("direct")
    drawn = list(islice(distinct(engine), CASES))
    works: dict[str, Callable[[], object]] = {
        "json": lambda: answered(engine, drawn),
        "decided": lambda: [engine.decide(case) for case in drawn],
    }
    times = interleaved(ROUNDS, works)
    name = "answer.json() of facts met before : the decision"
    yield Figure(name, ratio(times, "json", "decided"), 4, shown(times, "µs", 1 / CASES, "json", "decided"))
    yield _cold(engine)


def _cold(engine: Engine) -> Figure:
    """Each case is answered once by an engine that has answered as many others. It took 11.9 times the dumping before."""
    spent: dict[str, list[float]] = {"json": [], "dumps": []}
    cases = list(islice(distinct(engine), 2 * CASES))
    for _ in range(COLD_ROUNDS):
        fresh = Engine(engine.pack, "direct")
        answered(fresh, cases[:CASES])
        start = process_time()
        answered(fresh, cases[CASES:])
        spent["json"].append(process_time() - start)
        data = [json.loads(fresh.answer(case).json()) for case in cases[CASES:]]
        start = process_time()
        for one in data:
            json.dumps(one, ensure_ascii=False)
        spent["dumps"].append(process_time() - start)
    name = "answer.json() of facts not met before : json.dumps of the same answers"
    return Figure(name, ratio(spent, "json", "dumps"), 3.9, shown(spent, "µs", 1 / CASES, "json", "dumps"))
