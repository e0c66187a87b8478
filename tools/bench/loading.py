"""Loading the shipped pack, linting the rules, and whether a decision cares how many editions are loaded."""

from collections.abc import Callable, Iterator

from eligibility.engine import Engine
from eligibility.law.lint import lint
from eligibility.law.pack import EditionKey, Pack, read_compiled
from eligibility.shipped import COMPILED, resource, shipped_pack
from tools.bench.figures import Figure, interleaved, median
from tools.bench.reasoning import ACT, cases

ROUNDS = 7


def _load_everything() -> Pack:
    pack = read_compiled(COMPILED.read_bytes())
    if pack is None:
        raise ValueError("the compiled pack is of another version")
    for key in pack.held():
        pack.edition(*key)
    return pack


def figures() -> Iterator[Figure]:
    shipped_pack()
    times = interleaved(ROUNDS, load=_load_everything, lint=lambda: lint(resource("rules")))
    yield Figure("all editions from the shipped pack", 1e3 * median(times["load"]), "ms", 15)
    yield Figure("lint of all rules", median(times["lint"]), "s", 1)
    yield _growth()


def _growth() -> Figure:
    """The same cases by an engine that has one edition ready, and by one that has them all."""
    pack = shipped_pack()
    few, many = Engine(pack, "paired"), Engine(pack, "paired")
    key = next(key for key in pack.held() if key.act == ACT)
    for other in pack.held():
        many.prepared(EditionKey(*other))
    drawn = cases(few, [key])
    works: dict[str, Callable[[], object]] = {
        "one": lambda: [few.decide(one) for one in drawn],
        "all": lambda: [many.decide(one) for one in drawn],
    }
    for work in works.values():
        work()
    times = interleaved(ROUNDS, **works)
    return Figure("a decision with all editions ready : with one", median(times["all"]) / median(times["one"]), "x", 1.2)
