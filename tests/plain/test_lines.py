"""Lines of a limited length, and the line plain data are hashed by."""

from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.plain.canonical import canonical, digest
from eligibility.plain.lines import next_line, numbered


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", []),
        (b"abcd\nab", [b"abcd\n", b"ab"]),
        (b"abcde\n", [b"abcde\n"]),
        (b"abcdef\nab\n", [b"abcdef", b"ab\n"]),
        (b"a" * 40 + b"\nab", [b"aaaaaa", b"ab"]),
        (b"a" * 40, [b"aaaaaa"]),
    ],
)
def test_a_long_line_is_cut_and_the_next_one_is_whole(content: bytes, lines: list[bytes]) -> None:
    file = BytesIO(content)
    assert list(iter(lambda: next_line(file, 5), b"")) == lines


def test_a_text_may_end_its_lines_as_old_spreadsheets_did() -> None:
    file = StringIO("aaaaa\rbbbbbbbbb\rc", newline="")
    assert list(iter(lambda: next_line(file, 5), "")) == ["aaaaa\r", "bbbbbb", "c"]


def test_blank_lines_are_counted_and_an_overlong_one_is_told() -> None:
    assert list(numbered(BytesIO(b"a\n\n  \nb\n" + b" " * 9 + b"c\nd"), 5)) == [
        (1, b"a\n"),
        (4, b"b\n"),
        (5, b" " * 6),
        (6, b"d"),
    ]


@given(st.dictionaries(st.text(), st.integers() | st.text()))
def test_the_order_of_keys_is_no_part_of_the_hash(data: dict[str, object]) -> None:
    assert canonical(data) == canonical(dict(reversed(data.items())))
    assert digest(data) == digest(dict(reversed(data.items())))


def test_half_a_pair_can_be_hashed() -> None:
    assert canonical({"б": "\ud800"}) == '{"б":"'.encode() + b'\xed\xa0\x80"}'
