"""The check digit of an IIN, by its two passes, against a count of its own. The numbers have a 19th-century code: nobody's."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eligibility.reasoning.iin import birth_date_of, check_digit, check_iin

DIGITS = "0123456789"

bodies = st.text(DIGITS, min_size=11, max_size=11)
"""the first eleven digits"""
of_persons = bodies.filter(lambda body: body[4] not in "456")


def counted(body: str) -> tuple[int, int]:
    """What the two passes leave, digit by digit."""
    first = second = 0
    for place, sign in enumerate(body, start=1):
        first += int(sign) * place
        second += int(sign) * (place + 2 if place <= 9 else place - 9)
    return first % 11, second % 11


def expected(body: str) -> int | None:
    first, second = counted(body)
    if first < 10:
        return first
    return second if second < 10 else None


@pytest.mark.parametrize("iin", ["900101100004", "900101100500"])
def test_a_number_of_each_pass(iin: str) -> None:
    assert check_iin(iin) == "valid"
    assert (counted(iin[:11])[0] == 10) == (iin == "900101100500")


@pytest.mark.parametrize("last", DIGITS)
def test_a_body_that_no_digit_completes(last: str) -> None:
    assert counted("90010110055") == (10, 10)
    assert check_iin("90010110055" + last) == "wrong-check-digit"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9",
        "90010110000",
        "9001011000040",
        "90010110000x",
        " 90010110004",
        "900101 10004",
        "٩٠٠١٠١١٠٠٠٠٤",
        "９０01０1100004",
        "²00101100004",
    ],
)
def test_what_is_not_twelve_digits(text: str) -> None:
    assert check_iin(text) == "not-twelve-digits"


@given(st.text(max_size=14))
def test_any_text_has_a_verdict(text: str) -> None:
    assert (check_iin(text) == "not-twelve-digits") == (len(text) != 12 or not set(text) <= set(DIGITS))


@given(bodies, st.sampled_from(DIGITS))
def test_a_business_has_its_own_digit(body: str, last: str) -> None:
    assert (check_iin(body + last) == "business-number") == (body[4] in "456")


@given(of_persons)
def test_one_digit_at_most_completes_a_body(body: str) -> None:
    valid = [last for last in DIGITS if check_iin(body + last) in ("valid", "impossible-birth-date")]
    digit = expected(body)
    assert valid == ([] if digit is None else [str(digit)])
    assert {check_iin(body + last) for last in DIGITS} <= {"valid", "impossible-birth-date", "wrong-check-digit"}


@given(of_persons)
def test_the_second_pass_counts_only_after_a_ten(body: str) -> None:
    first, second = counted(body)
    assert check_digit([int(sign) for sign in body]) == (first if first != 10 else None if second == 10 else second)


@given(of_persons.filter(lambda body: counted(body)[0] == 10))
def test_bodies_of_the_second_pass(body: str) -> None:
    assert check_digit([int(sign) for sign in body]) == expected(body)


@given(of_persons, st.integers(0, 9), st.sampled_from(DIGITS))
def test_one_wrong_digit_of_the_first_ten_is_seen_in_the_first_pass(body: str, at: int, sign: str) -> None:
    other = body[:at] + sign + body[at + 1 :]
    assume(other != body and counted(body)[0] < 10 and counted(other)[0] < 10)
    assert check_iin(other + str(expected(body))) in ("wrong-check-digit", "business-number")


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.booleans(), st.text(DIGITS, min_size=4, max_size=4))
def test_the_birth_date_is_read_back(born: date, woman: bool, serial: str) -> None:
    century = (born.year // 100 - 18) * 2 + 1 + woman
    assert birth_date_of(f"{born:%y%m%d}{century}{serial}0") == born


@pytest.mark.parametrize("iin", ["900101000000", "900101700000", "901301100000", "900230100000"])
def test_a_number_without_a_birth_date(iin: str) -> None:
    assert birth_date_of(iin) is None


@pytest.mark.parametrize(
    ("body", "possible"),
    [
        ("00000000000", False),
        ("99139930001", False),
        ("90063110000", False),
        ("90022810000", True),
        ("90022910000", False),
        ("92022910000", True),
        ("90022900000", True),
        ("90023000000", False),
        ("90010190000", True),
    ],
)
def test_a_birth_date_that_cannot_be(body: str, possible: bool) -> None:
    """Of a number that tells no century, 29 February may be."""
    digit = expected(body)
    assert digit is not None
    assert check_iin(f"{body}{digit}") == ("valid" if possible else "impossible-birth-date")
