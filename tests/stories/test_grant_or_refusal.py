"""A grant and a refusal of one file are never both given, and a refusal for an incomplete file names what is missing."""

from pathlib import Path

import pytest

from tests.stories.telling import Story

ANNEX = """
requirements:
  - {document: application, cite: "1"}
  - {document: income-certificate, when: orphan, cite: "2"}
results:
  - {outcome: notification, notice: plain, text: {kk: тағайындау, ru: назначение}, cite: "3"}
  - {outcome: care-refusal, text: {kk: бас тарту, ru: отказ}, cite: "4"}
refuse_service:
  - {id: incomplete, text: {kk: құжаттар толық емес, ru: представлены не все документы}, when: file_incomplete, cite: "5"}
  - {id: false-data, text: {kk: мәліметтер дұрыс емес, ru: сведения недостоверны}, when: data_false, cite: "6"}
  - {id: by-order, text: {kk: бұйрық бойынша, ru: по приказу}, act: order-1-2017, para: "7", cite: "7"}
"""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.of(tmp_path, ANNEX)


def statuses(found: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    return {one["outcome"]: one["status"] for one in found["results"]}


def test_a_whole_file_is_granted(story: Story) -> None:
    found = story.json("application", orphan=False, data_false=False)
    assert statuses(found) == {"notification": "expected", "care-refusal": "expected"}
    case = story.case("application", orphan=False, data_false=False)
    assert "Назначение" in story.paper("notice", case)
    assert story.refused("refusal", case) == {"no-ground"}


@pytest.mark.parametrize(
    ("papers", "facts"),
    [
        ([], {"orphan": False, "data_false": False}),
        (["application"], {"orphan": True, "data_false": False}),
        (["application"], {"orphan": False, "data_false": True}),
        ([], {"data_false": True}),
    ],
)
def test_what_is_refused_is_not_granted(story: Story, papers: list[str], facts: dict[str, bool]) -> None:
    found = story.json(*papers, **facts)
    assert statuses(found) == {"care-refusal": "expected"}
    assert found["outcomes"] == ["care-refusal"]
    case = story.case(*papers, **facts)
    assert story.refused("notice", case) == {"result-excluded"}
    assert story.refused("refusal", case) == set()
    assert "назначение" not in story.screen(case)


def test_while_a_ground_is_open_the_grant_is(story: Story) -> None:
    """What is found out on examination is nobody's question, and no grant is written before it is."""
    found = story.json("application", orphan=False)
    assert statuses(found) == {"notification": "undetermined", "care-refusal": "expected"}
    assert found["questions"] == []
    assert story.refused("notice", story.case("application", orphan=False)) == {"letter-undetermined"}
    unsaid = story.case(unsaid=True, orphan=False, data_false=False)
    assert statuses(story.json(unsaid=True, orphan=False, data_false=False))["notification"] == "undetermined"
    assert story.refused("notice", unsaid) == {"presented-not-said"}
    assert story.refused("refusal", unsaid) == {"presented-not-said"}


def test_no_question_is_asked_for_the_sake_of_a_ground(tmp_path: Path) -> None:
    story = Story.of(
        tmp_path, ANNEX.replace("when: data_false", "when: orphan").replace(', when: orphan, cite: "2"', ', cite: "2"')
    )
    assert story.json(unsaid=True)["questions"] == []


def test_the_refusal_names_the_papers_that_are_missing(story: Story) -> None:
    case = story.case(orphan=True, data_false=False)
    ru = story.paper("refusal", case)
    ground, _, rest = ru.partition("Не представлены следующие документы. Количество строк перечня: 2 (два).")
    assert "Представлены не все документы" in ground
    missing, _, _ = rest.partition("Что можно сделать")
    assert "Заявление" in missing
    assert "Справка о доходах" in missing
    assert "Конкретные обстоятельства: ___" in ground, "the ground itself is not said twice"
    kk = story.paper("refusal", case, "kk")
    assert "Мына құжаттар ұсынылмаған. Тізбедегі жолдар саны: 2 (екі)." in kk
    lacking = story.screen(case).partition("Осталось представить")[2]
    assert "☐ заявление" in lacking
    assert "☐ справка о доходах" in lacking


def test_and_what_is_wrong_with_what_was_brought(tmp_path: Path) -> None:
    story = Story.of(tmp_path, ANNEX.replace("application, cite", "application, copies: 2, cite"))
    case = story.case({"document": "application", "copies": 1}, orphan=False, data_false=False)
    assert "Нужно экземпляров: 2; представлено: 1." in story.paper("refusal", case)


def test_a_refusal_on_another_ground_names_none(story: Story) -> None:
    case = story.case("application", orphan=False, data_false=True)
    ru = story.paper("refusal", case)
    assert "Не представлены" not in ru
    assert "Основание для отказа -------------------- – Сведения недостоверны" in ru


def test_which_data_and_what_is_wrong_with_them_the_office_writes_itself(story: Story) -> None:
    """The facts say no more than the ground does; a reasoned refusal needs what no case holds."""
    case = story.case("application", orphan=False, data_false=True)
    assert "Конкретные обстоятельства: ___" in story.paper("refusal", case)
    stated = story.paper("refusal", case, circumstances=["мекенжай басқа", "адрес указан другой"])
    assert "Конкретные обстоятельства: адрес указан другой" in stated
    assert stated.count("ведения недостоверны") == 1
