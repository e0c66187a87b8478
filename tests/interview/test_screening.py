"""What is for me: stories of people, and what no answer may ever do."""

import time
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.answer.answer import Answer
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.as_data import screening_data
from eligibility.interview.reply import Topic
from eligibility.interview.screening import Group, Screening
from eligibility.interview.suited import Suited
from tests.interview.small_towns import DAY, circle, needs, town

ENGINE = Engine.shipped("direct")
KYZYLORDA = "kyzylorda-region", date(2016, 3, 1)
ALMATY = "almaty-region", date(2019, 6, 3)
SOUTH = "south-kazakhstan-region", date(2013, 3, 1)
TODAY = "kyzylorda-region", date(2026, 12, 1)
DEFINITE = {"for-you", "not"}


def told(where: tuple[str, date], **facts: Any) -> Screening:
    return Screening.of(ENGINE, *where, facts)


def of(screening: Screening, service: str) -> Suited:
    (found,) = [one for one in screening.found if one.service == service]
    return found


def statuses(screening: Screening) -> dict[str, str]:
    return {one.service: one.status for one in screening.found}


def first_group(screening: Screening) -> Group:
    return screening.groups[0]


class TestWarVeteran:
    """Kyzylorda 2015 names participants of the war beside people with disabilities, for prosthetics and for hearing aids."""

    VETERAN = told(KYZYLORDA, war_status="participant", disability="none", hearing_disability=False)

    def test_has_prosthetics(self) -> None:
        found = of(self.VETERAN, "prosthetic-orthopedic-aid")
        assert found.status == "for-you"
        assert "участников, инвалидов Великой Отечественной войны" in found.why.ru
        assert found.because[0].ru.startswith("Указано: ")
        assert "участник" in found.because[0].ru
        assert found.place
        assert "подпункт 4)" in found.place.ru

    def test_has_aids_for_hearing_alone(self) -> None:
        found = of(self.VETERAN, "surdo-tiflo-hygiene-aids")
        assert (found.status, found.open) == ("may-be", ("aid_kind",))
        assert (
            statuses(told(KYZYLORDA, war_status="participant", disability="none", aid_kind="surdo"))[found.service] == "for-you"
        )
        assert statuses(told(KYZYLORDA, war_status="participant", disability="none", aid_kind="tiflo"))[found.service] == "not"

    def test_has_no_wheelchair_by_that_alone(self) -> None:
        assert of(self.VETERAN, "wheelchairs").status == "not"

    def test_is_shown_the_services_of_veterans_first(self) -> None:
        group = first_group(self.VETERAN)
        assert (group.id, group.fits) == ("war-veterans", True)
        assert {"prosthetic-orthopedic-aid", "residential-care"} <= {one.service for one in group.services}


class TestChildWithADisability:
    CHILD = told(KYZYLORDA, disability="child")

    def test_has_what_is_for_people_with_disabilities(self) -> None:
        suits = {one.service for one in self.CHILD.found if one.status == "for-you"}
        assert suits == {"wheelchairs", "prosthetic-orthopedic-aid", "surdo-tiflo-hygiene-aids", "sanatorium-treatment"}
        assert all("ребенок" in of(self.CHILD, id).because[0].ru for id in suits)

    def test_may_have_care_of_which_the_act_does_not_say_for_whom(self) -> None:
        found = of(self.CHILD, "home-care")
        assert (found.status, found.whom) == ("not-said", None)
        assert found.why.ru == "Для кого услуга, в акте не сказано."

    def test_is_shown_first_what_such_a_child_may_want(self) -> None:
        assert (first_group(self.CHILD).id, first_group(self.CHILD).fits) == ("child-with-disability", True)

    def test_is_not_asked_about_pension(self) -> None:
        assert Topic("pension_age") not in self.CHILD.open
        assert Topic("pension_age") in told(KYZYLORDA).open


class TestPensioner:
    PENSIONER = told(KYZYLORDA, disability="none", war_status="none", pension_age=True, hearing_disability=False)

    def test_is_not_among_people_with_disabilities(self) -> None:
        assert of(self.PENSIONER, "wheelchairs").status == "not"
        assert "Услуга предназначена для инвалидов." in of(self.PENSIONER, "wheelchairs").why.ru

    def test_may_have_care(self) -> None:
        group = first_group(self.PENSIONER)
        assert group.id == "pensioners"
        assert {one.service: one.status for one in group.services}["home-care"] == "not-said"

    def test_is_not_asked_as_well_whether_elderly(self) -> None:
        """The two are never equated; one of them is enough to be shown the group."""
        assert Topic("elderly") not in self.PENSIONER.open
        assert Topic("elderly") in told(KYZYLORDA, pension_age=False, disability="none").open


