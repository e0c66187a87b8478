"""What can be done with the result of an interview: kept in a file, printed, opened in a browser."""

import os
import signal
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import typed
from tests.cli.terminal import Screen

CHAIRS = ("wheelchairs", "--act", "kyzylorda-2015-118", "--on", "2016-03-01")
MENU = "Что сделать дальше?"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def program(folder: Path, name: str, script: str) -> Path:
    """A program of ours in the place of the system's."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    folder = tmp_path / "programs"
    folder.mkdir()
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def at_the_menu(home: Path, environment: Mapping[str, str]) -> Screen:
    """An interview at its end."""
    screen = Screen(*CHAIRS, folder=home, environment=environment)
    screen.files_for()
    screen.types("2")
    screen.sees("Ваши ответы")
    screen.types("")
    screen.reads_to(MENU)
    return screen


def without_printer(programs: Path) -> dict[str, str]:
    return {"PATH": str(programs), "BROWSER": "/nowhere"}


class TestCase:
    def test_is_read_back_by_check(self, home: Path) -> None:
        path = home / "case.yaml"
        asked = typed("ask", *CHAIRS, "--save", str(path), "--json", given="2\n\n")
        checked = typed("check", str(path), "--json")
        assert asked.json | {"receipt": None} == checked.json | {"receipt": None}
        assert asked.json["receipt"]["case"] == checked.json["receipt"]["case"]

    def test_is_for_the_eyes_of_its_owner_and_tells_which_service_it_is_of(self, home: Path) -> None:
        path = home / "case.yaml"
        typed("ask", *CHAIRS, "--save", str(path), given="2\n\n")
        assert mode(path) == 0o600
        assert (
            path.read_text("utf-8").splitlines()[0]
            == "# Мүгедектерге кресло-арбалар беру / Предоставление инвалидам кресло-колясок"
        )

    def test_is_kept_too_where_there_is_no_edition_to_answer_by(self, home: Path) -> None:
        path = home / "case.yaml"
        named = ("unemployed-certificate", "--region", "kyzylorda-region", "--on", "2016-03-01")
        asked = typed("ask", *named, "--save", str(path), "--json")
        assert asked.json["edition"] is None
        assert asked.json | {"receipt": None} == typed("check", str(path), "--json").json | {"receipt": None}

    def test_is_kept_as_far_as_it_was_told(self, home: Path) -> None:
        path = home / "case.yaml"
        typed("ask", *CHAIRS, "--save", str(path), given="в\n")
        assert typed("check", str(path)).code == 0

    def test_never_takes_the_place_of_another_file(self, home: Path) -> None:
        path = home / "case.yaml"
        path.write_text("kept")
        done = typed("ask", *CHAIRS, "--save", str(path), given="2\n\n")
        assert (done.code, done.out, path.read_text()) == (2, "", "kept")
        assert "такой файл уже есть" in done.err
        assert "> " not in done.err, "nothing is asked in vain"

    def test_a_folder_that_is_not_there_is_told(self, home: Path) -> None:
        done = typed("ask", *CHAIRS, "--save", str(home / "no" / "case.yaml"), given="2\n\n")
        assert (done.code, "не удается записать" in done.err or "нельзя записать" in done.err) == (4, True)


class TestMenu:
    def test_is_there_for_a_reader_at_a_terminal_alone(self) -> None:
        assert MENU not in typed("ask", *CHAIRS, given="2\n\n").err

    def test_is_not_there_for_who_leaves(self, home: Path) -> None:
        screen = Screen(*CHAIRS, folder=home)
        screen.types("в")
        assert MENU not in screen.ends()[1]

    def test_keeps_the_answers_under_a_name_that_is_free(self, home: Path, programs: Path) -> None:
        (home / "case.yaml").symlink_to(home / "elsewhere")
        screen = at_the_menu(home, without_printer(programs))
        screen.types("1")
        screen.sees("case-2.yaml")
        screen.types("1")
        screen.sees("case-3.yaml")
        screen.types("7")
        screen.sees("Такого номера нет. Введите номер от 1 до 4.")
        screen.types("в")
        assert screen.ends()[0] == 0
        assert not (home / "elsewhere").exists()
        assert {mode(home / f"case-{at}.yaml") for at in (2, 3)} == {0o600}

    def test_a_folder_that_cannot_be_written_is_told_and_the_menu_stays(self, home: Path, programs: Path) -> None:
        screen = at_the_menu(home, without_printer(programs))
        home.rmdir()
        screen.types("1")
        screen.sees(MENU)
        screen.types("в")
        assert screen.ends()[0] == 0

    def test_without_a_printer_the_list_is_kept_to_be_printed(self, home: Path, programs: Path) -> None:
        screen = at_the_menu(home, without_printer(programs))
        screen.types("2")
        screen.sees("Сохранено, прочитать файл можете только Вы")
        screen.sees(MENU)
        screen.child.sendeof()
        assert screen.ends()[0] == 0
        (path,) = home.iterdir()
        assert mode(path) == 0o600
        assert path.name in ("checklist.pdf", "checklist.html")

    def test_control_c_leaves(self, home: Path, programs: Path) -> None:
        screen = at_the_menu(home, without_printer(programs))
        screen.interrupts()
        assert screen.ends()[0] == 130


class TestPrinter:
    @pytest.fixture(autouse=True)
    def _pdf(self) -> None:
        pytest.importorskip("typst")

    def environment(self, programs: Path, script: str) -> dict[str, str]:
        program(programs, "lp", script)
        return {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}

    def test_is_given_the_list_and_no_file_is_left(self, home: Path, programs: Path) -> None:
        screen = at_the_menu(home, self.environment(programs, f"cat > '{programs}/printed'"))
        screen.types("2")
        screen.sees("Принтер принял список.")
        screen.types("в")
        assert screen.ends()[0] == 0
        assert (programs / "printed").read_bytes().startswith(b"%PDF")
        assert list(home.iterdir()) == []

    def test_that_takes_nothing_leaves_a_file(self, home: Path, programs: Path) -> None:
        screen = at_the_menu(home, self.environment(programs, "exit 1"))
        screen.types("2")
        screen.sees("Принтер не принял список.")
        screen.sees("checklist.pdf")
        screen.types("в")
        assert screen.ends()[0] == 0
        assert [path.name for path in home.iterdir()] == ["checklist.pdf"]


class TestBrowser:
    """The browser is a program that notes what it was given to show."""

    def shown(self, home: Path, programs: Path) -> tuple[Screen, Path]:
        note = programs / "note"
        browser = program(programs, "browser", f"printf %s \"$1\" > '{note}'")
        screen = at_the_menu(home, {"BROWSER": str(browser), "TMPDIR": str(programs)})
        screen.types("3")
        screen.sees("Когда прочитаете, нажмите Enter")
        screen.sees("> ")
        return screen, Path(note.read_text().removeprefix("file://"))

    def test_shows_a_page_that_only_its_reader_can_read(self, home: Path, programs: Path) -> None:
        screen, page = self.shown(home, programs)
        assert (mode(page), mode(page.parent)) == (0o600, 0o700)
        assert "кресло-колясок" in page.read_text("utf-8")
        screen.child.sendline("")
        screen.sees("Страница удалена.")
        assert not page.parent.exists()
        screen.types("в")
        assert screen.ends()[0] == 0

    @pytest.mark.parametrize("end", ["control-c", "control-d", "quit", "window closed", "told to end"])
    def test_the_page_is_gone_however_the_reading_ends(self, home: Path, programs: Path, end: str) -> None:
        screen, page = self.shown(home, programs)
        assert page.exists()
        match end:
            case "control-c":
                screen.child.sendintr()
            case "control-d":
                screen.child.sendeof()
            case "quit":
                screen.child.sendline("в")
            case "window closed":
                screen.child.kill(signal.SIGHUP)
            case _:
                screen.child.kill(signal.SIGTERM)
        said = screen.ends()[1]
        assert "Traceback" not in said
        assert not page.parent.exists()

    def test_where_there_is_none_that_is_told(self, home: Path, programs: Path) -> None:
        screen = at_the_menu(home, {**without_printer(programs), "DISPLAY": "", "TMPDIR": str(programs)})
        screen.types("3")
        screen.sees("Браузер не найден.")
        screen.types("в")
        assert screen.ends()[0] == 0
        assert not list(programs.glob("eligibility-*"))


def test_where_no_list_is_known_there_is_none_to_print(home: Path) -> None:
    """Of an ambulance of today nothing is known that anybody would bring."""
    screen = Screen("ambulance", "--region", "almaty-region", "--on", "2026-12-01", folder=home)
    said = screen.reads_to("закончить")
    assert "сохранить ответы в файле" in said
    assert "перечень документов" not in said.split(MENU)[1]
    screen.types("2")
    assert screen.ends()[0] == 0


def test_a_list_for_one_trip_is_kept_as_it_was_read(home: Path) -> None:
    chosen = ("--region", "kyzylorda-region", "--on", "2016-03-01", "--take", "wheelchairs", "--take", "sanatorium-treatment")
    screen = Screen(*chosen, spoken="screen", folder=home)
    while screen.child.expect_exact(["Сохранить этот перечень в файле?", "следующие строки", "не знаю"]):
        screen.types("0" if "не знаю" in str(screen.child.after) else "")
    screen.types("1")
    screen.sees("trip.txt")
    assert screen.ends()[0] == 0
    assert mode(home / "trip.txt") == 0o600
    kept = (home / "trip.txt").read_text(encoding="utf-8")
    assert kept.startswith("Один общий перечень на одну поездку")
    assert "☐ индивидуальная программа реабилитации инвалида" in kept
