"""What a scenario expects of the rules of an edition: who does what by when, what is handed out, where each of them stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from eligibility.law.citation import citation_json
from eligibility.reasoning.decision import Decision

Json = Mapping[str, Any]

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


def steps(wanted: list[Json], decision: Decision, json: Json) -> Iterator[str]:
    """The steps in their order, each with only what is stated of it: `duration` as amount, unit and bound, `cite` as the main
    place, anything else as the contract has it."""
    found = json["terms"]["steps"]
    if len(wanted) != len(found):
        yield f"expected {len(wanted)}, found {len(found)}: {', '.join(str(one['no']) for one in found)}"
        return
    for at, (one, other) in enumerate(zip(wanted, found, strict=True)):
        for key, value in one.items():
            if key not in other:
                yield f"[{at}]: unknown key {key!r}; known are {', '.join(other)}"
            elif (expected := _expected(key, value, decision)) != (is_now := _read(key, other)):
                yield f"[{at}] {key}: expected {expected!r}, found {is_now!r}"


def _expected(key: str, value: Any, decision: Decision) -> Any:
    match key:
        case "cite":
            return _place(value, decision)
        case "flags":
            return sorted(value)
    return value


def _place(cite: str, decision: Decision) -> Json:
    return citation_json(decision.act_id, decision.edition.annex, cite)


def _found(cited: Json) -> Json:
    return {name: value for name, value in cited.items() if name != "also"}


def _read(key: str, step: Json) -> Any:
    match key:
        case "duration":
            return [value for value in (step[key] or {}).values() if value is not None]
        case "cite":
            return _found(step[key])
        case "flags":
            return sorted(step[key])
    return step[key]


def channels(wanted: Mapping[str, str], _: Decision, json: Json) -> Iterator[str]:
    """Each way with its status; one that only takes applications, or only hands over results, is `open, filing only` or
    `open, result only`."""
    found = {one["channel"]: one["status"] + (f", {one['only']} only" if one["only"] else "") for one in json["channels"]}
    if dict(wanted) != found:
        yield f"expected {dict(wanted)}, found {found}"


def receipts(wanted: Mapping[str, list[str]], _: Decision, json: Json) -> Iterator[str]:
    """Each paper handed out on acceptance with what stands on it."""
    found = {one["receipt"]: list(one["shows"]) for one in json["receipts"]}
    if dict(wanted) != found:
        yield f"expected {dict(wanted)}, found {found}"


def stands(wanted: Mapping[str, Any], decision: Decision, json: Json) -> Iterator[str]:
    """The main place of each rule of a section, all of them; by section, or by section and the rule's name."""
    for section, expected in wanted.items():
        alone = section in ALONE
        if not (alone or section in NAMED):
            yield f"unknown section {section!r}; known are {', '.join((*NAMED, *ALONE))}"
            continue
        places = {section: expected} if alone else expected
        found = [json[section]] if alone else json[section]
        rules = {section if alone else one[NAMED[section]]: one for one in found if one}
        if places.keys() != rules.keys():
            yield f"{section}: expected {', '.join(places)}; found {', '.join(rules)}"
        for name in places.keys() & rules.keys():
            if _place(places[name], decision) != (place := _found(rules[name]["cite"])):
                yield f"{section}: {name}: expected {places[name]}, found {place}"


def standards(wanted: Mapping[str, str], _: Decision, json: Json) -> Iterator[str]:
    """Of every line and ground that is left to a Standard, which Standard and paragraph."""
    lines = {line["document"]: line for line in json["checklist"]}
    grounds = {one["id"]: one for section in ("refusal_grounds", "open_grounds") for one in json[section]}
    found = {name: " ".join(one["standard"].values()) for name, one in {**lines, **grounds}.items() if one.get("standard")}
    if dict(wanted) != found:
        yield f"expected {dict(wanted)}, found {found}"
