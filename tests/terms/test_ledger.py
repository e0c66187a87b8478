"""The term ledger: known editions day by day, what is never added up, what open questions leave open."""

from datetime import date

import pytest

from eligibility.answer.term_reasons import filing_because, step_because
from eligibility.diagnostics.refusal import CalendarMissing
from eligibility.law.calendar import Calendar
from eligibility.law.pack import EditionKey
from eligibility.terms.ledger import ledger
from eligibility.words.text import LANGS
from tests.rules.shipped_calendar import DATA
from tests.terms.ledgers import (
    ENGINE,
    MADE_UP,
    days,
    decided,
    engine_of,
    of_steps,
    shipped,
    step,
    sums,
    told,
)

REGION = "almaty-region-2018-81"
MONDAY = date(2016, 2, 1)

# --- shipped editions


def test_nine_working_days_of_annex_4() -> None:
    found = shipped("kyzylorda-2015-118", "prosthetic-orthopedic-aid", "2016-03-01")
    assert days(found) == [
        (1, "2016-03-01", None),
        (2, "2016-03-01", "2016-03-01..2016-03-02"),
        (3, "2016-03-01..2016-03-02", "2016-03-01..2016-03-02"),
        (4, "2016-03-01..2016-03-02", "2016-03-15..2016-03-16"),
        (5, "2016-03-15..2016-03-16", "2016-03-15..2016-03-17"),
        (6, "2016-03-15..2016-03-17", "2016-03-15..2016-03-17"),
    ]
    assert sums(found) == {"minutes": 120, "working-days": 9}
    assert [one.unit for one in found.sums] == ["minutes", "working-days"]
    assert [one.unit for one in found.largest_first] == ["working-days", "minutes"]
    executor = found.rows[3]
    assert [(off.day.day, off.kind) for off in executor.skipped] == [
        (6, "sunday"),
        (7, "swapped"),
        (8, "holiday"),
        (12, "saturday"),
        (13, "sunday"),
    ]
    assert [one.day for one in executor.worked] == [date(2016, 3, 5)]
    assert told(found.end) == "2016-03-15..2016-03-17"
    assert not found.stated


@pytest.mark.parametrize(
    ("filed", "due"),
    [
        ("2018-03-01", "2018-03-16"),
        ("2018-04-27", "2018-05-16"),
        ("2015-09-22", "2015-10-07"),
        # Counted by hand for № 4/886, whose text does not say from which day: New Year, Nauryz, Constitution Day, Kurban Ait.
        ("2014-12-26", "2015-01-14"),
        ("2015-03-18", "2015-04-06"),
        ("2015-08-20", "2015-09-04"),
        ("2015-09-11", "2015-09-28"),
    ],
)
def test_ten_working_days(filed: str, due: str) -> None:
    term = {"text": {"kk": "мерзім", "ru": "срок"}, "duration": {"value": 10, "unit": "working-days"}, "cite": "7"}
    found = of_steps([step(1, 10, "working-days")], date.fromisoformat(filed), stated_terms=[term])
    assert told(found.end) == due
    assert [told(one.dues) for one in found.stated] == [due]


def test_fourteen_working_days_over_new_year() -> None:
    found = of_steps([step(1, 14, "working-days")], date(2019, 12, 27))
    assert told(found.rows[0].dues) == "2020-01-21"
    assert date(2020, 1, 3) in {off.day for off in found.rows[0].skipped}
    assert [one.day for one in found.rows[0].worked] == [date(2020, 1, 5)]


def test_two_stages_and_a_step_inside_the_second() -> None:
    """№ 81, annex 16, 5(3): seven working days, then eleven, within ten of which the applicant hands over the copies."""
    steps = [step(5, 7, "working-days"), step(6, 11, "working-days"), step(7, 10, "working-days", part_of=6)]
    found = of_steps(steps, date(2019, 3, 1))
    assert days(found) == [
        (5, "2019-03-01", "2019-03-13"),
        (6, "2019-03-13", "2019-04-02"),
        (7, "2019-03-13", "2019-04-01"),
    ]
    assert not found.rows[2].added
    assert sums(found) == {"working-days": 18}
    assert told(found.end) == "2019-04-02"


