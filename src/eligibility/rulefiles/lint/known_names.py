"""Every name in a rule must be somebody's: facts, values, documents, actors, flags, acts."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any, Literal, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.law.condition import Compare, Condition, Name, OneOf, SyntaxProblem, Window, walk
from eligibility.law.filing_facts import CHANNEL, FILED_BY, REQUEST
from eligibility.law.pack import Pack
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.lint.compared_values import compared
from eligibility.rulefiles.lint.conditions_at import ConditionAt, rules
from eligibility.rulefiles.lint.defined import defined
from eligibility.rulefiles.lint.whole_facts import RESERVED
from eligibility.rulefiles.loading import Sources
from eligibility.rulefiles.shared_flags import flag_id

GROUNDS = ("refuse_to_accept", "refuse_service")

Kind = Literal["act", "actor", "applicant", "channel", "document", "event", "outcome", "receipt-field", "request"]
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
    _Named("documents_from", "act", "act"),
    _Named("terms_from", "act", "act"),
    _Named("requirements", "document", "document"),
    _Named("requirements", "all_of", "document"),
    _Named("requirements", "any_of", "document"),
    _Named("refuse_to_accept", "act", "act"),
    _Named("refuse_service", "act", "act"),
    _Named("stated_terms", "from", "event"),
    _Named("steps", "actor", "actor"),
    _Named("steps", "from", "event"),
)


def _ids(pack: Pack, kind: Kind) -> Collection[str]:
    match kind:
        case "act":
            return pack.acts
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


def _values_of(pack: Pack, fact: str) -> Collection[str]:
    return (pack.facts[fact].values or {}) if fact in pack.facts else {}


def check_references(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    for rule in rules(sources):
        yield from _condition(rule, pack)
    for file in sources.shared.get("documents", ()):
        for id, entry in (file.data or {}).items():
            for index, other in enumerate(entry.get("serves_as", ())):
                yield from defined("undefined-document", other, pack.documents, file.place((id, "serves_as", index)))
    for file in sources.acts.values():
        yield from _act(file, pack)
    yield from _shared(sources, pack)
    for key, file in sources.editions.items():
        yield from _edition(key.act, file, pack)


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
            yield from _name(id, rule, pack)
        case Compare() | OneOf() | Window():
            yield from compared(part, rule, pack)
        case _:
            pass


def _name(id: str, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    known = {*pack.facts, *pack.categories}
    if id not in known and (beside := _compared(id, rule, pack)):
        values = ", ".join((*map(str, beside.values), id))
        yield Diagnostic("value-alone", rule.place, id=id, fact=beside.fact, values=values)
        return
    yield from defined("undefined-category", id, known, rule.place)
    if id in pack.facts and pack.facts[id].type != "bool":
        yield Diagnostic("not-boolean", rule.place, id=id)


def _compared(value: str, rule: ConditionAt, pack: Pack) -> OneOf | None:
    """The fact that the condition compares with others of its values than this one, and those others."""
    for part in walk(rule.condition):
        match part:
            case Compare(fact, "==", str(other)) if value in _values_of(pack, fact):
                return OneOf(fact, (other,))
            case OneOf(fact) if value in _values_of(pack, fact):
                return part
            case _:
                pass
    return None


def _act(file: YamlFile, pack: Pack) -> Iterator[Diagnostic]:
    regions = file.data["regions"]
    for at, id in enumerate([] if isinstance(regions, str) else regions):
        yield from defined("undefined-region", id, pack.regions, file.place(("regions", at)))
    if package := file.data.get("package"):
        yield from defined("undefined-document", package, pack.documents, file.place(("package",)))


def _shared(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    """What services, regions and contacts name of each other."""
    known_of: dict[str, Collection[str]] = {
        "undefined-service": pack.services,
        "undefined-act": pack.acts,
        "undefined-region": pack.regions,
    }
    for section, code, names in (
        ("services", "undefined-service", _into),
        ("services", "undefined-act", _acts_of_today),
        ("region-changes", "undefined-region", _changed),
        ("region-words", "undefined-region", _worded),
        ("situations", "undefined-service", _wanted),
        ("contacts", "undefined-region", partial(_of_contact, "regions")),
        ("contacts", "undefined-service", partial(_of_contact, "services")),
    ):
        known = known_of[code]
        for file in sources.shared.get(section, ()):
            for path, id in names(file.data or {}):
                yield from defined(code, id, known, file.place(path))


Named = Iterator[tuple[Steps, str]]


def _into(services: Any) -> Named:
    for id, entry in services.items():
        if into := (entry.get("today") or {}).get("into"):
            yield (id, "today", "into"), into


def _acts_of_today(services: Any) -> Named:
    for id, entry in services.items():
        yield from (((id, "today", "acts", at), act) for at, act in enumerate((entry.get("today") or {}).get("acts", ())))


def _changed(changes: Any) -> Named:
    for at, change in enumerate(changes):
        for key in ("before", "after"):
            yield from (((at, key, index), id) for index, id in enumerate(change[key]))


def _worded(regions: Any) -> Named:
    yield from (((id,), id) for id in regions)


def _wanted(situations: Any) -> Named:
    for id, situation in situations.items():
        yield from (((id, "services", index), one) for index, one in enumerate(situation["services"]))


def _of_contact(key: str, contacts: Any) -> Named:
    for id, contact in contacts.items():
        yield from (((id, key, index), one) for index, one in enumerate(contact.get(key, ())))


def _edition(act: str, file: YamlFile, pack: Pack) -> Iterator[Diagnostic]:
    data = file.data
    yield from defined("undefined-act", act, pack.acts, file.place(()))
    yield from defined("undefined-service", data["service"], pack.services, file.place(("service",)))
    if act in pack.acts and data.get("provider"):
        yield from defined("undefined-provider", data["provider"], pack.acts[act].providers or {}, file.place(("provider",)))
    if as_in := data.get("requirements_as_in"):
        yield from defined("undefined-act", as_in["act"], pack.acts, file.place(("requirements_as_in", "act")))
    for path, kind, id in _uses(data):
        yield from defined(f"undefined-{kind}", id, _ids(pack, kind), file.place(path))
    flags = [*map(flag_id, data.get("flags", ()))]
    for rule, entry in rules_of(data):
        for at, flag in enumerate(entry.get("flags", ())):
            yield from defined("undefined-flag", flag, flags, file.place((*rule, "flags", at)))
    for index, step in enumerate(data.get("steps", ())):
        others = {str(other["step"]) for other in data["steps"] if other["step"] != step["step"]}
        if step.get("part_of") is not None:
            yield from defined("undefined-step", str(step["part_of"]), others, file.place(("steps", index, "part_of")))


def _uses(data: Mapping[str, Any]) -> Iterator[tuple[Steps, Kind, str]]:
    """Every id an edition names that the pack's own files define."""
    for section, key, kind in _NAMED:
        for index, entry in enumerate(listed(data, section)):
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


def listed(data: Mapping[str, Any], section: str) -> list[Any]:
    """The entries of a section, where it holds any."""
    found = data.get(section)
    return found if isinstance(found, list) else []


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
            yield from (((section, index), entry) for index, entry in enumerate(entries) if isinstance(entry, dict))
