"""The runner of the scenarios: what is written wrong is refused, and what is answered otherwise is told."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from eligibility.engine import Engine
from eligibility.review.expectations import mismatches, tried
from eligibility.review.scenarios import EXPECTED, Provided, Scenario, checked, read_scenarios, scenarios_at
from eligibility.rulefiles.folders import SHIPPED

PAGE = Path(__file__).parents[2] / "docs" / "writing-rules.md"
RIGHT = {"name": "A story", "law": {"annex 4, 6(1) item 1": "x"}, "case": {"service": "x"}, "expect": {"required": []}}


def problems(scenario: Mapping[str, object]) -> list[str]:
    """Of a file of one scenario; JSON is YAML too."""
    [found] = read_scenarios("a.yaml", f"- {json.dumps(scenario, indent=1)}".encode())
    return [f"{one.code} at {one.where}: {one.message()} ({one.advice()})" for one in found.problems]


def test_a_right_scenario_has_no_problems() -> None:
    assert problems(RIGHT) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"story": "x"}, "unexpected-key at a.yaml:12:2: story is no key of this place (this place knows: name, law,"),
        ({"expects": {}}, "unexpected-key at a.yaml:12:2: expects is no key of this place (did you mean expect?)"),
        ({"name": 7}, "scenario-form at a.yaml:2:2: name is not written as a scenario has it (write for example name: …)"),
        ({"as_if_in_force": "yes"}, "scenario-form at a.yaml:12:2: as_if_in_force"),
        (
            {"expect": {"require": []}},
            "unexpected-key at a.yaml:10:3: require is no key of this place (did you mean ",
        ),
        ({"expect": {"required": "ipr"}}, "scenario-form at a.yaml:10:3: required is not written as a scenario has it"),
        ({"expect": {"required": "ipr"}}, "(write for example required: [application])"),
        ({"expect": {"any_of": {"ipr": "x"}}}, "scenario-form at a.yaml:10:3: any_of"),
        ({"expect": {"error": "not-regulated", "status": "in-force"}}, "scenario-error at a.yaml:10:3"),
        ({"law": {"4, 6(1)": "x"}}, "scenario-place at a.yaml:4:3: 4, 6(1) is no place of an act"),
        ({"law": {"annex 4, 6(1)": " "}}, "empty-text at a.yaml:4:3"),
        ({"law": {}}, "scenario-form at a.yaml:3:2: law"),
        ({"case": 7}, "scenario-form at a.yaml:6:2: case"),
    ],
)
def test_a_scenario_with_a_mistake_is_refused_at_its_place(change: dict[str, object], problem: str) -> None:
    assert problem in "\n".join(problems(RIGHT | change))


def test_what_a_scenario_lacks_is_told() -> None:
    assert problems({"name": "A story"}) == [
        f"missing-key at a.yaml:1:3: {key} is missing (add it)" for key in ("case", "expect")
    ]


def test_two_scenarios_of_a_file_are_told_apart() -> None:
    both = read_scenarios("a.yaml", json.dumps([RIGHT, RIGHT]).encode())
    assert [[one.code for one in scenario.problems] for scenario in both] == [["scenario-name"]] * 2


def test_a_place_the_act_does_not_have_is_told() -> None:
    case = {"act": "kyzylorda-2015-118", "service": "wheelchairs"}
    law = {"annex 3, 6(1) item 1": "x", "annex 3, 6(9)": "x", "act 1": "x", "act 77": "x"}
    [found] = read_scenarios("a.yaml", f"- {json.dumps(RIGHT | {'case': case, 'law': law}, indent=1)}".encode())
    [found] = checked([found], Provided(SHIPPED))
    assert [(one.code, str(one.where)) for one in found.problems] == [
        ("citation-unresolved", "a.yaml:5:3"),
        ("citation-unresolved", "a.yaml:7:3"),
    ]


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("{}", {"service": "wheelchairs", "act": "act-1"}),
        ("{act: act-2}", {"service": "wheelchairs", "act": "act-2"}),
        ("{service: home-care, region: town}", {"service": "home-care", "region": "town"}),
    ],
)
def test_the_head_of_a_file_is_said_of_its_cases(case: str, said: dict[str, str], tmp_path: Path) -> None:
    scenario = f"- {{name: A story, law: {{act 1: x}}, case: {case}, expect: {{required: []}}}}"
    (tmp_path / "a.yaml").write_text(f"service: wheelchairs\nact: act-1\nscenarios:\n\n{scenario}\n", encoding="utf-8")
    [found] = scenarios_at([tmp_path])
    assert (found.case, found.line) == (said, 5)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("region: town\nscenarios: [{}]\n", "region is no key of this place"),
        ("act: 7\nscenarios: [{}]\n", "act is not written as a scenario has it"),
        ("act: act-1\n", "a file of scenarios is a list of them"),
        ("act-1\n", "a file of scenarios is a list of them"),
    ],
)
def test_a_file_with_a_mistake_is_refused(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    [found] = scenarios_at([tmp_path])
    assert problem in "\n".join(one.message() for one in found.problems)


@pytest.mark.parametrize(
    ("expect", "difference"),
    [
        ({"required": ["application", "ipr"]}, "required: found and not expected: accident-act, employer-cessation-document"),
        ({"required": ["passport"]}, "required: the list has no line passport"),
        ({"undetermined": {"ipr": []}}, "undetermined: expected and not found: ipr"),
        ({"cites": {"ipr": "6(1) item 3"}}, "cites: ipr: expected 6(1) item 3"),
        ({"forms": {"ipr": "copy"}}, "forms: ipr: expected copy, found both"),
        ({"flags": ["misprints"]}, "flags: misprints is not there"),
        ({"no_flags": ["unnumbered"]}, "no_flags: unnumbered is there"),
        ({"intake": {"complete": True}}, "intake: complete: expected true, found false"),
        ({"intake": {"grounds": [], "whole": True}}, "intake: there is no whole here"),
        ({"error": "not-regulated"}, "error: expected not-regulated, but the case was decided"),
        ({"steps": [{"no": 1}]}, "steps: expected [1], found [1, 2, 3, 4, 5, 6]"),
        ({"steps": [{"no": 1}, {"actor": "head"}, {}, {}, {}, {"who": "x"}]}, "steps: [1] actor: expected head"),
        ({"steps": [{}, {}, {}, {}, {}, {"who": "x"}]}, "steps: [5]: there is no who here; there is: no, actor"),
        ({"receipts": {}}, "receipts: expected {}, found {talon"),
        ({"places": {"fee": "4"}}, "places: fee: expected [fee], found []"),
        ({"places": {"channels": {"provider-office": "3"}}}, "places: channels: provider-office: expected 3"),
        ({"places": {"papers": {}}}, "places: there is no papers here; there is: channels"),
        ({"standards": {"ipr": "order-279 9"}}, "standards: expected {ipr: order-279 9}, found {}"),
    ],
)
def test_a_wrong_expectation_is_told(expect: dict[str, object], difference: str, direct: Engine) -> None:
    case = {"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2016-03-01", "submitted": ["ipr"]}
    scenario = Scenario("x.yaml", 1, "A story", {}, case, expect)
    assert difference in "\n".join(one.said() for one in mismatches(scenario, tried(scenario, direct)))


def test_the_page_for_authors_has_a_right_one_and_names_every_expectation() -> None:
    page = PAGE.read_text(encoding="utf-8")
    [example] = [one for one in re.findall(r"```yaml\n(.+?)```", page, re.DOTALL) if "\nscenarios:" in one]
    assert {one.problems for one in read_scenarios("a.yaml", example.encode())} == {()}
    section = page[page.index("\n## Scenarios") :]
    assert [key for key in EXPECTED if f"`{key}`" not in section] == []
