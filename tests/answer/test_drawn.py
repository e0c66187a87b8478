"""What a reader takes from the picture: where a bar begins and ends, what is shaded, dashed or thin, and what stands where."""

import itertools
from collections.abc import Mapping
from datetime import date
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from eligibility.answer.timeline import timeline
from eligibility.words.text import LANGS, Lang, Text
from tests.answer.drawn_timelines import (
    ACTORS,
    BLUE,
    DAY,
    EDGE,
    GRID,
    INK,
    LEFT,
    MARGIN,
    MONDAY,
    NS,
    OFF,
    PALE,
    RED,
    SOFT,
    Drawn,
    number,
    title,
)
from tests.terms.ledgers import flag, of_steps, step

# --- bars


def test_a_bar_goes_from_its_first_day_to_its_last() -> None:
    drawn = Drawn(of_steps([step(1, 3, "working-days"), step(2, 5, "working-days")], MONDAY))
    expected = [(date(2016, 2, 1), date(2016, 2, 4)), (date(2016, 2, 4), date(2016, 2, 11))]
    assert [drawn.days(one) for one in drawn.outlines()] == expected
    assert drawn.bars(fill=BLUE) == expected
    assert [one.get("stroke-dasharray") for one in drawn.outlines()] == [None, None]
    assert [one.get("fill") for one in drawn.outlines()] == ["none", "none"]
    assert [title(one) for one in drawn.outlines()] == [
        "1. 3 рабочих дня · 04.02",
        "2. 5 рабочих дней · 11.02",
    ]


def test_days_it_may_still_run_into_are_pale() -> None:
    drawn = Drawn(of_steps([step(1, 2, "hours"), step(2, 2, "working-days")], MONDAY))
    assert [drawn.days(one) for one in drawn.outlines()] == [
        (date(2016, 2, 1), date(2016, 2, 2)),
        (date(2016, 2, 1), date(2016, 2, 4)),
    ]
    assert drawn.bars(fill=BLUE) == [(date(2016, 2, 1), date(2016, 2, 1)), (date(2016, 2, 1), date(2016, 2, 3))]
    assert drawn.bars(fill=PALE) == [drawn.days(one) for one in drawn.outlines()]
    assert title(drawn.outlines()[0]) == "1. 2 часа · 01.02–02.02"
    assert "Бледный конец полосы" in drawn.notes()
    firm = Drawn(of_steps([step(1, 2, "working-days")], MONDAY))
    assert "Бледный конец полосы" not in firm.notes()


def test_days_off_are_shaded_over_the_whole_picture_and_in_the_bar_that_passes_them() -> None:
    drawn = Drawn(of_steps([step(1, 1, "working-days"), step(2, 3, "working-days")], date(2016, 3, 3)))
    off = [date(2016, 3, 6), date(2016, 3, 7), date(2016, 3, 8)]
    assert drawn.bars(fill=OFF) == [(day, day) for day in off]
    [bar] = [one for one in drawn.outlines() if (title(one) or "").startswith("2.")]
    cells = [one for one in drawn.all("rect", fill=OFF) if number(one, "height") == 14]
    assert {number(one, "y") for one in cells} == {number(bar, "y")}
    shades = [one for one in drawn.all("rect", fill=OFF) if title(one)]
    assert [drawn.days(one) for one in shades] == [(day, day) for day in off]
    assert [title(one) for one in shades] == [
        "06.03.2016: воскресенье",
        "07.03.2016: выходной день, перенесенный с 05.03.2016",
        "08.03.2016: Международный женский день",
    ]
    lanes = [number(one, "y1") for one in drawn.all("line", stroke=GRID)]
    for one in shades:
        assert number(one, "y") < lanes[0]
        assert number(one, "y") + number(one, "height") == lanes[-1]


def test_a_term_that_begins_before_a_day_off_or_after_it_shades_it_once() -> None:
    drawn = Drawn(of_steps([step(1, 8, "hours"), step(2, 8, "hours")], date(2016, 2, 5)))
    assert drawn.bars(fill=OFF) == [(date(2016, 2, day), date(2016, 2, day)) for day in (6, 7, 6, 7)]


