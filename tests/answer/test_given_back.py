"""A citizen's reason is the answer given back, with what the act asks of whom where the answer alone says little."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.answer.answer import Answer
from eligibility.answer.provenance import case_hash
from eligibility.answer.question import filing_for_question, question
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.law.address import FilingFor
from eligibility.law.pack import EditionKey
from eligibility.letters.fingerprints import fingerprints

ENGINE = Engine.shipped("direct")
HELD = [key for key in ENGINE.pack.held() if key.wording is None]
AT = datetime(2026, 1, 1, tzinfo=UTC)
FILING_FOR: tuple[FilingFor, ...] = ("self", "child", "other")


def answer(
    service: str, act: str = "kyzylorda-2015-118", on: str = "2016-03-01", filing_for: str = "self", **facts: Any
) -> Answer:
    case = {"service": service, "act": act, "on": on, "facts": facts}
    return ENGINE.answer(case | ({"filing_for": filing_for} if filing_for else {}), as_if_in_force=True)


def why(found: Answer, document: str, on_paper: bool = False) -> str:
    [line] = [line for line in found.lines if line.document == document]
    return line.what_decides("citizen", on_paper).ru


class TestReasons:
    def test_required_of_everybody(self) -> None:
        assert why(answer("home-care"), "medical-card") == "Требуется от всех."

    def test_the_rule_goes_first_where_it_names_whom(self) -> None:
        found = answer("home-care", age=9)
        assert why(found, "pmpc-conclusion") == "Кто представляет: дети младше 18 лет. Ваш ответ: полных лет – 9."

    def test_and_whom_alone_where_it_spares_him(self) -> None:
        found = answer("home-care", age=40)
        assert why(found, "pmpc-conclusion") == "Представляют только: дети младше 18 лет. Ваш ответ: полных лет – 40."

    def test_and_the_exception(self) -> None:
        found = answer("home-care", elderly=False)
        expected = "Представляют все, исключение: престарелые. Ваш ответ: принадлежность к престарелым – нет."
        assert expected in {line.what_decides("citizen").ru for line in found.lines}
        kk = "Мына адамдардан басқа барлығынан талап етіледі: қарттар. Жауабыңыз: қарттар қатарына жату – жоқ."
        assert kk in {line.what_decides("citizen").kk for line in found.lines}

    def test_who_belongs_to_the_exception_is_not_asked(self) -> None:
        found = {line.what_decides("citizen").ru for line in answer("home-care", elderly=True).lines}
        assert "Не требуется. Ваш ответ: принадлежность к престарелым – да." in found

    def test_no_answer_yet(self) -> None:
        assert why(answer("home-care"), "pmpc-conclusion") == "Ответа пока нет: полных лет."

    def test_years_counted_from_the_date_of_birth(self) -> None:
        found = answer("home-care", birth_date="2008-05-31")
        assert why(found, "pmpc-conclusion") == "Кто представляет: дети младше 18 лет. По дате рождения: полных лет – 7."

    def test_nobody_is_told_that_he_answered_what_stands_in_a_file(self) -> None:
        found = answer("home-care", filing_for="", age=9)
        assert why(found, "pmpc-conclusion") == "Кто представляет: дети младше 18 лет. Указано: полных лет – 9."

    def test_several_answers(self) -> None:
        facts = {"disability": "group-1", "war_status": "none", "employer_status": "entity-liquidated"}
        found = answer("prosthetic-orthopedic-aid", work_injury_by_employer=True, **facts)
        expected = (
            "Требуется. Ваши ответы: инвалидность – первая группа; "
            "увечье или профессиональное заболевание по вине работодателя – есть; "
            "виновный работодатель – юридическое лицо, ликвидировано."
        )
        assert expected in {line.what_decides("citizen").ru for line in found.lines}

    def test_the_label_is_said_of_whom_one_files_for(self) -> None:
        said = {
            filing_for: next(text for line in found.lines if "заявитель" in (text := line.what_decides("citizen").ru))
            for filing_for in FILING_FOR
            for found in [answer("home-care", filing_for=filing_for, filed_by="self")]
        }
        assert said["self"].endswith("Ваш ответ: заявитель – лично я.")
        assert said["child"].endswith("Ваш ответ: заявитель – сам ребенок.")
        assert said["other"].endswith("Ваш ответ: заявитель – сам этот человек.")

    def test_paper_does_not_repeat_what_others_need_not_read(self) -> None:
        found = answer("residential-care", age=40, incapacity_ruling=True)
        document = next(line.document for line in found.lines if "недееспособ" in line.what_decides("citizen").ru)
        assert why(found, document, on_paper=True) == "Требуется. По Вашему ответу."
        stated = answer("residential-care", filing_for="", age=40, incapacity_ruling=True)
        assert why(stated, document, on_paper=True) == "Требуется. По указанным сведениям."

    def test_the_desk_is_told_by_clauses_with_their_place(self) -> None:
        [line] = [one for one in answer("home-care", age=9).lines if one.document == "pmpc-conclusion"]
        assert line.why("clerk").ru == (
            "Требуется, так как услугополучатель младше 18 лет. Основание: приложение 2, пункт 6, подпункт 1), строка 9."
        )


class TestWordsOfAnAct:
    def test_an_act_with_a_word_of_its_own_is_told_in_short_form(self) -> None:
        """South Kazakhstan's act of 2012 knows consumers, and nobody by the word of the law of 2013."""
        act = "south-kazakhstan-2012-370"
        for service in ENGINE.pack.services_of(act):
            found = answer(service, act, "2013-03-01", disability="child", age=9, filed_by="self")
            told = [line.why("clerk") for line in found.lines]
            told += [question.ask for question in found.questions_for("clerk")]
            told += [option.label for question in found.questions_for("clerk") for option in question.options]
            assert not [text for text in told if "көрсетілетін қызметті ал" in text.kk or "услугополучател" in text.ru]

    @pytest.mark.parametrize(
        ("service", "act", "day", "office"),
        [
            ("home-care", "kyzylorda-2015-118", "2016-03-01", True),
            ("foreign-labour-permit", "almaty-region-2018-81", "2018-07-02", True),
            ("prosthetic-orthopedic-aid", "almaty-region-2018-81", "2018-07-02", False),
            ("local-social-assistance", "almaty-region-2018-81", "2018-07-02", False),
            ("wheelchairs", "south-kazakhstan-2012-370", "2013-03-20", False),
        ],
    )
    def test_an_office_is_offered_by_its_name_and_called_an_office_where_the_text_does(
        self, service: str, act: str, day: str, office: bool
    ) -> None:
        """«көрсетілетін қызметті берушінің кеңсесі» in some paragraphs, «көрсетілетін қызметті беруші» alone in others."""
        found = answer(service, act, day)
        assert found.provider
        assert found.way_name("provider-office").ru == ("канцелярия: " if office else "") + found.provider.ru
        assert found.way_name("provider-office").kk == found.provider.kk + (" (кеңсесі)" if office else "")

    def test_an_edition_may_call_a_variant_otherwise(self) -> None:
        found = answer("oralman-status", "almaty-region-2018-81", "2018-06-01")
        asked = question(found.decision, "request")
        assert [option.label.ru for option in asked.options] == ["получить статус оралмана", "продлить статус"]
        other = answer("foreign-labour-permit", "almaty-region-2018-81", "2018-06-01")
        asked = question(other.decision, "request")
        assert "продлить разрешение" in [option.label.ru for option in asked.options]

    @pytest.mark.parametrize("key", HELD, ids=str)
    def test_only_ways_that_an_edition_opens_are_offered(self, key: EditionKey) -> None:
        found = ENGINE.answer({"service": key.service, "act": key.act, "on": "2016-03-01"}, as_if_in_force=True)
        for asked in found.questions:
            if asked.fact == "channel" and found.edition.at_hand("channels"):
                offered = {option.value for option in asked.options}
                assert offered
                assert offered <= {one.channel for one in found.edition.channels}


