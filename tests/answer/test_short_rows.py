"""In short of a small town: who, where, how long and how much, and what is said where the text does not say it."""

from typing import Any

from eligibility.answer.in_short import in_short
from tests.answer.small_town import PAGE, Town
from tests.reasoning.small_editions import both

DAYS: dict[str, Any] = {"unit": "working-days", "value": 5}
TERM = {"text": both("срок"), "duration": DAYS, "cite": "11"}
LATER = {"text": both("для сирот"), "duration": {**DAYS, "value": 7}, "when": "orphan", "cite": "11"}
STEP: dict[str, Any] = {"step": 1, "actor": "head", "action": both("решает"), "duration": DAYS, "cite": "11"}
NAMED_ALIKE = {"providers": {"office": both("office")}}
OFFICE = {"channel": "office", "cite": "3"}


def rows(town: Town, act: str = "act", **facts: Any) -> dict[str, str]:
    """In Russian, by what is told of."""
    return {one.name.ru: one.said.ru for one in in_short(town(act=act, **facts))}


class TestWhoAndWhere:
    def test_an_office_that_the_ways_name_is_not_named_once_more(self) -> None:
        assert rows(Town(channels=[OFFICE]))["Кто оказывает услугу"] == "собес"
        assert "Кто оказывает услугу" not in rows(Town(channels=[OFFICE], its_act=NAMED_ALIKE))
        assert "Кто оказывает услугу" not in rows(Town(channels=[OFFICE], provider=None))

    def test_ways_that_are_closed_or_give_out_the_result_are_no_place_to_file(self) -> None:
        ways = [
            {"channel": "portal", "only": "result", "cite": "3"},
            {"channel": "phone", "when": "alone", "cite": "3"},
            OFFICE,
        ]
        assert rows(Town(channels=ways), alone=False)["Куда подается заявление"] == "office"

    def test_ways_that_are_open_come_before_those_that_may_be(self) -> None:
        ways = [{"channel": "office", "when": "alone", "cite": "3"}, {"channel": "portal", "cite": "3"}]
        assert rows(Town(channels=ways))["Куда подается заявление"] == "portal; office – пока не определено"


class TestTerm:
    def test_one_total_term_is_told_by_its_length_and_its_last_day(self) -> None:
        assert rows(Town(stated_terms=[TERM]))["Срок"] == "5 рабочих дней; последний день: 8 июня 2018 года"
        assert rows(Town(stated_terms=[{**TERM, "from": "decision"}]))["Срок"] == "5 рабочих дней"

    def test_several_are_told_apart_by_what_they_are_of(self) -> None:
        town = Town(stated_terms=[TERM, LATER])
        first, other = ("срок: 5 рабочих дней; последний день: 8", "для сирот: 7 рабочих дней; последний день: 12")
        assert rows(town, orphan=True)["Срок"] == f"{first} июня 2018 года; {other} июня 2018 года"
        assert "сирот" not in rows(town, orphan=False)["Срок"]

    def test_without_a_calendar_they_are_told_by_their_length_alone(self) -> None:
        town = Town(years=[2018], stated_terms=[{**TERM, "duration": {**DAYS, "value": 300}}, LATER], steps=[STEP])
        assert rows(town)["Срок"] == "300 рабочих дней; 7 рабочих дней"
        assert rows(town, orphan=False)["Срок"] == "300 рабочих дней"
        assert "Ответ" not in rows(town)

    def test_the_days_of_the_procedures_take_the_place_of_a_term_that_is_not_stated(self) -> None:
        found = rows(Town(steps=[STEP]))
        assert "Срок" not in found
        assert found["Ответ"] == "8 июня 2018 года"
        hours = rows(Town(steps=[{**STEP, "duration": {"unit": "hours", "value": 2}}]))
        assert hours["Ответ"] == "не раньше 1 июня 2018 года, не позже 4 июня 2018 года"
        assert {"Срок", "Ответ"} <= rows(Town(steps=[STEP], stated_terms=[TERM])).keys()

    def test_what_the_days_wait_for_is_named(self) -> None:
        waiting = Town(steps=[{**STEP, "when": "alone"}])
        assert rows(waiting)["Срок"] == "зависит от того, на что еще нет ответа: «Одинок?»"
        assert "Срок" not in rows(waiting, alone=True)
        late = Town(years=[2018], steps=[{**STEP, "duration": {**DAYS, "value": 300}}, {**STEP, "step": 2, "when": "alone"}])
        assert rows(late)["Срок"] == "не сказано"

    def test_a_term_that_stands_in_the_standard(self) -> None:
        pointing = Town(terms_from=[{"act": "standard", "para": "4", "cite": "11"}])
        assert rows(pointing)["Срок"] == "указан в стандарте, текста которого в программе нет"

    def test_of_a_closed_way_no_term_is_told(self) -> None:
        assert "Срок" in rows(Town(channels=[OFFICE], stated_terms=[TERM]), channel="office")
        assert "Срок" not in rows(Town(channels=[OFFICE], stated_terms=[TERM]), channel="phone")


def test_what_a_remark_would_be_about_where_nothing_is_known() -> None:
    """A citizen reads the remark in the place of «not said»."""

    def open_of(**more: Any) -> dict[str, str | None]:
        return {one.name.ru: one.open for one in in_short(Town(**more)())}

    assert open_of() == {
        "Кто оказывает услугу": None,
        "Куда подается заявление": None,
        "Срок": "term",
        "Сколько стоит": "money",
    }
    settled = open_of(stated_terms=[TERM], fee=[{"fee": "free", "cite": "4"}])
    assert (settled["Срок"], settled["Сколько стоит"]) == (None, None)
    assert open_of(steps=[{**STEP, "when": "alone"}])["Срок"] is None


def test_of_an_act_that_is_not_at_hand_nothing_is_called_silent() -> None:
    found = rows(Town(standard={"known": PAGE}), "standard")
    assert {found[name] for name in ("Куда подается заявление", "Срок", "Сколько стоит")} == {"здесь неизвестно"}
