"""The JSON Schemas that editors are given: what may stand in a rule file, and what each key means, in the author's language."""

from collections.abc import Mapping
from typing import Any

from eligibility.plain.records import key_of
from eligibility.rulefiles.described.acts_help import ACTS
from eligibility.rulefiles.described.editions_help import EDITIONS
from eligibility.rulefiles.described.kinds_help import KINDS_HELP
from eligibility.rulefiles.described.record_help import RecordHelp
from eligibility.rulefiles.described.vocabulary_help import VOCABULARY
from eligibility.rulefiles.described.words_help import SETS
from eligibility.rulefiles.loading import EARLIER, FILES, FOLDERS
from eligibility.rulefiles.schema import KINDS, adapter_of, all_records
from eligibility.rulefiles.written_calendar import WrittenYear
from eligibility.words.catalogue import Catalogue
from eligibility.words.text import Text

RECORDS: Mapping[type[object], RecordHelp] = {**ACTS, **VOCABULARY, **EDITIONS}
_SETS = {tuple(one): one for one in SETS}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
WRITTEN: dict[str, Any] = KINDS | {"calendar": WrittenYear}
"""what stands in a file of each kind; a calendar is validated by those who read it"""

_ACT = "acts/*/"
_WORDING = f"{_ACT}{EARLIER}*/"
_OF_AN_ACT = {
    "act": (f"{_ACT}act.yaml",),
    "provisions": (f"{_ACT}provisions.yaml", f"{_WORDING}provisions.yaml"),
    "flags": (f"{_ACT}flags.yaml",),
    "sources": (f"{_ACT}sources.yaml",),
}
_ANYWHERE = {kind: (f"{kind}/*.yaml",) for kind in FOLDERS} | {kind: (f"{kind}.yaml",) for kind in FILES} | _OF_AN_ACT
PLACES: Mapping[str, tuple[str, ...]] = _ANYWHERE | {
    "edition": (
        *(f"{_ACT}*.yaml", f"{_WORDING}*.yaml"),
        *(f"!{glob}" for globs in _OF_AN_ACT.values() for glob in globs),
    )
}
"""the files of each kind as editors are told them; what begins with ! is none of them"""


def json_schema(kind: str, words: Catalogue) -> dict[str, Any]:
    """Records are objects there, though their values are tuples here."""
    written = WRITTEN[kind]
    schema = adapter_of(written).json_schema()
    records = {cls.__name__: cls for cls in (*all_records(), Text)}
    for name, found in schema.get("$defs", {}).items():
        if name in records:
            _describe(found, records[name], words)
    if written in RECORDS:
        _describe(schema, written, words)
    _explain(schema, words)
    purpose, entry = KINDS_HELP[kind]
    if entry:
        schema["additionalProperties"] = {"description": words(entry), **schema["additionalProperties"]}
    return {"$schema": DIALECT, "description": words(purpose), **schema}


def editor_settings(folder: str) -> dict[str, Any]:
    """Tells an editor which schema of the folder each rule file goes by."""
    return {"yaml.schemas": {f"{folder}/{kind}.json": list(places) for kind, places in PLACES.items()}}


def _describe(schema: dict[str, Any], record: Any, words: Catalogue) -> None:
    title, keys = RECORDS[record]
    if "prefixItems" in schema:
        _as_object(schema, record._fields)
    for key, found in schema["properties"].items():
        found.pop("title", None)
        schema["properties"][key] = {"description": words(keys[key]), **_plainly(found)}
    schema.pop("description", None)
    schema["title"] = words(title)


def _plainly(schema: dict[str, Any]) -> dict[str, Any]:
    """Several simple types, or sets of words, as one: of a choice between schemas editors show a heading for each."""
    members = schema.get("anyOf", ())
    types = [one.get("type") for one in members]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if members and all("enum" in one for one in members):
        return rest | {"enum": [word for one in members for word in one["enum"]], "type": "string"}
    distinct = all(types) and len({*types}) == len(types)
    if not members or not distinct or any("enum" in one or "const" in one for one in members):
        return schema
    merged = {key: value for one in members for key, value in one.items()}
    return rest | merged | {"type": types}


def _explain(schema: Any, words: Catalogue) -> None:
    """Says of each word of a closed set what it means, where editors that know the keyword show it."""
    if isinstance(schema, dict) and isinstance(schema.get("enum"), list):
        schema["enumDescriptions"] = [words(one) for one in _SETS[tuple(schema["enum"])].values()]
    for below in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        _explain(below, words)


def _as_object(schema: dict[str, Any], names: tuple[str, ...]) -> None:
    required = schema.pop("minItems", 0)
    schema.pop("maxItems", None)
    keys = [key_of(name) for name in names]
    properties = dict(zip(keys, schema.pop("prefixItems"), strict=True))
    schema |= {"type": "object", "properties": properties, "required": keys[:required], "additionalProperties": False}
