"""Loading the shipped pack, linting the rules, and whether a decision cares how many editions are loaded."""

import json
from collections.abc import Callable, Iterator

import yaml

from eligibility.engine import Engine
from eligibility.files import resource
from eligibility.law.pack import EditionKey, Pack, read_compiled
from eligibility.rulefiles.lint import lint
from eligibility.rulefiles.shipped import COMPILED, shipped_pack
from tools.bench.figures import Figure, interleaved, ratio, shown
from tools.bench.reasoning import ACT, cases

ROUNDS = 7


def _load_everything() -> Pack:
    pack = read_compiled(COMPILED.read_bytes())
    if pack is None:
        raise ValueError("the compiled pack is of another version")
    for key in pack.held():
        pack.edition(*key)
    return pack


def _parse_json() -> list[object]:
    return [json.loads(line) for line in COMPILED.read_bytes().splitlines()]


def _parse_yaml() -> int:
    files = (path.read_text(encoding="utf-8") for path in resource("rules").rglob("*.yaml"))
    return sum(1 for file in files for _ in yaml.parse(file, Loader=yaml.CSafeLoader))


def figures() -> Iterator[Figure]:
    shipped_pack()
    works: dict[str, Callable[[], object]] = {
        "load": _load_everything,
        "json": _parse_json,
        "lint": lambda: lint(resource("rules")),
        "yaml": _parse_yaml,
    }
    times = interleaved(ROUNDS, works)
    yield Figure(
        "all editions from the shipped pack : parsing it as JSON",
        ratio(times, "load", "json"),
        3,
        shown(times, "ms", 1, "load", "json"),
    )
    yield Figure(
        "lint of all rules : parsing the files as YAML", ratio(times, "lint", "yaml"), 12, shown(times, "ms", 1, "lint", "yaml")
    )
    yield _growth()


def _growth() -> Figure:
    """The same cases by an engine that has one edition ready, and by one that has them all."""
    pack = shipped_pack()
    few, many = Engine(pack), Engine(pack)
    key = next(key for key in pack.held() if key.act == ACT)
    for other in pack.held():
        many.plan(EditionKey(*other))
    drawn = cases(few, [key])
    works: dict[str, Callable[[], object]] = {
        "one": lambda: [few.decide(one) for one in drawn],
        "all": lambda: [many.decide(one) for one in drawn],
    }
    times = interleaved(ROUNDS, works)
    return Figure(
        "a decision with all editions ready : with one", ratio(times, "all", "one"), 1.2, shown(times, "µs", 1 / len(drawn))
    )