def test_a_step_that_may_not_take_place_is_dashed_and_pale() -> None:
    found = of_steps([step(1, 2, "working-days"), step(1, 5, "working-days")], MONDAY)
    drawn = Drawn(found)
    assert [one.get("stroke-dasharray") for one in drawn.outlines()] == ["4 2", "4 2"]
    assert drawn.bars(fill=BLUE) == []
    assert drawn.bars(fill=PALE) == [(date(2016, 2, 1), date(2016, 2, 3)), (date(2016, 2, 1), date(2016, 2, 8))]
    assert "Вопросительный знак и пунктир" in drawn.notes()
    assert drawn.notes().count("? 1. ") == 2
    sure = Drawn(of_steps([step(1, 2, "working-days")], MONDAY))
    assert "пунктир" not in sure.notes()
    assert "?" not in sure.notes()


def test_a_step_inside_another_is_thin_and_its_label_stands_beside_it() -> None:
    found = of_steps([step(1, 12, "working-days"), step(2, 8, "working-days", part_of=1)], MONDAY)
    drawn = Drawn(found)
    whole, inside = drawn.outlines()
    assert [number(one, "height") for one in (whole, inside)] == [14, 6]
    assert drawn.days(inside) == (date(2016, 2, 1), date(2016, 2, 11))
    label = drawn.label("2.")
    assert number(label, "x") > number(inside, "x") + number(inside, "width")
    assert "Тонкая полоса" in drawn.notes()
    assert "Тонкая полоса" not in Drawn(of_steps([step(1, 12, "working-days")], MONDAY)).notes()


def test_bars_stand_in_the_middle_of_their_lines() -> None:
    steps = [step(1, 2, "working-days"), step(2, 2, "working-days", part_of=1), step(3, 2, "working-days")]
    drawn = Drawn(of_steps(steps, MONDAY))
    middles = [number(one, "y") + number(one, "height") / 2 for one in drawn.outlines()]
    assert [after - before for before, after in itertools.pairwise(middles)] == [26, 26]
    top = min(number(one, "y1") for one in drawn.all("line", stroke=GRID))
    assert middles[0] == top + 13
    for middle, no in zip(middles, ("1.", "2.", "3."), strict=True):
        assert 0 < number(drawn.label(no), "y") - middle < 11 / 2


# --- labels


def test_a_label_stands_in_the_bar_where_it_fits_and_else_beside_it() -> None:
    long, short = Drawn(of_steps([step(1, 30, "working-days")], MONDAY)), Drawn(of_steps([step(1, 1, "working-days")], MONDAY))
    [bar], label = long.outlines(), long.label("1.")
    assert number(label, "x") == number(bar, "x") + 6
    [bar], label = short.outlines(), short.label("1.")
    assert number(label, "x") == number(bar, "x") + number(bar, "width") + 4
    assert {one.get("text-anchor") for one in (long.label("1."), short.label("1."))} == {None}


def test_a_label_at_the_right_edge_stands_left_of_its_bar() -> None:
    drawn = Drawn(of_steps([step(1, 60, "working-days"), step(2, 1, "working-days")], MONDAY))
    bar, label = drawn.outlines()[1], drawn.label("2.")
    assert label.get("text-anchor") == "end"
    assert abs(number(label, "x") - (number(bar, "x") - 4)) < 0.11
    assert label.text == "2. 1 рабочий день · 03.05"


@pytest.mark.parametrize("days", [1, 2, 3, 5, 8, 13, 21, 34, 55])
@pytest.mark.parametrize("lang", LANGS)
def test_labels_stay_in_the_picture_and_off_their_bars(days: int, lang: Lang) -> None:
    steps = [step(no, days, "working-days", bound="within") for no in (1, 2, 3)]
    drawn = Drawn(of_steps(steps, MONDAY), lang)
    edge = number(drawn.root, "width")
    for no, bar in zip(("1.", "2.", "3."), drawn.outlines(), strict=True):
        label, start = drawn.label(no), number(bar, "x")
        end, at, wide = start + number(bar, "width"), number(label, "x"), len(label.text or "") * 11 * 0.6
        left, right = (at - wide, at) if label.get("text-anchor") == "end" else (at, at + wide)
        assert right <= start or left >= end or (start + 5 < left and right < end - 5)
        assert left >= LEFT
        assert right <= edge or start - 4 - wide < LEFT


def test_a_step_without_a_last_day_is_a_circle_on_its_first_day() -> None:
    drawn = Drawn(of_steps([step(1, 2, "working-days"), step(2, 2, "times-per-day"), step(3, 1, "working-days")], MONDAY))
    [circle] = drawn.all("circle")
    start = drawn.x(date(2016, 2, 3))
    assert start < number(circle, "cx") < start + 14
    assert circle.attrib | {"cx": ""} == circle.attrib | {
        "cx": "",
        "r": "4",
        "fill": "none",
        "stroke": EDGE,
        "stroke-width": "1.5",
    }
    assert [(title(one) or "")[:2] for one in drawn.outlines()] == ["1.", "3."]
    assert number(drawn.label("2."), "x") == start + 14 + 4
    assert abs(number(drawn.label("2."), "y") - number(circle, "cy") - 3.96) < 0.11
    assert drawn.label("2.").text == "2. 2 раза в день"


