"""What a ledger comes to: the sums and what they leave out, total terms, pauses, days off by name, in both languages."""

from datetime import date, timedelta
from typing import Any

import pytest

from eligibility.answer.amounts import term_text
from eligibility.answer.totals import from_to, off_by_name, off_text, pause_text, totals
from eligibility.law.calendar import DayOff
from eligibility.law.vocabulary import Duration
from eligibility.terms.course import Days
from eligibility.terms.ledger import Ledger
from eligibility.words.text import Text
from tests.terms.ledgers import flag, of_steps, step, sums, told

FIRST, LAST, DAY = date(2016, 3, 14), date(2016, 3, 17), timedelta(days=1)
MONDAY, FRIDAY = date(2016, 2, 1), date(2016, 2, 5)
Said = tuple[str, str]

NO_TOTAL = ("Жалпы мерзім көрсетілмеген.", "Общий срок не указан.")
NO_STEPS = ("Бағдарламадағы мәтінде рәсімдер аталмаған.", "В тексте, который есть в программе, процедуры не названы.")
UNSUMMED = (
    "Мерзімін қосуға келмейтін рәсімдер бұл қосындыға кірмейді.",
    "Процедуры, сроки которых нельзя сложить, в эту сумму не входят.",
)
LONGER = (
    "Соңғы күні жоқ рәсімдер қосындыға да, күндерге де ештеңе қоспайды, сондықтан іс жүзінде ұзағырақ болуы мүмкін.",
    "Процедуры без последнего дня ничего не прибавляют ни к сумме, ни к дням, поэтому на деле может выйти дольше.",
)
NOT_YET = ("Соңғы күн әлі анықталмаған.", "Последний день пока не определен.")


def sum_of(kk: str, ru: str) -> Said:
    return (
        f"Рәсімдер мерзімдерінің қосындысы (бұл – актіде көрсетілген мерзім емес): {kk}.",
        f"Сумма сроков процедур (это не срок, указанный в акте): {ru}.",
    )


def last_day(day: str) -> Said:
    return f"Рәсімдердің мерзімдері бойынша соңғы күн: {day}.", f"По срокам процедур последний день: {day}."


def both(text: Text) -> Said:
    return text.kk, text.ru


def said(found: Ledger) -> list[Said]:
    return [both(text) for text in totals(found)]


def test_each_unit_is_summed_apart_the_largest_first() -> None:
    steps = [
        step(1, 30, "minutes"),
        step(2, 2, "hours"),
        step(3, 7, "working-hours"),
        step(4, 1, "working-days"),
        step(5, 3, "calendar-days"),
        step(6, 2, "months"),
        step(7, 20, "minutes"),
    ]
    found = of_steps(steps, MONDAY)
    assert said(found)[:2] == [
        NO_TOTAL,
        sum_of(
            "ай: 2; күнтізбелік күн: 3; жұмыс күні: 1; жұмыс сағаты: 7; сағат: 2; минут: 50",
            "месяцы: 2; календарные дни: 3; рабочие дни: 1; рабочие часы: 7; часы: 2; минуты: 50",
        ),
    ]
    assert [one.unit for one in found.sums] == ["minutes", "hours", "working-hours", "working-days", "calendar-days", "months"]
    assert not found.unsummed


def test_a_procedure_of_days_alone_is_told_in_three_sentences() -> None:
    found = of_steps([step(1, 3, "working-days"), step(2, 2, "working-days")], MONDAY)
    assert said(found) == [NO_TOTAL, sum_of("жұмыс күні: 5", "рабочие дни: 5"), last_day("08.02.2016")]


TOTAL_NOT_HELD = ("Мәтіннің жалпы мерзім туралы бөлігі бағдарламада жоқ.", "Части текста об общем сроке в программе нет.")
STEPS_NOT_HELD = ("Мәтіннің рәсімдер туралы бөлігі бағдарламада жоқ.", "Части текста о процедурах в программе нет.")


def test_what_is_not_at_hand_is_not_said_to_be_silent() -> None:
    def held(*sections: str) -> list[Said]:
        return said(of_steps([], MONDAY, text="partial", holds=list(sections)))

    assert held("stated_terms") == [NO_TOTAL, STEPS_NOT_HELD]
    assert held("steps") == [TOTAL_NOT_HELD, NO_STEPS]
    assert held("fee") == [TOTAL_NOT_HELD, STEPS_NOT_HELD]


