"""One decision: our two engines, the bare forward-chaining library, and zen-engine on the same rules and cases; then the same
for a second person alike, of whom everything is remembered."""

import random
from collections.abc import Callable, Iterator

from eligibility.answer.why import why
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.reasoning.case import Case
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.derivation import Reason, derivations
from eligibility.reasoning.inference import EngineName, Inference, rete_available
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.words.text import Text
from tools.bench.figures import Figure, interleaved, ratio, shown
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
        plan, _ = engine.plan(key)
        facts = {fact: draw.choice(values) for fact, values in plan.space.items()}
        brought = [entry.document for entry in plan.entries if draw.random() < 0.7]
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
    return [why(decision, line, "clerk") for line in decision.lines]


def figures() -> Iterator[Figure]:
    direct = anew("direct")
    keys = [key for key in direct.pack.held() if key.act == ACT]
    drawn = cases(direct, keys)
    works: dict[str, Callable[[], object]] = {
        "decided": lambda: [direct.decide(one) for one in drawn],
        "direct": lambda: [derived(direct.decide(one)) for one in drawn],
        "explained": lambda: [explained(direct.decide(one)) for one in drawn],
    }
    zen = zen_decisions(direct, drawn)
    if zen:
        works["zen"] = lambda: [decide() for decide in zen]
    if rete_available():
        paired, bare = anew("paired"), _bare(drawn)
        works["paired"] = lambda: [paired.decide(one) for one in drawn]
        works["rete"] = lambda: [engine.infer(given) for engine, given in bare]
    times = interleaved(ROUNDS, works)
    part = 1 / CASES
    if zen:
        name = "direct, a decision with its derivation : zen-engine on the same rules"
        yield Figure(name, ratio(times, "direct", "zen"), 1, shown(times, "µs", part, "direct", "zen"))
    name = "direct, with the explanation in both languages : without"
    yield Figure(name, ratio(times, "explained", "decided"), 5, shown(times, "µs", part, "explained", "decided"))
    if rete_available():
        name = "paired, both engines compared : direct and bare durable-rules"
        yield Figure(
            name, ratio(times, "paired", "decided", "rete"), 1.5, shown(times, "µs", part, "paired", "decided", "rete")
        )
    yield from _remembered(direct, keys, drawn)


def _remembered(anew: Engine, keys: list[EditionKey], drawn: list[Case]) -> Iterator[Figure]:
    """Beside the engine that remembers nothing, other people with the same facts and papers as those decided before."""
    direct = Engine(anew.pack, "direct")
    alike = cases(direct, keys)
    works: dict[str, Callable[[], object]] = {
        "anew": lambda: [derived(anew.decide(one)) for one in alike],
        "known": lambda: [derived(direct.decide(one)) for one in alike],
        "direct": lambda: [direct.decide(one) for one in alike],
    }
    engines = [direct]
    if rete_available():
        paired = Engine(anew.pack, "paired")
        works["paired"] = lambda: [paired.decide(one) for one in alike]
        engines.append(paired)
    for engine in engines:
        for one in drawn:
            derived(engine.decide(one))
    times = interleaved(ROUNDS, works)
    name = "direct, a decision with its derivation, remembered : anew"
    yield Figure(name, ratio(times, "known", "anew"), 0.333, shown(times, "µs", 1 / CASES, "known", "anew"))
    if rete_available():
        name = "paired, remembered : direct, remembered"
        yield Figure(name, ratio(times, "paired", "direct"), 1.3, shown(times, "µs", 1 / CASES, "paired", "direct"))


def anew(name: EngineName) -> Engine:
    """An engine that remembers nothing."""
    return Engine(shipped_pack(), name, remembers=0)


def _bare(drawn: list[Case]) -> list[tuple[Inference, list[bool | None]]]:
    """The library alone behind its fence, and what it is given in each case."""
    rete = anew("rete")
    return [(rete.plan(EditionKey(ACT, one.service))[1], _atoms(rete.decide(one))) for one in drawn]


def _atoms(decision: Decision) -> list[bool | None]:
    if decision.plan is None:
        raise ValueError("the edition is in force on the day of the cases")
    return list(decision.slots[: len(decision.plan.program.atoms)])
