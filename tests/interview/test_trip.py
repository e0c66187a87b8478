"""One list for one trip: each paper once, with the services that want it and in the form that satisfies them all."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.answer.answer import Answer
from eligibility.answer.names import ANY_OF, THIS_ONE
from eligibility.cli.language import say
from eligibility.cli.layout import lay_out
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.as_data import trip_data
from eligibility.interview.reply import Topic
from eligibility.interview.screening import Screening
from eligibility.interview.telling import tell_trip
from eligibility.interview.trip import Trip, TripPaper
from tests.interview.small_towns import DAY, needs, town
from tests.reasoning.small_editions import both

ENGINE = Engine.shipped("direct")
KYZYLORDA = "kyzylorda-region", date(2016, 3, 1)
ALMATY = "almaty-region", date(2019, 6, 3)
SOURCE = {"source": {"kk": "бет", "ru": "страница"}, "as_of": {"kk": "2018 жыл", "ru": "2018 год"}, "confidence": "secondary"}


def trip(*services: str, where: tuple[str, date] = KYZYLORDA, **facts: Any) -> Trip:
    return Screening.of(ENGINE, *where, facts).take(services)


def small(*services: Sequence[dict[str, Any]], **facts: Any) -> Trip:
    """Of services a, b, c … with these requirements each."""
    made = town({id: {"requirements": needs(*wanted)} for id, wanted in zip("abc", services, strict=False)})
    return Screening.of(made, "region", DAY, facts).take(tuple("abc"[: len(services)]))


def paper(made: Trip, document: str) -> TripPaper:
    (found,) = [one for one in made.papers if one.document == document]
    return found


def how(one: TripPaper) -> list[str]:
    return [text.ru for text in one.how]


class TestEachPaperOnce:
    def test_with_the_services_that_want_it(self) -> None:
        made = trip("wheelchairs", "prosthetic-orthopedic-aid", disability="group-2", war_status="none")
        programme = paper(made, "ipr")
        assert [one.service for one in programme.wants] == ["wheelchairs", "prosthetic-orthopedic-aid"]
        assert how(programme) == ["подлинник и копия", "копия для каждой услуги"]

    def test_but_an_application_for_each_service(self) -> None:
        application = paper(trip("wheelchairs", "prosthetic-orthopedic-aid", disability="group-2"), "application")
        assert application.for_each
        assert how(application) == ["для каждой услуги свой экземпляр"]

    def test_of_one_service_says_nothing_of_each(self) -> None:
        assert how(paper(trip("wheelchairs", disability="group-2"), "application")) == []

    @settings(max_examples=60)
    @given(
        st.sampled_from([KYZYLORDA, ALMATY, ("kyzylorda-region", date(2026, 12, 1))]),
        st.lists(st.sampled_from(sorted(ENGINE.pack.services)), min_size=1, max_size=5, unique=True),
        st.fixed_dictionaries(
            {},
            optional={
                "disability": st.sampled_from(["none", "group-1", "child"]),
                "war_status": st.sampled_from(["none", "participant"]),
                "filed_by": st.sampled_from(["self", "legal-representative"]),
            },
        ),
    )
    def test_leaves_nothing_out_and_makes_nothing_up(
        self, where: tuple[str, date], services: list[str], facts: dict[str, Any]
    ) -> None:
        try:
            made = Screening.of(ENGINE, *where, facts).take(tuple(services))
        except Refused:
            return
        answers = [(id, one) for id, one in made.answers.items() if isinstance(one, Answer)]
        lines = [(id, line) for id, one in answers for line in one.lines_to_read if line.of_applicant]
        wanted = [(id, line.document, line.status, line.form) for id, line in lines if line.status != "not-required"]
        listed = [
            (want.service, want.line.document, want.line.status, want.line.form)
            for one in (*made.papers, *made.of_sources)
            for want in one.wants
        ]
        assert sorted(listed) == sorted(wanted)
        keys = [(one.document, one.options) for one in made.papers]
        assert len(set(keys)) == len(keys)
        assert trip_data(made)


class TestForms:
    def test_of_an_original_here_and_a_copy_there_both_are_taken(self) -> None:
        made = small([{"document": "card", "form": "original"}], [{"document": "card", "form": "copy"}])
        card = paper(made, "card")
        assert (card.form, how(card), card.same_form) == ("both", ["подлинник и копия"], False)

    def test_copies_are_summed_only_where_every_act_says_how_many(self) -> None:
        said = small([{"document": "card", "form": "copy", "copies": 2}], [{"document": "card", "form": "both", "copies": 1}])
        assert (paper(said, "card").copies, how(paper(said, "card"))) == (3, ["подлинник и копия", "копий всего: 3"])
        half = small([{"document": "card", "form": "copy", "copies": 2}], [{"document": "card", "form": "copy"}])
        assert (paper(half, "card").copies, how(paper(half, "card"))) == (None, ["копия", "копия для каждой услуги"])

    def test_a_service_that_lists_a_paper_twice_wants_it_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        made = trip("wheelchairs", "surdo-tiflo-hygiene-aids", disability="child")
        twice = paper(made, "child-identity-document")
        assert ([one.service for one in twice.wants], how(twice)) == (["surdo-tiflo-hygiene-aids"] * 2, ["подлинник и копия"])
        lay_out(tell_trip(made))
        assert not re.search(r"(\d)( \([^)]*\))?, \1\b", capsys.readouterr().out)

    @pytest.mark.parametrize("other", ["electronic", "unspecified"])
    def test_what_no_one_form_satisfies_is_told_service_by_service(self, other: str) -> None:
        card = paper(small([{"document": "card", "form": "original"}], [{"document": "card", "form": other}]), "card")
        assert (card.form, how(card), card.same_form) == (None, [], False)


GROUP = {"document": "order", "any_of": ["card", "passport"], "form": "copy"}


class TestAlternatives:
    def test_are_kept(self) -> None:
        group = paper(small([GROUP], [{"document": "application"}]), "order")
        assert [one.ru for one in group.options] == ["card", "passport"]

    def test_that_facts_narrow_to_one_are_no_choice(self, capsys: pytest.CaptureFixture[str]) -> None:
        wanted = {"document": "order", "any_of": ["card", {"document": "passport", "when": "orphan"}]}
        for orphan, message in ((True, ANY_OF), (False, THIS_ONE)):
            lay_out(tell_trip(small([wanted], orphan=orphan)))
            assert say(message, names="card").partition("card")[0] in capsys.readouterr().out

    def test_are_satisfied_by_a_paper_that_is_brought_anyhow(self) -> None:
        made = small([GROUP], [{"document": "passport", "form": "original"}])
        passport = paper(made, "passport")
        assert [(one.service, one.one_of) for one in passport.wants] == [("b", False), ("a", True)]
        assert passport.form == "both"
        assert [one.document for one in made.papers] == ["passport"]

    def test_but_not_by_one_of_which_nobody_knows_yet_whether_it_is(self) -> None:
        made = small([GROUP], [{"document": "passport", "when": "orphan"}])
        assert {one.document: one.status for one in made.papers} == {"order": "required", "passport": "undetermined"}


class TestWhatIsNotCertain:
    def test_comes_after_what_is(self) -> None:
        made = small([{"document": "card", "when": "orphan"}, {"document": "passport"}])
        assert [(one.document, one.status) for one in made.papers] == [("passport", "required"), ("card", "undetermined")]

    def test_is_certain_where_one_service_wants_it_for_certain(self) -> None:
        card = paper(small([{"document": "card", "when": "orphan"}], [{"document": "card"}]), "card")
        assert card.status == "required"
        assert [one.line.status for one in card.wants] == ["undetermined", "required"]

    def test_what_is_only_known_from_elsewhere_stands_apart(self) -> None:
        known = {"document": "card", "known": SOURCE}
        made = town({"a": {"requirements": needs({"document": "passport"})}}, known={"b": {"requirements": [known]}})
        both = Screening.of(made, "region", DAY).take(("a", "b"))
        assert [one.document for one in both.papers] == ["passport"]
        assert [one.document for one in both.of_sources] == ["card"]
        assert "страница" in both.of_sources[0].sources[0].ru

    def test_a_service_without_a_list_is_named(self) -> None:
        made = trip("wheelchairs", "ambulance", disability="group-1")
        assert [one.service for one in made.lists_missing] == ["ambulance"]
        (ambulance,) = [one for one in made.stops if one.service == "ambulance"]
        assert ambulance.rows == ()
        assert ambulance.reason
        assert "не значит" in ambulance.reason.ru


class TestQuestions:
    def test_of_the_person_are_asked_once_and_of_the_filing_for_each_service(self) -> None:
        made = trip("targeted-social-assistance", "prosthetic-orthopedic-aid", where=ALMATY)
        abouts = made.open
        assert len(set(abouts)) == len(abouts)
        assert {one.service for one in abouts if one.fact == "channel"} <= {
            "targeted-social-assistance",
            "prosthetic-orthopedic-aid",
        }
        assert all(one.service is None for one in abouts if one.fact not in ("channel", "request", "answer_by"))

    def test_a_way_chosen_for_one_service_is_none_for_the_other(self) -> None:
        made = trip("semey-polygon-compensation", "rehabilitated-person-certificate", where=ALMATY)
        requests = [one for one in made.open if one.fact == "request"]
        assert {one.service for one in requests} == {"semey-polygon-compensation", "rehabilitated-person-certificate"}
        answered = made
        while answered.open[0].fact != "request":
            answered = answered.reply(None)
        asked = answered.open[0]
        question = answered.question
        assert question
        answered = answered.reply(question.options[0].value)
        for id, one in answered.answers.items():
            assert isinstance(one, Answer)
            assert ("request" in one.decision.case.facts) is (id == asked.service)

    def test_what_was_answered_before_is_not_asked_again(self) -> None:
        screening = Screening.of(ENGINE, *KYZYLORDA).reply("group-1")
        made = screening.take(("wheelchairs", "surdo-tiflo-hygiene-aids"))
        assert Topic("disability") not in made.open
        assert made.facts_of()["disability"] == "group-1"
        assert made.back().facts_of() == {}


class TestStops:
    def test_say_where_to_go_how_long_it_takes_and_what_it_costs(self) -> None:
        for stop in trip("wheelchairs", "home-care", disability="group-1").stops:
            said = [row.said.ru for row in stop.rows]
            assert stop.answered
            assert stop.answered.provider
            assert any(stop.answered.provider.ru in text for text in said)
            assert any("канцелярия" in text for text in said)
            assert any("не сказано" in text for text in said), "what it costs"

    def test_what_is_the_same_for_all_is_said_once(self) -> None:
        made = trip("wheelchairs", "prosthetic-orthopedic-aid", disability="group-1")
        assert any("канцелярия" in row.said.ru for row in made.alike)
        assert trip("wheelchairs").alike == ()

    def test_a_danger_is_told_before_anything_else(self) -> None:
        flag = {"id": "call", "kind": "silent", "for": "citizen", "about": "danger", "text": both("Опасно"), "cite": "1"}
        made = town({"a": {"flags": [{**flag, "do": both("Звоните 103")}]}})
        screening = Screening.of(made, "region", DAY)
        assert [text.ru for text in screening.found[0].dangers] == ["Звоните 103"]
        assert [text.ru for text in screening.take(("a",)).stops[0].dangers] == ["Звоните 103"]
