"""Scenarios as they stand in their files: read strictly, with everything wrong in one said at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import closest, misspelt
from eligibility.diagnostics.refusal import refused
from eligibility.law.citation import parse_citation
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile, read_yaml
from eligibility.rulefiles.folders import Rules, folders_of

HEAD = ("service", "act")
"""what may stand once at the head of a file, for all of its cases that do not say otherwise"""
LISTED_UNDER = "scenarios"
KEYS = ("name", "law", "case", "as_if_in_force", "expect")
NEEDED = ("name", "case", "expect")
"""a scenario has its law too, where the text of the act is at hand"""
A_SCENARIO = "{name: …, law: {…}, case: {…}, expect: {…}}"
A_PLACE = "annex 4, 6(1) item 4"


class Written(NamedTuple):
    """How an expectation is written."""

    form: str
    example: str


EXPECTED: Mapping[str, Written] = {
    "status": Written("word", "in-force"),
    "answered": Written("truth", "true"),
    "required": Written("words", "[application]"),
    "not_required": Written("words", "[application]"),
    "undetermined": Written("words by word", "{certificate: [age]}"),
    "forms": Written("word by word", "{application: original}"),
    "brought_by": Written("word by word", "{family-income: office}"),
    "any_of": Written("words by word", "{identity: [passport, certificate]}"),
    "cites": Written("word by word", '{application: "6(1) item 1"}'),
    "flags": Written("words", "[no-total-term]"),
    "no_flags": Written("words", "[no-total-term]"),
    "channels": Written("word by word", "{provider-office: open}"),
    "applicants": Written("word by word", "{self: open}"),
    "for_whom": Written("word or nothing", "yes, no, undetermined, null"),
    "questions": Written("words", "[age]"),
    "intake": Written("mapping", "{complete: true, missing: []}"),
    "outcomes": Written("words", "[notification]"),
    "refusal_grounds": Written("words", "[unreliable-data]"),
    "open_grounds": Written("words", "[unreliable-data]"),
    "terms": Written("mapping", '{sum: [[9, working-days]], due: "2016-03-15"}'),
    "steps": Written("mappings", "[{no: 1, actor: executor}]"),
    "pauses": Written("mappings", "[{pause: extension}]"),
    "receipts": Written("words by word", "{talon: [registration-date]}"),
    "places": Written("mapping", '{channels: {provider-office: "1"}}'),
    "standards": Written("word by word", '{application: "order-279 9"}'),
    "fee": Written("word", "free"),
    "error": Written("word", "not-regulated"),
}
"""what may be expected of a decision, and how each is written"""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A case with what the law says of it and what must be answered."""

    file: str
    line: int
    name: str
    law: Mapping[str, str]
    case: Mapping[str, Any]
    expect: Mapping[str, Any]
    as_if_in_force: bool = False
    problems: tuple[Diagnostic, ...] = ()
    """what is wrong with the scenario itself; such a one is never decided"""
    places: Mapping[str, Place] = field(default_factory=dict)
    """where each place of the act is named"""

    @property
    def id(self) -> str:
        return f"{self.file}: {self.name}"

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"


def scenarios_at(paths: Iterable[Path], below: Path | None = None) -> list[Scenario]:
    """Those of files and of all files in folders, told by their path, or by their path below a folder."""
    found: list[Scenario] = []
    for path in paths:
        files = sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]
        if not files:
            raise refused("no-scenarios", str(path))
        for file in files:
            found += read_scenarios((file.relative_to(below) if below else file).as_posix(), _content(file))
    return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise refused("no-file", str(path)) from None


def read_scenarios(name: str, content: bytes) -> list[Scenario]:
    """The scenarios of a file; of one that is none, a single scenario with its problems."""
    file = read_yaml(name, content)
    problems = list(file.diagnostics)
    if not name.endswith(".yaml"):
        problems.append(Diagnostic("file-ending", Place(name, 1, 1)))
    head = file.data if isinstance(file.data, Mapping) else {}
    listed = head.get(LISTED_UNDER) if head else file.data
    problems += _head_problems(file, head)
    if not file.diagnostics and not (isinstance(listed, list) and listed):
        problems.append(Diagnostic("scenario-file", file.place((LISTED_UNDER,)), example=f"- {A_SCENARIO}"))
    if problems or not isinstance(listed, list):
        return [Scenario(name, 1, name, {}, {}, {}, problems=tuple(problems))]
    start: Steps = (LISTED_UNDER,) if head else ()
    found = [_ScenarioReader(file, (*start, at)).scenario(_headed(data, head)) for at, data in enumerate(listed)]
    times = Counter(one.name for one in found)
    return [_called_alike(one, file, (*start, at)) if times[one.name] > 1 else one for at, one in enumerate(found)]


def _called_alike(scenario: Scenario, file: YamlFile, path: Steps) -> Scenario:
    problem = Diagnostic("scenario-name", file.place((*path, "name")))
    return replace(scenario, problems=(*scenario.problems, problem))


def _head_problems(file: YamlFile, head: Mapping[Any, Any]) -> Iterator[Diagnostic]:
    for key, value in head.items():
        if key not in (*HEAD, LISTED_UNDER):
            yield Diagnostic("unexpected-key", file.keys[(key,)], **misspelt(str(key), (*HEAD, LISTED_UNDER)))
        elif key in HEAD and not isinstance(value, str):
            yield Diagnostic("scenario-form", file.place((key,)), key=key, example=f"{key}: …")


def _headed(data: Any, head: Mapping[Any, Any]) -> Any:
    """The scenario with what the head says of its case; a case that names a region leaves the act out on purpose."""
    if not isinstance(data, Mapping) or not isinstance(data.get("case"), Mapping):
        return data
    case = data["case"]
    said = {key: head[key] for key in HEAD if key in head and key not in case and not (key == "act" and "region" in case)}
    return {**data, "case": {**said, **case}}


