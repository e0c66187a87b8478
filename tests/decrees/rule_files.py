"""The acts' rule files read plainly: what an edition cites, and which terms it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from eligibility.rulefiles.shared_flags import written_out
from tests.decrees.decree_terms import Term

__all__ = ["ACTS_FOLDER", "EDITIONS", "Held", "cites_in", "cites_of", "held_terms", "read", "relates"]

ACTS_FOLDER = Path(__file__).parents[2] / "rules" / "acts"
EDITIONS = [
    path.relative_to(ACTS_FOLDER).as_posix()
    for path in sorted(ACTS_FOLDER.glob("*/*.yaml"))
    if (path.parent / "provisions.yaml").is_file() and path.name not in ("act.yaml", "provisions.yaml", "flags.yaml")
]
"""the file below the folder of acts of every edition whose text is at hand"""


@dataclass(frozen=True, slots=True)
class Held:
    """A term that an edition holds."""

    where: str
    cites: tuple[str, ...]
    term: Term
    bound: str | None


@cache
def read(name: str) -> dict[str, Any]:
    """A file below the folder of acts, an edition with all its flags; nothing where it is not written yet."""
    path = ACTS_FOLDER / name
    try:
        data = (yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None) or {}
    except yaml.YAMLError as error:
        raise AssertionError(f"{name} is not YAML: {error}") from None
    return written_out(data, read(f"{path.parent.name}/flags.yaml")) if name in EDITIONS else data


def cites_in(data: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Every citation with the place it stands at."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("cite", "effect_cite"):
                yield from ((where, text) for text in _cites(value))
            else:
                yield from cites_in(value, f"{where}.{key}" if where else str(key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from cites_in(value, f"{where}[{index}]")


def held_terms(edition: dict[str, Any]) -> Iterator[Held]:
    """The durations of steps, stated terms, pauses, notices and of what a result is valid for."""
    for section, fields in (
        ("steps", ("duration",)),
        ("stated_terms", ("duration",)),
        ("pauses", ("duration", "notice")),
        ("results", ("valid",)),
    ):
        for index, entry in enumerate(edition.get(section, ())):
            for field in fields:
                duration = entry.get(field) or {}
                for term in _terms(duration):
                    yield Held(f"{section}[{index}].{field}", cites_of(entry), term, duration.get("bound"))


def _terms(duration: dict[str, Any]) -> Iterator[Term]:
    """The amounts of a duration: «1 жұмыс күні және 7 жұмыс сағаты» has two."""
    for amount in (duration, duration.get("plus")) if duration else ():
        if amount and (amount["unit"] != "unstated" or "value" in amount):
            yield Term(amount["unit"], amount.get("value"))


def relates(one: str, other: str) -> bool:
    """The citations name the same line, or one names a line inside the other's."""
    return one == other or other.startswith((f"{one}(", f"{one} ")) or one.startswith((f"{other}(", f"{other} "))


def cites_of(rule: dict[str, Any]) -> tuple[str, ...]:
    """The cited places of a rule, the main one first."""
    return _cites(rule["cite"])


def _cites(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
