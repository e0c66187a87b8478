"""Bars of plain letters: what each sign stands for."""

from datetime import date
from typing import Any

from eligibility.answer.bars import bars
from tests.terms.ledgers import flag, of_steps, step

MONDAY = date(2016, 2, 1)
NAME = {"kk": "күн", "ru": "день"}


def signs(room: int, *steps: Any, on: date = MONDAY, **more: Any) -> list[str]:
    drawn = bars(of_steps(list(steps), on, **more), room)
    assert drawn is not None
    return [bar.signs for bar in drawn.lines]


def test_signs_stand_for_days() -> None:
    assert signs(40, step(1, 2, "hours"), step(2, 3, "working-days"), on=date(2016, 2, 4)) == ["█▓·····", "██░░██▓"]
    drawn = bars(of_steps([step(1, 3, "working-days"), step(2), step(3, 1, "unstated"), step(4, 1, "hours")], MONDAY), 40)
    assert drawn is not None
    assert (drawn.first, drawn.last, drawn.days_a_sign) == (MONDAY, date(2016, 2, 4), 1)
    assert [bar.signs for bar in drawn.lines] == ["████", "···○", "···○", "?···"]


def test_a_sign_for_several_days_is_counted_where_any_of_them_is() -> None:
    drawn = bars(of_steps([step(1, 5, "working-days"), step(2, 1, "hours"), step(3)], MONDAY), 4)
    assert drawn is not None
    assert (drawn.days_a_sign, [bar.signs for bar in drawn.lines]) == (3, ["███", "··█", "··○"])


def test_a_step_that_may_not_take_place_and_days_off_in_it() -> None:
    assert signs(40, step(1, 3, "working-days", when="unsaid"), on=date(2016, 2, 4)) == ["▒▒░░▒▒"]


def test_a_total_term_has_a_line_too() -> None:
    term = {"text": NAME, "duration": {"value": 2, "unit": "working-days"}, "cite": "7"}
    assert signs(40, step(1, 1, "working-days"), stated_terms=[term]) == ["██·", "███"]
    assert signs(40, stated_terms=[term]) == ["███"]
    assert signs(40, stated_terms=[{**term, "from": "decision"}]) == ["?"]
    flags = [flag("open", leaves="term")]
    assert signs(40, stated_terms=[{**term, "flags": ["open"]}], flags=flags) == ["○"]
