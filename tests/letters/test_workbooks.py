"""An Excel workbook is read as a table of values, and one that is more than that is refused before anything reads it."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import Refused
from eligibility.letters.bulk import workbooks
from eligibility.letters.bulk.example import SUFFIXES, example_table, written
from eligibility.letters.bulk.rows import listed
from eligibility.words.text import LANGS, Lang
from tests.letters.examples import engine

SHEET = "xl/worksheets/sheet1.xml"
STYLES = "xl/styles.xml"
HEAD = ["service", "on", "facts.age", "person.iin", "letter.number"]
DAYS = b'<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'

Change = Callable[[bytes], bytes]


def book(
    path: Path, rows: list[list[str]], changes: dict[str, Change] | None = None, more: dict[str, bytes] | None = None
) -> Path:
    parts = ZipFile(io.BytesIO(written(rows, path)))
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name in parts.namelist():
            content = parts.read(name)
            made.writestr(name, (changes or {}).get(name, bytes)(content))
        for name, content in (more or {}).items():
            made.writestr(name, content)
    return path


def with_row(*cells: str) -> Change:
    row = f"<row>{''.join(cells)}</row></sheetData>".encode()
    return lambda sheet: sheet.replace(b"</sheetData>", row)


def read(path: Path) -> list[Any]:
    return [row.plain if row.data else row.broken for row in listed(path, engine().pack).rows]


def refused(path: Path) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as found:
        listed(path, engine().pack)
    (one,) = found.value.diagnostics
    return one.code, dict(one.values)


def test_days_and_numbers_are_what_the_office_sees(tmp_path: Path) -> None:
    cells = (
        '<c t="inlineStr"><is><t>wheelchairs</t></is></c>',
        '<c s="2"><v>42430</v></c>',
        "<c><v>40</v></c>",
        "<c><v>900101100004</v></c>",
        "<c><v>15</v></c>",
    )
    changes: dict[str, Change] = {SHEET: with_row(*cells), STYLES: lambda styles: styles.replace(b"</cellXfs>", DAYS)}
    path = book(tmp_path / "t.xlsx", [HEAD], changes)
    assert read(path) == [
        {
            "service": "wheelchairs",
            "on": "2016-03-01",
            "facts": {"age": 40},
            "person": {"iin": "900101100004"},
            "letter": {"number": "15"},
        }
    ]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        (("<c/>", "<c/>", "<c/>", "<c><v>50101500001</v></c>", "<c/>"), "person.iin"),
        (("<c/>", "<c/>", "<c/>", "<c/>", "<c><v>1.2345678901234567E+19</v></c>"), "letter.number"),
    ],
)
def test_a_number_that_has_lost_digits_is_refused_by_its_column(tmp_path: Path, cells: tuple[str, ...], column: str) -> None:
    (wrong,) = read(book(tmp_path / "t.xlsx", [HEAD], {SHEET: with_row(*cells)}))
    assert (wrong.code, wrong.where) == ("digits-lost", column)


def test_rows_are_numbered_as_the_spreadsheet_does(tmp_path: Path) -> None:
    rows = [["", ""], ["service", "on"], ["wheelchairs", "01.03.2016"], ["", ""], ["# home", ""], ["home-care", "1.1.2017"]]
    found = listed(book(tmp_path / "t.xlsx", rows), engine().pack)
    assert [(row.number, row.plain["service"]) for row in found.rows] == [(3, "wheelchairs"), (6, "home-care")]
    assert found.how is not None
    assert "letters" in found.how.ru


@pytest.mark.parametrize(
    "cell", ['<c r="B3"><f>1+1</f><v>2</v></c>', '<c r="B3" t="e"><v>#REF!</v></c>', "<c/><c><f>A1</f></c>"]
)
def test_a_formula_is_refused_by_its_cell(tmp_path: Path, cell: str) -> None:
    rows = [HEAD, ["wheelchairs", "", "", "", ""]]
    assert refused(book(tmp_path / "t.xlsx", rows, {SHEET: with_row(cell)})) == ("xlsx-formula", {"cell": "B3"})


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("xl/externalLinks/externalLink1.xml", "externallinks"),
        ("xl/connections.xml", "connections"),
        ("XL/vbaProject.bin", "vbaproject"),
        ("xl/embeddings/oleObject1.bin", "embeddings"),
    ],
)
def test_what_leads_out_of_the_workbook_or_runs_is_refused_by_name(tmp_path: Path, part: str, name: str) -> None:
    assert refused(book(tmp_path / "t.xlsx", [HEAD], more={part: b"<a/>"})) == ("xlsx-links", {"part": name})


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="XFD1048576"><v>1</v></c>',
        '<c r="A1048576"><v>1</v></c>',
        '<c r="ALM2"><v>1</v></c>',
        '<c r="ALK90000"><v>1</v></c>',
    ],
)
def test_a_cell_far_away_takes_no_memory(tmp_path: Path, cells: str) -> None:
    """The library makes room for every cell up to the last one, and the process would end."""
    assert refused(book(tmp_path / "t.xlsx", [HEAD], {SHEET: with_row(cells)}))[0] == "xlsx-too-large"


def test_a_look_given_to_whole_rows_is_no_size(tmp_path: Path) -> None:
    rows = [["service", "on"], ["wheelchairs", "01.03.2016"]]
    assert len(read(book(tmp_path / "t.xlsx", rows, {SHEET: with_row('<c r="XFD1048576" s="1"/>')}))) == 1


def test_a_bomb_is_refused_before_it_is_unfolded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MAX_UNFOLDED", 1_000_000)
    bomb = book(tmp_path / "t.xlsx", [HEAD], more={"xl/media/a.bin": bytes(1_000_001)})
    assert bomb.stat().st_size < 10_000
    assert refused(bomb)[0] == "xlsx-too-large"


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: sheet.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1),
        lambda sheet: sheet.replace(b'encoding="UTF-8"', b'encoding="UTF-16"'),
        lambda sheet: sheet.replace(b"<sheetData>", b'<sheetData><row r="1"><c r="1A"/></row>'),
        lambda sheet: sheet[:-20],
        lambda sheet: b"",
    ],
)
def test_a_damaged_workbook_is_told_and_no_more(tmp_path: Path, change: Change) -> None:
    assert refused(book(tmp_path / "t.xlsx", [HEAD], {SHEET: change})) == ("xlsx-not-read", {})


def test_a_size_that_a_part_only_claims_is_refused(tmp_path: Path) -> None:
    shared = b'<sst uniqueCount="99999999999" count="1"></sst>'
    assert refused(book(tmp_path / "t.xlsx", [HEAD], more={"xl/sharedStrings.xml": shared}))[0] == "xlsx-too-large"


@pytest.mark.parametrize("content", [b"", b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_what_is_no_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "t.xlsx").write_bytes(content)
    assert refused(tmp_path / "t.xlsx") == ("xlsx-not-read", {})


def test_where_the_reader_is_not_installed_the_command_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert refused(book(tmp_path / "t.xlsx", [HEAD])) == ("xlsx-not-installed", {"command": command_for("xlsx")})


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("service", [None, "wheelchairs"])
def test_the_table_to_fill_in_can_be_read_and_makes_no_letter(
    tmp_path: Path, suffix: str, lang: Lang, service: str | None
) -> None:
    table = example_table(engine(), service, lang)
    path = tmp_path / f"t{suffix}"
    path.write_bytes(written(table, path))
    assert read(path) == []
    filled = [{"service": "wheelchairs", "on": "01.03.2016"}.get(name, "") for name in table[0]]
    path.write_bytes(written([*table, filled], path))
    assert read(path) == [{"service": "wheelchairs", "on": "2016-03-01"}]


def test_the_table_of_a_service_asks_what_its_editions_ask() -> None:
    asked = {name for name in example_table(engine(), "wheelchairs", "ru")[0] if name.startswith("facts.")}
    everything = {name for name in example_table(engine(), None, "ru")[0] if name.startswith("facts.")}
    assert "facts.disability" in asked < everything
    assert everything == {f"facts.{id}" for id in engine().pack.facts}
    head, _, allowed = example_table(engine(), "wheelchairs", "ru")
    assert {"application", "ipr", "accident-act"} <= set(allowed[head.index("submitted")].split("; "))
    with pytest.raises(Refused) as found:
        example_table(engine(), "wheelchair", "ru")
    assert found.value.diagnostics[0].code == "unknown-service"
