"""Names of letters by an office's own pattern, such as «{number}-{surname}». What stands in a row is hostile: a name never
leaves the folder of the letters, and stays one that every system can keep.
"""

import re
import unicodedata
from collections.abc import Mapping
from string import Formatter
from typing import Any, NamedTuple

from eligibility.diagnostics.meant import misspelt
from eligibility.diagnostics.refusal import refused
from eligibility.letters.bulk.heads import LETTER

FIELDS: Mapping[str, tuple[str, ...]] = {
    "number": (LETTER, "number"),
    "surname": ("person", "surname"),
    "name": ("person", "name"),
    "patronymic": ("person", "patronymic"),
    "iin": ("person", "iin"),
    "service": ("service",),
    "on": ("on",),
    "kind": (LETTER, "kind"),
    "lang": (LETTER, "lang"),
    "row": (),
}
"""what a pattern may name, and where a row has it"""
MAX_BYTES = 200
"""of a name without its ending; file systems take 255"""
OPTION = "--name"

_UNFIT = re.compile(r'[/\\:*?"<>|\s]+')
"""what parts a path or means something on one of the systems that letters are carried to"""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_DROPPED = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class FileName(NamedTuple):
    """A file's name without its ending; where there is none, the field that says nothing."""

    name: str
    blank: str = ""


def check_pattern(pattern: str) -> None:
    """Refuses a pattern that names no field of a row, or one that there is not."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        parts = []
    fields = [field for _, field, _, _ in parts if field is not None]
    if not fields or any(spec or conversion for _, _, spec, conversion in parts):
        raise refused("name-pattern", OPTION, known=", ".join(f"{{{one}}}" for one in FIELDS))
    for field in fields:
        if field not in FIELDS:
            raise refused("unknown-value", OPTION, **misspelt(field, FIELDS))


def named(pattern: str, row: Any, number: int, default: Mapping[str, str]) -> FileName:
    """The name of a row's letter; `default` says what the run itself has for a field."""
    values: dict[str, str] = {}
    for _, field, _, _ in Formatter().parse(pattern):
        if field is None:
            continue
        value = fit(str(number) if field == "row" else _said(row, FIELDS[field]) or default.get(field, ""))
        if not value:
            return FileName("", field)
        values[field] = value
    return FileName(_kept(fit(pattern.format(**values))))


def fit(text: str) -> str:
    """The text as a part of a name: one sign in the place of whatever could lead out of the folder or is not seen."""
    told = unicodedata.normalize("NFC", text)
    seen = "".join(sign for sign in _UNFIT.sub("_", told) if unicodedata.category(sign) not in _DROPPED)
    return seen.strip("._ ")


def same(name: str) -> str:
    """Equal for names that some system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _kept(name: str) -> str:
    short = name.encode()[:MAX_BYTES].decode(errors="ignore").rstrip("._ ")
    return f"_{short}" if short.startswith("-") or _RESERVED.fullmatch(short) else short


def _said(row: Any, path: tuple[str, ...]) -> str:
    for key in path:
        row = row.get(key) if isinstance(row, Mapping) else None
    return str(row) if isinstance(row, (str, int)) and not isinstance(row, bool) else ""
