"""Whether what was brought counts for a line of the checklist."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from eligibility.law.edition import Edition, Requirement
from eligibility.law.logic import Truth, all_of, any_of
from eligibility.law.validity import Validity
from eligibility.law.vocabulary import Form
from eligibility.reasoning.case import Case, Presented, PresentedForm, State
from eligibility.reasoning.plan import Entry, Plan

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
    "too-few-copies",
    "copies-unknown",
    "too-old",
    "issue-day-unknown",
    "set-incomplete",
]


class Paper(NamedTuple):
    """What a line looks at of a document presented, on the day of filing, and no more than the edition asks about."""

    document: str
    form: PresentedForm | None
    state: State
    instead_of: str | None
    copies: int | None = None
    too_old_for: tuple[Validity, ...] | None = ()
    """the limits it is older than; None where it is not known when it was issued"""


class Match(NamedTuple):
    """Documents brought for one line. Unknown: the text does not say whether such a paper counts, or too little is known."""

    counts: Truth
    brought: tuple[Paper, ...]
    remarks: tuple[Remark, ...]


NOT_BROUGHT = Match(False, (), ())


Brought = Mapping[str, Sequence[Paper]]
"""documents presented, by their id"""


def papers_of(case: Case, plan: Plan) -> tuple[Paper, ...] | None:
    """In the state they are in on the day of filing; nothing where it is not said what was brought."""
    if case.submitted is None:
        return None
    return tuple([_paper(one, case, plan) for one in case.submitted])


def _paper(one: Presented, case: Case, plan: Plan) -> Paper:
    copies = one.copies if plan.counts_copies else None
    return Paper(one.document, one.form, one.state_on(case.on), one.instead_of, copies, _too_old_for(one, case, plan.limits))


def _too_old_for(one: Presented, case: Case, limits: tuple[Validity, ...]) -> tuple[Validity, ...] | None:
    issued = one.issued_on
    if issued is None:
        return None if limits else ()
    return tuple([limit for limit in limits if issued < limit.earliest_issue(case.on)])


def by_document(papers: Iterable[Paper]) -> Brought:
    found: dict[str, list[Paper]] = {}
    for one in papers:
        found.setdefault(one.document, []).append(one)
    return found


def match(entry: Entry, wanted: Sequence[str], edition: Edition, brought: Brought) -> Match:
    """What was brought of the wanted documents for a line."""
    groups = [found for document in wanted if (found := _meant_for(entry, brought.get(document, ())))]
    if not groups:
        return NOT_BROUGHT
    presented = tuple([one for group in groups for one in group])
    if len(presented) == 1 and _goes_without_saying(presented[0], entry.requirement):
        return Match(True, presented, ())
    judged = [_judged(group, entry, edition) for group in groups]
    remarks = tuple(dict.fromkeys(remark for _, found in judged for remark in found))
    counts = any_of(counts for counts, _ in judged)
    return Match(counts, presented, () if counts is True else remarks)


def match_together(entry: Entry, members: Sequence[Sequence[str]], edition: Edition, brought: Brought) -> Match:
    """What was brought of documents that count together only."""
    found = [match(entry, wanted, edition, brought) for wanted in members]
    counts = all_of(one.counts for one in found)
    papers = tuple(dict.fromkeys(paper for one in found for paper in one.brought))
    lacking: tuple[Remark, ...] = ("set-incomplete",) if papers and any(not one.brought for one in found) else ()
    remarks = tuple(dict.fromkeys(remark for one in found for remark in one.remarks))
    return Match(counts, papers, () if counts is True else (*lacking, *remarks))


def _goes_without_saying(paper: Paper, asked: Requirement) -> bool:
    """A paper of which nothing is said that could keep it from counting, where nothing has to be said."""
    return paper.form is None and paper.state == "readable" and asked.copies is None and asked.valid is None


def _meant_for(entry: Entry, presented: Sequence[Paper]) -> Sequence[Paper]:
    """An original and a copy of one paper may be listed apart; what is meant for another line is left out."""
    if all([one.instead_of is None for one in presented]):
        return presented
    return [one for one in presented if one.instead_of in (None, entry.document)]


def _judged(group: Sequence[Paper], entry: Entry, edition: Edition) -> tuple[Truth, tuple[Remark, ...]]:
    asked, electronic = entry.requirement, entry.requirement.form == "electronic"
    fresh, stale, doubts = _by_age(group, asked.valid)
    readable = [one for one in fresh if one.state == "readable"]
    sound = [one for one in readable if one.form is None or (one.form == "electronic") is electronic]
    doubts += [one.state for one in group if one.state != "readable" and one not in stale]
    doubts += ["not-electronic" if electronic else "electronic" for one in readable if one not in sound]
    if not sound:
        return (None, (*doubts, *_too_old(stale))) if doubts else (False, _too_old(stale))
    lacks = _forms_lacking(sound, entry, edition)
    doubtful = [one for one in group if one not in sound and one not in stale]
    enough, remark = _copies(sound, doubtful, asked)
    formed: Truth = True if not lacks else None if doubts else False
    counts = all_of(iter((formed, enough)))
    remarks = (*lacks, *remark, *(doubts if counts is None else ()), *(() if counts is True else _too_old(stale)))
    return counts, tuple(dict.fromkeys(remarks))


def _by_age(group: Sequence[Paper], limit: Validity | None) -> tuple[list[Paper], list[Paper], list[Remark]]:
    """Those recent enough, those too old, and a doubt about each of which it is not known when it was issued."""
    if limit is None:
        return list(group), [], []
    fresh = [one for one in group if one.too_old_for is not None and limit not in one.too_old_for]
    stale = [one for one in group if one.too_old_for is not None and limit in one.too_old_for]
    return fresh, stale, ["issue-day-unknown" for one in group if one.too_old_for is None]


def _too_old(stale: Sequence[Paper]) -> tuple[Remark, ...]:
    return ("too-old",) if stale else ()


def _forms_lacking(sound: Sequence[Paper], entry: Entry, edition: Edition) -> tuple[Remark, ...]:
    forms = {one.form for one in sound}
    if entry.requirement.form == "electronic" or None in forms:
        return ()
    lacks: list[Remark] = []
    if not forms & {"original", "both"} and _needs_original(entry, edition):
        lacks.append("original-not-shown")
    if not forms & {"copy", "both"} and _needs_copy(entry):
        lacks.append("copy-missing")
    return tuple(lacks)


def _copies(sound: Sequence[Paper], doubtful: Sequence[Paper], asked: Requirement) -> tuple[Truth, tuple[Remark, ...]]:
    """Whether there are as many as the text asks for; of a paper of which it is not said how many, there is one at least."""
    if asked.copies is None:
        return True, ()
    counted, others = _counted(sound, asked.form), _counted(doubtful, asked.form)
    least = sum(one.copies or 1 for one in counted)
    if least >= asked.copies:
        return True, ()
    if any(one.copies is None for one in counted):
        return None, ("copies-unknown",)
    open_still = any(one.copies is None for one in others) or least + sum(one.copies or 1 for one in others) >= asked.copies
    return (None if open_still else False), ("too-few-copies",)


COPIES_AMONG: Mapping[Form, tuple[PresentedForm | None, ...]] = {
    "original": ("original", "both", None),
    "copy": ("copy", "both", None),
    "both": ("copy", "both", None),
}
"""which of what is presented are the copies that are counted; of other papers all are"""


def _counted(papers: Iterable[Paper], form: Form) -> list[Paper]:
    among = COPIES_AMONG.get(form)
    return [one for one in papers if among is None or one.form in among]


def copies_presented(asked: Requirement, papers: Iterable[Paper]) -> int:
    """How many were presented of the document of which there are most."""
    found = by_document(_counted(papers, asked.form))
    return max((sum(one.copies or 1 for one in some) for some in found.values()), default=0)


def _needs_original(entry: Entry, edition: Edition) -> bool:
    form = entry.requirement.form
    return form in ("original", "both") or (form == "copy" and edition.comparison is not None)


def _needs_copy(entry: Entry) -> bool:
    return entry.requirement.form in ("copy", "both")
