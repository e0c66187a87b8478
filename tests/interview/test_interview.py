"""An interview as a value: whatever is answered, in whatever order, and taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.answer.question import Question
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.reply import AnswerGiven, Reply, Topic
from eligibility.law.pack import EditionKey
from tests.interview.stepping import possible, stepped

ENGINE = Engine.shipped("direct")
KYZYLORDA = "kyzylorda-2015-118"
EDITIONS = [
    *(EditionKey(KYZYLORDA, one) for one in ("prosthetic-orthopedic-aid", "home-care", "wheelchairs", "sanatorium-treatment")),
    EditionKey("almaty-region-2018-81", "foreign-labour-permit"),
    EditionKey("almaty-region-2018-81", "oralman-status"),
    EditionKey("south-kazakhstan-2012-370", "child-benefit-under-18"),
]


def begun(service: str = "prosthetic-orthopedic-aid", act: str = KYZYLORDA, on: str = "2016-03-01") -> Interview:
    return Interview.of(ENGINE, {"service": service, "act": act, "on": on})


def asked(interview: Interview) -> Question:
    assert interview.question
    return interview.question


def told(*replies: Reply | None) -> Interview:
    """The first interview with these answers."""
    interview = begun()
    for reply in replies:
        interview = interview.reply(reply)
    return interview


class TestQuestion:
    def test_has_words_options_and_a_reason(self) -> None:
        question = asked(begun())
        assert (question.fact, begun().number, question.kind) == ("work_injury_by_employer", 1, "option")
        assert [option.value for option in question.options] == [True, False]
        assert [option.label.ru for option in question.options] == ["да", "нет"]
        assert question.ask == ENGINE.pack.facts["work_injury_by_employer"].asked("self")
        assert question.why

    def test_of_variants_offers_those_of_the_edition(self) -> None:
        question = asked(begun("foreign-labour-permit", "almaty-region-2018-81", "2019-06-03"))
        offered = {option.value for option in question.options}
        edition = ENGINE.pack.edition("almaty-region-2018-81", "foreign-labour-permit")
        assert edition
        assert offered == {one.request for one in edition.requests}

    def test_of_an_age_wants_a_number_or_a_date(self) -> None:
        question = asked(begun("home-care"))
        assert (question.kind, question.options) == ("number-or-birth-date", ())

    def test_there_is_none_once_nothing_changes_anything(self) -> None:
        assert told(False, "none", "none").question is None

    def test_there_is_none_of_an_edition_that_is_not_the_law(self) -> None:
        repealed = begun("wheelchairs", on="2026-01-05")
        assert repealed.question is None
        assert repealed.not_the_law
        assert "утрата силы установлена" in repealed.not_the_law.ru
        assert asked(repealed.as_if_in_force())
        assert begun().not_the_law is None


class TestAnswers:
    def test_are_the_facts_of_the_case(self) -> None:
        assert told(False, "none").facts == {"work_injury_by_employer": False, "disability": "none"}
        assert told(False, "none").answer_so_far.decision.case.facts == told(False, "none").facts
        assert ENGINE.answer(told(False, "none").case).decision.lines == told(False, "none").answer_so_far.decision.lines

    def test_a_date_of_birth_is_the_age(self) -> None:
        interview = begun("home-care")
        born = interview.reply(date(1976, 3, 1))
        assert born.facts == {"birth_date": "1976-03-01"}
        assert asked(born).fact == asked(interview.reply(40)).fact
        assert born.answer_so_far.decision.lines == interview.reply(40).answer_so_far.decision.lines

    def test_not_knowing_is_no_fact(self) -> None:
        unsure = told(None)
        assert unsure.facts == {}
        assert asked(unsure).fact != "work_injury_by_employer"

    def test_that_cannot_be_true_are_refused_and_change_nothing(self) -> None:
        interview = begun("home-care")
        with pytest.raises(Refused, match="130"):
            interview.reply(200)
        assert interview == begun("home-care")

    def test_nobody_answers_what_is_not_asked(self) -> None:
        done = told(False, "none", "none")
        for reply in (None, True):
            with pytest.raises(ValueError, match="no question"):
                done.reply(reply)

    def test_are_read_over_in_the_words_of_the_questions(self) -> None:
        review = told(False, "group-1", None).review
        assert [(one.topic.fact, one.answer.ru) for one in review] == [
            ("work_injury_by_employer", "нет"),
            ("disability", "первая группа"),
            ("war_status", "Не знаю"),
        ]
        born = begun("home-care").reply(date(1976, 3, 1))
        assert born.review[0].answer.ru == "1 марта 1976 года; полных лет: 40"
        assert begun("home-care").reply(40).review[0].answer.kk == "40"


class TestBack:
    def test_before_the_first_answer_changes_nothing(self) -> None:
        assert begun().back() == begun()

    def test_over_not_knowing(self) -> None:
        assert told(None).back() == begun()


class TestChange:
    def test_puts_the_question_again_as_it_was_put(self) -> None:
        interview = told(False, "group-1", None)
        assert interview.asked_before(Topic("disability")) == asked(told(False))
        assert interview.asked_before(Topic("work_injury_by_employer")) == asked(begun())

    def test_keeps_the_later_answers_that_still_matter(self) -> None:
        changed = told(False, "none", "participant").change(Topic("disability"), "group-1")
        assert changed.given == (
            AnswerGiven(Topic("work_injury_by_employer"), False),
            AnswerGiven(Topic("disability"), "group-1"),
            AnswerGiven(Topic("war_status"), "participant"),
        )

    def test_leaves_out_what_is_asked_no_more(self) -> None:
        injured = told(True, "group-1", "none")
        question = asked(injured)
        assert question.fact == "employer_status"
        changed = injured.reply(question.options[0].value).change(Topic("work_injury_by_employer"), False)
        assert changed.given == (AnswerGiven(Topic("work_injury_by_employer"), False), *injured.given[1:])

    def test_into_not_knowing(self) -> None:
        assert told(False, "none").change(Topic("work_injury_by_employer"), None).facts.get("work_injury_by_employer") is None

    def test_only_of_what_was_answered(self) -> None:
        with pytest.raises(ValueError, match="not in"):
            begun().change(Topic("disability"), "none")


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """Some answers, «I don't know» and steps back, as they may come."""
    key = draw(st.sampled_from(EDITIONS))
    interview = Interview.of(ENGINE, {"service": key.service, "act": key.act, "on": "2019-06-03"}, as_if=True)
    for back in draw(st.lists(st.booleans(), max_size=12)):
        interview = interview.back() if back else stepped(interview, draw)
    return interview


