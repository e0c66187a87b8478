"""Which letters an edition has, and on what a decision lets each of them rest. Every other way is an error."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Literal, NamedTuple, NoReturn, TypeVar, get_args

from eligibility.answer.answer import Answer
from eligibility.answer.line import AnswerLine
from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refusal import refused
from eligibility.law.condition import Value, parsed
from eligibility.law.edition import Edition, Ground, Pause, Receipt, ReceiptKind, Result
from eligibility.law.filing_facts import CHANNEL, INCOMPLETE
from eligibility.law.logic import truth
from eligibility.letters.statement import NOTHING, Statement
from eligibility.reasoning.decision import Decision, Ruled
from eligibility.reasoning.derivation import Reason, derivation, facts_behind
from eligibility.words.joining import joined

LetterKind = Literal["checklist", "talon", "acceptance", "refuse-acceptance", "notice", "refusal", "extension", "slip"]
"""a paper that an office hands out or sends"""
KINDS: tuple[LetterKind, ...] = get_args(LetterKind)
"""in the order they are offered in"""
KIND = "KIND"
"""the place of a mistake about the letter as a whole: the argument that names its kind"""
SIGNED: tuple[LetterKind, ...] = ("talon", "acceptance", "refuse-acceptance", "notice", "refusal", "extension")
"""official papers, which carry no remarks on the text"""

COPIES: dict[LetterKind, int] = {"refuse-acceptance": 2}
"""of the letters of which each side keeps one"""


T = TypeVar("T")


class Basis(NamedTuple):
    """What a letter rests on in this case."""

    kind: LetterKind
    receipt: Receipt | None = None
    grounds: tuple[Ruled[Ground], ...] = ()
    stated: bool = False
    """the ground is the office's own statement, for the edition only points to where grounds are"""
    missing: tuple[AnswerLine, ...] = ()
    unclear: tuple[AnswerLine, ...] = ()
    """for which something is presented of which the text does not say whether it will do"""
    result: Result | None = None
    pause: Pause | None = None


def kind_named(name: str, where: str = KIND) -> LetterKind:
    return chosen(name, KINDS, where, "unknown-kind")


def kinds_of(edition: Edition) -> Iterator[LetterKind]:
    """The letters an edition has at all, whatever the case."""
    listed = bool(edition.requirements or edition.documents_from or edition.requirements_as_in)
    if edition.text == "elsewhere" and (listed or edition.no_papers):
        yield "checklist"
    if edition.text == "elsewhere":
        return
    has: dict[LetterKind, bool] = {
        "checklist": listed or edition.no_papers is not None,
        "talon": any(one.receipt == "talon" for one in edition.receipts),
        "acceptance": any(one.receipt == "acceptance" for one in edition.receipts),
        "refuse-acceptance": any(ground.receipt for ground in edition.refuse_to_accept),
        "notice": any(result.notice for result in edition.results),
        "refusal": bool(edition.refuse_service),
        "extension": any(pause.pause == "extension" for pause in edition.pauses),
        "slip": listed and edition.at_hand("requirements") and _has_desk_without_refusal(edition),
    }
    yield from (kind for kind in KINDS if has[kind])


def _has_desk_without_refusal(edition: Edition) -> bool:
    """Whether there is a way of filing by which no ground to refuse the documents is certain."""
    ways = [one.channel for one in edition.channels if one.only != "result"]
    told: list[dict[str, Value]] = [{CHANNEL: way} for way in ways] or [{}]
    return any(all(truth(parsed(one.when), facts, {}) is not True for one in edition.refuse_to_accept) for facts in told)


def basis(kind: LetterKind, answer: Answer, statement: Statement) -> Basis:
    """What the letter rests on; refuses where the decision gives no such letter."""
    _check_kind(kind, answer)
    if kind != "checklist":
        _check_way(answer)
    match kind:
        case "talon" | "acceptance":
            found = _receipt(kind, answer)
        case "refuse-acceptance":
            found = _refuse_acceptance(answer, statement)
        case "notice":
            found = _notice(answer)
        case "refusal":
            found = _refusal(answer, statement)
        case "extension":
            found = _extension(answer)
        case "slip":
            found = _slip(answer, statement)
        case _:
            found = Basis(kind)
    _check_stated(found, statement)
    _check_missing(found, statement, answer)
    return found


