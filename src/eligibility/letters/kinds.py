"""Which letters an edition has, and on what a decision lets each of them rest. Every other way is an error."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, NoReturn, TypeVar, get_args

from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refused import refused
from eligibility.law.condition import Value, parsed
from eligibility.law.edition import Edition, Ground, Pause, Receipt, ReceiptKind, Result
from eligibility.law.logic import truth
from eligibility.letters.statement import NOTHING, Statement
from eligibility.reasoning.decision import Decision, Line, closed_way
from eligibility.reasoning.explanation import facts_behind, ready
from eligibility.reasoning.plan import CHANNEL
from eligibility.reasoning.questions import waits_for
from eligibility.reasoning.shown import lines_to_read
from eligibility.reasoning.verdict import refusals, verdict
from eligibility.reasoning.wording import joined

LetterKind = Literal["checklist", "talon", "acceptance", "refuse-acceptance", "notice", "refusal", "extension", "slip"]
KINDS: tuple[LetterKind, ...] = get_args(LetterKind)
KIND = "KIND"
"""the place of a mistake about the letter as a whole: the argument that names its kind"""

COPIES: dict[LetterKind, int] = {"refuse-acceptance": 2}
"""of the letters of which each side keeps one"""


T = TypeVar("T")


class Basis(NamedTuple):
    """What a letter rests on in this case."""

    kind: LetterKind
    receipt: Receipt | None = None
    grounds: tuple[tuple[int, Ground], ...] = ()
    """with their places in the edition"""
    stated: bool = False
    """the ground is the office's own statement, for the edition only points to where grounds are"""
    missing: tuple[Line, ...] = ()
    unclear: tuple[Line, ...] = ()
    """for which something is presented of which the text does not say whether it will do"""
    result: Result | None = None
    pause: Pause | None = None


def kind_named(name: str, where: str = KIND) -> LetterKind:
    return chosen(name, KINDS, where, "unknown-kind")


def kinds_of(edition: Edition) -> Iterator[LetterKind]:
    """The letters an edition has at all, whatever the case."""
    listed = bool(edition.requirements or edition.documents_from)
    has: dict[LetterKind, bool] = {
        "checklist": listed,
        "talon": any(one.receipt == "talon" for one in edition.receipts),
        "acceptance": any(one.receipt == "acceptance" for one in edition.receipts),
        "refuse-acceptance": any(ground.receipt for ground in edition.refuse_to_accept),
        "notice": any(result.notice for result in edition.results),
        "refusal": bool(edition.refuse_service),
        "extension": any(pause.pause == "extension" for pause in edition.pauses),
        "slip": listed and not edition.partial and _has_desk_without_refusal(edition),
    }
    yield from (kind for kind in KINDS if has[kind])


def _has_desk_without_refusal(edition: Edition) -> bool:
    """Whether there is a way of filing by which no ground to refuse the documents is certain."""
    ways = [one.channel for one in edition.channels if one.only != "result"]
    told: list[dict[str, Value]] = [{CHANNEL: way} for way in ways] or [{}]
    return any(all(truth(parsed(one.when), facts, {}) is not True for one in edition.refuse_to_accept) for facts in told)


def basis(kind: LetterKind, decision: Decision, statement: Statement) -> Basis:
    """What the letter rests on; refuses where the decision gives no such letter."""
    if not decision.answered:
        raise refused("letter-not-in-force", KIND)
    has = tuple(kinds_of(decision.edition))
    if kind not in has:
        raise refused("letter-not-in-edition", KIND, known=", ".join(has))
    if kind != "checklist":
        _check_way(decision)
    match kind:
        case "talon" | "acceptance":
            found = _receipt(kind, decision)
        case "refuse-acceptance":
            found = _refuse_acceptance(decision, statement)
        case "notice":
            found = _notice(decision)
        case "refusal":
            found = _refusal(decision, statement)
        case "extension":
            found = _extension(decision)
        case "slip":
            found = _slip(decision, statement)
        case _:
            found = Basis(kind)
    _check_stated(found, statement)
    _check_missing(found, statement, decision)
    return found


def _check_way(decision: Decision) -> None:
    """By a way that is not open nothing is filed, so no paper follows."""
    way = closed_way(decision)
    if way is None:
        return
    names = ready(decision).facts[CHANNEL].values or {}
    open_ways = [id for id, opened, one in decision.channels() if opened and not (one and one.only == "result")]
    ways = joined("; ", (names[id].label for id in dict.fromkeys(open_ways)))
    raise refused("way-closed", "facts.channel", way=names[way].label, ways=ways)


def _check_stated(found: Basis, statement: Statement) -> None:
    """What the clerk may state is printed or refused, never dropped."""
    if statement.ground != NOTHING and not found.stated:
        raise refused("ground-not-stated", "--ground")
    if statement.basis != NOTHING and found.kind != "refuse-acceptance":
        raise refused("basis-not-stated", "--basis")
    if found.kind == "checklist" and (statement.number or statement.accepted_on):
        raise refused("number-not-stated", "--number" if statement.number else "--accepted-on")
    if statement.term != NOTHING and found.kind != "notice":
        raise refused("term-not-stated", "--term")


