"""What is said of each term and of the last day: the whole sentences, in both languages, and nothing besides."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from eligibility.answer.term_reasons import filing_because, stated_because
from tests.terms.ledgers import days, flag, of_steps, step, told
from tests.terms.sentences import (
    ANSWERS,
    AWAITED,
    CALENDAR_DAYS,
    CALENDAR_WITH_FILING,
    CLOCK,
    EITHER,
    HOURS,
    HOURS_UNKNOWN,
    INSIDE_TWO,
    LOST,
    MAY_BE,
    MONTH_END,
    MONTHS,
    MOVED,
    OPEN,
    REPEATED,
    REPLACED,
    SAME_DAY,
    THEN,
    UNSAID_DAYS,
    UNSAID_STEP,
    UNSETTLED,
    WORKING,
    WORKING_WITH_FILING,
    Said,
    both,
    endless,
    from_event,
    least,
    passed,
    rows,
    two_ways,
    whole,
    why,
    worked,
)

MONDAY = date(2016, 2, 1)
OFFICE = {"channel": "provider-office"}
COUNTED = {"provider-office": True}
SEVEN_HOURS = {"value": 7, "unit": "working-hours"}


@pytest.mark.parametrize(
    ("term", "on", "said"),
    [
        (step(1, 30, "minutes"), MONDAY, [HOURS]),
        (step(1, 6, "hours"), MONDAY, [HOURS]),
        (step(1, 9, "working-hours"), date(2016, 2, 5), [HOURS, passed(2)]),
        (step(1, 3, "working-days"), MONDAY, [WORKING]),
        (step(1, 9, "working-days"), date(2016, 3, 1), [WORKING, passed(5), worked("05.03.2016")]),
        (step(1, 6, "working-days"), date(2020, 4, 30), [WORKING, passed(7), worked("11.05.2020")]),
        (step(1, 15, "calendar-days"), MONDAY, [CALENDAR_DAYS]),
        (step(1, 15, "calendar-days"), date(2013, 3, 1), [CALENDAR_DAYS, MOVED]),
        (step(1, 4, "calendar-days"), date(2016, 3, 1), [CALENDAR_DAYS, worked("05.03.2016")]),
        (step(1, 1, "months"), MONDAY, [MONTHS]),
        (step(1, 1, "months"), date(2016, 1, 13), [MONTHS, MOVED]),
        (step(1, 1, "months"), date(2018, 1, 31), [MONTH_END]),
        (step(1, 25, "hours"), MONDAY, [CLOCK]),
        (step(1, 24, "hours"), date(2016, 2, 5), [CLOCK, MOVED]),
        (step(1, None, "within-working-day"), MONDAY, [SAME_DAY]),
        (step(1, 3, "times-per-day"), MONDAY, [REPEATED]),
        (step(1), MONDAY, [OPEN]),
        (step(1, 1, "unstated"), MONDAY, [UNSETTLED]),
        (step(1, 1, "working-days", plus=SEVEN_HOURS), date(2016, 2, 4), [WORKING, THEN, passed(2)]),
        (step(1, 3, "working-days", bound="at-least"), MONDAY, [WORKING, least("2016 жылғы 4 ақпан", "4 февраля 2016 года")]),
        (step(1, 3, "months", bound="not-before"), MONDAY, [MONTHS, MOVED, least("2016 жылғы 3 мамыр", "3 мая 2016 года")]),
    ],
)
def test_how_a_term_is_counted(term: Mapping[str, Any], on: date, said: list[Said]) -> None:
    assert rows(of_steps([term], on)) == [whole(*said)]


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (step(1, 2, "working-days"), WORKING_WITH_FILING),
        (step(1, 2, "calendar-days"), CALENDAR_WITH_FILING),
        (step(1, 1, "months"), MONTHS),
        (step(1, 2, "working-days", plus=SEVEN_HOURS), whole(WORKING_WITH_FILING, THEN)),
        (step(1, 25, "hours"), CLOCK),
        (step(1, 2, "hours"), HOURS),
    ],
)
def test_a_day_of_filing_that_counts_is_said_to(term: Mapping[str, Any], said: Said) -> None:
    assert rows(of_steps([term], MONDAY, OFFICE, COUNTED)) == [said]


def test_a_step_that_hangs_on_an_answer_and_what_follows_it() -> None:
    steps = [
        step(1, 2, "working-days", when="documents_lost"),
        step(2, 1, "working-days"),
        step(3, 1, "hours", part_of=2),
        step(4, 1, "working-days"),
    ]
    found = of_steps(steps, MONDAY)
    assert rows(found) == [whole(MAY_BE, WORKING), ANSWERS, whole(INSIDE_TWO, ANSWERS), ANSWERS]
    assert why(found) is None
    settled = of_steps(steps, MONDAY, {"documents_lost": True})
    assert rows(settled) == [WORKING, WORKING, whole(INSIDE_TWO, HOURS), WORKING]


def test_steps_of_one_number_are_told_apart_from_a_step_the_text_does_not_settle() -> None:
    both = of_steps([step(1, 3, "working-days"), step(1, 2, "working-days"), step(2, 1, "hours")], MONDAY)
    assert rows(both) == [whole(REPLACED, WORKING), whole(REPLACED, WORKING), UNSAID_DAYS]
    one = of_steps([step(1, 2, "working-days"), step(2, 2, "working-days", when="unsaid"), step(3, 1, "hours")], MONDAY)
    assert rows(one) == [WORKING, whole(UNSAID_STEP, WORKING), UNSAID_DAYS]


def test_a_step_that_the_case_rules_out_replaces_none_of_its_number() -> None:
    """№ 81, annex 13: the second step of the centre stands alone, though the portal has a second step of its own."""
    steps = [step(1, 2, "working-days", when="unsaid"), step(1, 1, "hours", when="documents_lost"), step(2, 1, "hours")]
    assert rows(of_steps(steps, MONDAY, {"documents_lost": False})) == [whole(UNSAID_STEP, WORKING), UNSAID_DAYS]


def test_a_step_the_text_does_not_settle_after_another_one_has_one_reason() -> None:
    steps = [step(1, 1, "hours", when="unsaid"), step(2, 9, "working-days", when="unsaid")]
    assert rows(of_steps(steps, MONDAY))[1] == UNSAID_STEP


def test_what_follows_a_term_left_open_and_what_is_counted_from_an_event() -> None:
    steps = [step(1, 2, "unstated"), step(2, 1, "hours"), step(3, 3, "working-days", **{"from": "decision"})]
    waiting = of_steps(steps, MONDAY)
    event = from_event("шешім қабылданған күн", "день принятия решения")
    assert rows(waiting) == [UNSETTLED, LOST, whole(event, AWAITED)]
    assert why(waiting) == endless("1, 3")
    known = of_steps(steps, MONDAY, events={"decision": "2016-02-10"})
    event = from_event("шешім қабылданған күн (10.02.2016)", "день принятия решения (10.02.2016)")
    assert rows(known) == [UNSETTLED, LOST, whole(event, WORKING, passed(2))]
    assert told(known.end) == "2016-02-15"
    assert why(known) is None


def test_a_shortest_time_leaves_no_last_day_and_a_step_inside_is_not_to_blame() -> None:
    steps = [
        step(1, 3, "working-days", bound="at-least"),
        step(2, 1, "hours"),
        step(3, 1, "unstated", part_of=2),
    ]
    assert why(of_steps(steps, MONDAY)) == endless("1")


def test_steps_of_one_number_are_named_once() -> None:
    steps = [step(1, 1, "unstated", when="documents_lost"), step(1, 2, "unstated", when="not documents_lost")]
    assert why(of_steps(steps, MONDAY)) == endless("1")


def test_hours_and_two_readings_are_each_said_where_they_move_the_last_day() -> None:
    flags = [flag("term-open", leaves="term")]
    either = step(2, None, "within-working-day", flags=["term-open"])
    read_twice = of_steps([step(1, 2, "working-days"), either], MONDAY, flags=flags)
    assert rows(read_twice) == [WORKING, EITHER]
    assert why(read_twice) == two_ways("2")
    assert why(of_steps([step(1, 30, "minutes"), either], MONDAY, flags=flags)) == whole(HOURS_UNKNOWN, two_ways("2"))
    assert why(of_steps([step(1, 30, "minutes")], MONDAY)) == HOURS_UNKNOWN
    assert why(of_steps([step(1, 25, "hours")], MONDAY)) == HOURS_UNKNOWN
    only_inside = [step(1, 2, "working-days"), step(2, 30, "minutes", part_of=1)]
    assert why(of_steps(only_inside, MONDAY)) is None


def test_hours_that_do_not_reach_the_last_day_are_not_spoken_of() -> None:
    found = of_steps([step(1, 24, "hours")], MONDAY)
    assert (told(found.end), why(found)) == ("2016-02-02", None)


@pytest.mark.parametrize(
    ("facts", "kk", "ru"),
    [
        (
            OFFICE,
            ("Бағдарлама өтініш берілген күнді мерзімнің бірінші күні деп есептейді; мекеме басқаша есептеуі мүмкін."),
            "Программа считает день подачи первым днем срока; учреждение может считать иначе.",
        ),
        (
            {"channel": "state-corporation"},
            "Бағдарлама өтініш берілген күнді есепке алмайды; мекеме басқаша есептеуі мүмкін.",
            "Программа не считает день подачи; учреждение может считать иначе.",
        ),
        (
            {},
            "Өтініш берілген күннің есепке кіру-кірмеуі жүгіну тәсіліне байланысты, ал ол әлі таңдалмаған.",
            "Считается ли день подачи, зависит от способа обращения, а он еще не выбран.",
        ),
    ],
)
def test_whether_the_day_of_filing_counts(facts: dict[str, Any], kk: str, ru: str) -> None:
    channels = [{"channel": "provider-office", "cite": "1"}, {"channel": "state-corporation", "cite": "1"}]
    found = of_steps([step(1, 2, "working-days")], MONDAY, facts, COUNTED, channels=channels)
    assert found.filing is not None
    assert both(filing_because(found.filing)) == (kk, ru)
    assert found.filing.channel == facts.get("channel")
    assert (found.filing.day, found.filing.counted_from) == (MONDAY, MONDAY)
    sunday = of_steps([step(1, 2, "working-days")], date(2016, 2, 7), facts, COUNTED, channels=channels)
    assert sunday.filing is not None
    assert both(filing_because(sunday.filing)) == (
        (
            f"{kk} Құжаттар демалыс күні берілген. Мұндайда мерзімдердің қай күннен саналатыны көрсетілмеген; бағдарлама "
            "оларды келесі жұмыс күнінен санайды: 2016 жылғы 8 ақпан."
        ),
        (
            f"{ru} Документы поданы в нерабочий день. С какого дня тогда считаются сроки, не сказано; программа считает их со "
            "следующего рабочего дня: 8 февраля 2016 года."
        ),
    )


# --- total terms of the text


TERM = {"text": {"kk": "мерзім", "ru": "срок"}, "duration": {"value": 5, "unit": "working-days"}, "cite": "7"}


def test_a_total_term_says_what_it_is_counted_from() -> None:
    found = of_steps([], MONDAY, stated_terms=[TERM])
    (usual,) = found.stated
    assert both(stated_because(found, usual)) == whole(WORKING, passed(2))
    found = of_steps([], MONDAY, stated_terms=[{**TERM, "from": "decision"}])
    (event,) = found.stated
    assert both(stated_because(found, event)) == whole(from_event("шешім қабылданған күн", "день принятия решения"), AWAITED)


def test_a_total_term_waits_for_the_way_of_filing() -> None:
    channels = [{"channel": "provider-office", "cite": "1"}, {"channel": "state-corporation", "cite": "1"}]
    more: dict[str, Any] = {"channels": channels, "stated_terms": [TERM]}
    found = of_steps([], MONDAY, {}, COUNTED, **more)
    (unknown,) = found.stated
    assert (unknown.placed, unknown.dues, unknown.holds, unknown.depends_on) == (None, None, True, ("channel",))
    assert stated_because(found, unknown).ru.startswith("Дни зависят от ответов на вопросы: ")
    found = of_steps([], MONDAY, OFFICE, COUNTED, **more)
    (counted,) = found.stated
    assert both(stated_because(found, counted)) == WORKING_WITH_FILING
    (other,) = of_steps([], MONDAY, {"channel": "state-corporation"}, COUNTED, **more).stated
    assert [told(one.dues) for one in (counted, other)] == ["2016-02-05", "2016-02-08"]
    assert counted.depends_on == ()


def test_a_total_term_that_hangs_on_an_answer() -> None:
    terms = [{**TERM, "when": "documents_lost"}]
    found = of_steps([], MONDAY, stated_terms=terms)
    (unknown,) = found.stated
    assert (unknown.holds, unknown.depends_on, told(unknown.dues)) == (None, ("documents_lost",), "2016-02-08")
    assert of_steps([], MONDAY, {"documents_lost": False}, stated_terms=terms).stated == ()


# --- extensions


PAUSE = {"pause": "extension", "text": {"kk": "ұзарту", "ru": "продление"}, "when": "additional_check_needed", "cite": "6(4)"}
MONTH = {"duration": {"value": 1, "unit": "months"}}
MET = {"additional_check_needed": True}


@pytest.mark.parametrize(
    ("pause", "said"),
    [
        (
            MONTH,
            (
                "Мұнда қолданылатын ұзарту немесе тоқтата тұру соңғы күнді жылжытады; онсыз соңғы күн: 04.02.2016.",
                (
                    "Применяемое здесь продление или приостановление переносит последний день; без него последний день: "
                    "04.02.2016."
                ),
            ),
        ),
        (
            {},
            (
                (
                    "Мұнда ұзарту немесе тоқтата тұру қолданылады, бірақ оның соңғы күнді қанша кейінге шегеретіні "
                    "анықталмаған, сондықтан соңғы күнді атау мүмкін емес; онсыз соңғы күн: 04.02.2016."
                ),
                (
                    "Здесь применяется продление или приостановление, но на сколько оно отодвигает последний день, не "
                    "определено, поэтому последний день назвать нельзя; без этого последний день: 04.02.2016."
                ),
            ),
        ),
    ],
)
def test_an_extension_says_the_day_without_it(pause: dict[str, Any], said: Said) -> None:
    found = of_steps([step(1, 3, "working-days")], MONDAY, MET, pauses=[PAUSE | pause])
    assert why(found) == said
    found = of_steps(
        [], MONDAY, MET, pauses=[PAUSE | pause], stated_terms=[{**TERM, "duration": {"value": 3, "unit": "working-days"}}]
    )
    (stated,) = found.stated
    assert both(stated_because(found, stated)) == whole(WORKING, said)


def test_nothing_is_moved_where_there_was_no_last_day() -> None:
    found = of_steps([step(1, 1, "unstated")], MONDAY, MET, pauses=[PAUSE | MONTH])
    assert why(found) == endless("1")


def test_an_extension_moves_both_ends_of_what_hours_leave_open() -> None:
    found = of_steps([step(1, 1, "hours")], MONDAY, MET, pauses=[PAUSE | MONTH])
    assert told(found.end) == "2016-03-01..2016-03-02"
    assert why(found) == whole(
        (
            (
                "Мұнда қолданылатын ұзарту немесе тоқтата тұру соңғы күнді жылжытады; онсыз соңғы күн: "
                "ең ерте – 01.02.2016, ең кеш – 02.02.2016."
            ),
            (
                "Применяемое здесь продление или приостановление переносит последний день; без него последний день: "
                "не раньше 01.02.2016, не позже 02.02.2016."
            ),
        ),
        HOURS_UNKNOWN,
    )


def test_several_extensions_follow_each_other() -> None:
    other = {**PAUSE, "pause": "suspension", "duration": {"value": 2, "unit": "working-days", "bound": "within"}}
    found = of_steps([step(1, 3, "working-days")], MONDAY, MET, pauses=[PAUSE | MONTH, other])
    assert told(found.end) == "2016-03-04..2016-03-09"
    assert [one.holds for one in found.pauses] == [True, True]
    assert days(found) == [(1, "2016-02-01", "2016-02-04")]
