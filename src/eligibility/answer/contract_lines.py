"""The JSON contract's lines of the checklist."""

from functools import partial

from eligibility.answer.contract_parts import Json, Worded, place_json, text_json, text_or_none
from eligibility.answer.given_back import Quoted, answer_given
from eligibility.answer.line import AnswerLine
from eligibility.law.edition import Flag


def line_json(line: AnswerLine, quoted: Quoted = answer_given) -> Json:
    return _source(line) | {
        "document": line.document,
        "name": Worded(lambda: text_json(line.name)),
        "plain_name": Worded(lambda: text_json(line.plain_name)),
        "status": line.status,
        "form": line.form,
        "sets": _unless_usual(_sets(line), None),
        "copies": _unless_usual(line.requirement.copies, None),
        "valid": _unless_usual(_valid(line), None),
        "brought_by": _unless_usual(line.requirement.brought_by, "applicant"),
        "standing": line.standing,
        "any_of": list(line.line.accepted) or None,
        "accepts": Worded(lambda: [{"document": one.document, "name": text_json(one.name)} for one in line.accepts]),
        "depends_on": list(line.waits_for),
        "why": Worded(lambda: text_json(line.why("clerk"))),
        "why_to_citizen": Worded(lambda: text_json(line.why("citizen", quoted))),
        "cite": place_json(line.home, line.requirement.cite),
        "flags": list(line.requirement.flags),
    }


def _sets(line: AnswerLine) -> list[Json] | None:
    """Of a group, the documents that will do only together."""
    known = line.pack.documents
    return [
        {"documents": list(one), "names": Worded(partial(lambda ids: [text_json(known[id].name) for id in ids], one))}
        for one in line.line.sets
    ] or None


def _valid(line: AnswerLine) -> Json | None:
    valid = line.requirement.valid
    if valid is None:
        return None
    cite = place_json(line.home, valid.cite) if valid.cite else None
    return {"value": valid.value, "unit": valid.unit, "cite": cite}


def _unless_usual(value: object, usual: object) -> object:
    """What goes without saying is no part of what was decided, so that letters written before it could be said still hold."""
    return Worded(lambda: usual) if value == usual else value


def _source(line: AnswerLine) -> Json:
    """Of a line the edition does not list itself: the Standard it points to, and where an indicative line is known from."""
    reference, known = line.reference, line.known
    found: Json = {}
    if reference:
        found["standard"] = {"id": reference.act, "para": reference.para}
    if known:
        source = line.line.entry.row.source
        found["source"] = {
            **text_json(known.source),
            "as_of": text_json(known.as_of),
            "act": source.act if source else None,
            "confidence": known.confidence,
        }
        if remarks := line.source_flags:
            found["source"]["flags"] = list(map(remark_json, remarks))
    return found


def remark_json(flag: Flag) -> Json:
    """For whom a remark is, is how it is told and no part of what was decided."""
    return {
        "id": flag.id,
        "kind": flag.kind,
        "for": Worded(lambda: flag.for_),
        "about": Worded(lambda: flag.about),
        **text_json(flag.text),
        "do": Worded(lambda: text_or_none(flag.do)),
    }