class TestFilingFor:
    def test_is_asked_first_and_is_no_fact(self) -> None:
        asked = filing_for_question()
        assert asked.fact not in ENGINE.pack.facts
        assert [option.value for option in asked.options] == list(FILING_FOR)
        assert asked.ask.ru == "Для кого Вы подаете заявление?"
        assert asked.ask.kk == "Өтінішті кім үшін бересіз?"

    def test_words_an_interview(self) -> None:
        begun = Interview.of(ENGINE, {"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01"}, as_if=True)
        assert begun.filing_for is None
        said = {one: begun.with_filing_for(one) for one in FILING_FOR}
        assert {one: interview.filing_for for one, interview in said.items()} == {one: one for one in FILING_FOR}
        questions = [interview.question for interview in said.values()]
        assert all(questions)
        assert len({one.fact for one in questions if one}) == 1

    def test_is_no_part_of_what_a_case_is_held_to(self) -> None:
        case = {"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01", "facts": {"age": 9}}
        worded = [ENGINE.read(case | {"filing_for": one}) for one in FILING_FOR]
        assert {case_hash(one) for one in worded} == {case_hash(ENGINE.read(case))}

    def test_is_one_of_three(self) -> None:
        with pytest.raises(Refused) as refusal:
            ENGINE.read({"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01", "filing_for": "neighbour"})
        assert [one.code for one in refusal.value.diagnostics] == ["unknown-value"]

    @given(st.sampled_from(HELD), st.sampled_from(FILING_FOR), st.data())
    def test_changes_words_and_nothing_else(self, key: EditionKey, filing_for: FilingFor, data: st.DataObject) -> None:
        plan, _ = ENGINE.plan(key)
        facts = {}
        for id in plan.space:
            value = data.draw(st.none() | st.sampled_from(plan.space[id]))
            if value is not None:
                facts[id] = list(value) if isinstance(value, tuple) else value
        case: dict[str, Any] = {"service": key.service, "act": key.act, "on": "2016-03-01", "facts": facts}
        try:
            without = ENGINE.answer(case, as_if_in_force=True)
        except Refused:
            return
        worded = ENGINE.answer(case | {"filing_for": filing_for}, as_if_in_force=True)
        assert without_words(json.loads(worded.json(AT))) == without_words(json.loads(without.json(AT)))
        assert fingerprints(worded) == fingerprints(without)
        assert json.loads(worded.json(AT)) == json.loads(json.dumps(worded.data(AT)))


def without_words(data: Any) -> Any:
    """All but texts."""
    if isinstance(data, list):
        return [without_words(one) for one in data]
    if isinstance(data, dict):
        if data.keys() >= {"kk", "ru"}:
            return {key: without_words(one) for key, one in data.items() if key not in ("kk", "ru")}
        return {key: without_words(one) for key, one in data.items()}
    return data
