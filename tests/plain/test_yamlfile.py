"""YAML read strictly: what each word is, where everything stands, and which of YAML's liberties are refused."""

from typing import Any

import pytest

from eligibility.diagnostics.diagnostic import Place
from eligibility.plain.yamlfile import MAX_BYTES, MAX_DEPTH, YamlFile, read_yaml


def read(text: str) -> YamlFile:
    return read_yaml("a.yaml", text.encode())


def codes(text: str) -> list[tuple[str, str]]:
    return [(one.code, str(one.where)) for one in read(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("0", 0), ("-7", -7), ("130", 130)),
        *(("007", "007"), ("+7", "+7"), ("1.5", "1.5"), ("0x1f", "0x1f"), ("1_000", "1_000"), ("-0", 0), ("-", "-")),
        *(('"7"', "7"), ("'true'", "true"), ('""', ""), ("True", "True"), ("2018-01-10", "2018-01-10"), ("12:30", "12:30")),
        *(("1" * 17, int("1" * 17)), ("1" * 18, "1" * 18)),
    ],
)
def test_what_a_word_is(text: str, value: Any) -> None:
    found = read(f"a: {text}").data["a"] if text != "-" else value
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "y", "n", "Yes", "NO"])
def test_a_word_that_some_take_for_a_boolean_is_refused_as_a_value(word: str) -> None:
    assert codes(f"a: {word}") == [("yaml-yes-no", "a.yaml:1:4")]
    assert codes(f"a: [b, '{word}', \"{word}\"]") == []
    assert read(f"{word}: 1").data == {word: 1}


def test_everything_has_its_place() -> None:
    file = read('a:\n  - b: "cde"\n    f: g\n  - |\n    long\n')
    assert file.data == {"a": [{"b": "cde", "f": "g"}, "long\n"]}
    assert file.place(()) == Place("a.yaml", 1, 1)
    assert file.place(("a",)) == Place("a.yaml", 2, 3)
    assert file.place(("a", 0, "b")) == Place("a.yaml", 2, 8)
    assert file.keys[("a", 0, "f")] == Place("a.yaml", 3, 5)
    assert file.place(("a", 0, "none", 3)) == file.place(("a", 0)) == Place("a.yaml", 2, 5)
    assert file.place(("none",)) == Place("a.yaml", 1, 1)
    assert file.inside(("a", 0, "b"), 2) == Place("a.yaml", 2, 11)
    assert file.inside(("a", 0, "f"), 0) == Place("a.yaml", 3, 8)
    assert file.inside(("a", 1), 3) == file.place(("a", 1)) == Place("a.yaml", 4, 5)
    assert read("").place(("a",)) == Place("a.yaml", 1, 1)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: &x [1]\nb: *x\n", "yaml-alias", "a.yaml:2:4"),
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", "a.yaml:3:1"),
        ("1: a\n1: b\n", "yaml-duplicate-key", "a.yaml:2:1"),
        ("? [a]\n: 1\n", "yaml-key", "a.yaml:1:3"),
        ("a: {b, c: 1}\n", "yaml-no-colon", "a.yaml:1:5"),
        ("a: {b: c, d, e, f: 1}\n", "yaml-comma", "a.yaml:1:11"),
        ("a: \x07\n", "yaml-syntax", "a.yaml:1:4"),
        ("a: 1\n---\nb: 2\n", "yaml-syntax", "a.yaml:2:1"),
    ],
)
def test_what_is_refused(text: str, code: str, place: str) -> None:
    assert codes(text) == [(code, place)]


def test_what_is_not_utf8_is_refused_at_its_byte() -> None:
    [one] = read_yaml("a.yaml", "a: й\nб: ".encode() + b"\xe9").diagnostics
    assert (one.code, str(one.where)) == ("yaml-not-utf8", "a.yaml:2:4")


def test_the_second_of_two_keys_is_not_taken() -> None:
    assert read("a: 1\na: 2\n? [b]\n: 1\nc: 3\n").data == {"a": 1, "c": 3}


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_forty_levels_are_read_and_one_more_is_not(opening: str, closing: str) -> None:
    assert MAX_DEPTH == 40
    assert codes(opening * 40 + closing * 40) == []
    assert codes(opening * 41 + closing * 41) == [("yaml-too-deep", f"a.yaml:1:{40 * len(opening) + 1}")]


def test_a_million_bytes_are_read_and_one_more_is_not() -> None:
    assert MAX_BYTES == 1_000_000
    assert read_yaml("a.yaml", b"#" * 1_000_000).diagnostics == []
    [one] = read_yaml("a.yaml", b"#" * 1_000_001).diagnostics
    assert (one.code, one.where) == ("yaml-too-large", Place("a.yaml", 1, 1))
    assert one.message() == "the file has 1000001 bytes, more than 1000000"
