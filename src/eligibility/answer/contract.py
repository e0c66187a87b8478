"""The JSON contract: an answer as plain data."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from eligibility.answer.answer import Answer, FeeTold, Way
from eligibility.answer.contract_lines import line_json, remark_json
from eligibility.answer.contract_parts import (
    Json,
    Worded,
    as_text,
    cite_json,
    duration_json,
    in_words,
    known_json,
    place_json,
    question_json,
    text_json,
    text_or_none,
    value_json,
    without_words,
)
from eligibility.answer.contract_terms import terms_json, uncounted_json
from eligibility.answer.contract_today import region_json, today_json
from eligibility.answer.given_back import blank, filled
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import COMPARISON, advice_text, remarks_of
from eligibility.answer.pieces import Pieces
from eligibility.answer.provenance import receipt, receipt_text
from eligibility.answer.why import said
from eligibility.law.edition import Appeal, Applicant, Flag, Receipt, Result
from eligibility.law.filing_facts import CHANNEL
from eligibility.law.logic import Truth
from eligibility.reasoning.conclusions import RuleSection
from eligibility.reasoning.decision import Decision, Line, Ruled
from eligibility.reasoning.derivation import Reason, rule_of
from eligibility.reasoning.verdict import Judged
from eligibility.terms.ledger import Ledger
from eligibility.words.catalogue import in_both

CONTRACT = 1


class Part(NamedTuple):
    """One part of the contract."""

    make: Callable[[Answer], Any]
    by: tuple[RuleSection, ...] = ()
    """sections of the edition whose truths are all that it depends on, beside the way of filing; empty where there is more"""


OPENNESS: dict[Truth, str] = {True: "open", False: "closed", None: "undetermined"}
BELONGING: dict[Truth, str] = {True: "yes", False: "no", None: "undetermined"}


def answer_data(answer: Answer, at: datetime | None = None) -> Json:
    """The answer as plain data, by the contract of docs/contract.schema.json."""
    parts = {name: in_words(part.make(answer)) for name, part in _parts(answer).items()}
    return {**in_words(_head(answer)), **parts, "receipt": receipt(answer.decision, answer.pack.digest, at)}


def part_data(answer: Answer, name: str) -> Any:
    """One part of the same, alone, with its words not made yet."""
    return edition_json(answer) if name == "edition" else _parts(answer)[name].make(answer)


def answer_json(answer: Answer, at: datetime | None = None) -> str:
    """The same as text, put together from pieces that other answers have in common with it."""
    decision, pieces = answer.decision, answer.pieces
    tail = receipt_text(decision, answer.pack.digest, at)
    if pieces is None:
        return f'{{{_text(_head(answer))}, {_text(SILENCE)}, "receipt": {tail}}}'
    case = decision.case
    apart, events = pieces.apart(decision.facts), tuple(sorted(case.events.items()))
    key = "whole", decision.life, decision.as_if_in_force, case.region, apart, decision.papers, case.on, events
    whole = filled(decision, pieces.of(key, partial(_whole_text, answer, pieces)), lambda said: as_text(said)[1:-1])
    return f'{whole}, "receipt": {tail}}}'


def _whole_text(answer: Answer, pieces: Pieces) -> str:
    """All but the receipt and the closing bracket."""
    decision = answer.decision
    case = decision.case
    head = pieces.of(("head", decision.life, decision.as_if_in_force, case.region, case.on), lambda: _text(_head(answer)))
    parts = (f'"{name}": {_part_text(name, part, answer, pieces)}' for name, part in BODY.items())
    return f"{{{head}, {', '.join(parts)}"


def _part_text(name: str, part: Part, answer: Answer, pieces: Pieces) -> str:
    decision, case = answer.decision, answer.decision.case
    if name == "checklist":
        return _checklist_text(answer, pieces)
    if name == "terms":
        lacking, events = decision.slots[pieces.plan.incomplete], tuple(sorted(case.events.items()))
        key: Hashable = (name, pieces.apart_for_terms(decision.facts), lacking, case.on, events)
    elif part.by:
        key = name, tuple([one.truth for section in part.by for one in decision.of(section)]), case.facts.get(CHANNEL)
    else:
        return as_text(part.make(answer))
    return pieces.of(key, lambda: as_text(part.make(answer)))


def _checklist_text(answer: Answer, pieces: Pieces) -> str:
    known = answer.decision.facts
    lines = (pieces.of_line(at, known, partial(_line_text, line)) for at, line in enumerate(answer.lines))
    return f"[{', '.join(lines)}]"


def _line_text(line: AnswerLine) -> str:
    return as_text(line_json(line, blank))


def _text(data: Json) -> str:
    """An object's text without its brackets."""
    return as_text(data)[1:-1]


def decided(answer: Answer) -> Json:
    """What was decided, without a word of the program: the same wherever the rules and the facts are."""
    found = {name: without_words(part.make(answer)) for name, part in _parts(answer).items()}
    return {"edition": without_words(edition_json(answer)), **found}


