"""What a person reads: the sentences of reasons, of conditions, of places in the act and of terms, in both languages."""

from collections.abc import Mapping
from typing import Any

import pytest

from eligibility.answer.amounts import duration_text
from eligibility.answer.clauses import condition_text
from eligibility.answer.places import cite_text
from eligibility.answer.short_form import value_text
from eligibility.answer.why import answers_behind, source_of, why
from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.law.vocabulary import Cite, Duration, Home
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.plan import PlanKey
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.words.text import Text
from tests.reasoning.shipped_editions import EDITIONS, plan_of

HOME_CARE = {"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01"}
IN_ALMATY = {"service": "home-care", "act": "almaty-region-2018-81", "on": "2018-06-01"}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.shipped(engine="direct")


def decided(engine: Engine, case: Mapping[str, Any], **facts: Any) -> Decision:
    return engine.decide({**case, "facts": facts})


def line(decision: Decision, document: str) -> Line:
    return next(one for one in decision.lines if one.entry.document == document)


class TestReasons:
    def test_what_everybody_brings(self, engine: Engine) -> None:
        decision = decided(engine, HOME_CARE)
        text = why(decision, line(decision, "medical-card"), "clerk")
        assert text.ru == "Требуется от всех. Основание: приложение 2, пункт 6, подпункт 1), строка 5."
        assert text.kk == "Барлығынан талап етіледі. Негізі: 2-қосымша, 6-тармақ, 1) тармақша, 5-жол."

    def test_what_is_required_of_some_and_why(self, engine: Engine) -> None:
        decision = decided(engine, HOME_CARE, age=17)
        text = why(decision, line(decision, "pmpc-conclusion"), "clerk")
        reason = "услугополучатель младше 18 лет"
        assert text.ru == f"Требуется, так как {reason}. Основание: приложение 2, пункт 6, подпункт 1), строка 9."

    def test_what_is_not_required_and_why(self, engine: Engine) -> None:
        decision = decided(engine, HOME_CARE, age=40)
        text = why(decision, line(decision, "pmpc-conclusion"), "clerk")
        reason = "услугополучателю исполнилось 18 лет"
        assert text.ru == f"Не требуется, так как {reason}. Основание: приложение 2, пункт 6, подпункт 1), строка 9."
        assert text.kk.startswith("Талап етілмейді, себебі көрсетілетін қызметті алушы 18 жасқа толған. Негізі: 2-қосымша")

    def test_what_hangs_on_a_question_names_it(self, engine: Engine) -> None:
        decision = decided(engine, HOME_CARE)
        text = why(decision, line(decision, "pmpc-conclusion"), "clerk")
        asked = "Ответьте: Сколько полных лет услугополучателю?"
        assert text.ru == f"Пока не определено. {asked} Основание: приложение 2, пункт 6, подпункт 1), строка 9."

    def test_a_list_that_is_elsewhere_is_named_with_its_standard(self, engine: Engine) -> None:
        decision = decided(engine, IN_ALMATY)
        text = why(decision, line(decision, "documents-of-the-standard"), "clerk")
        assert text.ru == (
            "Перечень документов дан в пункте 9 стандарта; текста этого пункта в программе нет. Стандарт утвержден "
            "актом: приказ Министра здравоохранения и социального развития Республики Казахстан от 28 апреля 2015 года № "
            "279. Уточните перечень в учреждении, которое оказывает услугу. Основание: приложение 9, пункт 4; пункт 8."
        )

    def test_what_is_known_from_elsewhere_is_no_demand_of_the_act(self, engine: Engine) -> None:
        decision = decided(engine, IN_ALMATY, age=40)
        source = (
            "Только для сведения, по источнику: постановление акимата Кызылординской области от 10 августа 2015 года № 118."
        )
        place = "Где дана отсылка к стандарту: приложение 9, пункт 4; пункт 8."
        assert (
            why(decision, line(decision, "medical-card"), "clerk").ru
            == f"{source} По этому источнику требуется от всех. {place}"
        )
        spared = why(decision, line(decision, "pmpc-conclusion"), "clerk").ru
        assert spared.startswith(f"{source} По этому источнику ")
        assert spared.endswith(f"услугополучателю исполнилось 18 лет. {place}")
        for one in decision.lines:
            assert ("Основание" in why(decision, one, "clerk").ru) is (one.entry.row.known is None)

    def test_the_day_of_a_source_is_told_where_its_name_does_not_tell_it(self, engine: Engine) -> None:
        rows = [row for key in EDITIONS for entry in plan_of(key).entries if (row := entry.row).reference and row.known]
        assert {row.known.as_of.ru in row.known.source.ru for row in rows if row.known} == {True, False}
        for row in rows:
            known, text = row.known, source_of(row)
            assert known
            assert text
            assert text.ru.count(known.as_of.ru) == 1
            assert text.kk.count(known.source.kk) == 1
            assert text.ru.startswith("Только для сведения, по источнику: ")
            assert text.ru.endswith(".")

    def test_every_reason_is_a_sentence_with_its_place_in_both_languages(self, engine: Engine) -> None:
        for key in engine.pack.held():
            decision = engine.decide({"act": key.act, "service": key.service, "on": "2020-01-01"}, as_if_in_force=True)
            for one in decision.lines:
                text = why(decision, one, "clerk")
                assert text.ru.endswith((".", "?")), text.ru
                assert "{" not in text.ru + text.kk
                if one.entry.requirement.cite:
                    place = cite_text(decision.home, one.entry.requirement.cite)
                    assert place.ru in text.ru
                    assert place.kk in text.kk


