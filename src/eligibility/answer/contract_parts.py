"""What every part of the contract is made of: texts, places and durations as plain data, and words made when wanted."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from eligibility.law.citation import citation_json, citations
from eligibility.law.vocabulary import Cite, Duration
from eligibility.reasoning.decision import Decision
from eligibility.words.text import Text

Json = dict[str, Any]


class Worded(NamedTuple):
    """What the program words or names, as against what the rules decide: made only by a reader who wants words."""

    make: Callable[[], Any]


def in_words(data: Any) -> Any:
    """The whole contract."""
    if isinstance(data, Worded):
        return in_words(data.make())
    if isinstance(data, dict):
        return {key: in_words(value) for key, value in data.items()}
    return [in_words(value) for value in data] if isinstance(data, list) else data


def without_words(data: Any) -> Any:
    """What was decided, and no sentence made."""
    if isinstance(data, Mapping):
        return {key: without_words(value) for key, value in data.items() if not isinstance(value, Worded)}
    return [without_words(value) for value in data] if isinstance(data, list) else data


def text_json(text: Text) -> Json:
    return {"kk": text.kk, "ru": text.ru}


def text_or_none(text: Text | None) -> Json | None:
    return text_json(text) if text else None


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
