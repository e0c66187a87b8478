"""Rule-based eligibility and document checklists for state services of Kazakhstan."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eligibility.diagnostics.diagnostic import Diagnostic
    from eligibility.diagnostics.refused import Refused
    from eligibility.engine import Engine
    from eligibility.reasoning.case import Case, Person, Presented
    from eligibility.reasoning.decision import Decision

__version__ = "0.1.0"

__all__ = ["Case", "Decision", "Diagnostic", "Engine", "Person", "Presented", "Refused"]

_HOMES = {
    "Engine": "eligibility.engine",
    "Diagnostic": "eligibility.diagnostics.diagnostic",
    "Refused": "eligibility.diagnostics.refused",
    "Case": "eligibility.reasoning.case",
    "Person": "eligibility.reasoning.case",
    "Presented": "eligibility.reasoning.case",
    "Decision": "eligibility.reasoning.decision",
}


def __getattr__(name: str) -> Any:
    """Loads what is asked for only, so that a cold command stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