class TestOrphan:
    """No act at hand decides anything by it, so it may only say what to show first."""

    def test_is_shown_first_what_such_a_child_may_want(self) -> None:
        group = first_group(told(ALMATY, orphan=True))
        assert (group.id, group.fits) == ("orphans-and-guardians", True)
        assert {"local-social-assistance", "home-schooling-disabled-children"} <= {one.service for one in group.services}

    def test_is_told_of_no_service_that_it_is_or_is_not_for_orphans(self) -> None:
        assert statuses(told(ALMATY, orphan=True)) == statuses(told(ALMATY, orphan=False)) == statuses(told(ALMATY))

    def test_has_the_question_explained_by_that(self) -> None:
        begun = told(KYZYLORDA)
        (question,) = [one for one in begun.questions if one.fact == "orphan"]
        assert question.why.ru == "Ответ нужен лишь для того, чтобы первыми показать подходящие группы услуг."


class TestToday:
    """Of the law of today only what other sources tell is at hand."""

    @pytest.mark.parametrize("disability", ["none", "group-1", "child"])
    def test_nothing_definite_is_said(self, disability: str) -> None:
        assert not DEFINITE & {one.status for one in told(TODAY, disability=disability).found}

    def test_what_is_not_known_is_said_with_its_source(self) -> None:
        found = of(told(TODAY), "wheelchairs")
        assert found.status == "not-known"
        assert found.indicative
        assert found.known
        assert found.known.source.ru in found.why.ru

    def test_a_service_without_an_act_is_told_apart(self) -> None:
        found = of(told(TODAY), "tsa-recipient-certificate")
        assert found.status == "no-law"
        assert "не значит" in found.why.ru

    def test_still_asks_what_to_show_first(self) -> None:
        assert {one.fact for one in told(TODAY).open} >= {"disability", "war_status", "pension_age", "orphan"}
        assert first_group(told(TODAY, war_status="invalid")).id == "war-veterans"


class TestSilence:
    def test_of_others_than_those_named_is_no_refusal(self) -> None:
        """South Kazakhstan 2012 names people with disabilities and does not say that the service is for nobody else."""
        found = of(told(SOUTH, disability="none"), "wheelchairs")
        assert (found.status, found.open, found.others_named) == ("may-be", (), True)
        assert not of(told(SOUTH), "wheelchairs").others_named, "an answer may settle it yet"
        assert "Предназначена ли услуга и для других, в тексте не сказано." in found.why.ru
        assert found.remarks

    def test_an_act_that_may_not_be_the_law_yet_says_so(self) -> None:
        data = screening_data(told(SOUTH, disability="group-1"))
        (wheelchairs,) = [one for one in data["services"] if one["service"] == "wheelchairs"]
        assert wheelchairs["status"] == "for-you"
        assert "Не определено" in wheelchairs["warning"]["ru"]

    def test_an_edition_that_is_not_the_law_speaks_on_request_alone(self) -> None:
        after = "south-kazakhstan-region", date(2014, 6, 2)
        facts = {"children_under_18_in_family": True}
        assert of(Screening.of(ENGINE, *after, facts), "child-benefit-under-18").status == "no-law"
        asked = of(Screening.of(ENGINE, *after, facts, as_if=True), "child-benefit-under-18")
        assert asked.status == "for-you"
        assert isinstance(asked.answer, Answer)
        assert asked.answer.warning
        assert "не действует" in asked.answer.warning.ru


class TestQuestions:
    def test_the_first_settles_most(self) -> None:
        for where in (KYZYLORDA, ALMATY):
            question = told(where).question
            assert question
            assert question.fact == "disability"

    def test_say_which_services_wait_for_them(self) -> None:
        question = told(KYZYLORDA).question
        assert question
        assert ENGINE.pack.services["wheelchairs"].title.ru in question.why.ru

    def test_end_once_no_answer_changes_anything(self) -> None:
        screening = told(KYZYLORDA)
        while screening.question:
            screening = screening.reply(None)
        assert screening.open == ()
        assert screening.number < 12

    def test_go_back_and_change(self) -> None:
        begun = told(KYZYLORDA)
        first = begun.reply("group-1")
        assert first.back().given == begun.given
        second = first.reply(True)
        assert begun.question
        assert first.question
        labels = [{option.value: option.label for option in one.options} for one in (begun.question, first.question)]
        assert [one.answer for one in second.review] == [labels[0]["group-1"], labels[1][True]]
        changed = second.change(Topic("disability"), "none")
        assert statuses(changed)["wheelchairs"] == "not"
        assert [one.topic.fact for one in changed.given] == ["disability"], "nobody needs to know of moving any more"

    def test_contradictions_are_refused(self) -> None:
        with pytest.raises(Refused):
            told(KYZYLORDA, disability="child", age=40)

    def test_a_situation_narrows(self) -> None:
        veterans = Screening.of(ENGINE, *KYZYLORDA, situation="war-veterans")
        assert {one.service for one in veterans.found} == set(ENGINE.pack.situations["war-veterans"].services)
        assert [group.id for group in veterans.groups] == ["war-veterans"]
        assert veterans.narrowed(None).open == told(KYZYLORDA).open

    @pytest.mark.parametrize(("what", "how"), [("nowhere", {}), ("kyzylorda-region", {"situation": "moon"})])
    def test_what_does_not_exist_is_refused(self, what: str, how: Mapping[str, Any]) -> None:
        with pytest.raises(Refused):
            Screening.of(ENGINE, what, date(2016, 3, 1), **how)

    def test_a_step_is_a_blink(self) -> None:
        told(ALMATY).reply("group-1")
        begun = time.perf_counter()
        screening = told(ALMATY, rehabilitated=False).reply("group-2")
        assert screening.groups
        assert screening.question
        assert time.perf_counter() - begun < 0.5


