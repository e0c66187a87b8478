"""Which answers are weighed for the days, and which questions are asked for them: none that could not matter."""

from datetime import date
from typing import Any

import pytest

from eligibility.terms.ledger import ledger
from eligibility.terms.ways import ways
from tests.terms.ledgers import CALENDAR, MADE_UP, days, decided, engine_of, flag, of_steps, step, sums, told

MONDAY = date(2016, 2, 1)
OFFICE = {"channel": "provider-office", "cite": "1"}
CORPORATION = {"channel": "state-corporation", "cite": "1"}


def by_channel(channel: str, no: int, value: int) -> Any:
    return step(no, value, "working-days", when=f"channel == {channel}")


def test_a_way_that_only_hands_over_results_is_no_way_to_file() -> None:
    steps = [by_channel("provider-office", 1, 2), by_channel("public-service-centre", 1, 7)]
    channels = [OFFICE, {"channel": "public-service-centre", "cite": "1", "only": "result"}]
    found = of_steps(steps, MONDAY, channels=channels)
    assert sums(found) == {"working-days": 2}
    assert (days(found), found.depends_on) == ([(1, "2016-02-01", "2016-02-03")], ())


def test_a_way_that_only_takes_applications_is_one() -> None:
    steps = [by_channel("provider-office", 1, 2), by_channel("public-service-centre", 1, 7)]
    channels = [OFFICE, {"channel": "public-service-centre", "cite": "1", "only": "application"}]
    found = of_steps(steps, MONDAY, channels=channels)
    (total,) = found.sums
    assert (total.possible, total.depends_on) == ((2, 7), ("channel",))


def test_a_way_that_is_closed_here_is_not_weighed() -> None:
    steps = [by_channel("provider-office", 1, 2), by_channel("rural-akim", 1, 7)]
    channels = [OFFICE, {"channel": "rural-akim", "cite": "1", "when": "not employment_centre_present"}]
    found = of_steps(steps, MONDAY, {"employment_centre_present": True}, channels=channels)
    assert (sums(found), found.depends_on) == ({"working-days": 2}, ())
    unknown = of_steps(steps, MONDAY, channels=channels)
    assert [one.possible for one in unknown.sums] == [(2, 7)]


def test_only_what_decides_is_asked() -> None:
    steps = [
        step(1, 2, "working-days", when="documents_lost"),
        step(1, 2, "working-days", when="not documents_lost"),
        step(2, 1, "working-days", when="additional_check_needed"),
    ]
    found = of_steps(steps, MONDAY)
    assert found.rows[2].depends_on == ("additional_check_needed",)
    assert found.rows[0].depends_on == ("documents_lost",)
    (total,) = found.sums
    assert (total.possible, total.depends_on) == ((2, 3), ("additional_check_needed",))
    assert told(found.rows[2].dues) == "2016-02-04"


def test_what_only_two_answers_together_decide_asks_for_both() -> None:
    steps = [step(1, 2, "working-days", when="documents_lost and additional_check_needed"), step(2, 1, "working-days")]
    found = of_steps(steps, MONDAY)
    assert set(found.rows[0].depends_on) == {"documents_lost", "additional_check_needed"}
    known = of_steps(steps, MONDAY, {"documents_lost": False})
    assert (known.depends_on, [row.step.step for row in known.rows]) == ((), [2])
    left = of_steps(steps, MONDAY, {"documents_lost": True})
    assert left.depends_on == ("additional_check_needed",)


def test_answers_that_contradict_each_other_are_not_weighed() -> None:
    engine = engine_of([step(1, 2, "working-days", when="disabled_child"), step(2, 1, "working-days")])
    decision = decided(MADE_UP, MONDAY, {"disability": "child"}, engine)
    found = ledger(decision, CALENDAR)
    assert [row.alternative for row in found.rows] == [False, False]
    assert ways(decision, [decision.of("steps")[0].slot]).answers == ({},)
    assert ways(decision, [decision.of("steps")[0].slot]).facts == ()


