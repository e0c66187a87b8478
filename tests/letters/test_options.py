"""What the options of `letter`, `letters` and `verify` do to the paper, as they are typed."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eligibility.files import resource
from tests.letters.test_bulk import ROWS, children, commanded, wait_for_more
from tests.letters.test_commands import PROGRAM, file, refused, told, typed
from tests.letters.test_kinds import HOME_CARE, TSA_DAY, WHEELCHAIR

REPEALED = {**WHEELCHAIR, "on": "2021-03-01"}
DOUBTFUL = {**WHEELCHAIR, "on": "2015-10-01"}


@pytest.fixture
def case(tmp_path: Path) -> str:
    return file(tmp_path / "case.json", WHEELCHAIR)


def rows(path: Path, *cases: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(one) + "\n" for one in cases))
    return str(path)


def text_of(*arguments: str) -> str:
    done = typed("letter", *arguments, "--format", "txt", "--lang", "ru")
    assert done.returncode == 0
    return " ".join(done.stdout.decode().split())


def made(out: Path, *arguments: str) -> list[str]:
    """The letters of a run, as text."""
    done = typed("letters", *arguments, "-o", str(out), "--lang", "ru", "--format", "txt")
    assert done.returncode == 0, done.stderr.decode()
    entries = [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]
    return [" ".join((out / one["file"]).read_text().split()) for one in entries if one["row"]]


def changed_rules(tmp_path: Path) -> str:
    """The shipped rules with another word for one document."""
    rules = tmp_path / "rules"
    shutil.copytree(Path(__file__).parents[2] / "rules", rules)
    documents = rules / "documents" / "health.yaml"
    words = documents.read_text()
    documents.write_text(re.sub(r"(\nipr:\n  name: {kk: [^,]*, ru: )[^}]*", r"\1план возвращения сил", words, count=1))
    assert documents.read_text() != words
    return str(rules)


@pytest.mark.parametrize(
    "arguments",
    [
        ["letter", "talon", "case.json", "-o", "case.json", "--format", "txt"],
        ["letter", "talon", "case.json", "-o", "own/talon.ru.xml.j2", "--templates", "own", "--format", "txt"],
        ["letter", "talon", "case.json", "-o", "office.json", "--office", "office.json"],
        ["letters", "cases.jsonl", "-o", "out", "--kind", "talon", "--merged", "cases.jsonl"],
        ["letters", "cases.jsonl", "-o", "out", "--kind", "talon", "--merged", "linked.jsonl"],
        ["letters", "cases.jsonl", "-o", "out", "--kind", "talon", "--merged", "office.json", "--office", "office.json"],
        ["letters", "manifest.jsonl", "-o", ".", "--kind", "talon", "--format", "txt"],
        ["letters", "cases.jsonl", "-o", "out", "--kind", "talon", "--merged", "out/manifest.jsonl"],
    ],
)
def test_what_is_read_is_never_written_over(tmp_path: Path, case: str, monkeypatch: pytest.MonkeyPatch, arguments: Any) -> None:
    monkeypatch.chdir(tmp_path)
    file(tmp_path / "office.json", {"name": "Бөлім || Отдел"})
    rows(tmp_path / "cases.jsonl", WHEELCHAIR)
    rows(tmp_path / "manifest.jsonl", WHEELCHAIR)
    (tmp_path / "linked.jsonl").hardlink_to(tmp_path / "cases.jsonl")
    (tmp_path / "own").mkdir()
    shutil.copy(resource("templates") / "letters" / "talon.ru.xml.j2", tmp_path / "own")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert typed(*arguments).returncode == 2
    assert {path: path.read_bytes() for path in before} == before


def test_a_letter_without_its_case_can_be_verified_by_nobody(tmp_path: Path, case: str) -> None:
    cases = rows(tmp_path / "cases.jsonl", WHEELCHAIR)
    for options, code in (([], 0), (["--no-case"], 2)):
        assert typed("letter", "talon", case, "-o", str(tmp_path / "one.pdf"), *options).returncode == 0
        assert typed("letters", cases, "-o", str(tmp_path / f"out{code}"), "--kind", "talon", *options).returncode == 0
        (bulk,) = (tmp_path / f"out{code}").glob("*.pdf")
        assert [typed("verify", str(paper)).returncode for paper in (tmp_path / "one.pdf", bulk)] == [code, code]


def test_after_the_repeal_a_letter_is_asked_for_expressly(tmp_path: Path) -> None:
    case, cases = file(tmp_path / "case.json", REPEALED), rows(tmp_path / "cases.jsonl", REPEALED)
    assert typed("letter", "talon", case, "-o", str(tmp_path / "no.pdf")).returncode == 2
    assert typed("letters", cases, "-o", str(tmp_path / "no"), "--kind", "talon").returncode == 1
    paper = tmp_path / "as-if.pdf"
    assert typed("letter", "talon", case, "-o", str(paper), "--as-if-in-force").returncode == 0
    assert typed("verify", str(paper)).returncode == 0
    (found,) = made(tmp_path / "yes", cases, "--kind", "talon", "--as-if-in-force")
    assert "на выбранный день эти положения не действуют" in found


def test_a_known_day_of_publication_takes_the_doubt_off_a_letter(tmp_path: Path) -> None:
    case, cases = file(tmp_path / "case.json", DOUBTFUL), rows(tmp_path / "cases.jsonl", DOUBTFUL)
    known = ["--published", "kyzylorda-2015-118=2015-09-12"]
    assert "Не определено, действует ли" in text_of("talon", case)
    assert "Не определено, действует ли" not in text_of("talon", case, *known)
    assert ["Не определено, действует ли" in one for one in made(tmp_path / "out", cases, "--kind", "talon", *known)] == [False]
    paper = tmp_path / "letter.pdf"
    assert typed("letter", "talon", case, "-o", str(paper), *known).returncode == 0
    assert [typed("verify", str(paper), *more).returncode for more in ([], known)] == [1, 0]


def test_an_offices_own_head_and_words_are_printed(tmp_path: Path, case: str) -> None:
    own = tmp_path / "own"
    own.mkdir()
    shipped = (resource("templates") / "letters" / "talon.ru.xml.j2").read_text()
    (own / "talon.ru.xml.j2").write_text(shipped.replace("<title>Талон</title>", "<title>Листок</title>"))
    office = file(tmp_path / "office.json", {"name": "Бөлім || Наш отдел"})
    options = ["--templates", str(own), "--office", office]
    cases = rows(tmp_path / "cases.jsonl", WHEELCHAIR)
    for found in (text_of("talon", case, *options), *made(tmp_path / "out", cases, "--kind", "talon", *options)):
        assert "Наш отдел ЛИСТОК" in found


def test_day_and_term_are_printed_as_stated(case: str) -> None:
    assert "Дата регистрации: 4 марта 2016 года" in text_of("talon", case, "--accepted-on", "2016-03-04")
    assert "Срок предоставления услуги: июнь" in text_of("notice", case, "--term", "маусым || июнь")


def test_circumstances_are_printed_as_stated(tmp_path: Path) -> None:
    care = file(tmp_path / "care.json", {**HOME_CARE, "facts": {**HOME_CARE["facts"], "data_unreliable": True}})
    assert "Конкретные обстоятельства: чужая справка" in text_of("refusal", care, "--circumstances", "бөтен || чужая справка")


def test_the_route_and_large_letters_are_for_the_asking(tmp_path: Path, case: str) -> None:
    assert "Порядок оказания услуги" not in text_of("checklist", case)
    assert "Порядок оказания услуги" in text_of("checklist", case, "--with-route")
    usual, large = (tmp_path / name for name in ("usual.html", "large.html"))
    assert typed("letter", "checklist", case, "-o", str(usual)).returncode == 0
    assert typed("letter", "checklist", case, "-o", str(large), "--large-print").returncode == 0
    assert (b'class="whole large"' in usual.read_bytes(), b'class="whole large"' in large.read_bytes()) == (False, True)


def test_the_clerk_reads_what_the_paper_does_not_say(tmp_path: Path) -> None:
    """On standard error, so that the paper on standard output stays a paper."""
    case = {"service": "targeted-social-assistance", "act": "almaty-region-2018-81", "on": TSA_DAY}
    paper = typed("letter", "notice", file(tmp_path / "case.json", case), "--format", "txt", "--lang", "ru")
    assert paper.returncode == 0
    told, said = paper.stderr.decode(), paper.stdout.decode()
    assert told.startswith("Замечания для сотрудника; на бумаге их нет:")
    assert "приказом № 320" in " ".join(told.split())
    assert "приказом № 320" not in " ".join(said.split())
    assert typed("letter", "checklist", str(tmp_path / "case.json"), "--format", "txt").stderr == b""


def test_a_logo_lies_beside_the_offices_file(tmp_path: Path, case: str) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "gerb.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z"/></svg>')
    office, page = file(tmp_path / "office" / "office.json", {"logo": "gerb.svg"}), tmp_path / "page.html"
    assert typed("letter", "talon", case, "--office", office, "-o", str(page)).returncode == 0
    assert b"data:image/svg+xml" in page.read_bytes()
    (tmp_path / "office" / "gerb.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')
    assert refused(["letter", "talon", case, "--office", office, "-o", str(page)]) == ["picture-hostile"]


def test_a_day_of_receiving_is_not_counted_from_another_day(case: str) -> None:
    assert "не раньше 15 марта 2016 года" in text_of("talon", case)
    other = text_of("talon", case, "--accepted-on", "2016-03-04")
    assert "Дата получения государственной услуги: __" in other
    assert "не раньше" not in other


def test_copies_are_told_apart(case: str) -> None:
    found = text_of("talon", case, "--copies", "2")
    assert found.index("Экземпляр 1, всего: 2") < found.index("Экземпляр 2, всего: 2")


def test_other_rules_make_other_letters(tmp_path: Path) -> None:
    case, cases = file(tmp_path / "case.json", WHEELCHAIR), rows(tmp_path / "cases.jsonl", WHEELCHAIR)
    paper, out, settings = tmp_path / "letter.pdf", tmp_path / "out", ["--kind", "checklist"]
    typed("letter", "checklist", case, "-o", str(paper))
    (before,) = made(out, cases, *settings)
    rules = changed_rules(tmp_path)
    assert typed("verify", str(paper)).returncode == 0
    again = typed("verify", str(paper), "--rules", rules)
    assert again.returncode == 1
    assert "названия документов" in again.stdout.decode()
    assert "план возвращения сил" in text_of("checklist", case, "--rules", rules).lower()
    (after,) = made(out, cases, *settings, "--rules", rules)
    assert "план возвращения сил" in after.lower()
    assert before != after


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--processes", "0"], "out-of-range"),
        (["--processes", "65"], "out-of-range"),
        (["--merged", "all.pdf", "--format", "txt"], "merged-not-pdf"),
        (["--merged", "-"], "merged-no-file"),
        (["--templates", "."], "no-template"),
    ],
)
def test_settings_no_run_can_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], code: str) -> None:
    monkeypatch.chdir(tmp_path)
    cases = rows(tmp_path / "cases.jsonl", WHEELCHAIR)
    assert told(["letters", cases, "-o", str(tmp_path / "out"), *options]) == [code]
    assert not (tmp_path / "out").exists()


def test_a_template_nobody_can_read_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "talon.ru.xml.j2").write_text("{% if %}")
    cases = rows(tmp_path / "cases.jsonl", WHEELCHAIR, WHEELCHAIR)
    done = typed(
        "letters", cases, "-o", str(tmp_path / "out"), "--kind", "talon", "--templates", str(tmp_path / "own"), "--json"
    )
    assert done.returncode == 2
    assert [(one["code"], one["where"].endswith("talon.ru.xml.j2:1:1")) for one in json.loads(done.stdout)["errors"]] == [
        ("letter-template", True)
    ]


def test_a_checklist_has_no_number_and_no_day_of_acceptance(case: str) -> None:
    for option in (["--number", "777"], ["--accepted-on", "2016-03-15"]):
        assert typed("letter", "checklist", case, *option).returncode == 2


def test_words_of_one_language_are_no_ground_in_the_other(tmp_path: Path) -> None:
    care = file(tmp_path / "care.json", HOME_CARE)
    done = typed("letter", "refusal", care, "--ground", "Неполный пакет", "--lang", "kk")
    assert done.returncode == 2
    assert "мәтін қазақша да, орысша да қажет" in done.stderr.decode()


def test_a_full_disk_is_told(case: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-c", PROGRAM, "letter", "talon", case], stdout=full, check=False, timeout=60)
    assert done.returncode == 4


def test_a_page_is_not_written_on_a_terminal(case: str) -> None:
    ours, terminal = os.openpty()
    done = subprocess.run([sys.executable, "-c", PROGRAM, "letter", "talon", case], stdout=terminal, check=False, timeout=60)
    os.close(terminal)
    os.close(ours)
    assert done.returncode == 2


def test_a_run_whose_process_was_killed_says_so_and_goes_on(tmp_path: Path) -> None:
    cases, out = rows(tmp_path / "cases.jsonl", *[WHEELCHAIR] * ROWS), tmp_path / "out"
    command = [sys.executable, "-c", PROGRAM, "letters", cases, "-o", str(out), "--kind", "talon", "--processes", "2", "--json"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_for_more(out, 0, run)
    worker = next(child for child in children(run.pid) if "spawn_main" in commanded(child))
    os.kill(worker, signal.SIGKILL)
    said, _ = run.communicate(timeout=60)
    assert run.returncode == 4
    assert [one["code"] for one in json.loads(said)["errors"]] == ["process-ended"]
    assert json.loads(subprocess.run(command, check=True, capture_output=True, timeout=120).stdout)["skipped"] == 0
    assert len(list(out.glob("*.pdf"))) == ROWS


def test_a_name_that_ends_in_no_format_of_letters_is_refused(case: str, tmp_path: Path) -> None:
    out = tmp_path / "letter.docx"
    done = typed("letter", "checklist", case, "-o", str(out))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "--format" in done.stderr.decode()
    assert not out.exists()
    assert typed("letter", "checklist", case, "-o", str(out), "--format", "txt").returncode == 0
    assert out.read_bytes()
    assert typed("letter", "checklist", case, "-o", str(tmp_path / "letter")).returncode == 0
    assert (tmp_path / "letter").read_bytes().startswith(b"%PDF")


def test_too_many_missing_documents_are_named_as_such(case: str) -> None:
    done = typed("letter", "slip", case, "--format", "txt", *(["--missing", "iin"] * 51))
    assert done.returncode == 2
    (sentence,) = done.stderr.decode().splitlines()
    assert "недостающие документы" in sentence
    assert "submitted" not in sentence
