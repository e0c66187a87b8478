"""What a place of a rule file expects, by the law's own types."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import GetCoreSchemaHandler

from eligibility.plain.reading import Steps
from eligibility.plain.records import key_of


@dataclass(frozen=True, slots=True)
class WrittenAs:
    """The type of what stands in a rule file, where loading makes something else of it."""

    kind: Any

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> Any:
        return handler.generate_schema(self.kind)


@dataclass(frozen=True, slots=True)
class Expected:
    """The types that a place takes, each by itself."""

    kinds: tuple[Any, ...]

    def takes(self, *wanted: Any) -> bool:
        return any(kind in wanted or get_origin(kind) in wanted for kind in self.kinds)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of which the place takes one."""
        return tuple(word for kind in self.kinds if get_origin(kind) is Literal for word in get_args(kind))

    @property
    def takes_keys(self) -> bool:
        return self.takes(dict) or any(map(_is_record, self.kinds))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the place knows; none where any name may be one."""
        return tuple(dict.fromkeys(key for kind in self.kinds if _is_record(kind) for key in _fields(kind)))


def expected(kind: Any, data: Any, path: Steps) -> Expected:
    """What is expected where the path leads through the data of a file of this kind."""
    kinds = _meant(kind, data)
    for step in path:
        data = _below(data, step)
        kinds = [meant for one in kinds for below in _types_below(one, step) for meant in _meant(below, data)]
    return Expected(tuple(dict.fromkeys(kinds)))


def _below(data: Any, step: str | int) -> Any:
    if isinstance(data, list):
        return data[step] if isinstance(step, int) and step < len(data) else None
    return data.get(step) if isinstance(data, dict) else None


def _types_below(kind: Any, step: str | int) -> Iterator[Any]:
    if _is_record(kind):
        if step in _fields(kind):
            yield _fields(kind)[str(step)]
    elif get_origin(kind) is dict:
        yield get_args(kind)[1]
    elif get_origin(kind) is tuple and isinstance(step, int):
        items = get_args(kind)
        yield items[0] if len(items) == 2 and items[1] is Ellipsis else items[min(step, len(items) - 1)]


def _meant(kind: Any, data: Any) -> list[Any]:
    """Of several records the one that has most of the data's keys; all that is no record."""
    members = list(_members(kind))
    records = [one for one in members if _is_record(one)]
    if len(records) > 1 and isinstance(data, Mapping):
        likely = max(records, key=lambda one: len(_fields(one).keys() & data.keys()))
        return [one for one in members if one not in records or one is likely]
    return members


def _members(kind: Any) -> Iterator[Any]:
    origin = get_origin(kind)
    if origin is Annotated:
        base, *notes = get_args(kind)
        yield from _members(next((one.kind for one in notes if isinstance(one, WrittenAs)), base))
    elif origin in (Union, types.UnionType):
        for one in get_args(kind):
            yield from _members(one)
    elif kind is not types.NoneType:
        yield kind


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and (is_dataclass(kind) or hasattr(kind, "_fields"))


@cache
def _fields(record: Any) -> Mapping[str, Any]:
    """The types of a record's values by the keys of a rule file."""
    return {key_of(name): kind for name, kind in get_type_hints(record, include_extras=True).items()}
