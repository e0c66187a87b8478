"""Who is told an answer."""

from typing import Literal

Reader = Literal["citizen", "clerk", "auditor"]
"""the applicant, the desk, or whoever checks the program"""
READS: dict[Reader, tuple[str, ...]] = {
    "citizen": ("citizen",),
    "clerk": ("citizen", "clerk"),
    "auditor": ("citizen", "clerk", "lawyer"),
}
"""whose remarks on the text each reader is shown"""
