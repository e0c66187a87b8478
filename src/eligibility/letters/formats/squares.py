"""Squares of a paper that machines read: the code of the letter, and plain words for a telephone."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from eligibility.answer.square import MASK, Modules, modules_of
from eligibility.words.shorter import LEAST, shorter

MODULE = 0.36
"""millimetres of one module of the square at least; smaller ones do not read off paper"""
MOST = 1_150
"""bytes of plain words: a square of more is too large for a page that has other things to say"""

square_of = lru_cache(32)(modules_of)
"""of plain words, which many papers share"""


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
        said = "\n".join(shorter(line, signs) for line in lines)
        if len(said.encode()) <= most:
            return said
    return "\n".join(shorter(line, LEAST) for line in lines).encode()[:most].decode(errors="ignore")
