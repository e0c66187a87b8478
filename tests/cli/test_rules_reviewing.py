"""`rules review`: what is told on a terminal and to other programs, the page, and what is refused."""

import sys
from pathlib import Path

import pytest

from eligibility.words.text import LANGS, Lang
from tests.cli.running import Done, typed
from tests.review.changed_packs import EDITION, rules

STORY = """- name: At seventeen
  law: {"annex 1, 1": "the certificate is for those under eighteen"}
  case: {service: wheelchairs, act: town-2018-1, on: "2018-06-01", facts: {age: 17, orphan: false}}
  as_if_in_force: true
  expect: {required: [application, birth-certificate]}
"""


@pytest.fixture
def packs(tmp_path: Path) -> tuple[str, str, str]:
    """The rules before, after, and a file of scenarios."""
    old, new = rules(tmp_path / "old"), rules(tmp_path / "new", (EDITION, "age < 18 or orphan", "age < 16"))
    (tmp_path / "stories.yaml").write_text(STORY, encoding="utf-8")
    return str(old), str(new), str(tmp_path / "stories.yaml")


def review(packs: tuple[str, str, str], *options: str, lang: Lang = "ru") -> Done:
    old, new, stories = packs
    return typed("rules", "review", old, new, "--scenarios", stories, *options, lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_in_short_on_a_terminal(packs: tuple[str, str, str], lang: Lang) -> None:
    done = review(packs, lang=lang)
    said = " ".join(done.out.split())
    assert (done.code, done.err) == (0, "")
    wanted = {
        "ru": ["младше 18 лет или ребенок-сирота → младше 16 лет", "требуется → не требуется", "с другим итогом: 1"],
        "kk": [
            "18 жасқа толмаған немесе жетім бала → 16 жасқа толмаған",
            "талап етіледі → талап етілмейді",
            "басқаша шешілетіндері: 1",
        ],
    }
    assert [one for one in wanted[lang] if one not in said] == []


def test_for_other_programs(packs: tuple[str, str, str]) -> None:
    found = review(packs, "--json").json
    (edition,) = found["editions"]
    (rule,) = edition["rules"]
    assert (found["same"], edition["key"]["service"], rule["section"], rule["id"]) == (
        False,
        "wheelchairs",
        "requirements",
        "birth-certificate",
    )
    assert {"ru": "требуется", "kk": "талап етіледі"} in [flip["before"] for flip in rule["conclusions"][0]["flips"]]
    assert found["scenarios"]["changed"][0]["outcome"] == "no-longer"
    assert found["old"]["digest"] != found["new"]["digest"]


def test_the_page_is_written(packs: tuple[str, str, str], tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = review(packs, "-o", str(out))
    assert done.code == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    alone = review(packs, "-o", "-")
    assert alone.out == out.read_text(encoding="utf-8")
    other = review(packs, "-o", str(tmp_path / "page.pdf"), "--json")
    assert (other.code, [one["code"] for one in other.errors]) == (2, ["other-ending"])
    assert not (tmp_path / "page.pdf").exists()


def test_nothing_changed_is_said_and_no_failure(packs: tuple[str, str, str]) -> None:
    old, _, stories = packs
    done = typed("rules", "review", old, old, "--scenarios", stories)
    assert (done.code, done.out.splitlines()[0]) == (0, "Ничего не изменено.")


def test_rules_that_are_none_are_refused(packs: tuple[str, str, str]) -> None:
    done = typed("rules", "review", packs[0], "nowhere-at-all", "--json")
    assert (done.code, [one["code"] for one in done.errors]) == (2, ["no-such-rules"])


def test_where_the_columns_are_missing_that_is_said_first(packs: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    done = review(packs, "--json")
    assert (done.code, [one["code"] for one in done.errors]) == (2, ["review-not-installed"])
