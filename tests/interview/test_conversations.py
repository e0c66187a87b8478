"""What an interview, a screening and a trip have in common: every screen may hold any of them by the same few names."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.engine import Engine
from eligibility.interview.conversation import Conversation
from eligibility.interview.interview import Interview
from eligibility.interview.reply import Topic
from eligibility.interview.screening import Screening
from tests.interview.small_towns import DAY, circle, needs, town
from tests.interview.stepping import possible, stepped

ENGINE = Engine.shipped("direct")
ALMATY = "almaty-region", date(2019, 6, 3)
TAKEN = "semey-polygon-compensation", "rehabilitated-person-certificate", "targeted-social-assistance"


def screening() -> Screening:
    return Screening.of(ENGINE, *ALMATY)


BEGUN: Mapping[str, Callable[[], Conversation]] = {
    "interview": lambda: Interview.of(ENGINE, {"service": TAKEN[0], "region": ALMATY[0], "on": ALMATY[1].isoformat()}),
    "screening": screening,
    "trip": lambda: screening().take(TAKEN),
}
begun = st.sampled_from(sorted(BEGUN)).map(lambda kind: BEGUN[kind]())


@st.composite
def held(draw: st.DrawFn) -> list[Conversation]:
    """As it stood before each answer, and at last."""
    steps: list[Conversation] = [draw(begun)]
    for _ in range(draw(st.integers(1, 8))):
        after = stepped(steps[-1], draw)
        if after != steps[-1]:
            steps.append(after)
    return steps


class TestEvery:
    @settings(max_examples=60)
    @given(held())
    def test_reads_its_answers_over_by_the_topics_they_were_given_to(self, steps: list[Conversation]) -> None:
        last = steps[-1]
        assert [one.topic for one in last.given] == [step.open[0] for step in steps[:-1]]
        assert [one.topic for one in last.review] == [one.topic for one in last.given]
        assert last.number == len(last.given) + 1
        for one, step in zip(last.review, steps[:-1], strict=True):
            assert step.question
            assert one.ask == step.question.ask

    @settings(max_examples=60)
    @given(held())
    def test_puts_a_question_again_as_it_was_put(self, steps: list[Conversation]) -> None:
        for step in steps[:-1]:
            assert steps[-1].asked_before(step.open[0]) == step.question

    @settings(max_examples=60)
    @given(held())
    def test_goes_back_answer_by_answer(self, steps: list[Conversation]) -> None:
        for before, after in pairwise(steps):
            assert after.back() == before
        assert steps[0].back() == steps[0]

    @settings(max_examples=60)
    @given(held(), st.data())
    def test_a_change_to_the_same_answer_changes_nothing(self, steps: list[Conversation], data: st.DataObject) -> None:
        if steps[-1].given:
            topic, reply = data.draw(st.sampled_from(steps[-1].given))
            assert steps[-1].change(topic, reply) == steps[-1]

    @settings(max_examples=100)
    @given(held())
    def test_has_no_more_questions_left_than_are_open(self, steps: list[Conversation]) -> None:
        for before, after in pairwise(steps):
            assert set(after.open) < set(before.open)

    @settings(max_examples=30)
    @given(held(), st.sampled_from(["self", "child", "other"]))
    def test_is_worded_for_whom_one_files_and_else_stays(self, steps: list[Conversation], filing_for: Any) -> None:
        last = steps[-1]
        worded = last.with_filing_for(filing_for)
        assert (last.filing_for, worded.filing_for) == (None, filing_for)
        assert (worded.open, worded.given) == (last.open, last.given)

    @pytest.mark.parametrize("kind", BEGUN)
    def test_speaks_of_a_child_where_one_files_for_it(self, kind: str) -> None:
        conversation = BEGUN[kind]()
        asks = {one.ask for one in conversation.questions}
        assert asks != {one.ask for one in conversation.with_filing_for("child").questions}

    @pytest.mark.parametrize("kind", BEGUN)
    def test_changes_an_answer_by_its_topic(self, kind: str) -> None:
        begun = BEGUN[kind]()
        assert begun.question
        one, other = possible(begun.question)[:2]
        changed = begun.reply(one).change(begun.open[0], other)
        assert changed == begun.reply(other)
        with pytest.raises(ValueError, match="not in"):
            begun.change(begun.open[0], other)


class TestGoingOn:
    def test_with_one_service_keeps_what_was_said_and_answered(self) -> None:
        begun = Screening.of(ENGINE, "kyzylorda-region", date(2016, 3, 1), {"war_status": "none"})
        interview = begun.reply("group-1").interview("wheelchairs")
        assert interview.facts == {"war_status": "none", "disability": "group-1"}
        assert [one.answer.ru for one in interview.review] == ["первая группа"]
        assert interview.answer_so_far == interview.answers["wheelchairs"]

    def test_leaves_out_what_was_answered_of_a_filing_for_another_service(self) -> None:
        filing = {"for_whom": circle("channel == office")}
        both = Screening.of(town({"a": filing, "b": filing}, {}), "region", DAY)
        answered = both
        while answered.open:
            answered = answered.reply("office")
        assert {one.topic for one in answered.given} == {Topic("channel", "a"), Topic("channel", "b")}
        assert [one.topic for one in answered.take(("b",)).given] == [Topic("channel", "b")]
        assert answered.interview("a").facts == {"channel": "office"}

    def test_with_no_service_has_nothing_to_ask_and_nothing_to_bring(self) -> None:
        nothing = screening().reply("group-1").take(())
        assert (nothing.question, nothing.papers, nothing.stops) == (None, (), ())
        assert [one.answer.ru for one in nothing.review] == ["первая группа"]
        assert nothing.asked_before(Topic("disability")).options

    def test_with_services_that_no_edition_rules_reads_the_answers_over_all_the_same(self) -> None:
        today = Screening.of(ENGINE, "kyzylorda-region", date(2026, 12, 1)).reply("none")
        (topic,) = [one.topic for one in today.given]
        trip = today.take(("tsa-recipient-certificate",))
        assert trip.question is None
        assert [one.topic for one in trip.review] == [topic]
        assert trip.asked_before(topic).options == today.asked_before(topic).options


def test_of_one_service_a_trip_asks_what_its_interview_asks() -> None:
    made = town({"a": {"requirements": needs({"document": "card", "when": "orphan"}), "for_whom": circle("alone")}})
    begun = Screening.of(made, "region", DAY)
    assert begun.take(("a",)).open == begun.interview("a").open
