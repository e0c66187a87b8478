"""Scenarios as they stand in their files: read strictly, with everything wrong in one said at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from eligibility.files import resource
from eligibility.law.citation import parse_citation
from eligibility.plain.yamlfile import read_yaml

FOLDER = Path(__file__).parent

HEAD = ("service", "act")
"""what may stand once at the head of a file, for all of its cases that do not say otherwise"""
KEYS = ("name", "law", "case", "as_if_in_force", "expect")
NEEDED = ("name", "law", "case", "expect")

EXPECTED: Mapping[str, str] = {
    "status": "word",
    "answered": "truth",
    "required": "words",
    "not_required": "words",
    "undetermined": "words by word",
    "forms": "word by word",
    "any_of": "words by word",
    "cites": "word by word",
    "flags": "words",
    "no_flags": "words",
    "channels": "word by word",
    "applicants": "word by word",
    "for_whom": "word or nothing",
    "questions": "words",
    "intake": "mapping",
    "outcomes": "words",
    "refusal_grounds": "words",
    "open_grounds": "words",
    "terms": "mapping",
    "steps": "mappings",
    "pauses": "mappings",
    "receipts": "words by word",
    "places": "mapping",
    "standards": "word by word",
    "fee": "word",
    "error": "word",
}
"""what may be expected of a decision, and how each is written"""


@dataclass(frozen=True, slots=True)
class Scenario:
    file: str
    line: int
    name: str
    law: Mapping[str, str]
    case: Mapping[str, Any]
    expect: Mapping[str, Any]
    as_if_in_force: bool = False
    problems: tuple[str, ...] = ()
    """what is wrong with the scenario itself; such a one is never decided"""

    @property
    def id(self) -> str:
        return f"{self.file}: {self.name}"

    @property
    def place(self) -> str:
        return f"tests/scenarios/{self.file}:{self.line}: {self.name}"


def all_scenarios(folder: Path = FOLDER) -> list[Scenario]:
    found = [one for path in sorted(folder.rglob("*.y*ml")) for one in scenarios_in(path, folder)]
    return [_told_apart(one, found) for one in found]


def scenarios_in(path: Path, folder: Path) -> Iterator[Scenario]:
    name = path.relative_to(folder).as_posix()
    file = read_yaml(name, path.read_bytes())
    problems = tuple(f"{one.where}: {one.message()} ({one.advice()})" for one in file.diagnostics)
    if path.suffix != ".yaml":
        problems += ("a scenario file's name ends in .yaml",)
    head = _mapping(file.data)
    listed = head.get("scenarios") if head else file.data
    problems += tuple(_head_problems(head))
    if not isinstance(listed, list) or not listed:
        listed = []
        problems += ("a scenario file is a list of scenarios, or has such a list under scenarios",)
    if problems:
        yield Scenario(name, 1, "the file itself", {}, {}, {}, problems=problems)
        return
    for at, data in enumerate(listed):
        yield read_scenario(_headed(data, head), name, file.place(("scenarios", at) if head else (at,)).line)


def _head_problems(head: Mapping[Any, Any]) -> Iterator[str]:
    for key, value in head.items():
        if key not in (*HEAD, "scenarios"):
            yield f"unknown key {key!r} at the head; known are {', '.join(HEAD)}"
        elif key in HEAD and not isinstance(value, str):
            yield f"{key} at the head is a word"


def _headed(data: Any, head: Mapping[Any, Any]) -> Any:
    """The scenario with what the head says of its case; a case that names a region leaves the act out on purpose."""
    if not isinstance(data, Mapping) or not isinstance(data.get("case"), Mapping):
        return data
    case = data["case"]
    said = {key: head[key] for key in HEAD if key in head and key not in case and not (key == "act" and "region" in case)}
    return {**data, "case": {**said, **case}}


def read_scenario(data: Any, file: str, line: int) -> Scenario:
    if not isinstance(data, Mapping):
        return Scenario(file, line, f"line {line}", {}, {}, {}, problems=("a scenario is a mapping",))
    law, case, expect = (_mapping(data.get(key)) for key in ("law", "case", "expect"))
    name = data["name"] if isinstance(data.get("name"), str) else f"line {line}"
    as_if = data.get("as_if_in_force", False)
    problems = tuple(_problems(data))
    return Scenario(file, line, name, law, case, expect, as_if is True, problems)


def _mapping(value: Any) -> Mapping[Any, Any]:
    return value if isinstance(value, Mapping) else {}


def _problems(data: Mapping[Any, Any]) -> Iterator[str]:
    for key in data:
        if key not in KEYS:
            yield f"unknown key {key!r}; a scenario has {', '.join(KEYS)}"
    for key in NEEDED:
        if key not in data:
            yield f"{key} is missing"
    if not isinstance(data.get("name", ""), str):
        yield "name is a sentence"
    if not isinstance(data.get("as_if_in_force", False), bool):
        yield "as_if_in_force is true or false"
    for key in ("law", "case", "expect"):
        if key in data and not (isinstance(data[key], Mapping) and data[key]):
            yield f"{key} is a mapping that says something"
    yield from _law_problems(_mapping(data.get("law")))
    yield from _expect_problems(_mapping(data.get("expect")))


def _expect_problems(expect: Mapping[Any, Any]) -> Iterator[str]:
    for key, value in expect.items():
        if key not in EXPECTED:
            yield f"unknown key {key!r} in expect; known are {', '.join(EXPECTED)}"
        elif not _is(EXPECTED[key], value):
            yield f"expect.{key} is written as: {EXPECTED[key]}"
    if "error" in expect and len(expect) > 1:
        yield "a case that is refused with an error has no other expectation"


def _is(kind: str, value: Any) -> bool:
    if kind.endswith(" by word"):
        inner = kind.removesuffix(" by word")
        return isinstance(value, Mapping) and all(isinstance(key, str) and _is(inner, one) for key, one in value.items())
    match kind:
        case "word":
            return isinstance(value, str)
        case "word or nothing":
            return value is None or isinstance(value, str)
        case "words":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        case "mappings":
            return isinstance(value, list) and all(isinstance(one, Mapping) for one in value)
        case "truth":
            return isinstance(value, bool)
    return isinstance(value, Mapping)


def _law_problems(law: Mapping[Any, Any]) -> Iterator[str]:
    for cite, says in law.items():
        if not isinstance(says, str) or not says.strip():
            yield f"law: say what the act says at {cite!r}"
        if _annex_and_place(str(cite)) is None:
            yield f'law: {cite!r} is no citation; write it like "annex 4, 6(1) item 4" or "act 3"'


def _annex_and_place(cite: str) -> tuple[str | None, str] | None:
    annex, comma, place = cite.partition(", ")
    if not comma:
        annex, place = "", cite
    number = annex.removeprefix("annex ")
    if (comma and (annex == number or not number.isdigit())) or (not comma and not place.startswith("act ")):
        return None
    return (number or None, place) if parse_citation(place) else None


def unresolved(scenario: Scenario) -> list[str]:
    """Citations of a scenario under which the act has no provision."""
    act = scenario.case.get("act")
    if not isinstance(act, str):
        return []
    held = provisions(act)
    return [cite for cite in scenario.law if _annex_and_place(cite) not in held]


@cache
def provisions(act: str) -> frozenset[tuple[str | None, str]]:
    path = resource("rules") / "acts" / act / "provisions.yaml"
    data = read_yaml(path.name, path.read_bytes()).data
    body = {(None, f"act {place}") for place in data["act"]}
    return frozenset(body | {(str(annex), place) for annex, places in data["annexes"].items() for place in places})


def _told_apart(scenario: Scenario, among: list[Scenario]) -> Scenario:
    if sum(one.id == scenario.id for one in among) == 1:
        return scenario
    return replace(scenario, problems=(*scenario.problems, "another scenario of the file has the same name"))
