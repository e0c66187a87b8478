"""The individual identification number: twelve digits, the last one a check digit."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

NumberVerdict = Literal["valid", "not-twelve-digits", "business-number", "wrong-check-digit", "impossible-birth-date"]

_FIRST = tuple(range(1, 12))
_SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_LEAP_YEAR = 2000
"""stands for the year of a number that does not tell the century"""
_CENTURIES = {1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000}


def check_iin(text: str) -> NumberVerdict:
    if len(text) != 12 or not (text.isascii() and text.isdigit()):
        return "not-twelve-digits"
    digits = [int(sign) for sign in text]
    if digits[4] in (4, 5, 6):
        return "business-number"
    if check_digit(digits) != digits[11]:
        return "wrong-check-digit"
    return "valid" if _may_be_birth_date(text) else "impossible-birth-date"


def check_digit(digits: Sequence[int]) -> int | None:
    """The twelfth digit that goes with the first eleven; None where there is none, and then no such number is ever issued."""
    for weights in (_FIRST, _SECOND):
        rest = sum(digit * weight for digit, weight in zip(digits, weights, strict=False)) % 11
        if rest != 10:
            return rest
    return None


def _may_be_birth_date(iin: str) -> bool:
    if int(iin[6]) in _CENTURIES:
        return birth_date_of(iin) is not None
    return _day_of(_LEAP_YEAR, iin) is not None


def birth_date_of(iin: str) -> date | None:
    """The birth date the number was issued for; it need not be the person's today."""
    century = _CENTURIES.get(int(iin[6]))
    return None if century is None else _day_of(century + int(iin[:2]), iin)


def _day_of(year: int, iin: str) -> date | None:
    try:
        return date(year, int(iin[2:4]), int(iin[4:6]))
    except ValueError:
        return None
