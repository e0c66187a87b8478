"""Where there is no last day, and why: a flag leaves the term open, an event's day is not given, a way of filing is closed."""

from datetime import date
from typing import Any

import pytest

from eligibility.answer.term_reasons import end_because, stated_because, step_because
from eligibility.answer.totals import totals
from eligibility.engine import Engine
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.writing import Wanted, make
from eligibility.terms.ledger import Ledger, ledger
from eligibility.words.text import Text
from tests.terms.ledgers import CALENDAR, ENGINE, MADE_UP, days, decided, engine_of, flag, of_steps, shipped, step, told
from tests.terms.sentences import HOURS_UNKNOWN, UNSETTLED, why_no_day

MONDAY = date(2016, 2, 1)


def flagged(*steps: Any, leaves: Any = "term", when: str | None = None, facts: dict[str, Any] | None = None) -> Ledger:
    condition = {"when": when} if when else {}
    return of_steps(list(steps), MONDAY, facts, flags=[flag("term-open", leaves=leaves, **condition)])


# --- a flag of the text


def test_within_the_working_day_may_mean_one_working_day() -> None:
    """№ 370, the last steps of annexes 2 to 7: «жұмыс күні ішінде», of which the flag says that it may be either."""
    found = flagged(step(1, 10, "working-days"), step(2, None, "within-working-day", flags=["term-open"]))
    assert days(found) == [(1, "2016-02-01", "2016-02-15"), (2, "2016-02-15", "2016-02-15..2016-02-16")]
    assert told(found.end) == "2016-02-15..2016-02-16"
    assert why_no_day(found).ru.endswith("Номера процедур: 2.")
    assert "часов" not in why_no_day(found).ru
    assert "бір жұмыс күні" in step_because(found, found.rows[1]).kk
    assert "один рабочий день" in step_because(found, found.rows[1]).ru


def test_that_same_working_day_is_one_day() -> None:
    """№ 43, annex 4, 5(2): «сол жұмыс күні»; no flag leaves it open."""
    found = flagged(step(1, None, "within-working-day", bound="exactly"))
    assert days(found) == [(1, "2016-02-01", "2016-02-01")]


@pytest.mark.parametrize("leaves", ["term", ["form", "term"]])
def test_a_term_left_open_has_no_last_day_nor_has_what_follows(leaves: Any) -> None:
    steps = [step(1, 1, "working-days"), step(2, 3, "working-days", flags=["term-open"]), step(3, 1, "hours")]
    found = flagged(*steps, leaves=leaves)
    assert days(found) == [(1, "2016-02-01", "2016-02-02"), (2, "2016-02-02", None), (3, None, None)]
    assert found.end is None
    assert why_no_day(found).ru.endswith("Номера процедур: 2.")
    assert [one.id for one in found.rows[1].flags] == ["term-open"]
    assert [(one.unit, one.value) for one in found.largest_first] == [("working-days", 4), ("hours", 1)]


def test_a_step_without_a_term_is_open_and_one_whose_flag_leaves_the_term_open_is_unsettled() -> None:
    """After the first the next step is counted on; after the other nobody knows when it begins."""
    after = step(2, 1, "working-days")
    assert days(of_steps([step(1), after], MONDAY)) == [(1, "2016-02-01", None), (2, "2016-02-01", "2016-02-02")]
    found = flagged(step(1, flags=["term-open"]), after)
    assert days(found) == [(1, "2016-02-01", None), (2, None, None)]
    assert step_because(found, found.rows[0]).ru == UNSETTLED[1]


def test_hours_after_a_day_may_fill_more_than_one_working_day() -> None:
    """Nine hours fit the longest working day and not the shortest, and that is said as of hours that stand alone."""
    found = of_steps([step(1, 1, "working-days", plus={"value": 9, "unit": "working-hours"})], MONDAY)
    assert days(found) == [(1, "2016-02-01", "2016-02-03..2016-02-04")]
    assert why_no_day(found) == Text(*HOURS_UNKNOWN)


