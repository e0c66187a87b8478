"""Documents presented -> what the desk may and must do: complete or not, what to compare, whether it may refuse."""

from collections.abc import Iterator
from typing import NamedTuple

from eligibility.law.edition import Ground
from eligibility.law.logic import Truth, any_of
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.matching import Remark
from eligibility.reasoning.shown import certain_lines
from eligibility.reasoning.wording import joined
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text


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
    """what the desk is told where no right to refuse is established: what the text says, then what the program advises"""


REMARKS: dict[Remark, str] = {
    "original-not-shown": N_("The original must be shown for comparison as well."),
    "copy-missing": N_("A copy is needed as well."),
    "electronic": N_("The text does not say whether an electronic document will do."),
    "not-electronic": N_(
        "The text wants this document in electronic form; it does not say whether it will do in another form."
    ),
    "damaged": N_("The text does not say whether a damaged document will do."),
    "expired": N_("The text does not say whether an expired document will do."),
    "name-differs": N_("The text does not say what follows when the name differs."),
    "iin-differs": N_("The text does not say what follows when the IIN differs."),
    "outdated-form": N_("The text does not say whether a document of an outdated form will do."),
}


def verdict(decision: Decision) -> Verdict:
    plan, slots = decision.plan, decision.slots
    if plan is None:
        raise ValueError("an edition that may not speak for the day gives no verdict")
    presented = decision.case.submitted is not None
    incomplete = slots[plan.incomplete] if presented else None
    listed = [(line, line.entry.missing) for line in decision.lines if presented and line.entry.missing is not None]
    lacking = [line for line, missing in listed if slots[missing] is True]
    open_lines = [line for line, missing in listed if slots[missing] is None]
    for one, lines in certain_lines(decision) if open_lines else ():
        if one.standing == "listed":
            open_lines = [line for line in open_lines if line not in lines] + [one] * (one.counts is None)
            lacking += [one] * (one.counts is False)
    complete = False if lacking else None if incomplete is None else not incomplete
    grounds = judged(decision, "accept-ground", decision.edition.refuse_to_accept)
    may_refuse = _may_refuse(decision, grounds)
    return Verdict(
        presented,
        complete,
        tuple(lacking),
        tuple(open_lines),
        _compare(decision),
        _unneeded(decision, (*lacking, *open_lines)),
        may_refuse,
        grounds,
        _instead(decision, may_refuse, grounds, bool(lacking)) if presented and not (may_refuse or complete) else None,
    )


NO_RIGHT = N_("The text gives no right to refuse to accept the documents.")
TALON = N_("By the text they are registered and the talon is handed out.")
POINTED = N_(
    "No ground to refuse to accept the documents is established here: for it the text points to the Standard, "
    "whose text is not at hand."
)
SILENT = N_(
    "The text does not say whether the documents may be refused here, so no ground to refuse to accept them is established."
)
PARTIAL = N_(
    "Only a part of the regulation is at hand, so no ground to refuse to accept the documents is established here, "
    "and it is not known whether there is one."
)
UNSETTLED = N_("It is not determined yet whether there is a ground to refuse to accept the documents.")
ADVICE = N_("Advice of the program: tell the recipient which documents are missing.")
LIST_ELSEWHERE = N_("Which documents are missing is not known here: the list is in the Standard, whose text is not at hand.")
NO_LIST = N_("Which documents are missing is not known here: the text at hand has no list of documents.")


def _instead(decision: Decision, may_refuse: Truth, grounds: tuple[Judged, ...], missing: bool) -> Text:
    """What the text says, and after it what the program advises or does not know."""
    return joined(" ", map(in_both, [*_of_the_text(decision, may_refuse, grounds), *_of_the_program(decision, missing)]))


def _of_the_text(decision: Decision, may_refuse: Truth, grounds: tuple[Judged, ...]) -> Iterator[str]:
    if may_refuse is False:
        yield NO_RIGHT
        receipts = enumerate(decision.edition.receipts)
        if any(one.receipt == "talon" and decision.truth("receipt", at) for at, one in receipts):
            yield TALON
    elif unsaid(decision) is True:
        yield SILENT
    elif any(one.ground.standing == "by-reference" for one in grounds):
        yield POINTED
    elif decision.edition.partial and not grounds:
        yield PARTIAL
    else:
        yield UNSETTLED


def _of_the_program(decision: Decision, missing: bool) -> Iterator[str]:
    if missing:
        yield ADVICE
    elif decision.edition.documents_from:
        yield LIST_ELSEWHERE
    elif not decision.edition.lists_all:
        yield NO_LIST


def unsaid(decision: Decision) -> Truth:
    """Whether the text does not say, here, if the documents may be refused."""
    return any_of(decision.truth("accept-unsaid", at) for at in range(len(decision.edition.refuse_to_accept_unsaid)))


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


def _may_refuse(decision: Decision, grounds: tuple[Judged, ...]) -> Truth:
    if any(one.met is True for one in grounds):
        return True
    if grounds or decision.edition.partial:
        return None
    return None if unsaid(decision) is not False else False


def _compare(decision: Decision) -> tuple[str, ...]:
    if decision.edition.comparison is None:
        return ()
    lines = (line for line in decision.lines if line.brought and line.entry.requirement.form in ("copy", "both"))
    return tuple(dict.fromkeys(one.document for line in lines if line.brought for one in line.brought.brought))


def _unneeded(decision: Decision, lacking: tuple[Line, ...]) -> tuple[str, ...]:
    """What no line asks for, nor comes near: a paper that a missing one would serve as is short of it, not needless."""
    if not decision.edition.lists_all:
        return ()
    near = {id for line in lacking for id in line.entry.stands_for}
    submitted = decision.case.submitted or ()
    used = {
        one.document
        for line in decision.lines
        if line.brought and line.status != "not-required"
        for one in line.brought.brought
    }
    return tuple(dict.fromkeys(one.document for one in submitted if one.document not in used | near))


__all__ = ["REMARKS", "Judged", "Verdict", "judged", "refusals", "unsaid", "verdict"]
