"""Every mistake the program can name, with its place and the likely fix."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.diagnostics.code import Code as Code
    from eligibility.diagnostics.code import Severity as Severity
    from eligibility.diagnostics.declared import codes as codes
    from eligibility.diagnostics.declared import declared as declared
    from eligibility.diagnostics.diagnostic import Diagnostic as Diagnostic
    from eligibility.diagnostics.diagnostic import Place as Place
    from eligibility.diagnostics.refused import Refused as Refused
    from eligibility.diagnostics.refused import refused as refused
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "code": "Code Severity",
            "declared": "codes declared",
            "diagnostic": "Diagnostic Place",
            "refused": "Refused refused",
        },
    )
