"""Plain words as a square that telephones read."""

from itertools import groupby
from typing import NamedTuple

from eligibility.answer.svg import drawn

MASK = 3
"""of the square: no mask is worth searching for"""
WHITE = 255
QUIET = 4
"""modules left white on every side, as the standard wants"""
PIXELS = 4
"""of a screen for one module, where a page does not say otherwise"""


class Modules(NamedTuple):
    """The grey of every module, row by row."""

    side: int
    grey: bytes

    @property
    def path(self) -> str:
        """The black ones as a path of a drawing, a run a stroke."""
        rows = (self.grey[at : at + self.side] for at in range(0, len(self.grey), self.side))
        return "".join(_strokes(row, at) for at, row in enumerate(rows))


def _strokes(row: bytes, at: int) -> str:
    """Each from where the last one ended, which is shorter to write than where it is."""
    found, gap = [f"M0 {at}.5"], 0
    for white, run in groupby(row, key=bool):
        length = len(list(run))
        if white:
            gap = length
        else:
            found.append(f"m{gap} 0h{length}" if gap else f"h{length}")
    return "".join(found)


def modules_of(words: str) -> Modules:
    """Without a note of their encoding: half of the readers that were tried stumble over it, and all know UTF-8 by sight."""
    from segno import make_qr

    square = make_qr(words, error="l", mask=MASK, encoding="utf-8", boost_error=False)
    return Modules(len(square.matrix), bytes(0 if dark else WHITE for row in square.matrix for dark in row))


def drawn_square(words: str, label: str) -> str:
    """For a page that allows no style of its own pictures; `label` is what those are told who do not see it."""
    return drawn("square.svg.j2", modules=modules_of(words), label=label, quiet=QUIET, pixels=PIXELS)
