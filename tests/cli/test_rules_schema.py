"""`rules schema`: what an author's editor is given, written where it is wanted and nowhere else."""

import json
from pathlib import Path

import pytest

from eligibility.rulefiles.editor_schema import PLACES
from eligibility.rulefiles.schema import KINDS
from eligibility.words.text import LANGS, Lang
from tests.cli.running import typed

NAMES = sorted([*(f"{kind}.json" for kind in KINDS), "settings.json"])
HELD = "held before"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder an author works in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_kind_each_is_named_with_what_it_is_for(lang: Lang) -> None:
    told = typed("rules", "schema", lang=lang)
    lines = [line.split(maxsplit=1) for line in told.out.splitlines() if not line.startswith(" ")]
    assert (told.code, [name for name, _ in lines]) == (0, [*KINDS])
    assert all(purpose[0].isupper() and not purpose.isascii() for _, purpose in lines)


def test_all_are_written_with_settings_that_name_them(work: Path) -> None:
    done = typed("rules", "schema", "--all", "editor/schemas", lang="kk")
    folder = work / "editor" / "schemas"
    assert (done.code, names_in(folder)) == (0, NAMES)
    settings = json.loads((folder / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert {(work / name).resolve(): tuple(globs) for name, globs in settings.items()} == {
        (folder / f"{kind}.json").resolve(): globs for kind, globs in PLACES.items()
    }
    for kind in KINDS:
        assert json.loads((folder / f"{kind}.json").read_text("utf-8")) == typed("rules", "schema", kind, lang="kk").json


@pytest.mark.parametrize("folder", [".", "./schemas", "schemas/"])
def test_inside_the_folder_the_author_works_in_settings_can_be_handed_on(work: Path, folder: str) -> None:
    assert typed("rules", "schema", "--all", folder).code == 0
    settings = json.loads((work / folder / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert all(name.startswith("./") and "//" not in name and (work / name).is_file() for name in settings)


def test_elsewhere_they_are_named_from_the_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (work := tmp_path / "work").mkdir()
    monkeypatch.chdir(work)
    assert typed("rules", "schema", "--all", "../schemas").code == 0
    settings = json.loads((tmp_path / "schemas" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert sorted(settings) == sorted((tmp_path / "schemas" / f"{kind}.json").as_uri() for kind in KINDS)


@pytest.mark.parametrize("name", ["settings.json", "act.json"])
def test_nothing_is_written_over_unless_it_is_wanted(work: Path, name: str) -> None:
    (work / name).write_text(HELD)
    refused = typed("rules", "schema", "--all", ".")
    assert (refused.code, names_in(work), (work / name).read_text()) == (2, [name], HELD)
    assert f"{name}: " in refused.err
    assert typed("rules", "schema", "--all", ".", "--force").code == 0
    assert (names_in(work), (work / name).read_text() != HELD) == (NAMES, True)


def test_a_folder_that_cannot_be_is_told(work: Path) -> None:
    (work / "file").write_text(HELD)
    assert typed("rules", "schema", "--all", "file").code == 4
    assert typed("rules", "schema", "--all", "file/below").code == 4
    assert (work / "file").read_text() == HELD
