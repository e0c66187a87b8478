"""In the picture of terms rows keep their distance, so that no letters touch."""

from datetime import date
from xml.etree import ElementTree as Xml

import pytest

from eligibility.answer.timeline import timeline
from eligibility.words.text import Text
from tests.answer.drawn_timelines import ACTORS, GRID, INK, MONDAY, NS, OFF, SOFT, Drawn, number, title
from tests.terms.ledgers import of_steps, step


def test_the_heads_of_the_days_stand_in_three_rows_above_the_lanes() -> None:
    drawn = Drawn(of_steps([step(1, 4, "working-days")], date(2016, 3, 3)))
    lane, last = (number(one, "y1") for one in drawn.all("line", stroke=GRID))

    def above(*found: Xml.Element) -> set[float]:
        return {lane - number(one, "y") for one in found}

    assert above(*(one for one in drawn.all("text", font_size="10") if "." in (one.text or ""))) == {34}
    assert above(*drawn.all("text", font_size="10", text_anchor="middle")) == {17}
    assert above(*drawn.all("text", font_size="8")) == {5}
    assert {one.get("text-anchor") for one in drawn.all("text", font_size="8")} == {"middle"}
    assert above(*(one for one in drawn.all("rect", fill=OFF) if title(one))) == {28}
    assert {lane - number(one, "y1") for one in drawn.all("line", stroke=SOFT, stroke_width="0.6")} == {30}
    assert {number(one, "y2") for one in drawn.all("line", stroke=SOFT, stroke_width="0.6")} == {last}


def test_lines_of_the_heading_and_the_notes_stand_one_below_another() -> None:
    found = of_steps([step(1, 2, "working-days"), step(2, 1, "working-days")], MONDAY)
    drawn = Drawn(found, "ru", ["Услуга", "Регламент № 1"], "Не действует.")
    rows = [number(one, "y") for one in drawn.all("text", x="16")]
    head, notes = rows[:3], rows[4:]
    assert head == [30, 53, 71.8]
    lines = [number(one, "y1") for one in drawn.all("line", stroke=GRID)]
    assert [round(one - head[-1], 1) for one in lines] == [68.8, 120.8]
    assert [round(one - lines[-1], 1) for one in notes] == [24, 39.4, 60.8, 76.2, 91.6, 107]
    assert number(drawn.root, "height") == pytest.approx(notes[-1] + 15.4 + 4, abs=0.11)
    texts = [one.text for one in drawn.all("text", x="16")]
    assert (texts[4] or "").startswith("1. ")
    assert texts[6:9] == [
        "Общий срок не указан.",
        "Сумма сроков процедур (это не срок, указанный в акте): рабочие дни: 3.",
        "По срокам процедур последний день: 04.02.2016.",
    ]


def test_without_a_heading_the_days_begin_at_the_top() -> None:
    drawn = Drawn(of_steps([step(1, 2, "working-days")], MONDAY))
    assert number(drawn.all("line", stroke=GRID)[0], "y1") == 30 + 6 + 44


def test_a_label_stands_on_its_line_inside_beside_and_left_of_the_bar() -> None:
    drawn = Drawn(of_steps([step(1, 60, "working-days"), step(2, 1, "working-days"), step(3, 1, "unstated")], MONDAY))
    for bar, no in zip(drawn.outlines(), ("1.", "2."), strict=True):
        assert number(drawn.label(no), "y") - number(bar, "y") - 7 == pytest.approx(3.96, abs=0.11)
    assert {drawn.label(no).get("fill") for no in ("1.", "2.", "3.")} == {INK}


@pytest.mark.parametrize(
    ("name", "lines", "height"), [("а" * 26, 1, 26), ("а" * 13 + " " + "а" * 13, 2, 41.6), ("а" * 27, 2, 41.6)]
)
def test_a_name_of_a_lane_has_room_for_26_letters_in_a_line(name: str, lines: int, height: float) -> None:
    svg = timeline(of_steps([step(1, 1, "working-days")], MONDAY), {**ACTORS, "head": Text(name, name)}, "ru")
    root = Xml.fromstring(svg.encode())  # noqa: S314
    names = [one for one in root.iter(f"{NS}text") if one.get("font-size") == "12"]
    assert (len(names), {one.get("x") for one in names}, {one.get("fill") for one in names}) == (lines, {"16"}, {INK})
    first, last = (number(one, "y1") for one in root.iter(f"{NS}line") if one.get("stroke") == GRID)
    assert last - first == pytest.approx(height, abs=0.11)


@pytest.mark.parametrize("days", [1, 10, 80])
def test_lines_are_as_long_as_the_picture_allows(days: int) -> None:
    words = "а " * 400
    found = of_steps([step(1, days, "working-days", action={"kk": words, "ru": words})], MONDAY)
    drawn = Drawn(found, "ru", [words, words], words)
    room = number(drawn.root, "width") - 32
    above = [
        one for one in drawn.all("text", x="16") if one.get("font-size") in ("15", "12") and set(one.text or "") == {"а", " "}
    ]
    notes = [one for one in drawn.all("text", x="16", font_size="11") if set(one.text or "") == {"а", " "}]
    assert {(one.get("font-size"), one.get("font-weight")) for one in above} == {("15", "bold"), ("12", None), ("12", "bold")}
    for one in [*above, *notes]:
        letter = number(one, "font-size") * (0.7 if one.get("font-weight") else 0.6)
        assert len(one.text or "") * letter <= room + 0.11
    for size, weight in (("15", "bold"), ("12", None), ("12", "bold"), ("11", None)):
        [longest] = {
            max(
                len(one.text or "")
                for one in [*above, *notes]
                if (one.get("font-size"), one.get("font-weight")) == (size, weight)
            )
        }
        assert (longest + 2) * float(size) * (0.7 if weight else 0.6) > room
