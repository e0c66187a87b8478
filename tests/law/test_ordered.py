"""Where a comparison turns, for numbers as long as the program takes them and for their products."""

from decimal import Context, Decimal

from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.ordered import DECIMALS, MAX_DIGITS, STEP, exact, is_exact, least

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
