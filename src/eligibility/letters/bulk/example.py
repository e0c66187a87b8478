"""A table to fill in: every column there is, what it is called, what may stand in it. Both lines of explanation are remarks,
which a run passes over.
"""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.law.vocabulary import Fact
from eligibility.letters.bulk.heads import REMARK, SERVICE, columns, is_day
from eligibility.letters.kinds import KINDS
from eligibility.letters.writing import LANGUAGES
from eligibility.reasoning.plan import Plan
from eligibility.words.closed import yes_or_no
from eligibility.words.text import Lang

SUFFIXES = (".csv", ".xlsx")
A_DAY = "01.03.2016"
BETWEEN = "; "
MORE = "…"
"""where a text points elsewhere for its list, other documents of the catalogue may be presented too"""
WIDTH = 24
"""of a column, in signs"""


def example_table(engine: Engine, service: str | None, lang: Lang) -> list[list[str]]:
    """The head and the two remarks; with a service, of facts and documents only those that its editions name."""
    plans = (
        [] if service is None else list(_plans(engine, chosen(service, engine.pack.services, "--service", "unknown-service")))
    )
    facts = {id for plan in plans for id in plan.facts_read()}
    papers = dict.fromkeys(id for plan in plans for id in plan.papers())
    named = {
        id: name[lang]
        for id, name in columns(engine.pack).items()
        if service is None or not id.startswith("facts.") or id.removeprefix("facts.") in facts
    }
    allowed = {
        SERVICE: service or "",
        "act": BETWEEN.join(engine.pack.acts_of(service)) if service else "",
        "submitted": BETWEEN.join([*papers, MORE]),
        "letter.kind": BETWEEN.join(KINDS),
        "letter.lang": BETWEEN.join(LANGUAGES),
    }
    head = [SERVICE, *(id for id in named if id != SERVICE)]
    values = [allowed.get(id) or _values(id, engine, lang) for id in head]
    names = [named[id] for id in head]
    return [head, *([f"{REMARK} {line[0]}".strip(), *line[1:]] for line in (names, values))]


def _plans(engine: Engine, service: str) -> Iterator[Plan]:
    return (engine.plan(key)[0] for key in engine.pack.held() if key.service == service)


def _values(id: str, engine: Engine, lang: Lang) -> str:
    """What may stand in a cell, where that can be said in few words."""
    if is_day(id, engine.pack):
        return A_DAY
    fact = engine.pack.facts.get(id.removeprefix("facts.")) if id.startswith("facts.") else None
    return _answers(fact, lang) if fact else ""


def _answers(fact: Fact, lang: Lang) -> str:
    if fact.type == "bool":
        return f"{yes_or_no(True)[lang]}{BETWEEN}{yes_or_no(False)[lang]}"
    if fact.values:
        return BETWEEN.join(f"{id} = {choice.called('desk')[lang]}" for id, choice in fact.values.items())
    return f"{fact.range[0]}–{fact.range[1]}" if fact.range else ""


def written(table: list[list[str]], path: Path) -> bytes:
    """The table as a file of the kind that the name ends in."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise refused("unknown-table", str(path), known=", ".join(SUFFIXES))
    return _workbook(table) if suffix == ".xlsx" else _text(table)


def _text(table: list[list[str]]) -> bytes:
    """As a spreadsheet of this country opens it by itself."""
    text = StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(table)
    return text.getvalue().encode("utf-8-sig")


TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TEXT_STYLE = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
"""49 is the format «text», which leaves what is typed as it is"""


def _workbook(table: list[list[str]]) -> bytes:
    """A workbook of one sheet whose cells are all text, so that no zero and no digit of a number is lost."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKED}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKED}/relationships">'
        f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>'
        '<sheet name="letters" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKED}/relationships">'
        f'<Relationship Id="r1" Type="{RELATED}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{RELATED}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": TEXT_STYLE,
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><cols>'
        f'<col min="1" max="{len(table[0])}" width="{WIDTH}" style="1" customWidth="1"/></cols>'
        f"<sheetData>{''.join(map(_row, table))}</sheetData></worksheet>",
    }
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, XML + content)
    return whole.getvalue()


def _row(cells: list[str]) -> str:
    told = (f'<c s="1" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>' for cell in cells)
    return f"<row>{''.join(told)}</row>"
