"""An office's own templates, and the mistakes that can be in them, told where they stand."""

from pathlib import Path

import pytest

from eligibility.diagnostics.diagnostic import Place
from eligibility.diagnostics.refusal import Refused
from eligibility.files import resource
from eligibility.letters.content import Field, Fields, Heading, Letter, Letterhead
from eligibility.letters.formats.rendering import rendered
from eligibility.letters.templates import write_originals
from eligibility.letters.writing import Wanted
from tests.letters.examples import engine
from tests.letters.making import letter_about
from tests.letters.test_kinds import WHEELCHAIR

HEAD = '<letter title="т" page="{page}" copy="{copy}">\n'


def talon(templates: Path) -> Letter:
    return letter_about(engine().decide(WHEELCHAIR), engine(), Wanted("talon", "kk", templates=templates)).parts[0]


def test_an_office_has_its_own_letterhead_and_words(tmp_path: Path) -> None:
    (tmp_path / "_frame.kk.xml.j2").write_text(
        HEAD + '<letterhead name="Біздің мекеме"><line>Ресми бланк</line></letterhead>\n'
        "{% block body required %}{% endblock %}\n</letter>"
    )
    letter = talon(tmp_path)
    assert letter.blocks[:2] == (Letterhead("Біздің мекеме", ("Ресми бланк",)), Heading("Талон", 1))


def test_an_office_has_a_letter_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "talon.kk.xml.j2").write_text(HEAD + "<p>{{ service }}</p></letter>")
    assert [type(block).__name__ for block in talon(tmp_path).blocks] == ["Paragraph"]


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        ("<p>a</p>\n<para>b</para>", "letter-element", 3),
        ("<p>a</p>\n\n<items><p>b</p></items>", "letter-element", 4),
        ('<p color="red">a</p>', "letter-attribute", 2),
        ('<fields>\n<field nam="a">b</field>\n</fields>', "letter-attribute", 3),
        ("{# two\nlines #}\n<items></items>", "letter-empty", 4),
        ("<p>{{ person.name }}</p>", "letter-empty", 2),
        ("<heading>a</heading>\n<heading>b</heading><p>c</p>", "letter-empty", 2),
        ("<p>a</p>\nwords", "letter-words", 1),
        ("<p>a", "letter-syntax", 2),
        ("<p>a & b</p>", "letter-syntax", 2),
        ("<p>a</p>\n<p>{{ nobody }}</p>", "letter-template", 3),
        ("<p>{{ person.nmae }}</p>", "letter-template", 2),
        ("\n<p>{% if %}</p>", "letter-template", 3),
        ("<p>{{ number.__class__.__mro__ }}</p>", "letter-template", 2),
        ("<p>{{ 1 / 0 }}</p>", "letter-template", 2),
        ("<p>{{ 'x' * 10 ** 10 }}</p>", "letter-template", 2),
        ("", "letter-empty", 1),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(tmp_path: Path, words: str, code: str, line: int) -> None:
    (tmp_path / "talon.kk.xml.j2").write_text(f"{HEAD}{words}\n</letter>")
    with pytest.raises(Refused) as refused:
        talon(tmp_path)
    [found] = refused.value.diagnostics
    assert isinstance(found.where, Place)
    assert (found.code, Path(found.where.file).name, found.where.line) == (code, "talon.kk.xml.j2", line)


FRAME = HEAD + '<letterhead name="Біз"/>\n{% block body required %}{% endblock %}\n</letter>'


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (FRAME.replace("<letterhead", "\n<banner2/>\n<letterhead"), "letter-element", 3),
        (FRAME.replace("name=", "nmae="), "letter-attribute", 2),
        (FRAME.replace("/>", "><line/></letterhead>"), "letter-empty", 2),
        (FRAME.replace("{% block", "\n<p>{{ nobody }}</p>{% block"), "letter-template", 4),
        (FRAME.replace("{% block", "\n<p>{{ office.nmae }}</p>{% block"), "letter-template", 4),
        (FRAME.replace("{% block", "{% if %}{% block"), "letter-template", 3),
        (FRAME.replace("</letter>", "<p>a & b</p></letter>"), "letter-syntax", 4),
    ],
)
def test_a_mistake_in_a_part_is_told_in_the_offices_own_file(tmp_path: Path, words: str, code: str, line: int) -> None:
    """It is the part that the office wrote, not the shipped letter that takes it in."""
    (tmp_path / "_frame.kk.xml.j2").write_text(words)
    with pytest.raises(Refused) as refused:
        talon(tmp_path)
    [found] = refused.value.diagnostics
    assert isinstance(found.where, Place)
    assert (found.code, found.where.file, found.where.line) == (code, str(tmp_path / "_frame.kk.xml.j2"), line)


def test_an_office_starts_from_the_originals(tmp_path: Path) -> None:
    names = write_originals(tmp_path / "own")
    assert {"_frame.kk.xml.j2", "talon.ru.xml.j2", "_page.html.j2"} <= set(names)
    assert talon(tmp_path / "own") == letter_about(engine().decide(WHEELCHAIR), engine(), Wanted("talon", "kk")).parts[0]
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / names[-1]).write_text("changed")
    with pytest.raises(Refused) as refused:
        write_originals(tmp_path / "one")
    assert refused.value.diagnostics[0].code == "file-there"
    assert [one.name for one in (tmp_path / "one").iterdir()] == [names[-1]]


def test_entities_and_document_types_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE letter [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + HEAD + "<p>&b;</p></letter>"
    (tmp_path / "talon.kk.xml.j2").write_text(bomb)
    with pytest.raises(Refused) as refused:
        talon(tmp_path)
    assert [one.code for one in refused.value.diagnostics] == ["letter-syntax"]


def test_an_empty_value_is_a_line_to_fill_in(tmp_path: Path) -> None:
    (tmp_path / "talon.kk.xml.j2").write_text(HEAD + '<fields><field name="Нөмірі">{{ number }}</field></fields></letter>')
    letter = talon(tmp_path)
    assert letter.blocks == (Fields((Field("Нөмірі", ""),)),)


def test_the_page_of_the_screen_may_be_the_offices_too(tmp_path: Path) -> None:
    (tmp_path / "_page.html.j2").write_text("<p>{{ parts[0].title }}</p>")
    decision = engine().decide(WHEELCHAIR)
    made = letter_about(decision, engine(), Wanted("talon", "kk"))
    assert rendered(made, decision.case.on, "html", tmp_path).decode() == "<p>Құжаттарды қабылдау туралы талон</p>"


def test_a_mistake_in_the_page_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "_page.html.j2").write_text("<p>{{ nobody }}</p>")
    decision = engine().decide(WHEELCHAIR)
    with pytest.raises(Refused) as refused:
        rendered(letter_about(decision, engine(), Wanted("talon", "kk")), decision.case.on, "html", tmp_path)
    assert [one.code for one in refused.value.diagnostics] == ["letter-template"]


def test_every_kind_has_a_whole_letter_in_both_languages() -> None:
    from eligibility.letters.kinds import KINDS

    shipped = resource("templates") / "letters"
    for kind in KINDS:
        for lang in ("kk", "ru"):
            assert (shipped / f"{kind}.{lang}.xml.j2").is_file()