def test_seven_or_nineteen_days_are_never_added() -> None:
    found = shipped(REGION, "local-social-assistance", "2018-03-01", channel="provider-office")
    seven, nineteen = (row for row in found.rows if row.step.step == 5)
    assert (told(seven.dues), told(nineteen.dues)) == ("2018-03-13..2018-03-14", "2018-04-03..2018-04-04")
    assert seven.alternative
    assert nineteen.alternative
    assert seven.depends_on == ("documents_lost",)
    assert sums(found) == {"minutes": 90, "hours": 6, "working-days": None}
    (working_days,) = (one for one in found.sums if one.unit == "working-days")
    assert working_days.possible == (7, 19)
    assert working_days.depends_on == ("documents_lost",)
    for row in found.rows:
        if row.step.step > 5:
            assert (row.starts, row.dues, row.alternative, row.depends_on) == (None, None, False, ("documents_lost",))
    assert found.end is None
    assert found.depends_on == ("documents_lost",)


def test_once_answered_the_days_are_there() -> None:
    found = shipped(REGION, "local-social-assistance", "2018-03-01", channel="provider-office", documents_lost=True)
    assert sums(found)["working-days"] == 19
    assert told(found.end) == told(found.rows[-1].dues) == "2018-04-03..2018-04-05"
    assert not any(row.alternative or row.depends_on for row in found.rows)


def test_channel_that_is_not_chosen_is_asked_for() -> None:
    found = shipped(REGION, "local-social-assistance", "2018-03-01", documents_lost=False)
    assert found.depends_on == ("channel",)
    assert sums(found) == {"minutes": None, "hours": None, "working-days": 7}


def test_the_only_channel_needs_no_question() -> None:
    found = shipped(REGION, "rehabilitated-person-certificate", "2018-09-03", request="certificate")
    assert "channel" not in found.depends_on
    assert all(row.starts for row in found.rows)


def test_calendar_days_that_end_on_a_day_off() -> None:
    found = of_steps([step(1, 15, "calendar-days")], date(2013, 3, 1))
    assert told(found.end) == "2013-03-18"
    assert [off.day for off in found.rows[0].skipped] == [date(2013, 3, 16), date(2013, 3, 17)]
    assert "программа считает" in step_because(found, found.rows[0]).ru


def test_times_a_day_have_no_due_day() -> None:
    """№ 370, annex 3: the centre hands the papers over so many times a day; what follows counts from the same day."""
    found = of_steps([step(1, 3, "times-per-day"), step(2, 2, "times-per-day", bound="at-least"), step(3, 1, "months")], MONDAY)
    assert days(found) == [(1, "2016-02-01", None), (2, "2016-02-01", None), (3, "2016-02-01", "2016-03-01")]
    assert sums(found) == {"months": 1}


def test_stated_term_stands_apart_from_the_sum() -> None:
    found = shipped("almaty-region-health-2019-43", "phc-certificate", "2019-12-27")
    assert [told(one.dues) for one in found.stated] == ["2019-12-27"]
    assert sums(found) == {"minutes": 30}


def test_pauses_are_no_part_of_the_sum() -> None:
    paused, usual = (
        shipped(REGION, "targeted-social-assistance", "2018-05-02", channel="employment-centre", state_bodies_requested=asked)
        for asked in (True, False)
    )
    (pause,) = paused.pauses
    assert pause.holds is True
    assert pause.pause.duration is not None
    assert pause.pause.notice is not None
    assert (pause.pause.duration.value, pause.pause.notice.value) == (30, 2)
    assert not usual.pauses
    assert paused.sums == usual.sums


