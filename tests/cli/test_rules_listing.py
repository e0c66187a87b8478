"""`rules list`: the ids a rule may name, found by kind and by word, with their names and uses."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from eligibility.engine import Engine
from eligibility.review.ids import IN_CONDITIONS, NAMED_BY, ids_of, kinds_of_ids
from eligibility.rulefiles.loading import FILES, FOLDERS, LISTS, Sources, read_sources
from eligibility.words.text import LANGS, Lang
from tests.cli.running import typed
from tests.cli.test_completion import offered
from tests.cli.unfit_lines import foreign_words

BASE = Path(__file__).parents[1] / "broken" / "_base"
ENGINE = Engine.shipped("direct")


@pytest.fixture(scope="module")
def shipped() -> Sources:
    return read_sources("shipped")


def listed(*arguments: str, lang: Lang = "ru") -> list[str]:
    done = typed("rules", "list", *arguments, lang=lang)
    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()


def test_kinds_are_the_sections_of_a_pack_that_have_ids() -> None:
    sections = {*FOLDERS, *FILES} - {*LISTS, "calendar", "region-words"}
    assert {*kinds_of_ids()} == sections | {"acts", "flags"}
    assert offered("rules", "list", "").keys() == {*kinds_of_ids()}


def test_every_kind_is_named_by_keys_or_in_conditions() -> None:
    """A new kind is counted wherever its ids stand, until somebody says under which keys."""
    assert sorted({*NAMED_BY, *IN_CONDITIONS} - {*kinds_of_ids(), "parameters"}) == []


@pytest.mark.parametrize("kind", kinds_of_ids())
def test_every_id_has_its_name_and_its_place(kind: str, shipped: Sources) -> None:
    for one in ids_of(shipped, kind):
        assert one.name.kk or one.name.ru, one.id
        assert one.place.file.endswith(".yaml")


def test_the_ids_are_those_of_the_pack(shipped: Sources) -> None:
    pack = ENGINE.pack
    held: dict[str, Iterable[str]] = {
        "facts": pack.facts,
        "documents": pack.documents,
        "services": pack.services,
        "acts": pack.acts,
    }
    assert {kind: {one.id for one in ids_of(shipped, kind)} for kind in held} == {kind: set(ids) for kind, ids in held.items()}


def uses(sources: Sources, kind: str, id: str) -> int:
    [found] = [one for one in ids_of(sources, kind) if one.id == id]
    return len(found.uses)


def test_uses_are_all_places_that_name_an_id() -> None:
    base = read_sources(BASE)
    assert uses(base, "documents", "application") == text_of(BASE).count("document: application")
    assert uses(base, "services", "wheelchairs") == text_of(BASE).count("service: wheelchairs")


def text_of(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (folder / "acts").rglob("*.yaml"))


def test_a_value_of_a_fact_is_no_use_of_a_fact_of_that_name(tmp_path: Path) -> None:
    kk_ru = "{kk: а, ru: а}"
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "a.yaml").write_text(
        f"orphan: {{type: bool, ask: {kk_ru}}}\nkind: {{type: choice, ask: {kk_ru}}}\n", encoding="utf-8"
    )
    (tmp_path / "categories.yaml").write_text("one: {when: kind == orphan}\ntwo: {when: not orphan}\n", encoding="utf-8")
    sources = read_sources(tmp_path)
    assert (uses(sources, "facts", "orphan"), uses(sources, "facts", "kind")) == (1, 1)


@pytest.mark.parametrize("word", ["РЕБЕНКА", "ребёнка", "баланың", "birth-cert"])
def test_a_word_is_found_in_either_language_and_in_the_id(word: str) -> None:
    assert "birth-certificate" in listed("documents", word)


@pytest.mark.parametrize("lang", LANGS)
def test_few_that_are_found_are_shown_with_their_places(lang: Lang) -> None:
    id, name, place, used, *places = listed("documents", "birth-certificate", lang=lang)
    assert id == "birth-certificate"
    assert name.strip() == ENGINE.pack.documents[id].name[lang]
    assert place.startswith({"kk": "  Анықталған жері: documents/", "ru": "  Определено в documents/"}[lang])
    assert used.strip() == {"kk": "Қолданылған жерлері: 1", "ru": "Использований: 1"}[lang]
    assert len(places) == 1
    assert not foreign_words(name + used)


def test_places_are_shown_where_they_are_asked_for() -> None:
    assert len(listed("regions", "--where")) > len(listed("regions"))


def test_for_other_programs() -> None:
    done = typed("rules", "list", "regions", "--rules", str(BASE), "--json")
    assert [one["id"] for one in done.json] == ["town", "village"]
    assert all(one["name"].keys() == {"kk", "ru"} for one in done.json)
    assert done.json[0]["used"] == ["acts/town-2018-1/act.yaml:4:11"]


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_found(lang: Lang) -> None:
    done = typed("rules", "list", "facts", "жоқ-нәрсе", lang=lang)
    assert (done.code, len(done.out.splitlines())) == (1, 1)
    assert not foreign_words(done.out)


def test_an_unknown_kind() -> None:
    done = typed("rules", "list", "document", "--json")
    assert done.code == 2
    assert "documents" in json.loads(done.out)["errors"][0]["hint"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "regions.yaml").write_text("town: {kk: [}\n", encoding="utf-8")
    done = typed("rules", "list", "regions", "--rules", str(tmp_path))
    assert done.code == 2
    assert "regions.yaml:1:" in done.err
