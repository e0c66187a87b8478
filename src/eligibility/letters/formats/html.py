"""Content as a page for the screen and the browser's printer."""

from base64 import b64encode
from pathlib import Path
from typing import Any

from eligibility.answer.square import Modules
from eligibility.letters.content import Emblem, Square
from eligibility.letters.formats.squares import fitted, square_of
from eligibility.letters.templates import rendered_by
from eligibility.letters.writing import Made

PAGE = "_page.html.j2"


def as_html(made: Made, templates: Path | None = None) -> str:
    drawing: dict[str, Any] = {"square": _square, "picture": _picture}
    page, _ = rendered_by(PAGE, {"parts": made.parts, "printed": made.printed, "code": made.code, **drawing}, templates)
    return page


def _square(block: Square) -> Modules:
    return square_of(fitted(block.lines))


def _picture(picture: Emblem) -> str:
    kind = "svg+xml" if picture.format == "svg" else "png"
    return f"data:image/{kind};base64,{b64encode(picture.content).decode()}"
