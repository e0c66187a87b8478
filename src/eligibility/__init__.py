"""Rule-based eligibility and document checklists for state services of Kazakhstan."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.answer import Answer as Answer
    from eligibility.answer import NoEdition as NoEdition
    from eligibility.diagnostics import Diagnostic as Diagnostic
    from eligibility.diagnostics import Refused as Refused
    from eligibility.engine import Engine as Engine
    from eligibility.reasoning import Case as Case
    from eligibility.reasoning import Decision as Decision
    from eligibility.reasoning import Person as Person
    from eligibility.reasoning import Presented as Presented
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "answer": "Answer NoEdition",
            "diagnostics": "Diagnostic Refused",
            "engine": "Engine",
            "reasoning": "Case Decision Person Presented",
        },
    )

__version__ = "0.1.0"
