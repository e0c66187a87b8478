"""`rules test --record` without a case: somebody is asked for it, says what should come out, and has it written down."""

from io import StringIO
from pathlib import Path

import pytest

from eligibility.review.scenarios import Scenario, read_scenarios
from eligibility.words.text import LANGS, Lang
from tests.cli.running import Done, typed
from tests.cli.terminal import Screen
from tests.cli.unfit_lines import slips

QUICK = ("--engine", "direct")
BASE = Path(__file__).parents[1] / "broken" / "_base"
REQUIRED = ["application", "ipr", "accident-act", "employer-cessation-document"]
CASE = {
    "service": "wheelchairs",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "facts": {"disability": "group-1"},
}
NO_PAPERS_SAID = ""


def recording(*arguments: str, lang: Lang = "ru") -> Screen:
    told = {"ELIGIBILITY_LANG": lang, "NO_COLOR": "1"}
    return Screen("test", "--record", *arguments, *QUICK, spoken="rules", rows=60, environment=told)


def wheelchair(screen: Screen, presented: str = NO_PAPERS_SAID) -> None:
    """The case by the interview: day, act, service, for whom, the one question, nothing changed, the documents presented."""
    for typed_line in ("01.03.2016", "118", "арба", "1", "1", "2", "", presented):
        screen.types(typed_line)


def answered(screen: Screen, *lines: str) -> None:
    for line in lines:
        screen.types(line)


def read(path: Path) -> Scenario:
    [found] = read_scenarios(path.name, path.read_bytes())
    assert found.problems == ()
    return found


def run(path: Path) -> Done:
    return typed("rules", "test", str(path), *QUICK)


class TestStory:
    @pytest.mark.parametrize("lang", LANGS)
    def test_what_the_author_leaves_as_it_is_passes(self, lang: Lang, tmp_path: Path) -> None:
        out = tmp_path / "mine.yaml"
        screen = recording("-o", str(out), lang=lang)
        screen.child.logfile_read = StringIO()
        wheelchair(screen)
        answered(screen, "", "", "өтініш", "", "Бірінші топ")
        code, said = screen.ends()
        shown = screen.child.logfile_read.getvalue().replace(str(out), "mine.yaml").replace("> \r\n", "\n")
        assert (code, list(slips(shown))) == (0, [])
        assert {"kk": "Бағдарлама бүгін дәл осылай жауап береді.", "ru": "Сегодня программа отвечает именно так."}[lang] in said
        scenario = read(out)
        assert (scenario.name, scenario.law) == ("Бірінші топ", {"annex 3, 6(1) item 1": "өтініш"})
        assert scenario.case == CASE
        assert scenario.expect == {
            "status": "in-force",
            "required": REQUIRED,
            "not_required": [],
            "undetermined": {},
            "outcomes": ["notification"],
        }
        assert run(out).code == 0

    def test_a_line_that_is_wrong_fails_until_the_rules_are_mended(self, tmp_path: Path) -> None:
        out = tmp_path / "mine.yaml"
        screen = recording("-o", str(out), "--name", "Без программы")
        wheelchair(screen)
        answered(screen, "3", "1")
        assert "индивидуальная программа реабилитации инвалида: не требуется" in screen.sees("по программе")
        answered(screen, "")
        screen.sees("Enter – annex 3, 6(1) item 2, как в программе")
        answered(screen, "6(1) item 77", "6(1) item 4", "программа не названа", "")
        code, said = screen.ends()
        different = ["required: получено, но не ожидалось: ipr", "not_required: ожидалось, но не получено: ipr"]
        assert code == 1
        assert [line.strip() for line in said.splitlines() if "ipr" in line] == different
        assert read(out).law == {"annex 3, 6(1) item 4": "программа не названа"}
        done = run(out)
        assert (done.code, [line.strip() for line in done.out.splitlines() if "ipr" in line]) == (1, different)

    def test_documents_presented_make_a_file_that_is_complete_or_not(self, tmp_path: Path) -> None:
        out = tmp_path / "mine.yaml"
        screen = recording("-o", str(out))
        wheelchair(screen, presented="1, 2")
        screen.sees("Представленный пакет документов полон: нет")
        answered(screen, "", "", "заявление", "", "Не все")
        assert screen.ends()[0] == 0
        assert (read(out).case["submitted"], read(out).expect["intake"]) == (["application", "ipr"], {"complete": False})

    def test_a_document_that_the_rules_do_not_know(self, tmp_path: Path) -> None:
        out = tmp_path / "mine.yaml"
        screen = recording("-o", str(out), "--name", "Справка")
        wheelchair(screen)
        answered(screen, "+", "a-new-paper", "", "6(1)", "справка", "")
        assert screen.ends()[0] == 1
        assert read(out).expect["required"] == [*REQUIRED, "a-new-paper"]

    def test_a_day_on_which_the_act_is_silent_is_cited_too(self, tmp_path: Path) -> None:
        out = tmp_path / "mine.yaml"
        screen = recording("-o", str(out), "--name", "Рано")
        answered(screen, "09.08.2015", "118", "арба", "1", "2", "", "", "act 1", "сөзі", "")
        assert screen.ends()[0] == 0
        assert (read(out).expect, read(out).law) == ({"status": "not-adopted"}, {"act 1": "сөзі"})

    def test_other_rules_by_the_region(self, tmp_path: Path) -> None:
        out = tmp_path / "mine.yaml"
        screen = recording("-o", str(out), "--rules", str(BASE), "--name", "Бөтен")
        answered(screen, "01.06.2018", "2", "1", "1", "0", "", "", "", "", "сөзі", "")
        assert screen.ends()[0] == 0
        assert run(out).code == 1
        assert typed("rules", "test", str(out), "--rules", str(BASE), *QUICK).code == 0


