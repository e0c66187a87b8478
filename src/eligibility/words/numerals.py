"""Numbers as people here write them: a comma before the decimals, a space between the thousands."""

from decimal import Decimal

from eligibility.words.spacing import HELD

SHORT = 4
"""digits that are not parted"""


def number_text(number: int | Decimal) -> str:
    whole, point, rest = f"{number:f}".partition(".") if isinstance(number, Decimal) else (str(number), "", "")
    if len(whole.lstrip("-")) > SHORT:
        whole = f"{int(whole):,}".replace(",", HELD)
    return f"{whole},{rest}" if point else whole
