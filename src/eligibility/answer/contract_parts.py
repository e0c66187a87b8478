"""What every part of the contract is made of: texts, places and durations as JSON."""

from typing import Any

from eligibility.law.citation import citation_json, citations
from eligibility.law.vocabulary import Cite, Duration
from eligibility.reasoning.decision import Decision
from eligibility.words.text import Text

Json = dict[str, Any]


def text_json(text: Text) -> Json:
    return {"kk": text.kk, "ru": text.ru}


def cite_json(decision: Decision, cite: Cite) -> Json:
    """The main place, with further places under `also`."""
    first, *others = (citation_json(decision.act_id, decision.edition.annex, one) for one in citations(cite))
    return first | {"also": others} if others else first


def duration_json(duration: Duration | None) -> Json:
    if duration is None:
        return {"value": None, "unit": "unstated", "bound": None}
    found: Json = {"value": duration.value, "unit": duration.unit, "bound": duration.bound}
    if duration.plus is not None:
        found["plus"] = {"value": duration.plus.value, "unit": duration.plus.unit}
    return found
