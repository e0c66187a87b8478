"""Loaded editions bent: each rule left out, and each word, number and condition of it changed to another."""

from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from eligibility.law.edition import Alternative, Edition
from eligibility.law.filing_facts import CHANNEL
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.vocabulary import Cite
from eligibility.plain.records import key_of
from eligibility.review.bent_conditions import BentHow, Conditions

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

NEVER = {"cite", "text", "action", "name", "id", "step", "act", "para", "request", "shows", "flags", "for_", "known"}
"""places, texts, names, readers and sources: none of them is a rule that a case is decided by"""

NO_RULES = ("holds", "known")
"""how much of the text is at hand, and where it is known from"""


class Alteration(NamedTuple):
    """What was done to a rule."""

    how: Literal["left out", "changed"] | BentHow
    """a condition is bent in other ways than all the rest"""
    path: tuple[str, ...] = ()
    """the fields, and what a list has there, down to what was changed; nothing where that is the rule itself"""
    before: Any = None
    after: Any = None

    def __str__(self) -> str:
        where = ".".join(self.path)
        if self.how == "left out":
            return f"without {where}" if where else self.how
        values = f"{_shown(self.before)} -> {_shown(self.after)}"
        done = values if self.how == "changed" else f"{self.how}: {values}"
        return f"{where}: {done}" if where else done

    @property
    def of_condition(self) -> bool:
        return self.how not in ("left out", "changed")

    def under(self, *path: str) -> "Alteration":
        return self._replace(path=(*path, *self.path))


def _shown(value: Any) -> Any:
    return "none" if value is None else ", ".join(value) if isinstance(value, tuple) else value


class Bend(NamedTuple):
    """An edition that says one thing otherwise."""

    key: EditionKey
    section: str
    at: int | None
    """which rule of the section; none of a section that is one rule"""
    rule: Any
    """as the edition has it"""
    kind: str
    alteration: Alteration
    edition: Edition
    """with the rule as it is then, or without it"""

    @property
    def group(self) -> str:
        return GROUPS.get(self.section, self.section)

    @property
    def named(self) -> str:
        """The rule as an author finds it in the file: its section, its number from nought, and what it is called there."""
        name = next((str(getattr(self.rule, field)) for field in NAMING if getattr(self.rule, field, None)), "")
        number = "" if self.at is None else f"[{self.at}]"
        return f"{self.section}{number} {name}".strip()

    @property
    def cite(self) -> Cite:
        return getattr(self.rule, "cite", ())


NAMING = ("id", "document", "channel", "filed_by", "outcome", "step", "receipt", "fee", "pause", "act")
Changed = Iterator[tuple[str, Alteration, Any]]


class OtherWords(NamedTuple):
    """Other words of the pack that may stand in a place."""

    conditions: Conditions
    by_field: Mapping[str, tuple[str, ...]]


def bends(pack: Pack, key: EditionKey) -> Iterator[Bend]:
    edition: Any = pack.edition(*key)
    words = OtherWords(Conditions.of(pack, edition), _words(pack, key.act))
    for section in Edition._fields:
        value = getattr(edition, section)
        if section in NO_RULES:
            continue
        if hasattr(value, "_fields"):
            for kind, change, bent in _rule(value, words):
                yield Bend(key, section, None, value, kind, change, edition._replace(**{section: bent}))
        elif isinstance(value, tuple):
            for at, rule in enumerate(value):
                for kind, change, bent in _rule(rule, words):
                    rules = (*value[:at], *(() if bent is None else (bent,)), *value[at + 1 :])
                    yield Bend(key, section, at, rule, kind, change, edition._replace(**{section: rules}))


def _words(pack: Pack, act: str) -> dict[str, tuple[str, ...]]:
    editions = [edition for service in pack.services_of(act) if (edition := pack.edition(act, service))]
    ways = pack.facts[CHANNEL].values if CHANNEL in pack.facts else None
    return {
        "channel": tuple(ways or ()),
        "filed_by": tuple(dict.fromkeys(one.filed_by for edition in editions for one in edition.applicants)),
        "actor": tuple(dict.fromkeys(step.actor for edition in editions for step in edition.steps)),
        "outcome": tuple(dict.fromkeys(one.outcome for edition in editions for one in edition.results)),
    }


def _rule(rule: Any, words: OtherWords) -> Changed:
    """A rule left out, then with one thing in it changed."""
    yield "rule", Alteration("left out"), None
    yield from _fields(rule, words)


def _fields(rule: Any, words: OtherWords) -> Changed:
    for field, hint in _hints(rule.__class__).items():
        value = getattr(rule, field)
        found = _inside_of(rule) if field == "part_of" else _value(field, hint, value, words)
        for kind, change, changed in found:
            yield kind, change.under(key_of(field)), rule._replace(**{field: changed})


def _inside_of(step: Any) -> Changed:
    """A step inside the time of another, or after it."""
    other = None if step.part_of else step.step - 1 if step.step > 1 else step.part_of
    if other != step.part_of:
        yield "part_of", Alteration("changed", (), step.part_of, other), other


def _value(field: str, hint: Any, value: Any, words: OtherWords) -> Changed:
    choices = _choices(hint)
    if field == "when":
        yield from (("condition", Alteration(how, (), value, bent), bent) for how, bent in words.conditions.bent(value))
    elif field in NEVER:
        return
    elif field in words.by_field:
        yield from _replaced("word", value, _next(words.by_field[field], value))
    elif choices:
        yield from _replaced(field, value, _next(choices, value))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield from _replaced("number", value, (value - 1, value + 1))
    elif hasattr(value, "_fields"):
        yield from _record(field, hint, value, words)
    elif isinstance(value, tuple):
        yield from _members(field, value, words)


def _replaced(kind: str, value: Any, others: tuple[Any, ...]) -> Changed:
    yield from ((kind, Alteration("changed", (), value, other), other) for other in others)


def _record(field: str, hint: Any, value: Any, words: OtherWords) -> Changed:
    if type(None) in get_args(hint):
        yield f"{field} left out", Alteration("left out"), None
    for kind, change, changed in _fields(value, words):
        yield kind if kind == "condition" else f"{field} {kind}", change, changed


def _members(field: str, value: tuple[Any, ...], words: OtherWords) -> Changed:
    for at, member in enumerate(value):
        before, after = value[:at], value[at + 1 :]
        name = "+".join(member.documents) if isinstance(member, Alternative) else str(member)
        yield field, Alteration("left out", (name,)), (*before, *after)
        if hasattr(member, "_fields"):
            for kind, change, changed in _fields(member, words):
                yield kind, change.under(name), (*before, changed, *after)


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
