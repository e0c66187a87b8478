"""The JSON Schemas that editors are given: they let pass what the loader lets pass, and know each record's keys."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path, PurePath
from typing import Any, get_type_hints

import jsonschema
import pytest

from eligibility.files import resource
from eligibility.plain.records import key_of
from eligibility.plain.yamlfile import read_yaml
from eligibility.rulefiles.described.kinds_help import KINDS_HELP
from eligibility.rulefiles.described.words_help import SETS
from eligibility.rulefiles.editor_schema import PLACES, RECORDS, WRITTEN, json_schema
from eligibility.rulefiles.schema import KINDS, validate
from eligibility.rulefiles.signoffs import SIGNOFFS
from eligibility.words.catalogue import catalogue
from eligibility.words.text import LANGS, Lang
from tests.broken.broken_examples import BASE

RULES = resource("rules")
EDITION = BASE / "acts" / "town-2018-1" / "1-wheelchairs.yaml"
REQUIRED = {
    "edition": (["service"], EDITION),
    "act": (["kind", "issuer", "cited", "regions", "adopted", "in_force"], EDITION.with_name("act.yaml")),
    "provisions": (["act", "annexes"], EDITION.with_name("provisions.yaml")),
    "calendar": (["days_off", "working"], BASE / "calendar" / "2018.yaml"),
}
SAID = ("title", "description")
MOST_WORDS = 20
TEXT = {"kk": "а", "ru": "а"}


def as_json(data: Any) -> Any:
    """The keys of an object are texts there."""
    if isinstance(data, dict):
        return {str(key): as_json(value) for key, value in data.items()}
    return list(map(as_json, data)) if isinstance(data, list) else data


def plain(path: Path) -> Any:
    return as_json(read_yaml(path.name, path.read_bytes()).data)


@cache
def schema_of(kind: str, lang: Lang = "kk") -> dict[str, Any]:
    return json_schema(kind, catalogue(lang))


def fits(kind: str, data: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(schema_of(kind)).is_valid(data))


def kinds_of(path: PurePath) -> list[str]:
    """As an editor finds them: `*` within one step of a path, which may begin anywhere."""

    def among(globs: Iterable[str]) -> bool:
        return any(path.match(glob) for glob in globs)

    negative = {kind: [glob[1:] for glob in globs if glob[0] == "!"] for kind, globs in PLACES.items()}
    return [kind for kind, globs in PLACES.items() if among(globs) and not among(negative[kind])]


def rule_files() -> list[Path]:
    """All but sign-offs, which a command writes."""
    found = (path for root in (RULES, BASE) for path in sorted(root.rglob("*.yaml")))
    return [path for path in found if path.parent.name != SIGNOFFS]


def test_what_the_loader_reads_fits_the_one_schema_that_its_place_has() -> None:
    found = {path: kinds_of(path) for path in rule_files()}
    assert {path: kinds for path, kinds in found.items() if len(kinds) != 1} == {}
    assert [path for path, [kind] in found.items() if not fits(kind, plain(path))] == []
    assert {kind for [kind] in found.values()} == set(WRITTEN)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("acts/order-7-2019/until-12/wheelchairs.yaml", "edition"),
        ("acts/order-7-2019/until-12/1-wheelchairs.yaml", "edition"),
        ("acts/order-7-2019/until-12/provisions.yaml", "provisions"),
        ("mine/acts/order-7-2019/act.yaml", "act"),
    ],
)
def test_the_files_of_earlier_wordings_and_of_folders_beside_each_other_have_a_schema_too(path: str, kind: str) -> None:
    assert kinds_of(PurePath(path)) == [kind]


@pytest.mark.parametrize("kind", REQUIRED)
def test_each_key_that_must_be_there_is_asked_for(kind: str) -> None:
    required, file = REQUIRED[kind]
    schema, data = schema_of(kind), plain(file)
    assert (schema["type"], schema["required"], schema["additionalProperties"]) == ("object", required, False)
    assert {"minItems", "maxItems", "prefixItems"}.isdisjoint(schema)
    for key in required:
        assert not fits(kind, {name: value for name, value in data.items() if name != key})
    assert not fits(kind, data | {"no-such-key": 1})


def test_records_inside_are_objects_with_the_keys_a_rule_file_has() -> None:
    step = schema_of("edition")["$defs"]["Step"]
    assert (step["type"], step["required"], step["additionalProperties"]) == (
        "object",
        ["step", "actor", "action", "cite"],
        False,
    )
    assert [*step["properties"]] == ["step", "actor", "action", "cite", "duration", "when", "part_of", "from", "flags"]
    assert {"minItems", "maxItems", "prefixItems"}.isdisjoint(step)
    flag = schema_of("edition")["$defs"]["Flag"]
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
    data = plain(EDITION) | {"steps": [step]}
    assert fits("edition", data) is right
    file = read_yaml("edition.yaml", EDITION.read_bytes())
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
    data = plain(EDITION) | {"flags": [flag]}
    assert fits("edition", data) is right
    file = read_yaml("edition.yaml", EDITION.read_bytes())
    file.data = file.data | {"flags": [flag]}
    assert (validate("edition", file) == []) is right


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("lang", LANGS)
class TestDescribed:
    """An author who hovers over a key is told in Kazakh or Russian what to write."""

    def test_a_schema_is_one(self, kind: str, lang: Lang) -> None:
        schema = schema_of(kind, lang)
        jsonschema.Draft202012Validator.check_schema(schema)
        assert next(iter(schema)) == "$schema"
        assert schema["description"] == catalogue(lang)(KINDS_HELP[kind].purpose)

    def test_every_record_has_a_title_and_every_key_a_description(self, kind: str, lang: Lang) -> None:
        records = list(records_in(schema_of(kind, lang)))
        assert [record for record in records if not record.get("title")] == []
        keys = {key: found for record in records for key, found in record["properties"].items()}
        assert [key for key, found in keys.items() if not found.get("description")] == []

    def test_nothing_is_left_in_the_programs_own_words(self, kind: str, lang: Lang) -> None:
        said = {text for part in parts(schema_of(kind, lang)) for key in SAID if isinstance(text := part.get(key), str)}
        assert [text for text in said if text.isascii()] == []

    def test_every_word_of_a_closed_set_is_explained(self, kind: str, lang: Lang) -> None:
        sets = [part for part in parts(schema_of(kind, lang)) if isinstance(part.get("enum"), list)]
        assert [one for one in sets if len(one["enumDescriptions"]) != len(one["enum"])] == []
        assert [text for one in sets for text in one["enumDescriptions"] if not text or text.isascii()] == []

    def test_each_is_a_few_whole_sentences(self, kind: str, lang: Lang) -> None:
        said = {found["description"] for record in records_in(schema_of(kind, lang)) for found in record["properties"].values()}
        assert [text for text in said if not text.endswith(".") or text[0].islower()] == []
        assert [text for text in said for sentence in text.split(". ") if len(sentence.split()) > MOST_WORDS] == []


def test_what_is_described_is_there() -> None:
    names = {name for kind in WRITTEN for name in schema_of(kind).get("$defs", ())}
    whole = {written.__name__ for written in WRITTEN.values() if written in RECORDS}
    assert {record.__name__ for record in RECORDS} == names | whole
    for record, help in RECORDS.items():
        assert [*help.keys] == [key_of(name) for name in get_type_hints(record)]
    sets = [tuple(part["enum"]) for kind in WRITTEN for part in parts(schema_of(kind)) if isinstance(part.get("enum"), list)]
    assert {tuple(one) for one in SETS} == {*sets}
    assert [*KINDS_HELP] == [*WRITTEN] == [*KINDS]


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """All schemas inside this one."""
    if isinstance(schema, dict):
        yield schema
    for below in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(below)


def records_in(schema: Any) -> Iterator[dict[str, Any]]:
    return (part for part in parts(schema) if isinstance(part.get("properties"), dict) and part.get("type") == "object")


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
    assert fits(kind, plain(REQUIRED[kind][1]) | more) is right
    file = read_yaml(f"{kind}.yaml", REQUIRED[kind][1].read_bytes())
    file.data = file.data | more
    assert (validate(kind, file) == []) is right
