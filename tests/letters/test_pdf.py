"""The printed page: what a reader finds in it, and that it is the same file every time."""

from datetime import date

import pytest

from eligibility.diagnostics.installing import command_for
from eligibility.letters.code import MAX_QR
from eligibility.letters.content import Code, Heading, Letter, Paragraph
from eligibility.letters.formats import pdf
from eligibility.letters.formats.pdf import as_pdf, merged
from eligibility.letters.writing import Made
from eligibility.words.spacing import HELD, held
from eligibility.words.text import LANGS
from tests.letters.examples import Example, examples, longest_and_shortest, made
from tests.letters.pdf_text import pdf_info, pdf_text, scanned
from tests.letters.test_words import WEB, texts

DAY = date(2018, 3, 1)
KAZAKH = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
WORDS = (
    "әрекет Ғылым құқық таңба Өтініш ұсыну Үкімет Һәнипа қызметі АЛМАТЫ ҰЛТТЫҚ ҢӘРЕСТЕ ІЛІМ ӘДІЛЕТ ҮЙ ҺӘМ ӨМІР ғасыр Қазақ "
    "өкіл күні қаһарман"
)


def joined(text: str) -> str:
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize("example", longest_and_shortest(), ids=lambda one: one.id)
def test_the_file_holds_every_word_of_the_letter(example: Example) -> None:
    letter = made(example)
    found = joined(pdf_text(as_pdf(letter, DAY)))
    for part in letter.parts:
        for said in texts(part):
            for piece in WEB.sub("\n", said).split("\n"):
                for word in piece.split():
                    assert joined(word) in found


def test_all_kazakh_letters_are_found_as_typed() -> None:
    assert set(KAZAKH) <= set(WORDS)
    letter = Letter("kk", "Сынақ", "{page} {pages}", "{copy} {copies}", (Heading(WORDS, 1), Paragraph(KAZAKH)))
    found = pdf_text(as_pdf(Made((letter,), Code("", "", ""), 1), DAY)).split()
    assert set((WORDS + " " + KAZAKH).split()) <= set(found)


@pytest.mark.parametrize("words", ["№ 118", "пункт 6", "1) тармақша", "1 марта", "1 марта 2016 года", "10 тамыз", "А. Баталов"])
def test_what_belongs_together_stays_on_one_line(words: str) -> None:
    assert held(f"сөз {words}").endswith(words.replace(" ", HELD))


def test_the_same_letter_is_the_same_file() -> None:
    letter = made(examples()[0])
    first = as_pdf(letter, DAY)
    pdf._compiler.cache_clear()
    assert as_pdf(made(examples()[0]), DAY) == first


@pytest.mark.parametrize("example", longest_and_shortest(), ids=lambda one: one.id)
def test_the_printed_square_is_read_off_an_office_scan(example: Example) -> None:
    letter = made(example)
    content = as_pdf(letter, DAY)
    found = {said for page in range(1, pages(content) + 1) for said in scanned(content, 150, page)}
    assert [said for said in found if said.startswith("EL1")] == [letter.code.full]


def test_the_longest_code_a_square_may_hold_is_read_off_a_scan() -> None:
    code = Code("Код", "AAAAA-BBBBB", ("EL1." + "QW34ERTY" * MAX_QR)[:MAX_QR])
    letter = Letter("kk", "Сынақ", "{page} {pages}", "{copy} {copies}", (Heading("Талон", 1), code))
    assert scanned(as_pdf(Made((letter,), code, 1), DAY), dpi=200) == [code.full]


def test_the_file_says_what_it_is() -> None:
    content = as_pdf(made(next(one for one in examples() if one.kind == "talon")), DAY)
    info = pdf_info(content)
    assert "Title:           Құжаттарды қабылдау туралы талон" in info
    assert "Tagged:          yes" in info
    assert "A4" in info
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in content
    for lang in LANGS:
        assert f"/Lang({lang})".encode() in content


def test_each_side_gets_its_copy() -> None:
    example = next(one for one in examples() if one.kind == "refuse-acceptance")
    once, twice = (as_pdf(made(example, copies=copies), DAY) for copies in (1, 2))
    assert pages(twice) == 2 * pages(once)
    assert "Экземпляр 2, всего: 2" in pdf_text(twice).replace("\u00a0", " ")
    assert made(example).copies == 2


def pages(content: bytes) -> int:
    return int(next(line for line in pdf_info(content).splitlines() if line.startswith("Pages:")).split()[1])


def test_letters_in_one_file_have_pages_of_their_own() -> None:
    letters = [made(one, "kk") for one in longest_and_shortest()[:4]]
    alone = [pages(as_pdf(letter, DAY)) for letter in letters]
    together = merged(letters, DAY)
    assert pages(together) == sum(alone)
    assert pdf_text(together).count("1-бет, барлығы") == len(letters)


def test_without_the_program_part_there_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from eligibility.diagnostics.refusal import Refused

    pdf._compiler.cache_clear()
    pdf._fonts.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Refused) as refused:
        as_pdf(made(examples()[0]), DAY)
    assert [one.code for one in refused.value.diagnostics] == ["pdf-not-installed"]
    assert refused.value.diagnostics[0].values == {"command": command_for("pdf")}
