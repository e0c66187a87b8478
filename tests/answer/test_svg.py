"""Lines of text as the pictures hold them, and what a template writes."""

import pytest

from eligibility.answer import svg
from eligibility.answer.svg import fitted


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("один два три", 48, ["один два", "три"]),
        ("один два три", 47, ["один", "два три"]),
        ("абвгдежз", 18, ["абв", "где", "жз"]),
        ("абв", 1, ["а", "б", "в"]),
        ("  один \n два ", 600, ["один два"]),
        ("см. пункт 6", 48, ["см.", "пункт 6"]),
        ("", 100, [""]),
    ],
)
def test_lines_are_as_long_as_fits(text: str, room: float, lines: list[str]) -> None:
    assert fitted(text, room, 10) == lines


def test_bold_lines_are_shorter() -> None:
    assert fitted("один два три", 50, 10) == ["один два", "три"]
    assert fitted("один два три", 50, 10, bold=True) == ["один", "два три"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1.26, "1.3"),
        (2, "2"),
        (2.0, "2"),
        ("а\x00б\tв", "а\N{REPLACEMENT CHARACTER}б\tв"),
        ('<a title="x">&', "&lt;a title=&#34;x&#34;&gt;&amp;"),
    ],
)
def test_numbers_are_written_short_and_what_no_xml_may_hold_is_replaced(value: object, written: str) -> None:
    assert svg._environment().from_string("{{ value }}").render(value=value) == written


def test_what_a_part_of_a_template_wrote_is_written_as_it_is() -> None:
    template = "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}{{ bold(text) }}"
    assert svg._environment().from_string(template).render(text="<\x01") == "<b>&lt;\N{REPLACEMENT CHARACTER}</b>"
