"""Validation of rule files against the law's own types. Imports pydantic, so only authoring needs it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import ModuleType
from typing import Annotated, Any

from pydantic import ConfigDict, Discriminator, Field, GetCoreSchemaHandler, Tag, TypeAdapter, ValidationError

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import misspelt
from eligibility.law import edition, parameters, vocabulary
from eligibility.law.edition import Edition, Flag
from eligibility.law.parameters import Parameter
from eligibility.law.vocabulary import (
    Act,
    Category,
    Contradiction,
    Document,
    Fact,
    Provisions,
    ReceiptField,
    Service,
    Standard,
)
from eligibility.plain.reading import Steps
from eligibility.plain.records import key_of
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles import shared_flags
from eligibility.rulefiles.shared_flags import NamedFlag, SharedFlag
from eligibility.words import text
from eligibility.words.text import Text

KINDS: dict[str, Any] = {
    "facts": dict[str, Fact],
    "categories": dict[str, Category],
    "contradictions": tuple[Contradiction, ...],
    "documents": dict[str, Document],
    "services": dict[str, Service],
    "actors": dict[str, Text],
    "outcomes": dict[str, Text],
    "receipt-fields": dict[str, ReceiptField],
    "regions": dict[str, Text],
    "events": dict[str, Text],
    "parameters": dict[str, Parameter],
    "calendar": dict[str, tuple[dict[str, str | bool | dict[str, str]], ...]],
    "standard": Standard,
    "act": Act,
    "provisions": Provisions,
    "flags": dict[str, SharedFlag],
    "edition": Edition,
}

_DECIMAL = re.compile(r"-?\d+(\.\d+)?")
_RECORD_KINDS = ("standard", "act", "provisions", "edition")


def json_schema(kind: str) -> dict[str, Any]:
    """For editors: records are objects there, though their values are tuples here."""
    schema = _adapter(kind).json_schema()
    records = {cls.__name__: cls for cls in _all_records()}
    for name, found in schema.get("$defs", {}).items():
        if name in records:
            _as_object(found, records[name]._fields)
    if kind in _RECORD_KINDS:
        _as_object(schema, KINDS[kind]._fields)
    return schema


def _as_object(schema: dict[str, Any], names: tuple[str, ...]) -> None:
    required = schema.pop("minItems", 0)
    schema.pop("maxItems", None)
    keys = [key_of(name) for name in names]
    properties = dict(zip(keys, schema.pop("prefixItems"), strict=True))
    schema |= {"type": "object", "properties": properties, "required": keys[:required], "additionalProperties": False}


def validate(kind: str, file: YamlFile) -> list[Diagnostic]:
    """What in the file's data does not fit its kind."""
    try:
        value = _adapter(kind).validate_python(file.data)
    except ValidationError as error:
        return list(_diagnostics(file, error))
    return [_wrong_type(file, path) for path in _converted(value, file.data, ())]


def _converted(value: Any, data: Any, path: Steps) -> Iterator[Steps]:
    """Where pydantic took one type for another, "4" for 4: the rules are revived without it, so nobody else would."""
    if is_dataclass(value) or hasattr(value, "_fields"):
        if not isinstance(data, dict):
            yield path
            return
        fields = {key_of(name): name for name in getattr(value, "_fields", value.__annotations__)}
        for name, below in data.items():
            yield from _converted(getattr(value, fields[name]), below, (*path, name))
    elif isinstance(value, dict):
        if [*map(repr, value)] != [*map(repr, data)]:
            yield path
            return
        for name, below in data.items():
            yield from _converted(value[name], below, (*path, name))
    elif isinstance(value, tuple):
        for index, below in enumerate(data):
            yield from _converted(value[index], below, (*path, index))
    elif data == "" or (type(value) is not type(data) and not _is_written(value, data)):
        yield path


def _is_written(value: Any, data: Any) -> bool:
    """Whether a day or a decimal number is written as rule files write one."""
    if isinstance(value, Decimal):
        return type(data) is int or (isinstance(data, str) and _DECIMAL.fullmatch(data) is not None)
    return isinstance(value, date) and value.isoformat() == data


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    _prepare()
    return TypeAdapter(KINDS[kind])


