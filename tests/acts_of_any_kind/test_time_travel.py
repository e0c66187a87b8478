"""One act through time: the right wording on each day, and each boundary a day before and on the day."""

from datetime import date, timedelta

import pytest

from eligibility.engine import Engine
from tests.acts_of_any_kind.told import about, answered, paper, screen

LAW = "law-1000-2020"
FIRST, SECOND, LAST = "1001", "1002", None
"""the wordings of the made-up law, by the laws they stood until"""

DAYS = [
    ("2020-03-09", "not-adopted", None),
    ("2020-03-10", "not-in-effect", None),
    ("2020-03-31", "not-in-effect", None),
    ("2020-04-01", "in-force", FIRST),
    ("2021-06-30", "in-force", FIRST),
    ("2021-07-01", "in-force", SECOND),
    ("2022-03-30", "in-force", SECOND),
    ("2022-03-31", "in-force", SECOND),
    ("2022-04-30", "in-force", SECOND),
    ("2022-05-01", "in-force", LAST),
    ("2023-12-31", "in-force", LAST),
    ("2024-01-01", "repealed", None),
]


@pytest.mark.parametrize(("day", "status", "wording"), DAYS)
def test_the_wording_of_the_day(day: str, status: str, wording: str | None, paired: Engine) -> None:
    found = paired.life(LAW, "beekeeper-aid", date.fromisoformat(day))
    assert (found.status, found.wording) == (status, wording)
    answer = answered(paired, about("beekeeper-aid", day))
    assert answer["edition"]["status"] == status


PAPERS = {
    FIRST: ["application", "beekeeper-passport"],
    SECOND: ["application", "beekeeper-passport", "veterinary-certificate"],
    LAST: ["application", "proof-of-hives", "veterinary-certificate", "bee-income-certificate"],
}


def test_every_day_has_the_papers_of_its_wording(direct: Engine) -> None:
    day = date(2020, 4, 1)
    while day < date(2024, 1, 1):
        wording = FIRST if day < date(2021, 7, 1) else SECOND if day < date(2022, 5, 1) else LAST
        assert [line["document"] for line in answered(direct, about("beekeeper-aid", day.isoformat()))["checklist"]] == PAPERS[
            wording
        ]
        day += timedelta(days=7)


def test_the_index_of_the_day_decides_within_one_wording(paired: Engine) -> None:
    """Two indexes are 6 126 tenge on 31 March 2022 and 6 360 a day later."""
    before, after = (
        answered(paired, about("beekeeper-aid", day, monthly_income="6126"))["for_whom"]["status"]
        for day in ("2022-03-31", "2022-04-01")
    )
    assert (before, after) == ("no", "yes")


def test_a_paper_names_the_law_that_gave_its_wording(paired: Engine) -> None:
    first, second, last = (
        paper(paired, "checklist", about("beekeeper-aid", day)) for day in ("2021-06-30", "2021-07-01", "2022-05-01")
    )
    assert "новой редакции" not in first
    assert "текст изложен в новой редакции законом от 20 мая 2021 года № 1001" in second
    assert "№ 1002" not in second
    assert "законом от 20 мая 2021 года № 1001; текст изложен в новой редакции законом от 15 марта 2022 года № 1002" in last
    kazakh = paper(paired, "checklist", about("beekeeper-aid", "2021-07-01"), "kk")
    assert "мәтін жаңа редакцияда жазылған (№ 1001 заң, 2021 жылғы 20 мамыр)" in kazakh


def test_the_transitional_rule_is_said(paired: Engine) -> None:
    found = answered(paired, about("beekeeper-aid", "2022-04-30"))["edition"]["status_reason"]
    assert "1 мая 2022 года" in found["ru"]
    assert "2022 жылғы 1 мамыр" in found["kk"]


FIXED = [
    ("2021-11-03", "edition-not-held"),
    ("2021-11-04", "in-force"),
    ("2023-06-30", "in-force"),
    ("2023-07-01", "repealed"),
]


@pytest.mark.parametrize(("day", "status"), FIXED)
def test_a_fixed_day_leaves_no_window(day: str, status: str, paired: Engine) -> None:
    assert answered(paired, about("carer-allowance", day))["edition"]["status"] == status


PUBLISHED = [
    ("2015-04-19", "not-in-effect"),
    ("2015-04-20", "undetermined"),
    ("2015-06-18", "undetermined"),
    ("2015-06-19", "in-force"),
    ("2021-08-23", "in-force"),
    ("2021-08-24", "undetermined"),
    ("2021-10-22", "undetermined"),
    ("2021-10-23", "repealed"),
]


@pytest.mark.parametrize(("day", "status"), PUBLISHED)
def test_an_unknown_day_of_publication_leaves_one(day: str, status: str, paired: Engine) -> None:
    case = about("housing-queue", day, told={"act": "order-319-2015"})
    assert answered(paired, case)["edition"]["status"] == status


QUEUE = [
    ("2017-05-03", "order-319-2015", "in-force"),
    ("2022-06-01", "order-319-2015", "repealed"),
    ("2025-06-16", "rules-130-2025", "edition-not-held"),
    ("2026-02-09", "rules-130-2025", "edition-not-held"),
    ("2026-02-10", "rules-130-2025", "undetermined"),
    ("2026-04-10", "rules-130-2025", "undetermined"),
    ("2026-04-11", "rules-130-2025", "in-force"),
]


@pytest.mark.parametrize("region", ["almaty-city", "kyzylorda-region", "turkistan-region"])
@pytest.mark.parametrize(("day", "act", "status"), QUEUE)
def test_a_service_passes_from_act_to_act_in_every_region(day: str, act: str, status: str, region: str, paired: Engine) -> None:
    found = answered(paired, about("housing-queue", day, told={"region": region}))["edition"]
    assert (found["act"], found["status"]) == (act, status)


def test_an_amendment_without_a_number_is_called_by_its_day() -> None:
    told = screen(about("housing-queue", "2025-06-16"))
    assert "до изменения, внесенного приказом от 30 января 2026 года" in told
    assert "2026 жылғы 30 қаңтар күні қабылданған бұйрықпен" in screen(about("housing-queue", "2025-06-16"), lang="kk")
