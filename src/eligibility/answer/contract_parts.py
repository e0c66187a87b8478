"""What every part of the contract is made of: texts, places and durations as plain data, and words made when wanted."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from eligibility.answer.question import Question
from eligibility.law.citation import citation_json, citations
from eligibility.law.condition import Value
from eligibility.law.vocabulary import Cite, Duration, Home, Known
from eligibility.plain.records import plain
from eligibility.reasoning.decision import Decision
from eligibility.words.text import Text

Json = dict[str, Any]


class Worded:
    """What the program words or names, as against what the rules decide: made only by a reader who wants words."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def in_words(data: Any) -> Any:
    """The whole contract."""
    if isinstance(data, Worded):
        return in_words(data.make())
    if isinstance(data, dict):
        return {key: in_words(value) for key, value in data.items()}
    return [in_words(value) for value in data] if isinstance(data, list) else data


def as_text(data: Any) -> str:
    """The whole contract as JSON, with each word made as it is written."""
    return _ENCODER.encode(data)


def _made(worded: Worded) -> Any:
    return worded.make()


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_made)


def without_words(data: Any) -> Any:
    """What was decided, and no sentence made."""
    if isinstance(data, Mapping):
        return {key: without_words(value) for key, value in data.items() if not isinstance(value, Worded)}
    return [without_words(value) for value in data] if isinstance(data, list) else data


def text_json(text: Text) -> Json:
    return {"kk": text.kk, "ru": text.ru}


def text_or_none(text: Text | None) -> Json | None:
    return text_json(text) if text else None


def question_json(one: Question) -> Json:
    return {
        "fact": one.fact,
        "type": one.type,
        "ask": text_json(one.ask),
        "why": text_json(one.why),
        "options": [{"value": option.value, "label": text_json(option.label)} for option in one.options],
        "range": list(one.range) if one.range else None,
        "unit": text_or_none(one.unit),
        "many": one.many,
        "name": text_or_none(one.name),
        "hint": text_or_none(one.hint),
    }


def value_json(value: Value | None) -> Any:
    """A fact's value; the digits of a decimal number are few enough to be printed as they are."""
    return float(value) if isinstance(value, Decimal) else plain(value)


def cite_json(decision: Decision, cite: Cite) -> Json:
    """The main place, with further places under `also`."""
    return place_json(decision.home, cite)


def place_json(home: Home, cite: Cite) -> Json:
    """The same of a line of any act."""
    if not citations(cite):
        return citation_json(home.act, home.annex, None)
    first, *others = (citation_json(home.act, home.annex, one) for one in citations(cite))
    return first | {"also": others} if others else first


def known_json(known: Known | None) -> Json:
    """Where a rule is known from, of an act whose text is not at hand."""
    if known is None:
        return {}
    return {"source": text_json(known.source), "as_of": text_json(known.as_of), "confidence": known.confidence}


def duration_json(duration: Duration | None) -> Json:
    if duration is None:
        return {"value": None, "unit": "unstated", "bound": None}
    found: Json = {"value": duration.value, "unit": duration.unit, "bound": duration.bound}
    if duration.plus is not None:
        found["plus"] = {"value": duration.plus.value, "unit": duration.plus.unit}
    return found
