"""Every name in a rule must be somebody's: facts, values, documents, actors, flags, Standards."""

from collections.abc import Iterable, Iterator
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import closest
from eligibility.law.condition import Compare, Condition, Name, OneOf, SyntaxProblem, walk
from eligibility.law.pack import Pack
from eligibility.plain.yamlfile import Steps, YamlFile
from eligibility.rulefiles.lint.conditions_at import ConditionAt, rules
from eligibility.rulefiles.lint.whole_facts import RESERVED
from eligibility.rulefiles.loading import Sources

GROUNDS = ("refuse_to_accept", "refuse_service")


def check_references(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    for rule in rules(sources):
        yield from _condition(rule, pack)
    for file in sources.shared.get("documents", ()):
        for id, entry in (file.data or {}).items():
            for index, other in enumerate(entry.get("serves_as", ())):
                yield from _known(other, pack.documents, "document", file.place((id, "serves_as", index)))
    for file in sources.acts.values():
        yield from _known(file.data["region"], pack.regions, "region", file.place(("region",)))
    for file in sources.standards.values():
        yield from _standard(file, pack)
    for (act, _), file in sources.editions.items():
        yield from _edition(act, file, pack)


def _known(id: str, known: Iterable[str], kind: str, place: Place) -> Iterator[Diagnostic]:
    names = set(known)
    if id not in names:
        guess = closest(id, names)
        yield Diagnostic(
            f"unknown-{kind.replace('_', '-')}",
            "unknown {kind} {id}",
            place,
            "did you mean {guess}?" if guess else "define it first",
            {"kind": kind, "id": id, "guess": guess},
        )


def _condition(rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    if isinstance(rule.tree, SyntaxProblem):
        place = rule.file.inside(rule.path, rule.tree.offset)
        yield Diagnostic("condition-syntax", "{problem}", place, rule.tree.hint, {"problem": rule.tree.message})
        return
    for part in walk(rule.tree):
        yield from _part(part, rule, pack)


def _part(part: Condition, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    match part:
        case Name(id) if id in RESERVED:
            if rule.section not in GROUNDS:
                yield Diagnostic(
                    "reserved-name", "{id} may stand in grounds alone", rule.place, "use facts and categories", {"id": id}
                )
        case Name(id):
            yield from _known(id, {*pack.facts, *pack.categories}, "category", rule.place)
            if id in pack.facts and pack.facts[id].type != "bool":
                yield Diagnostic("not-boolean", "{id} is not true or false", rule.place, "compare it with a value", {"id": id})
        case Compare(fact, _, value):
            yield from _known(fact, pack.facts, "fact", rule.place)
            yield from _values(fact, (value,), part, rule, pack)
        case OneOf(fact, values):
            yield from _known(fact, pack.facts, "fact", rule.place)
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
            yield Diagnostic(
                "wrong-comparison",
                "{fact} is of type {type} and cannot be compared with {value} this way",
                rule.place,
                "compare it with a value of its own type",
                {"fact": fact, "type": kind, "value": str(value).lower()},
            )
        elif kind == "choice":
            yield from _choice(fact, str(value), rule, pack)


def _choice(fact: str, value: str, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    choices = pack.facts[fact].values or {}
    yield from _known(value, choices, "value", rule.place)
    if value in choices and choices[value].stands_for:
        yield Diagnostic(
            "inexact-value",
            "{value} stands for several values, and a condition tells exact ones apart",
            rule.place,
            "name one of {exact}, or all of them",
            {"value": value, "exact": ", ".join(choices[value].stands_for)},
        )


def _standard(file: YamlFile, pack: Pack) -> Iterator[Diagnostic]:
    yield from _known(file.data["package"], pack.documents, "document", file.place(("package",)))
    for index, known in enumerate(file.data.get("lists", ())):
        path: Steps = ("lists", index)
        yield from _known(known["service"], pack.services, "service", file.place((*path, "service")))
        if known.get("act"):
            yield from _known(known["act"], pack.acts, "act", file.place((*path, "act")))
        for at, listed in enumerate(known.get("documents", ())):
            for document in (listed["document"], *listed.get("any_of", ())):
                yield from _known(document, pack.documents, "document", file.place((*path, "documents", at)))


def _edition(act: str, file: YamlFile, pack: Pack) -> Iterator[Diagnostic]:
    data = file.data
    yield from _known(act, pack.acts, "act", file.place(()))
    yield from _known(data["service"], pack.services, "service", file.place(("service",)))
    if act in pack.acts:
        yield from _known(data["provider"], pack.acts[act].providers, "provider", file.place(("provider",)))
    for path, kind, id in _uses(data):
        yield from _known(id, _catalogue(kind, data, pack), kind, file.place(path))
    for index, step in enumerate(data.get("steps", ())):
        others = {str(other["step"]) for other in data["steps"] if other["step"] != step["step"]}
        if step.get("part_of") is not None:
            yield from _known(str(step["part_of"]), others, "step", file.place(("steps", index, "part_of")))


def _catalogue(kind: str, data: dict[str, Any], pack: Pack) -> Iterable[str]:
    match kind:
        case "flag":
            return [flag["id"] for flag in data.get("flags", ())]
        case "request" | "channel" | "filed_by":
            fact = pack.facts.get(kind)
            return (fact.values or {}) if fact else {}
        case "receipt-field":
            return pack.receipt_fields
        case _:
            return getattr(pack, f"{kind}s")  # type: ignore[no-any-return]


_FIELDS = {
    "requests": {"request": "request"},
    "applicants": {"filed_by": "filed_by"},
    "channels": {"channel": "channel"},
    "results": {"outcome": "outcome"},
    "receipts": {"shows": "receipt-field"},
    "documents_from": {"standard": "standard"},
    "terms_from": {"standard": "standard"},
    "requirements": {"document": "document", "all_of": "document", "any_of": "document"},
    "refuse_to_accept": {"standard": "standard"},
    "refuse_service": {"standard": "standard"},
    "stated_terms": {"from": "event"},
    "steps": {"actor": "actor", "from": "event"},
}


def _uses(data: dict[str, Any]) -> Iterator[tuple[Steps, str, str]]:
    """Every id an edition names, with the catalogue it must be in."""
    for section, fields in _FIELDS.items():
        for index, entry in enumerate(data.get(section, ())):
            for field, kind in fields.items():
                value = entry.get(field)
                path: Steps = (section, index, field)
                if isinstance(value, str):
                    yield path, kind, value
                for at, item in enumerate(value if isinstance(value, list) else ()):
                    yield (*path, at), kind, item if isinstance(item, str) else item["document"]
            if isinstance(entry.get("receipt"), dict):
                yield (section, index, "receipt", "issued_by"), "actor", entry["receipt"]["issued_by"]
    for rule, entry in rules_of(data):
        for at, flag in enumerate(entry.get("flags", ())):
            yield (*rule, "flags", at), "flag", flag


def rules_of(data: dict[str, Any]) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """Everything an edition rules that may name flags."""
    for section, entries in data.items():
        if isinstance(entries, dict):
            yield (section,), entries
        elif isinstance(entries, list) and section != "flags":
            yield from (((section, index), entry) for index, entry in enumerate(entries))
