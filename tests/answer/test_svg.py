"""Shapes and lines of text, as the pictures are made of them."""

import pytest

from eligibility.answer.svg import Picture, wrapped


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("один два три", 48, ["один два", "три"]),
        ("один два три", 47, ["один", "два три"]),
        ("абвгдежз", 18, ["абв", "где", "жз"]),
        ("абв", 1, ["а", "б", "в"]),
        ("а абвгд", 18, ["а", "абв", "гд"]),
        ("  один \n два ", 600, ["один два"]),
        ("", 100, [""]),
    ],
)
def test_lines_are_as_long_as_fits(text: str, room: float, lines: list[str]) -> None:
    assert wrapped(text, room, 10) == lines


def test_bold_lines_are_shorter() -> None:
    def lines(**look: str) -> list[str | None]:
        picture = Picture()
        below = picture.paragraph(5, 20, "один два три", 50, 10, **look)
        assert below == 20 + 14 * 2
        assert [(one.get("x"), one.get("y")) for one in picture.root] == [("5", "20"), ("5", "34")]
        return [one.text for one in picture.root]

    assert lines() == ["один два", "три"]
    assert lines(font_weight="bold") == ["один", "два три"]


def test_numbers_are_written_short_and_what_no_xml_may_hold_is_replaced() -> None:
    picture = Picture()
    picture.text(1.26, 2, "а\x00б\tв", 11, fill="red")
    picture.rect(0, 0, 1, 1, "\x01")
    picture.rect(0, 0, 1, 1)
    text, titled, plain = picture.root
    assert text.attrib == {"x": "1.3", "y": "2", "font-size": "11", "fill": "red"}
    assert text.text == "а\N{REPLACEMENT CHARACTER}б\tв"
    assert titled[0].text == "\N{REPLACEMENT CHARACTER}"
    assert list(plain) == []
