"""The JSON Schemas that editors are given: they let pass what the loader lets pass, and know each record's keys."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from eligibility.plain.yamlfile import read_yaml
from eligibility.rulefiles.schema import KINDS, json_schema, validate
from tests.broken.broken_examples import BASE

ACT = BASE / "acts" / "town-2018-1"
FILES = {
    "edition": ACT / "1-wheelchairs.yaml",
    "act": ACT / "act.yaml",
    "provisions": ACT / "provisions.yaml",
    "act-kinds": BASE / "act-kinds.yaml",
    "sources": BASE.parent / "undefined-source" / "acts" / "order-1" / "sources.yaml",
    "facts": BASE / "facts" / "facts.yaml",
    "categories": BASE / "categories.yaml",
    "contradictions": BASE / "contradictions.yaml",
    "documents": BASE / "documents" / "documents.yaml",
    "services": BASE / "services" / "services.yaml",
    "actors": BASE / "actors" / "actors.yaml",
    "outcomes": BASE / "outcomes" / "outcomes.yaml",
    "receipt-fields": BASE / "receipt-fields" / "fields.yaml",
    "regions": BASE / "regions.yaml",
    "flags": BASE.parent / "unused-flag" / "acts" / "town-2018-1" / "flags.yaml",
}
REQUIRED = {
    "edition": ["service"],
    "act": ["kind", "issuer", "cited", "regions", "adopted", "in_force"],
    "provisions": ["act", "annexes"],
}
TEXT = {"kk": "а", "ru": "а"}


def as_json(data: Any) -> Any:
    """The keys of an object are texts there."""
    if isinstance(data, dict):
        return {str(key): as_json(value) for key, value in data.items()}
    return list(map(as_json, data)) if isinstance(data, list) else data


def plain(path: Path) -> Any:
    return as_json(read_yaml(path.name, path.read_bytes()).data)


def fits(kind: str, data: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(json_schema(kind)).is_valid(data))


@pytest.mark.parametrize("kind", FILES)
def test_what_the_loader_reads_fits_its_schema(kind: str) -> None:
    assert fits(kind, plain(FILES[kind]))


@pytest.mark.parametrize("kind", REQUIRED)
def test_each_key_that_must_be_there_is_asked_for(kind: str) -> None:
    schema, data = json_schema(kind), plain(FILES[kind])
    assert (schema["type"], schema["required"], schema["additionalProperties"]) == ("object", REQUIRED[kind], False)
    assert {"minItems", "maxItems", "prefixItems"}.isdisjoint(schema)
    for key in REQUIRED[kind]:
        assert not fits(kind, {name: value for name, value in data.items() if name != key})
    assert not fits(kind, data | {"no-such-key": 1})


def test_records_inside_are_objects_with_the_keys_a_rule_file_has() -> None:
    step = json_schema("edition")["$defs"]["Step"]
    assert (step["type"], step["required"], step["additionalProperties"]) == (
        "object",
        ["step", "actor", "action", "cite"],
        False,
    )
    assert [*step["properties"]] == ["step", "actor", "action", "cite", "duration", "when", "part_of", "from", "flags"]
    assert {"minItems", "maxItems", "prefixItems"}.isdisjoint(step)
    flag = json_schema("edition")["$defs"]["Flag"]
    assert flag["required"] == ["id", "kind", "for", "text", "cite"]


@pytest.mark.parametrize(
    ("step", "right"),
    [
        ({"step": 1, "actor": "clerk", "action": TEXT, "cite": "1"}, True),
        ({"step": 1, "actor": "clerk", "action": TEXT, "cite": ["1", "2"], "from": "decision", "part_of": 2}, True),
        ({"step": 1, "actor": "clerk", "action": TEXT}, False),
        ({"step": 1, "actor": "clerk", "action": {"kk": "а"}, "cite": "1"}, False),
        ({"step": "one", "actor": "clerk", "action": TEXT, "cite": "1"}, False),
        ({"step": 1, "actor": "clerk", "action": TEXT, "cite": "1", "from_": "decision"}, False),
        ([1, "clerk", TEXT, "1"], False),
    ],
)
def test_an_editor_and_the_loader_judge_a_step_alike(step: Any, right: bool, tmp_path: Path) -> None:
    data = plain(FILES["edition"]) | {"steps": [step]}
    assert fits("edition", data) is right
    file = read_yaml("edition.yaml", FILES["edition"].read_bytes())
    file.data = file.data | {"steps": [step]}
    assert (validate("edition", file) == []) is right


WHOLE = {"id": "odd", "kind": "silent", "for": "clerk", "leaves": "term", "text": TEXT, "cite": "1"}


@pytest.mark.parametrize(
    ("flag", "right"),
    [
        (WHOLE, True),
        ("odd", True),
        ({"flag": "odd"}, True),
        ({"flag": "odd", "cite": ["1", "2"], "when": "age < 18", "with": {"para": "1", "paper": TEXT}}, True),
        ({key: value for key, value in WHOLE.items() if key != "for"}, False),
        (WHOLE | {"for": "judge"}, False),
        (WHOLE | {"with": {"para": "1"}}, False),
        ({"flag": "odd", "kind": "silent"}, False),
        ({"flag": "odd", "with": {"para": 1}}, False),
        ({"flag": "odd", "with": {"paper": {"kk": "а"}}}, False),
        (1, False),
        ({}, False),
    ],
)
def test_an_editor_and_the_loader_judge_a_flag_alike(flag: Any, right: bool) -> None:
    data = plain(FILES["edition"]) | {"flags": [flag]}
    assert fits("edition", data) is right
    file = read_yaml("edition.yaml", FILES["edition"].read_bytes())
    file.data = file.data | {"flags": [flag]}
    assert (validate("edition", file) == []) is right


KNOWN = {"source": TEXT, "as_of": TEXT, "confidence": "official"}
LINE = {"document": "application", "cite": "1"}


@pytest.mark.parametrize(
    ("kind", "more", "right"),
    [
        ("act", {"kind": "order"}, True),
        ("act", {"kind": {"name": TEXT}}, False),
        ("act", {"regions": "all"}, True),
        ("act", {"regions": "town"}, False),
        ("act", {"in_force": "unknown"}, True),
        ("act", {"in_force": {"on": "2018-07-01"}}, True),
        ("act", {"in_force": "later"}, False),
        ("act", {"text": "elsewhere"}, True),
        ("act", {"text": "nowhere"}, False),
        ("act", {"repeal": {"kind": "order", "adopted": "2019-01-01", "in_force": "unknown"}}, True),
        ("act", {"amendments": [{"adopted": "2019-01-01"}]}, False),
        ("edition", {"requirements": [LINE | {"known": "page"}]}, True),
        ("edition", {"requirements": [LINE | {"known": KNOWN}]}, True),
        ("edition", {"requirements": [LINE | {"known": KNOWN | {"confidence": "sure"}}]}, False),
        ("edition", {"holds": ["steps", "refuse_to_accept"]}, True),
        ("edition", {"holds": ["stairs"]}, False),
    ],
)
def test_an_editor_and_the_loader_judge_acts_and_sources_alike(kind: str, more: dict[str, Any], right: bool) -> None:
    assert fits(kind, plain(FILES[kind]) | more) is right
    file = read_yaml(f"{kind}.yaml", FILES[kind].read_bytes())
    file.data = file.data | more
    assert (validate(kind, file) == []) is right


def test_every_kind_of_file_has_a_schema() -> None:
    for kind in KINDS:
        jsonschema.Draft202012Validator.check_schema(json_schema(kind))
