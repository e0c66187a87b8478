"""docs/diagnostics.md, read: its index and its sections, by code."""

import re
from collections import Counter
from pathlib import Path

from eligibility.diagnostics.tables import tables

__all__ = ["OF_LETTERS", "OF_POPULATIONS", "OF_SERVER", "explained", "index", "sections"]

PAGE = Path(__file__).parents[2] / "docs" / "diagnostics.md"
OF_LETTERS = ("of_letters", "of_papers")
"""rooms whose codes docs/letters.md explains"""
OF_SERVER = ("of_web",)
"""rooms whose codes docs/server.md explains"""
OF_POPULATIONS = ("of_populations",)
"""rooms whose codes docs/population.md explains"""


def explained() -> set[str]:
    """The codes that have to stand on the page."""
    return {code for room, table in tables().items() if room not in OF_LETTERS + OF_SERVER + OF_POPULATIONS for code in table}


def sections() -> dict[str, str]:
    _, *parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {title: text for title, _, text in (part.partition("\n") for part in parts)}


def index() -> dict[str, tuple[str, str]]:
    """Severity and one line of each code."""
    rows = re.findall(
        r"^\| \[([a-z0-9-]+)\]\(#([a-z0-9-]+)\) \| (error|warning) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    assert all(code == anchor for code, anchor, _, _ in rows)
    assert max(Counter(code for code, *_ in rows).values()) == 1
    return {code: (severity, line) for code, _, severity, line in rows}
