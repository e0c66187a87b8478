"""A case with what the engine answers, written down as a scenario for a lawyer to check."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import yaml

from eligibility.answer.contract_parts import Json
from eligibility.engine import Engine
from eligibility.law.vocabulary import Cite
from eligibility.reasoning.decision import Decision
from eligibility.review.answer_parts import AnswerParts
from eligibility.review.expectations import (
    applicants_told,
    circle_told,
    fee_told,
    labels,
    place_of,
    terms_told,
)
from eligibility.review.expected_rules import handed_out, standards, step_part, ways
from eligibility.review.points import place_in
from eligibility.words.text import Lang

PERSONAL = ("person",)
"""what of a case is never written down"""
WIDTH = 110


def recorded(data: Mapping[str, Any], engine: Engine, name: str, lang: Lang, as_if_in_force: bool = False) -> dict[str, Any]:
    """The scenario; what the law says of each line is the name of its document, until somebody writes the act's own words."""
    case = {key: value for key, value in data.items() if key not in PERSONAL}
    decision = engine.decide(case, as_if_in_force)
    json = AnswerParts(engine.answer_to(decision))
    cited, expect = _law(decision, json, lang), dict(_expected(decision, json))
    law = {"law": cited} if cited else {}
    forced = {"as_if_in_force": True} if as_if_in_force else {}
    return {"name": name, **law, "case": case, **forced, "expect": expect}


def written(scenario: dict[str, Any]) -> str:
    """As the only entry of a file of scenarios."""
    return yaml.dump([scenario], Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=WIDTH)


class _OnALine(dict[str, Any]):
    """Written in braces, whatever it holds."""


class _InLines(dict[str, Any]):
    """Written a line each, however short."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Rule files know no aliases."""
        return True


def in_lines(entries: Mapping[str, Any]) -> dict[str, Any]:
    """Entries that are written a line each."""
    return _InLines(entries)


def _writer(in_braces: bool) -> Callable[[Any, dict[str, Any]], yaml.Node]:
    return lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=in_braces)


_Dumper.add_representer(_OnALine, _writer(in_braces=True))
_Dumper.add_representer(_InLines, _writer(in_braces=False))
_Dumper.add_representer(Decimal, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", str(number)))


def _law(decision: Decision, json: Json, lang: Lang) -> _InLines:
    said: dict[str, list[str]] = {}
    for cite, name in _cited(decision, json, lang):
        if place := place_in(decision, cite):
            names = said.setdefault(place, [])
            names += [name] if name not in names else []
    return _InLines({place: "; ".join(names) for place, names in said.items()})


def _cited(decision: Decision, json: Json, lang: Lang) -> Iterator[tuple[Cite, str]]:
    """The lines of the list and the ways of filing; where the text has neither, what it is said to leave open."""
    lines = json["checklist"]
    for entry, line in zip(decision.plan.entries if decision.plan and lines else (), lines, strict=True):
        if entry.row.home is None:
            yield entry.requirement.cite, line["name"][lang]
    names = {one["channel"]: one["name"][lang] for one in json["channels"]}
    for channel in decision.edition.channels:
        if channel.channel in names:
            yield channel.cite, names[channel.channel]
    if not (lines or names):
        yield from ((flag.cite, flag.text[lang]) for flag in decision.edition.flags)


def _expected(decision: Decision, json: Json) -> Iterator[tuple[str, Any]]:
    """All that says something, in the order in which scenarios have it."""
    yield "status", json["edition"]["status"]
    yield "answered", decision.answered
    if decision.answered:
        yield from _of_lines(decision, json)
        yield from _of_rules(decision, json)


def _of_lines(decision: Decision, json: Json) -> Iterator[tuple[str, Any]]:
    lines = dict(zip(labels(decision), json["checklist"], strict=True))
    by_status = {status: [label for label, line in lines.items() if line["status"] == status] for status in _STATUSES}
    yield "required", by_status["required"]
    yield "not_required", by_status["not-required"]
    yield "undetermined", {label: lines[label]["depends_on"] for label in by_status["undetermined"]}
    entries = decision.plan.entries if decision.plan else ()
    yield "cites", _InLines((label, place) for label, one in zip(lines, entries, strict=True) if (place := place_of(one)))
    yield "forms", _InLines((label, lines[label]["form"]) for label in by_status["required"])
    if by_office := {label: "office" for label, line in lines.items() if line["brought_by"] == "office"}:
        yield "brought_by", by_office
    if any_of := {label: lines[label]["any_of"] for label in by_status["required"] if lines[label]["any_of"]}:
        yield "any_of", any_of
    if of_standards := standards(json):
        yield "standards", of_standards


_STATUSES = ("required", "not-required", "undetermined")


def _of_rules(decision: Decision, json: Json) -> Iterator[tuple[str, Any]]:
    there = [flag["id"] for flag in json["flags"]]
    yield "channels", ways(json)
    yield "applicants", applicants_told(json)
    yield "for_whom", circle_told(json)
    yield "fee", fee_told(json)
    yield "questions", [one["fact"] for one in json["questions"]]
    if decision.case.submitted is not None:
        intake = json["intake"]
        yield "intake", {key: intake[key] for key in ("complete", "missing", "may_refuse_to_accept")}
    yield "outcomes", list(json["outcomes"])
    for section in ("refusal_grounds", "open_grounds"):
        yield section, [one["id"] for one in json[section]]
    terms = terms_told(json)
    yield "terms", {key: terms[key] for key in ("sum", "stated", "due", "due_between")}
    if json["terms"]["steps"]:
        yield "steps", [_step(one) for one in json["terms"]["steps"]]
    if papers := handed_out(json):
        yield "receipts", papers
    yield "flags", there
    yield "no_flags", [flag.id for flag in decision.edition.flags if flag.when and flag.id not in there]


def _step(step: Json) -> _OnALine:
    due = {"due": step["due"]} if step["due"] else {}
    return _OnALine(no=step["no"], actor=step["actor"], duration=step_part("duration", step), **due)