@pytest.mark.parametrize(
    ("term", "more"),
    [
        (step(2, None, "within-working-day"), [UNSUMMED, last_day("04.02.2016")]),
        (step(2, 2, "times-per-day"), [UNSUMMED, LONGER, last_day("04.02.2016")]),
        (step(2), [LONGER, last_day("04.02.2016")]),
        (step(2, 1, "hours", part_of=1), [last_day("04.02.2016")]),
        (step(2, 2, "times-per-day", part_of=1), [last_day("04.02.2016")]),
        (step(2, part_of=1), [last_day("04.02.2016")]),
    ],
)
def test_what_the_sum_leaves_out_is_told(term: Any, more: list[Said]) -> None:
    found = of_steps([step(1, 3, "working-days"), term], MONDAY)
    assert said(found) == [NO_TOTAL, sum_of("жұмыс күні: 3", "рабочие дни: 3"), *more]
    assert found.unsummed is (UNSUMMED in more)
    assert sums(found) == {"working-days": 3}
    assert [row.added for row in found.rows] == [True, False]


@pytest.mark.parametrize(("bound", "added"), [("at-least", False), ("not-before", False), ("at-most", True), ("within", True)])
def test_a_shortest_time_is_no_part_of_the_sum(bound: str, added: bool) -> None:
    found = of_steps([step(1, 3, "working-days"), step(2, 4, "working-days", bound=bound)], MONDAY)
    assert sums(found) == {"working-days": 7 if added else 3}
    assert found.unsummed is not added
    assert found.rows[1].added is added


def test_two_amounts_of_one_term_are_both_summed() -> None:
    plus = {"value": 7, "unit": "working-hours"}
    found = of_steps([step(1, 2, "working-days", plus=plus), step(2, 1, "working-hours")], MONDAY)
    assert sums(found) == {"working-days": 2, "working-hours": 8}


def test_where_nothing_can_be_summed_no_sum_is_told() -> None:
    assert said(of_steps([step(1, 2, "times-per-day")], MONDAY)) == [NO_TOTAL, LONGER]
    assert said(of_steps([step(1)], MONDAY)) == [NO_TOTAL, LONGER]


def test_of_no_steps_nothing_more_is_told() -> None:
    assert said(of_steps([], MONDAY)) == [NO_TOTAL, NO_STEPS]


def test_sums_and_days_that_hang_on_an_answer() -> None:
    steps = [step(1, 2, "months", when="documents_lost"), step(2, 1, "working-days")]
    found = of_steps(steps, MONDAY)
    assert said(found) == [NO_TOTAL, sum_of("ай: 0 немесе 2; жұмыс күні: 1", "месяцы: 0 или 2; рабочие дни: 1"), NOT_YET]
    months, days = found.sums
    assert (months.value, months.possible, months.depends_on) == (None, (0, 2), ("documents_lost",))
    assert (days.value, days.possible, days.depends_on) == (1, (1,), ())
    without = of_steps(steps, MONDAY, {"documents_lost": False})
    assert said(without) == [NO_TOTAL, sum_of("жұмыс күні: 1", "рабочие дни: 1"), last_day("02.02.2016")]
    assert sums(without) == {"working-days": 1}
    assert [row.step.step for row in without.rows] == [2]


def test_why_there_is_no_last_day_takes_the_place_of_the_last_day() -> None:
    found = of_steps([step(1, 3, "working-days", bound="at-least"), step(2, 1, "hours")], MONDAY)
    kk, ru = said(found)[-1]
    assert ru.startswith("Когда самое позднее завершаются эти процедуры, не указано")
    assert kk.startswith("Мына рәсімдердің ең кеш қашан аяқталатыны көрсетілмеген")
    assert NOT_YET not in said(found)


def test_between_two_days_the_reason_follows_the_days() -> None:
    *_, day, reason = said(of_steps([step(1, 2, "hours")], MONDAY))
    assert day == (
        "Рәсімдердің мерзімдері бойынша соңғы күн: ең ерте – 01.02.2016, ең кеш – 02.02.2016.",
        "По срокам процедур последний день: не раньше 01.02.2016, не позже 02.02.2016.",
    )
    assert reason[1].startswith("В котором часу подаются документы")


# --- total terms and pauses


TERM: dict[str, Any] = {
    "text": {"kk": "он күн", "ru": "десять дней"},
    "duration": {"value": 5, "unit": "working-days"},
    "cite": "7",
}
FLAGS: dict[str, Any] = {"flags": [flag("odd", leaves="nothing", text={"kk": "Ескерту.", "ru": "Оговорка."})]}


