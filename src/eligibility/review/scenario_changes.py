"""An author's scenarios held against the rules before and after a change: those that come out otherwise."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from eligibility.engine import Engine
from eligibility.review.expectations import mismatches, tried
from eligibility.review.mismatch import Mismatch
from eligibility.review.scenarios import Scenario

ScenarioOutcome = Literal["no-longer", "now", "otherwise"]
"""answered as expected no longer, or only now; or before and after otherwise than expected, and not alike"""


class ScenarioChange(NamedTuple):
    scenario: Scenario
    outcome: ScenarioOutcome
    before: tuple[Mismatch, ...]
    after: tuple[Mismatch, ...]


class ScenarioChanges(NamedTuple):
    tried: int
    changed: tuple[ScenarioChange, ...]


def scenario_changes(scenarios: Iterable[Scenario], old: Engine, new: Engine) -> ScenarioChanges:
    held = list(scenarios)
    found = (_changed(one, *(tuple(mismatches(one, tried(one, engine))) for engine in (old, new))) for one in held)
    return ScenarioChanges(len(held), tuple(one for one in found if one is not None))


def _changed(scenario: Scenario, before: tuple[Mismatch, ...], after: tuple[Mismatch, ...]) -> ScenarioChange | None:
    if [one.said() for one in before] == [one.said() for one in after]:
        return None
    outcome: ScenarioOutcome = "otherwise" if before and after else "now" if before else "no-longer"
    return ScenarioChange(scenario, outcome, before, after)