class TestAlways:
    @given(interviews(), st.data())
    def test_back_undoes_an_answer(self, interview: Interview, data: st.DataObject) -> None:
        after = stepped(interview, data.draw)
        if after != interview:
            assert after.back() == interview
            assert after.back().answer_so_far.decision.lines == interview.answer_so_far.decision.lines

    @given(interviews(), st.data())
    @settings(max_examples=60)
    def test_answering_comes_to_an_end(self, interview: Interview, data: st.DataObject) -> None:
        for _ in ENGINE.pack.facts:
            if interview.question is None:
                break
            after = stepped(interview, data.draw)
            interview = interview.reply(None) if after == interview else after
        assert interview.question is None
        unsure = {given.topic.fact for given in interview.given if given.reply is None}
        assert {question.fact for question in interview.answer_so_far.questions} <= unsure

    @given(interviews())
    def test_no_question_is_put_twice(self, interview: Interview) -> None:
        put = [given.topic.fact for given in interview.given]
        assert len(put) == len(set(put))
        assert interview.question is None or interview.question.fact not in put

    @given(interviews(), st.data())
    def test_a_change_to_the_same_answer_changes_nothing(self, interview: Interview, data: st.DataObject) -> None:
        if interview.given:
            topic, reply = data.draw(st.sampled_from(interview.given))
            assert interview.change(topic, reply) == interview

    @given(interviews(), st.data())
    def test_a_change_is_an_interview_somebody_could_have_held(self, interview: Interview, data: st.DataObject) -> None:
        """Its answers are true together and each was still open when it was given."""
        if not interview.given:
            return
        topic, _ = data.draw(st.sampled_from(interview.given))
        reply = data.draw(st.sampled_from([None, *replies_to(interview, topic)]))
        try:
            changed = interview.change(topic, reply)
        except Refused:
            return
        for at, given_then in enumerate(changed.given):
            earlier = replace(interview, given=changed.given[:at])
            assert given_then.topic in earlier.open


def replies_to(interview: Interview, topic: Topic) -> Sequence[Reply]:
    return possible(interview.asked_before(topic))
