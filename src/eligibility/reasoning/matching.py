"""Whether what was brought counts for a line of the checklist."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from eligibility.law.edition import Edition
from eligibility.law.logic import Truth, any_of
from eligibility.reasoning.case import Presented
from eligibility.reasoning.plan import Entry

Remark = Literal[
    "original-not-shown",
    "copy-missing",
    "electronic",
    "not-electronic",
    "damaged",
    "expired",
    "name-differs",
    "iin-differs",
    "outdated-form",
]


class Match(NamedTuple):
    """Documents brought for one line. Unknown: the text does not say whether such a paper counts."""

    counts: Truth
    brought: tuple[Presented, ...]
    remarks: tuple[Remark, ...]


NOT_BROUGHT = Match(False, (), ())


Brought = Mapping[str, Sequence[Presented]]
"""documents presented, by their id"""


def by_document(submitted: Iterable[Presented], on: date) -> Brought:
    """In the state they are in on the day of filing."""
    found: dict[str, list[Presented]] = {}
    for one in submitted:
        state = one.state_on(on)
        found.setdefault(one.document, []).append(one if state == one.state else replace(one, state=state))
    return found


def match(entry: Entry, wanted: Sequence[str], edition: Edition, brought: Brought) -> Match:
    """What was brought of the wanted documents for a line."""
    groups = [found for document in wanted if (found := _meant_for(entry, brought.get(document, ())))]
    if not groups:
        return NOT_BROUGHT
    presented = tuple([one for group in groups for one in group])
    if len(presented) == 1 and presented[0].form is None and presented[0].state == "readable":
        return Match(True, presented, ())
    judged = [_judged(group, entry, edition) for group in groups]
    remarks = tuple(dict.fromkeys(remark for _, found in judged for remark in found))
    counts = any_of(counts for counts, _ in judged)
    return Match(counts, presented, () if counts is True else remarks)


def _meant_for(entry: Entry, presented: Sequence[Presented]) -> Sequence[Presented]:
    """An original and a copy of one paper may be listed apart; what is meant for another line is left out."""
    if all([one.instead_of is None for one in presented]):
        return presented
    return [one for one in presented if one.instead_of in (None, entry.document)]


def _judged(group: Sequence[Presented], entry: Entry, edition: Edition) -> tuple[Truth, tuple[Remark, ...]]:
    electronic = entry.requirement.form == "electronic"
    readable = [one for one in group if one.state == "readable"]
    sound = [one for one in readable if one.form is None or (one.form == "electronic") is electronic]
    doubts: tuple[Remark, ...] = tuple(one.state for one in group if one.state != "readable")
    unlike: Remark = "not-electronic" if electronic else "electronic"
    doubts += tuple(unlike for one in readable if one not in sound)
    if not sound:
        return None, doubts
    if electronic:
        return True, ()
    forms = {one.form for one in sound}
    if None in forms:
        return True, ()
    has_original, has_copy = bool(forms & {"original", "both"}), bool(forms & {"copy", "both"})
    lacks: list[Remark] = []
    if not has_original and _needs_original(entry, edition):
        lacks.append("original-not-shown")
    if not has_copy and _needs_copy(entry):
        lacks.append("copy-missing")
    if lacks and doubts:
        return None, (*lacks, *doubts)
    return not lacks, tuple(lacks)


def _needs_original(entry: Entry, edition: Edition) -> bool:
    form = entry.requirement.form
    return form in ("original", "both") or (form == "copy" and edition.comparison is not None)


def _needs_copy(entry: Entry) -> bool:
    return entry.requirement.form in ("copy", "both")
