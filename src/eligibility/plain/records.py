"""Frozen records to plain data, without what they leave open, and back again by their annotations."""

import types
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain = Mapping[str, Any]
"""data as JSON has it"""
Revive = Callable[[Any], Any]


def key_of(field: str) -> str:
    """The key of a record's field in a rule file; a field whose key is a word of Python ends in `_`."""
    return field.removesuffix("_")


def plain(value: Any) -> Any:
    """A record and all below it as plain data, without its optional parts where they are empty."""
    names = getattr(value, "_fields", None) or (value.__dataclass_fields__ if is_dataclass(value) else None)
    if names:
        found = {name: plain(getattr(value, name)) for name in names}
        optional = getattr(value, "_field_defaults", ())
        return {key_of(name): part for name, part in found.items() if name not in optional or part not in (None, [], {})}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def revive(cls: type[T], data: Any) -> T:
    """The record that plain data, validated before, describes."""
    kind: Any = cls
    reader = _reader(kind)
    return reader(data) if reader else data  # type: ignore[no-any-return]


@cache
def _reader(kind: Any) -> Revive | None:
    """How to read a value of this kind; None where it stays as it is."""
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return _record_reader(kind)
    if kind is date:
        return date.fromisoformat
    if kind is Decimal:
        return Decimal
    origin = get_origin(kind)
    if origin is tuple:
        args = get_args(kind)
        item = _reader(args[0])
        return _tuple_reader(item) if item else tuple
    if origin is dict:
        item = _reader(get_args(kind)[1])
        return (lambda data: {key: item(value) for key, value in data.items()}) if item else None
    if origin in (Union, types.UnionType):
        return _union_reader(get_args(kind))
    if origin is Literal or kind in (str, int, bool):
        return None
    raise TypeError(f"no reader for {kind!r}")


def _tuple_reader(item: Revive) -> Revive:
    return lambda data: tuple(map(item, data))


def _record_reader(cls: Any) -> Revive:
    hints = get_type_hints(cls)
    fields = {key_of(name): (name, _reader(hint)) for name, hint in hints.items()}

    def read(data: dict[str, Any]) -> Any:
        values = {}
        for key, value in data.items():
            name, reader = fields[key]
            values[name] = value if value is None or reader is None else reader(value)
        return cls(**values)

    return read


def _union_reader(kinds: tuple[Any, ...]) -> Revive | None:
    """Of a union: strings stay, everything else goes to the one member that is no plain scalar; of several records, to the one
    whose keys it has."""
    found = {kind: reader for kind in kinds if kind is not type(None) and (reader := _reader(kind))}
    if not found:
        return None
    if len(found) > 1:
        return _either_reader({frozenset(map(key_of, get_type_hints(kind))): reader for kind, reader in found.items()})
    [reader] = found.values()
    scalar = date not in kinds and any(kind is str or get_origin(kind) is Literal for kind in kinds)
    return (lambda data: data if isinstance(data, str) else reader(data)) if scalar else reader


def _either_reader(records: Mapping[frozenset[str], Revive]) -> Revive:
    return lambda data: next(reader for keys, reader in records.items() if data.keys() <= keys)(data)
