"""A coat of arms in a letterhead: shown as it is, or refused by name where it is anything but a drawing."""

import struct
import zlib
from datetime import date
from pathlib import Path

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.letters.content import Letterhead
from eligibility.letters.formats.html import as_html
from eligibility.letters.formats.pdf import as_pdf
from eligibility.letters.pictures import MOST, read_picture
from eligibility.letters.statement import read_office
from eligibility.letters.writing import Made, Wanted
from tests.letters.examples import engine
from tests.letters.making import letter_about
from tests.letters.pdf_text import pdf_info
from tests.letters.test_kinds import WHEELCHAIR

DAY = date(2018, 3, 1)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"{more}>{inside}</svg>'
)
PATH = '<path d="M0 0h9v9z" fill="#0a0"/>'


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 2, height: int = 2, rows: bytes | None = None, depth: int = 8) -> bytes:
    pixels = rows if rows is not None else (b"\0" + b"\xff\0\0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def svg(inside: str = PATH, more: str = "") -> bytes:
    return SVG.format(inside=inside, more=more).encode()


def talon(folder: Path, content: bytes, name: str = "gerb.png", lang: str = "both") -> Made:
    (folder / name).write_bytes(content)
    office = read_office({"name": "Бөлім || Отдел", "logo": name}, "office.yaml", folder)
    return letter_about(engine().decide(WHEELCHAIR), engine(), Wanted("talon", "both", office))


def codes(folder: Path, content: bytes) -> list[str]:
    (folder / "x").write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_picture(folder, "x", "office.yaml: logo")
    return [one.code for one in refused.value.diagnostics]


@pytest.mark.parametrize("content", [png(), svg()], ids=["png", "svg"])
def test_a_coat_of_arms_stands_in_the_letterhead(tmp_path: Path, content: bytes) -> None:
    made = talon(tmp_path, content)
    heads = [block for part in made.parts for block in part.blocks if isinstance(block, Letterhead)]
    assert [head.alt for head in heads] == ["Мекеменің елтаңбасы немесе белгісі", "Герб или знак учреждения"]
    paper = as_pdf(made, DAY)
    assert as_pdf(talon(tmp_path, content), DAY) == paper
    assert paper != as_pdf(made._replace(parts=tuple(bare(made))), DAY)
    assert "Tagged:          yes" in pdf_info(paper)
    assert b"<pdfaid:part>2</pdfaid:part>" in paper
    page = as_html(made)
    assert page.count('<img src="data:image/') == 2
    assert 'alt="Герб или знак учреждения"' in page


def bare(made: Made):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    for part in made.parts:
        blocks = (one._replace(picture=None) if isinstance(one, Letterhead) else one for one in part.blocks)
        yield replace(part, blocks=tuple(blocks))


HOSTILE = {
    "script described": svg("<metadata><script>alert(1)</script></metadata>" + PATH),
    "script": svg("<script>alert(1)</script>" + PATH),
    "other script": svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>' + PATH),
    "html": svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>' + PATH),
    "event": svg(PATH, ' onload="alert(1)"'),
    "event within": svg('<path d="M0 0" ONCLICK="x()"/>'),
    "link": svg('<a xlink:href="https://example.org">' + PATH + "</a>"),
    "picture within": svg('<image href="data:image/png;base64,AAAA"/>' + PATH),
    "copies": svg('<g id="a">' + PATH + '</g><use xlink:href="#a"/>'),
    "outside": svg('<path d="M0 0h1" fill="url(https://example.org/x.svg#a)"/>'),
    "hidden outside": svg('<path d="M0 0h1" style="fill:u\\72l(https://example.org)"/>'),
    "style": svg("<style>@import url(https://example.org/a.css);</style>" + PATH),
    "style in data": svg("<style><![CDATA[path{fill:url('//example.org')}]]></style>" + PATH),
    "moving": svg('<animate attributeName="href" to="javascript:alert(1)"/>' + PATH),
    "text": svg("<text>x</text>" + PATH),
    "other words": svg('<b xmlns="http://www.w3.org/1999/xhtml"/>' + PATH),
    "type": b'<!DOCTYPE svg [<!ENTITY a "ha">]>' + svg("&a;" + PATH),
    "style sheet": b'<?xml-stylesheet href="https://example.org/a.css"?>' + svg(),
    "base": svg(PATH, ' xml:base="https://example.org/"'),
    "deep": svg("<g>" * 60 + PATH + "</g>" * 60),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_picture_that_does_more_than_show_itself_is_refused(tmp_path: Path, content: bytes) -> None:
    assert codes(tmp_path, content) == ["picture-hostile"]


def test_a_picture_that_only_draws_is_taken(tmp_path: Path) -> None:
    inside = (
        "<title>Герб</title><metadata><a:x xmlns:a='urn:a' a:href='about'>y</a:x></metadata>"
        "<defs><linearGradient id='g'><stop offset='1' stop-color='#fff'/></linearGradient></defs>"
        "<style>.a{fill:url(#g)}</style><g class='a' style='fill:url(#g)'><circle r='3'/></g>"
    )
    (tmp_path / "x").write_bytes(b'<?xml version="1.0" encoding="UTF-8"?>\n' + svg(inside))
    assert read_picture(tmp_path, "x", "").format == "svg"


BROKEN = {
    "half": png()[:40],
    "changed": png().replace(b"IDAT", b"IDAX"),
    "few rows": png(rows=b"\0\xff"),
    "many rows": png(rows=b"\0" * 100_000),
    "no drawing": svg("<g/>"),
    "not closed": svg()[:-3],
    "of samples that no picture has": png(rows=b"\0" * 386, depth=255),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_picture_that_is_not_whole_is_refused(tmp_path: Path, content: bytes) -> None:
    assert codes(tmp_path, content) == ["picture-broken"]


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff", b"<html/>", b"<svg/>", b"%PDF-1.7"])
def test_what_is_no_picture_of_these_two_kinds_is_refused(tmp_path: Path, content: bytes) -> None:
    assert codes(tmp_path, content) == ["picture-format"]


def test_a_picture_too_large_is_refused(tmp_path: Path) -> None:
    assert codes(tmp_path, svg() + b" " * MOST) == ["picture-too-large"]
    assert codes(tmp_path, png(4_001, 1)) == ["picture-too-large"]


@pytest.mark.parametrize("name", ["../gerb.png", "/etc/passwd", "no.png", ".", "a\0b", "linked.png", "x" * 300])
def test_a_picture_lies_beside_its_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "gerb.png").write_bytes(png())
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "linked.png").symlink_to(tmp_path / "gerb.png")
    with pytest.raises(Refused) as refused:
        read_picture(folder, name, "office.yaml: logo")
    assert [one.code for one in refused.value.diagnostics] == ["picture-missing"]


def test_data_that_come_from_no_file_name_no_picture(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_office({"name": "Бөлім || Отдел", "logo": "gerb.png"})
    assert [one.code for one in refused.value.diagnostics] == ["unknown-key"]
    with pytest.raises(Refused) as refused:
        read_office({"logo": ["gerb.png"]}, "office.yaml", tmp_path)
    assert [one.code for one in refused.value.diagnostics] == ["picture-missing"]


def test_an_offices_templates_have_pictures_beside_them(tmp_path: Path) -> None:
    (tmp_path / "gerb.svg").write_bytes(svg())
    picture = '<letterhead name="М"><picture file="FILE" alt="Елтаңба"/></letterhead>'
    head = f'<letter title="т" page="{{page}}" copy="{{copy}}">{picture}</letter>'
    file = tmp_path / "talon.kk.xml.j2"
    file.write_text(head.replace("FILE", "gerb.svg"))
    wanted = Wanted("talon", "kk", templates=tmp_path)
    [block] = letter_about(engine().decide(WHEELCHAIR), engine(), wanted).parts[0].blocks
    assert isinstance(block, Letterhead)
    assert block.picture is not None
    (tmp_path / "bad.svg").write_bytes(HOSTILE["script"])
    file.write_text(head.replace("FILE", "bad.svg") + "<!-- other -->")
    from eligibility.letters.templates import environment

    environment.cache_clear()
    with pytest.raises(Refused) as refused:
        letter_about(engine().decide(WHEELCHAIR), engine(), wanted)
    [found] = refused.value.diagnostics
    assert (found.code, str(found.where).endswith("talon.kk.xml.j2:1:1")) == ("picture-hostile", True)
