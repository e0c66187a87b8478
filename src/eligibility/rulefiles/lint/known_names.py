"""Every name in a rule must be somebody's: facts, values, documents, actors, flags, Standards."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import misspelt
from eligibility.law.condition import Compare, Condition, Name, OneOf, SyntaxProblem, walk
from eligibility.law.filing_facts import CHANNEL, FILED_BY, REQUEST
from eligibility.law.pack import Pack
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.lint.conditions_at import ConditionAt, rules
from eligibility.rulefiles.lint.whole_facts import RESERVED
from eligibility.rulefiles.loading import Sources
from eligibility.rulefiles.shared_flags import flag_id

GROUNDS = ("refuse_to_accept", "refuse_service")

Kind = Literal["actor", "applicant", "channel", "document", "event", "outcome", "receipt-field", "request", "standard"]
"""what an edition names by an id that the pack's own files define"""


class _Named(NamedTuple):
    """A key of the entries of a section that holds ids of one kind."""

    section: str
    key: str
    kind: Kind


_NAMED = (
    _Named("requests", REQUEST, "request"),
    _Named("applicants", FILED_BY, "applicant"),
    _Named("channels", CHANNEL, "channel"),
    _Named("results", "outcome", "outcome"),
    _Named("receipts", "shows", "receipt-field"),
    _Named("documents_from", "standard", "standard"),
    _Named("terms_from", "standard", "standard"),
    _Named("requirements", "document", "document"),
    _Named("requirements", "all_of", "document"),
    _Named("requirements", "any_of", "document"),
    _Named("refuse_to_accept", "standard", "standard"),
    _Named("refuse_service", "standard", "standard"),
    _Named("stated_terms", "from", "event"),
    _Named("steps", "actor", "actor"),
    _Named("steps", "from", "event"),
)


def _ids(pack: Pack, kind: Kind) -> Collection[str]:
    match kind:
        case "actor":
            return pack.actors
        case "applicant":
            return _values_of(pack, FILED_BY)
        case "channel":
            return _values_of(pack, CHANNEL)
        case "document":
            return pack.documents
        case "event":
            return pack.events
        case "outcome":
            return pack.outcomes
        case "receipt-field":
            return pack.receipt_fields
        case "request":
            return _values_of(pack, REQUEST)
        case "standard":
            return pack.standards


def _values_of(pack: Pack, fact: str) -> Collection[str]:
    return (pack.facts[fact].values or {}) if fact in pack.facts else {}