def test_a_total_term_is_told_with_its_words_its_day_and_its_place() -> None:
    assert said(of_steps([], MONDAY, stated_terms=[TERM])) == [
        (
            "Актідегі жалпы мерзім: 5 жұмыс күні (он күн) (3-қосымша, 7-тармақ). Оның соңғы күні: 08.02.2016.",
            "Общий срок по акту: 5 рабочих дней (десять дней) (приложение 3, пункт 7). Его последний день: 08.02.2016.",
        ),
        NO_STEPS,
    ]


def test_a_total_term_that_may_not_apply_and_has_a_flag() -> None:
    terms = [{**TERM, "when": "documents_lost", "flags": ["odd"]}]
    found = of_steps([step(1, 3, "working-days")], MONDAY, stated_terms=terms, **FLAGS)
    assert said(found)[0] == (
        (
            "Актідегі жалпы мерзім: 5 жұмыс күні (он күн) (3-қосымша, 7-тармақ). Мұның қолданылатын-қолданылмайтыны әлі "
            "анықталмаған. Оның соңғы күні: 08.02.2016. Ескерту."
        ),
        (
            "Общий срок по акту: 5 рабочих дней (десять дней) (приложение 3, пункт 7). Применяется ли это, пока не "
            "определено. Его последний день: 08.02.2016. Оговорка."
        ),
    )
    assert NO_TOTAL not in said(found)
    assert last_day("04.02.2016") in said(found)


def test_a_total_term_without_a_last_day_names_none() -> None:
    terms = [{**TERM, "from": "decision"}]
    assert said(of_steps([], MONDAY, stated_terms=terms))[0][1] == (
        "Общий срок по акту: 5 рабочих дней (десять дней) (приложение 3, пункт 7)."
    )


PAUSE: dict[str, Any] = {
    "pause": "extension",
    "text": {"kk": "Мерзім ұзартылады.", "ru": "Срок продлевается."},
    "when": "additional_check_needed",
    "cite": "6(4)",
}
FULL = {
    "duration": {"value": 30, "unit": "calendar-days", "bound": "at-most"},
    "notice": {"value": 3, "unit": "working-days", "bound": "within"},
    "flags": ["odd"],
}


def pauses(facts: dict[str, Any], **more: Any) -> list[Said]:
    found = of_steps([step(1, 1, "hours")], MONDAY, facts, pauses=[{**PAUSE, **more}], **FLAGS)
    return [both(pause_text(one, found.home)) for one in found.pauses]


def test_a_pause_is_told_with_its_length_the_notice_and_its_place() -> None:
    assert pauses({"additional_check_needed": True}, **FULL) == [
        (
            (
                "Мерзім ұзартылады (3-қосымша, 6-тармақ, 4) тармақша). Ұзақтығы: ең көбі күнтізбелік 30 күн. Хабарлау "
                "мерзімі: 3 жұмыс күні ішінде. Ескерту."
            ),
            (
                "Срок продлевается (приложение 3, пункт 6, подпункт 4)). Продолжительность: не более 30 календарных дней. "
                "Срок уведомления: в течение 3 рабочих дней. Оговорка."
            ),
        )
    ]


def test_a_pause_that_may_not_apply_is_said_to() -> None:
    assert pauses({}) == [
        (
            "Мерзім ұзартылады (3-қосымша, 6-тармақ, 4) тармақша). Мұның қолданылатын-қолданылмайтыны әлі анықталмаған.",
            "Срок продлевается (приложение 3, пункт 6, подпункт 4)). Применяется ли это, пока не определено.",
        )
    ]
    assert pauses({"additional_check_needed": False}) == []


def test_what_a_pause_hangs_on_is_asked_for() -> None:
    found = of_steps([step(1, 1, "hours")], MONDAY, {}, pauses=[PAUSE])
    (pause,) = found.pauses
    assert (pause.holds, pause.depends_on) == (None, ("additional_check_needed",))
    assert found.depends_on == ("additional_check_needed",)
    assert of_steps([], MONDAY, {}, pauses=[PAUSE]).pauses == (pause,)


# --- days off by name, terms by their words


def test_days_off_of_one_name_stand_together_in_the_order_of_their_first_days() -> None:
    found = of_steps([step(1, 6, "working-days")], date(2016, 3, 3))
    assert [day.isoformat()[5:] for day in found.days_off] == ["03-06", "03-07", "03-08", "03-12", "03-13"]
    found = of_steps([step(1, 6, "working-days")], date(2016, 3, 11))
    assert [both(text) for text in off_by_name(found.days_off.values())] == [
        ("сенбі (12.03.2016, 19.03.2016)", "суббота (12.03.2016, 19.03.2016)"),
        ("жексенбі (13.03.2016, 20.03.2016)", "воскресенье (13.03.2016, 20.03.2016)"),
        ("Наурыз мейрамы (21.03.2016, 22.03.2016, 23.03.2016)", "Наурыз мейрамы (21.03.2016, 22.03.2016, 23.03.2016)"),
    ]


