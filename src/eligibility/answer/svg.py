"""Pictures by template: text is escaped, numbers are written short, and nothing comes from outside the file."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from eligibility.files import resource
from eligibility.words.spacing import wrapped

if TYPE_CHECKING:
    from jinja2 import Environment

LETTER = 0.6
BOLD_LETTER = 0.7
"""the width of an average letter, for a font of size one; fonts differ, so it is a generous one"""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_width(text: str, size: float) -> float:
    return len(text) * size * LETTER


def fitted(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """Lines that fit, one at least; a single word longer than a line is cut."""
    letters = int(room / (size * (BOLD_LETTER if bold else LETTER)))
    return wrapped(" ".join(text.split()), max(1, letters)) or [""]


def drawn(template: str, **shapes: object) -> str:
    """The text of a picture that one of `templates/pictures/` makes of these shapes."""
    return _environment().get_template(template).render(shapes)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(resource("templates") / "pictures"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_written,
    )


def _written(value: Any) -> Any:
    """A number with one digit behind the point at most; a text without the characters no XML file may hold."""
    if isinstance(value, (int, float)):
        return f"{value:.1f}".removesuffix(".0")
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value)
    return value
