"""Whatever is wrong with one row of a list is told of that row alone, and what is wrong with the list at once."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.letters.bulk.manifest import MANIFEST
from eligibility.letters.bulk.merged import print_all
from eligibility.letters.bulk.running import Run, bulk
from eligibility.letters.bulk.text_tables import MAX_LINE
from eligibility.plain.alone import alone_in
from tests.letters.examples import engine
from tests.letters.test_bulk import case, cases, run, told

HEAD = b"service,act,on,person.surname\n"
GOOD = "wheelchairs,kyzylorda-2015-118,2016-03-01,Әлиев\n".encode()


def refused(run: Run, source: Path, processes: int = 1) -> str:
    with pytest.raises(Refused) as found:
        bulk(run, engine(), source, processes)
    return found.value.diagnostics[0].code


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b'wheelchairs,kyzylorda-2015-118,2016-03-01,"a"b\n', "csv-cells"),
        ("wheelchairs,kyzylorda-2015-118,2016-03-01,Иванов\n".encode("cp1251"), "not-utf8"),
        (b"wheelchairs,kyzylorda-2015-118,2016-03-01," + b"x" * 200_000 + b"\n", "too-large"),
        (b"wheelchairs\n", "csv-cells"),
    ],
)
def test_a_bad_row_of_a_table_is_skipped(tmp_path: Path, row: bytes, code: str) -> None:
    table = tmp_path / "cases.csv"
    table.write_bytes(HEAD + GOOD + row + GOOD)
    assert bulk(run(tmp_path / "out"), engine(), table)[:3] == (2, 0, 1)
    assert [(one["row"], one.get("errors", [{}])[0].get("code")) for one in told(tmp_path / "out")] == [
        (2, None),
        (3, code),
        (4, None),
    ]


def test_an_open_quote_swallows_no_other_rows(tmp_path: Path) -> None:
    table = tmp_path / "cases.csv"
    table.write_bytes(HEAD + GOOD + b'wheelchairs,kyzylorda-2015-118,2016-03-01,"open\n' + GOOD * 300)
    assert bulk(run(tmp_path / "out"), engine(), table)[:3] == (301, 0, 1)
    assert [one["row"] for one in told(tmp_path / "out") if "errors" in one] == [3]


def test_a_cell_of_several_lines_is_the_row_it_begins_on(tmp_path: Path) -> None:
    table = tmp_path / "cases.csv"
    table.write_bytes(HEAD + b'wheelchairs,kyzylorda-2015-118,"2016-\n03-01",x\n' + GOOD)
    bulk(run(tmp_path / "out"), engine(), table)
    assert [one["row"] for one in told(tmp_path / "out")] == [2, 4]


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("service,act,on,on", "csv-head"),
        ("service,letter,letter.kind", "csv-head"),
        ("letter.kind,letter", "csv-head"),
        ("service", "csv-syntax"),
        ("", "csv-syntax"),
        (",".join(f"facts.f{n}" for n in range(60_000)), "csv-syntax"),
    ],
)
def test_a_table_nobody_could_read_is_refused_before_any_letter(tmp_path: Path, head: str, code: str) -> None:
    table = tmp_path / "cases.csv"
    table.write_bytes(head.encode() + b"\n" + GOOD)
    assert refused(run(tmp_path / "out"), table) == code


@pytest.mark.parametrize("suffix", [".xls", ".xlsm", ".ods"])
def test_a_spreadsheet_of_another_kind_is_no_table(tmp_path: Path, suffix: str) -> None:
    book = tmp_path / f"cases{suffix}"
    book.write_bytes(b"PK")
    assert refused(run(tmp_path / "out"), book) == "csv-syntax"


def test_a_key_that_stands_twice_is_told(tmp_path: Path) -> None:
    rows = [json.dumps(case(1))[:-1] + ', "on": "2017-03-01"}\n', case(2)]
    assert bulk(run(tmp_path / "out"), engine(), cases(tmp_path / "cases.jsonl", rows))[:3] == (1, 0, 1)
    assert told(tmp_path / "out")[0]["errors"][0]["code"] == "duplicate-key"


@pytest.mark.parametrize("letter", [{"kind": "x"}, {"accepted_on": "x"}, {"missing": ["x"]}, {"x": "1"}])
def test_no_name_and_no_number_of_a_person_is_repeated(tmp_path: Path, letter: dict[str, Any]) -> None:
    """A cell in the wrong column is often a person's."""
    for personal in ("Иванов", "Ivanov", "900101100004", "Ivanov-900101100004"):
        stated = {personal if key == "x" else key: [personal] if key == "missing" else personal for key in letter}
        out = tmp_path / personal
        bulk(run(out), engine(), cases(tmp_path / "cases.jsonl", [case(1, letter=stated)]))
        assert personal not in (out / MANIFEST).read_text()


