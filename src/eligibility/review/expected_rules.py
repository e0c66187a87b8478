"""What a scenario expects of the rules of an edition: who does what by when, what is handed out, where each of them stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from eligibility.answer.contract_parts import Json
from eligibility.law.citation import citation_json, parse_citation
from eligibility.reasoning.decision import Decision
from eligibility.review.mismatch import Mismatch, each_under, mismatch, otherwise
from eligibility.words.text import N_

NOT_KNOWN_HERE = N_("there is no {key} here; there is: {known}")
NO_CITATION = N_("{text} is not a citation")

NAMED = {
    "channels": "channel",
    "applicants": "filed_by",
    "results": "outcome",
    "receipts": "receipt",
    "refusal_grounds": "id",
    "open_grounds": "id",
}
"""what the rules of a section are called by"""
ALONE = ("for_whom", "fee")
"""sections of one rule"""


def steps(wanted: list[Json], decision: Decision, json: Json) -> Iterator[Mismatch]:
    """The steps in their order, each with only what is stated of it: `duration` as amount, unit and bound, `cite` as the main
    place, anything else as the contract has it."""
    found = json["terms"]["steps"] if json["terms"] else []
    if len(wanted) != len(found):
        numbers = [one["no"] for one in found]
        yield from otherwise([one.get("no", "…") for one in wanted], numbers)
        return
    for at, (one, other) in enumerate(zip(wanted, found, strict=True)):
        for key, value in one.items():
            if key not in other:
                yield mismatch(NOT_KNOWN_HERE, key=key, known=", ".join(other)).under(f"[{at}]")
            elif key == "cite":
                yield from each_under(f"[{at}] {key}", cited(value, other[key], decision))
            else:
                yield from each_under(f"[{at}] {key}", otherwise(_ordered(key, value), step_part(key, other)))


def _ordered(key: str, value: Any) -> Any:
    return sorted(map(str, value)) if key == "flags" and isinstance(value, list) else value


def step_part(key: str, step: Json) -> Any:
    """What a scenario has of a step under a key."""
    match key:
        case "duration":
            return [value for value in (step[key] or {}).values() if value is not None]
        case "flags":
            return sorted(step[key])
    return step[key]


def cited(wanted: object, found: Json, decision: Decision) -> Iterator[Mismatch]:
    """The main place; a line of another act is cited by that act's id, a colon and the place there."""
    act, _, text = str(wanted).rpartition(": ")
    main = {key: value for key, value in found.items() if key != "also"}
    annex = main["annex"] if act else decision.edition.annex
    if parse_citation(text) is None:
        yield mismatch(NO_CITATION, text=text)
    elif citation_json(act or decision.act_id, annex, text) != main:
        yield from otherwise(str(wanted), {key: value for key, value in main.items() if value is not None})


def ways(json: Json) -> dict[str, str]:
    """Each way with its status; one that only takes applications, or only hands over results, is `open, filing only` or
    `open, result only`."""
    return {one["channel"]: one["status"] + (f", {one['only']} only" if one["only"] else "") for one in json["channels"]}


def handed_out(json: Json) -> dict[str, list[str]]:
    """Each paper handed out on acceptance with what stands on it."""
    return {one["receipt"]: list(one["shows"]) for one in json["receipts"]}


def stands(wanted: Mapping[str, Any], decision: Decision, json: Json) -> Iterator[Mismatch]:
    """The main place of each rule of a section, all of them; by section, or by section and the rule's name."""
    for section, expected in wanted.items():
        alone = section in ALONE
        if not (alone or section in NAMED):
            yield mismatch(NOT_KNOWN_HERE, key=section, known=", ".join((*NAMED, *ALONE)))
            continue
        places = {section: expected} if alone or not isinstance(expected, Mapping) else expected
        found = [json[section]] if alone else json[section]
        rules = {section if alone else one[NAMED[section]]: one for one in found if one}
        if places.keys() != rules.keys():
            yield from each_under(section, otherwise(list(places), list(rules)))
        for name in places.keys() & rules.keys():
            for one in cited(places[name], rules[name]["cite"], decision):
                yield one.under(section, name)


def standards(json: Json) -> dict[str, str]:
    """Of every line and ground that is left to another act, which act and paragraph."""
    lines = {line["document"]: line for line in json["checklist"]}
    grounds = {one["id"]: one for section in ("refusal_grounds", "open_grounds") for one in json[section]}
    return {
        name: " ".join(filter(None, one["standard"].values()))
        for name, one in {**lines, **grounds}.items()
        if one.get("standard")
    }