def test_a_day_that_is_only_estimated_is_said_to_be() -> None:
    name = Text("Құрбан айт", "Курбан-айт")
    off = DayOff(date(2027, 5, 16), "kurban-ait", name, estimated=True)
    assert both(off_text(off)) == ("Құрбан айт (күні болжамды)", "Курбан-айт (дата предварительная)")
    assert off_text(off._replace(estimated=False)) == name


@pytest.mark.parametrize(
    ("duration", "kk", "ru"),
    [
        (None, "мерзімі көрсетілмеген", "срок не указан"),
        (Duration("unstated"), "мерзімі көрсетілмеген", "срок не указан"),
        (
            Duration("unstated", 3),
            "күн саны: 3; жұмыс күні ме, күнтізбелік күн бе, көрсетілмеген",
            "дней: 3; рабочих или календарных, не сказано",
        ),
    ],
)
def test_terms_that_cannot_be_counted(duration: Duration | None, kk: str, ru: str) -> None:
    assert both(term_text(duration)) == (kk, ru)


# --- the days of the whole


def test_the_days_of_the_whole_begin_with_the_filing_and_end_with_the_last_thing() -> None:
    found = of_steps([step(1, 3, "working-days")], date(2016, 2, 6))
    assert told(found.extent) == "2016-02-06..2016-02-11"
    assert [day.isoformat() for day in found.days_off] == ["2016-02-06", "2016-02-07"]
    term = {**TERM, "duration": {"value": 10, "unit": "working-days"}}
    assert told(of_steps([step(1, 3, "working-days")], MONDAY, stated_terms=[term]).extent) == "2016-02-01..2016-02-15"
    least = of_steps([step(1, 3, "working-days", bound="at-least")], MONDAY)
    assert told(least.extent) == "2016-02-01..2016-02-04"


def test_a_total_term_that_is_extended_reaches_as_far_as_its_last_day() -> None:
    pause = {**PAUSE, "duration": {"value": 1, "unit": "months"}}
    facts = {"additional_check_needed": True}
    for steps in ([], [step(1, 3, "working-days")], [step(1, 3, "working-days", bound="at-least")]):
        found = of_steps(steps, MONDAY, facts, stated_terms=[TERM], pauses=[pause])
        assert [told(one.dues) for one in found.stated] == ["2016-03-09"]
        assert told(found.extent) == "2016-02-01..2016-03-09"


def test_a_total_term_before_the_filing_begins_the_whole() -> None:
    found = of_steps([], FRIDAY, stated_terms=[{**TERM, "from": "decision"}], events={"decision": "2016-02-01"})
    assert told(found.extent) == "2016-02-01..2016-02-08"


def test_days_off_between_two_possible_starts_are_passed() -> None:
    found = of_steps([step(1, 8, "hours"), step(2, 1, "hours")], FRIDAY)
    second = found.rows[1].placed
    assert second is not None
    assert {day.day for day in found.passed(second)} == {6, 7}


@pytest.mark.parametrize(
    ("starts", "dues", "kk", "ru"),
    [
        (None, None, None, None),
        (Days(FIRST, FIRST), None, "14.03.2016", "14.03.2016"),
        (Days(FIRST, FIRST), Days(FIRST, FIRST), "14.03.2016", "14.03.2016"),
        (Days(FIRST, FIRST), Days(LAST, LAST), "14.03.2016 – 17.03.2016", "14.03.2016 – 17.03.2016"),
        (
            Days(FIRST, FIRST + DAY),
            Days(LAST - DAY, LAST),
            "басталуы: ең ерте – 14.03.2016, ең кеш – 15.03.2016; аяқталуы: ең ерте – 16.03.2016, ең кеш – 17.03.2016",
            "начало: не раньше 14.03.2016, не позже 15.03.2016; окончание: не раньше 16.03.2016, не позже 17.03.2016",
        ),
    ],
)
def test_a_dash_never_stands_between_two_pairs_of_days(
    starts: Days | None, dues: Days | None, kk: str | None, ru: str | None
) -> None:
    found = from_to(starts, dues)
    assert (found and (found.kk, found.ru)) == (kk and (kk, ru))
