"""A case as JSON Schema: what the reader of cases takes by the rules at hand, with their ids and labels."""

from collections.abc import Iterable

from eligibility.answer.contract_parts import Json
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.plain.reading import MAX_TEXT
from eligibility.reasoning.case import FILING_FOR, FORMS_PRESENTED, MAX_COPIES, MAX_ENTRIES, OF_PERSON, STATES
from eligibility.reasoning.fact_values import MAX_SIGNS

DAY: Json = {"type": ["string", "null"], "format": "date"}
TEXT: Json = {"type": ["string", "null"], "maxLength": MAX_TEXT}


def case_schema(pack: Pack) -> Json:
    """Whatever it lets pass may still be refused for what it says: answers that contradict each other, another's service."""
    years = "|".join(pack.calendar)
    properties: Json = {
        "service": {"enum": list(pack.services)},
        "act": _one_of(pack.acts),
        "region": _one_of(pack.regions),
        "on": {"type": "string", "format": "date", "pattern": f"^({years})-"}
        if years
        else {"type": "string", "format": "date"},
        "facts": _object({id: _fact(fact) for id, fact in pack.facts.items()}),
        "submitted": {"anyOf": [{"type": "array", "maxItems": MAX_ENTRIES, "items": _presented(pack)}, {"type": "null"}]},
        "events": {"anyOf": [_object(dict.fromkeys(pack.events, DAY)), {"type": "null"}]},
        "filing_for": _one_of(FILING_FOR),
        "person": {"anyOf": [_object(dict.fromkeys(OF_PERSON, TEXT)), {"type": "null"}]},
    }
    return {"description": "`act` or `region` is needed too", **_object(properties, "service", "on")}


def _object(properties: Json, *required: str) -> Json:
    found: Json = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**found, "required": list(required)} if required else found


def _one_of(ids: Iterable[str]) -> Json:
    return {"enum": [*ids, None]}


def _presented(pack: Pack) -> Json:
    documents = list(pack.documents)
    more = {
        "document": {"enum": documents},
        "form": _one_of(FORMS_PRESENTED),
        "state": _one_of(STATES),
        "copies": {"type": ["integer", "null"], "minimum": 1, "maximum": MAX_COPIES},
        "issued_on": DAY,
        "expired_on": DAY,
        "instead_of": _one_of(documents),
    }
    return {"anyOf": [{"enum": documents}, _object(more, "document")]}


def _fact(fact: Fact) -> Json:
    called = fact.called
    return {"description": f"{called.kk} / {called.ru}", **_values(fact)}


def _values(fact: Fact) -> Json:
    low, high = fact.range or (0, 0)
    match fact.type:
        case "bool":
            return {"type": ["boolean", "null"]}
        case "choice" if fact.many:
            values = list(fact.values or ())
            several: Json = {"type": "array", "maxItems": len(values), "items": {"enum": values}}
            return {"anyOf": [several, _one_of(values)]}
        case "choice":
            return _one_of(fact.values or ())
        case "date":
            return DAY
        case "number":
            said = {"type": "string", "maxLength": MAX_SIGNS, "pattern": r"^[+-]?(\d+\.?\d*|\.\d+)$"}
            return {"anyOf": [{"type": "number", "minimum": low, "maximum": high}, said, {"type": "null"}]}
        case _:
            return {"type": ["integer", "null"], "minimum": low, "maximum": high}
