"""Scenarios before and after a change: told only where what comes of them is not the same."""

from pathlib import Path

from eligibility.review.scenario_changes import scenario_changes
from eligibility.review.scenarios import Scenario
from tests.review.changed_packs import EDITION, sides

CASE = {"service": "wheelchairs", "act": "town-2018-1", "on": "2018-06-01", "facts": {"age": 17, "orphan": False}}


def scenario(*required: str, facts: dict[str, object] | None = None, error: str = "") -> Scenario:
    expect = {"error": error} if error else {"required": list(required)}
    return Scenario("a.yaml", 1, " ".join(required), {}, CASE | ({"facts": facts} if facts else {}), expect, True)


def test_each_way_a_scenario_can_turn(tmp_path: Path) -> None:
    both = sides(tmp_path, (EDITION, "age < 18 or orphan", "age < 16"))
    tried = [
        scenario("application", "birth-certificate"),
        scenario("application"),
        scenario("birth-certificate"),
        scenario("application", facts={"age": 40, "orphan": False}),
        scenario("birth-certificate", facts={"age": 40, "orphan": False}),
        scenario(error="not-regulated"),
    ]
    found = scenario_changes(tried, *both)
    assert found.tried == len(tried)
    assert [(one.scenario.name, one.outcome) for one in found.changed] == [
        ("application birth-certificate", "no-longer"),
        ("application", "now"),
        ("birth-certificate", "otherwise"),
    ]
    first = found.changed[0]
    assert (first.before, [one.where for one in first.after]) == ((), [("required",), ("not_required",)][: len(first.after)])


def test_a_case_that_is_refused_now(tmp_path: Path) -> None:
    both = sides(
        tmp_path,
        ("facts/facts.yaml", "orphan:", "orphaned:"),
        (EDITION, "orphan", "orphaned"),
        ("categories.yaml", "age", "age"),
    )
    (one,) = scenario_changes([scenario("application", "birth-certificate")], *both).changed
    assert one.outcome == "no-longer"
    assert "unknown-fact" in one.after[0].said()