@pytest.mark.parametrize("leaves", ["nothing", "whether", "amount", ["who", "form"]])
def test_what_leaves_something_else_open_leaves_the_term(leaves: Any) -> None:
    found = flagged(step(1, 3, "working-days", flags=["term-open"]), leaves=leaves)
    assert told(found.end) == "2016-02-04"
    assert [one.id for one in found.rows[0].flags] == ["term-open"]


def test_a_flag_of_another_case_says_nothing_here() -> None:
    steps = [step(1, 3, "working-days", flags=["term-open"])]
    lost, kept, unknown = (
        flagged(*steps, when="documents_lost", facts=facts)
        for facts in ({"documents_lost": True}, {"documents_lost": False}, {})
    )
    assert (told(lost.end), told(kept.end), told(unknown.end)) == (None, "2016-02-04", None)
    assert not kept.rows[0].flags
    assert (unknown.rows[0].placed, unknown.depends_on) == (None, ("documents_lost",))


def test_a_stated_term_left_open_has_no_last_day() -> None:
    term = {"text": {"kk": "мерзім", "ru": "срок"}, "duration": {"value": 5, "unit": "working-days"}, "cite": "7"}
    flags = [flag("term-open", leaves="term")]
    (open_,) = of_steps([], MONDAY, stated_terms=[{**term, "flags": ["term-open"]}], flags=flags).stated
    (firm,) = of_steps([], MONDAY, stated_terms=[term], flags=flags).stated
    assert (told(open_.dues), told(firm.dues)) == (None, "2016-02-08")
    assert [one.id for one in open_.flags] == ["term-open"]


def test_a_number_of_days_without_their_kind_ends_on_no_day() -> None:
    """№ 370, annex 8: «бір күн ішінде»."""
    found = of_steps([step(1, 1, "unstated"), step(2, 1, "hours")], MONDAY)
    assert (days(found), found.end) == ([(1, "2016-02-01", None), (2, None, None)], None)


# --- a step the text does not settle


def test_a_step_that_may_not_take_place_leaves_what_follows_without_days() -> None:
    found = of_steps(
        [step(1, 2, "working-days"), step(2, 3, "working-days", when="unsaid"), step(3, 1, "working-days")], MONDAY
    )
    assert [row.alternative for row in found.rows] == [False, True, False]
    assert days(found) == [(1, "2016-02-01", "2016-02-03"), (2, "2016-02-03", "2016-02-08"), (3, None, None)]
    assert (found.end, found.depends_on) == (None, ())
    assert "не сказано" in step_because(found, found.rows[1]).ru
    assert "не сказано" in step_because(found, found.rows[2]).ru
    assert {one.unit: one.possible for one in found.sums} == {"working-days": (3, 6)}


# --- an event other than the filing


IPR = {"document": "ipr", "cite": "6(1)"}
TEN_DAYS = {"value": 10, "unit": "working-days"}
STEPS = [step(1, 2, "working-days"), step(2, 3, "working-days", **{"from": "decision"}), step(3, 1, "working-days")]


def test_a_term_from_a_decision_is_not_counted_from_the_filing() -> None:
    found = of_steps(STEPS, MONDAY)
    assert days(found) == [(1, "2016-02-01", "2016-02-03"), (2, None, None), (3, None, None)]
    assert found.end is None
    assert "день принятия решения" in step_because(found, found.rows[1]).ru
    assert "шешім қабылданған күн" in step_because(found, found.rows[1]).kk
    assert "Номера процедур: 2." in why_no_day(found).ru


def test_once_the_day_of_the_event_is_given_the_days_are_there() -> None:
    found = of_steps(STEPS, MONDAY, events={"decision": "2016-02-13"})  # a Saturday
    assert days(found)[1:] == [(2, "2016-02-15", "2016-02-18"), (3, "2016-02-18", "2016-02-19")]
    assert told(found.end) == "2016-02-19"
    because = step_because(found, found.rows[1])
    assert "13.02.2016" in because.ru
    assert "не сказано; программа считает его со следующего рабочего дня: 15 февраля 2016 года" in because.ru
    assert "көрсетілмеген; бағдарлама оны келесі жұмыс күнінен санайды: 2016 жылғы 15 ақпан" in because.kk
    on_a_friday = of_steps(STEPS, MONDAY, events={"decision": "2016-02-12"})
    assert "нерабочий" not in step_because(on_a_friday, on_a_friday.rows[1]).ru