@pytest.mark.parametrize("name", ["cases.jsonl", "cases.csv", "cases.xlsx"])
def test_a_file_that_nobody_may_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whoever runs these tests may read every file."""
    source, usual = cases(tmp_path / name, [case(1)]), Path.open

    def closed(path: Path, *arguments: Any, **more: Any) -> Any:
        if path == source:
            raise PermissionError(13, "denied", str(path))
        return usual(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", closed)
    assert refused(run(tmp_path / "out"), source) == "no-file"


def test_one_run_at_a_time_works_in_a_folder(tmp_path: Path) -> None:
    with alone_in(tmp_path / "out"):
        assert refused(run(tmp_path / "out"), cases(tmp_path / "cases.jsonl", [case(1)])) == "folder-busy"
    assert bulk(run(tmp_path / "out"), engine(), cases(tmp_path / "cases.jsonl", [case(1)])).made == 1


def test_a_killed_run_leaves_its_folder_free(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from eligibility.plain.alone import alone_in\n"
        "with alone_in(Path(sys.argv[1])): print('alone', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "out")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"alone\n"
        assert refused(run(tmp_path / "out"), cases(tmp_path / "cases.jsonl", [case(1)])) == "folder-busy"
        process.kill()
    assert bulk(run(tmp_path / "out"), engine(), cases(tmp_path / "cases.jsonl", [case(1)])).made == 1


def test_a_manifest_that_is_none_is_made_anew(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / MANIFEST).write_text('5\n{"key": "x"}\n{"key": "x", "file": 5, "sha256": ""}\n[]\nnot json\n')
    assert bulk(run(out), engine(), cases(tmp_path / "cases.jsonl", [case(1)]))[:3] == (1, 0, 0)
    assert [one["row"] for one in told(out)] == [1]


def test_a_letter_that_cannot_be_printed_is_left_out_of_the_printers_file(tmp_path: Path) -> None:
    rows = [case(1), case(2, person={"surname": "\U0001f600"}), case(3)]
    out, file = tmp_path / "out", tmp_path / "all.pdf"
    assert print_all(run(out), engine(), cases(tmp_path / "cases.jsonl", rows), file)[:3] == (2, 0, 1)
    assert [one.get("errors", [{}])[0].get("code") for one in told(out)] == [None, "no-glyph", None]


def test_a_shorter_run_leaves_nothing_of_a_longer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eligibility.letters.bulk.merged.PER_FILE", 1)
    out, file, foreign = tmp_path / "out", tmp_path / "all.pdf", tmp_path / "all-4.pdf"
    foreign.write_text("somebody's own")
    print_all(run(out), engine(), cases(tmp_path / "three.jsonl", [case(1), case(2), case(3)]), file)
    print_all(run(out), engine(), cases(tmp_path / "one.jsonl", [case(1)]), file)
    assert sorted(one.name for one in tmp_path.glob("*.pdf")) == ["all-4.pdf", "all.pdf"]
    assert foreign.read_text() == "somebody's own"


def test_a_row_longer_than_any_case_is_told_and_passed_over(tmp_path: Path) -> None:
    long = json.dumps(case(1, note="x" * MAX_LINE)) + "\n"
    assert bulk(run(tmp_path / "lines"), engine(), cases(tmp_path / "cases.jsonl", [long, case(2)]))[:3] == (1, 0, 1)
    table = tmp_path / "cases.csv"
    table.write_bytes(HEAD + GOOD + b"wheelchairs," * MAX_LINE + b"\n" + GOOD)
    assert bulk(run(tmp_path / "table"), engine(), table)[:3] == (2, 0, 1)
    for folder in ("lines", "table"):
        assert [one["errors"][0]["code"] for one in told(tmp_path / folder) if "errors" in one] == ["too-large"]


def test_a_table_as_a_spreadsheet_leaves_it(tmp_path: Path) -> None:
    """Empty columns at the end, and empty rows below."""
    table = tmp_path / "cases.csv"
    table.write_bytes(HEAD.strip() + b",,\n" + GOOD.strip() + b",,\n,,,,,\n")
    assert bulk(run(tmp_path / "out"), engine(), table)[:3] == (1, 0, 0)


def test_a_mistake_is_told_by_the_rows_own_names(tmp_path: Path) -> None:
    wrong = [case(1, letter={"kind": "tallon"}), case(2, letter={"lang": "en"}), case(3, letter={"ground": "а || б"})]
    bulk(run(tmp_path / "out"), engine(), cases(tmp_path / "cases.jsonl", wrong))
    where = [one["errors"][0]["where"] for one in told(tmp_path / "out")]
    assert where == ["letter.kind", "letter.lang", "letter.ground"]


def test_a_manifest_somebody_spoilt_costs_no_letter(tmp_path: Path) -> None:
    out, source = tmp_path / "out", cases(tmp_path / "cases.jsonl", [case(1)])
    bulk(run(out), engine(), source)
    with (out / MANIFEST).open("ab") as manifest:
        manifest.write(b"[" * 200_000 + b"\n{\xff}\n7\n")
    assert bulk(run(out), engine(), source)[:3] == (0, 1, 0)
    assert len(told(out)) == 1


def test_nothing_of_anybody_elses_is_swept_away(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / ".folder.part").mkdir(parents=True)
    (out / ".mine.part").touch()
    bulk(run(out), engine(), cases(tmp_path / "cases.jsonl", [case(1)]))
    assert (out / ".mine.part").exists()


def test_a_run_that_prints_nothing_takes_no_earlier_print_away(tmp_path: Path) -> None:
    out, file = tmp_path / "out", tmp_path / "all.pdf"
    print_all(run(out), engine(), cases(tmp_path / "one.jsonl", [case(1)]), file)
    printed = file.read_bytes()
    print_all(run(out), engine(), cases(tmp_path / "none.jsonl", ["{"]), file)
    assert file.read_bytes() == printed
    assert [(one["row"], one.get("file")) for one in told(out)] == [(1, None), (None, "../all.pdf")]


def test_further_files_of_a_print_take_nobodys_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eligibility.letters.bulk.merged.PER_FILE", 1)
    out, file, foreign = tmp_path / "out", tmp_path / "all.pdf", tmp_path / "all-2.pdf"
    foreign.write_text("somebody's own")
    print_all(run(out), engine(), cases(tmp_path / "three.jsonl", [case(1), case(2), case(3)]), file)
    assert foreign.read_text() == "somebody's own"
    assert [one["file"] for one in told(out)] == ["../all.pdf", "../all-3.pdf", "../all-4.pdf"]
    print_all(run(out), engine(), cases(tmp_path / "one.jsonl", [case(1)]), file)
    assert sorted(one.name for one in tmp_path.glob("*.pdf")) == ["all-2.pdf", "all.pdf"]


def test_letters_of_a_print_stay_told_when_others_are_made(tmp_path: Path) -> None:
    out = tmp_path / "out"
    print_all(run(out), engine(), cases(tmp_path / "one.jsonl", [case(1)]), tmp_path / "all.pdf")
    bulk(run(out), engine(), cases(tmp_path / "two.jsonl", [case(2)]))
    print_all(run(out), engine(), cases(tmp_path / "three.jsonl", [case(3)]), tmp_path / "more.pdf")
    assert {one["file"] for one in told(out)} > {"../all.pdf", "../more.pdf"}
    assert len(told(out)) == 3


def test_a_print_counts_its_pages_not_its_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eligibility.letters.bulk.merged.PER_FILE", 4)
    settings = run(tmp_path / "out")
    twice = replace(settings, wanted=replace(settings.wanted, copies=2))
    print_all(twice, engine(), cases(tmp_path / "three.jsonl", [case(1), case(2), case(3)]), tmp_path / "all.pdf")
    assert [one["file"] for one in told(tmp_path / "out")] == ["../all.pdf", "../all.pdf", "../all-2.pdf"]


def test_printing_forgets_no_letter_made_before(tmp_path: Path) -> None:
    out, source = tmp_path / "out", cases(tmp_path / "cases.jsonl", [case(1), case(2)])
    bulk(run(out), engine(), source)
    print_all(run(out), engine(), source, tmp_path / "all.pdf")
    assert bulk(run(out), engine(), source)[:3] == (0, 2, 0)
