"""`rules test`: an author's own scenarios outside the project, and cases written down as such."""

import json
from pathlib import Path
from typing import Any

import pytest

from eligibility.words.text import LANGS, Lang
from tests.cli.running import Done, process, typed
from tests.cli.unfit_lines import foreign_words

BASE = Path(__file__).parents[1] / "broken" / "_base"
QUICK = ("--engine", "direct")
CASE = {
    "service": "wheelchairs",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "facts": {"disability": "group-1", "employer_status": "operating"},
}
PERSON = {"surname": "Өтебаева", "iin": "900101100004"}
REQUIRED = ["application", "ipr", "accident-act", "employer-cessation-document"]
STORY = {
    "name": "Бірінші топ",
    "law": {"annex 3, 6(1) item 2": "жеке бағдарлама"},
    "case": CASE,
    "expect": {"status": "in-force", "required": REQUIRED},
}


def written(path: Path, *scenarios: Any) -> str:
    """A scenario a line, from the first."""
    path.write_text("".join(f"- {json.dumps(one, ensure_ascii=False)}\n" for one in scenarios), encoding="utf-8")
    return str(path)


def ran(*arguments: str, lang: Lang = "ru", given: str = "") -> Done:
    return typed("rules", "test", *arguments, *QUICK, lang=lang, given=given)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_answered_as_expected(lang: Lang, tmp_path: Path) -> None:
    done = ran(written(tmp_path / "a.yaml", STORY), lang=lang)
    counts = {"kk": "Сценарийлер: 1. Жауабы күткендегідей емес: 0.", "ru": "Сценариев: 1. Ответ не тот, которого ждут: 0."}
    assert (done.code, done.out, done.err) == (0, counts[lang] + "\n", "")


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_answered_otherwise(lang: Lang, tmp_path: Path) -> None:
    wrong = STORY | {"name": "Басқаша", "expect": {"required": ["iprr", *REQUIRED[:1], *REQUIRED[2:]], "status": "repealed"}}
    file = written(tmp_path / "a.yaml", STORY, wrong)
    done = ran(str(tmp_path), lang=lang)
    place, *rest = done.out.splitlines()
    assert done.code == 1
    assert place == f"{file}:2: Басқаша"
    said = {
        "kk": [
            "required: тізбеде мұндай жол жоқ: iprr; ipr деп жазғыңыз келді ме?",
            "required: шыққан, бірақ күтпеген: ipr",
            "status: күткені: repealed, шыққаны: in-force",
            "annex 3, 6(1) item 2: жеке бағдарлама",
            "Сценарийлер: 2. Жауабы күткендегідей емес: 1.",
        ],
        "ru": [
            "required: в перечне нет такой строки: iprr; возможно, имелось в виду ipr?",
            "required: получено, но не ожидалось: ipr",
            "status: ожидалось: repealed, получено: in-force",
            "annex 3, 6(1) item 2: жеке бағдарлама",
            "Сценариев: 2. Ответ не тот, которого ждут: 1.",
        ],
    }
    assert " ".join(map(str.strip, rest)) == " ".join(said[lang])


def test_a_case_that_is_refused_says_why(tmp_path: Path) -> None:
    wrong = STORY | {"case": CASE | {"facts": {"disabilty": "group-1"}}}
    done = ran(written(tmp_path / "a.yaml", wrong))
    assert done.code == 1
    said = "unknown-fact: неизвестное значение: disabilty (возможно, имелось в виду disability?)"
    assert said in " ".join(done.out.split())


def test_for_other_programs(tmp_path: Path) -> None:
    file = written(tmp_path / "a.yaml", STORY, STORY | {"name": "Басқаша", "expect": {"required": REQUIRED[:3]}})
    done = ran(file, "--json")
    more = {"where": "required", "message": "required: получено, но не ожидалось: employer-cessation-document"}
    assert done.code == 1
    assert done.json == {
        "scenarios": 2,
        "failed": 1,
        "results": [
            {"file": file, "line": 1, "name": "Бірінші топ", "passed": True, "differences": []},
            {"file": file, "line": 2, "name": "Басқаша", "passed": False, "differences": [more]},
        ],
    }


@pytest.mark.parametrize("lang", LANGS)
def test_files_that_are_wrong_are_told_all_at_once(lang: Lang, tmp_path: Path) -> None:
    right, file = STORY | {"name": "Басқаша"}, tmp_path / "a.yaml"
    written(file, right | {"expect": {"require": []}}, right | {"law": {"annex 3, 66": "x"}})
    done = ran(str(file), lang=lang)
    assert (done.code, done.out) == (2, "")
    first, second, third, fourth = done.err.splitlines()
    assert [line.split(":")[2] for line in (first, second, third, fourth)] == ["1", "1", "2", "2"]
    assert not foreign_words(done.err.replace(str(file), ""), frozenset({"require", "required", "name", "annex", "yaml"}))
    assert [one["code"] for one in ran(str(file), "--json").errors] == [
        "unexpected-key",
        "scenario-name",
        "scenario-name",
        "citation-unresolved",
    ]


def test_other_rules(tmp_path: Path) -> None:
    case = {"service": "wheelchairs", "act": "town-2018-1", "on": "2018-06-01"}
    story = STORY | {"law": {"annex 1, 1": "x"}, "case": case, "expect": {"status": "in-force"}}
    assert ran(written(tmp_path / "a.yaml", story), "--rules", str(BASE)).code == 0


def test_the_bar_is_for_terminals(tmp_path: Path) -> None:
    done = process("rules", "test", written(tmp_path / "a.yaml", STORY), *QUICK)
    assert (done.code, done.err) == (0, "")


class TestRecording:
    @pytest.mark.parametrize("lang", LANGS)
    def test_what_is_written_down_can_be_tested(self, lang: Lang, tmp_path: Path) -> None:
        out = tmp_path / "story.yaml"
        case = json.dumps(CASE | {"person": PERSON}, ensure_ascii=False)
        done = ran("--record", "-", "--name", "Бірінші топ", "-o", str(out), given=case, lang=lang)
        assert (done.code, done.out, done.err) == (0, "", "")
        text = out.read_text(encoding="utf-8")
        assert text.startswith({"kk": "# Бұл – бағдарламаның жауабы", "ru": "# Это ответ программы"}[lang])
        assert [value for value in PERSON.values() if value in text] == []
        assert ran(str(out)).code == 0

    def test_nothing_is_written_over(self, tmp_path: Path) -> None:
        case, out = tmp_path / "case.json", tmp_path / "story.yaml"
        case.write_text(json.dumps(CASE), encoding="utf-8")
        out.write_text("mine", encoding="utf-8")
        refused = ran("--record", str(case), "-o", str(out))
        assert (refused.code, out.read_text(encoding="utf-8")) == (2, "mine")
        assert str(out) in refused.err
        assert ran("--record", str(case), "-o", str(out), "--force").code == 0
        assert out.read_text(encoding="utf-8") == ran("--record", str(case)).out

    def test_entries_can_be_put_one_after_the_other(self, tmp_path: Path) -> None:
        first = ran("--record", "-", "--name", "A", given=json.dumps(CASE)).out
        second = ran("--record", "-", "--name", "B", given=json.dumps(CASE)).out
        (tmp_path / "a.yaml").write_text(first + second, encoding="utf-8")
        assert ran(str(tmp_path), "--json").json["scenarios"] == 2