class TestFactsBehind:
    def test_a_clerk_sees_each_question_with_its_answer_once(self, engine: Engine) -> None:
        decision = decided(engine, HOME_CARE, age=40)
        due = line(decision, "pmpc-conclusion").entry.due
        [(fact, asked, answer)] = answers_behind(decision, due)
        assert (fact, asked.ru, answer.ru) == ("age", "Сколько полных лет услугополучателю?", "40")

    def test_what_is_not_known_is_said_to_be_so(self, engine: Engine) -> None:
        decision = decided(engine, HOME_CARE)
        [(_, _, answer)] = answers_behind(decision, line(decision, "pmpc-conclusion").entry.due)
        assert answer.ru == "неизвестно"

    def test_answers_are_shown_as_the_menu_shows_them(self, engine: Engine) -> None:
        facts = engine.pack.facts
        assert value_text(facts["elderly"], True).ru == "да"
        assert value_text(facts["elderly"], False).ru == "нет"
        values = facts["filed_by"].values
        assert values
        for value, choice in values.items():
            assert value_text(facts["filed_by"], value) == choice.called("desk")


@pytest.mark.parametrize(
    ("cite", "ru", "kk"),
    [
        ("4", "приложение 4, пункт 4", "4-қосымша, 4-тармақ"),
        ("6(1)", "приложение 4, пункт 6, подпункт 1)", "4-қосымша, 6-тармақ, 1) тармақша"),
        (
            "6(1) list 2 item 3",
            "приложение 4, пункт 6, подпункт 1), перечень 2, строка 3",
            "4-қосымша, 6-тармақ, 1) тармақша, 2-тізбе, 3-жол",
        ),
        ("app 1", "приложение 4, приложение 1 к регламенту", "4-қосымша, регламенттің 1-қосымшасы"),
        ("app 2 col 3", "приложение 4, приложение 2 к регламенту, графа 3", "4-қосымша, регламенттің 2-қосымшасы, 3-баған"),
        ("act 2", "постановление, пункт 2", "қаулы, 2-тармақ"),
        (("8(1)", "9"), "приложение 4, пункт 8, подпункт 1); пункт 9", "4-қосымша, 8-тармақ, 1) тармақша; 9-тармақ"),
    ],
)
def test_a_place_is_named_as_lawyers_name_it(cite: Cite, ru: str, kk: str) -> None:
    acts = shipped_pack().acts
    decree = Home("decree", acts["kyzylorda-2015-118"].kind, Text("", ""), 4)
    assert cite_text(decree, cite) == Text(kk, ru)


@pytest.mark.parametrize(
    ("act", "annex", "cite", "ru", "kk"),
    [
        ("code-224-vii-2023", None, "art 158(2)", "статья 158, подпункт 2)", "158-бап, 2) тармақша"),
        ("code-224-vii-2023", None, "act art 3", "кодекс, статья 3", "кодекс, 3-бап"),
        ("order-279-2015", 10, "part 2", "приложение 10, часть 2", "10-қосымша, 2-бөлік"),
        ("order-279-2015", 10, "app 1", "приложение 10, приложение 1 к стандарту", "10-қосымша, стандарттың 1-қосымшасы"),
        (
            "order-286-2023",
            2,
            "row 8 item 3",
            "приложение 2, строка 8 таблицы, подпункт 3)",
            "2-қосымша, кестенің 8-жолы, 3) тармақша",
        ),
        (
            "order-286-2023",
            None,
            "app 1 row 8",
            "приложение 1 к правилам, строка 8 таблицы",
            "қағидалардың 1-қосымшасы, кестенің 8-жолы",
        ),
        ("order-286-2023", None, "6 part 2", "пункт 6, часть 2", "6-тармақ, 2-бөлік"),
    ],
)
def test_every_kind_of_act_has_its_own_places(act: str, annex: int | None, cite: Cite, ru: str, kk: str) -> None:
    found = shipped_pack().acts[act]
    assert cite_text(Home(act, found.kind, found.cited, annex), cite) == Text(kk, ru)


