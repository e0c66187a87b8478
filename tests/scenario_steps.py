"""What a scenario expects of who does what by when, and of the papers handed out."""

from collections.abc import Iterator, Mapping
from typing import Any

from eligibility.law.citation import citation_json
from eligibility.reasoning.decision import Decision

Json = Mapping[str, Any]


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
            elif (expected := _place(value, decision) if key == "cite" else value) != (is_now := _read(key, other)):
                yield f"[{at}] {key}: expected {expected!r}, found {is_now!r}"


def _place(cite: str, decision: Decision) -> Json:
    return citation_json(decision.act_id, decision.edition.annex, cite)


def _read(key: str, step: Json) -> Any:
    match key:
        case "duration":
            return [value for value in (step[key] or {}).values() if value is not None]
        case "cite":
            return {name: value for name, value in step[key].items() if name != "also"}
    return step[key]


def receipts(wanted: Mapping[str, list[str]], _: Decision, json: Json) -> Iterator[str]:
    """Each paper handed out on acceptance with what stands on it."""
    found = {one["receipt"]: list(one["shows"]) for one in json["receipts"]}
    if dict(wanted) != found:
        yield f"expected {dict(wanted)}, found {found}"