# --- the day of filing


def test_filed_on_a_day_off() -> None:
    found = shipped("kyzylorda-2015-118", "wheelchairs", "2016-03-06")
    assert found.filing is not None
    assert found.filing.counted_from == date(2016, 3, 9)
    assert [off.kind for off in found.filing.skipped] == ["sunday", "swapped", "holiday"]
    assert told(found.rows[0].starts) == "2016-03-09"
    assert "не сказано" in filing_because(found.filing).ru


def test_whether_the_day_of_filing_counts_is_told_by_the_channel() -> None:
    steps = [step(1, 2, "working-days"), step(2, 2, "working-days")]
    usual = of_steps(steps, MONDAY, {"channel": "provider-office"})
    counted = of_steps(steps, MONDAY, {"channel": "provider-office"}, {"provider-office": True})
    assert days(usual) == [(1, "2016-02-01", "2016-02-03"), (2, "2016-02-03", "2016-02-05")]
    assert days(counted) == [(1, "2016-02-01", "2016-02-02"), (2, "2016-02-02", "2016-02-04")]
    assert usual.filing is not None
    assert counted.filing is not None
    assert (usual.filing.counts, counted.filing.counts) == (False, True)
    other = of_steps(steps, MONDAY, {"channel": "egov-portal"}, {"provider-office": True})
    assert days(other) == days(usual)


def test_setting_of_a_channel_not_chosen_leaves_the_days_open() -> None:
    channels = [{"channel": "provider-office", "cite": "1"}, {"channel": "state-corporation", "cite": "1"}]
    steps = [step(1, 2, "working-days")]
    found = of_steps(steps, MONDAY, {}, {"provider-office": True}, channels=channels)
    assert found.filing is not None
    assert found.filing.counts is None
    assert days(found) == [(1, "2016-02-01", None)]
    assert found.rows[0].depends_on == ("channel",)
    assert sums(found) == {"working-days": 2}


# --- units


@pytest.mark.parametrize(
    ("value", "unit", "due"),
    [
        (30, "minutes", "2016-02-01..2016-02-02"),
        (8, "hours", "2016-02-01..2016-02-02"),
        (8, "working-hours", "2016-02-01..2016-02-02"),
        (9, "working-hours", "2016-02-01..2016-02-03"),
        (24, "hours", "2016-02-02"),
        (25, "hours", "2016-02-02..2016-02-03"),
        (None, "within-working-day", "2016-02-01"),
        (1, "working-days", "2016-02-02"),
        (5, "calendar-days", "2016-02-08"),
        (1, "months", "2016-03-01"),
        (2, "times-per-day", None),
        (1, "unstated", None),
        (None, "unstated", None),
    ],
)
def test_units(value: int | None, unit: str, due: str | None) -> None:
    assert days(of_steps([step(1, value, unit)], MONDAY)) == [(1, "2016-02-01", due)]


def test_no_duration_leaves_the_next_step_where_it_was() -> None:
    found = of_steps([step(1, 1, "working-days"), step(2), step(3, 1, "working-days")], MONDAY)
    assert days(found) == [(1, "2016-02-01", "2016-02-02"), (2, "2016-02-02", None), (3, "2016-02-02", "2016-02-03")]


def test_month_without_such_a_date_is_said_so() -> None:
    found = of_steps([step(1, 1, "months")], date(2018, 1, 31))
    assert told(found.rows[0].dues) == "2018-02-28"
    assert "такого числа нет" in step_because(found, found.rows[0]).ru
    usual = of_steps([step(1, 1, "months")], date(2018, 1, 25))
    assert "такого числа нет" not in step_because(usual, usual.rows[0]).ru


