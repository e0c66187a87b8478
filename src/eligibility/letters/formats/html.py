"""Content as a page for the screen and the browser's printer."""

from pathlib import Path

from eligibility.letters.templates import rendered_by
from eligibility.letters.writing import Made

PAGE = "_page.html.j2"


def as_html(made: Made, templates: Path | None = None) -> str:
    page, _ = rendered_by(PAGE, {"parts": made.parts, "printed": made.printed, "code": made.code}, templates)
    return page
