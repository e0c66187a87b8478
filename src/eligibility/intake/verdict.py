"""Documents presented -> what the desk may and must do: complete or not, what to compare, whether it may refuse."""

from typing import NamedTuple

from eligibility.catalogue import in_both
from eligibility.law.edition import Ground
from eligibility.law.logic import Truth
from eligibility.law.words import N_, Text
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.presented import Remark


class Judged(NamedTuple):
    """A ground as it stands in this case. Met only where the edition itself lists it."""

    ground: Ground
    met: Truth


class Verdict(NamedTuple):
    presented: bool
    complete: Truth
    missing: tuple[Line, ...]
    open: tuple[Line, ...]
    """lines of which it is not settled whether they are missing"""
    compare: tuple[str, ...]
    """documents whose originals are compared and given back"""
    unneeded: tuple[str, ...]
    may_refuse_to_accept: Truth
    grounds: tuple[Judged, ...]
    instead: Text | None
    """what the desk does where it has no right to refuse"""


REMARKS: dict[Remark, str] = {
    "original-not-shown": N_("The original must be shown for comparison as well."),
    "copy-missing": N_("A copy is needed as well."),
    "electronic": N_("The text does not say whether an electronic document will do."),
    "damaged": N_("The text does not say whether a damaged document will do."),
    "expired": N_("The text does not say whether an expired document will do."),
    "name-differs": N_("The text does not say what follows when the name differs."),
    "iin-differs": N_("The text does not say what follows when the IIN differs."),
    "outdated-form": N_("The text does not say whether a document of an outdated form will do."),
}


def verdict(decision: Decision) -> Verdict:
    prepared, slots = decision.prepared, decision.slots
    if prepared is None:
        raise ValueError("an edition that may not speak for the day gives no verdict")
    presented = decision.case.submitted is not None
    incomplete = slots[prepared.incomplete] if presented else None
    listed = [(line, line.entry.missing) for line in decision.lines if presented and line.entry.missing is not None]
    grounds = judged(decision, "accept-ground", decision.edition.refuse_to_accept)
    may_refuse = None if decision.edition.partial and not grounds else _may_refuse(grounds)
    return Verdict(
        presented,
        None if incomplete is None else not incomplete,
        tuple(line for line, missing in listed if slots[missing] is True),
        tuple(line for line, missing in listed if slots[missing] is None),
        _compare(decision),
        _unneeded(decision),
        may_refuse,
        grounds,
        _instead(decision) if may_refuse is False and incomplete is not False and presented else None,
    )


INSTEAD = N_("The text gives no right to refuse to accept the documents. Tell the recipient what is still missing.")
INSTEAD_TALON = N_(
    "The text gives no right to refuse to accept the documents. "
    "They are registered and the talon is handed out; tell the recipient what is still missing."
)


def _instead(decision: Decision) -> Text:
    talon = any(one.receipt == "talon" and decision.truth("receipt", at) for at, one in enumerate(decision.edition.receipts))
    return in_both(INSTEAD_TALON) if talon else in_both(INSTEAD)


def judged(decision: Decision, name: str, grounds: tuple[Ground, ...]) -> tuple[Judged, ...]:
    """The grounds that are met, or of which it is not settled. Those a Standard holds are never met by themselves."""
    found = []
    for index, ground in enumerate(grounds):
        met = decision.truth(name, index)
        if met is not False:
            found.append(Judged(ground, met if ground.when and ground.standing == "listed" else None))
    return tuple(found)


def refusals(decision: Decision) -> tuple[Judged, ...]:
    return judged(decision, "refusal-ground", decision.edition.refuse_service)


def _may_refuse(grounds: tuple[Judged, ...]) -> Truth:
    if any(one.met is True for one in grounds):
        return True
    return None if grounds else False


def _compare(decision: Decision) -> tuple[str, ...]:
    if decision.edition.comparison is None:
        return ()
    lines = (line for line in decision.lines if line.brought and line.entry.requirement.form in ("copy", "both"))
    return tuple(dict.fromkeys(one.document for line in lines if line.brought for one in line.brought.brought))


def _unneeded(decision: Decision) -> tuple[str, ...]:
    if not decision.edition.lists_all:
        return ()
    submitted = decision.case.submitted or ()
    used = {
        one.document
        for line in decision.lines
        if line.brought and line.status != "not-required"
        for one in line.brought.brought
    }
    return tuple(dict.fromkeys(one.document for one in submitted if one.document not in used))


__all__ = ["REMARKS", "Judged", "Verdict", "judged", "refusals", "verdict"]
