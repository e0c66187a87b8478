"""Whether what was brought counts for a line of the checklist."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from eligibility.law.edition import Edition
from eligibility.law.logic import Truth, any_of
from eligibility.reasoning.case import Presented
from eligibility.reasoning.prepared import Entry

Remark = Literal[
    "original-not-shown",
    "copy-missing",
    "electronic",
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


def match(entry: Entry, wanted: frozenset[str], edition: Edition, submitted: Sequence[Presented]) -> Match:
    """What was brought of the wanted documents for a line."""
    brought = tuple([one for one in submitted if one.document in wanted and one.instead_of in (None, entry.document)])
    if not brought:
        return NOT_BROUGHT
    if len(brought) == 1 and brought[0].form is None and brought[0].state == "readable":
        return Match(True, brought, ())
    groups = _by_document(brought) if len(brought) > 1 else [brought]
    judged = [_judged(group, entry, edition) for group in groups]
    remarks = tuple(dict.fromkeys(remark for _, found in judged for remark in found))
    counts = any_of(counts for counts, _ in judged)
    return Match(counts, brought, () if counts is True else remarks)


def _by_document(brought: Iterable[Presented]) -> Iterable[Sequence[Presented]]:
    """An original and a copy of one paper may be listed apart."""
    groups: dict[str, list[Presented]] = {}
    for one in brought:
        groups.setdefault(one.document, []).append(one)
    return groups.values()


def _judged(group: Sequence[Presented], entry: Entry, edition: Edition) -> tuple[Truth, tuple[Remark, ...]]:
    sound = [one for one in group if one.state == "readable" and one.form != "electronic"]
    doubts: tuple[Remark, ...] = tuple(one.state for one in group if one.state != "readable")
    doubts += tuple("electronic" for one in group if one.form == "electronic" and one.state == "readable")
    if not sound:
        return None, doubts
    forms = {one.form for one in sound}
    if None in forms:
        return True, ()
    has_original, has_copy = bool(forms & {"original", "both"}), bool(forms & {"copy", "both"})
    lacks: list[Remark] = []
    if not has_original and _needs_original(entry, edition):
        lacks.append("original-not-shown")
    if not has_copy and _needs_copy(entry):
        lacks.append("copy-missing")
    return not lacks, tuple(lacks)


def _needs_original(entry: Entry, edition: Edition) -> bool:
    form = entry.requirement.form
    return form in ("original", "both") or (form == "copy" and edition.comparison is not None)


def _needs_copy(entry: Entry) -> bool:
    return entry.requirement.form in ("copy", "both")
