"""Many letters: each row one letter, whatever happens to the run."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from eligibility.letters.bulk.manifest import MANIFEST
from eligibility.letters.bulk.merged import print_all
from eligibility.letters.bulk.running import Run, bulk
from eligibility.letters.statement import read_office
from eligibility.letters.writing import Wanted
from eligibility.plain.alone import LOCK
from tests.letters.examples import engine
from tests.letters.pdf_text import pdf_text
from tests.letters.test_kinds import WHEELCHAIR

ROWS = 400
"""far more than three runs can make before they are killed"""
PROGRAM = "from eligibility.cli.main import main; main()"


def case(number: int, **more: Any) -> dict[str, Any]:
    return {**WHEELCHAIR, "person": {"surname": f"Әлі {number}"}, **more}


def cases(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return path


def run(out: Path, **more: Any) -> Run:
    settings: dict[str, Any] = {"format": "txt", "engine": "direct"} | more
    return Run(out, Wanted("talon", "kk"), **settings)


def told(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / MANIFEST).read_text().splitlines()]


def test_every_row_is_a_letter_and_a_bad_one_is_told(tmp_path: Path) -> None:
    rows = [case(1), "{not json\n", "\n", case(2, service="x"), case(3, letter={"kind": "slip", "lang": "ru"}), ["no case"]]
    out = tmp_path / "out"
    summary = bulk(run(out), engine(), cases(tmp_path / "cases.jsonl", rows))
    assert summary[:3] == (2, 0, 3)
    manifest = told(out)
    assert [line["row"] for line in manifest] == [1, 2, 4, 5, 6]
    assert [line["errors"][0]["code"] for line in manifest if "errors" in line] == [
        "json-syntax",
        "unknown-service",
        "not-a-case",
    ]
    assert (manifest[3]["kind"], manifest[3]["lang"]) == ("slip", "ru")
    assert "Әлі 1" in (out / manifest[0]["file"]).read_text()


def test_two_people_with_equal_facts_get_a_letter_each(tmp_path: Path) -> None:
    rows = [case(1), case(2), case(1)]
    out = tmp_path / "out"
    bulk(run(out), engine(), cases(tmp_path / "cases.jsonl", rows))
    files = [line["file"] for line in told(out)]
    assert len(set(files)) == 3
    assert ["Әлі 1" in (out / file).read_text() for file in files] == [True, False, True]


def test_a_second_run_makes_nothing_again(tmp_path: Path) -> None:
    source, out = cases(tmp_path / "cases.jsonl", [case(number) for number in range(4)]), tmp_path / "out"
    bulk(run(out), engine(), source)
    before = {file.name: file.stat().st_mtime_ns for file in out.iterdir() if file.name != MANIFEST}
    manifest = told(out)
    cases(source, [case(9), *(case(number) for number in range(4))])
    assert bulk(run(out), engine(), source)[:3] == (1, 4, 0)
    assert {name: (out / name).stat().st_mtime_ns for name in before} == before
    assert [line["file"] for line in told(out)][1:] == [line["file"] for line in manifest]
    assert [line["row"] for line in told(out)] == [1, 2, 3, 4, 5]


def test_a_letter_that_was_deleted_or_not_told_is_made_again(tmp_path: Path) -> None:
    source, out = cases(tmp_path / "cases.jsonl", [case(number) for number in range(3)]), tmp_path / "out"
    bulk(run(out), engine(), source)
    whole = {file.name: file.read_bytes() for file in out.iterdir()}
    lines = whole[MANIFEST].splitlines(keepends=True)
    (out / json.loads(lines[0])["file"]).unlink()
    (out / MANIFEST).write_bytes(b"".join(lines[:2]) + lines[2][:20])
    (out / ".0123456789ab.77.part").write_bytes(b"x")
    assert bulk(run(out), engine(), source)[:3] == (2, 1, 0)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == whole


def test_other_words_or_another_office_make_other_letters(tmp_path: Path) -> None:
    source, out = cases(tmp_path / "cases.jsonl", [case(1)]), tmp_path / "out"
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "_about.kk.xml.j2").write_text("<field name='Кімге'>{{ person.name }}</field>")
    plain, worded = Wanted("talon", "kk"), Wanted("talon", "kk", templates=templates)
    offices = [Wanted("talon", "kk", office=read_office({"name": name})) for name in ("Ақмола бөлімі", "Үшарал бөлімі")]
    for wanted in (plain, worded, *offices):
        assert bulk(Run(out, wanted, "txt", engine="direct"), engine(), source)[:3] == (1, 0, 0)
    letters = [(out / line["file"]).read_text() for line in told(out)]
    assert len(letters) == 4
    for said in ("Кімге", "Ақмола бөлімі", "Үшарал бөлімі"):
        assert [said in letter for letter in letters].count(True) == 1


def test_processes_make_the_same_letters(tmp_path: Path) -> None:
    source = cases(tmp_path / "cases.jsonl", [case(number) for number in range(12)])
    for processes in (1, 2):
        bulk(run(tmp_path / str(processes)), engine(), source, processes)
    one, two = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir() if file.name != MANIFEST} for name in ("1", "2")
    )
    assert one == two
    assert told(tmp_path / "1") == told(tmp_path / "2")


def test_a_killed_run_goes_on(tmp_path: Path) -> None:
    source = cases(tmp_path / "cases.jsonl", [case(number) for number in range(ROWS)])
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    bulk(run(whole, format="pdf"), engine(), source)
    command = [sys.executable, "-c", PROGRAM, "letters", str(source), "-o", str(killed), "--kind", "talon"]
    command += ["--lang", "kk", "--engine", "direct", "--processes", "2", "--json"]
    finished = 0
    for _ in range(3):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            wait_for_more(killed, finished, process)
        finally:
            kill(process)
            process.wait()
        assert process.returncode == -signal.SIGKILL
        finished = letters_told(killed)
        assert 0 < finished <= len(list(killed.glob("*.pdf"))) < ROWS
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=120)
    summary = json.loads(done.stdout)
    assert (summary["kept"], summary["made"]) == (finished, ROWS - finished)
    same = {file.name: file.read_bytes() for file in whole.iterdir()}
    assert {file.name: file.read_bytes() for file in killed.iterdir()} == same
    assert set(same) - {MANIFEST, LOCK} == {line["file"] for line in told(whole)}
    assert len(told(whole)) == ROWS


def test_the_processes_of_a_killed_run_end_with_it(tmp_path: Path) -> None:
    source = cases(tmp_path / "cases.jsonl", [case(number) for number in range(600)])
    command = [sys.executable, "-c", PROGRAM, "letters", str(source), "-o", str(tmp_path / "out"), "--kind", "talon"]
    process = subprocess.Popen([*command, "--processes", "2"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for_more(tmp_path / "out", 0, process)
    started = [child for child in children(process.pid) if "spawn_main" in commanded(child)]
    assert started
    process.kill()
    process.wait()
    deadline = time.monotonic() + 30
    while any("spawn_main" in commanded(child) for child in started) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [child for child in started if "spawn_main" in commanded(child)] == []


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def commanded(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def test_a_damaged_letter_is_made_again(tmp_path: Path) -> None:
    source, out = cases(tmp_path / "cases.jsonl", [case(1), case(2)]), tmp_path / "out"
    bulk(run(out), engine(), source)
    file = out / told(out)[0]["file"]
    content = file.read_bytes()
    file.write_bytes(content[:100])
    assert bulk(run(out), engine(), source)[:3] == (1, 1, 0)
    assert file.read_bytes() == content


def test_letters_of_another_list_in_the_same_folder_are_not_forgotten(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first, second = cases(tmp_path / "1.jsonl", [case(1), case(2)]), cases(tmp_path / "2.jsonl", [case(3)])
    bulk(run(out), engine(), first)
    bulk(run(out), engine(), second)
    assert [line["row"] for line in told(out)] == [1, None, None]
    assert bulk(run(out), engine(), first)[:3] == (0, 2, 0)
    assert [line["row"] for line in told(out)] == [1, 2, None]


def wait_for_more(out: Path, finished: int, process: "subprocess.Popen[bytes]") -> None:
    """Until the run, still at work, has finished more letters than that."""
    deadline = time.monotonic() + 120
    while letters_told(out) <= finished:
        assert process.poll() is None, "the run ended before it could be killed"
        assert time.monotonic() < deadline, "the run makes no letters"
        time.sleep(0.01)


def letters_told(out: Path) -> int:
    """How many a run has finished: each is a line of the manifest, written after its file."""
    manifest = out / MANIFEST
    return manifest.read_bytes().count(b"\n") if manifest.exists() else 0


def kill(process: "subprocess.Popen[bytes]") -> None:
    """The run and the processes it started, at once, as a power cut would."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