@pytest.mark.parametrize(
    ("duration", "ru", "kk"),
    [
        (Duration("working-days", 3), "3 рабочих дня", "3 жұмыс күні"),
        (Duration("working-days", 1, "within"), "в течение 1 рабочего дня", "1 жұмыс күні ішінде"),
        (Duration("working-days", 21, "within"), "в течение 21 рабочего дня", "21 жұмыс күні ішінде"),
        (Duration("calendar-days", 5, "at-most"), "не более 5 календарных дней", "ең көбі күнтізбелік 5 күн"),
        (Duration("minutes", 15, "exactly"), "ровно 15 минут", "дәл 15 минут"),
        (Duration("hours", 2, "not-before"), "не ранее истечения 2 часов", "кемінде 2 сағат өткен соң"),
        (Duration("months", 1, "at-least"), "не менее 1 месяца", "кемінде 1 ай"),
        (Duration("times-per-day", 2, "at-least"), "не реже 2 раз в день", "күніне кемінде 2 рет"),
        (Duration("times-per-day", 5), "5 раз в день", "күніне 5 рет"),
        (Duration("within-working-day"), "в течение рабочего дня", "жұмыс күні ішінде"),
        (Duration("unstated"), "срок не указан", "мерзімі көрсетілмеген"),
        (Duration("unstated", 3), "срок не указан", "мерзімі көрсетілмеген"),
        (Duration("working-days"), "срок не указан", "мерзімі көрсетілмеген"),
    ],
)
def test_a_term_is_said_with_its_bound_and_in_the_right_case(duration: Duration, ru: str, kk: str) -> None:
    assert duration_text(duration) == Text(kk, ru)


class TestConditions:
    """A rule's condition, told to whoever reads the rules."""

    @pytest.fixture(scope="class")
    @staticmethod
    def plan(engine: Engine) -> Any:
        return engine.plan(PlanKey(EditionKey("kyzylorda-2015-118", "home-care")))[0]

    @pytest.mark.parametrize(
        ("one", "same"),
        [
            ("age < 18", "age <= 17"),
            ("age >= 18", "age > 17"),
            ("not age < 18", "age >= 18"),
            ("not (elderly and pensioner)", "not elderly or not pensioner"),
            ("not (elderly or pensioner)", "not elderly and not pensioner"),
            ("not not elderly", "elderly"),
            ("filed_by != self", "not filed_by == self"),
        ],
    )
    def test_what_means_the_same_is_said_alike(self, plan: Any, one: str, same: str) -> None:
        assert condition_text(plan, one) == condition_text(plan, same)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("age < 18", "age >= 18"),
            ("age < 18", "age < 17"),
            ("age < 18", "age <= 18"),
            ("elderly", "not elderly"),
            ("filed_by == self", "filed_by != self"),
            ("elderly and pensioner", "elderly or pensioner"),
            ("file_incomplete", "not file_incomplete"),
            ("elderly and (pensioner or age < 18)", "elderly and pensioner or age < 18"),
        ],
    )
    def test_what_means_something_else_is_said_otherwise(self, plan: Any, one: str, other: str) -> None:
        first, second = condition_text(plan, one), condition_text(plan, other)
        assert first.ru != second.ru
        assert first.kk != second.kk

    def test_the_ways_of_joining_are_words(self, plan: Any) -> None:
        assert " и " in condition_text(plan, "elderly and pensioner").ru
        assert " или " in condition_text(plan, "elderly or pensioner").ru
        assert condition_text(plan, "true").ru == "всегда"

    def test_a_group_inside_another_stands_in_brackets_and_the_whole_does_not(self, plan: Any) -> None:
        text = condition_text(plan, "elderly and (pensioner or age < 18)")
        for one in (text.kk, text.ru):
            assert one.count("(") == one.count(")") == 1
            assert one.endswith(")")
            assert not one.startswith("(")