def test_a_total_term_from_an_event() -> None:
    term = {"text": {"kk": "мерзім", "ru": "срок"}, "duration": {"value": 5, "unit": "working-days"}, "cite": "7"}
    terms = [{**term, "from": "complete-file"}]
    (without,) = of_steps([], MONDAY, stated_terms=terms).stated
    (counted,) = of_steps([], MONDAY, stated_terms=terms, events={"complete-file": "2016-02-10"}).stated
    assert (told(without.dues), told(counted.dues)) == (None, "2016-02-17")


# --- an extension


PAUSE = {"pause": "extension", "text": {"kk": "ұзарту", "ru": "продление"}, "when": "additional_check_needed", "cite": "6(4)"}
MET = {"additional_check_needed": True}


def extended(pause: dict[str, Any], facts: dict[str, Any], **more: Any) -> Ledger:
    return of_steps([step(1, 3, "working-days")], MONDAY, facts, pauses=[PAUSE | pause], **more)


@pytest.mark.parametrize(
    ("duration", "end"),
    [
        ({"value": 1, "unit": "months"}, "2016-03-04"),
        ({"value": 30, "unit": "calendar-days", "bound": "at-most"}, "2016-02-04..2016-03-05"),  # a Saturday that works
        ({"value": 2, "unit": "working-days", "bound": "exactly"}, "2016-02-08"),
        ({"value": 2, "unit": "working-days", "bound": "at-least"}, None),
        (None, None),
    ],
)
def test_an_extension_that_is_met_moves_the_last_day(duration: Any, end: str | None) -> None:
    found = extended({"duration": duration} if duration else {}, MET)
    assert told(found.end) == end
    assert "04.02.2016" in why_no_day(found).ru
    assert ("переносит последний день" in why_no_day(found).ru) is (end is not None)
    assert found.extent is not None
    assert found.end is None or found.extent.latest >= found.end.latest


def test_an_extension_that_is_not_met_moves_nothing() -> None:
    duration = {"duration": {"value": 1, "unit": "months"}}
    for facts in ({"additional_check_needed": False}, {}):
        found = extended(duration, facts)
        assert told(found.end) == "2016-02-04"
        assert end_because(found) is None


def test_an_extension_whose_flag_leaves_its_term_open_leaves_no_last_day() -> None:
    pause = {"duration": {"value": 1, "unit": "months"}, "flags": ["term-open"]}
    assert extended(pause, MET, flags=[flag("term-open", leaves="term")]).end is None


def test_an_extension_moves_the_total_term_too() -> None:
    terms = [{"text": {"kk": "мерзім", "ru": "срок"}, "duration": {"value": 5, "unit": "working-days"}, "cite": "7"}]
    found = extended({"duration": {"value": 1, "unit": "months"}}, MET, stated_terms=terms)
    (stated,) = found.stated
    assert told(stated.dues) == "2016-03-09"  # 8 March is a holiday
    assert "08.02.2016" in stated_because(found, stated).ru


# --- a closed way


def closed() -> Any:
    channels = [{"channel": "provider-office", "cite": "1"}]
    engine = engine_of([step(1, 3, "working-days")], channels=channels, pauses=[PAUSE])
    return decided(MADE_UP, MONDAY, {"channel": "egov-portal"}, engine), engine


def test_a_closed_way_has_no_procedure_and_says_so() -> None:
    decision, _ = closed()
    found = ledger(decision, CALENDAR)
    assert found.closed is not None
    assert found.closed.channel == "egov-portal"
    assert (found.rows, found.sums, found.end, found.stated, found.pauses, found.filing) == ((), (), None, (), (), None)
    (only,) = totals(found)
    assert "подать заявление нельзя" in only.ru
    assert "өтініш беруге болмайды" in only.kk


