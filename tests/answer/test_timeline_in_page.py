"""The picture of terms as a page holds it: narrow enough for a telephone, large enough to be read, without a style."""

import re
from datetime import date
from xml.etree import ElementTree as Xml

import pytest

from eligibility.answer.timeline import lanes_of, timeline
from eligibility.answer.timeline_in_page import WIDTH, timeline_in_page, timeline_told
from eligibility.law.pack import EditionKey
from eligibility.terms.ledger import Ledger, ledger
from eligibility.words.text import LANGS, Lang
from tests.answer.drawn_timelines import ACTORS, EDGE, MONDAY, NS, OFF, number, title
from tests.terms.ledgers import CALENDAR, ENGINE, decided, of_steps, step

EDITIONS = list(ENGINE.pack.held())
LEAST = 10
"""of letters, in the pixels of a telephone"""
BAR = 14


def in_page(found: Ledger, lang: Lang = "ru") -> Xml.Element:
    svg = timeline_in_page(found, ACTORS, lang, "Сроки")
    assert svg is not None
    return Xml.fromstring(svg)  # noqa: S314


def found_in(key: EditionKey) -> Ledger:
    return ledger(decided(key, date(2018, 4, 27), {}), CALENDAR)


@pytest.mark.parametrize("lang", LANGS)
def test_every_edition_fits_a_narrow_page_and_can_be_read(lang: Lang) -> None:
    for key in EDITIONS:
        found = found_in(key)
        strips = [one for _, of_lane in lanes_of(found, ACTORS, lang) for one in of_lane]
        svg = timeline_in_page(found, ACTORS, lang, "№ 1")
        assert (svg is None) is not any(one.placed and one.placed.dated for one in strips)
        if svg is None:
            continue
        root = Xml.fromstring(svg)  # noqa: S314
        assert number(root, "width") == WIDTH
        for one in root.iter(f"{NS}text"):
            size, wide = number(one, "font-size"), len(one.text or "") * number(one, "font-size") * 0.6
            assert size >= LEAST
            start = number(one, "x") - (wide / 2 if one.get("text-anchor") else 0)
            assert start >= -1
            assert start + wide <= WIDTH + 5, (key, one.text)
        for one in root.iter(f"{NS}rect"):
            assert one.get("width") == "100%" or number(one, "x") + number(one, "width") <= WIDTH
        words = " ".join(one.text or "" for one in root.iter(f"{NS}text"))
        assert all(one.label in words for one in strips)


def test_it_stands_in_a_page_that_allows_neither_style_nor_script() -> None:
    svg = timeline_in_page(of_steps([step(1, 2, "working-days")], MONDAY), ACTORS, "kk", 'Мерзімдер <"&>') or ""
    root = Xml.fromstring(svg)  # noqa: S314
    assert svg.startswith("<svg ")
    assert (root.get("role"), root.get("lang"), title(root)) == ("img", "kk", 'Мерзімдер <"&>')
    assert "03.02.2016" in (root.findtext(f"{NS}desc") or "")
    assert {one.tag.removeprefix(NS) for one in root.iter()} == {"svg", "title", "desc", "rect", "line", "text"}
    assert not {name for one in root.iter() for name in one.attrib} & {"style", "class", "id"}


def test_names_stand_above_their_lines_and_labels_above_their_bars() -> None:
    steps = [step(1, 2, "working-days"), step(2, 12, "working-days", actor="executor"), step(3, 1, "unstated")]
    root = in_page(of_steps(steps, MONDAY))
    texts = {one.text or "": number(one, "y") for one in root.iter(f"{NS}text")}
    bars = [number(one, "y") for one in root.iter(f"{NS}rect") if one.get("stroke") == EDGE]
    labels = [y for text, y in texts.items() if re.match(r"\d\. ", text)]
    assert len(bars) == 2
    assert texts[ACTORS["head"]["ru"]] < labels[0] < bars[0] < labels[1] < texts[ACTORS["executor"]["ru"]] < labels[2] < bars[1]
    assert bars[0] + BAR < labels[1] - 12
    assert all(one.get("x") == "2" for one in root.iter(f"{NS}text") if re.match(r"\d\. ", one.text or ""))


def test_bars_are_as_long_as_in_the_file() -> None:
    found = of_steps([step(1, 2, "working-days"), step(2, 9, "working-days")], date(2016, 3, 3))
    whole = Xml.fromstring(timeline(found, ACTORS, "ru").encode())  # noqa: S314

    def spans(root: Xml.Element) -> list[tuple[float, float]]:
        shaded = [one for one in root.iter(f"{NS}rect") if one.get("fill") == OFF and title(one)]
        first, day = min(number(one, "x") for one in shaded), number(shaded[0], "width")
        bars = [one for one in root.iter(f"{NS}rect") if one.get("stroke") == EDGE]
        return [(round((number(one, "x") - first) / day), round(number(one, "width") / day)) for one in bars]

    assert spans(in_page(found)) == spans(whole)


@pytest.mark.parametrize(("day", "months"), [("2016-02-29", ["03.2016"]), ("2016-02-22", ["02.2016", "03.2016"])])
def test_names_of_months_do_not_touch(day: str, months: list[str]) -> None:
    root = in_page(of_steps([step(1, 12, "working-days")], date.fromisoformat(day)))
    assert [one.text for one in root.iter(f"{NS}text") if re.fullmatch(r"\d\d\.\d{4}", one.text or "")] == months


def test_over_very_many_days_the_numbers_of_days_are_left_out() -> None:
    root = in_page(of_steps([step(1, 160, "working-days")], MONDAY))
    assert not [one for one in root.iter(f"{NS}text") if re.fullmatch(r"\d{1,2}", one.text or "")]


def test_what_has_no_days_is_told_in_words_alone() -> None:
    found = of_steps([step(1, 1, "unstated")], MONDAY)
    nothing = of_steps([], MONDAY)
    assert timeline_in_page(nothing, ACTORS, "ru", "Сроки") is None
    assert timeline_told(nothing, ACTORS, "ru")[0] == "Общий срок не указан."
    assert timeline_told(found, ACTORS, "ru")[0].startswith("1. ")
