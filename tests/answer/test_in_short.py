"""What somebody wants to know before going there: who, where, how long, what it costs."""

from typing import Any

import pytest

from eligibility.answer.in_short import in_short
from eligibility.engine import Engine
from eligibility.law.pack import EditionKey

ENGINE = Engine.shipped("direct")
PACK = ENGINE.pack
KYZYLORDA = "kyzylorda-2015-118"
ALMATY = "almaty-region-2018-81"


def told(service: str, act: str, on: str, **facts: Any) -> dict[str, str]:
    """In Russian, by what is told of."""
    answer = ENGINE.answer({"service": service, "act": act, "on": on, "facts": facts}, as_if_in_force=True)
    return {one.name.ru: one.said.ru for one in in_short(answer)}


def test_all_that_the_text_says() -> None:
    rows = told("prosthetic-orthopedic-aid", KYZYLORDA, "2016-03-01")
    assert list(rows) == ["Куда подается заявление", "Ответ", "Сколько стоит"]
    assert rows["Куда подается заявление"].startswith("канцелярия: отделы занятости, социальных программ")
    assert rows["Ответ"] == "не раньше 15 марта 2016 года, не позже 17 марта 2016 года"


def test_who_renders_the_service_is_said_where_no_way_names_him() -> None:
    rows = told("narcological-certificate", "almaty-region-health-2019-43", "2019-06-03")
    assert list(rows)[:2] == ["Кто оказывает услугу", "Куда подается заявление"]
    assert rows["Кто оказывает услугу"] == "организации здравоохранения"
    assert rows["Кто оказывает услугу"] not in rows["Куда подается заявление"]


def test_what_the_text_does_not_say_is_no_promise() -> None:
    assert told("prosthetic-orthopedic-aid", KYZYLORDA, "2016-03-01")["Сколько стоит"] == "не сказано"


def test_a_term_that_is_not_stated_is_told_by_the_procedures_alone() -> None:
    """Where their days can be counted; else it is said that the text states none."""
    counted, uncounted = (told("wheelchairs", KYZYLORDA, day) for day in ("2016-03-01", "2027-12-28"))
    assert "Срок" not in counted
    assert "Ответ" in counted
    assert uncounted["Срок"] == "не сказано"


def test_a_total_term_that_stands_in_another_text_is_not_told_by_the_procedures() -> None:
    """№ 370, paragraph 9: the term is that of paragraph 7 of the Standard; letters give no day of it either."""
    rows = told("wheelchairs", "south-kazakhstan-2012-370", "2013-06-20", channel="provider-office", disability="group-1")
    assert rows["Срок"] == "указан в стандарте, текста которого в программе нет"
    assert "Ответ" not in rows
    waiting = told("child-benefit-under-18", "south-kazakhstan-2012-370", "2013-06-20")
    assert waiting["Срок"] == rows["Срок"]


def test_what_is_not_at_hand_is_not_said_to_be_silent() -> None:
    rows = told("wheelchairs", "order-279-2015", "2016-03-01")
    assert {rows["Куда подается заявление"], rows["Срок"], rows["Сколько стоит"]} == {"здесь неизвестно"}


def test_a_way_that_is_closed_has_no_term() -> None:
    assert "Срок" not in told("wheelchairs", KYZYLORDA, "2016-03-01", channel="telephone")


def test_several_terms_are_told_apart_by_what_they_are_of() -> None:
    term = told("targeted-social-assistance", "order-227-2023", "2026-11-28")["Срок"]
    assert "через центр: 15 рабочих дней" in term
    assert "через акима: 18 рабочих дней" in term


class TestExtension:
    """Annex 1 of № 81 extends the term by a month where more has to be inquired, and does not say of which step."""

    LONGER = "Если для принятия решения нужны дополнительный запрос или проверка, срок оказания услуги продлевается на 1 месяц."

    def test_that_may_come_is_told_beside_the_last_day(self) -> None:
        rows = told("semey-polygon-compensation", ALMATY, "2019-09-10", request="registration", channel="provider-office")
        assert rows["Ответ"] == "не раньше 7 октября 2019 года, не позже 9 октября 2019 года"
        assert rows["Продление или приостановление"] == self.LONGER

    def test_that_applies_leaves_no_last_day_and_it_is_said_which_there_was(self) -> None:
        facts = {"request": "registration", "channel": "provider-office", "additional_check_needed": True}
        rows = told("semey-polygon-compensation", ALMATY, "2019-09-10", **facts)
        assert "Ответ" not in rows
        assert rows["Срок"].endswith("без этого последний день: не раньше 07.10.2019, не позже 09.10.2019.")
        assert "на сколько оно отодвигает последний день, не определено" in rows["Срок"]

    def test_that_does_not_apply_is_not_told(self) -> None:
        facts = {"request": "registration", "channel": "provider-office", "additional_check_needed": False}
        assert "Продление или приостановление" not in told("semey-polygon-compensation", ALMATY, "2019-09-10", **facts)

    def test_decides_nothing_where_there_is_no_last_day_anyway(self) -> None:
        """The compensation is paid by a schedule, whatever has to be inquired."""
        rows = told("semey-polygon-compensation", ALMATY, "2019-09-10", request="compensation", channel="provider-office")
        assert rows["Срок"] == "не сказано"


def test_a_term_from_an_event_is_not_said_to_be_silent() -> None:
    """Annex 1, 5(3) item 2 of № 81: «…тіркеу туралы шешім қабылданғаннан кейін 4 (төрт) жұмыс күні ішінде»."""
    rows = told("semey-polygon-compensation", ALMATY, "2019-09-10", request="first-certificate", channel="provider-office")
    assert rows["Срок"] == "считается не со дня подачи, а с этого события: день принятия решения"


def test_without_the_calendar_of_a_year_the_rest_stands() -> None:
    rows = told("wheelchairs", KYZYLORDA, "2027-12-28")
    assert rows["Куда подается заявление"].startswith("канцелярия: отделы занятости")
    assert "Ответ" not in rows


@pytest.mark.parametrize("key", sorted(PACK.editions()), ids=str)
def test_every_edition_says_where_and_what_it_costs(key: EditionKey) -> None:
    answer = ENGINE.answer({"service": key.service, "act": key.act, "on": "2019-06-03"}, as_if_in_force=True)
    rows = in_short(answer)
    assert {"Куда подается заявление", "Сколько стоит"} <= {one.name.ru for one in rows}
    assert all(one.said.kk.strip(" ;:") and one.said.ru.strip(" ;:") for one in rows)
