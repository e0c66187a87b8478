"""The term ledger: known editions day by day, what is never added up, what open questions leave open."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.contract import decision_json
from eligibility.law.pack import EditionKey
from eligibility.law.words import LANGS
from eligibility.terms.calendar import Calendar, CalendarMissing
from eligibility.terms.ledger import ledger
from eligibility.terms.ways import ways
from tests.terms.editions import CALENDAR, ENGINE, MADE_UP, Plain, days, decided, engine_of, of_steps, shipped, step, sums
from tests.terms.held import DATA

REGION = "almaty-region-2018-81"
MONDAY = date(2016, 2, 1)

# --- shipped editions


def test_nine_working_days_of_annex_4() -> None:
    found = shipped("kyzylorda-2015-118", "prosthetic-orthopedic-aid", "2016-03-01")
    assert days(found) == [
        (1, "2016-03-01", None),
        (2, "2016-03-01", "2016-03-01"),
        (3, "2016-03-01", "2016-03-01"),
        (4, "2016-03-01", "2016-03-15"),
        (5, "2016-03-15", "2016-03-15"),
        (6, "2016-03-15", "2016-03-15"),
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
    assert found.end == date(2016, 3, 15)
    assert not found.stated


@pytest.mark.parametrize(
    ("filed", "due"), [("2018-03-01", "2018-03-16"), ("2018-04-27", "2018-05-16"), ("2015-09-22", "2015-10-07")]
)
def test_ten_working_days(filed: str, due: str) -> None:
    found = shipped("south-kazakhstan-2012-370", "wheelchairs", filed)
    assert [row.due for row in found.rows if row.step.step == 4] == [date.fromisoformat(due)]
    stated = shipped("almaty-city-2014-4-886", "wheelchairs", filed)
    assert [one.due for one in stated.stated] == [date.fromisoformat(due)]


def test_fourteen_working_days_over_new_year() -> None:
    found = of_steps([step(1, 14, "working-days")], date(2019, 12, 27))
    assert found.rows[0].due == date(2020, 1, 21)
    assert date(2020, 1, 3) in {off.day for off in found.rows[0].skipped}
    assert [one.day for one in found.rows[0].worked] == [date(2020, 1, 5)]


def test_two_stages_and_a_step_inside_the_second() -> None:
    found = shipped(REGION, "foreign-labour-permit", "2019-03-01", channel="provider-office", request="issue")
    first, second, levy = (row for row in found.rows if row.step.step in (5, 6, 7))
    assert (first.due, second.start, second.due) == (date(2019, 3, 13), date(2019, 3, 13), date(2019, 4, 2))
    assert (levy.start, levy.due, levy.added) == (second.start, date(2019, 4, 1), False)
    assert sums(found) == {"minutes": 40, "hours": 7, "working-days": 18}


def test_seven_or_nineteen_days_are_never_added() -> None:
    found = shipped(REGION, "local-social-assistance", "2018-03-01", channel="provider-office")
    seven, nineteen = (row for row in found.rows if row.step.step == 5)
    assert (seven.due, nineteen.due) == (date(2018, 3, 13), date(2018, 4, 3))
    assert seven.alternative
    assert nineteen.alternative
    assert seven.depends_on == ("documents_lost",)
    assert sums(found) == {"minutes": 90, "hours": 6, "working-days": None}
    (working_days,) = (one for one in found.sums if one.unit == "working-days")
    assert working_days.possible == (7, 19)
    assert working_days.depends_on == ("documents_lost",)
    for row in found.rows:
        if row.step.step > 5:
            assert (row.start, row.due, row.alternative, row.depends_on) == (None, None, False, ("documents_lost",))
    assert found.end is None
    assert found.depends_on == ("documents_lost",)


def test_once_answered_the_days_are_there() -> None:
    found = shipped(REGION, "local-social-assistance", "2018-03-01", channel="provider-office", documents_lost=True)
    assert sums(found)["working-days"] == 19
    assert found.rows[-1].due == date(2018, 4, 3)
    assert not any(row.alternative or row.depends_on for row in found.rows)


def test_channel_that_is_not_chosen_is_asked_for() -> None:
    found = shipped(REGION, "local-social-assistance", "2018-03-01", documents_lost=False)
    assert found.depends_on == ("channel",)
    assert sums(found) == {"minutes": None, "hours": None, "working-days": 7}


def test_the_only_channel_needs_no_question() -> None:
    found = shipped(REGION, "rehabilitated-person-certificate", "2018-09-03", request="certificate")
    assert "channel" not in found.depends_on
    assert all(row.start for row in found.rows)


def test_calendar_days_that_end_on_a_day_off() -> None:
    found = shipped("south-kazakhstan-2012-370", "local-social-assistance", "2013-03-01")
    counted = found.rows[3]
    assert counted.due == date(2013, 3, 18)
    assert [off.day for off in counted.skipped] == [date(2013, 3, 16), date(2013, 3, 17)]
    assert found.rows[-1].due is None
    assert sums(found) == {"hours": 2, "calendar-days": 15, "minutes": 30}


def test_times_a_day_have_no_due_day() -> None:
    found = shipped("south-kazakhstan-2012-370", "child-benefit-under-18", "2013-03-01", channel="public-service-centre")
    repeated = [row for row in found.rows if row.step.duration and row.step.duration.unit == "times-per-day"]
    assert len(repeated) == 2
    assert all(row.due is None and row.start is not None for row in repeated)
    assert "times-per-day" not in sums(found)


def test_stated_term_stands_apart_from_the_sum() -> None:
    found = shipped("almaty-region-health-2019-43", "phc-certificate", "2019-12-27")
    assert [one.due for one in found.stated] == [date(2019, 12, 27)]
    assert sums(found) == {"minutes": 30}


def test_pauses_stand_apart_and_are_never_added() -> None:
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
    assert (paused.sums, paused.end) == (usual.sums, usual.end)


# --- the day of filing


def test_filed_on_a_day_off() -> None:
    found = shipped("kyzylorda-2015-118", "wheelchairs", "2016-03-06")
    assert found.filing is not None
    assert found.filing.counted_from == date(2016, 3, 9)
    assert [off.kind for off in found.filing.skipped] == ["sunday", "swapped", "holiday"]
    assert found.rows[0].start == date(2016, 3, 9)


def test_whether_the_day_of_filing_counts_is_told_by_the_channel() -> None:
    steps = [step(1, 30, "minutes"), step(2, 2, "working-days"), step(3, 2, "working-days")]
    usual = of_steps(steps, MONDAY, {"channel": "provider-office"})
    counted = of_steps(steps, MONDAY, {"channel": "provider-office"}, {"provider-office": True})
    assert days(usual)[1:] == [(2, "2016-02-01", "2016-02-03"), (3, "2016-02-03", "2016-02-05")]
    assert days(counted)[1:] == [(2, "2016-02-01", "2016-02-02"), (3, "2016-02-02", "2016-02-04")]
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
        (30, "minutes", "2016-02-01"),
        (23, "hours", "2016-02-01"),
        (24, "hours", "2016-02-02"),
        (25, "hours", "2016-02-03"),
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
    assert found.rows[0].due == date(2018, 2, 28)
    assert "такого числа нет" in found.rows[0].because.ru
    assert "такого числа нет" not in of_steps([step(1, 1, "months")], date(2018, 1, 25)).rows[0].because.ru


@pytest.mark.parametrize("bound", ["not-before", "at-least"])
def test_a_shortest_time_is_no_due_day(bound: str) -> None:
    found = of_steps([step(1, 3, "working-days", bound=bound), step(2, 1, "working-days")], MONDAY)
    assert days(found) == [(1, "2016-02-01", None), (2, "2016-02-04", "2016-02-05")]
    assert sums(found) == {"working-days": 1}


def test_steps_of_one_number_that_hold_together_replace_each_other() -> None:
    found = of_steps([step(1, 3, "working-days"), step(1, 5, "working-days"), step(2, 1, "hours")], MONDAY)
    assert sums(found) == {"working-days": None, "hours": 1}
    assert [row.alternative for row in found.rows] == [True, True, False]
    assert [row.due for row in found.rows] == [date(2016, 2, 4), date(2016, 2, 8), None]
    assert all(row.because.kk and row.because.ru for row in found.rows)


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


# --- laws

UNITS = ("minutes", "hours", "working-days", "calendar-days", "months")
Term = tuple[int | None, str | None]
TERMS: st.SearchStrategy[Term] = st.one_of(
    st.tuples(st.integers(1, 40), st.sampled_from(UNITS)),
    st.just((None, None)),
    st.just((None, "within-working-day")),
    st.tuples(st.integers(1, 3), st.sampled_from(["times-per-day", "unstated"])),
)
DAYS = st.dates(date(2012, 1, 1), date(2016, 12, 31))
COUNTS = st.booleans()


def made(terms: Sequence[Term]) -> list[Plain]:
    return [step(at, value, unit) for at, (value, unit) in enumerate(terms, 1)]


def counting(yes: bool) -> tuple[dict[str, Any], dict[str, bool]]:
    return {"channel": "provider-office"}, {"provider-office": yes}


@given(st.lists(TERMS, min_size=1, max_size=6), DAYS, COUNTS)
@settings(max_examples=60, deadline=None)
def test_due_is_never_before_start_nor_start_before_filing(terms: list[Term], on: date, counts: bool) -> None:
    found = of_steps(made(terms), on, *counting(counts))
    before, known = on, True
    for row, (_, unit) in zip(found.rows, terms, strict=True):
        assert (row.start is not None) is known
        known = known and unit != "unstated"
        if row.start is None:
            assert row.due is None
            continue
        assert row.start >= before
        assert row.due is None or row.due >= row.start
        assert row.due is None or CALENDAR.is_working_day(row.due)
        before = row.due or row.start
    assert found.end == (max((row.due for row in found.rows if row.due), default=None) if known else None)


@given(st.integers(1, 60), st.sampled_from(UNITS), DAYS, COUNTS)
@settings(max_examples=60, deadline=None)
def test_more_is_never_earlier(value: int, unit: str, on: date, counts: bool) -> None:
    dues = [of_steps(made([(n, unit)]), on, *counting(counts)).rows[0].due for n in (value, value + 1)]
    assert dues[0] is not None
    assert dues[1] is not None
    assert dues[0] <= dues[1]


@given(st.integers(1, 30), st.sampled_from(UNITS), DAYS, st.integers(0, 5), COUNTS)
@settings(max_examples=60, deadline=None)
def test_filing_later_is_never_due_earlier(value: int, unit: str, on: date, later: int, counts: bool) -> None:
    dues = [of_steps(made([(value, unit)]), day, *counting(counts)).rows[0].due for day in (on, on + timedelta(days=later))]
    assert dues[0] is not None
    assert dues[1] is not None
    assert dues[0] <= dues[1]


@given(st.lists(TERMS, min_size=1, max_size=6), DAYS)
@settings(max_examples=40, deadline=None)
def test_sum_equals_the_added_rows(terms: list[Term], on: date) -> None:
    found = of_steps(made(terms), on)
    expected: dict[str, int] = {}
    for row in found.rows:
        if row.added and row.step.duration and row.step.duration.value:
            unit = row.step.duration.unit
            expected[unit] = expected.get(unit, 0) + row.step.duration.value
    assert sums(found) == expected
    assert list(expected) == [one.unit for one in found.sums]


@given(st.lists(TERMS, min_size=1, max_size=4), TERMS, DAYS, COUNTS, st.data())
@settings(max_examples=40, deadline=None)
def test_a_step_inside_another_changes_nothing_else(
    terms: list[Term],
    inner: Term,
    on: date,
    counts: bool,
    data: st.DataObject,
) -> None:
    around = data.draw(st.integers(1, len(terms)))
    usual = of_steps(made(terms), on, *counting(counts))
    steps = made(terms)
    steps.insert(around, step(99, *inner, part_of=around))
    found = of_steps(steps, on, *counting(counts))
    assert found.sums == usual.sums
    assert [row for row in days(found) if row[0] != 99] == days(usual)
    inside = found.rows[around]
    assert inside.start == found.rows[around - 1].start
    assert not inside.added


@given(st.lists(TERMS, max_size=2), TERMS, TERMS, st.lists(TERMS, max_size=2), DAYS)
@settings(max_examples=40, deadline=None)
def test_alternatives_are_never_added_together(
    before: list[Term],
    one: Term,
    other: Term,
    after: list[Term],
    on: date,
) -> None:
    first, *rest = (made([*before, term, *after]) for term in (one, other))
    at = len(before)
    steps = [
        *first[:at],
        {**first[at], "when": "documents_lost"},
        {**rest[0][at], "when": "not documents_lost"},
        *first[at + 1 :],
    ]
    found = of_steps(steps, on)
    single = [of_steps(steps, on, {"documents_lost": lost}) for lost in (True, False)]
    assert [sums(one) for one in single] == [sums(of_steps(plain, on)) for plain in (first, rest[0])]
    for total in found.sums:
        possible = {sums(one).get(total.unit, 0) for one in single}
        assert set(total.possible) == possible
        assert total.value == (possible.pop() if len(possible) == 1 else None)
        assert total.depends_on == (() if total.value is not None else ("documents_lost",))


@pytest.mark.parametrize("key", list(ENGINE.pack.held()), ids=str)
def test_what_is_told_before_an_answer_stays_true_after_it(key: EditionKey) -> None:
    on = date(2016, 4, 28)
    open_decision = decided(key, on, {})
    found = ledger(open_decision, CALENDAR)
    offered = ways(open_decision, [f"step:{at}" for at in range(len(open_decision.edition.steps))])
    seen: set[int] = set()
    for answers in offered.answers:
        settled = ledger(decided(key, on, answers), CALENDAR)
        held = {id(row.step): row for row in settled.rows}
        seen |= held.keys()
        for row in found.rows:
            after = held.get(id(row.step))
            assert after is not None or row.alternative
            if after is not None:
                assert not after.alternative
                assert row.start in (None, after.start)
                assert row.counted in (None, after.counted)
        for total in found.sums:
            assert sums(settled).get(total.unit, 0) in total.possible
        assert found.end in (None, settled.end)
    assert seen == {id(row.step) for row in found.rows}
    for row in found.rows:
        assert row.due is None or row.start is None or row.due >= row.start
        assert (row.counted is None) <= bool(row.depends_on)
        assert all(row.because[lang] for lang in LANGS)


# --- the contract


def test_contract_of_annex_4() -> None:
    decision = decided(EditionKey("kyzylorda-2015-118", "prosthetic-orthopedic-aid"), date(2016, 3, 1), {})
    terms = decision_json(decision, ENGINE)["terms"]
    assert terms["stated"] is None
    assert terms["sum"] == [{"value": 9, "unit": "working-days"}, {"value": 120, "unit": "minutes"}]
    assert terms["pauses"] == []
    assert terms["counts_filing_day"]["counts"] is False
    fourth = terms["steps"][3]
    assert (fourth["no"], fourth["start"], fourth["due"]) == (4, "2016-03-01", "2016-03-15")
    assert fourth["duration"] == {"value": 9, "unit": "working-days", "bound": "within"}
    assert fourth["skipped"][2]["day"] == "2016-03-08"
    assert fourth["skipped"][2]["kind"] == "holiday"
    assert set(fourth["because"]) == set(LANGS)
    assert (fourth["depends_on"], fourth["part_of"]) == ([], None)


def test_contract_of_what_is_open_or_stated() -> None:
    decision = decided(EditionKey(REGION, "local-social-assistance"), date(2018, 5, 2), {"channel": "rural-akim"})
    terms = decision_json(decision, ENGINE)["terms"]
    open_sum = {"value": None, "unit": "working-days", "possible": [7, 19], "depends_on": ["documents_lost"]}
    assert terms["sum"][0] == open_sum
    assert [one["alternative"] for one in terms["steps"] if one["no"] == 5] == [True, True]
    stated = decision_json(decided(EditionKey("almaty-city-2014-4-886", "wheelchairs"), date(2018, 3, 1), {}), ENGINE)
    assert stated["terms"]["stated"]["due"] == "2018-03-16"
    assert stated["terms"]["sum"] == []