class _ScenarioReader:
    """Reads one scenario of a file, and keeps what is wrong with it."""

    def __init__(self, file: YamlFile, path: Steps) -> None:
        self._file, self._path = file, path
        self._found: list[Diagnostic] = []

    def scenario(self, data: Any) -> Scenario:
        place = self._file.place(self._path)
        name = f"{self._file.name}:{place.line}"
        if not isinstance(data, Mapping):
            self._wrong((), str(self._path[-1]), A_SCENARIO)
            return Scenario(self._file.name, place.line, name, {}, {}, {}, problems=tuple(self._found))
        self._check(data)
        law, case, expect = (_mapping(data.get(key)) for key in ("law", "case", "expect"))
        called = data["name"] if isinstance(data.get("name"), str) else name
        as_if = data.get("as_if_in_force") is True
        places = {str(cite): self._file.keys[(*self._path, "law", cite)] for cite in law}
        return Scenario(self._file.name, place.line, called, law, case, expect, as_if, tuple(self._found), places)

    def _check(self, data: Mapping[Any, Any]) -> None:
        self._strangers(data, KEYS, ())
        for key in NEEDED:
            if key not in data:
                self._report("missing-key", (), key=key)
        if not isinstance(data.get("name", ""), str):
            self._wrong(("name",), "name", "name: …")
        if not isinstance(data.get("as_if_in_force", False), bool):
            self._wrong(("as_if_in_force",), "as_if_in_force", "as_if_in_force: true")
        for key in ("law", "case", "expect"):
            if key in data and not (isinstance(data[key], Mapping) and data[key]):
                self._wrong((key,), key, f"{key}: {{…}}")
        self._law(_mapping(data.get("law")))
        self._expected(_mapping(data.get("expect")))

    def _law(self, law: Mapping[Any, Any]) -> None:
        for cite, says in law.items():
            if not isinstance(says, str) or not says.strip():
                self._report("empty-text", ("law", cite), key=cite)
            if annex_and_place(str(cite)) is None:
                self._report("scenario-place", ("law", cite), text=cite, example=f'"{A_PLACE}"')

    def _expected(self, expect: Mapping[Any, Any]) -> None:
        self._strangers(expect, EXPECTED, ("expect",))
        for key, value in expect.items():
            if key in EXPECTED and not _is(EXPECTED[key].form, value):
                self._wrong(("expect", key), key, f"{key}: {EXPECTED[key].example}")
        if "error" in expect and len(expect) > 1:
            self._report("scenario-error", ("expect", "error"))

    def _strangers(self, data: Mapping[Any, Any], known: Iterable[str], under: Steps) -> None:
        words = tuple(known)
        for key in data:
            if key not in words:
                self._report("unexpected-key", (*under, key), **misspelt(str(key), words))

    def _wrong(self, under: Steps, key: str, example: str) -> None:
        self._report("scenario-form", under, key=key, example=example)

    def _report(self, code: str, under: Steps, /, **values: object) -> None:
        path = (*self._path, *under)
        self._found.append(Diagnostic(code, self._file.keys.get(path, self._file.place(path)), **values))


def _mapping(value: Any) -> Mapping[Any, Any]:
    return value if isinstance(value, Mapping) else {}


def _is(form: str, value: Any) -> bool:
    if form.endswith(" by word"):
        inner = form.removesuffix(" by word")
        return isinstance(value, Mapping) and all(isinstance(key, str) and _is(inner, one) for key, one in value.items())
    match form:
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


def annex_and_place(cite: str) -> tuple[str | None, str] | None:
    """What a scenario names of an act: an annex and a place in it, or a place of the act's own text."""
    annex, comma, place = cite.partition(", ")
    if not comma:
        annex, place = "", cite
    number = annex.removeprefix("annex ")
    if comma and (annex == number or not number.isdigit()):
        return None
    return (number or None, place) if parse_citation(place) else None


ActLines = frozenset[tuple[str | None, str]]


class Provided:
    """The lines of acts, as the provisions of folders of rules list them."""

    def __init__(self, rules: Rules) -> None:
        self._roots = [folder.path for folder in folders_of(rules)]
        self._of: dict[str, ActLines] = {}

    def lines(self, act: str) -> ActLines:
        """Of every wording that is held; none of an act that has no provisions."""
        if act not in self._of:
            files = [path for root in self._roots for path in sorted((root / "acts" / act).rglob("provisions.yaml"))]
            self._of[act] = frozenset(line for path in files for line in _lines(read_yaml(path.name, path.read_bytes()).data))
        return self._of[act]


def _lines(data: Any) -> Iterator[tuple[str | None, str]]:
    provisions = _mapping(data)
    for place in _mapping(provisions.get("act")):
        yield from ((None, f"act {place}"), (None, str(place)))
    for annex, places in _mapping(provisions.get("annexes")).items():
        yield from ((str(annex), str(place)) for place in _mapping(places))


def checked(scenarios: Iterable[Scenario], provided: Provided) -> list[Scenario]:
    """The scenarios with what of the law they name and the acts do not have."""
    return [replace(one, problems=(*one.problems, *_unresolved(one, provided.lines))) for one in scenarios]


def _unresolved(scenario: Scenario, lines: Callable[[str], ActLines]) -> Iterator[Diagnostic]:
    act = scenario.case.get("act")
    held = lines(act) if isinstance(act, str) else frozenset()
    for cite in scenario.law if held else ():
        found = annex_and_place(cite)
        if found and found not in held:
            among = [place for annex, place in held if annex == found[0]]
            yield Diagnostic("citation-unresolved", scenario.places[cite], text=cite, guess=closest(found[1], among))
