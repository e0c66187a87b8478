"""The pictures of a ledger: well formed, complete, safe, and readable in both languages."""

from datetime import date
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.answer.bars import EMPTY, bars
from eligibility.answer.svg import fitted
from eligibility.answer.timeline import timeline
from eligibility.answer.totals import off_by_name
from eligibility.law.calendar import DayOff
from eligibility.law.pack import EditionKey
from eligibility.terms.ledger import Ledger, ledger
from eligibility.words.text import LANGS, Lang, Text
from tests.terms.ledgers import CALENDAR, ENGINE, decided, of_steps, shipped, step

NS = "{http://www.w3.org/2000/svg}"
ACTORS = ENGINE.pack.actors
EDITIONS = list(ENGINE.pack.held())
WIDEST = 1100


def read(svg: str) -> Xml.Element:
    return Xml.fromstring(svg.encode())  # noqa: S314


def words(root: Xml.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{NS}text"))


def found_in(key: EditionKey) -> Ledger:
    return ledger(decided(key, date(2018, 4, 27), {}), CALENDAR)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", EDITIONS, ids=str)
def test_every_edition_in_both_languages(key: EditionKey, lang: Lang) -> None:
    found = found_in(key)
    root = read(timeline(found, ACTORS, lang, ["№ 1"]))
    shown = words(root)
    for row in found.rows:
        for word in ACTORS[row.step.actor][lang].split():
            assert word in shown
        assert f"{row.step.step}. " in shown
        for day in row.dues or ():
            assert f"{day:%d.%m.%Y}" in shown
    assert float(root.attrib["width"]) <= WIDEST
    assert all(0 <= float(one.attrib["x"]) <= WIDEST for one in root.iter(f"{NS}text"))
    other = timeline(found, ACTORS, "ru" if lang == "kk" else "kk", ["№ 1"])
    assert words(read(other)) != shown


def test_days_off_are_shaded_and_named() -> None:
    found = shipped("kyzylorda-2015-118", "prosthetic-orthopedic-aid", "2016-03-01")
    root = read(timeline(found, ACTORS, "ru"))
    titles = [title.text or "" for title in root.iter(f"{NS}title")]
    assert "08.03.2016: Международный женский день" in titles
    assert "Международный женский день (08.03.2016)" in words(root)
    assert "воскресенье (06.03.2016, 13.03.2016)" in words(root)


@pytest.mark.parametrize("lang", LANGS)
def test_hostile_text_is_only_text(lang: Lang) -> None:
    bad = '</text><script>alert("1")</script>&amp;\x00\x1b]]>'
    actors = dict.fromkeys(ACTORS, Text(bad, bad))
    found = of_steps([step(1, 2, "working-days", action={"kk": bad, "ru": bad})], date(2016, 2, 1))
    svg = timeline(found, actors, lang, [bad], bad)
    root = read(svg)
    assert {one.tag for one in root.iter()} <= {f"{NS}{tag}" for tag in ("svg", "title", "rect", "line", "circle", "text")}
    assert "<script" not in svg
    assert "<script>" in words(root).replace(" ", "")


def test_nothing_from_outside_the_file() -> None:
    svg = timeline(found_in(EDITIONS[-1]), ACTORS, "kk")
    for word in ("href", "url(", "@import", "<style", "<script", "<image", "<foreignObject"):
        assert word not in svg
    assert svg.count("http") == 1


def test_warning_is_in_the_picture() -> None:
    svg = timeline(found_in(EDITIONS[0]), ACTORS, "ru", ["Услуга"], "Эта редакция не действует.")
    assert "Эта редакция не действует." in words(read(svg))


def test_long_names_wrap() -> None:
    name = "кент, ауыл, ауылдық округ әкімінің кеңсе қызметкері"
    lines = fitted(name, 188, 12)
    assert len(lines) > 1
    assert " ".join(lines) == name


@given(st.text(max_size=200), st.integers(20, 400))
def test_wrapping_loses_no_letter(text: str, room: int) -> None:
    lines = fitted(text, room, 10)
    assert lines
    shown = "".join("".join(lines).split())
    assert len(shown) == len("".join("".join(fitted(text, 10**6, 10)).split()))


@given(st.text())
def test_any_text_gives_valid_xml(text: str) -> None:
    root = read(timeline(of_steps([], date(2016, 2, 1)), ACTORS, "kk", [text], text))
    assert words(root).split()


def test_empty_ledger_is_a_picture_too() -> None:
    root = read(timeline(of_steps([], date(2016, 2, 1)), ACTORS, "kk", ["№ 1"]))
    assert "№ 1" in words(root)


# --- in plain letters


def test_bars_of_annex_4() -> None:
    drawn = bars(shipped("kyzylorda-2015-118", "prosthetic-orthopedic-aid", "2016-03-01"), 40)
    assert drawn is not None
    assert [bar.signs for bar in drawn.lines] == [
        "○················",
        "█▓···············",
        "█▓···············",
        "█████░░░███░░██▓·",
        "··············█▓▓",
        "··············█▓▓",
    ]


def test_bars_of_what_is_open() -> None:
    found = shipped("almaty-region-2018-81", "local-social-assistance", "2019-03-01", channel="provider-office")
    drawn = bars(found, 60)
    assert drawn is not None
    signs = [bar.signs.rstrip(EMPTY) for bar in drawn.lines]
    assert signs == ["█░░▓", "█░░▓", "▒░░▒▒▒▒░░░▒▒▒▒", "▒░░▒▒▒▒░░░▒▒▒▒▒░░▒▒▒░░░░░▒▒▒▒░░▒▒▒▒", "?", "?", "?"]


@given(st.integers(1, 200), st.integers(5, 80))
def test_bars_fit_their_room(days: int, room: int) -> None:
    drawn = bars(of_steps([step(1, days, "working-days"), step(2, 1, "hours")], date(2016, 2, 1)), room)
    assert drawn is not None
    assert all(1 <= len(bar.signs) <= room for bar in drawn.lines)
    assert drawn.lines[0].signs[0] == "█"
    assert set(drawn.lines[1].signs.strip(EMPTY)) <= {"█", "▓", "░"}
    assert drawn.lines[1].signs.rstrip(EMPTY)[-1] == ("█" if drawn.days_a_sign > 1 else "▓") or drawn.days_a_sign > 1


def test_bars_of_nothing() -> None:
    assert bars(of_steps([], date(2016, 2, 1)), 40) is None


def test_estimated_days_are_said_to_be() -> None:
    off = DayOff(date(2027, 5, 16), "kurban-ait", Text("айт", "айт"), estimated=True)
    (named,) = off_by_name([off])
    assert named.ru == "айт (дата предварительная) (16.05.2027)"
