"""What an author or maintainer looks at: scenarios, ids, what differs, what ages, what is covered."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.review.ageing import Stale as Stale
    from eligibility.review.ageing import stale as stale
    from eligibility.review.comparison import Differences as Differences
    from eligibility.review.comparison import compare as compare
    from eligibility.review.coverage import ActCoverage as ActCoverage
    from eligibility.review.expectations import mismatches as mismatches
    from eligibility.review.expectations import tried as tried
    from eligibility.review.ids import ids_of as ids_of
    from eligibility.review.scenario_form import ScenarioForm as ScenarioForm
    from eligibility.review.scenarios import Scenario as Scenario
    from eligibility.review.scenarios import scenarios_at as scenarios_at
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "ageing": "Stale stale",
            "comparison": "Differences compare",
            "coverage": "ActCoverage",
            "expectations": "mismatches tried",
            "ids": "ids_of",
            "scenario_form": "ScenarioForm",
            "scenarios": "Scenario scenarios_at",
        },
    )
