"""What holds of every ledger: of made-up steps, and of every shipped edition before and after its questions are answered."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.answer.term_reasons import step_because
from eligibility.law.edition import Step
from eligibility.law.pack import EditionKey
from eligibility.terms.ledger import ledger
from eligibility.terms.ways import ways
from eligibility.words.text import LANGS
from tests.terms.ledgers import CALENDAR, ENGINE, Plain, days, decided, of_steps, step, sums

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
        assert (row.starts is not None) is known
        known = known and unit != "unstated"
        if row.starts is None:
            assert row.dues is None
            continue
        assert row.starts.earliest >= before
        assert row.starts.earliest <= row.starts.latest
        if row.dues is not None:
            assert row.starts.earliest <= row.dues.earliest <= row.dues.latest >= row.starts.latest
            assert all(map(CALENDAR.is_working_day, row.dues))
        before = (row.dues or row.starts).earliest
    ends = [row.dues for row in found.rows if row.dues]
    assert found.end == (ends[-1] if ends and known else None)


@given(st.integers(1, 60), st.sampled_from(UNITS), DAYS, COUNTS)
@settings(max_examples=60, deadline=None)
def test_more_is_never_earlier(value: int, unit: str, on: date, counts: bool) -> None:
    less, more = (of_steps(made([(n, unit)]), on, *counting(counts)).end for n in (value, value + 1))
    assert less is not None
    assert more is not None
    assert less.earliest <= more.earliest
    assert less.latest <= more.latest or (unit, value) == ("hours", 23)  # a day and more runs on the clock


@given(st.integers(1, 30), st.sampled_from(UNITS), DAYS, st.integers(0, 5), COUNTS)
@settings(max_examples=60, deadline=None)
def test_filing_later_is_never_due_earlier(value: int, unit: str, on: date, later: int, counts: bool) -> None:
    before, after = (of_steps(made([(value, unit)]), day, *counting(counts)).end for day in (on, on + timedelta(days=later)))
    assert before is not None
    assert after is not None
    assert before.earliest <= after.earliest
    assert before.latest <= after.latest


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
    assert inside.starts == found.rows[around - 1].starts
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


def unsaid(step: Step) -> bool:
    """Whether the text itself may leave open that the step takes place."""
    return "unsaid" in (step.when or "")


@pytest.mark.parametrize("key", list(ENGINE.pack.held()), ids=str)
def test_what_is_told_before_an_answer_stays_true_after_it(key: EditionKey) -> None:
    on = date(2016, 4, 28)
    open_decision = decided(key, on, {})
    found = ledger(open_decision, CALENDAR)
    offered = ways(open_decision, [one.slot for one in open_decision.of("steps")])
    seen: set[int] = set()
    for answers in offered.answers:
        settled = ledger(decided(key, on, answers), CALENDAR)
        held = {id(row.step): row for row in settled.rows}
        seen |= held.keys()
        for row in found.rows:
            after = held.get(id(row.step))
            assert after is not None or row.alternative
            if after is not None:
                assert not after.alternative or unsaid(row.step)
                assert row.starts in (None, after.starts)
                assert row.placed in (None, after.placed)
        possible = {one.unit: set(one.possible) for one in settled.sums}
        for total in found.sums:
            assert possible.get(total.unit, {0}) <= set(total.possible)
        assert found.end in (None, settled.end)
    assert seen == {id(row.step) for row in found.rows}
    for row in found.rows:
        assert row.placed is not None or row.depends_on or any(map(unsaid, open_decision.edition.steps))
        assert all(step_because(found, row)[lang] for lang in LANGS)