def test_a_flag_that_may_leave_a_term_open_is_asked_about_only_where_a_step_names_it() -> None:
    flags = [flag("lost", leaves="term", when="documents_lost"), flag("other", leaves="term", when="additional_check_needed")]
    found = of_steps([step(1, 2, "working-days", flags=["lost"])], MONDAY, flags=flags)
    assert found.depends_on == ("documents_lost",)
    assert [one.id for one in found.rows[0].flags] == ["lost"]
    assert of_steps([step(1, 2, "working-days")], MONDAY, flags=flags).depends_on == ()


def test_settings_of_ways_that_are_all_alike_leave_nothing_open() -> None:
    found = of_steps(
        [step(1, 2, "working-days")],
        MONDAY,
        {},
        {"provider-office": True, "state-corporation": True},
        channels=[OFFICE, CORPORATION],
    )
    assert found.filing is not None
    assert (found.filing.counts, found.filing.channel) == (True, None)
    assert (days(found), found.depends_on) == ([(1, "2016-02-01", "2016-02-02")], ())


@pytest.mark.parametrize(
    ("first", "second", "due"),
    [
        # a second amount follows the first: after whole days on the next working day, after hours on the same one
        ((1, "working-days"), (7, "working-hours"), "2016-02-03"),
        ((1, "working-days"), (2, "working-days"), "2016-02-04"),
        ((5, "calendar-days"), (1, "hours"), "2016-02-09"),
        ((1, "months"), (1, "working-days"), "2016-03-02"),
        ((1, "months"), (10, "calendar-days"), "2016-03-11"),
        ((2, "hours"), (30, "minutes"), "2016-02-01..2016-02-02"),
        ((7, "hours"), (2, "hours"), "2016-02-01..2016-02-03"),
        ((24, "hours"), (1, "hours"), "2016-02-03"),
        ((1, "working-days"), (48, "hours"), "2016-02-04"),
    ],
)
def test_a_second_amount_follows_the_first(first: tuple[int, str], second: tuple[int, str], due: str) -> None:
    plus = {"value": second[0], "unit": second[1]}
    found = of_steps([step(1, *first, plus=plus)], MONDAY)
    assert days(found) == [(1, "2016-02-01", due)]


def test_days_off_of_both_amounts_are_named() -> None:
    plus = {"value": 1, "unit": "working-days"}
    found = of_steps([step(1, 3, "working-days", plus=plus)], date(2016, 3, 2))
    assert told(found.rows[0].dues) == "2016-03-09"
    assert [off.day.day for off in found.rows[0].skipped] == [6, 7, 8]
    assert [one.day.day for one in found.rows[0].worked] == [5]
    assert told(found.rows[0].starts) == "2016-03-02"


@pytest.mark.parametrize(
    ("value", "filed", "end"),
    [
        (23, "2016-02-01", "2016-02-01..2016-02-04"),
        (24, "2016-02-05", "2016-02-08"),
        (47, "2016-02-01", "2016-02-02..2016-02-03"),
        (48, "2016-02-01", "2016-02-03"),
        (72, "2016-02-04", "2016-02-08"),
    ],
)
def test_a_day_and_more_in_hours_runs_on_the_clock(value: int, filed: str, end: str) -> None:
    found = of_steps([step(1, value, "hours")], date.fromisoformat(filed))
    assert told(found.end) == end


def test_hours_after_a_last_day_that_was_moved_begin_on_the_day_it_moved_to() -> None:
    found = of_steps([step(1, 15, "calendar-days"), step(2, 1, "hours")], date(2013, 3, 1))
    assert days(found) == [(1, "2013-03-01", "2013-03-18"), (2, "2013-03-18", "2013-03-18..2013-03-19")]


def test_what_is_presented_by_no_way_that_fits_is_weighed_by_all_ways() -> None:
    """Where the facts contradict every way the edition offers, none is dropped: the days are told as for any."""
    steps = [by_channel("provider-office", 1, 2), by_channel("rural-akim", 1, 7)]
    closed = {"when": "documents_lost"}
    channels = [{**OFFICE, **closed}, {"channel": "rural-akim", "cite": "1", **closed}]
    found = of_steps(steps, MONDAY, {"documents_lost": False}, channels=channels)
    assert [one.possible for one in found.sums] == [(0, 2, 7)]
    assert found.depends_on == ("channel",)