def _parts(answer: Answer) -> Mapping[str, Part]:
    """Of an edition that may not speak for the day there is nothing but its standing."""
    return BODY if answer.answered else {name: Part(partial(_nothing, name)) for name in SILENCE}


def _nothing(part: str, _: Answer) -> Any:
    return SILENCE[part]


def _head(answer: Answer) -> Json:
    return {
        "contract": CONTRACT,
        "service": answer.edition.service,
        "service_name": text_json(answer.title),
        "for": "citizen",
        "edition": edition_json(answer),
        "reason": Worded(lambda: text_or_none(answer.law_unknown)),
        "region": Worded(lambda: region_json(answer.region)),
        "today": Worded(lambda: today_json(answer.today)),
    }


def edition_json(answer: Answer) -> Json:
    decision = answer.decision
    return {
        "act": decision.act_id,
        "annex": answer.edition.annex,
        "service": answer.edition.service,
        "cited": Worded(lambda: text_json(decision.act.cited)),
        "provider": Worded(lambda: text_or_none(answer.provider)),
        "text": Worded(lambda: answer.edition.text),
        "status": decision.life.status,
        "status_reason": Worded(lambda: text_json(answer.status_reason)),
        "as_if_in_force": decision.as_if_in_force and not decision.life.answers,
    }


def _no_papers(answer: Answer) -> Json | None:
    """Where the act says that nothing has to be brought."""
    found = answer.edition.no_papers
    if found is None:
        return None
    return {"cite": cite_json(answer.decision, found.cite), "flags": list(found.flags), **known_json(found.known)}


def _comparison(answer: Answer) -> Json | None:
    found = answer.edition.comparison
    return found and {"text": text_json(in_both(COMPARISON)), "cite": cite_json(answer.decision, found.cite)}


def flag_json(answer: Answer, flag: Flag) -> Json:
    return remark_json(flag) | {"cite": cite_json(answer.decision, flag.cite)}


def intake_json(answer: Answer) -> Json | None:
    """Nothing of an act whose text is not at hand: no file can be measured by it."""
    if answer.known_only:
        return None
    judged = answer.verdict
    return {
        "complete": judged.complete,
        "missing": _documents(judged.missing),
        "undetermined": _documents(judged.open),
        "alternatives": {line.entry.document: list(line.accepted) for line in judged.missing if line.accepted},
        "shortfalls": Worded(lambda: list(_shortfalls((*judged.missing, *judged.open), answer.decision.case.on))),
        "compare": list(judged.compare),
        "unneeded": list(judged.unneeded),
        "may_refuse_to_accept": judged.may_refuse_to_accept,
        "grounds": [_ground(answer, one) for one in judged.grounds],
        "instead": Worded(lambda: text_or_none(advice_text(judged.instead))),
    }


def _documents(lines: Iterable[Line]) -> list[str]:
    """Several lists of one edition may ask for the same document."""
    return list(dict.fromkeys(line.entry.document for line in lines))


def _shortfalls(lines: Iterable[Line], filed: date) -> Iterable[Json]:
    for line in lines:
        for remark, text in remarks_of(line, filed):
            yield {"document": line.entry.document, "problem": remark, **text_json(text)}


def _applicant(answer: Answer, ruled: Ruled[Applicant]) -> Json:
    found: Json = {"filed_by": ruled.rule.filed_by, "status": OPENNESS[ruled.truth]}
    return {**found, "cite": cite_json(answer.decision, ruled.rule.cite), "flags": list(ruled.rule.flags)}


def _circle(answer: Answer) -> Json | None:
    if answer.circle is None:
        return None
    rule, status = answer.circle.rule, BELONGING[answer.circle.belongs]
    return {
        "status": status,
        "text": text_json(rule.text),
        "cite": cite_json(answer.decision, rule.cite),
        "flags": list(rule.flags),
    }


def _channel(answer: Answer, way: Way) -> Json:
    only, flags = (way.rule.only, way.rule.flags) if way.rule else (None, ())
    return {
        "channel": way.channel,
        "name": Worded(lambda: text_json(answer.way_name(way.channel))),
        "status": OPENNESS[way.open],
        "only": only,
        "cite": cite_json(answer.decision, way.cite),
        "flags": list(flags),
        **known_json(way.rule.known if way.rule else None),
    }


def _fee(answer: Answer) -> Json | None:
    """The fee that holds, else the first that may; further ones under `also`."""
    if answer.fee is None:
        return None
    others = [_one_fee(answer, one) for one in answer.fees if one.rule is not answer.fee.rule]
    return _one_fee(answer, answer.fee) | ({"also": others} if others else {})


def _one_fee(answer: Answer, fee: FeeTold) -> Json:
    rule = fee.rule
    return {
        "status": fee.status,
        "text": text_or_none(rule.text),
        "cite": cite_json(answer.decision, rule.cite),
        "flags": list(rule.flags),
        **known_json(rule.known),
    }