def test_the_shortest_time_is_a_bar_without_a_day_and_what_follows_is_open() -> None:
    found = of_steps([step(1, 3, "working-days", bound="at-least"), step(2, 1, "working-days")], MONDAY)
    drawn = Drawn(found)
    [bar] = drawn.outlines()
    assert drawn.days(bar) == (date(2016, 2, 1), date(2016, 2, 4))
    assert title(bar) == "1. не менее 3 рабочих дней"
    open_ = drawn.label("2.")
    assert open_.text == "2. 1 рабочий день · день не определен"
    assert (open_.get("font-style"), open_.get("fill"), open_.get("x")) == ("italic", SOFT, "220")
    [dotted] = drawn.all("line", stroke_dasharray="2 4")
    assert (number(dotted, "x1"), number(dotted, "x2")) == (LEFT, number(drawn.root, "width") - MARGIN)
    assert number(dotted, "y1") == number(dotted, "y2") > number(open_, "y")
    assert drawn.all("circle") == []


def test_the_label_of_what_is_open_in_kazakh() -> None:
    found = of_steps([step(1, 1, "unstated"), step(2, 1, "working-days")], MONDAY)
    assert Drawn(found, "kk").label("2.").text == "2. 1 жұмыс күні · күні анықталмаған"


# --- lanes and days


def test_a_lane_for_each_actor_with_its_name() -> None:
    steps = [step(1, 1, "working-days"), step(2, 1, "working-days", actor="executor"), step(3, 1, "working-days")]
    drawn = Drawn(of_steps(steps, MONDAY))
    lines = [number(one, "y1") for one in drawn.all("line", stroke=GRID)]
    assert [after - before for before, after in itertools.pairwise(lines)] == [52, 26]
    assert {(number(one, "x1"), number(one, "x2")) for one in drawn.all("line", stroke=GRID)} == {
        (MARGIN, number(drawn.root, "width") - MARGIN)
    }
    middles = {(title(one) or "")[:2]: number(one, "y") + 7 for one in drawn.outlines()}
    assert lines[0] < middles["1."] < middles["3."] < lines[1] < middles["2."] < lines[2]
    for actor, top in (("head", lines[0]), ("executor", lines[1])):
        named = [one for one in drawn.all("text", font_size="12", x="16") if number(one, "y") == top + 17]
        assert [one.text for one in named] == [ACTORS[actor]["ru"]]


def test_a_long_name_makes_its_lane_high_enough() -> None:
    actors = {**ACTORS, "head": Text("кент " * 20, "акимат " * 20)}
    svg = timeline(of_steps([step(1, 1, "working-days")], MONDAY), actors, "ru")
    root = Xml.fromstring(svg.encode())  # noqa: S314
    names = [number(one, "y") for one in root.iter(f"{NS}text") if one.get("font-size") == "12"]
    first, last = (number(one, "y1") for one in root.iter(f"{NS}line") if one.get("stroke") == GRID)
    assert len(names) == 7
    assert first < names[0] < names[-1] < last
    assert [round(after - before, 1) for before, after in itertools.pairwise(names)] == [16.8] * 6


def test_every_day_has_its_number_and_days_off_a_sign() -> None:
    drawn = Drawn(of_steps([step(1, 4, "working-days")], date(2016, 3, 3)))
    numbers = list(drawn.all("text", font_size="10", text_anchor="middle"))
    assert [one.text for one in numbers] == [str(day) for day in range(3, 12)][: drawn.count]
    for at, one in enumerate(numbers):
        assert abs(number(one, "x") - (LEFT + (at + 0.5) * drawn.width)) < 0.11
    assert [one.text for one in numbers if one.get("fill") == RED] == ["7", "8"]
    assert {one.get("fill") for one in numbers} == {RED, INK}
    signs = drawn.all("text", font_size="8")
    assert [(one.text, one.get("fill")) for one in signs] == [("вс", SOFT), ("✶", RED), ("✶", RED)]
    assert [number(one, "x") for one in signs] == [number(numbers[at], "x") for at in (3, 4, 5)]
    assert number(signs[0], "y") > number(numbers[0], "y")
    assert Drawn(of_steps([step(1, 4, "working-days")], date(2016, 2, 5)), "kk").texts(font_size="8") == ["сб", "жс"]


