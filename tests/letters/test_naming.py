"""Letters named as an office wants them: whatever stands in a row, the file stays in the folder and takes nobody's place."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.diagnostics.refusal import Refused
from eligibility.letters.bulk.file_names import MAX_BYTES, check_pattern, fit, named, same
from eligibility.letters.bulk.manifest import MANIFEST
from eligibility.letters.bulk.running import Run, Summary, bulk
from eligibility.plain.alone import LOCK
from tests.letters.examples import engine
from tests.letters.test_bulk import cases, run, told
from tests.letters.test_kinds import WHEELCHAIR

PATTERN = "{number}-{surname}"


def row(number: str, surname: str, **more: Any) -> dict[str, Any]:
    return {**WHEELCHAIR, "person": {"surname": surname}, "letter": {"number": number}, **more}


def name_of(surname: str, pattern: str = "{surname}") -> str:
    return named(pattern, row("7", surname), 2, {}).name


def made(tmp_path: Path, rows: list[Any], name: str | None = PATTERN, **more: Any) -> Summary:
    return bulk(settings(tmp_path, name, **more), engine(), cases(tmp_path / "cases.jsonl", rows))


def settings(tmp_path: Path, name: str | None = PATTERN, **more: Any) -> Run:
    return run(tmp_path / "out", name=name, **more)


def letters_in(tmp_path: Path) -> list[str]:
    return sorted(one.name for one in (tmp_path / "out").iterdir() if one.name not in (MANIFEST, LOCK))


def codes(tmp_path: Path) -> list[str | None]:
    return [line.get("errors", [{}])[0].get("code") for line in told(tmp_path / "out")]


@given(
    st.text(max_size=400), st.sampled_from(["{surname}", "../{surname}", "a/{surname}", "{number}-{surname}.", "-{surname}"])
)
def test_no_name_leaves_the_folder_or_cannot_be_kept(surname: str, pattern: str) -> None:
    found = name_of(surname, pattern)
    if not found:
        assert not fit(surname)
        return
    assert os.path.basename(found) == found
    assert not set('/\\:*?"<>|\0\r\n\t ') & set(found)
    assert found.isprintable() or not found.isascii()
    assert not found.startswith((".", "-"))
    assert not found.endswith((".", " "))
    assert len(found.encode()) <= MAX_BYTES + 1
    assert Path("/letters", f"{found}.pdf").resolve().parent == Path("/letters")


@pytest.mark.parametrize("surname", ["CON", "nul", "com1", "LPT9.x", "aux"])
def test_no_name_is_one_that_windows_keeps_for_itself(surname: str) -> None:
    assert name_of(surname) == f"_{surname}"


@pytest.mark.parametrize(
    ("surname", "name"),
    [("Әли Ұлы", "Әли_Ұлы"), ("12/345", "12_345"), ("..", ""), ("a\u202eb", "ab"), ("é", "é"), ("-rf", "_-rf")],
)
def test_a_name_stays_readable(surname: str, name: str) -> None:
    assert name_of(surname) == name


@pytest.mark.parametrize("pattern", ["", "letter", "{", "{}", "{0}", "{number!r}", "{number:>9}", "{person.name}", "{nubmer}"])
def test_a_pattern_names_fields_of_a_row_alone(pattern: str) -> None:
    with pytest.raises(Refused) as found:
        check_pattern(pattern)
    assert found.value.diagnostics[0].code in ("name-pattern", "unknown-value")


def test_letters_are_called_as_the_office_wants(tmp_path: Path) -> None:
    assert made(tmp_path, [row("1", "Әлиев"), row("2/16", "Омаров")])[:3] == (2, 0, 0)
    assert letters_in(tmp_path) == ["1-Әлиев.txt", "2_16-Омаров.txt"]
    assert made(tmp_path, [row("1", "Әлиев"), row("2/16", "Омаров")])[:3] == (0, 2, 0)


def test_two_rows_of_one_name_are_told_apart_or_refused(tmp_path: Path) -> None:
    rows = [row("1", "Әлиев"), row("1", "ӘЛИЕВ"), row("", "Омаров"), row("1/2", "А"), row("1:2", "А")]
    assert made(tmp_path, rows)[:3] == (2, 0, 3)
    assert codes(tmp_path) == [None, "name-clash", "name-blank", None, "name-clash"]
    assert letters_in(tmp_path) == ["1-Әлиев.txt", "1_2-А.txt"]


def test_names_that_some_system_takes_for_one_are_the_same() -> None:
    assert same("Й") == same("\u0438\u0306") == same("й")


def test_a_file_that_no_run_made_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "1-Әлиев.txt").write_text("somebody's own")
    (tmp_path / "outside.txt").write_text("somebody's own")
    (tmp_path / "out" / "2-Омаров.txt").symlink_to(tmp_path / "outside.txt")
    assert made(tmp_path, [row("1", "Әлиев"), row("2", "Омаров")])[:3] == (0, 0, 2)
    assert codes(tmp_path) == ["name-not-ours"] * 2
    assert (tmp_path / "out" / "1-Әлиев.txt").read_text() == (tmp_path / "outside.txt").read_text() == "somebody's own"


def test_a_link_in_the_place_of_a_letter_leads_nowhere(tmp_path: Path) -> None:
    made(tmp_path, [row("1", "Әлиев")])
    letter, outside = tmp_path / "out" / "1-Әлиев.txt", tmp_path / "outside.txt"
    outside.write_text("somebody's own")
    letter.unlink()
    letter.symlink_to(outside)
    assert made(tmp_path, [row("1", "Әлиев")])[:3] == (0, 0, 1)
    assert codes(tmp_path)[0] == "name-not-ours"
    assert outside.read_text() == "somebody's own"


def test_a_named_letter_that_a_killed_run_did_not_tell_is_told_by_the_next(tmp_path: Path) -> None:
    made(tmp_path, [row("1", "Әлиев"), row("2", "Омаров")])
    lines = (tmp_path / "out" / MANIFEST).read_bytes().splitlines(keepends=True)
    (tmp_path / "out" / MANIFEST).write_bytes(lines[0])
    assert made(tmp_path, [row("1", "Әлиев"), row("2", "Омаров")])[:3] == (1, 1, 0)
    assert (tmp_path / "out" / MANIFEST).read_bytes().splitlines(keepends=True) == lines


def test_a_corrected_row_replaces_its_letter_under_its_name(tmp_path: Path) -> None:
    made(tmp_path, [row("1", "Әлиев")])
    before = (tmp_path / "out" / "1-Әлиев.txt").read_text()
    corrected = row("1", "Әлиев", on="2016-03-02")
    assert made(tmp_path, [corrected])[:6] == (1, 0, 0, (MANIFEST,), 1, 0)
    assert (tmp_path / "out" / "1-Әлиев.txt").read_text() != before
    assert [line["row"] for line in told(tmp_path / "out")] == [1]


@pytest.mark.parametrize("name", [None, PATTERN])
def test_a_corrected_row_replaces_the_letter_of_its_number(tmp_path: Path, name: str | None) -> None:
    made(tmp_path, [row("1", "Әлеев"), row("2", "Омаров")], name)
    summary = made(tmp_path, [row("1", "Әлиев"), row("2", "Омаров")], name)
    assert (summary.made, summary.kept, summary.replaced, summary.left) == (1, 1, 1, 0)
    assert len(letters_in(tmp_path)) == 2
    assert [line["row"] for line in told(tmp_path / "out")] == [1, 2]
    assert not any("Әлеев" in (tmp_path / "out" / file).read_text() for file in letters_in(tmp_path))


def test_a_letter_that_may_be_anothers_stays_and_is_counted(tmp_path: Path) -> None:
    """Without a number, or with one that several letters bear, nobody knows whose place the new one takes."""
    rows = [row("", "Бірінші"), row("б/н", "Екінші"), row("б/н", "Үшінші"), row("4", "Төртінші")]
    made(tmp_path, rows, None)
    summary = made(
        tmp_path, [row("", "Бесінші"), row("б/н", "Алтыншы"), {**row("4", "Төртінші"), "letter": {"number": "9"}}], None
    )
    assert (summary.made, summary.replaced, summary.left) == (3, 0, 4)
    assert len(letters_in(tmp_path)) == 7


def test_another_kind_of_letter_of_the_same_number_takes_nobodys_place(tmp_path: Path) -> None:
    made(tmp_path, [row("1", "Әлиев")], None)
    settled = settings(tmp_path, None)
    slips = replace(settled, wanted=replace(settled.wanted, kind="slip"))
    assert bulk(slips, engine(), tmp_path / "cases.jsonl").left == 1
    assert len(letters_in(tmp_path)) == 2


def test_a_row_that_went_wrong_keeps_its_earlier_letter(tmp_path: Path) -> None:
    made(tmp_path, [row("1", "Әлиев")], None)
    summary = made(tmp_path, [row("1", "Әлиев", on="2016-99-01")], None)
    assert (summary.made, summary.skipped, summary.replaced, summary.left) == (0, 1, 0, 1)
    assert len(letters_in(tmp_path)) == 1


def test_a_manifest_cannot_have_a_file_elsewhere_removed(tmp_path: Path) -> None:
    made(tmp_path, [row("1", "Әлиев")], None)
    (line,) = told(tmp_path / "out")
    outside = tmp_path / "outside.txt"
    outside.write_bytes((tmp_path / "out" / line["file"]).read_bytes())
    forged = {**line, "key": "x", "file": "../outside.txt"}
    (tmp_path / "out" / MANIFEST).write_text(json.dumps(forged) + "\n")
    made(tmp_path, [row("1", "Омаров")], None)
    assert outside.exists()


@pytest.mark.parametrize("name", [None, PATTERN])
def test_a_trial_says_what_a_run_would_come_to_and_writes_nothing(tmp_path: Path, name: str | None) -> None:
    rows = [row("1", "Әлиев"), "{\n", row("2", "Омаров", service="x"), row("3", "Сериков")]
    tried = made(tmp_path, rows, name, dry=True)
    assert not (tmp_path / "out").exists()
    assert tried[:3] == (2, 0, 2)
    assert made(tmp_path, rows, name)._replace(files=()) == tried
    before = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    corrected = [row("1", "Әлиев"), row("3", "Сериков", on="2016-03-02")]
    tried = made(tmp_path, corrected, name, dry=True)
    assert {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()} == before
    assert made(tmp_path, corrected, name)._replace(files=()) == tried
    assert (tried.made, tried.kept, tried.replaced) == (1, 1, 1)


def test_reasons_are_few_whatever_the_number_of_rows(tmp_path: Path) -> None:
    rows = [row(str(n), "Әлиев", on="x") for n in range(7)] + [row(str(n), "Әлиев", facts={f"f{n}": 1}) for n in range(12)]
    summary = made(tmp_path, rows, None)
    first = summary.reasons[0]
    assert (first.where, first.rows, first.times) == ("on", (1, 2, 3, 4, 5), 7)
    assert (len(summary.reasons), summary.more) == (10, 3)
