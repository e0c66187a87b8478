"""Rules named by a folder or a git revision: read as they were, or refused by that name."""

import shutil
import subprocess
from pathlib import Path

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.review import revisions
from eligibility.review.revisions import engine_at, take_out
from tests.broken.broken_examples import BASE
from tests.review.changed_packs import EDITION, rules

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *WHO, *arguments], cwd=folder, check=True, capture_output=True, text=True)  # noqa: S607
    return done.stdout.strip()


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of which the small pack is the first revision, and one with a shorter age the last."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    shutil.copytree(BASE, folder / "rules")
    commit(folder, "first")
    git(folder, "tag", "v1")
    shutil.rmtree(folder / "rules")
    rules(folder / "rules", (EDITION, "age < 18", "age < 16"))
    shutil.copytree(BASE, folder / "other" / "law")
    commit(folder, "second")
    monkeypatch.chdir(folder)
    return folder


def code(name: str) -> str:
    with pytest.raises(Refused) as refusal:
        engine_at(name)
    first = refusal.value.diagnostics[0]
    assert first.values["name"] == name
    return first.code


def test_a_folder_a_revision_a_tag_and_a_branch(repository: Path) -> None:
    old, new = engine_at(str(BASE)).pack.digest, engine_at("rules").pack.digest
    assert old != new
    assert [engine_at(name).pack.digest for name in ("HEAD~1", "v1", "main", "HEAD")] == [old, old, new, new]


def test_rules_that_lie_elsewhere_in_a_revision(repository: Path) -> None:
    assert engine_at("HEAD:other/law").pack.digest == engine_at(str(BASE)).pack.digest


def test_from_a_folder_below_the_top(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "other")
    assert engine_at("v1").pack.digest == engine_at(str(BASE)).pack.digest


@pytest.mark.parametrize(
    "name",
    ["nothing", "HEAD:nowhere", "HEAD:rules/categories.yaml", "--help", "-h", "--output=x", "HEAD:", "", "a b; rm x", ":"],
)
def test_what_is_no_rules_is_refused_by_name(repository: Path, name: str) -> None:
    before = sorted(path.name for path in repository.iterdir())
    assert code(name) in {"no-such-rules", "rules-of-another-format"}
    assert sorted(path.name for path in repository.iterdir()) == before


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert code("HEAD") == "no-such-rules"


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert code("HEAD") == "no-such-rules"


def test_an_empty_folder(tmp_path: Path) -> None:
    assert code(str(tmp_path)) == "no-such-rules"


def test_of_a_format_that_is_not_read_the_first_mistakes_are_told(repository: Path) -> None:
    path = repository / "rules" / EDITION
    path.write_text(path.read_text(encoding="utf-8").replace("document:", "paper:"), encoding="utf-8")
    commit(repository, "another format")
    with pytest.raises(Refused) as refusal:
        engine_at("HEAD")
    first, *others = refusal.value.diagnostics
    assert (first.code, first.values["name"], first.values["count"]) == ("rules-of-another-format", "HEAD", 2)
    assert [one.code for one in others] == ["unexpected-key", "unexpected-key"]
    assert str(others[0].where).startswith("HEAD: acts/town-2018-1/1-wheelchairs.yaml:")


def test_rules_in_error_are_told_apart_from_another_format(tmp_path: Path) -> None:
    wrong = rules(tmp_path / "wrong", (EDITION, "age < 18 or orphan", "agee < 18"))
    assert code(str(wrong)) == "rules-in-error"


def test_a_link_is_no_rule_file(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("secret: true\n", encoding="utf-8")
    (repository / "rules" / "situations.yaml").symlink_to(secret)
    commit(repository, "a link")
    taken = tmp_path / "taken"
    take_out("HEAD", taken)
    assert not (taken / "situations.yaml").exists()
    assert (taken / "categories.yaml").is_file()


def test_attributes_of_the_tree_hide_and_change_nothing(repository: Path, tmp_path: Path) -> None:
    (repository / ".gitattributes").write_text("*.yaml export-ignore export-subst\n", encoding="utf-8")
    commit(repository, "attributes")
    assert engine_at("HEAD").pack.digest == engine_at("rules").pack.digest


@pytest.mark.parametrize("limit", ["MAX_FILES", "MAX_SIZE"])
def test_too_much_is_refused(repository: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(revisions, limit, 3)
    assert code("HEAD") == "too-many-rules"
