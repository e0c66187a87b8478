"""The slips that make a file no YAML are named, each where it was made and not where the parser stumbled."""

import pytest

from eligibility.plain.yamlfile import read_yaml

SLIPS = [
    # tabs and special spaces
    ("a: 1\n\tb: 2\n", "yaml-tab", "2:1"),
    ("a:\n  -\tb: 1\n\t  c: 2\n", "yaml-tab", "2:4"),
    ("a:\u00a0b\nc: 1\n", "yaml-space", "1:3"),
    ("a:\n  - b: 1\n\u00a0\u00a0\u00a0 c: 2\n", "yaml-space", "3:1"),
    ("a\u00a0: 1\n", "yaml-space", "1:1"),
    # colons
    ("a: b: c\n", "yaml-colon", "1:5"),
    ("a: b:\n", "yaml-colon", "1:5"),
    ("a: {kk: b: c, ru: d}\n", "yaml-colon", "1:10"),
    ("a: 1\nb c\nd: 2\n", "yaml-no-colon", "2:1"),
    ("a: 1\nb:c\nd: 2\n", "yaml-no-colon", "2:1"),
    ("b:c\nd: 2\n", "yaml-no-colon", "1:1"),
    ("  b c\n  d: 2\n", "yaml-no-colon", "1:3"),
    # commas
    ("a: {kk: b, c, ru: d}\n", "yaml-comma", "1:12"),
    ("a: {kk: «b, c», d, ru: e}\n", "yaml-comma", "1:13"),
    # brackets
    ("- {a: b in [c, d], e: 1}\n", "yaml-bracket", "1:12"),
    ("- {a: b {n} c, e: 1}\n", "yaml-bracket", "1:9"),
    ("- {a: {n} c, e: 1}\n", "yaml-bracket", "1:7"),
    ("a: {n} c\nb: 1\n", "yaml-bracket", "1:4"),
    ("- {a: 1\n- {b: 1}\n", "yaml-unclosed", "1:3"),
    ("a: [1\n", "yaml-unclosed", "1:4"),
    ("a: {b: 1, c: [2, 3}\n", "yaml-syntax", "1:19"),
    ("a: {b: 1}}\n", "yaml-syntax", "1:10"),
    # quotes and signs
    ('a: "b\nc: 1\n', "yaml-quote", "1:4"),
    ("a: 'b'c'\nd: 1\n", "yaml-after-quote", "1:7"),
    ('a: {b: "c" d, e: 1}\n', "yaml-after-quote", "1:12"),
    ("a: @b\n", "yaml-sign", "1:4"),
    ("a: `b`\n", "yaml-sign", "1:4"),
    ("a: , b\n", "yaml-sign", "1:4"),
    ("a: > b\n", "yaml-sign", "1:4"),
    # columns
    ("a: 1\n  b: 2\n", "yaml-indent", "2:4"),
    ("a:\n    b: 1\n  c: 2\n", "yaml-indent", "3:3"),
    ("a:\n  - b: 1\n   c: 2\n", "yaml-indent", "3:4"),
    ("a: 1\n- b\n", "yaml-indent", "2:1"),
    ("- a\nb: 1\n", "yaml-indent", "2:1"),
]


@pytest.mark.parametrize(("text", "code", "place"), SLIPS)
@pytest.mark.parametrize("above", ["", "# нөл\n\n"])
def test_a_slip_is_named_where_it_was_made(text: str, code: str, place: str, above: str) -> None:
    line, column = place.split(":")
    there = f"a.yaml:{int(line) + above.count(chr(10))}:{column}"
    assert [(one.code, str(one.where)) for one in read_yaml("a.yaml", (above + text).encode()).diagnostics] == [(code, there)]


@pytest.mark.parametrize(
    "text",
    [
        "a: 9:00\n",
        "a: «b, c»\n",
        "a: b [c] {d}\n",
        "a: № 5 от\u00a05 мая\n",
        "- {a: b, c: (d, e: 1)}\n",
        "a: {kk: ма?, ru: да?}\n",
        'a: {kk: "b, c", ru: "d: e"}\n',
        "a: >-\n  b: c, d\n",
        "a: {b: , c: 1}\n",
    ],
)
def test_what_is_no_slip_is_read(text: str) -> None:
    assert read_yaml("a.yaml", text.encode()).diagnostics == []
