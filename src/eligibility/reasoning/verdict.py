"""Documents presented -> what the desk may and must do: complete or not, what to compare, whether it may refuse."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from eligibility.law.edition import Ground
from eligibility.law.logic import Truth, any_of
from eligibility.law.vocabulary import Home
from eligibility.reasoning.decision import Decision, Line, Ruled
from eligibility.reasoning.shown import certain_lines

Advice = Literal["no-right", "talon", "silent", "pointed", "partial", "unsettled", "tell", "list-elsewhere", "no-list"]


class Judged(NamedTuple):
    """A ground as it stands in this case. Met only where the edition itself lists it."""

    ground: Ground
    met: Truth
    home: Home
    """whose ground it is"""


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
    instead: tuple[Advice, ...]
    """what the desk is told where no right to refuse is established: what the text says, then what the program advises"""


def verdict(decision: Decision) -> Verdict:
    plan, slots = decision.plan, decision.slots
    if plan is None:
        raise ValueError("an edition that may not speak for the day gives no verdict")
    presented = decision.case.submitted is not None
    incomplete = slots[plan.incomplete] if presented or plan.asks_for_nothing else None
    listed = [(line, line.entry.missing) for line in decision.lines if presented and line.entry.missing is not None]
    lacking = [line for line, missing in listed if slots[missing] is True]
    open_lines = [line for line, missing in listed if slots[missing] is None]
    for one, lines in certain_lines(decision) if open_lines else ():
        if one.entry.missing is not None:
            open_lines = [line for line in open_lines if line not in lines] + [one] * (one.counts is None)
            lacking += [one] * (one.counts is False)
    complete = False if lacking else None if incomplete is None else not incomplete
    grounds = judged(decision, decision.of("refuse_to_accept"))
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
        tuple(_instead(decision, may_refuse, grounds, bool(lacking))) if presented and not (may_refuse or complete) else (),
    )


def _instead(decision: Decision, may_refuse: Truth, grounds: tuple[Judged, ...], missing: bool) -> Iterator[Advice]:
    """What the text says, and after it what the program advises or does not know."""
    yield from _of_the_text(decision, may_refuse, grounds)
    if missing:
        yield "tell"
    elif decision.plan and decision.plan.pointers:
        yield "list-elsewhere"
    elif not (decision.plan and decision.plan.lists_all):
        yield "no-list"


def _of_the_text(decision: Decision, may_refuse: Truth, grounds: tuple[Judged, ...]) -> Iterator[Advice]:
    if may_refuse is False:
        yield "no-right"
        if any(one.rule.receipt == "talon" and one.truth for one in decision.of("receipts")):
            yield "talon"
    elif unsaid(decision) is True:
        yield "silent"
    elif any(one.ground.standing == "by-reference" for one in grounds):
        yield "pointed"
    elif not decision.edition.at_hand("refuse_to_accept") and not grounds:
        yield "partial"
    else:
        yield "unsettled"


def unsaid(decision: Decision) -> Truth:
    """Whether the text does not say, here, if the documents may be refused."""
    return any_of(one.truth for one in decision.of("refuse_to_accept_unsaid"))


def judged(decision: Decision, grounds: Iterable[Ruled[Ground]]) -> tuple[Judged, ...]:
    """The grounds that are met, or of which it is not settled. Those of which the text is not at hand are never met."""
    return tuple(
        Judged(ground, met if ground.when and ground.standing == "listed" else None, decision.home_of(slot))
        for ground, met, slot in grounds
        if met is not False
    )


def refusals(decision: Decision) -> tuple[Judged, ...]:
    return judged(decision, decision.of("refuse_service"))


def _may_refuse(decision: Decision, grounds: tuple[Judged, ...]) -> Truth:
    if any(one.met is True for one in grounds):
        return True
    if grounds or not decision.edition.at_hand("refuse_to_accept"):
        return None
    return None if unsaid(decision) is not False else False


def _compare(decision: Decision) -> tuple[str, ...]:
    if decision.edition.comparison is None:
        return ()
    lines = (
        line
        for line in decision.lines
        if line.brought and line.of_applicant and line.entry.requirement.form in ("copy", "both")
    )
    return tuple(dict.fromkeys(one.document for line in lines if line.brought for one in line.brought.brought))


def _unneeded(decision: Decision, lacking: tuple[Line, ...]) -> tuple[str, ...]:
    """What nobody is asked for, nor comes near: a paper that a missing one would serve as is short of it, not needless."""
    if not (decision.plan and decision.plan.lists_all):
        return ()
    near = {id for line in lacking for id in line.entry.stands_for}
    submitted = decision.case.submitted or ()
    used = {
        one.document
        for line in decision.lines
        if line.brought and line.of_applicant and line.status != "not-required"
        for one in line.brought.brought
    }
    return tuple(dict.fromkeys(one.document for one in submitted if one.document not in used | near))
