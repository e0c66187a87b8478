"""The form of a scenario: what the author says is what the scenario expects, and where the program differs it fails so."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.review.expectations import mismatches, tried
from eligibility.review.mismatch import Mismatch
from eligibility.review.points import ABSENT
from eligibility.review.recording import written
from eligibility.review.scenario_form import ScenarioForm, case_written
from eligibility.review.scenarios import Provided, Scenario
from eligibility.rulefiles.folders import SHIPPED
from tests.review.test_recording import ENGINE, PERSON, again, one_of_each_edition

PROVIDED = Provided(SHIPPED)
CASE: dict[str, Any] = {
    "service": "wheelchairs",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "facts": {"disability": "group-1"},
}
CARD = "identity-card-or-passport"
EDITIONS = one_of_each_edition()


def form_of(case: dict[str, Any], as_if: bool = False, engine: Engine = ENGINE) -> ScenarioForm:
    answer = engine.answer(case, as_if)
    return ScenarioForm.of(answer, case, PROVIDED.lines(answer.decision.act_id), ("A story",))


def told(form: ScenarioForm) -> ScenarioForm:
    """With the rest filled in."""
    form = form.as_agreed()
    while form.asks == "law":
        form = form.reading(form.doubts[0].place or form.place_meant(form.places[0]), "сөзі")
    if form.law_needed:
        form = form.reading(form.place_meant(form.places[0]), "сөзі")
    return form.read_to_end().called("Another story")


def differences(form: ScenarioForm) -> list[Mismatch]:
    read = again(written(form.scenario))
    assert [(str(one.where), one.message()) for one in read.problems] == []
    return list(mismatches(read, tried(read, ENGINE)))


@pytest.mark.parametrize("scenario", EDITIONS, ids=lambda one: one.id)
def test_what_is_left_as_it_is_passes(scenario: Scenario) -> None:
    form = told(form_of(dict(scenario.case), scenario.as_if_in_force))
    assert form.asks is None
    assert [one.said() for one in differences(form)] == []


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_what_is_said_otherwise_fails_so_and_nothing_else_does(data: st.DataObject) -> None:
    scenario = data.draw(st.sampled_from(EDITIONS))
    form = form_of(dict(scenario.case), scenario.as_if_in_force)
    at = data.draw(st.integers(0, len(form.points) - 1))
    point = form.points[at]
    corrected = form.corrected(at, data.draw(st.sampled_from(point.others)))
    found = [one.said() for one in differences(told(corrected))]
    assert found
    assert [one for one in found if point.id not in one] == []
    assert differences(told(corrected.corrected(at, point.found))) == []


class TestPoints:
    def test_a_line_that_waits_for_what_the_author_says(self) -> None:
        form = form_of(CASE)
        at = next(at for at, one in enumerate(form.points) if one.id == "ipr")
        assert (tuple(form.unanswered), form.facts_meant("disability", "ru")) == (("filed_by",), ())
        assert form.facts_meant("employer_status", "ru") == ("employer_status",)
        assert "employer_status" in form.facts_meant("работодатель", "ru")
        waiting = form.corrected(at, "undetermined", ("employer_status",))
        assert told(waiting).scenario["expect"]["undetermined"] == {"ipr": ["employer_status"]}

    def test_a_document_that_the_list_lacks(self) -> None:
        form = form_of(CASE).added("residence-registration")
        assert [one.id for one in form.points if one.wrong] == ["residence-registration"]
        assert told(form).scenario["expect"]["required"][-1] == "residence-registration"
        [lacking] = differences(told(form))
        assert lacking.values["name"] == "residence-registration"
        at = next(at for at, one in enumerate(form.points) if one.wrong)
        assert form.corrected(at, ABSENT).points == form_of(CASE).points

    def test_documents_are_found_by_id_and_by_name(self) -> None:
        form = form_of(CASE)
        assert form.documents_meant(CARD, "ru") == (CARD,)
        assert CARD in form.documents_meant("удостоверение личности", "ru")
        assert form.documents_meant("ipr", "ru") == ()
        assert not form.may_be_new("ipr")
        assert form.may_be_new("a-new-paper")
        assert not form.may_be_new("новый")


class TestLaw:
    def test_each_line_said_otherwise_is_asked_for_and_at_least_one_line(self) -> None:
        form = form_of(CASE).as_agreed()
        assert [one.id for one in form.doubts] == ["application"]
        assert form.read_to_end().asks == "law"
        wrong = form_of(CASE).corrected(1, "not-required").corrected(2, "not-required").as_agreed()
        assert [one.id for one in wrong.doubts] == ["application", "ipr"]
        assert [one.id for one in wrong.reading("annex 3, 6(1)", "a").doubts] == ["ipr"]
        assert wrong.reading("annex 3, 6(1)", "a").reading("annex 3, 6(1)", "b").law == {"annex 3, 6(1)": "a; b"}

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [("6(1) item 2", "annex 3, 6(1) item 2"), ("annex 2, 6(1)", "annex 2, 6(1)"), ("act 3", "act 3")],
    )
    def test_a_place_is_one_of_the_annex_unless_another_is_named(self, typed: str, meant: str) -> None:
        assert form_of(CASE).place_meant(typed) == meant

    @pytest.mark.parametrize(
        ("typed", "code"),
        [("6(1) item 77", "citation-unresolved"), ("annex 33, 6", "citation-unresolved"), ("пункт 6", "scenario-place")],
    )
    def test_a_place_that_the_act_does_not_have(self, typed: str, code: str) -> None:
        with pytest.raises(Refused) as refused:
            form_of(CASE).place_meant(typed)
        assert [one.code for one in refused.value.diagnostics] == [code]

    def test_where_the_text_is_not_at_hand_none_is_needed(self) -> None:
        form = form_of({"service": "wheelchairs", "region": "almaty-city", "on": "2026-03-02"}).as_agreed()
        assert form.asks == "more law"
        assert "law" not in form.read_to_end().called("A").scenario


def test_back_and_back_again() -> None:
    form = form_of(CASE)
    agreed = form.as_agreed()
    read = agreed.reading("annex 3, 6(1)", "a").read_to_end()
    assert (read.asks, read.back(), agreed.back()) == ("name", agreed, form)


def test_a_name_is_used_once() -> None:
    with pytest.raises(Refused):
        form_of(CASE).called("A story")


def test_nothing_of_the_person_stays() -> None:
    told = {
        **CASE,
        "service": "home-care",
        "filing_for": "child",
        "person": PERSON,
        "facts": {"birth_date": "1976-03-01"},
        "submitted": [],
    }
    case = case_written(told, ENGINE.read(told))
    assert case == {key: CASE[key] for key in ("act", "on")} | {"service": "home-care", "facts": {"age": 40}, "submitted": []}
