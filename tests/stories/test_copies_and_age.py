"""How many copies, and how old a paper may be: what the desk counts, and what it does not know."""

from pathlib import Path
from typing import Any

import pytest

from tests.stories.telling import Plain, Story

ANNEX = """
requirements:
  - {document: photograph, copies: 4, cite: "1"}
  - {document: passport, form: copy, copies: 2, cite: "2"}
  - {document: income-certificate, valid: {value: 10, unit: calendar-days, cite: "4"}, cite: "3"}
refuse_service:
  - {id: incomplete, text: {kk: толық емес, ru: неполный пакет}, when: file_incomplete, cite: "5"}
"""
PHOTOGRAPHS: Plain = {"document": "photograph", "copies": 4}
PASSPORTS: Plain = {"document": "passport", "copies": 2}
INCOME: Plain = {"document": "income-certificate", "issued_on": "2018-05-28"}
FILED = "2018-06-01"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.of(tmp_path, ANNEX)


def of(found: Plain, document: str) -> str:
    intake = found["intake"]
    return "missing" if document in intake["missing"] else "open" if document in intake["undetermined"] else "there"


def test_the_whole_file(story: Story) -> None:
    intake = story.json(PHOTOGRAPHS, PASSPORTS, INCOME)["intake"]
    assert (intake["complete"], intake["shortfalls"]) == (True, [])


def one(count: int | None, **more: Any) -> Plain:
    return {"document": "photograph", **({"copies": count} if count else {}), **more}


@pytest.mark.parametrize(
    ("photographs", "told"),
    [
        ([], "missing"),
        ([one(3)], "missing"),
        ([one(5)], "there"),
        ([one(3), one(1)], "there"),
        ([one(None)], "open"),
        ([one(3), one(None)], "there"),
        ([one(None)] * 4, "there"),
        ([one(3), one(1, state="damaged")], "open"),
        ([one(2), one(1, state="damaged")], "missing"),
        ([one(2), one(None, state="damaged")], "open"),
        ([one(4, state="damaged")], "open"),
    ],
)
def test_photographs_are_counted(story: Story, photographs: list[Plain], told: str) -> None:
    assert of(story.json(*photographs, PASSPORTS, INCOME), "photograph") == told


def test_an_original_is_no_copy(story: Story) -> None:
    papers = [{"document": "passport", "form": "original", "copies": 1}, {"document": "passport", "form": "copy", "copies": 1}]
    assert of(story.json(PHOTOGRAPHS, *papers, INCOME), "passport") == "missing"
    papers[1]["copies"] = 2
    assert of(story.json(PHOTOGRAPHS, *papers, INCOME), "passport") == "there"


@pytest.mark.parametrize(
    ("issued", "told"),
    [("2018-05-21", "missing"), ("2018-05-22", "there"), (FILED, "there"), (None, "open")],
)
def test_a_paper_is_too_old_or_not_on_the_day_of_filing(story: Story, issued: str | None, told: str) -> None:
    paper = {"document": "income-certificate", **({"issued_on": issued} if issued else {})}
    found = story.json(PHOTOGRAPHS, PASSPORTS, paper)
    assert of(found, "income-certificate") == told
    assert found["intake"]["complete"] is {"missing": False, "there": True, "open": None}[told]


def test_a_fresh_one_beside_a_stale_one_will_do(story: Story) -> None:
    stale = {**INCOME, "issued_on": "2018-01-10"}
    assert of(story.json(PHOTOGRAPHS, PASSPORTS, stale, INCOME), "income-certificate") == "there"
    undated = {"document": "income-certificate"}
    assert of(story.json(PHOTOGRAPHS, PASSPORTS, stale, undated), "income-certificate") == "open"


def test_the_desk_hears_how_many_and_how_old(story: Story) -> None:
    case = story.case(one(3), {"document": "passport"}, {**INCOME, "issued_on": "2018-05-10"})
    told = " ".join(story.screen(case).split())
    assert "Нужно экземпляров: 4; представлено: 3." in told
    assert "Нужно экземпляров: 2; сколько представлено, не указано." in told
    assert (
        "Представленный документ выдан слишком рано. Документ должен быть выдан не ранее чем за 10 календарных дней "
        "до дня подачи заявления. Самый ранний день выдачи: 22 мая 2018 года."
    ) in told
    kk = " ".join(story.screen(case, "kk").split())
    assert "Қажетті дана саны: 4; ұсынылғаны: 3." in kk
    assert "алдындағы 10 күнтізбелік күн ішінде берілген болуға тиіс. Ең ерте берілуі мүмкін күн: 2018 жылғы 22 мамыр." in kk
    problems = {(one["document"], one["problem"]) for one in story.json(*case["submitted"])["intake"]["shortfalls"]}
    assert problems == {
        ("photograph", "too-few-copies"),
        ("passport", "copies-unknown"),
        ("income-certificate", "too-old"),
    }


def test_the_desk_is_asked_for_the_day(story: Story) -> None:
    told = story.screen(story.case(PHOTOGRAPHS, PASSPORTS, "income-certificate"))
    assert "Укажите, в какой день выдан документ." in told


def test_who_prepares_reads_it_on_the_line(story: Story) -> None:
    found = story.json(unsaid=True)["checklist"]
    assert [(line["copies"], line["valid"] and line["valid"]["value"]) for line in found] == [(4, None), (2, None), (None, 10)]
    assert found[2]["valid"]["cite"]["para"] == "4"
    told = " ".join(story.screen(story.case(unsaid=True)).split())
    assert "☐ фотография (4 экземпляра)" in told
    assert "☐ паспорт (копия, 2 экземпляра)" in told
    assert "☐ справка о доходах – пункт 3 Документ должен быть выдан не ранее чем за 10 календарных дней" in told
    assert "до дня подачи заявления. Основание: приложение 2, пункт 4." in told
    kk = " ".join(story.screen(story.case(unsaid=True), "kk").split())
    assert "☐ фотосурет (4 дана)" in kk
    shown = " ".join(story.typed("show", "home-care", "--act", "town-2018-1", "--on", FILED).split())
    assert "паспорт (копия, 2 экземпляра)" in shown
    assert "приложение 2, пункт 3; пункт 4" in shown


def test_and_on_paper_with_its_numbers_in_words(story: Story) -> None:
    ru = story.paper("checklist", story.case(unsaid=True))
    assert "Количество экземпляров: 4 (четыре)." in ru
    assert "не ранее чем за 10 (десять) календарных дней до дня подачи заявления." in ru
    kk = story.paper("checklist", story.case(unsaid=True), "kk")
    assert "Даналар саны: 4 (төрт)." in kk
    assert "алдындағы 10 (он) күнтізбелік күн ішінде" in kk
    slip = story.paper("slip", story.case(one(3), PASSPORTS, INCOME))
    assert "Нужно экземпляров: 4; представлено: 3." in slip


MONTHS = """
requirements:
  - {document: income-certificate, valid: {value: 1, unit: months}, cite: "1"}
"""


@pytest.mark.parametrize(("issued", "complete"), [("2018-04-30", False), ("2018-05-01", True)])
def test_a_month_is_counted_as_terms_count_it(tmp_path: Path, issued: str, complete: bool) -> None:
    story = Story.of(tmp_path, MONTHS)
    assert story.json({**INCOME, "issued_on": issued})["intake"]["complete"] is complete
    assert "не ранее чем за 1 месяц до дня подачи заявления" in " ".join(story.screen(story.case()).split())