def test_a_table_says_the_same_as_lines(tmp_path: Path) -> None:
    table = tmp_path / "cases.csv"
    table.write_text(
        "service,act,on,facts.age,facts.elderly,facts.disability,submitted,person.surname,letter.number\n"
        "home-care,kyzylorda-2015-118,2016-03-01,40,false,group-1,application; ipr-extract,Әлиев,7\n"
        "home-care,kyzylorda-2015-118,2016-03-01,,maybe,,,,\n"
        "home-care,kyzylorda-2015-118\n"
    )
    line = {
        "service": "home-care",
        "act": "kyzylorda-2015-118",
        "on": "2016-03-01",
        "facts": {"age": 40, "elderly": False, "disability": "group-1"},
        "submitted": ["application", "ipr-extract"],
        "person": {"surname": "Әлиев"},
        "letter": {"number": "7"},
    }
    assert bulk(run(tmp_path / "table"), engine(), table)[:3] == (1, 0, 2)
    bulk(run(tmp_path / "lines"), engine(), cases(tmp_path / "cases.jsonl", [line]))
    first, second, third = told(tmp_path / "table")
    assert (tmp_path / "table" / first["file"]).read_bytes() == next((tmp_path / "lines").glob("*.txt")).read_bytes()
    assert (second["errors"][0]["code"], third["errors"][0]["code"]) == ("not-true-or-false", "csv-cells")


def test_one_file_for_the_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eligibility.letters.bulk.merged.PER_FILE", 2)
    source = cases(tmp_path / "cases.jsonl", [case(1), "{\n", case(2), case(3)])
    out, file = tmp_path / "out", tmp_path / "all.pdf"
    summary = print_all(run(out), engine(), source, file)
    assert summary[:4] == (3, 0, 1, ("../all.pdf", "../all-2.pdf"))
    assert [line.get("file") for line in told(out)] == ["../all.pdf", None, "../all.pdf", "../all-2.pdf"]
    first, second = (pdf_text((out / name).read_bytes()) for name in summary.files)
    assert first.index("Әлі 1") < first.index("Әлі 2")
    assert "Әлі 3" in second
