"""Squares of a paper that machines read: the code of the letter, and plain words for a telephone."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

MODULE = 0.36
"""millimetres of one module of the square at least; smaller ones do not read off paper"""
MASK = 3
"""of the square: no mask is worth searching for"""
MOST = 1_150
"""bytes of plain words: a square of more is too large for a page that has other things to say"""
WHITE = 255
LEAST = 12
"""signs that are left of a line at least"""
MORE = "…"


class Modules(NamedTuple):
    """The grey of every module, row by row."""

    side: int
    grey: bytes

    @property
    def millimetres(self) -> float:
        return self.side * MODULE

    @property
    def path(self) -> str:
        """The black ones as a path of a drawing, a run a stroke."""
        rows = (self.grey[at : at + self.side] for at in range(0, len(self.grey), self.side))
        return "".join(_strokes(row, at) for at, row in enumerate(rows))


def _strokes(row: bytes, at: int) -> str:
    found, left = [], 0
    for white, run in groupby(row, key=bool):
        length = len(list(run))
        if not white:
            found.append(f"M{left} {at}.5h{length}")
        left += length
    return "".join(found)


@lru_cache(32)
def square_of(words: str) -> Modules:
    """Without a note of their encoding: half of the readers that were tried stumble over it, and all know UTF-8 by sight."""
    from segno import make_qr

    square = make_qr(words, error="l", mask=MASK, encoding="utf-8", boost_error=False)
    return Modules(len(square.matrix), bytes(0 if dark else WHITE for row in square.matrix for dark in row))


@lru_cache(8)
def code_square(code: str) -> Modules:
    """Of the letter's code, of which every letter of a run has its own: raises ImportError without the extra `pdf`."""
    from zxingcpp import BarcodeFormat, create_barcode

    square = create_barcode(code, BarcodeFormat.QRCode, ec_level="L", data_mask=MASK)
    image: Any = square.to_image(scale=1, add_quiet_zones=False)
    return Modules(image.shape[0], bytes(image))


def fitted(lines: Sequence[str], most: int = MOST) -> str:
    """All lines, the long ones cut so that the whole has room; none is left out."""
    longest = max(map(len, lines), default=0)
    for signs in range(longest, LEAST - 1, -1):
        said = "\n".join(_cut(line, signs) for line in lines)
        if len(said.encode()) <= most:
            return said
    return "\n".join(_cut(line, LEAST) for line in lines).encode()[:most].decode(errors="ignore")


def _cut(line: str, signs: int) -> str:
    """Out of the middle, at words: what a paper is stands at the end in Kazakh, and its form in both languages."""
    if len(line) <= signs:
        return line
    half = signs // 2
    head, tail = line[:half], line[half - signs :]
    return f"{head.rpartition(' ')[0] or head} {MORE} {tail.partition(' ')[2] or tail}"
