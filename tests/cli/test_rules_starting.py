"""`rules new`: an act begun, in both languages."""

from pathlib import Path

import pytest

from eligibility.words.text import LANGS, Lang
from tests.cli.running import typed
from tests.cli.unfit_lines import foreign_words

OUTLINE = 'kind: order\nnumber: "7"\nannexes: [{annex: 1, service: wheelchairs, paragraphs: ["1"]}]\n'


@pytest.mark.parametrize("lang", LANGS)
def test_says_what_it_wrote_and_what_comes_next(lang: Lang, tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "text.txt").write_text("﻿1. Бекітілсін.\n2. Күшіне енсін.\n", encoding="utf-8")
    folder = tmp_path / "mine" / "acts" / "order-7-2019"
    files = ("--outline", str(tmp_path / "outline.yaml"), "--from-text", str(tmp_path / "text.txt"))
    done = typed("rules", "new", str(folder), *files, lang=lang)
    assert (done.code, done.err) == (0, "")
    assert {"kk": "Актінің жолдары: 3", "ru": "Строк акта: 3"}[lang] in done.out
    words = {"act", "yaml", "provisions", "eligibility", "rules", "list", "lint", "shipped", "test"}
    said = [line for line in done.out.splitlines() if str(tmp_path) not in line and "/" not in line]
    assert not foreign_words("\n".join(said), frozenset(words))
    assert (folder / "provisions.yaml").read_text(encoding="utf-8").count("unread") == 3
    again = typed("rules", "new", str(folder), lang=lang)
    assert again.code == 2
    assert str(folder) in again.err


def test_for_other_programs(tmp_path: Path) -> None:
    folder = tmp_path / "acts" / "order-7-2019"
    done = typed("rules", "new", str(folder), "--json")
    assert done.json == {"written": [str(folder / name) for name in ("act.yaml", "provisions.yaml", "flags.yaml")], "lines": 0}


def test_a_text_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes(b"\xff\xfe")
    done = typed("rules", "new", str(tmp_path / "acts" / "a-1"), "--from-text", str(tmp_path / "text.txt"), "--json")
    assert [one["code"] for one in done.errors] == ["not-utf8"]
    assert not (tmp_path / "acts").exists()
