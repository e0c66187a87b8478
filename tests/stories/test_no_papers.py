"""An act that says that no papers are needed is not an act whose list is not at hand."""

from pathlib import Path

import pytest

from tests.stories.telling import Story

NONE = """
requirements: none
no_papers: {cite: "4", flags: [by-data]}
refuse_service:
  - {id: incomplete, text: {kk: толық емес, ru: неполный пакет}, when: file_incomplete, cite: "5"}
flags:
  - id: by-data
    kind: silent
    for: citizen
    about: documents
    leaves: nothing
    do: {kk: Құжат керек емес. Сұраңыз., ru: Бумаг не нужно. Спросите.}
    text: {kk: Мәліметтер жүйелерден алынады., ru: Сведения берутся из систем.}
    cite: "4"
"""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.of(tmp_path, NONE)


def test_the_file_is_complete_whatever_is_brought(story: Story) -> None:
    for case in (story.json(unsaid=True), story.json(), story.json("passport")):
        assert case["checklist"] == []
        assert case["no_papers"]["cite"]["para"] == "4"
        assert (case["intake"]["complete"], case["intake"]["missing"], case["refusal_grounds"]) == (True, [], [])
    assert story.json("passport")["intake"]["unneeded"] == ["passport"]


def test_the_screen_says_so_with_the_place(story: Story) -> None:
    told = " ".join(story.screen(story.case(unsaid=True)).split())
    assert "Документы не требуются. Основание: приложение 2, пункт 4." in told
    assert "Бумаг не нужно. Спросите." in told
    assert "перечня документов нет" not in told
    kk = " ".join(story.screen(story.case(unsaid=True), "kk").split())
    assert "Құжат талап етілмейді. Негізі: 2-қосымша, 4-тармақ." in kk
    assert "Файл" not in story.screen(story.case())
    shown = story.typed("show", "home-care", "--act", "town-2018-1", "--on", "2018-06-01")
    assert "Документы не требуются." in shown
    explained = story.typed("explain", "--service", "home-care", "--act", "town-2018-1", "--on", "2018-06-01")
    assert "Документы не требуются." in explained


def test_there_is_a_checklist_on_paper_and_no_slip(story: Story) -> None:
    ru = story.paper("checklist", story.case(unsaid=True))
    assert "Документы представлять не нужно. Основание: приложение 2, пункт 4." in ru
    assert "Необходимо представить" not in ru
    kk = story.paper("checklist", story.case(unsaid=True), "kk")
    assert "Құжаттарды ұсынудың қажеті жоқ. Негізі: 2-қосымша, 4-тармақ." in kk
    assert story.refused("slip", story.case()) == {"letter-not-in-edition"}


def test_a_text_without_a_list_says_nothing_of_the_kind(tmp_path: Path) -> None:
    story = Story.of(tmp_path, "hours: [{text: {kk: 9-18, ru: 9-18}, cite: '1'}]\n")
    found = story.json()
    assert (found["no_papers"], found["intake"]["complete"]) == (None, None)
    assert "В тексте, который есть в программе, перечня документов нет." in story.screen(story.case())
    assert story.refused("checklist", story.case()) == {"letter-not-in-edition"}


def test_nothing_is_missing_where_the_office_fetches_it_all(tmp_path: Path) -> None:
    story = Story.of(tmp_path, 'requirements: [{document: birth-record, brought_by: office, cite: "1"}]\n')
    assert story.json(unsaid=True)["intake"]["complete"] is True
