"""`rules sign`: what is shown before it, who is asked, and what `doctor` says then, in both languages."""

import shutil
from pathlib import Path

import pytest

from eligibility.words.text import LANGS, Lang
from tests.broken.broken_examples import BASE
from tests.cli.running import typed
from tests.cli.terminal import Screen
from tests.cli.unfit_lines import foreign_words

ACT = "town-2018-1"
SIGN = ("rules", "sign", ACT)
NAME = "Заңгерова Ә."
DAY = "2019-05-06"


@pytest.fixture
def pack(tmp_path: Path) -> str:
    return str(shutil.copytree(BASE, tmp_path / "pack"))


@pytest.mark.parametrize("lang", LANGS)
def test_shows_what_is_signed_and_writes_it(lang: Lang, pack: str) -> None:
    done = typed(*SIGN, "--name", NAME, "--on", DAY, "--yes", "--rules", pack, lang=lang)
    assert (done.code, done.err) == (0, "")
    assert {"kk": "қаулысы\n  Кресло-арба беру\n", "ru": "№ 1\n  Предоставление кресла-коляски\n"}[lang] in done.out
    assert {"kk": "Редакциялар: 1. Оның ішінде бұрынғылары: 0.", "ru": "Редакций: 1. Из них прежних: 0."}[lang] in done.out
    text = (Path(pack) / "signoffs" / f"{ACT}.yaml").read_text(encoding="utf-8")
    assert f'name: "{NAME}"\non: {DAY}\n' in text
    short = [word for word in done.out.split() if word.startswith("sha256:")]
    assert len(short) == 2
    assert all(one in text for one in short)
    said = "\n".join(line for line in done.out.splitlines() if "sha256" not in line and pack not in line)
    assert not foreign_words(said)


@pytest.mark.parametrize("lang", LANGS)
def test_says_who_signed_before(lang: Lang, pack: str) -> None:
    typed(*SIGN, "--name", NAME, "--on", DAY, "--yes", "--rules", pack)
    again = typed(*SIGN, "--name", NAME, "--yes", "--force", "--rules", pack, lang=lang)
    assert again.code == 0
    assert {"kk": f"Бұрын қол қойған: {NAME}, 2019 жылғы 6 мамыр.", "ru": f"Прежняя подпись: {NAME}, 6 мая 2019 года."}[
        lang
    ] in " ".join(again.out.split())


def test_for_other_programs(pack: str) -> None:
    done = typed(*SIGN, "--name", NAME, "--on", DAY, "--yes", "--json", "--rules", pack).json
    assert done.keys() == {"act", "rules", "words", "name", "on", "file"}
    assert (done["act"], done["name"], done["on"]) == (ACT, NAME, DAY)
    assert done["file"] == f"{pack}/signoffs/{ACT}.yaml"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--name", NAME], "signature-unconfirmed"),
        (["--yes"], "signer-missing"),
        (["--name", NAME, "--yes", "--on", "2999-01-01"], "signed-ahead"),
        (["--name", NAME, "--yes", "--on", "yesterday"], "not-a-date"),
    ],
)
def test_nothing_is_written_where_something_is_lacking(options: list[str], code: str, pack: str) -> None:
    done = typed(*SIGN, *options, "--json", "--rules", pack)
    assert (done.code, [one["code"] for one in done.errors]) == (2, [code])
    assert not (Path(pack) / "signoffs").exists()


def test_a_pack_with_errors_is_not_signed(pack: str) -> None:
    (Path(pack) / "categories.yaml").write_text("child: {when: agee < 18}\n", encoding="utf-8")
    done = typed(*SIGN, "--name", NAME, "--yes", "--json", "--rules", pack)
    assert done.code == 2
    assert "undefined-fact" in [one["code"] for one in done.errors]
    assert not (Path(pack) / "signoffs").exists()


@pytest.mark.parametrize("lang", LANGS)
def test_the_doctor_says_how_many_acts_are_signed(lang: Lang, pack: str) -> None:
    name = {"kk": "заңгер қол қойған актілер", "ru": "акты, подписанные юристом"}[lang]

    def told() -> list[str]:
        lines = typed("doctor", "--rules", pack, lang=lang).out.splitlines()
        return [line.removeprefix(name).strip() for line in lines if line.startswith(name)]

    assert told() == ["0 / 2 (0 %)"]
    typed(*SIGN, "--name", NAME, "--yes", "--rules", pack)
    assert told() == ["1 / 2 (50 %)"]
    found = typed("doctor", "--json", "--rules", pack).json["signed"]
    assert found == {"acts": 2, "signed": 1, "changed": 0, "percent": 50}


def test_lint_names_who_signed_what_has_changed(pack: str) -> None:
    typed(*SIGN, "--name", NAME, "--on", DAY, "--yes", "--rules", pack)
    edition = Path(pack) / "acts" / ACT / "1-wheelchairs.yaml"
    edition.write_text(edition.read_text(encoding="utf-8").replace("value: 1", "value: 2"), encoding="utf-8")
    done = typed("rules", "lint", pack)
    assert done.code == 0
    assert f"signed-rules-changed: правила {ACT} изменились после подписи ({NAME}, {DAY})" in done.out
    assert typed("doctor", "--json", "--rules", pack).json["signed"]["changed"] == 1


class TestAtATerminal:
    def test_is_asked_for_the_name_and_once_more(self, pack: str) -> None:
        screen = Screen("sign", ACT, "--on", DAY, "--rules", pack, spoken="rules")
        screen.sees("Кто подписывает?")
        screen.types(NAME)
        screen.sees("Вы подписываете")
        screen.types("1")
        screen.sees("Записано")
        assert screen.ends()[0] == 0
        assert f'name: "{NAME}"' in (Path(pack) / "signoffs" / f"{ACT}.yaml").read_text(encoding="utf-8")

    @pytest.mark.parametrize("answer", ["2", "q", "0"])
    def test_who_does_not_agree_signs_nothing(self, answer: str, pack: str) -> None:
        screen = Screen("sign", ACT, "--name", NAME, "--rules", pack, spoken="rules")
        screen.types(answer)
        screen.sees("Ничего не подписано.")
        assert screen.ends()[0] == 1
        assert not (Path(pack) / "signoffs").exists()
