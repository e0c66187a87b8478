"""The decision as JSON: the contract other people's tools rely on."""

from collections.abc import Iterable
from datetime import datetime

from eligibility.answer.contract_parts import Json, cite_json, duration_json, text_json
from eligibility.answer.in_force import status_reason
from eligibility.answer.provenance import receipt
from eligibility.engine import Engine
from eligibility.law.edition import Flag, Receipt, Result
from eligibility.law.logic import Truth
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.explanation import why
from eligibility.reasoning.questions import depends_on, questions
from eligibility.reasoning.remarks import of_source
from eligibility.reasoning.verdict import REMARKS, Judged, Verdict, refusals, verdict
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_

FORMS: dict[str, str] = {
    "original": N_("original"),
    "copy": N_("copy"),
    "both": N_("original and copy"),
    "electronic": N_("electronic document"),
    "unspecified": "",
}
COMPARISON = N_(
    "Originals and copies of the documents are shown together for comparison, after which the originals are given back."
)
OPENNESS: dict[Truth, str] = {True: "open", False: "closed", None: "undetermined"}
BELONGING: dict[Truth, str] = {True: "yes", False: "no", None: "undetermined"}


def decision_json(decision: Decision, engine: Engine, at: datetime | None = None) -> Json:
    """The answer as plain data, by the contract of docs/contract.schema.json."""
    head = {"edition": edition_json(decision)}
    tail = {"receipt": receipt(decision, engine.pack.digest, at)}
    return head | (_answer(decision, engine) if decision.answered else _silence()) | tail


def edition_json(decision: Decision) -> Json:
    return {
        "act": decision.act_id,
        "annex": decision.edition.annex,
        "service": decision.edition.service,
        "status": decision.life.status,
        "status_reason": text_json(status_reason(decision.life, decision.act)),
        "as_if_in_force": decision.as_if_in_force and not decision.life.answers,
    }


def _silence() -> Json:
    """Of an edition that may not speak for the day there is nothing but its standing."""
    return {
        "checklist": [],
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
        "terms": None,
        "flags": [],
    }


def _answer(decision: Decision, engine: Engine) -> Json:
    from eligibility.answer.contract_terms import terms_json
    from eligibility.terms.ledger import ledger

    edition = decision.edition
    facts = engine.pack.facts
    judged = verdict(decision)
    grounds = refusals(decision)
    results = enumerate(edition.results)
    outcomes = (result.outcome for index, result in results if decision.truth("result", index) is not False)
    return {
        "checklist": [line_json(decision, line) for line in decision.lines],
        "comparison": _comparison(decision),
        "questions": [{"fact": fact, "ask": text_json(facts[fact].ask)} for fact in questions(decision)],
        "channels": list(_channels(decision)),
        "applicants": [
            {"filed_by": applicant.filed_by, "status": OPENNESS[decision.truth("applicant", index)]}
            | {"cite": cite_json(decision, applicant.cite), "flags": list(applicant.flags)}
            for index, applicant in enumerate(edition.applicants)
        ],
        "for_whom": _circle(decision),
        "fee": _fee(decision),
        "results": list(_results(decision)),
        "receipts": list(_receipts(decision)),
        "intake": intake_json(decision, judged),
        "outcomes": list(dict.fromkeys(outcomes)),
        "refusal_grounds": [_ground(decision, one) for one in grounds if one.met],
        "open_grounds": [_ground(decision, one) for one in grounds if not one.met],
        "terms": terms_json(decision, ledger(decision, engine.calendar)),
        "flags": [flag_json(decision, flag) for flag in decision.flags()],
    }


def line_json(decision: Decision, line: Line) -> Json:
    requirement = line.entry.requirement
    return _source(decision, line) | {
        "document": line.entry.document,
        "status": line.status,
        "form": requirement.form,
        "standing": line.standing,
        "any_of": list(line.accepted) or None,
        "depends_on": list(depends_on(decision, line)),
        "why": text_json(why(decision, line)),
        "cite": cite_json(decision, requirement.cite),
        "flags": list(requirement.flags),
    }


def _comparison(decision: Decision) -> Json | None:
    found = decision.edition.comparison
    return found and {"text": text_json(in_both(COMPARISON)), "cite": cite_json(decision, found.cite)}


