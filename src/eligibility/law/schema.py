"""Validation of rule files against the law's own types. Imports pydantic, so only authoring needs it."""

from collections.abc import Iterable
from dataclasses import is_dataclass
from functools import cache
from types import ModuleType
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from eligibility.law import edition, vocabulary, words
from eligibility.law.diagnostics import Diagnostic, closest
from eligibility.law.edition import Edition
from eligibility.law.vocabulary import (
    Act,
    Category,
    Contradiction,
    Document,
    Fact,
    Provisions,
    Service,
    Standard,
)
from eligibility.law.words import Text
from eligibility.law.yamlfile import Path, YamlFile

KINDS: dict[str, Any] = {
    "facts": dict[str, Fact],
    "categories": dict[str, Category],
    "contradictions": tuple[Contradiction, ...],
    "documents": dict[str, Document],
    "services": dict[str, Service],
    "actors": dict[str, Text],
    "outcomes": dict[str, Text],
    "receipt-fields": dict[str, Text],
    "regions": dict[str, Text],
    "calendar": dict[int, dict[str, Any]],
    "standard": Standard,
    "act": Act,
    "provisions": Provisions,
    "edition": Edition,
}


def json_schema(kind: str) -> dict[str, Any]:
    return _adapter(kind).json_schema()


def validate(kind: str, file: YamlFile) -> list[Diagnostic]:
    """What in the file's data does not fit its kind."""
    try:
        _adapter(kind).validate_python(file.data)
    except ValidationError as error:
        return list(_diagnostics(file, error))
    return []


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    _forbid_unknown_keys()
    return TypeAdapter(KINDS[kind])


@cache
def _forbid_unknown_keys() -> None:
    for module in (words, vocabulary, edition):
        for cls in _dataclasses(module):
            cls.__pydantic_config__ = ConfigDict(extra="forbid", str_min_length=1)


def _dataclasses(module: ModuleType) -> Iterable[Any]:
    return [value for value in vars(module).values() if isinstance(value, type) and is_dataclass(value)]


_MISSING = {"missing", "missing_argument"}
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_SKIPPED_STEPS = ("str", "function", "literal", "constrained", "tuple", "Alternative", "NotModelled")


def _diagnostics(file: YamlFile, error: ValidationError) -> Iterable[Diagnostic]:
    problems = [
        (tuple(step for step in problem["loc"] if not _is_branch(step)), problem) for problem in error.errors(include_url=False)
    ]
    deeper = {path[:length] for path, _ in problems for length in range(len(path))}
    found: dict[tuple[Path, str], Diagnostic] = {}
    for path, problem in problems:
        diagnostic = _diagnostic(file, path, problem)
        if diagnostic.code == "wrong-type" and path in deeper:
            continue  # a union's other member, which the data was not meant to be
        found.setdefault((path, diagnostic.code), diagnostic)
    return found.values()


def _is_branch(step: str | int) -> bool:
    """Steps that name a member of a union, not a key of the file."""
    return isinstance(step, str) and step.startswith(_SKIPPED_STEPS)


def _diagnostic(file: YamlFile, path: Path, problem: Any) -> Diagnostic:
    kind = problem["type"]
    name = path[-1] if path else ""
    if kind in _MISSING:
        code = "missing-language" if name in ("kk", "ru") else "missing-key"
        return Diagnostic(code, "{key} is missing", file.place(path), "add {key}", {"key": name})
    if kind in _UNKNOWN:
        return _unknown_key(file, path)
    if kind == "string_too_short" and name in ("kk", "ru"):
        return Diagnostic("missing-language", "the text in {key} is empty", file.place(path), "write it", {"key": name})
    if kind == "literal_error":
        return _unknown_word(file, path, problem)
    return Diagnostic(
        "wrong-type",
        "{key} does not have the form its place asks for",
        file.place(path),
        "see writing-rules.md for what {key} holds",
        {"key": name or "the file"},
    )


def _unknown_key(file: YamlFile, path: Path) -> Diagnostic:
    known = {name for cls in _dataclasses(edition) + _dataclasses(vocabulary) for name in cls.__dataclass_fields__}  # type: ignore[operator]
    guess = closest(str(path[-1]), known)
    return Diagnostic(
        "unknown-key",
        "{key} is no key of this place",
        file.keys.get(path, file.place(path)),
        "did you mean {guess}?" if guess else "remove it",
        {"key": path[-1], "guess": guess},
    )


def _unknown_word(file: YamlFile, path: Path, problem: Any) -> Diagnostic:
    expected = str(problem["ctx"]["expected"])
    known = [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",")]
    guess = closest(str(problem["input"]), known)
    code = "unknown-unit" if path and path[-1] == "unit" else "unknown-word"
    return Diagnostic(
        code,
        "{word} is not one of {known}",
        file.place(path),
        "did you mean {guess}?" if guess else "use one of them",
        {"word": problem["input"], "known": ", ".join(known), "guess": guess},
    )
