"""How much of each act the rules take in, checked against provisions read plainly and on packs made wrong."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from eligibility.diagnostics.refusal import Refused
from eligibility.review.coverage import STATUSES, ActCoverage, Provision, coverage, percent, total
from eligibility.words.text import Text
from tests.decrees.rule_files import ACTS_FOLDER, read

RULES = ACTS_FOLDER.parent
FOUND = {one.act: one for one in coverage(RULES)}
KYZYLORDA = "kyzylorda-2015-118"
PICTURE = Text("мәтінде жоқ сурет", "рисунок, которого нет в тексте")


def lines(act: str) -> list[tuple[int | None, str, Any]]:
    data = read(f"{act}/provisions.yaml")
    own: list[tuple[int | None, str, Any]] = [(None, line, status) for line, status in data["act"].items()]
    return own + [(annex, line, status) for annex, part in data["annexes"].items() for line, status in part.items()]


def test_every_act_is_counted() -> None:
    assert FOUND.keys() == {path.name for path in ACTS_FOLDER.iterdir()}


@pytest.mark.parametrize("act", sorted(FOUND))
def test_every_line_has_a_status(act: str) -> None:
    assert (FOUND[act].percent, FOUND[act].of("none")) == (100, ())


@pytest.mark.parametrize("act", sorted(FOUND))
def test_lines_are_counted_as_the_file_says(act: str) -> None:
    wanted = [status if isinstance(status, str) else "not-modelled" for _, _, status in lines(act)]
    assert FOUND[act].counts == {status: wanted.count(status) for status in STATUSES}
    reasons = [
        (annex, line, Text(**status["not_modelled"])) for annex, line, status in lines(act) if not isinstance(status, str)
    ]
    assert [(one.annex, one.line, one.reason) for one in FOUND[act].of("not-modelled")] == reasons


def test_the_total_is_the_sum() -> None:
    assert sum(total(FOUND.values()).values()) == sum(len(lines(act)) for act in FOUND)


def test_what_kyzylorda_leaves_out() -> None:
    left = {(one.annex, one.line): one.reason for one in FOUND[KYZYLORDA].of("not-modelled")}
    assert left[None, "2"] == Text("қаулының орындалуын кім бақылайтыны", "кто контролирует исполнение постановления")
    assert left[3, "app 2"] == PICTURE


@pytest.mark.parametrize(("none", "of", "wanted"), [(0, 3, 100), (1, 3, 66.6), (1, 100_000, 99.9), (3, 3, 0), (0, 0, 0)])
def test_a_hundred_percent_means_all(none: int, of: int, wanted: float) -> None:
    assert percent({"encoded": of - none, "none": none}) == wanted


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(ACTS_FOLDER / KYZYLORDA, tmp_path / "acts" / KYZYLORDA)
    return tmp_path


def rewritten(pack: Path, **changes: Any) -> ActCoverage:
    """The coverage after lines of annex 3 were given another status; `...` takes a line out."""
    path = pack / "acts" / KYZYLORDA / "provisions.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    for line, status in changes["annex_3"].items():
        data["annexes"][3][line] = status
        if status is ...:
            del data["annexes"][3][line]
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    (found,) = coverage(pack)
    return found


@pytest.mark.parametrize("status", [None, "", "encodde", True, 7, [], {}, {"not_modelled": None}, {"encoded": "why"}])
def test_a_line_without_a_status_counts_against(pack: Path, status: Any) -> None:
    found = rewritten(pack, annex_3={"6(3)": status})
    assert found.of("none") == (Provision(3, "6(3)", "none"),)
    assert 99 < found.percent < 100


def test_a_line_that_is_cited_and_not_listed_counts_against(pack: Path) -> None:
    found = rewritten(pack, annex_3={"6(3)": ...})
    assert found.of("none") == (Provision(3, "6(3)", "none"),)
    assert len(found.provisions) == len(FOUND[KYZYLORDA].provisions)


def test_an_act_without_provisions_has_none_of_its_lines_covered(pack: Path) -> None:
    (pack / "acts" / KYZYLORDA / "provisions.yaml").unlink()
    (found,) = coverage(pack)
    assert (found.percent, found.provisions) == (0, ())


@pytest.mark.parametrize(
    "content", ["act: [1", "act: {}\n", "- 1\n", "act: {}\nannexes: {1: encoded}\n", 'act:\n  "1": a\n  "1": b\n']
)
def test_provisions_that_cannot_be_counted_are_refused(pack: Path, content: str) -> None:
    (pack / "acts" / KYZYLORDA / "provisions.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        coverage(pack)
    assert all(str(one.where).startswith(f"acts/{KYZYLORDA}/provisions.yaml") for one in refused.value.diagnostics)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        coverage(tmp_path / "nowhere")
    assert [one.code for one in refused.value.diagnostics] == ["no-rules"]


def test_what_is_wrong_elsewhere_does_not_hinder(pack: Path) -> None:
    (pack / "facts").mkdir()
    (pack / "facts" / "person.yaml").write_text("age: {type: nothing}\n", encoding="utf-8")
    (found,) = coverage(pack)
    assert found.percent == 100


def printed(capsys: pytest.CaptureFixture[str], folder: Path, verbose: bool = False, as_json: bool = False) -> tuple[int, str]:
    from eligibility.cli.commands.rules import coverage as command

    with pytest.raises(typer.Exit) as left:
        command([str(folder)], verbose, as_json)
    return left.value.exit_code, capsys.readouterr().out


def test_command(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = printed(capsys, pack)
    assert (code, told.count("\n")) == (0, 3)
    assert told.splitlines()[1].split()[0] == KYZYLORDA
    code, told = printed(capsys, pack, verbose=True)
    assert f"{KYZYLORDA}: 3-қосымша, регламенттің 2-қосымшасы: {PICTURE.kk}" in told.splitlines()
    assert f"{KYZYLORDA}: қаулы, 2-тармақ: қаулының орындалуын кім бақылайтыны" in told.splitlines()


def test_command_says_what_has_no_status(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewritten(pack, annex_3={"6(3)": None})
    code, told = printed(capsys, pack)
    assert (code, told.splitlines()[-1]) == (1, f"{KYZYLORDA}: 3-қосымша, 6-тармақ, 3) тармақша: мәртебесі көрсетілмеген")
    code, told = printed(capsys, pack, as_json=True)
    found = json.loads(told)
    assert (code, found["acts"][0]["without_status"]) == (1, [{"annex": 3, "line": "6(3)"}])
    assert found["total"]["counts"] == found["acts"][0]["counts"]


def test_command_refuses_what_is_no_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = printed(capsys, tmp_path / "nowhere", as_json=True)
    assert (code, json.loads(told)["errors"][0]["code"]) == (2, "no-rules")
    code, told = printed(capsys, tmp_path / "nowhere")
    assert (code, "no-rules" in told) == (2, True)
