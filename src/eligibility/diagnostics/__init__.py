"""Every mistake the program can name, with its place and the likely fix."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.diagnostics.diagnostic import Diagnostic as Diagnostic
    from eligibility.diagnostics.diagnostic import Place as Place
    from eligibility.diagnostics.diagnostic import Refused as Refused
    from eligibility.diagnostics.diagnostic import Severity as Severity
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "diagnostic": "Diagnostic Place Refused Severity",
        },
    )
