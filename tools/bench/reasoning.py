"""One decision: our two engines, the bare forward-chaining library, and zen-engine on the same rules and cases."""

import random
from collections.abc import Callable, Iterator

from eligibility.engine import Engine
from eligibility.law.diagnostics import Refused
from eligibility.law.pack import EditionKey
from eligibility.law.words import Text
from eligibility.reasoning.case import Case
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.explanation import Reason, derivations, why
from tools.bench.figures import Figure, interleaved, median
from tools.bench.zen import zen_decisions

ACT = "kyzylorda-2015-118"
CASES = 300
ROUNDS = 7


def cases(engine: Engine, keys: list[EditionKey]) -> list[Case]:
    """Whole cases with what was brought, drawn evenly over the editions from a fixed seed."""
    draw = random.Random(2015)  # noqa: S311  not for secrets
    found: list[Case] = []
    while len(found) < CASES:
        key = keys[len(found) % len(keys)]
        prepared, _ = engine.prepared(key)
        facts = {fact: draw.choice(values) for fact, values in prepared.space.items()}
        brought = [entry.document for entry in prepared.entries if draw.random() < 0.7]
        try:
            found.append(
                engine.read({"service": key.service, "act": key.act, "on": "2016-03-01", "facts": facts, "submitted": brought})
            )
        except Refused:
            continue  # facts that contradict each other are no case
    return found


def derived(decision: Decision) -> tuple[Reason, ...]:
    return derivations(decision)


def explained(decision: Decision) -> list[Text]:
    return [why(decision, line) for line in decision.lines]


def figures() -> Iterator[Figure]:
    direct, paired = Engine.shipped("direct"), Engine.shipped("paired")
    keys = [key for key in direct.pack.held() if key.act == ACT]
    drawn = cases(direct, keys)
    zen = zen_decisions(direct, drawn)
    rete = Engine.shipped("rete")
    atoms = [(rete.prepared(EditionKey(ACT, one.service))[1], _atoms(rete.decide(one))) for one in drawn]
    works: dict[str, Callable[[], object]] = {
        "direct": lambda: [derived(direct.decide(one)) for one in drawn],
        "explained": lambda: [explained(direct.decide(one)) for one in drawn],
        "paired": lambda: [paired.decide(one) for one in drawn],
        "bare": lambda: [engine.infer(given) for engine, given in atoms],
        **({"zen": lambda: [decide() for decide in zen]} if zen else {}),
    }
    for work in works.values():
        work()
    times = {name: 1e6 * median(seconds) / CASES for name, seconds in interleaved(ROUNDS, **works).items()}
    yield Figure("direct: a decision with its derivation", times["direct"], "us", 60)
    yield Figure("direct: the same with the explanation in both languages", times["explained"], "us", 250)
    yield Figure("paired: a decision by both engines, compared", times["paired"], "us", 1000)
    yield Figure("durable-rules alone, behind the fence", times["bare"], "us")
    if zen:
        yield Figure("zen-engine on the same rules", times["zen"], "us")
        yield Figure("zen-engine : direct", times["zen"] / times["direct"], "x", 1, at_least=True)


def _atoms(decision: Decision) -> list[bool | None]:
    if decision.prepared is None:
        raise ValueError("the edition is in force on the day of the cases")
    return list(decision.slots[: len(decision.prepared.program.atoms)])
