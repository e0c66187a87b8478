"""A letter as HTML, plain text and PDF."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.letters.formats.rendering import rendered as rendered
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "rendering": "rendered",
        },
    )
