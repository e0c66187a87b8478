"""A table is read as a spreadsheet of a Kazakh office saves it: its encoding and what divides its cells are found out."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.diagnostics.refusal import Refused
from eligibility.letters.bulk.heads import columns, nested
from eligibility.letters.bulk.rows import CaseRow, listed
from eligibility.words.text import Text
from tests.letters.examples import engine

HEAD = ["service", "act", "on", "person.surname", "facts.age", "letter.missing"]
RUSSIAN = st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяАБВЯ", min_size=3, max_size=12)
KAZAKH = st.text("әғқңөұүһіӘҒҚаб", min_size=3, max_size=12)
SIGNS = st.text("abc ,;\t\"'\n", max_size=5)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1251"]


def table(path: Path, rows: list[list[str]], delimiter: str = ";", encoding: str = "cp1251") -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def read(path: Path) -> list[CaseRow]:
    return list(listed(path, engine().pack).rows)


def cases(path: Path) -> list[Any]:
    return [row.plain for row in read(path)]


def codes(path: Path) -> list[str | None]:
    return [row.broken.code if row.broken else None for row in read(path)]


@given(st.lists(st.tuples(RUSSIAN, SIGNS), min_size=1, max_size=6), st.sampled_from(";,\t"), st.sampled_from(ENCODINGS))
@settings(max_examples=60, deadline=None)
def test_the_rows_are_the_same_however_the_table_is_saved(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str]], delimiter: str, encoding: str
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    rows = [HEAD, *(["wheelchairs", "kyzylorda-2015-118", "01.03.2016", name, "40", name + signs] for name, signs in said)]
    saved = table(folder / "saved.csv", rows, delimiter, encoding)
    plain = folder / "plain.jsonl"
    named = [nested({key: cell.strip() for key, cell in zip(HEAD, row, strict=True)}, engine().pack) for row in rows[1:]]
    plain.write_text("".join(json.dumps(row) + "\n" for row in named))
    assert [row.data for row in read(saved)] == [row.data for row in read(plain)]


@given(st.lists(KAZAKH, min_size=1, max_size=4), st.sampled_from(ENCODINGS[:3]))
@settings(max_examples=30, deadline=None)
def test_kazakh_letters_come_through_every_encoding_that_has_them(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], encoding: str
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    rows = [HEAD, *(["wheelchairs", "kyzylorda-2015-118", "01.03.2016", name, "40", ""] for name in names)]
    assert [case["person"]["surname"] for case in cases(table(folder / "t.csv", rows, ";", encoding))] == names


@pytest.mark.parametrize("name", ["Нұрлан".encode("cp1251", "replace"), "Әлиев".encode("kz1048"), "Өмір".encode("ptcp154")])
def test_a_name_whose_kazakh_letters_are_lost_is_told_and_not_printed(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / "t.csv"
    good = "wheelchairs;kyzylorda-2015-118;Иванов\r\n".encode("cp1251")
    path.write_bytes(b"service;act;person.surname\r\n" + good + b"wheelchairs;kyzylorda-2015-118;" + name + b"\r\n" + good)
    assert codes(path) == [None, "letters-lost", None]


def test_which_encoding_was_taken_is_said_where_it_is_not_utf8(tmp_path: Path) -> None:
    rows = [["service", "person.surname"], ["wheelchairs", "Иванов"]]
    how = {
        encoding: listed(table(tmp_path / f"{encoding}.csv", rows, ";", encoding), engine().pack).how
        for encoding in ("utf-8", "utf-16", "cp1251")
    }
    assert how["utf-8"] is None
    assert isinstance(how["cp1251"], Text)
    assert "Windows-1251" in how["cp1251"].ru
    assert "UTF-16" in str(how["utf-16"])


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("on", "01.03.2016", "2016-03-01"),
        ("on", "1.3.2016", "2016-03-01"),
        ("on", "2016-03-01", "2016-03-01"),
        ("on", "32.03.2016", "32.03.2016"),
        ("letter.accepted_on", "02.03.2016", "2016-03-02"),
        ("events.decision", "02.03.2016", "2016-03-02"),
        ("letter.term", "30.12.2018", "30.12.2018"),
        ("facts.elderly", "ИСТИНА", True),
        ("facts.elderly", "ложь", False),
        ("facts.elderly", "иә", True),
        ("facts.elderly", "нет", False),
        ("facts.elderly", "может быть", "может быть"),
        ("facts.age", "40", 40),
        ("person.phone", "87001112233", "87001112233"),
    ],
)
def test_a_cell_means_what_people_write_in_it(column: str, cell: str, value: Any) -> None:
    found: Any = nested({column: cell}, engine().pack)
    for key in column.split("."):
        found = found[key]
    assert found == value


@pytest.mark.parametrize("cell", ["50101500001", "9,00101E+11"])
def test_an_iin_that_a_spreadsheet_has_cut_is_refused(tmp_path: Path, cell: str) -> None:
    (row,) = read(table(tmp_path / "t.csv", [["service", "person.iin"], ["wheelchairs", cell]]))
    assert row.broken is not None
    assert (row.broken.code, str(row.broken.where)) == ("digits-lost", "person.iin")


def wrong(path: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(Refused) as found:
        listed(path, engine().pack)
    said = ((one.code, one.values) for one in found.value.diagnostics)
    return [(code, str(values.get("column", "")), str(values.get("guess", ""))) for code, values in said]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (["Услуга", "act", "on"], [("unknown-column", "A", "service")]),
        (["service", "act", "facts.agee"], [("unknown-column", "C", "facts.age")]),
        (["service", "Фамилия", "ИИН"], [("unknown-column", "B", "person.surname"), ("unknown-column", "C", "person.iin")]),
        (["service", "", "on"], [("unknown-column", "B", "")]),
        (["wheelchairs", "Иванов"], [("table-no-head", "", "")]),
    ],
)
def test_a_wrong_heading_is_one_mistake_that_names_the_column(
    tmp_path: Path, head: list[str], found: list[tuple[str, str, str]]
) -> None:
    rows = [head, *(["wheelchairs", "x", "y"][: len(head)] for _ in range(50))]
    assert wrong(table(tmp_path / "t.csv", rows)) == found


def test_a_name_in_the_place_of_a_heading_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(Refused) as found:
        listed(table(tmp_path / "t.csv", [["service", "Өтебаева 900101100004"]], encoding="utf-8"), engine().pack)
    assert "Өтебаева" not in found.value.diagnostics[0].message()


def test_a_remark_is_passed_over_and_nothing_else_is(tmp_path: Path) -> None:
    rows = [["letter.number", "service"], ["№", "# услуга"], ["#7", "wheelchairs"]]
    assert [row["letter"]["number"] for row in cases(table(tmp_path / "t.csv", rows, encoding="utf-8"))] == ["#7"]


def test_every_column_has_a_name_in_both_languages() -> None:
    named = columns(engine().pack)
    assert all(name.kk and name.ru for name in named.values())
    assert {"service", "on", "person.iin", "letter.number", "facts.age", "events.decision"} <= set(named)
