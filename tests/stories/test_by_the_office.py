"""What the office obtains itself from state systems: shown as such, never missing, never asked of anybody."""

from pathlib import Path

import pytest

from tests.stories.telling import Story

ANNEX = """
requirements:
  - {document: application, cite: "1"}
  - {document: birth-record, brought_by: office, cite: "2"}
  - {document: income-certificate, brought_by: office, when: orphan, cite: "3"}
refuse_service:
  - {id: incomplete, text: {kk: толық емес, ru: неполный пакет}, when: file_incomplete, cite: "4"}
"""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.of(tmp_path, ANNEX)


def test_nobody_is_asked_what_only_decides_what_the_office_fetches(story: Story) -> None:
    found = story.json(unsaid=True)
    assert found["questions"] == []
    assert [(line["document"], line["brought_by"], line["status"]) for line in found["checklist"]] == [
        ("application", "applicant", "required"),
        ("birth-record", "office", "required"),
        ("income-certificate", "office", "undetermined"),
    ]


def test_it_is_never_missing_and_makes_no_file_incomplete(story: Story) -> None:
    full = story.json("application")["intake"]
    assert (full["complete"], full["missing"], full["undetermined"]) == (True, [], [])
    assert story.json("application", orphan=True)["refusal_grounds"] == []
    empty = story.json(orphan=True)
    assert (empty["intake"]["complete"], empty["intake"]["missing"]) == (False, ["application"])
    assert [ground["id"] for ground in empty["refusal_grounds"]] == ["incomplete"]


def test_who_brings_it_all_the_same_brings_it_without_need(story: Story) -> None:
    assert story.json("application", "birth-record")["intake"]["unneeded"] == ["birth-record"]


def test_the_screen_has_a_place_for_it(story: Story) -> None:
    told = story.screen(story.case("application", orphan=True))
    bring, obtained = told.split("Учреждение само получает это из государственных систем, представлять не нужно")
    assert "заявление" in bring
    assert "запись акта о рождении" not in bring
    assert "• запись акта о рождении" in obtained
    assert "• справка о доходах" in obtained
    assert "• запись акта о рождении – пункт 2" in obtained
    assert "Мемлекеттік жүйелерден" not in told
    kk = story.screen(story.case("application", orphan=True), "kk")
    assert "Мекеме мемлекеттік жүйелерден өзі алады, ұсынудың қажеті жоқ" in kk


def test_what_it_does_not_need_it_does_not_fetch(story: Story) -> None:
    told = story.screen(story.case("application", orphan=False))
    assert "– справка о доходах" in told
    assert "• справка о доходах" not in told


def test_the_papers_name_it_apart_and_never_among_what_is_missing(story: Story) -> None:
    checklist = story.paper("checklist", story.case(orphan=True))
    asked, _, obtained = checklist.partition(
        "Получат без Вас --------------- Эти документы учреждение само получает из государственных информационных систем."
    )
    assert "[ ] Заявление" in asked
    assert "Запись акта о рождении" not in asked
    assert obtained.startswith(" – Запись акта о рождении – Справка о доходах Что будет дальше"), "who gets them is said once"
    assert "Если это понадобится, учреждение само получит это" in story.paper("checklist", story.case())
    slip = story.paper("slip", story.case(orphan=True))
    assert "Заявление" in slip
    assert "Запись акта о рождении" not in slip
    assert "Справка о доходах" not in story.paper("slip", story.case())
    assert "Запись акта о рождении" not in story.paper("refusal", story.case(orphan=True))


def test_it_is_shown_so_where_the_rules_themselves_are_shown(story: Story) -> None:
    told = story.typed("show", "home-care", "--act", "town-2018-1", "--on", "2018-06-01")
    assert "запись акта о рождении. Услугодатель получает из государственных систем сам." in " ".join(told.split())


def test_the_one_who_asks_why_hears_who_fetches_it(story: Story) -> None:
    case = ["--service", "home-care", "--act", "town-2018-1", "--on", "2018-06-01"]
    told = story.typed("explain", *case, "--document", "income-certificate")
    assert "справка о доходах Если это понадобится, учреждение само получит это" in " ".join(told.split())
    assert "Ответьте" not in told


ONE_OR_THE_OTHER = """
requirements:
  - {document: income-certificate, brought_by: office, when: orphan, cite: "1"}
  - {document: income-certificate, when: not orphan, cite: "2"}
"""


def test_what_the_office_fetches_for_some_others_bring(tmp_path: Path) -> None:
    """«Except where the state systems have it»: one answer decides who brings it, so it is asked."""
    story = Story.of(tmp_path, ONE_OR_THE_OTHER)
    assert [one["fact"] for one in story.json(unsaid=True)["questions"]] == ["orphan"]
    assert story.json(orphan=True)["intake"]["complete"] is True
    assert story.json(orphan=False)["intake"]["missing"] == ["income-certificate"]
    assert story.json()["intake"]["complete"] is None


LIST_ELSEWHERE = """
requirements:
  - {document: birth-record, brought_by: office, cite: "1"}
documents_from:
  - {act: order-1-2017, para: "9", cite: "2"}
"""


def test_no_office_states_missing_what_it_fetches_itself(tmp_path: Path) -> None:
    story = Story.of(tmp_path, LIST_ELSEWHERE)
    assert story.refused("slip", story.case(), missing=["birth-record"]) == {"missing-of-office"}
    assert story.refused("slip", story.case(), missing=["passport"]) == set()