@cache
def _prepare() -> None:
    """Unknown keys are mistakes, and fields are known by their keys."""
    for module in (text, vocabulary, edition):
        for cls in _dataclasses(module):
            cls.__pydantic_config__ = ConfigDict(extra="forbid", str_min_length=1)
    for cls in _all_records():
        for name in cls._fields:
            if key_of(name) != name:
                cls.__annotations__[name] = Annotated[cls.__annotations__[name], Field(alias=key_of(name))]
    Edition.__annotations__["flags"] = Annotated[tuple[Flag, ...], _WrittenAs(tuple[_FLAG, ...])]


@dataclass(frozen=True, slots=True)
class _WrittenAs:
    """The type of what stands in a rule file, where loading makes something else of it."""

    kind: Any

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> Any:
        return handler.generate_schema(self.kind)


def _way_written(flag: Any) -> str:
    if isinstance(flag, str):
        return "bare"
    return "named" if isinstance(flag, dict) and "flag" in flag else "whole"


_FLAG = Annotated[
    Annotated[str, Tag("bare")] | Annotated[NamedFlag, Tag("named")] | Annotated[Flag, Tag("whole")],
    Discriminator(_way_written),
]
"""a flag of an edition: a name of the act's own, or written out"""


def _dataclasses(module: ModuleType) -> Iterable[Any]:
    return [value for value in vars(module).values() if isinstance(value, type) and is_dataclass(value)]


def _all_records() -> list[Any]:
    values = [value for module in (vocabulary, parameters, edition, shared_flags) for value in vars(module).values()]
    return [value for value in values if isinstance(value, type) and hasattr(value, "_fields")]


_MISSING = {"missing", "missing_argument"}
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_WRONG_FORM = {"wrong-type", "wrong-file"}
_OF_A_UNION = {*_WRONG_FORM, "unknown-word"}


def _diagnostics(file: YamlFile, error: ValidationError) -> Iterator[Diagnostic]:
    problems = [(_path(file.data, problem), problem) for problem in error.errors(include_url=False)]
    deeper = {path[:length] for path, _ in problems for length in range(len(path))}
    found: dict[Steps, Diagnostic] = {}
    for path, problem in problems:
        diagnostic = _diagnostic(file, path, problem)
        if diagnostic.code in _OF_A_UNION and path in deeper:
            continue  # a union's other member, which the data was not meant to be
        if path not in found or found[path].code in _WRONG_FORM:
            found[path] = diagnostic
    yield from found.values()


def _path(data: Any, problem: Any) -> Steps:
    """The steps that lead through the file's data; the others name members of a union."""
    path: list[str | int] = []
    for at, step in enumerate(problem["loc"], 1):
        if (isinstance(data, dict) and step in data) or (isinstance(data, list) and step in range(len(data))):
            data = data[step]
            path.append(step)
        elif at == len(problem["loc"]) and _lacks_key(problem):
            path.append(step)
    return tuple(path)


def _lacks_key(problem: Any) -> bool:
    """Of a list in the place of a record it is not the keys that are missing."""
    return problem["type"] in _MISSING and isinstance(problem["loc"][-1], str)


def _diagnostic(file: YamlFile, path: Steps, problem: Any) -> Diagnostic:
    kind = problem["type"]
    name = path[-1] if path else ""
    if _lacks_key(problem):
        return Diagnostic("missing-language" if name in ("kk", "ru") else "missing-key", file.place(path), key=name)
    if kind in _UNKNOWN:
        return _unknown_key(file, path)
    if name in ("kk", "ru") and problem["input"] in ("", None):
        return Diagnostic("empty-text", file.place(path), key=name)
    if kind == "literal_error":
        return _unknown_word(file, path, problem)
    return _wrong_type(file, path)


def _wrong_type(file: YamlFile, path: Steps) -> Diagnostic:
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return Diagnostic("wrong-file", file.place(path))
    return Diagnostic("wrong-type", file.place(path), key=names[-1])


def _unknown_key(file: YamlFile, path: Steps) -> Diagnostic:
    known = {key_of(name) for cls in _all_records() for name in cls._fields}
    return Diagnostic("unexpected-key", file.keys.get(path, file.place(path)), **misspelt(str(path[-1]), known))


def _unknown_word(file: YamlFile, path: Steps, problem: Any) -> Diagnostic:
    expected = str(problem["ctx"]["expected"])
    known = [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",")]
    code = "unknown-unit" if path and path[-1] == "unit" else "unknown-word"
    return Diagnostic(code, file.place(path), **misspelt(str(problem["input"]), known))
