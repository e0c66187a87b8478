"""One of two sets: «a passport, or a birth certificate and a marriage certificate»."""

from pathlib import Path
from typing import Any

import pytest

from tests.stories.telling import Story

ANNEX = """
requirements:
  - document: application
    any_of:
      - passport
      - {all_of: [birth-certificate, marriage-certificate]}
      - {all_of: [birth-certificate, income-certificate], when: orphan}
    cite: "1"
"""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.of(tmp_path, ANNEX)


@pytest.mark.parametrize(
    ("papers", "facts", "complete"),
    [
        (["passport"], {}, True),
        (["birth-certificate", "marriage-certificate"], {}, True),
        (["birth-certificate"], {}, False),
        (["marriage-certificate"], {}, False),
        (["birth-certificate", "income-certificate"], {"orphan": True}, True),
        (["birth-certificate", "income-certificate"], {"orphan": False}, False),
        (["birth-certificate", "income-certificate"], {}, None),
        (["marriage-certificate", "income-certificate"], {"orphan": True}, False),
        (["birth-certificate", {"document": "marriage-certificate", "state": "damaged"}], {}, None),
    ],
)
def test_a_set_counts_when_all_of_it_is_there(story: Story, papers: list[Any], facts: dict[str, Any], complete: Any) -> None:
    assert story.json(*papers, **facts)["intake"]["complete"] is complete


def test_the_contract_tells_sets_from_single_documents(story: Story) -> None:
    [line] = story.json(unsaid=True, orphan=False)["checklist"]
    assert line["any_of"] == ["passport"]
    [one] = line["sets"]
    assert one["documents"] == ["birth-certificate", "marriage-certificate"]
    assert [name["ru"] for name in one["names"]] == ["свидетельство о рождении", "свидетельство о браке"]
    assert len(story.json(unsaid=True)["checklist"][0]["sets"]) == 2


def test_what_lacks_of_a_set_is_told(story: Story) -> None:
    [short] = story.json("birth-certificate", orphan=False)["intake"]["shortfalls"]
    assert short["problem"] == "set-incomplete"
    assert story.json("birth-certificate")["intake"]["unneeded"] == []
    told = story.screen(story.case("birth-certificate", orphan=False))
    assert "Из документов, которых достаточно только вместе, представлены не все." in told


def test_a_set_is_shown_whole(story: Story) -> None:
    told = " ".join(story.screen(story.case(unsaid=True, orphan=False)).split())
    several = "паспорт; свидетельство о рождении и свидетельство о браке (вместе)"
    assert f"Достаточно любого из следующих документов: {several}." in told
    kk = " ".join(story.screen(story.case(unsaid=True, orphan=False), "kk").split())
    assert "Мына құжаттардың кез келген біреуі жеткілікті: паспорт; туу туралы куәлік және неке туралы куәлік (бірге)." in kk
    paper = story.paper("checklist", story.case(unsaid=True, orphan=False))
    assert f"{several}." in paper
    shown = " ".join(story.typed("show", "home-care", "--act", "town-2018-1", "--on", "2018-06-01").split())
    assert f"{several}; свидетельство о рождении и справка о доходах (вместе)." in shown


def test_only_a_set_that_may_count_is_asked_about(story: Story) -> None:
    assert [one["fact"] for one in story.json(unsaid=True)["questions"]] == ["orphan"]


SETS_ALONE = """
requirements:
  - document: application
    any_of:
      - {all_of: [passport, income-certificate]}
      - {all_of: [birth-certificate, marriage-certificate]}
    cite: "1"
"""


def test_two_sets_and_no_single_document(tmp_path: Path) -> None:
    story = Story.of(tmp_path, SETS_ALONE)
    [line] = story.json(unsaid=True)["checklist"]
    assert (line["any_of"], len(line["sets"])) == (None, 2)
    assert story.json("passport", "marriage-certificate")["intake"]["complete"] is False
    assert story.json("passport", "income-certificate")["intake"]["complete"] is True
    assert story.json("passport", "income-certificate")["intake"]["unneeded"] == []