def _source(decision: Decision, line: Line) -> Json:
    """Of a line the edition does not list itself: the Standard it points to, and where an indicative line is known from."""
    reference, known = line.entry.row.reference, line.entry.row.known
    found: Json = {}
    if reference:
        found["standard"] = {"id": reference.standard, "para": reference.para}
    if known:
        found["source"] = {**text_json(known.source), "as_of": text_json(known.as_of), "act": known.act}
        if remarks := of_source(decision, line):
            found["source"]["flags"] = [_remark(one) for one in remarks]
    return found


def flag_json(decision: Decision, flag: Flag) -> Json:
    return _remark(flag) | {"cite": cite_json(decision, flag.cite)}


def _remark(flag: Flag) -> Json:
    return {"id": flag.id, "kind": flag.kind, "for": flag.for_, **text_json(flag.text)}


def intake_json(decision: Decision, judged: Verdict) -> Json:
    return {
        "complete": judged.complete,
        "missing": _documents(judged.missing),
        "undetermined": _documents(judged.open),
        "alternatives": {line.entry.document: list(line.accepted) for line in judged.missing if line.accepted},
        "shortfalls": list(_shortfalls(judged)),
        "compare": list(judged.compare),
        "unneeded": list(judged.unneeded),
        "may_refuse_to_accept": judged.may_refuse_to_accept,
        "grounds": [_ground(decision, one) for one in judged.grounds],
        "instead": text_json(judged.instead) if judged.instead else None,
    }


def _documents(lines: Iterable[Line]) -> list[str]:
    """Several lists of one edition may ask for the same document."""
    return list(dict.fromkeys(line.entry.document for line in lines))


def _shortfalls(judged: Verdict) -> Iterable[Json]:
    for line in (*judged.missing, *judged.open):
        for remark in line.brought.remarks if line.brought else ():
            yield {"document": line.entry.document, "problem": remark, **text_json(in_both(REMARKS[remark]))}


def _circle(decision: Decision) -> Json | None:
    circle = decision.edition.for_whom
    if circle is None:
        return None
    status = BELONGING[decision.truth("circle", 0)]
    said = {"status": status, "text": text_json(circle.text), "cite": cite_json(decision, circle.cite)}
    return {**said, "flags": list(circle.flags)}


def _channels(decision: Decision) -> Iterable[Json]:
    """A channel the edition does not name is closed by the paragraph that names the others."""
    for id, opened, channel in decision.channels():
        cite = channel.cite if channel else decision.edition.channels[0].cite
        only, flags = (channel.only, channel.flags) if channel else (None, ())
        found = {"channel": id, "status": OPENNESS[opened], "only": only, "cite": cite_json(decision, cite)}
        yield {**found, "flags": list(flags)}


def _fee(decision: Decision) -> Json | None:
    """Nothing where the text does not speak of a fee."""
    possible = [
        (fee, met) for index, fee in enumerate(decision.edition.fee) if (met := decision.truth("fee", index)) is not False
    ]
    if not possible:
        return None
    settled = [fee for fee, met in possible if met]
    fee = settled[0] if settled else possible[0][0]
    return {
        "status": fee.fee if settled else "undetermined",
        "text": text_json(fee.text) if fee.text else None,
        "cite": cite_json(decision, fee.cite),
        "flags": list(fee.flags),
    }


def _results(decision: Decision) -> Iterable[Json]:
    for index, result in enumerate(decision.edition.results):
        met = decision.truth("result", index)
        if met is not False:
            valid = duration_json(result.valid) if result.valid else None
            found = {"outcome": result.outcome, "status": "expected" if met else "undetermined", "text": text_json(result.text)}
            yield {**found, "valid": valid, "cite": cite_json(decision, result.cite), **_issued(result)}


def _receipts(decision: Decision) -> Iterable[Json]:
    for index, one in enumerate(decision.edition.receipts):
        if decision.truth("receipt", index) is not False:
            found = {"receipt": one.receipt, "shows": list(one.shows), "cite": cite_json(decision, one.cite)}
            yield {**found, **_issued(one)}


def _issued(one: Result | Receipt) -> Json:
    return {"form": one.form, "flags": list(one.flags)}


def _ground(decision: Decision, judged: Judged) -> Json:
    ground = judged.ground
    found: Json = {
        "id": ground.id,
        "status": "met" if judged.met else "undetermined",
        "standing": ground.standing,
        "text": text_json(ground.text),
        "cite": cite_json(decision, ground.cite),
    }
    if ground.standard:
        found["standard"] = {"id": ground.standard, "para": ground.para}
    if ground.receipt:
        found["receipt"] = {"annex": ground.receipt.annex, "issued_by": ground.receipt.issued_by}
    return found