def test_a_closed_way_in_the_contract() -> None:
    decision, engine = closed()
    terms = engine.answer_to(decision).data()["terms"]
    assert terms["closed"]["channel"] == "egov-portal"
    assert set(terms["closed"]) == {"channel", "kk", "ru"}
    assert (terms["steps"], terms["sum"], terms["pauses"]) == ([], [], [])
    assert (terms["due"], terms["due_between"], terms["counts_filing_day"]) == (None, None, None)


def test_treatment_abroad_cannot_be_asked_for_on_the_portal() -> None:
    """№ 43, annex 17, 1: applications are taken by the provider's office alone."""
    found = shipped("almaty-region-health-2019-43", "treatment-abroad-documents", "2020-01-20", channel="egov-portal")
    assert found.closed is not None
    assert not found.rows


# --- the contract


def test_contract_of_a_step_from_an_event_with_a_flag() -> None:
    steps = [step(1, 2, "working-days", flags=["term-open"], **{"from": "decision"})]
    engine = engine_of(steps, flags=[flag("term-open", leaves="term")])
    (row,) = engine.answer_to(decided(MADE_UP, MONDAY, {}, engine)).data()["terms"]["steps"]
    assert (row["from"], row["flags"]) == ("decision", ["term-open"])
    assert (row["start"], row["start_between"], row["due"], row["due_between"]) == (None, None, None, None)


def test_contract_of_a_term_of_two_amounts() -> None:
    plus = {"value": 7, "unit": "working-hours"}
    engine = engine_of([step(1, 1, "working-days", bound="within", plus=plus)])
    (row,) = engine.answer_to(decided(MADE_UP, MONDAY, {}, engine)).data()["terms"]["steps"]
    assert row["duration"] == {"value": 1, "unit": "working-days", "bound": "within", "plus": plus}
    assert row["due"] == "2016-02-03"


def test_a_total_term_of_the_standard_is_said_to_be_there() -> None:
    """№ 370, annex 6, 9: «Стандарттың 7-тармағында»."""
    found = shipped("south-kazakhstan-2012-370", "wheelchairs", "2013-06-20", channel="provider-office")
    first, *others = totals(found)
    assert first.ru.startswith("Общий срок дан в пункте 7 стандарта; текста этого пункта в программе нет.")
    assert first.ru.endswith("7 апреля 2011 года № 394 (приложение 6, пункт 9).")
    assert first.kk.startswith("Жалпы мерзім стандарттың 7-тармағында берілген")
    assert not any("не указан" in text.ru for text in others)


def test_every_shipped_edition_says_why_there_is_no_one_last_day() -> None:
    for key in ENGINE.pack.held():
        found = ledger(decided(key, date(2016, 4, 28), {}), CALENDAR)
        assert found.end is None or found.end.one or end_because(found), key


def test_a_checklist_says_from_which_event_a_term_counts() -> None:
    """Of the office's steps where they are asked for, of the total term on the first page."""
    stated = {"text": {"kk": "қызмет көрсету мерзімі", "ru": "срок оказания услуги"}, "duration": TEN_DAYS, "from": "decision"}
    of_a_step = blocks(engine_of(STEPS, requirements=[IPR]), with_route=True)
    of_all = blocks(engine_of([], requirements=[IPR], stated_terms=[{**stated, "cite": "4"}]))
    for kk, ru in (of_a_step, of_all):
        assert "начало срока: день принятия решения" in ru.lower()
        assert "мерзімнің басталуы: шешім қабылданған күн" in kk.lower()
        assert "последний день: " not in ru


def blocks(engine: Engine, **looks: Any) -> tuple[str, str]:
    answer = engine.answer_to(decided(MADE_UP, MONDAY, {}, engine))
    kk, ru = make(OnPaper(answer), Wanted("checklist", "both", **looks), None).parts
    return str(kk.blocks), str(ru.blocks)
