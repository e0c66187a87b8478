"""The runner of the scenarios: what is written wrong is refused, and what is answered otherwise is told."""

from pathlib import Path

import pytest

from eligibility.engine import Engine
from tests.scenarios.scenario_files import Scenario, all_scenarios, read_scenario
from tests.scenarios.test_scenarios import decided, differences


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"story": "x"}, "unknown key 'story'"),
        ({"expect": {"require": []}}, "unknown key 'require' in expect"),
        ({"expect": {"required": "ipr"}}, "expect.required is written as: words"),
        ({"expect": {"error": "not-regulated", "status": "in-force"}}, "no other expectation"),
        ({"law": {"4, 6(1)": "x"}}, "is no citation"),
        ({"law": {}}, "law is a mapping that says something"),
    ],
)
def test_a_scenario_with_a_mistake_is_refused(change: dict[str, object], problem: str) -> None:
    right = {"name": "A story", "law": {"annex 4, 6(1) item 1": "x"}, "case": {"service": "x"}, "expect": {"required": []}}
    assert read_scenario(right, "x.yaml", 1).problems == ()
    assert problem in "\n".join(read_scenario(right | change, "x.yaml", 1).problems)


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
    [found] = all_scenarios(tmp_path)
    assert (found.case, found.line) == (said, 5)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("region: town\nscenarios: [{}]\n", "unknown key 'region' at the head"),
        ("act: 7\nscenarios: [{}]\n", "act at the head is a word"),
        ("act: act-1\n", "a scenario file is a list of scenarios"),
        ("act-1\n", "a scenario file is a list of scenarios"),
    ],
)
def test_a_file_with_a_mistake_is_refused(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    [found] = all_scenarios(tmp_path)
    assert problem in "\n".join(found.problems)


@pytest.mark.parametrize(
    ("expect", "difference"),
    [
        ({"required": ["application", "ipr"]}, "required: found and not expected: accident-act, employer-cessation-document"),
        ({"required": ["passport"]}, "required: the list has no line 'passport'"),
        ({"undetermined": {"ipr": []}}, "undetermined: expected and not found: ipr"),
        ({"cites": {"ipr": "6(1) item 3"}}, "cites: ipr: expected 6(1) item 3"),
        ({"forms": {"ipr": "copy"}}, "forms: ipr: expected 'copy', found 'both'"),
        ({"flags": ["misprints"]}, "flags: misprints is not there"),
        ({"no_flags": ["unnumbered"]}, "no_flags: unnumbered is there"),
        ({"intake": {"complete": True}}, "intake: complete: expected True, found False"),
        ({"intake": {"grounds": [], "whole": True}}, "intake: there is no whole"),
        ({"error": "not-regulated"}, "error: expected not-regulated, but the case was decided"),
        ({"steps": [{"no": 1}]}, "steps: expected 1, found 6: 1, 2, 3, 4, 5, 6"),
        ({"steps": [{"no": 1}, {"actor": "head"}, {}, {}, {}, {"who": "x"}]}, "steps: [1] actor: expected 'head'"),
        ({"steps": [{}, {}, {}, {}, {}, {"who": "x"}]}, "steps: [5]: unknown key 'who'"),
        ({"receipts": {}}, "receipts: expected {}, found {'talon'"),
        ({"places": {"fee": "4"}}, "places: fee: expected fee; found "),
        ({"places": {"channels": {"provider-office": "3"}}}, "places: channels: provider-office: expected 3"),
        ({"places": {"papers": {}}}, "places: unknown section 'papers'"),
        ({"standards": {"ipr": "order-279 9"}}, "standards: expected {'ipr': 'order-279 9'}, found {}"),
    ],
)
def test_a_wrong_expectation_is_told(expect: dict[str, object], difference: str, direct: Engine) -> None:
    case = {"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2016-03-01", "submitted": ["ipr"]}
    scenario = Scenario("x.yaml", 1, "A story", {}, case, expect)
    assert difference in "\n".join(differences(scenario, decided(scenario, direct)))