class TestNothingIsWritten:
    @pytest.mark.parametrize("before", [(), ("01.03.2016",), ("01.03.2016", "118", "арба", "1", "1", "2", "", "", "3")])
    @pytest.mark.parametrize("how", ["interrupt", "end of input", "leaving"])
    def test_where_somebody_stops(self, how: str, before: tuple[str, ...], tmp_path: Path) -> None:
        out = tmp_path / "mine.yaml"
        screen = recording("-o", str(out))
        answered(screen, *before)
        if how == "interrupt":
            screen.interrupts()
        elif how == "end of input":
            screen.sees("> ")
            screen.child.sendeof()
        else:
            screen.types("q")
        code, said = screen.ends()
        assert (code, "Ничего не записано." in said, out.exists()) == (130, True, False)

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("arguments", [(), ("-o", "mine.yaml"), ("--name", "A")])
    def test_without_a_terminal(self, lang: Lang, arguments: tuple[str, ...]) -> None:
        done = typed("rules", "test", *QUICK, "--record", *arguments, lang=lang)
        assert (done.code, done.out) == (2, "")
        assert {"kk": "терминал алдында", "ru": "за терминалом нет никого"}[lang] in done.err

    def test_where_a_file_is_already(self, tmp_path: Path) -> None:
        out = tmp_path / "mine.yaml"
        out.write_text("mine", encoding="utf-8")
        code, said = recording("-o", str(out)).ends()
        assert (code, out.read_text(encoding="utf-8")) == (2, "mine")
        assert "такой файл уже есть" in said

    @pytest.mark.parametrize("name", ["mine.txt", "nowhere/mine.yaml"])
    def test_where_a_scenario_cannot_stand(self, name: str, tmp_path: Path) -> None:
        assert recording("-o", str(tmp_path / name)).ends()[0] in (2, 4)

    def test_a_word_after_record_is_a_file(self, tmp_path: Path) -> None:
        done = typed("rules", "test", "--record", str(tmp_path / "case.yaml"), *QUICK)
        assert (done.code, "case.yaml" in done.err) == (2, True)


class TestAppending:
    def test_it_stands_at_the_end_and_its_name_is_its_own(self, tmp_path: Path) -> None:
        out = tmp_path / "mine.yaml"
        before = (
            "# Mine\nservice: wheelchairs\nact: kyzylorda-2015-118\nscenarios:\n\n"
            '  - {name: Бірінші, case: {"on": 2016-03-01}, expect: {status: in-force}}\n'
        )
        out.write_text(before, encoding="utf-8")
        screen = recording("-o", str(out), "--append")
        wheelchair(screen)
        answered(screen, "", "", "өтініш", "", "Бірінші", "Екінші")
        assert screen.ends()[0] == 0
        assert out.read_text(encoding="utf-8").startswith(before)
        assert [one.name for one in read_scenarios("mine.yaml", out.read_bytes())] == ["Бірінші", "Екінші"]
        assert run(out).code == 0
        assert recording("-o", str(out), "--append", "--name", "Екінші").ends()[0] == 2

    def test_a_case_from_a_file_can_be_added_too(self, tmp_path: Path) -> None:
        case, out = tmp_path / "case.yaml", tmp_path / "mine.yaml"
        case.write_text('service: wheelchairs\nact: kyzylorda-2015-118\n"on": 2016-03-01\n', encoding="utf-8")
        for name in ("A", "B"):
            done = typed("rules", "test", "--record", str(case), "--name", name, "-o", str(out), "--append", *QUICK)
            assert (done.code, done.err) == (0, "")
        assert run(out).code == 0
