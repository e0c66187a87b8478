"""What is said of each term and of the last day: the whole sentences, in both languages, and nothing besides."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from eligibility.law.words import Text
from eligibility.terms.ledger import Ledger
from tests.terms.editions import days, flag, of_steps, step, told

MONDAY = date(2016, 2, 1)
OFFICE = {"channel": "provider-office"}
COUNTED = {"provider-office": True}
SEVEN_HOURS = {"value": 7, "unit": "working-hours"}

HOURS = (
    "Сағаттар мен минуттар – жұмыс уақыты: жұмыс күніне сыймағаны келесі жұмыс күніне ауысады.",
    "Часы и минуты – это рабочее время: что не поместилось в рабочий день, переходит на следующий.",
)
WORKING = (
    "Жұмыс күндері есептеледі; басталған күн есепке кірмейді.",
    "Считаются рабочие дни; день начала не считается.",
)
WORKING_WITH_FILING = (
    "Жұмыс күндері есептеледі, өтініш берілген күн бірінші күн болып саналады.",
    "Считаются рабочие дни, день подачи – первый из них.",
)
CALENDAR_DAYS = (
    "Күнтізбелік күндер есептеледі; басталған күн есепке кірмейді.",
    "Считаются календарные дни; день начала не считается.",
)
CALENDAR_WITH_FILING = (
    "Күнтізбелік күндер есептеледі, өтініш берілген күн бірінші күн болып саналады.",
    "Считаются календарные дни, день подачи – первый из них.",
)
MONTHS = (
    "Айлармен есептелетін мерзім соңғы айдың сол күнінде аяқталады.",
    "Срок, исчисляемый месяцами, истекает в то же число последнего месяца.",
)
MONTH_END = (
    "Мерзімнің соңғы айында ондай күн жоқ, сондықтан сол айдың соңғы күні алынды.",
    "В последнем месяце срока такого числа нет, поэтому взят его последний день.",
)
CLOCK = (
    "Сағаттар демалыс күндері де жүреді; басталу сағаты белгісіз, сондықтан сол күні не келесі күні аяқталуы мүмкін.",
    "Часы идут и в нерабочие дни; час начала неизвестен, поэтому срок может закончиться в тот же день или на день позже.",
)
SAME_DAY = (
    "Бір күннен аспайтын мерзім өзі басталған жұмыс күнінде аяқталады.",
    "Срок в пределах одного дня заканчивается в тот же рабочий день, в который начался.",
)
EITHER = (
    "Мәтінді «сол жұмыс күні» деп те, «бір жұмыс күні» деп те түсінуге болады.",
    "Текст можно понять и как «тот же рабочий день», и как «один рабочий день».",
)
REPEATED = (
    "Бұл әрекет күн ішінде қайталанады және оның жеке аяқталу күні жоқ; келесі мерзім сол күннен есептеледі.",
    "Действие повторяется в течение дня и своего последнего дня не имеет; следующий срок считается с того же дня.",
)
OPEN = (
    "Мәтінде есептеуге келетін мерзім жоқ, сондықтан аяқталу күні де жоқ; келесі мерзім сол күннен есептеледі.",
    "В тексте нет срока, который можно отсчитать, поэтому последнего дня нет; следующий срок считается с того же дня.",
)
UNSETTLED = (
    "Бұған қанша уақыт берілетіні мәтінде ашық қалған, сондықтан мұның да, бұдан кейінгінің де соңғы күні жоқ.",
    (
        "Сколько времени на это дается, в тексте оставлено открытым, поэтому последнего дня нет ни у этого, "
        "ни у того, что следует."
    ),
)
LOST = (
    "Бұған дейінгі рәсімдердің бірінің соңғы күні жоқ, сондықтан бұл рәсімнің күндері белгісіз.",
    "У одной из предыдущих процедур нет последнего дня, поэтому дни этой процедуры неизвестны.",
)
AWAITED = (
    "Ол оқиғаның күні берілмеген, сондықтан соңғы күн жоқ.",
    "День этого события не указан, поэтому последнего дня нет.",
)
THEN = (
    (
        "Мерзімнің екінші бөлігі біріншісінен кейін жүреді: саналған күн өтті деп есептеледі, сондықтан одан кейінгі сағаттар "
        "келесі жұмыс күні басталады."
    ),
    (
        "Вторая часть срока следует за первой: сосчитанный день считается прошедшим, поэтому часы после него начинаются в "
        "следующий рабочий день."
    ),
)
MOVED = (
    (
        "Соңғы күн демалыс күніне түседі. Мұндайда не болатыны мәтінде айтылмаған; бағдарламаның баптауы бойынша мерзім келесі "
        "жұмыс күні аяқталады."
    ),
    (
        "Последний день нерабочий. Что из этого следует, в тексте не сказано; по настройке программы срок заканчивается в "
        "следующий рабочий день."
    ),
)
INSIDE_TWO = (
    "Бұл мерзім басқа рәсімнің мерзіміне кіреді және қосындыға қосылмайды. Ол рәсімнің нөмірі: 2.",
    "Этот срок входит в срок другой процедуры и в сумму не включается. Номер той процедуры: 2.",
)
LOST_PAPERS = (
    "Құжаттар жетіспей ме немесе бүлінгендіктен, жоғалғандықтан ұсынылмай ма?",
    "Документов недостаточно либо их нельзя представить из-за порчи или утери?",
)
MAY_BE = (
    f"Бұл рәсімнің орындалатын-орындалмайтыны мына сұрақтардың жауаптарына байланысты: {LOST_PAPERS[0]}",
    f"Будет ли выполняться эта процедура, зависит от ответов на вопросы: {LOST_PAPERS[1]}",
)
ANSWERS = (
    f"Күндері мына сұрақтардың жауаптарына байланысты: {LOST_PAPERS[0]}",
    f"Дни зависят от ответов на вопросы: {LOST_PAPERS[1]}",
)
REPLACED = (
    "Нөмірі бір рәсімдер бірін-бірі алмастырады, ал мұнда қайсысы қолданылатыны мәтінде айтылмаған.",
    "Процедуры с одним номером заменяют друг друга, а какая из них применяется здесь, в тексте не сказано.",
)
UNSAID_STEP = (
    "Бұл рәсімнің орындалатын-орындалмайтыны мәтінде шешілмеген.",
    "Выполняется ли эта процедура, из текста не следует.",
)
UNSAID_DAYS = (
    "Бұған дейін қай рәсімдердің орындалатыны мәтінде шешілмеген, сондықтан бұл рәсімнің күндері белгісіз.",
    "Какие процедуры выполняются до этой, из текста не следует, поэтому ее дни неизвестны.",
)
HOURS_UNKNOWN = (
    (
        "Құжаттардың күннің қай сағатында берілетіні және әр рәсімнің қай сағатта аяқталатыны белгісіз, ал "
        "жұмыс күні кемінде 8 "
        "сағат деп алынған: бағдарламаның баптауы осындай. Сондықтан соңғы күннің ең ертесі мен ең кеші бар."
    ),
    (
        "В котором часу подаются документы и завершается каждая процедура, неизвестно, а рабочий день считается не короче 8 "
        "часов: такова настройка программы. Поэтому есть самый ранний и самый поздний последний день."
    ),
)

Said = tuple[str, str]


def passed(n: int) -> Said:
    return f"Есепке кірмеген демалыс күндері: {n}.", f"Пропущено нерабочих дней: {n}."


def worked(listed: str) -> Said:
    return (
        f"Әдетте демалыс болса да, жұмыс күні ретінде есептелгені: {listed}.",
        f"Засчитаны как рабочие, хотя обычно выходные: {listed}.",
    )


def least(kk: str, ru: str) -> Said:
    return (
        f"Мәтінде ең қысқа уақыт қана белгіленген, сондықтан соңғы күн жоқ; ең ерте аяқталатын күні: {kk}.",
        f"Текст устанавливает только наименьший срок, поэтому последнего дня нет; самый ранний день окончания: {ru}.",
    )


def from_event(kk: str, ru: str) -> Said:
    return (
        f"Мерзім өтініш берілген күннен емес, мына оқиғадан басталады: {kk}.",
        f"Срок считается не со дня подачи, а с этого события: {ru}.",
    )


def endless(steps: str) -> Said:
    return (
        f"Мына рәсімдердің ең кеш қашан аяқталатыны еш жерде айтылмаған, сондықтан соңғы күн жоқ. Олардың нөмірлері: {steps}.",
        (
            "До какого дня самое позднее завершаются эти процедуры, нигде не сказано, поэтому последнего дня нет. "
            f"Их номера: {steps}."
        ),
    )


def two_ways(steps: str) -> Said:
    return (
        f"Мына рәсімдердің мәтінін екі түрлі түсінуге болады. Олардың нөмірлері: {steps}.",
        f"Текст об этих процедурах можно понять двояко. Их номера: {steps}.",
    )


def whole(*said: Said) -> Said:
    return " ".join(kk for kk, _ in said), " ".join(ru for _, ru in said)


def both(text: Text) -> Said:
    return text.kk, text.ru


def rows(found: Ledger) -> list[Said]:
    return [both(row.because) for row in found.rows]


def why(found: Ledger) -> Said | None:
    return both(found.because) if found.because else None


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
            (
                "Өтініш берілген күн мерзімнің бірінші күні болып саналады: баптау осындай, ол әр жүгіну жолы үшін бөлек болуы "
                "мүмкін."
            ),
            "День подачи – первый день срока: такова настройка, для разных способов обращения она может быть разной.",
        ),
        (
            {"channel": "state-corporation"},
            "Өтініш берілген күн есепке кірмейді: баптауда осылай белгіленген, ол әр жүгіну жолы үшін бөлек болуы мүмкін.",
            "День подачи не считается: так задано в настройке; для разных способов обращения она может быть разной.",
        ),
        (
            {},
            "Өтініш берілген күннің есепке кіру-кірмеуі жүгіну жолына байланысты, ал ол әлі таңдалмаған.",
            "Считается ли день подачи, зависит от способа обращения, а он еще не выбран.",
        ),
    ],
)
def test_whether_the_day_of_filing_counts(facts: dict[str, Any], kk: str, ru: str) -> None:
    channels = [{"channel": "provider-office", "cite": "1"}, {"channel": "state-corporation", "cite": "1"}]
    found = of_steps([step(1, 2, "working-days")], MONDAY, facts, COUNTED, channels=channels)
    assert found.filing is not None
    assert both(found.filing.because) == (kk, ru)
    assert found.filing.channel == facts.get("channel")
    assert (found.filing.day, found.filing.counted_from) == (MONDAY, MONDAY)
    sunday = of_steps([step(1, 2, "working-days")], date(2016, 2, 7), facts, COUNTED, channels=channels)
    assert sunday.filing is not None
    assert both(sunday.filing.because) == (
        (
            f"{kk} Құжаттар демалыс күні берілген. Мұндайда мерзімдердің қай күннен саналатыны мәтінде "
            f"айтылмаған; бағдарламаның "
            "баптауы бойынша олар келесі жұмыс күнінен саналады: 2016 жылғы 8 ақпан."
        ),
        (
            f"{ru} Документы поданы в нерабочий день. С какого дня тогда считаются сроки, в тексте не сказано; по настройке "
            "программы они считаются со следующего рабочего дня: 8 февраля 2016 года."
        ),
    )


# --- total terms of the text


TERM = {"text": {"kk": "мерзім", "ru": "срок"}, "duration": {"value": 5, "unit": "working-days"}, "cite": "7"}


def test_a_total_term_says_what_it_is_counted_from() -> None:
    (usual,) = of_steps([], MONDAY, stated_terms=[TERM]).stated
    assert both(usual.because) == whole(WORKING, passed(2))
    (event,) = of_steps([], MONDAY, stated_terms=[{**TERM, "from": "decision"}]).stated
    assert both(event.because) == whole(from_event("шешім қабылданған күн", "день принятия решения"), AWAITED)


def test_a_total_term_waits_for_the_way_of_filing() -> None:
    channels = [{"channel": "provider-office", "cite": "1"}, {"channel": "state-corporation", "cite": "1"}]
    more: dict[str, Any] = {"channels": channels, "stated_terms": [TERM]}
    (unknown,) = of_steps([], MONDAY, {}, COUNTED, **more).stated
    assert (unknown.placed, unknown.dues, unknown.holds, unknown.depends_on) == (None, None, True, ("channel",))
    assert unknown.because.ru.startswith("Дни зависят от ответов на вопросы: ")
    (counted,) = of_steps([], MONDAY, OFFICE, COUNTED, **more).stated
    (other,) = of_steps([], MONDAY, {"channel": "state-corporation"}, COUNTED, **more).stated
    assert [told(one.dues) for one in (counted, other)] == ["2016-02-05", "2016-02-08"]
    assert both(counted.because) == WORKING_WITH_FILING
    assert counted.depends_on == ()


def test_a_total_term_that_hangs_on_an_answer() -> None:
    terms = [{**TERM, "when": "documents_lost"}]
    (unknown,) = of_steps([], MONDAY, stated_terms=terms).stated
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
                    "Мұнда ұзарту немесе тоқтата тұру қолданылады, ал оның ең көбі қанша уақытқа екені анықталмаған, "
                    "сондықтан соңғы "
                    "күн жоқ; онсыз соңғы күн: 04.02.2016."
                ),
                (
                    "Здесь применяется продление или приостановление, а на какой срок самое большее, не определено, поэтому "
                    "последнего дня нет; без этого последний день: 04.02.2016."
                ),
            ),
        ),
    ],
)
def test_an_extension_says_the_day_without_it(pause: dict[str, Any], said: Said) -> None:
    found = of_steps([step(1, 3, "working-days")], MONDAY, MET, pauses=[PAUSE | pause])
    assert why(found) == said
    (stated,) = of_steps(
        [], MONDAY, MET, pauses=[PAUSE | pause], stated_terms=[{**TERM, "duration": {"value": 3, "unit": "working-days"}}]
    ).stated
    assert both(stated.because) == whole(WORKING, said)


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
