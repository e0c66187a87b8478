"""Truth: a case read, reasoned over by two engines that must agree, and what its conclusions rest on."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.reasoning.case import Case as Case
    from eligibility.reasoning.case import Person as Person
    from eligibility.reasoning.case import Presented as Presented
    from eligibility.reasoning.case import read_case as read_case
    from eligibility.reasoning.decision import Decision as Decision
    from eligibility.reasoning.decision import Line as Line
    from eligibility.reasoning.inference import EngineDisagreement as EngineDisagreement
    from eligibility.reasoning.inference import EngineMissing as EngineMissing
    from eligibility.reasoning.inference import EngineName as EngineName
    from eligibility.reasoning.plan import Plan as Plan
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "case": "Case Person Presented read_case",
            "decision": "Decision Line",
            "inference": "EngineDisagreement EngineMissing EngineName",
            "plan": "Plan",
        },
    )
