"""The pack lints clean, decides its author's stories right by both engines, and uses all that the model has for such acts."""

import re
from pathlib import Path

import pytest

from eligibility.engine import Engine
from eligibility.review.expectations import mismatches, tried
from eligibility.review.scenarios import Provided, Scenario, checked, scenarios_at
from eligibility.rulefiles.lint import lint
from tests.acts_of_any_kind.told import RULES
from tests.cli.running import typed

STORIES = Path(__file__).parent / "scenarios"
SCENARIOS = checked(scenarios_at([STORIES], STORIES), Provided([RULES]))
SHIPPED = Path(__file__).parents[2] / "rules"

USED = {
    "kind: order": "act.yaml",
    "kind: rules": "act.yaml",
    "kind: law": "act.yaml",
    "regions: all": "act.yaml",
    "in_force: {on:": "act.yaml",
    "in_force: {days_after_publication:": "act.yaml",
    "published:": "act.yaml",
    "filed_before:": "act.yaml",
    "text: partial": "act.yaml",
    "holds: [": "*-*.yaml",
    "requirements: none": "*-*.yaml",
    "appeal:": "*-*.yaml",
    "brought_by: office": "*-*.yaml",
    "copies: 2": "*-*.yaml",
    "valid: {value: 10, unit: calendar-days": "*-*.yaml",
    "valid: {value: 12, unit: months": "*-*.yaml",
    "{all_of:": "*-*.yaml",
    "when: file_incomplete": "*-*.yaml",
    "from: complete-file": "*-*.yaml",
    "2.5 * calculation_index": "*-*.yaml",
    "< subsistence_minimum": "*-*.yaml",
    "hives_months < 6": "*-*.yaml",
    "filing_day in 04-01..08-31": "*-*.yaml",
    "marriage_date < 2008-06-01": "*-*.yaml",
    "filing_day < 2027-01-01": "categories.yaml",
    "many: true": "*.yaml",
    "type: number": "*.yaml",
    "type: months": "*.yaml",
    'row 8 item 3"': "*-*.yaml",
    'part 2"': "*-*.yaml",
    '"art 3(1)"': "*-*.yaml",
}
"""what the model has for acts of today, as it is written, and in which files"""


def test_it_lints_clean() -> None:
    _, found = lint(RULES)
    assert [f"{one.where}: {one.code}: {one.message()}" for one in found] == []


@pytest.mark.parametrize(("written", "where"), USED.items())
def test_it_uses_all_that_the_model_has_for_such_acts(written: str, where: str) -> None:
    assert any(written in re.sub(r"#.*", "", path.read_text(encoding="utf-8")) for path in RULES.rglob(where))


def test_the_words_for_kinds_of_acts_are_those_that_ship() -> None:
    assert (RULES / "act-kinds.yaml").read_bytes() == (SHIPPED / "act-kinds.yaml").read_bytes()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.id)
def test_story(scenario: Scenario, paired: Engine, direct: Engine) -> None:
    assert [f"{one.where}: {one.message()}" for one in scenario.problems] == []
    both, alone = tried(scenario, paired), tried(scenario, direct)
    assert [one.said() for one in mismatches(scenario, both)] == []
    assert {**both.whole, "receipt": None} == {**alone.whole, "receipt": None}


def test_the_author_runs_the_stories_with_one_command() -> None:
    done = typed("rules", "test", "--rules", str(RULES), str(STORIES), lang="kk")
    assert done.code == 0, done.out + done.err
    assert str(len(SCENARIOS)) in done.out
