"""Where each kind of paragraph stands on a terminal."""

import io

import pytest

from eligibility.answer.told import Told
from eligibility.cli.layout import lay_out
from eligibility.words.text import Text

LONG = "слово " * 20


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")


def laid(*told: Told) -> list[str]:
    screen = io.StringIO()
    lay_out(told, screen)
    return screen.getvalue().splitlines()


def alike(text: str) -> Text:
    return Text(text, text)


def columns(*told: Told) -> list[int]:
    """In which each line begins."""
    return [len(line) - len(line.lstrip()) for line in laid(*told)]


def test_a_section_stands_apart_and_a_title_does_not() -> None:
    assert laid(Told("title", alike("А")), Told("section", alike("Б")), Told("text", alike("В"))) == ["А", "", "Б", "В"]


def test_what_belongs_to_nothing_before_it_stands_apart() -> None:
    assert laid(Told("item", alike("А")), Told("text", alike("Б"), apart=True)) == [" А", "", "Б"]


def test_a_sign_stands_before_what_hangs_beside_it() -> None:
    item = Told("item", alike(LONG), sign="☐")
    assert laid(item)[0].startswith(" ☐ слово")
    assert columns(item) == [1, 3, 3, 3]


def test_notes_stand_below_the_text_of_their_item() -> None:
    note = Told("note", alike("слово"), sign="!")
    assert columns(Told("item", alike("А"), sign="☐"), note) == [1, 3]
    assert columns(Told("item", alike("А"), sign="7", service="any"), note) == [2, 5]
    assert laid(Told("item", alike("А"), sign="12", service="any"), note) == [" 12  А", "     ! слово"]


def test_numbers_end_in_one_column_and_their_lines_begin_in_one() -> None:
    one, ten = (Told("item", alike(LONG), sign=number, service="any") for number in ("1", "10"))
    assert columns(one) == [2, 5, 5, 5]
    assert columns(ten) == [1, 5, 5, 5]


def test_what_begins_with_its_name_hangs() -> None:
    assert columns(Told("text", alike(LONG), labelled=True)) == [0, 2, 2, 2]
    assert columns(Told("text", alike(LONG))) == [0, 0, 0, 0]


def test_a_command_is_not_broken() -> None:
    assert laid(Told("command", alike(LONG.strip()))) == [f"  {LONG.strip()}"]


def test_nothing_is_shown_of_what_is_not_told_in_this_language() -> None:
    assert laid(Told("text", Text("", "")), Told("text", alike("А"))) == ["А"]