def _results(answer: Answer) -> Iterable[Json]:
    for result, met, _ in answer.results:
        valid = duration_json(result.valid) if result.valid else None
        found = {"outcome": result.outcome, "status": "expected" if met else "undetermined", "text": text_json(result.text)}
        yield {**found, "valid": valid, "cite": cite_json(answer.decision, result.cite), **_issued(result)}


def _receipts(answer: Answer) -> Iterable[Json]:
    for one, _, _ in answer.receipts:
        found = {"receipt": one.receipt, "shows": list(one.shows), "cite": cite_json(answer.decision, one.cite)}
        yield {**found, **_issued(one)}


def _issued(one: Result | Receipt) -> Json:
    return {"form": one.form, "flags": list(one.flags)}


def _ground(answer: Answer, judged: Judged) -> Json:
    ground = judged.ground
    found: Json = {
        "id": ground.id,
        "status": "met" if judged.met else "undetermined",
        "standing": ground.standing,
        "text": text_json(ground.text),
        "cite": place_json(judged.home, ground.cite),
    } | known_json(ground.known)
    if ground.act:
        found["standard"] = {"id": ground.act, "para": ground.para}
    if ground.receipt:
        found["receipt"] = {"annex": ground.receipt.annex, "issued_by": ground.receipt.issued_by}
    return found


def _appeal(answer: Answer, ruled: Ruled[Appeal]) -> Json:
    rule = ruled.rule
    return {
        "to": text_json(rule.to),
        "within": duration_json(rule.within) if rule.within else None,
        "since": text_or_none(rule.since),
        "status": "applies" if ruled.truth else "undetermined",
        "cite": cite_json(answer.decision, rule.cite),
        "flags": list(rule.flags),
    }


def reason_json(decision: Decision, reason: Reason) -> Json:
    """The whole derivation, for an auditor."""
    words = said(decision, reason)
    shown = {
        "rule": rule_of(decision, reason),
        "value": value_json(decision.facts.get(reason.name)),
        "said": text_or_none(words),
    }
    return {
        "name": reason.name,
        "truth": reason.truth,
        **{key: value for key, value in shown.items() if value is not None},
        "because": [reason_json(decision, below) for below in reason.because],
    }


def terms_data(answer: Answer, found: Ledger | None) -> Json:
    """Who must do what by when, alone; of an edition that may not speak for the day, its standing."""
    told = {"edition": edition_json(answer), "terms": terms_json(found) if found else None}
    return {**in_words(told), "receipt": receipt(answer.decision, answer.pack.digest)}


def questions_data(answer: Answer) -> Json:
    """What is still to be asked, best first, alone."""
    asked = [question_json(one) for one in answer.questions] if answer.answered else []
    told = {"edition": edition_json(answer), "questions": asked}
    return {**in_words(told), "receipt": receipt(answer.decision, answer.pack.digest)}


def _terms(answer: Answer) -> Json:
    return terms_json(answer.ledger) if answer.year_lacking is None else uncounted_json(answer.year_lacking)


BODY: Mapping[str, Part] = {
    "checklist": Part(lambda answer: [line_json(line) for line in answer.lines]),
    "no_papers": Part(_no_papers),
    "comparison": Part(_comparison),
    "questions": Part(lambda answer: Worded(lambda: [question_json(one) for one in answer.questions])),
    "channels": Part(lambda answer: [_channel(answer, way) for way in answer.channels], ("channels",)),
    "applicants": Part(lambda answer: [_applicant(answer, one) for one in answer.decision.of("applicants")], ("applicants",)),
    "for_whom": Part(_circle, ("for_whom",)),
    "fee": Part(_fee, ("fee",)),
    "results": Part(lambda answer: list(_results(answer)), ("results",)),
    "receipts": Part(lambda answer: list(_receipts(answer)), ("receipts",)),
    "intake": Part(intake_json),
    "outcomes": Part(lambda answer: list(dict.fromkeys(one.rule.outcome for one in answer.results)), ("results",)),
    "refusal_grounds": Part(lambda answer: [_ground(answer, one) for one in answer.refusals if one.met], ("refuse_service",)),
    "open_grounds": Part(lambda answer: [_ground(answer, one) for one in answer.refusals if not one.met], ("refuse_service",)),
    "appeal": Part(lambda answer: [_appeal(answer, one) for one in answer.appeals] or None, ("appeal",)),
    "terms": Part(_terms),
    "flags": Part(lambda answer: [flag_json(answer, flag) for flag in answer.flags()], ("flags",)),
}
"""the parts of an answer in the order they are told"""
SILENCE: Json = {
    "checklist": [],
    "no_papers": None,
    "comparison": None,
    "questions": [],
    "channels": [],
    "applicants": [],
    "for_whom": None,
    "fee": None,
    "results": [],
    "receipts": [],
    "intake": None,
    "outcomes": [],
    "refusal_grounds": [],
    "open_grounds": [],
    "appeal": None,
    "terms": None,
    "flags": [],
}