def _check_kind(kind: LetterKind, answer: Answer) -> None:
    if not answer.answered:
        raise refused("letter-not-in-force", KIND)
    if answer.known_only and kind != "checklist":
        raise refused("letter-of-elsewhere", KIND)
    has = tuple(kinds_of(answer.edition))
    if kind not in has:
        raise refused("letter-not-in-edition", KIND, known=", ".join(has))


def _check_way(answer: Answer) -> None:
    """By a way that is not open nothing is filed, so no paper follows."""
    if answer.closed_way is None:
        return
    ways = joined("; ", map(answer.way_name, answer.open_ways))
    raise refused("way-closed", "facts.channel", way=answer.way_name(answer.closed_way), ways=ways)


def _check_stated(found: Basis, statement: Statement) -> None:
    """What the clerk may state is printed or refused, never dropped."""
    if statement.ground != NOTHING and not found.stated:
        raise refused("ground-not-stated", "--ground")
    if statement.basis != NOTHING and found.kind != "refuse-acceptance":
        raise refused("basis-not-stated", "--basis")
    if statement.circumstances != NOTHING and found.kind != "refusal":
        raise refused("circumstances-not-stated", "--circumstances")
    if found.kind == "checklist" and (statement.number or statement.accepted_on):
        raise refused("number-not-stated", "--number" if statement.number else "--accepted-on")
    if statement.term != NOTHING and found.kind != "notice":
        raise refused("term-not-stated", "--term")


def _check_missing(found: Basis, statement: Statement, answer: Answer) -> None:
    """The office may state what is missing where the list is elsewhere, but nothing against what is known here."""
    if statement.missing and not (found.stated and found.kind in ("refuse-acceptance", "slip")):
        raise refused("missing-not-stated", "--missing")
    case, lines = answer.decision.case, answer.lines_to_read
    brought = {one.document for one in case.submitted or () if one.state_on(case.on) == "readable"}
    asked = {id for line in lines if line.status != "not-required" for id in _documents(line)}
    spared = {line.document for line in lines if line.status == "not-required"} - asked
    listed = {id for line in lines if line.known is None for id in _documents(line)}
    from_elsewhere = {id for line in lines if line.known for id in _documents(line)} - listed
    of_office = {line.document for line in lines if line.obtained} - {
        id for line in lines if line.status != "not-required" and line.of_applicant for id in _documents(line)
    }
    for document, name in statement.missing:
        if document in brought:
            raise refused("missing-presented", "--missing")
        if document in from_elsewhere and found.kind == "refuse-acceptance":
            raise refused("missing-indicative", "--missing", name=name)
        if document in spared:
            raise refused("missing-not-required", "--missing", name=name)
        if document in of_office:
            raise refused("missing-of-office", "--missing", name=name)


def _documents(line: AnswerLine) -> tuple[str, ...]:
    return (line.document, *line.line.accepted, *chain.from_iterable(line.line.sets))


def _receipt(kind: ReceiptKind, answer: Answer) -> Basis:
    receipt = _settled(answer, [one for one in answer.decision.of("receipts") if one.rule.receipt == kind]).rule
    if kind == "acceptance":
        if not answer.decision.case.submitted:
            raise refused("nothing-presented", "submitted")
        return Basis("acceptance", receipt=receipt)
    return Basis("talon", receipt=receipt)


def _refuse_acceptance(answer: Answer, statement: Statement) -> Basis:
    known = [one for one in answer.decision.of("refuse_to_accept") if one.rule.receipt]
    listed = [one for one in known if one.rule.standing == "listed"]
    if listed:
        met = [one for one in listed if one.truth is True and one.rule.when]
        if not met:
            _no_ground(answer, listed)
        if not answer.missing:
            raise refused("nothing-missing", "submitted")
        return Basis("refuse-acceptance", grounds=tuple(met[:1]), missing=answer.missing)
    found = _settled(answer, known)
    _stated_ground(statement)
    if not statement.missing:
        raise refused("missing-needed", "--missing")
    return Basis("refuse-acceptance", grounds=(found,), stated=True)


def _stated_ground(statement: Statement) -> None:
    if statement.ground == NOTHING:
        raise refused("ground-needed", "--ground")


