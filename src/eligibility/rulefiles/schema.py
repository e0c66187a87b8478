"""Validation of rule files against the law's own types. Imports pydantic, so only authoring needs it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import ModuleType
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import ConfigDict, Discriminator, Field, Tag, TypeAdapter, ValidationError

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.law import edition, parameters, validity, vocabulary
from eligibility.law.edition import Edition, Flag, Requirement
from eligibility.law.parameters import Parameter
from eligibility.law.vocabulary import (
    Act,
    ActKind,
    Amendment,
    Category,
    Choice,
    Contact,
    Contradiction,
    Document,
    EverydayWords,
    Fact,
    Forms,
    Known,
    Outcome,
    Provisions,
    ReceiptField,
    RegionChange,
    Repeal,
    Service,
    Situation,
)
from eligibility.plain.reading import Steps
from eligibility.plain.records import key_of
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles import shared_flags, written_calendar
from eligibility.rulefiles.expected import WrittenAs
from eligibility.rulefiles.mismatches import misfit, misfit_key, mismatches
from eligibility.rulefiles.shared_flags import NamedFlag, SharedFlag
from eligibility.rulefiles.signoffs import SignOff
from eligibility.words import text
from eligibility.words.text import Text

KINDS: dict[str, Any] = {
    "facts": dict[str, Fact],
    "categories": dict[str, Category],
    "contradictions": tuple[Contradiction, ...],
    "documents": dict[str, Document],
    "services": dict[str, Service],
    "actors": dict[str, Text],
    "outcomes": dict[str, Outcome],
    "receipt-fields": dict[str, ReceiptField],
    "regions": dict[str, Text],
    "region-changes": tuple[RegionChange, ...],
    "region-words": dict[str, EverydayWords],
    "situations": dict[str, Situation],
    "contacts": dict[str, Contact],
    "act-kinds": dict[str, ActKind],
    "events": dict[str, Text],
    "parameters": dict[str, Parameter],
    "calendar": dict[str, tuple[dict[str, str | bool | dict[str, str]], ...]],
    "act": Act,
    "provisions": Provisions,
    "flags": dict[str, SharedFlag],
    "sources": dict[str, Known],
    "edition": Edition,
}
"""what authors write"""
_CHECKED: dict[str, Any] = KINDS | {"signoff": SignOff}
"""with what a command writes, of which editors need not be told"""

_DECIMAL = re.compile(r"-?\d+(\.\d+)?")


def validate(kind: str, file: YamlFile) -> list[Diagnostic]:
    """What in the file's data does not fit its kind."""
    try:
        value = _adapter(kind).validate_python(file.data)
    except ValidationError as error:
        return mismatches(_CHECKED[kind], file, error)
    return [
        misfit_key(file, one.path) if one.is_key else misfit(_CHECKED[kind], file, one.path)
        for one in _converted(value, file.data, ())
    ]


class _Converted(NamedTuple):
    path: Steps
    is_key: bool = False


def _converted(value: Any, data: Any, path: Steps) -> Iterator[_Converted]:
    """Where pydantic took one type for another, "4" for 4: the rules are revived without it, so nobody else would."""
    if is_dataclass(value) or hasattr(value, "_fields"):
        if not isinstance(data, dict):
            yield _Converted(path)
            return
        fields = {key_of(name): name for name in getattr(value, "_fields", value.__annotations__)}
        for name, below in data.items():
            yield from _converted(getattr(value, fields[name]), below, (*path, name))
    elif isinstance(value, dict):
        kept = set(map(repr, value))
        for name, below in data.items():
            if repr(name) in kept:
                yield from _converted(value[name], below, (*path, name))
            else:
                yield _Converted((*path, name), is_key=True)
    elif isinstance(value, tuple):
        for index, below in enumerate(data):
            yield from _converted(value[index], below, (*path, index))
    elif data == "" or (type(value) is not type(data) and not _is_written(value, data)):
        yield _Converted(path)


def _is_written(value: Any, data: Any) -> bool:
    """Whether a day or a decimal number is written as rule files write one."""
    if isinstance(value, Decimal):
        return type(data) is int or (isinstance(data, str) and _DECIMAL.fullmatch(data) is not None)
    return isinstance(value, date) and value.isoformat() == data


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return adapter_of(_CHECKED[kind])


def adapter_of(written: Any) -> TypeAdapter[Any]:
    """Of what stands in a rule file, by the keys it has there."""
    _prepare()
    return TypeAdapter(written)


@cache
def _prepare() -> None:
    """Unknown keys are mistakes, and fields are known by their keys."""
    for module in (text, vocabulary, validity, edition):
        for cls in _dataclasses(module):
            cls.__pydantic_config__ = ConfigDict(extra="forbid", str_min_length=1)
    for cls in all_records():
        for name in cls._fields:
            if key_of(name) != name:
                cls.__annotations__[name] = Annotated[cls.__annotations__[name], Field(alias=key_of(name))]
    written = WrittenAs(tuple[Requirement, ...] | Literal["none"])
    Edition.__annotations__["requirements"] = Annotated[tuple[Requirement, ...], written]
    Edition.__annotations__["flags"] = Annotated[tuple[Flag, ...], WrittenAs(tuple[_FLAG, ...])]
    Act.__annotations__["kind"] = Annotated[ActKind, WrittenAs(str)]
    for cls in vars(edition).values():
        if "known" in getattr(cls, "_fields", ()):
            revived = cls.__annotations__["known"]
            cls.__annotations__["known"] = Annotated[revived, WrittenAs(_KNOWN)]
    for changing in (Amendment, Repeal):
        changing.__annotations__["kind"] = Annotated[ActKind | None, WrittenAs(str | None)]
    Fact.__annotations__["ask"] = Choice.__annotations__["label"] = _SAID


_KNOWN = Annotated[
    Annotated[str, Tag("named")] | Annotated[Known, Tag("whole")] | Annotated[None, Tag("none")],
    Discriminator(lambda known: "named" if isinstance(known, str) else "none" if known is None else "whole"),
]
"""where a rule is known from: a source of the act's own, or written out"""


_ADDRESSEES = frozenset(map(key_of, Forms._fields))
_SAID = Annotated[
    Annotated[Text, Tag("to everybody")] | Annotated[Forms, Tag("in forms")],
    Discriminator(lambda said: "in forms" if isinstance(said, dict) and _ADDRESSEES & said.keys() else "to everybody"),
]
"""a text for everybody, or one for each of those it may be said to"""


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


def all_records() -> list[Any]:
    modules = (vocabulary, parameters, validity, edition, shared_flags, written_calendar)
    values = [value for module in modules for value in vars(module).values()]
    return [value for value in values if isinstance(value, type) and hasattr(value, "_fields")]
