"""Content as a page for the screen and the browser's printer."""

from pathlib import Path

from eligibility.letters.making import Made
from eligibility.letters.wording import environment

PAGE = "_page.html.j2"


def as_html(made: Made, templates: Path | None = None) -> str:
    page = environment(templates).get_template(PAGE)
    return page.render(parts=made.parts, code=made.code)
