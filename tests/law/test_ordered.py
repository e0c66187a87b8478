"""Where a comparison turns, for numbers as long as the program takes them and for their products."""

from datetime import date
from decimal import Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.ordered import DECIMALS, MAX_DIGITS, STEP, Grain, Ordered, before, exact, is_exact, least

EXACT = Context(prec=100)
NUMBERS = st.decimals(0, 10**MAX_DIGITS - 1, places=DECIMALS).map(exact).filter(is_exact)


@given(NUMBERS, NUMBERS, st.booleans())
def test_the_lowest_value_from_a_product_on_is_found_exactly(one: Decimal, other: Decimal, above: bool) -> None:
    bound = EXACT.multiply(Decimal(one), Decimal(other))
    found = Decimal(least(bound, "decimal", above))  # type: ignore[arg-type]
    below = EXACT.subtract(found, STEP)
    assert (below <= bound < found) if above else (below < bound <= found)


def test_the_longest_numbers_there_are() -> None:
    most = Decimal("9" * MAX_DIGITS)
    assert least(EXACT.multiply(most, most), "decimal", above=True) == EXACT.add(EXACT.multiply(most, most), STEP)


@pytest.mark.parametrize(
    ("value", "lowest", "grain", "near"),
    [
        (18, 0, "whole", 17),
        (18, 18, "whole", 17),
        (date(2018, 3, 1), date(2018, 3, 1), "day", date(2018, 2, 28)),
        (Decimal("20.5"), 0, "decimal", 20),
        (Decimal("20.5"), Decimal("20.2"), "decimal", Decimal("20.4999")),
        (21, 20, "decimal", 20),
        (21, Decimal("20.5"), "decimal", Decimal("20.9999")),
    ],
)
def test_an_example_below_a_bound_is_as_round_as_there_is_room(
    value: Ordered, lowest: Ordered, grain: Grain, near: Ordered
) -> None:
    """Who must have less than 20.50 a month is told of 20, not of 20.4999."""
    assert before(value, lowest, grain) == near