def _check_missing(found: Basis, statement: Statement, decision: Decision) -> None:
    """The office may state what is missing where the list is elsewhere, but nothing against what is known here."""
    if statement.missing and not (found.stated and found.kind in ("refuse-acceptance", "slip")):
        raise refused("missing-not-stated", "--missing")
    case, lines = decision.case, lines_to_read(decision)
    brought = {one.document for one in case.submitted or () if one.state_on(case.on) == "readable"}
    asked = {id for line in lines if line.status != "not-required" for id in _documents(line)}
    spared = {line.entry.document for line in lines if line.status == "not-required"} - asked
    listed = {id for line in lines if line.entry.row.known is None for id in _documents(line)}
    from_elsewhere = {id for line in lines if line.entry.row.known for id in _documents(line)} - listed
    for document, name in statement.missing:
        if document in brought:
            raise refused("missing-presented", "--missing")
        if document in spared:
            raise refused("missing-not-required", "--missing", name=name)
        if document in from_elsewhere and found.kind == "refuse-acceptance":
            raise refused("missing-indicative", "--missing", name=name)


def _documents(line: Line) -> tuple[str, ...]:
    return (line.entry.document, *line.accepted)


def _receipt(kind: ReceiptKind, decision: Decision) -> Basis:
    known = [(at, one) for at, one in enumerate(decision.edition.receipts) if one.receipt == kind]
    _, receipt = _settled(decision, "receipt", known)
    if kind == "acceptance":
        if not decision.case.submitted:
            raise refused("nothing-presented", "submitted")
        return Basis("acceptance", receipt=receipt)
    return Basis("talon", receipt=receipt)


def _refuse_acceptance(decision: Decision, statement: Statement) -> Basis:
    known = [(at, one) for at, one in enumerate(decision.edition.refuse_to_accept) if one.receipt]
    listed = [(at, one) for at, one in known if one.standing == "listed"]
    if listed:
        judged = verdict(decision)
        met = [(at, one) for at, one in listed if decision.truth("accept-ground", at) is True and one.when]
        if not met:
            _no_ground(decision, "accept-ground", listed)
        if not judged.missing:
            raise refused("nothing-missing", "submitted")
        return Basis("refuse-acceptance", grounds=tuple(met[:1]), missing=judged.missing)
    found = _settled(decision, "accept-ground", known)
    _stated_ground(statement)
    if not statement.missing:
        raise refused("missing-needed", "--missing")
    return Basis("refuse-acceptance", grounds=(found,), stated=True)


def _stated_ground(statement: Statement) -> None:
    if statement.ground == NOTHING:
        raise refused("ground-needed", "--ground")


def _notice(decision: Decision) -> Basis:
    known = [(at, one) for at, one in enumerate(decision.edition.results) if one.notice]
    _, result = _settled(decision, "result", known)
    return Basis("notice", result=result)


def _refusal(decision: Decision, statement: Statement) -> Basis:
    known = list(enumerate(decision.edition.refuse_service))
    listed = [(at, one) for at, one in known if one.standing == "listed"]
    if listed:
        met = {judged.ground.id for judged in refusals(decision) if judged.met is True}
        grounds = tuple((at, one) for at, one in listed if one.id in met)
        if not grounds:
            _no_ground(decision, "refusal-ground", listed)
        return Basis("refusal", grounds=grounds)
    found = _settled(decision, "refusal-ground", known)
    _stated_ground(statement)
    return Basis("refusal", grounds=(found,), stated=True)


def _no_ground(decision: Decision, name: str, grounds: list[tuple[int, Ground]]) -> NoReturn:
    open_grounds = [at for at, _ in grounds if decision.truth(name, at) is None]
    if open_grounds:
        _open(decision, name, open_grounds)
    raise refused("no-ground", "facts")


def _extension(decision: Decision) -> Basis:
    known = [(at, one) for at, one in enumerate(decision.edition.pauses) if one.pause == "extension"]
    _, pause = _settled(decision, "pause", known)
    return Basis("extension", pause=pause)


def _slip(decision: Decision, statement: Statement) -> Basis:
    _check_no_right_to_refuse(decision)
    judged = verdict(decision)
    if not judged.presented:
        raise refused("presented-not-said", "submitted")
    points = bool(decision.edition.documents_from)
    if not (judged.missing or (points and statement.missing)):
        raise refused("missing-needed", "--missing") if points else refused("nothing-missing", "submitted")
    unclear = tuple(line for line in judged.open if line.brought and line.brought.remarks)
    return Basis("slip", missing=judged.missing, unclear=unclear, stated=points and bool(statement.missing))


def _check_no_right_to_refuse(decision: Decision) -> None:
    grounds = decision.edition.refuse_to_accept
    truths = [decision.truth("accept-ground", at) for at in range(len(grounds))]
    if True in truths:
        listed = any(truth and one.standing == "listed" for one, truth in zip(grounds, truths, strict=True))
        raise refused("slip-where-refusable" if listed else "slip-left-to-standard", KIND)
    if None in truths:
        _open(decision, "accept-ground", [at for at, truth in enumerate(truths) if truth is None])


def _settled(decision: Decision, name: str, known: list[tuple[int, T]]) -> tuple[int, T]:
    """The first of the edition's rules that holds in this case."""
    for at, one in known:
        if decision.truth(name, at) is True:
            return at, one
    open_rules = [at for at, _ in known if decision.truth(name, at) is None]
    if open_rules:
        _open(decision, name, open_rules)
    raise refused("letter-not-in-case", KIND)


def _open(decision: Decision, name: str, places: Iterable[int]) -> NoReturn:
    slots = [ready(decision).slots[f"{name}:{at}"] for at in places]
    if not any(waits_for(decision, slot) for slot in slots):
        raise refused("letter-unsaid", KIND)
    facts = dict.fromkeys(fact for slot in slots for fact, _, _ in facts_behind(decision, slot))
    raise refused("letter-undetermined", "facts", known=", ".join(facts))
