"""`eligibility letter`, `letters` and `verify`, as they are typed."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eligibility.diagnostics.refusal import Refused
from tests.letters.pdf_text import pdf_text
from tests.letters.test_kinds import HOUSING, WHEELCHAIR

PROGRAM = "from eligibility.cli.main import main; main()"


def typed(*arguments: str, given: str = "") -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "ELIGIBILITY_LANG": "ru"}
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, input=given.encode(), capture_output=True, env=environment, timeout=120, check=False)


@pytest.fixture
def case(tmp_path: Path) -> str:
    return file(tmp_path / "case.json", {**WHEELCHAIR, "person": {"surname": "Әлиев"}})


def file(path: Path, data: Any) -> str:
    path.write_text(json.dumps(data, ensure_ascii=False))
    return str(path)


def test_a_letter_is_made_and_verified(tmp_path: Path, case: str) -> None:
    out = tmp_path / "letter.pdf"
    office = file(tmp_path / "office.json", {"name": "Бөлім || Отдел", "clerk": "Ұ. Ңұрғалиева"})
    done = typed("letter", "talon", case, "-o", str(out), "--office", office, "--number", "15")
    assert (done.returncode, done.stdout) == (0, b"")
    text = pdf_text(out.read_bytes())
    for word in ("Әлиев", "Бөлім", "Отдел", "Ңұрғалиева"):
        assert word in text
    assert typed("verify", str(out)).returncode == 0
    found = typed("verify", str(out), "--json")
    told = json.loads(found.stdout)
    assert (found.returncode, told["same"], told["kind"], told["statement"]) == (0, True, "talon", {"number": "15"})


@pytest.mark.parametrize(("format", "start"), [("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>"), ("txt", b" ")])
def test_every_format_goes_to_standard_output(case: str, format: str, start: bytes) -> None:
    done = typed("letter", "slip", case, "--lang", "ru", "--format", format)
    assert done.returncode == 0
    assert done.stdout.startswith(start)


def test_a_letter_nobody_may_give_is_an_error(tmp_path: Path, case: str) -> None:
    done = typed("letter", "refusal", case, "-o", str(tmp_path / "x.pdf"), "--ground", "солай || так")
    assert done.returncode == 2
    assert "предусмотрены: checklist, talon, notice, slip" in done.stderr.decode()
    assert not (tmp_path / "x.pdf").exists()


def test_a_clerk_states_ground_and_documents(tmp_path: Path) -> None:
    housing = file(tmp_path / "case.json", HOUSING)
    stated = ["--ground", "Толық емес || Неполный пакет", "--missing", "iin", "--missing", "Қағаз || Бумага"]
    done = typed("letter", "refuse-acceptance", housing, "--lang", "both", "--format", "txt", *stated)
    assert done.returncode == 0
    for said in ("Толық емес", "Неполный пакет", "2. Қағаз", "2. Бумага"):
        assert said in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["letter", "tallon", "case.json"], "unknown-kind"),
        (["letter", "talon", "case.json", "--lang", "en"], "unknown-value"),
        (["letter", "talon", "case.json", "--format", "doc"], "unknown-value"),
        (["letter", "talon", "case.json", "--copies", "0"], "out-of-range"),
        (["letter", "talon", "case.json", "--templates", "/nowhere"], "no-folder"),
        (["letter", "talon", "case.json", "--format", "txt", "-o", "/nowhere/x.txt"], "not-written"),
        (["verify", "EL1.AAAA.BBBB"], "code-damaged"),
        (["verify", "ABCDE-FGH23"], "code-short"),
        (["verify", "nowhere.pdf"], "no-file"),
        (["letters", "nowhere.jsonl", "-o", "/dev/null/nowhere"], "no-file"),
    ],
)
def test_what_cannot_be_used_is_told(case: str, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: str) -> None:
    monkeypatch.chdir(Path(case).parent)
    done = typed(*arguments)
    assert (done.returncode, done.stdout) == (4 if code == "not-written" else 2, b"")
    (sentence,) = done.stderr.decode().splitlines()
    assert sentence.startswith("eligibility: ")
    assert (refused(arguments) if arguments[0] == "letter" else told(arguments)) == [code]


def told(arguments: list[str]) -> list[str]:
    """The codes of the mistakes, as JSON names them."""
    return [one["code"] for one in json.loads(typed(*arguments, "--json").stdout)["errors"]]


def refused(arguments: list[str]) -> list[str]:
    """The codes behind the sentences: the output of `letter` is the letter, so it has no JSON to name them in."""
    from typer.main import get_command

    from eligibility.cli.app import app

    with get_command(app).make_context("eligibility", list(arguments)) as context, pytest.raises(Refused) as found:
        context.command.invoke(context)
    return [one.code for one in found.value.diagnostics]


def test_a_link_keeps_pointing_and_a_file_keeps_its_mode(tmp_path: Path, case: str) -> None:
    target, link = tmp_path / "letter.pdf", tmp_path / "link.pdf"
    target.touch(mode=0o600)
    link.symlink_to(target)
    assert typed("letter", "talon", case, "-o", str(link)).returncode == 0
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_name_of_any_length_will_do_but_a_link_to_itself_will_not(tmp_path: Path, case: str) -> None:
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    assert typed("letter", "talon", case, "-o", str(loop)).returncode == 4
    assert loop.is_symlink()
    assert typed("letter", "talon", case, "-o", str(tmp_path / f"{'a' * 246}.pdf")).returncode == 0


def test_what_verify_says_can_be_compared_with_the_paper(tmp_path: Path, case: str) -> None:
    paper = tmp_path / "letter.html"
    typed("letter", "talon", case, "--lang", "ru", "-o", str(paper))
    said = typed("verify", str(paper)).stdout.decode()
    (short,) = re.findall(r"Краткий код: ([A-Z2-7]{5}-[A-Z2-7]{5})\. День подачи заявления: 1 марта 2016 года\.", said)
    assert f"Код этого документа: {short}" in " ".join(re.sub("<[^>]*>", " ", paper.read_text()).split())
    assert "Напечатанный текст не читается" in said
    assert typed("verify", str(tmp_path)).returncode == 2


def test_a_pipe_gets_the_letter_and_stays_a_pipe(tmp_path: Path, case: str) -> None:
    pipe = tmp_path / "printer"
    os.mkfifo(pipe)
    with subprocess.Popen([sys.executable, "-c", PROGRAM, "letter", "talon", case, "-o", str(pipe)]) as program:
        assert pipe.read_bytes().startswith(b"%PDF")
    assert (program.returncode, pipe.is_fifo()) == (0, True)


def test_the_name_of_the_file_tells_its_format(tmp_path: Path, case: str) -> None:
    assert typed("letter", "talon", case, "-o", str(tmp_path / "letter.html")).returncode == 0
    assert (tmp_path / "letter.html").read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("name", ["cases.jsonl", "out/manifest.jsonl"])
def test_the_file_for_the_printer_takes_nobodys_place(tmp_path: Path, name: str) -> None:
    rows = tmp_path / "cases.jsonl"
    rows.write_text(json.dumps(WHEELCHAIR) + "\n")
    done = typed("letters", str(rows), "-o", str(tmp_path / "out"), "--kind", "slip", "--merged", str(tmp_path / name))
    assert done.returncode == 2
    assert json.loads(rows.read_text()) == WHEELCHAIR


def test_a_mistake_of_the_whole_run_costs_no_letter(tmp_path: Path) -> None:
    rows, out = tmp_path / "cases.jsonl", tmp_path / "out"
    rows.write_text(json.dumps(WHEELCHAIR) + "\n")
    assert typed("letters", str(rows), "-o", str(out), "--kind", "slip").returncode == 0
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    assert typed("letters", str(rows), "-o", str(out), "--kind", "slip", "--copies", "21").returncode == 2
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


def test_a_name_in_the_wrong_place_is_not_repeated(tmp_path: Path) -> None:
    facts = {"disability": "Өтебаева 900101100004", "age": "онкология"}
    wrong = file(tmp_path / "case.json", {**WHEELCHAIR, "facts": facts, "act": "900101100004"})
    said = typed("letter", "talon", wrong).stderr.decode()
    assert "facts.disability" in said
    assert not [word for word in ("Өтебаева", "900101100004", "онкология") if word in said]


def test_many_letters_and_a_summary(tmp_path: Path) -> None:
    rows = tmp_path / "cases.jsonl"
    rows.write_text(json.dumps(WHEELCHAIR) + "\n{\n")
    out = tmp_path / "out"
    done = typed("letters", str(rows), "-o", str(out), "--kind", "slip", "--format", "html", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "made": 1,
        "kept": 0,
        "skipped": 1,
        "replaced": 0,
        "left": 0,
        "files": ["manifest.jsonl"],
        "manifest": str(out / "manifest.jsonl"),
        "dry_run": False,
    }
    done = typed("letters", str(rows), "-o", str(out), "--kind", "slip", "--format", "html")
    assert "Подготовлено ранее: 1" in done.stdout.decode()
    done = typed("letters", str(rows), "-o", str(out), "--kind", "slip", "--merged", str(tmp_path / "all.pdf"))
    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")
