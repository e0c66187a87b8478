"""Every mistake the program can name, with its place and the likely fix."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.diagnostics.diagnostic import Diagnostic as Diagnostic
    from eligibility.diagnostics.diagnostic import Place as Place
    from eligibility.diagnostics.mistake import Mistake as Mistake
    from eligibility.diagnostics.mistake import Severity as Severity
    from eligibility.diagnostics.refusal import Refused as Refused
    from eligibility.diagnostics.refusal import refused as refused
    from eligibility.diagnostics.tables import codes as codes
    from eligibility.diagnostics.tables import declared as declared
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "mistake": "Mistake Severity",
            "tables": "codes declared",
            "diagnostic": "Diagnostic Place",
            "refusal": "Refused refused",
        },
    )
