"""The compiled pack is the pack: the same rules, the same values, the same decisions."""

import json
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from eligibility.engine import Engine
from eligibility.files import resource
from eligibility.law.edition import Edition
from eligibility.law.pack import EditionKey, Pack, read_compiled
from eligibility.plain.records import plain, revive
from eligibility.rulefiles import shipped
from eligibility.rulefiles.lint import load

PACK = load(resource("rules"))
EDITIONS = sorted(PACK.held())
SHARED = [
    "facts",
    "categories",
    "contradictions",
    "documents",
    "services",
    "actors",
    "outcomes",
    "receipt_fields",
    "regions",
    "region_changes",
    "region_words",
    "situations",
    "events",
    "contacts",
    "acts",
    "calendar",
]


def compiled() -> Pack:
    pack = read_compiled(PACK.compiled())
    assert pack is not None
    return pack


COMPILED = compiled()
AT = datetime(2026, 1, 1, tzinfo=UTC)


def of_key(key: EditionKey) -> str:
    return "/".join(filter(None, key))


@pytest.mark.parametrize("section", SHARED)
def test_the_vocabulary_is_the_same(section: str) -> None:
    assert getattr(COMPILED, section) == getattr(PACK, section)


def test_every_edition_is_held_under_one_digest() -> None:
    assert list(COMPILED.held()) == list(PACK.held())
    assert COMPILED.digest == PACK.digest
    assert COMPILED.compiled() == PACK.compiled()


@pytest.mark.parametrize("key", EDITIONS, ids=of_key)
def test_an_edition_is_the_same_from_its_plain_data(key: EditionKey) -> None:
    edition = PACK.edition(*key)
    assert edition is not None
    assert COMPILED.edition(*key) == edition
    assert revive(Edition, plain(edition)) == edition
    assert revive(Edition, json.loads(json.dumps(plain(edition)))) == edition


@pytest.mark.parametrize("key", EDITIONS, ids=of_key)
def test_both_packs_decide_alike(key: EditionKey) -> None:
    cases: list[dict[str, Any]] = [
        {"facts": {}},
        {"facts": {"age": 40, "disability": "group-1", "id_shows_iin": True}, "submitted": ["application"]},
        {"facts": {"age": 7, "disability": "child"}, "submitted": []},
    ]
    for case in cases:
        case |= {"service": key.service, "act": key.act, "on": date(2019, 6, 3)}
        one, other = (
            engine.answer(case, as_if_in_force=True).data(AT) for engine in (Engine(PACK, "direct"), Engine(COMPILED, "direct"))
        )
        assert one == other


def test_the_wheel_carries_it_where_the_program_looks_for_it() -> None:
    top = Path(__file__).parents[2]
    build = tomllib.loads((top / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    assert shipped.COMPILED.relative_to(top).as_posix() in build["artifacts"]


def test_another_version_of_the_format_is_not_read() -> None:
    assert read_compiled(b'{"format": 0}') is None
