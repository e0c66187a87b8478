"""The individual identification number: twelve digits, the last one a check digit."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

Verdict = Literal["valid", "not-twelve-digits", "business-number", "wrong-check-digit"]

_FIRST = tuple(range(1, 12))
_SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_CENTURIES = {1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000}


def check_iin(text: str) -> Verdict:
    if len(text) != 12 or not (text.isascii() and text.isdigit()):
        return "not-twelve-digits"
    digits = [int(sign) for sign in text]
    if digits[4] in (4, 5, 6):
        return "business-number"
    return "valid" if check_digit(digits) == digits[11] else "wrong-check-digit"


def check_digit(digits: Sequence[int]) -> int | None:
    """By the first eleven digits; no number with None is ever issued."""
    for weights in (_FIRST, _SECOND):
        rest = sum(digit * weight for digit, weight in zip(digits, weights, strict=False)) % 11
        if rest != 10:
            return rest
    return None


def birth_date_of(iin: str) -> date | None:
    """The birth date the number was issued for; it need not be the person's today."""
    century = _CENTURIES.get(int(iin[6]))
    if century is None:
        return None
    try:
        return date(century + int(iin[:2]), int(iin[2:4]), int(iin[4:6]))
    except ValueError:
        return None