def test_months_are_named_where_they_begin() -> None:
    drawn = Drawn(of_steps([step(1, 10, "working-days")], date(2016, 2, 22)))
    months = [one for one in drawn.all("text", font_size="10") if "." in (one.text or "")]
    assert [(one.text, number(one, "x")) for one in months] == [
        ("02.2016", LEFT),
        ("03.2016", round(drawn.x(date(2016, 3, 1)), 1)),
    ]
    lines = drawn.all("line", stroke_width="0.6")
    assert [(number(one, "x1"), number(one, "x2")) for one in lines] == [(number(one, "x"),) * 2 for one in months]
    bottom = max(number(one, "y1") for one in drawn.all("line", stroke=GRID))
    assert {(number(one, "y1") < number(drawn.outlines()[0], "y"), number(one, "y2")) for one in lines} == {(True, bottom)}


def test_over_many_days_only_mondays_have_numbers() -> None:
    drawn = Drawn(of_steps([step(1, 60, "working-days")], MONDAY))
    assert drawn.width < 16
    numbers = drawn.texts(font_size="10", text_anchor="middle")
    mondays = [drawn.first + DAY * at for at in range(drawn.count) if (drawn.first + DAY * at).weekday() == 0]
    assert numbers == [str(day.day) for day in mondays]
    assert drawn.all("text", font_size="8") == []


@pytest.mark.parametrize("days", [1, 5, 20, 60, 120])
def test_days_are_as_wide_as_there_is_room(days: int) -> None:
    drawn = Drawn(of_steps([step(1, days, "working-days")], date(2013, 1, 9)))
    assert number(drawn.root, "width") == pytest.approx(LEFT + max(460, drawn.count * drawn.width) + MARGIN, abs=0.1)
    assert drawn.days(drawn.outlines()[0]) == (drawn.first, drawn.last)


# --- the total term, the words above and below

TERM = {"text": {"kk": "мерзім", "ru": "срок"}, "duration": {"value": 5, "unit": "working-days"}, "cite": "7"}
TERM_LANE: Mapping[str, str] = {"kk": "Актідегі жалпы мерзім", "ru": "Общий срок по акту"}


@pytest.mark.parametrize("lang", LANGS)
def test_a_total_term_has_the_last_lane(lang: Lang) -> None:
    drawn = Drawn(of_steps([step(1, 2, "working-days")], MONDAY, stated_terms=[TERM]), lang)
    assert drawn.days(drawn.outlines()[1]) == (date(2016, 2, 1), date(2016, 2, 8))
    assert title(drawn.outlines()[1]) == {"kk": "5 жұмыс күні · 08.02", "ru": "5 рабочих дней · 08.02"}[lang]
    names = list(drawn.texts(font_size="12"))
    assert " ".join(names[1:]) == TERM_LANE[lang]
    assert drawn.bars(fill=OFF) == [(date(2016, 2, 6),) * 2, (date(2016, 2, 7),) * 2]


def test_no_lane_where_the_text_has_no_total_term() -> None:
    drawn = Drawn(of_steps([step(1, 2, "working-days")], MONDAY))
    assert drawn.texts(font_size="12") == [ACTORS["head"]["ru"]]


def test_the_heading_is_bold_above_and_the_warning_red() -> None:
    drawn = Drawn(of_steps([step(1, 2, "working-days")], MONDAY), "ru", ["Услуга", "Регламент № 1"], "Не действует.")
    first, second, warning = (one for one in drawn.root.iter(f"{NS}text") if one.get("x") == "16" and number(one, "y") < 100)
    assert [one.text for one in (first, second, warning)] == ["Услуга", "Регламент № 1", "Не действует."]
    assert [(one.get("font-size"), one.get("font-weight"), one.get("fill")) for one in (first, second, warning)] == [
        ("15", "bold", INK),
        ("12", None, INK),
        ("12", "bold", RED),
    ]
    assert title(drawn.root) == "Услуга · Регламент № 1"
    rows = [number(one, "y") for one in (first, second, warning)]
    assert rows[0] > 15
    assert rows[0] + 15 < rows[1]
    assert rows[1] + 12 < rows[2] < number(drawn.all("line", stroke=GRID)[0], "y1")