def _notice(answer: Answer) -> Basis:
    known = [one for one in answer.decision.of("results") if one.rule.notice]
    met = [one.ground.text for one in answer.refusals if one.met]
    if met and all(one.truth is False for one in known):
        raise refused("result-excluded", "facts", ground=joined("; ", met))
    return Basis("notice", result=_settled(answer, known).rule)


def _refusal(answer: Answer, statement: Statement) -> Basis:
    known = answer.decision.of("refuse_service")
    listed = [one for one in known if one.rule.standing == "listed"]
    if listed:
        met = {judged.ground.id for judged in answer.refusals if judged.met is True}
        grounds = tuple(one for one in listed if one.rule.id in met)
        if not grounds:
            _no_ground(answer, listed)
        incomplete = any(rests_on_incompleteness(answer.decision, one) for one in grounds)
        return Basis(
            "refusal", grounds=grounds, missing=answer.missing if incomplete else (), result=_result_of_refusal(answer)
        )
    found = _settled(answer, known)
    _stated_ground(statement)
    return Basis("refusal", grounds=(found,), stated=True, result=_result_of_refusal(answer))


def _result_of_refusal(answer: Answer) -> Result | None:
    """The result that tells of a refusal, where the text has one: it says how the paper is issued."""
    results = answer.decision.of("results")
    told = (one.rule for one in results if one.truth is not False and answer.pack.outcomes[one.rule.outcome].refusal)
    return next(told, None)


def rests_on_incompleteness(decision: Decision, ground: Ruled[Ground]) -> bool:
    """Whether it is met because papers are missing."""
    return any(one.name == INCOMPLETE for one in _reasons(derivation(decision, ground.slot)))


def _reasons(reason: Reason) -> Iterator[Reason]:
    yield reason
    for below in reason.because:
        yield from _reasons(below)


def _no_ground(answer: Answer, grounds: Iterable[Ruled[Ground]]) -> NoReturn:
    if open_grounds := [one for one in grounds if one.truth is None]:
        _open(answer, open_grounds)
    raise refused("no-ground", "facts")


def _extension(answer: Answer) -> Basis:
    return Basis(
        "extension", pause=_settled(answer, [one for one in answer.decision.of("pauses") if one.rule.pause == "extension"]).rule
    )


def _slip(answer: Answer, statement: Statement) -> Basis:
    _check_no_right_to_refuse(answer)
    if not answer.verdict.presented:
        raise refused("presented-not-said", "submitted")
    points = bool(answer.points_elsewhere)
    if not (answer.missing or (points and statement.missing)):
        raise refused("missing-needed", "--missing") if points else refused("nothing-missing", "submitted")
    unclear = tuple(line for line in answer.perhaps_missing if line.brought and line.brought.remarks)
    return Basis("slip", missing=answer.missing, unclear=unclear, stated=points and bool(statement.missing))


def _check_no_right_to_refuse(answer: Answer) -> None:
    grounds = answer.decision.of("refuse_to_accept")
    if any(one.truth is True for one in grounds):
        listed = any(one.truth is True and one.rule.standing == "listed" for one in grounds)
        raise refused("slip-where-refusable" if listed else "slip-left-to-standard", KIND)
    if open_grounds := [one for one in grounds if one.truth is None]:
        _open(answer, open_grounds)


def _settled(answer: Answer, known: Sequence[Ruled[T]]) -> Ruled[T]:
    """The first of the edition's rules that holds in this case."""
    for one in known:
        if one.truth is True:
            return one
    if open_rules := [one for one in known if one.truth is None]:
        _open(answer, open_rules)
    raise refused("letter-not-in-case", KIND)


def _open(answer: Answer, rules: Iterable[Ruled[Any]]) -> NoReturn:
    found = list(rules)
    if answer.decision.case.submitted is None and any(rests_on_incompleteness(answer.decision, one) for one in found):
        raise refused("presented-not-said", "submitted")
    if all(answer.is_unsaid(one) for one in found):
        raise refused("letter-unsaid", KIND)
    facts = dict.fromkeys(fact for one in found for fact in facts_behind(answer.decision, one.slot))
    questions = joined(" ", (answer.pack.facts[fact].asked("desk") for fact in facts))
    raise refused("letter-undetermined", "facts", known=questions)