def check_references(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    for rule in rules(sources):
        yield from _condition(rule, pack)
    for file in sources.shared.get("documents", ()):
        for id, entry in (file.data or {}).items():
            for index, other in enumerate(entry.get("serves_as", ())):
                yield from _defined("undefined-document", other, pack.documents, file.place((id, "serves_as", index)))
    for file in sources.acts.values():
        yield from _defined("undefined-region", file.data["region"], pack.regions, file.place(("region",)))
    for file in sources.standards.values():
        yield from _standard(file, pack)
    for (act, _), file in sources.editions.items():
        yield from _edition(act, file, pack)


def _defined(code: str, id: str, known: Collection[str], place: Place) -> Iterator[Diagnostic]:
    if id not in known:
        yield Diagnostic(code, place, **misspelt(id, known))


def _condition(rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    if isinstance(rule.tree, SyntaxProblem):
        place = rule.file.inside(rule.path, rule.tree.offset)
        yield Diagnostic(rule.tree.code, place, sign=repr(rule.tree.sign))
        return
    for part in walk(rule.tree):
        yield from _part(part, rule, pack)


def _part(part: Condition, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    match part:
        case Name(id) if id in RESERVED:
            if rule.section not in GROUNDS:
                yield Diagnostic("reserved-name", rule.place, id=id)
        case Name(id):
            yield from _defined("undefined-category", id, {*pack.facts, *pack.categories}, rule.place)
            if id in pack.facts and pack.facts[id].type != "bool":
                yield Diagnostic("not-boolean", rule.place, id=id)
        case Compare(fact, _, value):
            yield from _defined("undefined-fact", fact, pack.facts, rule.place)
            yield from _values(fact, (value,), part, rule, pack)
        case OneOf(fact, values):
            yield from _defined("undefined-fact", fact, pack.facts, rule.place)
            yield from _values(fact, values, part, rule, pack)
        case _:
            pass


def _values(fact: str, values: tuple[Any, ...], part: Compare | OneOf, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    if fact not in pack.facts:
        return
    kind = pack.facts[fact].type
    ordered = isinstance(part, Compare) and part.op not in ("==", "!=")
    fits = {"bool": bool, "choice": str, "years": int}.get(kind)
    for value in values:
        if fits is None or type(value) is not fits or (ordered and kind != "years"):
            yield Diagnostic("wrong-comparison", rule.place, fact=fact, type=kind, value=str(value).lower())
        elif kind == "choice":
            yield from _choice(fact, str(value), rule, pack)


def _choice(fact: str, value: str, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    choices = pack.facts[fact].values or {}
    yield from _defined("undefined-value", value, choices, rule.place)
    if value in choices and choices[value].stands_for:
        yield Diagnostic("inexact-value", rule.place, value=value, exact=", ".join(choices[value].stands_for))


def _standard(file: YamlFile, pack: Pack) -> Iterator[Diagnostic]:
    yield from _defined("undefined-document", file.data["package"], pack.documents, file.place(("package",)))
    for index, known in enumerate(file.data.get("lists", ())):
        path: Steps = ("lists", index)
        yield from _defined("undefined-service", known["service"], pack.services, file.place((*path, "service")))
        if known.get("act"):
            yield from _defined("undefined-act", known["act"], pack.acts, file.place((*path, "act")))
        for at, listed in enumerate(known.get("documents", ())):
            for document in (listed["document"], *listed.get("any_of", ())):
                yield from _defined("undefined-document", document, pack.documents, file.place((*path, "documents", at)))


def _edition(act: str, file: YamlFile, pack: Pack) -> Iterator[Diagnostic]:
    data = file.data
    yield from _defined("undefined-act", act, pack.acts, file.place(()))
    yield from _defined("undefined-service", data["service"], pack.services, file.place(("service",)))
    if act in pack.acts:
        yield from _defined("undefined-provider", data["provider"], pack.acts[act].providers, file.place(("provider",)))
    for path, kind, id in _uses(data):
        yield from _defined(f"undefined-{kind}", id, _ids(pack, kind), file.place(path))
    flags = [*map(flag_id, data.get("flags", ()))]
    for rule, entry in rules_of(data):
        for at, flag in enumerate(entry.get("flags", ())):
            yield from _defined("undefined-flag", flag, flags, file.place((*rule, "flags", at)))
    for index, step in enumerate(data.get("steps", ())):
        others = {str(other["step"]) for other in data["steps"] if other["step"] != step["step"]}
        if step.get("part_of") is not None:
            yield from _defined("undefined-step", str(step["part_of"]), others, file.place(("steps", index, "part_of")))


def _uses(data: Mapping[str, Any]) -> Iterator[tuple[Steps, Kind, str]]:
    """Every id an edition names that the pack's own files define."""
    for section, key, kind in _NAMED:
        for index, entry in enumerate(data.get(section, ())):
            value = entry.get(key)
            if isinstance(value, str):
                yield (section, index, key), kind, value
            for at, item in enumerate(value if isinstance(value, list) else ()):
                for id in named_in(item):
                    yield (section, index, key, at), kind, id
    for section in GROUNDS:
        for index, entry in enumerate(data.get(section, ())):
            if receipt := entry.get("receipt"):
                yield (section, index, "receipt", "issued_by"), "actor", receipt["issued_by"]


def named_in(item: Any) -> tuple[str, ...]:
    """The documents that an entry of a list names: itself, one under a condition, or several together."""
    if isinstance(item, str):
        return (item,)
    return (*([item["document"]] if item.get("document") else []), *item.get("all_of", ()))


def rules_of(data: dict[str, Any]) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """Everything an edition rules that may name flags."""
    for section, entries in data.items():
        if isinstance(entries, dict):
            yield (section,), entries
        elif isinstance(entries, list) and section != "flags":
            yield from (((section, index), entry) for index, entry in enumerate(entries))