FACTS: Mapping[str, tuple[Any, ...]] = {
    "disability": ("none", "group-1", "group-2", "child"),
    "difficulty_moving": (True, False),
    "hearing_disability": (True, False),
    "war_status": ("none", "participant", "invalid", "equated", "equated-to-participant"),
    "aid_kind": ("surdo", "tiflo"),
    "pension_age": (True, False),
    "orphan": (True, False),
    "citizenship_status": ("citizen", "foreigner", "stateless", "oralman"),
    "permanent_residence": (True, False),
    "employer": (True, False),
    "rehabilitated": (True, False),
    "children_under_18_in_family": (True, False),
}
people = st.fixed_dictionaries({}, optional={fact: st.sampled_from(values) for fact, values in FACTS.items()})
places = st.sampled_from([KYZYLORDA, ALMATY, SOUTH, TODAY])


class TestAnswers:
    @settings(max_examples=150)
    @given(places, people, people)
    def test_more_never_turn_what_is_definite(
        self, where: tuple[str, date], some: dict[str, Any], more: dict[str, Any]
    ) -> None:
        try:
            before, after = told(where, **some), told(where, **{**more, **some})
        except Refused:
            return
        for service, status in statuses(before).items():
            if status in DEFINITE:
                assert statuses(after)[service] == status

    @settings(max_examples=60)
    @given(places, people, st.randoms(use_true_random=False))
    def test_may_come_in_any_order(self, where: tuple[str, date], facts: dict[str, Any], random: Any) -> None:
        order = list(facts)
        random.shuffle(order)
        try:
            one, other = told(where, **facts), told(where, **{fact: facts[fact] for fact in order})
        except Refused:
            return
        assert statuses(one) == statuses(other)
        assert one.open == other.open
        assert [group.id for group in one.groups] == [group.id for group in other.groups]

    @settings(max_examples=40)
    @given(places, people)
    def test_unsure_makes_nothing_definite(self, where: tuple[str, date], facts: dict[str, Any]) -> None:
        try:
            screening = told(where, **facts)
        except Refused:
            return
        before = statuses(screening)
        while screening.question:
            screening = screening.reply(None)
        assert statuses(screening) == before

    @settings(max_examples=60)
    @given(places, people)
    def test_every_service_is_told_once_in_both_languages(self, where: tuple[str, date], facts: dict[str, Any]) -> None:
        try:
            screening = told(where, **facts)
        except Refused:
            return
        listed = [one.service for group in screening.groups for one in group.services]
        assert sorted(listed) == sorted(ENGINE.pack.services)
        assert all(one.why.kk and one.why.ru for one in screening.found)


class TestSmallTown:
    """Laws that the shipped rules do not have."""

    TOWN = town(
        {"a": {"for_whom": circle("orphan")}, "b": {"for_whom": circle("alone"), "requirements": needs({"document": "card"})}},
        known={"c": {"for_whom": circle("orphan")}, "d": {}},
        situations={"loss": {"services": ["a", "c"], "when": "orphan"}, "any": {"services": ["b", "a"]}},
    )

    def screened(self, **facts: Any) -> Screening:
        return Screening.of(self.TOWN, "region", DAY, facts)

    @pytest.mark.parametrize("orphan", [True, False])
    def test_what_is_only_known_from_elsewhere_is_never_definite(self, orphan: bool) -> None:
        found = of(self.screened(orphan=orphan), "c")
        assert found.status == "may-be"
        assert "Источник: страница" in found.why.ru
        assert "перед обращением уточните" in found.why.ru
        assert of(self.screened(orphan=orphan), "a").status == ("for-you" if orphan else "not")

    def test_where_the_source_does_not_tell_nothing_is_known(self) -> None:
        assert of(self.screened(), "d").status == "not-known"

    def test_a_situation_that_cannot_be_is_shown_last(self) -> None:
        grown = self.screened(age=40)
        assert grown.fits["loss"].fits is False, "an orphan is under 18 here"
        assert [group.id for group in grown.groups] == ["any", None]
        assert [group.id for group in self.screened(orphan=True).groups] == ["loss", "any", None]

    def test_an_answer_given_is_told_from_one_said_beforehand(self) -> None:
        begun = self.screened()
        assert begun.question
        answered = begun.reply(True)
        service = "a" if begun.question.fact == "orphan" else "b"
        assert of(answered, service).because[0].ru.startswith("Ваш ответ: ")
        assert of(self.screened(orphan=True), "a").because[0].ru.startswith("Указано: ")

    def test_several_answers_given_are_several(self) -> None:
        screening = Screening.of(town({"a": {"for_whom": circle("orphan and alone")}}), "region", DAY)
        answered = screening.reply(True).reply(True)
        assert of(answered, "a").because[0].ru.startswith("Ваши ответы: ")
