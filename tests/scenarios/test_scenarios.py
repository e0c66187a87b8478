"""Every story under `scenarios/` is decided by both engines and held against what it expects."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.reasoning.plan import Plan, PlanKey
from eligibility.review.expectations import Trial, lines_of, mismatches, named, tried
from eligibility.review.scenarios import Provided, Scenario, checked, scenarios_at
from eligibility.rulefiles.folders import SHIPPED

FOLDER = Path(__file__).parent

COVERED = {"kyzylorda-2015-118": 61}
"""acts whose every line and flag some scenario speaks of, with the number of lines in all their lists"""

SCENARIOS = checked(scenarios_at([FOLDER], FOLDER), Provided(SHIPPED))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.id)
def test_scenario(scenario: Scenario, paired: Engine, direct: Engine) -> None:
    _fail(scenario, "is not written right", [f"{one.where}: {one.message()} ({one.advice()})" for one in scenario.problems])
    assert scenario.law, f"{scenario.place}: the law is not named"
    answers = [tried(scenario, engine) for engine in (paired, direct)]
    _fail(scenario, "is answered otherwise than it expects", [one.said() for one in mismatches(scenario, answers[0])])
    _fail(scenario, "is answered otherwise by the direct engine", list(engines_differ(*answers)))


def engines_differ(paired: Trial, direct: Trial) -> Iterator[str]:
    if paired.codes != direct.codes:
        yield f"paired refuses with {paired.codes}, direct with {direct.codes}"
    one, other = paired.whole, direct.whole
    for key in {**one, **other}:
        if key != "receipt" and one.get(key) != other.get(key):
            yield f"{key}: paired {one.get(key)}, direct {other.get(key)}"


def _fail(scenario: Scenario, what: str, problems: Sequence[str]) -> None:
    if problems:
        law = (f"  {cite}: {says}" for cite, says in scenario.law.items())
        pytest.fail(
            "\n".join(
                [
                    f"tests/scenarios/{scenario.place}: {scenario.name}\nThe scenario {what}:",
                    *(f"- {one}" for one in problems),
                    *law,
                ]
            ),
            False,
        )


# The scenarios of an act leave nothing of it out.


@pytest.fixture(params=COVERED)
def editions(request: pytest.FixtureRequest, direct: Engine) -> dict[EditionKey, Plan]:
    """Every edition of a covered act."""
    keys = [EditionKey(request.param, service) for service in direct.pack.services_of(request.param)]
    return {key: direct.plan(PlanKey(key))[0] for key in keys}


def _stories(key: EditionKey) -> list[Scenario]:
    return [one for one in SCENARIOS if one.case.get("act") == key.act and one.case.get("service") == key.service]


def _expected_lines(key: EditionKey, plan: Plan, expectation: str) -> set[int]:
    lines = lines_of(plan)
    found = (named(name, lines) for story in _stories(key) for name in story.expect.get(expectation, ()))
    return {line for line in found if isinstance(line, int)}


def test_every_line_is_expected_both_ways(editions: dict[EditionKey, Plan]) -> None:
    never_required, never_spared = [], []
    for key, plan in editions.items():
        required, spared, left_open = (_expected_lines(key, plan, way) for way in ("required", "not_required", "undetermined"))
        for at, (document, cite) in enumerate(lines_of(plan)):
            line = f"{key.service}: {document} at {cite}"
            if at not in required:
                never_required.append(line)
            when = plan.entries[at].requirement.when
            if when and at not in (left_open if when.endswith(" or unsaid") else spared):
                never_spared.append(line)
    assert never_required == [], "no scenario expects these as required"
    assert never_spared == [], "no scenario expects these as not required"


def test_every_flag_is_expected_both_ways(editions: dict[EditionKey, Plan]) -> None:
    never_there, never_absent = [], []
    for key, plan in editions.items():
        there, absent = (
            {id for story in _stories(key) for id in story.expect.get(expectation, ())} for expectation in ("flags", "no_flags")
        )
        flags = plan.edition.flags
        never_there += [f"{key.service}: {flag.id}" for flag in flags if flag.id not in there]
        never_absent += [f"{key.service}: {flag.id}" for flag in flags if flag.when and flag.id not in absent]
    assert never_there == [], "no scenario expects these flags"
    assert never_absent == [], "no scenario expects these flags to be absent"


def test_every_alternative_is_brought(editions: dict[EditionKey, Plan]) -> None:
    never = []
    for key, plan in editions.items():
        papers = [one for story in _stories(key) for one in story.case.get("submitted") or ()]
        brought = {one if isinstance(one, str) else one["document"] for one in papers}
        alternatives = [one.document for entry in plan.entries for one in entry.alternatives]
        never += [f"{key.service}: {one}" for one in alternatives if one not in brought]
    assert never == [], "no scenario brings these"


def test_every_line_is_counted(editions: dict[EditionKey, Plan]) -> None:
    act = next(iter(editions)).act
    assert sum(len(plan.entries) for plan in editions.values()) == COVERED[act]
