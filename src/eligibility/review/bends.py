"""Loaded editions bent: each rule left out, and each word, number and condition of it changed to another."""

from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from eligibility.law.citation import citations
from eligibility.law.edition import Edition
from eligibility.law.pack import EditionKey, Pack
from eligibility.review.bent_conditions import Conditions

GROUPS = {
    "channels": "channels",
    "refuse_to_accept": "grounds",
    "refuse_service": "grounds",
    "steps": "steps",
    "stated_terms": "terms",
    "pauses": "terms",
    "terms_from": "terms",
    "requirements": "documents",
    "documents_from": "documents",
}
"""what sections are reported together; the others by their own names"""

NEVER = {"cite", "text", "action", "name", "id", "step", "act", "para", "request", "shows", "flags", "for_"}
"""places, texts, names and readers: other tests hold them against the decree"""

HOLDS = "holds"
"""how much of the text is at hand, which is no rule of it"""

Changed = Iterator[tuple[str, str, Any]]


class Bend(NamedTuple):
    key: EditionKey
    section: str
    kind: str
    where: str
    what: str
    edition: Edition

    @property
    def group(self) -> str:
        return GROUPS.get(self.section, self.section)


class OtherWords(NamedTuple):
    """Other words of the pack that may stand in a place."""

    conditions: Conditions
    by_field: Mapping[str, tuple[str, ...]]


def bends(pack: Pack, key: EditionKey) -> Iterator[Bend]:
    edition: Any = pack.edition(*key)
    words = OtherWords(Conditions.of(pack, edition), _words(pack, key.act))
    for section in Edition._fields:
        value = getattr(edition, section)
        if hasattr(value, "_fields"):
            for kind, what, changed in _rule(value, words):
                yield Bend(key, section, kind, _place(section, None, value), what, edition._replace(**{section: changed}))
        elif isinstance(value, tuple) and section != HOLDS:
            for at, rule in enumerate(value):
                for kind, what, changed in _rule(rule, words):
                    rules = (*value[:at], *(() if changed is None else (changed,)), *value[at + 1 :])
                    yield Bend(key, section, kind, _place(section, at, rule), what, edition._replace(**{section: rules}))


def _words(pack: Pack, act: str) -> dict[str, tuple[str, ...]]:
    editions = [edition for service in pack.services_of(act) if (edition := pack.edition(act, service))]
    return {
        "channel": tuple(pack.facts["channel"].values or ()),
        "filed_by": tuple(dict.fromkeys(one.filed_by for edition in editions for one in edition.applicants)),
        "actor": tuple(dict.fromkeys(step.actor for edition in editions for step in edition.steps)),
        "outcome": tuple(dict.fromkeys(one.outcome for edition in editions for one in edition.results)),
    }


def _place(section: str, at: int | None, rule: Any) -> str:
    name = next((str(getattr(rule, field)) for field in NAMING if getattr(rule, field, None)), "")
    number = "" if at is None else f"[{at}]"
    return f"{section}{number} {name}".strip() + f" ({', '.join(citations(rule.cite))})"


NAMING = ("id", "document", "channel", "filed_by", "outcome", "step", "receipt", "fee", "pause", "act")


def _rule(rule: Any, words: OtherWords) -> Changed:
    """A rule left out, then with one thing in it changed."""
    yield "rule", "left out", None
    yield from _fields(rule, words)


def _fields(rule: Any, words: OtherWords) -> Changed:
    for field, hint in _hints(rule.__class__).items():
        value = getattr(rule, field)
        found = _inside_of(rule) if field == "part_of" else _value(field, hint, value, words)
        yield from ((kind, what, rule._replace(**{field: changed})) for kind, what, changed in found)


def _inside_of(step: Any) -> Changed:
    """A step inside the time of another, or after it."""
    if step.part_of:
        yield "part_of", "in no other step", None
    elif step.step > 1:
        yield "part_of", f"part of {step.step - 1}", step.step - 1


def _value(field: str, hint: Any, value: Any, words: OtherWords) -> Changed:
    choices = _choices(hint)
    if field == "when":
        yield from (("condition", what, changed) for what, changed in words.conditions.bent(value))
    elif field in NEVER:
        return
    elif field in words.by_field:
        yield from (("word", f"{field} {other}", other) for other in _next(words.by_field[field], value))
    elif choices:
        yield from ((field, f"{field} {other or 'none'}", other) for other in _next(choices, value))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield from (("number", f"{field} {value} -> {other}", other) for other in (value - 1, value + 1))
    elif hasattr(value, "_fields"):
        yield from _record(field, hint, value, words)
    elif isinstance(value, tuple):
        yield from _members(field, value, words)


def _record(field: str, hint: Any, value: Any, words: OtherWords) -> Changed:
    if type(None) in get_args(hint):
        yield f"{field} left out", f"without {field}", None
    for kind, what, changed in _fields(value, words):
        yield kind if kind == "condition" else f"{field} {kind}", f"{field}: {what}", changed


def _members(field: str, value: tuple[Any, ...], words: OtherWords) -> Changed:
    for at, member in enumerate(value):
        rest = value[:at], value[at + 1 :]
        name = getattr(member, "document", member)
        yield field, f"{field} without {name}", (*rest[0], *rest[1])
        if hasattr(member, "_fields"):
            for kind, what, changed in _fields(member, words):
                yield kind, f"{field}, {name}: {what}", (*rest[0], changed, *rest[1])


def _next(choices: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    """The one or two that follow in the list, as if it were a ring."""
    at = choices.index(value) if value in choices else -1
    ring = choices[at + 1 :] + choices[: max(at, 0)]
    return ring[:2]


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _choices(hint: Hashable) -> tuple[Any, ...]:
    """The words a place may hold, none among them where it may be empty."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    parts = get_args(hint)
    words = tuple(word for part in parts if get_origin(part) is Literal for word in get_args(part))
    return (*words, None) if words and type(None) in parts else words
