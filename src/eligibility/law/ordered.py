"""Values that have an order, numbers and days, and where among them a comparison turns. Nothing here is a float."""

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from math import ceil, floor
from typing import Literal

Number = int | Decimal
Ordered = int | Decimal | date
Grain = Literal["whole", "decimal", "day"]
"""how finely the values of a kind lie"""

MAX_DIGITS = 14
"""of a number, so that the product of two of them is exact"""
DECIMALS = 4
"""after the point, at most"""
STEP = Decimal(1).scaleb(-DECIMALS)
_DAY = timedelta(days=1)
WIDE = Context(prec=3 * MAX_DIGITS)
"""room for the product of two numbers and for what comes after its point"""


def exact(value: Number) -> Number:
    """A whole number as one, any other without idle zeros."""
    if isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else value.normalize(WIDE)


def is_exact(value: Number) -> bool:
    """Whether the program reckons with a number as it stands: not too long, and not too fine."""
    found = Decimal(value)
    if not found.is_finite() or found.adjusted() >= MAX_DIGITS:
        return False
    whole, _, rest = f"{found:f}".lstrip("-").partition(".")
    rest = rest.rstrip("0")
    return len(rest) <= DECIMALS and len(whole.lstrip("0") + rest) <= MAX_DIGITS


def grain_of(value: Ordered) -> Grain:
    if isinstance(value, date):
        return "day"
    return "decimal" if isinstance(value, Decimal) else "whole"


def least(bound: Ordered, grain: Grain, above: bool) -> Ordered:
    """The lowest value that is `above` the bound, or not below it."""
    if isinstance(bound, date):
        return bound + _DAY if above else bound
    if grain == "whole":
        return floor(bound) + 1 if above else ceil(bound)
    if above:
        return exact(WIDE.add(Decimal(bound).quantize(STEP, ROUND_FLOOR, WIDE), STEP))
    return exact(Decimal(bound).quantize(STEP, ROUND_CEILING, WIDE))


def before(value: Ordered, lowest: Ordered, grain: Grain) -> Ordered:
    """The nearest value below that is not under the lowest one; of decimals a whole one where there is room."""
    if isinstance(value, date):
        return value - _DAY
    if grain == "whole":
        return ceil(value) - 1
    whole = ceil(value) - 1
    return whole if isinstance(lowest, (int, Decimal)) and whole >= lowest else exact(value - STEP)
