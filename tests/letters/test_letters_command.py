"""`eligibility letters`, as an office types it and reads it."""

import json
import re
from pathlib import Path

import pytest

from eligibility.words.text import LANGS, Lang
from tests.cli.running import Done, typed
from tests.letters.test_tables import table

HEAD = ["service", "act", "on", "facts.disability", "facts.filed_by", "submitted", "person.surname", "letter.number"]
GOOD = ["wheelchairs", "kyzylorda-2015-118", "01.03.2016", "group-1", "self", "application;ipr-extract", "Омаров", "1/16"]


def rows(*changes: dict[str, str]) -> list[list[str]]:
    return [HEAD, *([one.get(name, cell) for name, cell in zip(HEAD, GOOD, strict=True)] for one in changes)]


def letters(tmp_path: Path, *options: str, lang: Lang = "ru") -> Done:
    command = ("letters", str(tmp_path / "t.csv"), "-o", str(tmp_path / "out"), "--kind", "talon", "--format", "txt")
    return typed(*command, *options, lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_reasons_are_on_the_screen_in_one_language(tmp_path: Path, lang: Lang) -> None:
    table(tmp_path / "t.csv", rows({}, {"on": "31.02.2016"}, {"letter.number": "2"}, {"on": "31.02.2016"}, {"on": "вчера"}))
    done = letters(tmp_path, lang=lang)
    assert (done.code, done.err) == (1, "")
    said = " ".join(done.out.split())
    assert "Windows-1251" in said
    assert re.search(r"(строки|жолдар): 3, 5 – on: 31\.02\.2016", said)
    assert ("не является датой" in said) is (lang == "ru")
    assert ("күн ретінде" in said) is (lang == "kk")
    assert "manifest.jsonl" in said
    assert "вчера" not in said


def test_a_trial_writes_nothing_and_says_so(tmp_path: Path) -> None:
    table(tmp_path / "t.csv", rows({}, {"on": "x"}))
    done = letters(tmp_path, "--dry-run", "--merged", str(tmp_path / "all.pdf"))
    assert done.code == 2
    done = letters(tmp_path, "--dry-run", "--name", "{number}")
    assert done.code == 1
    assert "Будет подготовлено писем: 1 (ничего не записано)" in done.out
    assert "manifest" not in done.out
    assert sorted(one.name for one in tmp_path.iterdir()) == ["t.csv"]
    done = letters(tmp_path, "--dry-run", "--json")
    assert (done.json["made"], done.json["skipped"], done.json["dry_run"], done.json["files"]) == (1, 1, True, [])


def test_a_letter_that_stays_and_one_that_is_replaced_are_counted(tmp_path: Path) -> None:
    table(tmp_path / "t.csv", rows({}, {"letter.number": "", "person.surname": "Сериков"}))
    letters(tmp_path)
    table(tmp_path / "t.csv", rows({"person.surname": "Омарова"}, {"letter.number": "", "person.surname": "Серикова"}))
    said = " ".join(letters(tmp_path).out.split())
    assert "Прежние письма, вместо которых подготовлены новые: 1" in said
    assert "оставшиеся в папке, для которых в этом списке нет строки: 1" in said


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_to_fill_in_is_written_and_never_over_another_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    assert typed("letters", "--example", str(path), "--service", "wheelchairs").code == 0
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfservice;" if suffix == ".csv" else b"PK")
    assert typed("letters", str(path), "-o", str(tmp_path / "out"), "--dry-run").code == 0
    again = typed("letters", "--example", str(path), "--json")
    assert [error["code"] for error in again.errors] == ["file-there"]
    assert path.read_bytes() == content


def test_originals_are_written_out(tmp_path: Path) -> None:
    done = typed("letters", "--templates-to", str(tmp_path / "own"), "--json")
    assert sorted(json.loads(done.out)["written"]) == sorted(str(one) for one in (tmp_path / "own").iterdir())
    assert "file-there" in typed("letters", "--templates-to", str(tmp_path / "own"), "--json").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "argument-missing"),
        (["t.csv"], "argument-missing"),
        (["t.csv", "-o", "out", "--name", "x"], "name-pattern"),
        (["t.csv", "-o", "out", "--name", "{nubmer}"], "unknown-value"),
        (["t.csv", "-o", "out", "--name", "{number}", "--merged", "all.pdf"], "merged-no-names"),
        (["--example", "t.docx"], "unknown-table"),
        (["--example", "t.xlsx", "--service", "wheelchair"], "unknown-service"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, arguments: list[str], code: str) -> None:
    placed = [str(tmp_path / one) if one in ("t.csv", "t.docx", "t.xlsx", "out", "all.pdf") else one for one in arguments]
    table(tmp_path / "t.csv", rows({}))
    done = typed("letters", *placed, "--json")
    assert (done.code, [error["code"] for error in done.errors]) == (2, [code])
    assert not (tmp_path / "out").exists()
