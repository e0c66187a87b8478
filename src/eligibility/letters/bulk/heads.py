"""The columns of a table: the keys of a case, with a dot where one holds several, and what their cells mean."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import masked, mistyped
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.law.pack import Pack
from eligibility.letters.statement import STATED, WHICH
from eligibility.reasoning.case import KEYS, OF_PERSON
from eligibility.words.catalogue import in_both
from eligibility.words.closed import truths
from eligibility.words.text import N_, Text

LETTER = "letter"
"""the key of a row that holds kind, language and what the office states"""
SERVICE, IIN = "service", "person.iin"
DIVIDED = ("submitted", "letter.missing")
"""columns of several values, divided by `;`"""
MAX_COLUMNS = 1_000
REMARK = "#"
"""a row whose service begins so is a remark; no service does"""

NAMES: Mapping[str, str] = {
    SERVICE: N_("service"),
    "act": N_("act"),
    "region": N_("region"),
    "on": N_("day of filing"),
    "filing_for": N_("for whom one files"),
    "submitted": N_("documents presented"),
    "person.surname": N_("surname"),
    "person.name": N_("given name"),
    "person.patronymic": N_("patronymic"),
    IIN: N_("IIN"),
    "person.address": N_("address"),
    "person.phone": N_("phone"),
    "letter.kind": N_("kind of letter"),
    "letter.lang": N_("language of the letter"),
    "letter.number": N_("registration number"),
    "letter.accepted_on": N_("day of acceptance"),
    "letter.term": N_("term of the service"),
    "letter.ground": N_("ground of refusal"),
    "letter.circumstances": N_("circumstances of a refusal"),
    "letter.basis": N_("legal basis of a refusal to accept"),
    "letter.missing": N_("missing documents"),
}
"""a column without a name here is called by its id"""

_DAY = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")
_ROUNDED = re.compile(r"\d[.,]\d+E\+\d+")
"""as a spreadsheet shows a number too long for its cell"""
_SHORT_IIN = re.compile(r"\d{1,11}")


def columns(pack: Pack) -> dict[str, Text]:
    """Every column a table may have, with what it is called."""
    plain = [key for key in KEYS if key not in ("facts", "person", "events")]
    own = [*plain, *(f"person.{key}" for key in OF_PERSON), *(f"{LETTER}.{key}" for key in (*WHICH, *STATED))]
    named = {id: in_both(NAMES[id]) if id in NAMES else Text(id, id) for id in own}
    facts = {f"facts.{id}": fact.name or Text(id, id) for id, fact in pack.facts.items()}
    return named | facts | {f"events.{id}": name for id, name in pack.events.items()}


def checked_head(names: Sequence[str], path: str, pack: Pack) -> list[str]:
    """The names of the columns; refuses a table of which one is unknown or stands twice, with every such column."""
    counts, known = Counter(names), columns(pack)
    for name in names:
        if counts[name] > 1 or (name.partition(".")[0] in counts and "." in name):
            raise refused("csv-head", path, key=masked(name))
    wrong = {at: name for at, name in enumerate(names) if name not in known}
    if len(wrong) == len(names):
        raise refused("table-no-head", path)
    if wrong:
        raise Refused(
            [
                Diagnostic("unknown-column", path, column=column_letters(at), **mistyped(one, known, known))
                for at, one in wrong.items()
            ]
        )
    return list(names)


def column_letters(at: int) -> str:
    """What a spreadsheet calls the column: A, B … Z, AA."""
    return (column_letters(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def is_remark(cells: Mapping[str, str]) -> bool:
    return cells.get(SERVICE, "").startswith(REMARK)


def spoilt(cells: Mapping[str, str]) -> str | None:
    """The column in which a spreadsheet has changed what was typed: zeros before a number, digits after its fifteenth."""
    for name, cell in cells.items():
        if _ROUNDED.fullmatch(cell) or (name == IIN and _SHORT_IIN.fullmatch(cell)):
            return name
    return None


def nested(cells: Mapping[str, str], pack: Pack) -> dict[str, Any]:
    """The cells of a row as a case: `facts.age` is the fact `age`; empty cells say nothing."""
    found: dict[str, Any] = {}
    for name, cell in cells.items():
        if not cell:
            continue
        outer, dot, inner = name.partition(".")
        value = _typed(name, cell, pack)
        if dot:
            found.setdefault(outer, {})[inner] = value
        else:
            found[outer] = value
    return found


def is_day(name: str, pack: Pack) -> bool:
    """Whether the column holds days."""
    outer, _, inner = name.partition(".")
    fact = pack.facts.get(inner) if outer == "facts" else None
    return name in ("on", "letter.accepted_on") or outer == "events" or (fact is not None and fact.type == "date")


def _typed(name: str, cell: str, pack: Pack) -> Any:
    outer, _, inner = name.partition(".")
    fact = pack.facts.get(inner) if outer == "facts" else None
    if name in DIVIDED or (fact and fact.many):
        return [one.strip() for one in cell.split(";") if one.strip()]
    if is_day(name, pack):
        return _day(cell)
    if fact and fact.type == "bool":
        return truths().get(cell.casefold(), cell)
    if fact and fact.type in ("years", "months") and cell.isascii() and cell.isdigit() and len(cell) < 4:
        return int(cell)
    return cell


def _day(cell: str) -> str:
    """A day as people here write it, 01.03.2016, in the way of the rest of the program; what is none stays as it is."""
    found = _DAY.fullmatch(cell)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else cell
    except ValueError:
        return cell
