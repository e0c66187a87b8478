"""Files of people: what is read of each kind, and what is said of one that cannot be."""

import json
from pathlib import Path

import polars as pl
import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.population.opened import opened_table, reading
from eligibility.population.table_heading import ROW, RawColumn

COLUMNS = ("service", "on", "age")


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        opened_table(path)
    return caught.value.diagnostics[0].code


@pytest.mark.parametrize("divider", [";", ",", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_text_is_read_as_it_stands(tmp_path: Path, divider: str, mark: str) -> None:
    lines = [COLUMNS, ("s", "01.03.2016", "007"), (), ('"a\n b"', "", "17.0")]
    path = tmp_path / "people.csv"
    path.write_bytes((mark + "\r\n".join(map(divider.join, lines)) + "\r\n\r\n").encode())
    found = opened_table(path)
    assert found.columns == tuple(map(RawColumn, COLUMNS))
    assert found.rows.collect().rows() == [(1, "s", "01.03.2016", "007"), (3, "a\n b", None, "17.0")]


def test_two_columns_of_a_name_are_two(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("age,age,on\n1,2,3\n")
    assert [column.name for column in opened_table(path).columns] == ["age", "age", "on"]


@pytest.mark.parametrize("ending", [".jsonl", ".NDJSON"])
def test_lines_of_json_have_every_key_that_stands_anywhere(tmp_path: Path, ending: str) -> None:
    people = [{"age": 17, "b": True, "n": 20000.50}, {"age": "17.0", "n": "1"}] + [{"age": None}] * 2_000 + [{"late": "x"}]
    path = tmp_path / f"people{ending}"
    path.write_text("\n".join(map(json.dumps, people)))
    found = opened_table(path)
    assert [column.name for column in found.columns] == ["age", "b", "n", "late"]
    table = found.rows.collect()
    assert table.row(0) == (1, "17", "true", "20000.5", None)
    assert table.row(1) == (2, "17.0", None, "1", None)
    assert table.row(-1) == (2_003, None, None, None, "x")


def test_parquet_says_of_what_type_a_column_is(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    pl.DataFrame({"b": [True], "w": [1], "f": [1.0], "l": [["a"]]}).write_parquet(path)
    found = opened_table(path)
    assert [column.kind for column in found.columns] == ["truth", "whole", "other", "texts"]
    assert found.rows.collect()[ROW].to_list() == [1]


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "people.xls").write_text("service,on\n")
    assert refusal(tmp_path / "people.xls") == "people-format"
    assert refusal(tmp_path / "none.csv") == "no-file"
    for name, content, code in [
        ("head.csv", b"service;on\n", "people-none"),
        ("nothing.csv", b"", "people-unreadable"),
        ("other.csv", "қызмет;күн\n1;2\n".encode("utf-16"), "people-unreadable"),
        ("none.parquet", b"PAR1", "people-unreadable"),
        ("broken.jsonl", b'{"a": 1}\n{"a":\n', "people-unreadable"),
        ("twice.jsonl", b'{"a": 1, "a": 2}\n', "people-unreadable"),
        ("list.jsonl", b"[1]\n", "people-unreadable"),
        ("one.jsonl", b"1\n", "people-unreadable"),
        ("empty.jsonl", b"", "people-none"),
    ]:
        (tmp_path / name).write_bytes(content)
        assert refusal(tmp_path / name) == code, name


def test_damage_further_on_is_refused_where_it_is_come_upon(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"service;on\n" + b"a;b\n" * 200_000 + b"a;b;c\n")
    with pytest.raises(Refused) as caught, reading(path):
        opened_table(path).rows.collect()
    assert caught.value.diagnostics[0].code == "people-unreadable"
