"""Which letters an edition has, and on what a decision lets each of them rest. Every other way is an error."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, NoReturn, TypeVar, get_args

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refused import Refused
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
from eligibility.words.text import N_

LetterKind = Literal["checklist", "talon", "acceptance", "refuse-acceptance", "notice", "refusal", "extension", "slip"]
KINDS: tuple[LetterKind, ...] = get_args(LetterKind)

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


def kind_named(name: str, where: str = "KIND") -> LetterKind:
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
        _refuse("letter-not-in-force", N_("the edition is not the law on the day"), N_("add --as-if-in-force"))
    has = tuple(kinds_of(decision.edition))
    if kind not in has:
        hint = N_("it has: {known}") if has else N_("it has none")
        _refuse("letter-not-in-edition", N_("this edition has no such letter"), hint, known=", ".join(has))
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
    hint = N_("it can be filed this way: {ways}") if open_ways else N_("check the facts of the case")
    _refuse("way-closed", N_("nothing can be filed this way: {way}"), hint, "facts.channel", way=names[way].label, ways=ways)


def _check_stated(found: Basis, statement: Statement) -> None:
    """What the clerk may state is printed or refused, never dropped."""
    if statement.ground != NOTHING and not found.stated:
        text = N_("the ground of this letter comes from the decision, or it has none")
        _refuse("ground-not-stated", text, N_("state no ground (--ground; in a list letter.ground)"), "--ground")
    if statement.basis != NOTHING and found.kind != "refuse-acceptance":
        text = N_("only a receipt of refusal to accept has a basis that the office states")
        _refuse("basis-not-stated", text, N_("state no basis (--basis; in a list letter.basis)"), "--basis")
    if found.kind == "checklist" and (statement.number or statement.accepted_on):
        text = N_("a checklist has neither a number nor a day of acceptance")
        _refuse("number-not-stated", text, N_("leave both out"), "--number" if statement.number else "--accepted-on")
    if statement.term != NOTHING and found.kind != "notice":
        text = N_("only a notice states when the service is given")
        _refuse("term-not-stated", text, N_("state no term (--term; in a list letter.term)"), "--term")


def _check_missing(found: Basis, statement: Statement, decision: Decision) -> None:
    """The office may state what is missing where the list is elsewhere, but nothing against what is known here."""
    if statement.missing and not (found.stated and found.kind in ("refuse-acceptance", "slip")):
        text = N_("the missing documents of this letter come from the decision, or it names none")
        _refuse("missing-not-stated", text, N_("state no missing documents (--missing; in a list letter.missing)"), "--missing")
    case, lines = decision.case, lines_to_read(decision)
    brought = {one.document for one in case.submitted or () if one.state_on(case.on) == "readable"}
    asked = {id for line in lines if line.status != "not-required" for id in _documents(line)}
    spared = {line.entry.document for line in lines if line.status == "not-required"} - asked
    listed = {id for line in lines if line.entry.row.known is None for id in _documents(line)}
    from_elsewhere = {id for line in lines if line.entry.row.known for id in _documents(line)} - listed
    for document, name in statement.missing:
        if document in brought:
            text = N_("a document cannot be presented and missing at once")
            _refuse("missing-presented", text, N_("check what was presented"), "--missing")
        if document in spared:
            text = N_("the checklist of this case says that this document is not required: {name}")
            _refuse("missing-not-required", text, N_("check the facts of the case"), "--missing", name=name)
        if document in from_elsewhere and found.kind == "refuse-acceptance":
            text = N_("this document is known here only from a source that is no law in this case: {name}")
            _refuse("missing-indicative", text, N_("check the Standard and state it in its words"), "--missing", name=name)


def _documents(line: Line) -> tuple[str, ...]:
    return (line.entry.document, *line.accepted)


def _receipt(kind: ReceiptKind, decision: Decision) -> Basis:
    known = [(at, one) for at, one in enumerate(decision.edition.receipts) if one.receipt == kind]
    _, receipt = _settled(decision, "receipt", known)
    if kind == "acceptance":
        if not decision.case.submitted:
            _refuse("nothing-presented", N_("no documents are presented"), N_("name them in the case"), "submitted")
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
            _refuse("nothing-missing", N_("no document is missing"), N_("check what was presented"), "submitted")
        return Basis("refuse-acceptance", grounds=tuple(met[:1]), missing=judged.missing)
    found = _settled(decision, "accept-ground", known)
    _stated_ground(statement)
    if not statement.missing:
        text = N_("the list of documents is in the Standard, so the office states which are missing")
        _refuse("missing-needed", text, N_("state the missing documents (--missing; in a list letter.missing)"), "--missing")
    return Basis("refuse-acceptance", grounds=(found,), stated=True)


def _stated_ground(statement: Statement) -> None:
    if statement.ground == NOTHING:
        text = N_("the edition only points to where the grounds are, so the office states the ground")
        _refuse("ground-needed", text, N_("state the ground (--ground; in a list letter.ground)"), "--ground")


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
    text = N_("no ground that the edition itself lists is met, and where it lists any, this letter rests on those alone")
    _refuse("no-ground", text, N_("check the facts of the case"), "facts")


def _extension(decision: Decision) -> Basis:
    known = [(at, one) for at, one in enumerate(decision.edition.pauses) if one.pause == "extension"]
    _, pause = _settled(decision, "pause", known)
    return Basis("extension", pause=pause)


def _slip(decision: Decision, statement: Statement) -> Basis:
    _check_no_right_to_refuse(decision)
    judged = verdict(decision)
    if not judged.presented:
        hint = N_("name them in the case, or [] where there are none")
        _refuse("nothing-presented", N_("no documents are presented"), hint, "submitted")
    points = bool(decision.edition.documents_from)
    if not (judged.missing or (points and statement.missing)):
        stating = N_("state the missing documents (--missing; in a list letter.missing)")
        hint = stating if points else N_("check what was presented")
        _refuse("nothing-missing", N_("no document is missing"), hint, "submitted")
    unclear = tuple(line for line in judged.open if line.brought and line.brought.remarks)
    return Basis("slip", missing=judged.missing, unclear=unclear, stated=points and bool(statement.missing))


def _check_no_right_to_refuse(decision: Decision) -> None:
    grounds = decision.edition.refuse_to_accept
    truths = [decision.truth("accept-ground", at) for at in range(len(grounds))]
    if True in truths:
        listed = any(truth and one.standing == "listed" for one, truth in zip(grounds, truths, strict=True))
        lets = N_("the edition lets the documents be refused in this case, so no slip is given")
        points = N_("whether the documents may be refused in this case is left to the Standard, so no slip is given")
        _refuse("letter-not-in-case", lets if listed else points, N_("check the facts of the case"))
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
    text = N_("the edition gives this letter in other cases only")
    raise _refused("letter-not-in-case", text, N_("check the facts of the case"))


def _open(decision: Decision, name: str, places: Iterable[int]) -> NoReturn:
    slots = [ready(decision).slots[f"{name}:{at}"] for at in places]
    if not any(waits_for(decision, slot) for slot in slots):
        text = N_("the text does not say whether this letter may be given here")
        _refuse("letter-unsaid", text, N_("«eligibility show» has the remarks on it"))
    facts = dict.fromkeys(fact for slot in slots for fact, _, _ in facts_behind(decision, slot))
    text = N_("it is not determined whether this letter may be given")
    _refuse("letter-undetermined", text, N_("answer first: {known}"), "facts", known=", ".join(facts))


def _refuse(code: str, text: str, hint: str, where: str = "KIND", **values: object) -> NoReturn:
    raise _refused(code, text, hint, where, **values)


def _refused(code: str, text: str, hint: str, where: str = "KIND", **values: object) -> Refused:
    return Refused([Diagnostic(code, text, where, hint, values)])
