"""JSON read strictly: how deep, which numbers, and where a mistake stands."""

import json
from decimal import Decimal

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.plain.strictjson import MAX_DEPTH, parse_json


def refused_json(content: str | bytes) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        parse_json(content, "case.json")
    [one] = refused.value.diagnostics
    return one.code, str(one.where)


def test_json_is_read_to_forty_levels() -> None:
    assert MAX_DEPTH == 40
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        inner = "1" if opening != "[" else ""
        whole = opening * 39 + inner + closing * 39
        assert parse_json(whole, "case.json")
        assert refused_json(opening * 41 + inner + closing * 41) == ("too-deep", "case.json")
    assert parse_json("[" * 40 + "]" * 40, "case.json")
    assert parse_json(json.dumps([[1]] * 100), "case.json") == [[1]] * 100


@pytest.mark.parametrize("content", ['{"a": NaN}', '{"a": Infinity}', '{"a": -Infinity}', '{"a": ' + "9" * 5000 + "}"])
def test_a_number_that_is_none(content: str) -> None:
    assert refused_json(content) == ("too-deep", "case.json")


def test_a_number_is_read_as_it_is_written() -> None:
    assert parse_json("[20000.50, 0.1, 1e2, 7]", "case.json") == [Decimal("20000.50"), Decimal("0.1"), Decimal("1e2"), 7]
    assert refused_json("1e99999999999999999999") == ("too-deep", "case.json")


def test_a_place_in_json_is_a_line_and_a_column() -> None:
    assert refused_json('{\n "a" 1}') == ("json-syntax", "case.json:2:6")
    assert refused_json('{"a": {"b": 1, "b": 1}}') == ("duplicate-key", "case.json")
    assert refused_json(b"\xff\xfe\xff") == ("not-utf8", "case.json")
