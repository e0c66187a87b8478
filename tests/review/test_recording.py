"""A case written down as a scenario: read again it is held against the same answer, and nothing of the person is in it."""

from pathlib import Path
from typing import Any

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.review.expectations import mismatches, tried
from eligibility.review.recording import recorded, written
from eligibility.review.scenarios import Provided, Scenario, checked, read_scenarios, scenarios_at
from eligibility.rulefiles.folders import SHIPPED
from eligibility.words.text import LANGS, Lang

SCENARIOS = Path(__file__).parents[1] / "scenarios"
ENGINE = Engine.shipped("direct")
PERSON = {"surname": "Өтебаева", "name": "Һәнипа", "iin": "900101100004", "address": "Абай көшесі, 1"}


def one_of_each_edition() -> list[Scenario]:
    decided = [one for one in scenarios_at([SCENARIOS]) if "error" not in one.expect]
    return list({(one.case.get("act"), one.case["service"], bool(one.case.get("submitted"))): one for one in decided}.values())


def again(text: str) -> Scenario:
    [found] = checked(read_scenarios("a.yaml", text.encode()), Provided(SHIPPED))
    return found


@pytest.mark.parametrize("scenario", one_of_each_edition(), ids=lambda one: one.id)
def test_what_is_written_down_is_what_is_answered(scenario: Scenario) -> None:
    found = recorded(scenario.case, ENGINE, "A story", "kk", as_if_in_force=True)
    read = again(written(found))
    assert [(str(one.where), one.message()) for one in read.problems] == []
    assert (read.case, read.expect) == (scenario.case, found["expect"])
    assert [one.said() for one in mismatches(read, tried(read, ENGINE))] == []


MISSING = ["application", "accident-act", "employer-cessation-document"]
CASE: dict[str, Any] = {"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2016-03-01", "submitted": ["ipr"]}


@pytest.mark.parametrize("lang", LANGS)
def test_the_person_stays_out(lang: Lang) -> None:
    text = written(recorded(CASE | {"person": PERSON}, ENGINE, "A story", lang))
    assert again(text).case == CASE
    assert [value for value in PERSON.values() if value in text] == []


def test_the_law_is_named_line_by_line() -> None:
    read = again(written(recorded(CASE, ENGINE, "A story", "ru")))
    assert read.law["annex 3, 6(1) item 2"] == "индивидуальная программа реабилитации инвалида"
    assert read.expect["intake"] == {"complete": False, "missing": MISSING, "may_refuse_to_accept": False}


def test_a_case_that_is_refused_is_not_written_down() -> None:
    with pytest.raises(Refused) as refused:
        recorded(CASE | {"service": "wheelchair"}, ENGINE, "A story", "kk")
    assert [one.code for one in refused.value.diagnostics] == ["unknown-service"]


def test_an_act_whose_text_is_not_at_hand_has_no_place_to_name() -> None:
    today = {"service": "wheelchairs", "region": "almaty-city", "on": "2026-03-02"}
    found = recorded(today, ENGINE, "A story", "kk")
    read = again(written(found))
    assert "law" not in found
    assert read.problems == ()
    assert [one.said() for one in mismatches(read, tried(read, ENGINE))] == []
