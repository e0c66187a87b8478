"""`eligibility terms` on a screen of 80 columns, as JSON, as a picture."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from eligibility.cli import language
from eligibility.cli.commands.terms import terms
from eligibility.diagnostics.refusal import Refused
from eligibility.law.pack import EditionKey
from eligibility.words.text import LANGS, Lang
from tests.terms.ledgers import ENGINE

KYZYLORDA = ("--act", "kyzylorda-2015-118", "--on", "2016-03-01")


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from eligibility.cli.main import main; main()", "terms", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)


def read(path: Path) -> Xml.Element:
    return Xml.parse(path).getroot()  # noqa: S314


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lang]:
    monkeypatch.setattr(sys, "argv", ["eligibility"])
    monkeypatch.setenv("ELIGIBILITY_LANG", request.param)
    monkeypatch.setenv("COLUMNS", "80")
    language.lang.cache_clear()
    yield request.param
    language.lang.cache_clear()


@pytest.mark.parametrize("key", list(ENGINE.pack.held()), ids=str)
def test_every_edition_fits_80_columns(key: EditionKey, lang: Lang, capsys: pytest.CaptureFixture[str]) -> None:
    terms(service=key.service, act=key.act, on="2018-04-27", as_if=True, engine="direct")
    shown = capsys.readouterr().out
    edition = ENGINE.pack.edition(*key)
    assert edition
    assert ENGINE.pack.title(edition)[lang].split()[0] in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_table_names_who_by_when_and_the_days_off() -> None:
    done = run("prosthetic-orthopedic-aid", *KYZYLORDA, "--lang", "ru")
    assert done.returncode == 0, done.stderr
    shown = " ".join(done.stdout.split())
    for piece in (
        "01.03.2016 – 15.03.2016 –",
        "последний день: не раньше 15.03.2016, не позже 17.03.2016.",
        "рабочий день считается не короче 8 часов",
        "Международный женский день (08.03.2016)",
        "Общий срок не указан.",
        "рабочие дни: 9; минуты: 120",
        "█████░░░███░░██▓· 15.03–16.03.2016",
        "Засчитаны как рабочие, хотя обычно выходные: 05.03.2016.",
    ):
        assert piece in shown


def test_narrow_screen(lang: Lang, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    terms(service="prosthetic-orthopedic-aid", act="kyzylorda-2015-118", on="2016-03-01", engine="direct")
    shown = capsys.readouterr().out
    assert "15.03.2016 – 16.03.2016" in shown
    assert max(map(len, shown.splitlines())) <= 50


def test_json_and_setting_of_a_channel(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('{"channel": "provider-office"}')
    usual = json.loads(run("prosthetic-orthopedic-aid", *KYZYLORDA, "--json", "--facts", str(facts)).stdout)
    assert usual["edition"]["act"] == "kyzylorda-2015-118"
    assert usual["terms"]["steps"][3]["due_between"] == ["2016-03-15", "2016-03-16"]
    counted = run(
        "prosthetic-orthopedic-aid", *KYZYLORDA, "--json", "--facts", str(facts), "--count-filing-day", "provider-office"
    )
    found = json.loads(counted.stdout)["terms"]
    assert found["counts_filing_day"]["counts"] is True
    assert found["steps"][3]["due_between"] == ["2016-03-14", "2016-03-16"]


def test_a_case_file_alone_or_with_a_service(tmp_path: Path) -> None:
    case = {"act": "kyzylorda-2015-118", "on": "2016-03-01", "facts": {}, "service": "prosthetic-orthopedic-aid"}
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case))
    alone = json.loads(run(str(path), "--json").stdout)
    assert alone["terms"]["sum"][0] == {"value": 9, "unit": "working-days"}
    piped = json.loads(run("-", "--json", stdin=json.dumps(case)).stdout)
    assert piped["terms"] == alone["terms"]
    other = json.loads(run("home-care", str(path), "--json").stdout)
    assert other["edition"]["service"] == "home-care"


@pytest.mark.parametrize("lang_option", LANGS)
def test_picture(lang_option: Lang, tmp_path: Path) -> None:
    path = tmp_path / "terms.svg"
    done = run("wheelchairs", *KYZYLORDA, "--lang", lang_option, "--svg", str(path))
    assert done.returncode == 0, done.stderr
    assert str(path)[-9:] in done.stdout
    root = read(path)
    assert ENGINE.pack.services["wheelchairs"].title[lang_option].split()[0] in "".join(root.itertext())


def test_repealed_edition_is_silent_and_draws_nothing(tmp_path: Path) -> None:
    path = tmp_path / "terms.svg"
    arguments = ("wheelchairs", "--act", "kyzylorda-2015-118", "--on", "2024-03-01", "--svg", str(path), "--lang", "ru")
    done = run(*arguments)
    assert done.returncode == 0
    assert "--as-if-in-force" in done.stdout
    assert not path.exists()
    assert json.loads(run(*arguments, "--json").stdout)["terms"] is None
    shown = run(*arguments, "--as-if-in-force").stdout
    assert "Внимание" in shown
    assert "Внимание" in "".join(read(path).itertext())


def test_bad_input(tmp_path: Path) -> None:
    assert run("wheelchairs", "--act", "kyzylorda-2015-118", "--on", "2027-12-30", "--as-if-in-force").returncode == 2
    assert run("wheelchairs", *KYZYLORDA, "--count-filing-day", "pigeon").returncode == 2
    assert run("wheelchairs", *KYZYLORDA, "--svg", str(tmp_path / "no" / "such" / "folder.svg")).returncode == 4
    assert run("no-such-service", *KYZYLORDA).returncode == 2
    assert run().returncode == 2


def test_wrong_setting_is_named() -> None:
    with pytest.raises(Refused) as refused:
        terms(service="wheelchairs", act="kyzylorda-2015-118", on="2016-03-01", counts=["pigeon"], engine="direct")
    assert refused.value.diagnostics[0].where == "--count-filing-day"
