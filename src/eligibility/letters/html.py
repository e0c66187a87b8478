"""Content as a page for the screen and the browser's printer."""

from pathlib import Path

from eligibility.letters.making import Made
from eligibility.letters.wording import rendered_by

PAGE = "_page.html.j2"


def as_html(made: Made, templates: Path | None = None) -> str:
    page, _ = rendered_by(PAGE, {"parts": made.parts, "printed": made.printed, "code": made.code}, templates)
    return page