def test_below_stands_what_each_step_is_and_everything_comes_to() -> None:
    steps = [step(1, 2, "hours"), step(2, 2, "working-days", actor="executor"), step(3, cite="6(2)")]
    pause = {
        "pause": "extension",
        "text": {"kk": "ұзарту", "ru": "продление"},
        "duration": {"value": 30, "unit": "calendar-days", "bound": "at-most"},
        "notice": {"value": 3, "unit": "working-days", "bound": "within"},
        "when": "additional_check_needed",
        "cite": "6(4)",
    }
    drawn = Drawn(of_steps(steps, date(2016, 2, 5), pauses=[pause]))
    notes, head, executor = drawn.notes(), ACTORS["head"]["ru"], ACTORS["executor"]["ru"]
    assert notes.startswith(
        f"1. {head}: действие · начало: 05.02.2016; окончание: не раньше 05.02.2016, не позже 08.02.2016 · "
        "приложение 3, пункт 6, подпункт 1) "
        f"2. {executor}: действие · начало: не раньше 05.02.2016, не позже 08.02.2016; "
        "окончание: не раньше 09.02.2016, не позже 10.02.2016 · "
    )
    assert f"3. {head}: действие · не раньше 09.02.2016, не позже 10.02.2016 · приложение 3, пункт 6, подпункт 2) " in notes
    assert "Общий срок не указан. Сумма сроков процедур" in notes
    assert (
        "продление (приложение 3, пункт 6, подпункт 4)). Продолжительность: не более 30 календарных дней. Срок уведомления: "
        in notes
    )
    assert "Программа не считает день подачи" in notes
    assert notes.endswith("суббота (06.02.2016) воскресенье (07.02.2016)")
    places = [number(one, "y") for one in drawn.all("text", font_size="11") if drawn.note(one)]
    assert places == sorted(places)
    assert places[0] > max(number(one, "y1") for one in drawn.all("line", stroke=GRID))
    assert number(drawn.root, "height") > places[-1] + 3
    bold = drawn.texts(font_size="11", font_weight="bold", fill=INK)
    assert bold[0] == "Общий срок не указан."
    assert {one.get("fill") for one in drawn.all("text", font_size="11") if drawn.note(one)} == {INK, SOFT}
    assert drawn.texts(font_size="11", fill=SOFT)[-2:] == ["суббота (06.02.2016)", "воскресенье (07.02.2016)"]


def test_nothing_in_the_picture_overlaps_downwards() -> None:
    heading = ["Очень длинное название услуги " * 6, "Регламент"]
    drawn = Drawn(of_steps([step(1, 2, "hours")], MONDAY), "ru", heading, "Внимание " * 30)
    rows = [number(one, "y") for one in drawn.all("text", x="16")]
    assert rows == sorted(rows)
    assert all(after - before >= 10 for before, after in itertools.pairwise(rows))


def test_the_picture_is_as_large_as_it_says_on_white() -> None:
    drawn = Drawn(of_steps([step(1, 2, "hours")], MONDAY))
    width, height = drawn.root.attrib["width"], drawn.root.attrib["height"]
    assert drawn.root.get("viewBox") == f"0 0 {width} {height}"
    assert drawn.root.get("role") == "img"
    assert "DejaVu Sans" in drawn.root.attrib["font-family"]
    background = list(drawn.root)[1]
    assert background.attrib == {"width": "100%", "height": "100%", "fill": "#ffffff"}
    assert drawn.all("rect").index(background) == 0


def test_what_has_no_days_has_no_grid() -> None:
    svg = timeline(of_steps([], MONDAY), ACTORS, "ru", ["Услуга"])
    root = Xml.fromstring(svg.encode())  # noqa: S314
    assert list(root.iter(f"{NS}line")) == []
    assert [one.text for one in root.iter(f"{NS}text")] == [
        "Услуга",
        "Общий срок не указан.",
        "В тексте, который есть в программе, процедуры не названы.",
    ]
    assert svg.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert svg.endswith("</svg>\n")


def test_a_term_the_flag_of_which_leaves_two_days_is_drawn_to_the_later() -> None:
    either: dict[str, Any] = step(1, None, "within-working-day", flags=["open"])  # type: ignore[assignment]
    drawn = Drawn(of_steps([either], MONDAY, flags=[flag("open", leaves="term")]))
    [bar] = drawn.outlines()
    assert drawn.days(bar) == (date(2016, 2, 1), date(2016, 2, 2))
    assert drawn.bars(fill=BLUE) == [(date(2016, 2, 1), date(2016, 2, 1))]
