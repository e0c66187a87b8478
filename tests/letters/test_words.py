"""Every letter of every edition, in both languages: whole, in its language alone, and the same in both."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from eligibility.letters.content import (
    Block,
    Code,
    Fields,
    Heading,
    Items,
    Letter,
    Letterhead,
    Overleaf,
    Paragraph,
    Signature,
    Square,
    shape,
)
from eligibility.letters.formats.html import as_html
from eligibility.letters.formats.txt import WIDTH, as_text
from eligibility.words.days import day_text
from eligibility.words.text import Lang
from tests.letters.examples import Example, examples, made

WEB = re.compile(
    r"https?://\S+|@?[\w.-]+\.(?:kz|com|org)\b[\w./?=&-]*|«e-qyzmetter»|Qoldau 24/7|@SaqtandyryBot|IBAN|Halyk Bank"
    r"|eGov [mM]obile|\bEY\b|[0-9A-Za-z]+_m(?:zsr|ir)"
)
"""sites, their pages and what is called by a name in these letters alone"""
LATIN = re.compile(r"[A-Za-z]{2,}")
LEFT_OVER = re.compile(r"\{|\}|None|undefined|<|>")
KAZAKH_ONLY = frozenset("ӘәҒғҚқҢңӨөҰұҮүҺһ")
DATE: dict[Lang, re.Pattern[str]] = {
    "kk": re.compile(r"(\d{4}) жылғы (\d{1,2}) ([а-яәғқңөұүһі]+)"),
    "ru": re.compile(r"(\d{1,2}) ([а-я]+) (\d{4}) года"),
}

every_letter = pytest.mark.parametrize("example", examples(), ids=lambda one: one.id)


@every_letter
def test_a_letter_is_whole_and_in_its_language(example: Example) -> None:
    for part in made(example).parts:
        for said in texts(part):
            plain = WEB.sub("", said)
            assert not LEFT_OVER.search(plain), said
            assert not LATIN.search(plain), said
        assert KAZAKH_ONLY & set("".join(texts(part))) if part.lang == "kk" else True
        assert not any(isinstance(block, Items) and not block.items for block in part.blocks)


@every_letter
def test_both_languages_say_the_same(example: Example) -> None:
    kk, ru = made(example).parts
    assert [outline(block) for block in kk.blocks] == [outline(block) for block in ru.blocks]
    assert numbers(kk) == numbers(ru)
    assert dates(kk) == dates(ru)


@every_letter
def test_plain_text_keeps_its_width(example: Example) -> None:
    assert [line for line in as_text(made(example)).splitlines() if len(line) > WIDTH] == []


@every_letter
def test_the_page_says_all_the_content_says(example: Example) -> None:
    page = as_html(made(example)).replace("\u00a0", " ").replace("\u2060", "")
    for part in made(example).parts:
        for said in texts(part):
            assert escaped(said) in page


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")


def texts(part: Letter) -> Iterator[str]:
    """All that is printed, without the code."""
    for block in part.blocks:
        yield from filter(None, _said(block))


def _said(block: Block) -> Iterable[str]:
    match block:
        case Letterhead(name, lines):
            return (name, *lines)
        case Heading(text) | Paragraph(text):
            return (text,)
        case Fields(rows):
            return (text for row in rows for text in (row.name, row.value, *row.notes))
        case Items(items):
            return (text for item in items for text in (item.text, item.form, *item.more, *item.notes))
        case Signature(role, name, stamp):
            return (role, name, stamp)
        case Square(label) | Code(label):
            return (label,)
        case Overleaf():
            return ()


def outline(block: Block) -> tuple[object, ...]:
    """What stands where, and how much of it."""
    match block:
        case Fields(rows):
            return (shape(block), [(bool(row.value), len(row.notes)) for row in rows])
        case Items(items, mark):
            return (shape(block), mark, [(len(item.more), len(item.notes), bool(item.form)) for item in items])
        case Square(_, lines):
            return (shape(block), len(lines))
        case Paragraph(_, role):
            return (shape(block), role)
    return (shape(block),)


def numbers(part: Letter) -> Counter[str]:
    return Counter(re.findall(r"\d+", " ".join(texts(part))))


def dates(part: Letter) -> Counter[tuple[int, int, str]]:
    found: Counter[tuple[int, int, str]] = Counter()
    for one in DATE[part.lang].findall(" ".join(texts(part))):
        year, day, month = one if part.lang == "kk" else (one[2], one[0], one[1])
        if (name := month_of(month, part.lang)) is not None:
            found[int(year), int(day), name] += 1
    return found


def month_of(word: str, lang: Lang) -> str | None:
    """The month in Russian, whatever ending the Kazakh name has."""
    from datetime import date

    for month in range(1, 13):
        said = day_text(date(2001, month, 1))
        name = said[lang].split()[-1 if lang == "kk" else 1]
        if word.startswith(name) if lang == "kk" else word == name:
            return said.ru.split()[1]
    return None
