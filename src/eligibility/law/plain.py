"""The law's frozen values as plain data, without what they leave open."""

from dataclasses import is_dataclass
from datetime import date
from typing import Any

from eligibility.law.words import key_of


def plain(value: Any) -> Any:
    names = getattr(value, "_fields", None) or (value.__dataclass_fields__ if is_dataclass(value) else None)
    if names:
        found = {name: plain(getattr(value, name)) for name in names}
        optional = getattr(value, "_field_defaults", ())
        return {key_of(name): part for name, part in found.items() if name not in optional or part not in (None, [], {})}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value.isoformat() if isinstance(value, date) else value