@pytest.mark.parametrize("bound", ["not-before", "at-least"])
def test_a_shortest_time_is_no_due_day(bound: str) -> None:
    found = of_steps([step(1, 3, "working-days", bound=bound), step(2, 1, "working-days")], MONDAY)
    assert days(found) == [(1, "2016-02-01", None), (2, None, None)]
    assert "2016 года" in step_because(found, found.rows[0]).ru
    assert found.end is None
    assert sums(found) == {"working-days": 1}


def test_steps_of_one_number_that_hold_together_replace_each_other() -> None:
    found = of_steps([step(1, 3, "working-days"), step(1, 5, "working-days"), step(2, 1, "hours")], MONDAY)
    assert sums(found) == {"working-days": None, "hours": 1}
    assert [row.alternative for row in found.rows] == [True, True, False]
    assert [told(row.dues) for row in found.rows] == ["2016-02-04", "2016-02-08", None]
    assert all(because.kk and because.ru for because in (step_because(found, row) for row in found.rows))


def test_nothing_to_count_needs_no_calendar() -> None:
    found = ledger(decided(MADE_UP, MONDAY, {}, engine_of([])), Calendar.of({}))
    assert (found.filing, found.rows, found.extent) == (None, (), None)


def test_missing_year_is_refused() -> None:
    with pytest.raises(CalendarMissing) as missing:
        shipped("kyzylorda-2015-118", "prosthetic-orthopedic-aid", "2027-12-30")
    assert missing.value.year == 2028
    decision = decided(MADE_UP, MONDAY, {}, engine_of([step(1, 1, "hours")]))
    with pytest.raises(CalendarMissing):
        ledger(decision, Calendar.of({2015: DATA[2015]}))


# --- the contract


def test_contract_of_annex_4() -> None:
    decision = decided(EditionKey("kyzylorda-2015-118", "prosthetic-orthopedic-aid"), date(2016, 3, 1), {})
    terms = ENGINE.answer_to(decision).data()["terms"]
    assert terms["stated"] is None
    assert terms["sum"] == [{"value": 9, "unit": "working-days"}, {"value": 120, "unit": "minutes"}]
    assert terms["pauses"] == []
    assert terms["counts_filing_day"]["counts"] is False
    fourth = terms["steps"][3]
    assert (fourth["no"], fourth["start"], fourth["start_between"]) == (4, None, ["2016-03-01", "2016-03-02"])
    assert (fourth["due"], fourth["due_between"]) == (None, ["2016-03-15", "2016-03-16"])
    assert (terms["due"], terms["due_between"]) == (None, ["2016-03-15", "2016-03-17"])
    assert "не короче 8 часов" in terms["because"]["ru"]
    assert fourth["duration"] == {"value": 9, "unit": "working-days", "bound": "within"}
    assert fourth["skipped"][2]["day"] == "2016-03-08"
    assert fourth["skipped"][2]["kind"] == "holiday"
    assert set(fourth["because"]) == set(LANGS)
    assert (fourth["depends_on"], fourth["part_of"]) == ([], None)


def test_contract_of_what_is_open_or_stated() -> None:
    decision = decided(EditionKey(REGION, "local-social-assistance"), date(2018, 5, 2), {"channel": "rural-akim"})
    terms = ENGINE.answer_to(decision).data()["terms"]
    open_sum = {"value": None, "unit": "working-days", "possible": [7, 19], "depends_on": ["documents_lost"]}
    assert terms["sum"][0] == open_sum
    assert [one["alternative"] for one in terms["steps"] if one["no"] == 5] == [True, True]


def test_contract_of_a_stated_term() -> None:
    term = {"text": {"kk": "мерзім", "ru": "срок"}, "duration": {"value": 10, "unit": "working-days"}, "cite": "7"}
    engine = engine_of([], stated_terms=[term])
    terms = engine.answer_to(decided(MADE_UP, date(2018, 3, 1), {}, engine)).data()["terms"]
    assert (terms["stated"]["due"], terms["stated"]["due_between"]) == ("2018-03-16", None)
    assert terms["sum"] == []
