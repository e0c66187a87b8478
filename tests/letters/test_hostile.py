"""Whatever somebody types comes out as typed, or is refused with a clear error."""

import unicodedata
from typing import Any

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.letters.formats.rendering import rendered
from eligibility.letters.statement import read_office, read_statement
from eligibility.letters.writing import FORMATS, Format, Wanted
from eligibility.plain.reading import MAX_TEXT
from tests.letters.examples import engine
from tests.letters.making import letter_about
from tests.letters.pdf_text import pdf_boxes, pdf_text
from tests.letters.test_kinds import HOUSING, WHEELCHAIR

WIDTH, HEIGHT = 595.28, 841.89
"""of A4, in points"""
EDGE = 14.0
"""points, about 5 mm, that an office printer leaves white on every side"""
SURNAME, NAME, ADDRESS, PHONE, CLERK, NUMBER, GROUND, MISSING = LONGEST = [sign * MAX_TEXT for sign in "ҰҒҚҢӨҮҺІ"]
LITERAL = [
    '#read("/etc/passwd") *x* $a$ @ref ] #{ panic() }',
    "<script>alert(1)</script> &amp; &lt;b&gt;",
    "{{ 7 * 7 }} {% raw %} {# x #} {{ config }}",
    "]]> <!DOCTYPE a> <letter/>",
    "\\u0410 \\n %s {0} {page}",
    "«Ғ» “Қ” — ' \" ` ~ ^ | \\",
]


def printed(name: str, format: Format) -> bytes:
    case = {**WHEELCHAIR, "person": {"surname": name, "patronymic": ""}}
    decision = engine().decide(case)
    return rendered(letter_about(decision, engine(), Wanted("talon", "kk")), decision.case.on, format, None)


def plain(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("value", LITERAL)
@pytest.mark.parametrize("format", FORMATS)
def test_a_value_is_never_markup(value: str, format: Format) -> None:
    content = printed(value, format)
    match format:
        case "pdf":
            assert plain(value) in plain(pdf_text(content))
        case "html":
            escapes = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))
            for sign, safe in escapes:
                value = value.replace(sign, safe)
            assert plain(value) in plain(content.decode())
        case "txt":
            assert plain(value) in plain(content.decode())


@pytest.mark.parametrize("value", ["a\u202eb", "a\u2066b", "a\u200fb", "x" * 10_000, "a\x00b", "a\nb", "\ud800"])
def test_what_turns_or_breaks_a_page_is_refused(value: str) -> None:
    with pytest.raises(Refused) as refused:
        engine().decide({**WHEELCHAIR, "person": {"surname": value}})
    assert {one.code for one in refused.value.diagnostics} == {"wrong-text"}
    with pytest.raises(Refused) as refused:
        read_statement({"ground": value}, engine().pack)
    assert {one.code for one in refused.value.diagnostics} == {"wrong-text"}
    with pytest.raises(Refused) as refused:
        read_office({"name": value})
    assert {one.code for one in refused.value.diagnostics} == {"wrong-text"}


@pytest.mark.parametrize("format", FORMATS)
def test_the_longest_values_allowed_are_printed(format: Format) -> None:
    decision = engine().decide({**HOUSING, "person": {"surname": SURNAME}})
    office = read_office({"name": NAME, "address": ADDRESS, "phone": PHONE, "clerk": CLERK})
    statement = read_statement({"number": NUMBER, "ground": [GROUND] * 2, "missing": [[MISSING] * 2]}, engine().pack)
    made = letter_about(decision, engine(), Wanted("refuse-acceptance", "kk", office, statement))
    content = rendered(made, decision.case.on, format, None)
    text = pdf_text(content) if format == "pdf" else content.decode()
    # A page may end within a value: its foot and its marks are not what was typed.
    said = "".join(sign for sign in text if sign in "".join(LONGEST))
    for value in LONGEST:
        assert value in said
    if format == "pdf":
        boxes = pdf_boxes(content)
        assert boxes
        assert [box for box in boxes if min(box.left, box.top) < EDGE] == []
        assert [box for box in boxes if box.right > WIDTH - EDGE or box.bottom > HEIGHT - EDGE] == []


UNBREAKABLE = ["Ш" * 20, "1\u00a0" * 100, "7-" * 100, "7-7." * 100, "7\u202f" * 100, "7\u2007" * 100, "a/" * 100, "7-ш" * 100]


@pytest.mark.parametrize("words", ["12345 " * 80, "9 " * 200, "1 мая " * 80, "№ 1 " * 100, *UNBREAKABLE])
def test_nothing_typed_leaves_the_page(words: str) -> None:
    office = read_office({"clerk": words[:200]})
    statement = read_statement(
        {"number": words[:200], "ground": [words] * 2, "missing": [[f"Құжат {words}"[:MAX_TEXT]] * 2]}, engine().pack
    )
    made = letter_about(engine().decide(HOUSING), engine(), Wanted("refuse-acceptance", "kk", office, statement))
    assert max(box.right for box in pdf_boxes(rendered(made, engine().decide(HOUSING).case.on, "pdf", None))) < WIDTH - EDGE


@pytest.mark.parametrize("value", ["Şahin Öztürk İnanğ", "Łukasz Dvořák", "Әлиев\u0438\u0306", "500 € / 500 ₸", "Əliyev"])
def test_names_of_the_neighbours_are_printed(value: str) -> None:
    assert plain(unicodedata.normalize("NFC", value)) in plain(unicodedata.normalize("NFC", pdf_text(printed(value, "pdf"))))


@pytest.mark.parametrize(
    ("value", "sign"), [("漢字", "U+6F22"), ("🙂", "U+1F642"), ("ﷺ", "U+FDFA"), ("№ 1\ufe0f\u20e3", "U+0031")]
)
def test_a_sign_the_fonts_lack_is_an_error(value: str, sign: str) -> None:
    with pytest.raises(Refused) as refused:
        printed(value, "pdf")
    assert [(one.code, one.values["reason"]) for one in refused.value.diagnostics] == [("no-glyph", sign)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"ground": 1.5}, "wrong-text"),
        ({"ground": "a || b || c"}, "divided-twice"),
        ({"grund": "a"}, "unknown-key"),
        ({"missing": ["aplication"]}, "unknown-document"),
        ({"missing": 7}, "not-missing-documents"),
        ({"missing": ["iin"] * 51}, "not-missing-documents"),
        ({"accepted_on": "2016-W10-2"}, "not-a-date"),
        ({"accepted_on": "20160302"}, "not-a-date"),
        ({"accepted_on": "soon"}, "not-a-date"),
        (["ground"], "not-texts"),
    ],
)
def test_a_statement_with_a_mistake_is_refused(data: Any, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_statement(data, engine().pack)
    assert {one.code for one in refused.value.diagnostics} == {code}


def test_every_mistake_of_an_office_file_is_told() -> None:
    with pytest.raises(Refused) as refused:
        read_office({"nmae": "x", "phone": ["a"]})
    assert [one.code for one in refused.value.diagnostics] == ["unknown-key", "wrong-text"]


def test_a_stated_ground_is_printed_as_stated() -> None:
    statement = read_statement({"ground": "#panic() || <b>x</b>"}, engine().pack)
    made = letter_about(engine().decide(HOUSING), engine(), Wanted("refusal", "both", statement=statement))
    text = pdf_text(rendered(made, engine().decide(HOUSING).case.on, "pdf", None))
    assert "#panic()" in text
    assert "<b>x</b>" in text
