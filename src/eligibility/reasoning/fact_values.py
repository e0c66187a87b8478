"""What a case says of each fact, read as the fact's own kind of value."""

from collections.abc import Mapping, MutableMapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from eligibility.diagnostics.meant import masked
from eligibility.law.condition import Value
from eligibility.law.logic import Several
from eligibility.law.ordered import Number, exact, is_exact
from eligibility.law.vocabulary import Fact
from eligibility.plain.reading import Reading
from eligibility.reasoning.naming import names_of_choice, says_yes_or_no

MAX_SIGNS = 40
"""of a number that somebody typed"""


def fact_value(answer: Reading, fact: Fact) -> Value | None:
    """The value; None where there is none, or a wrong one, which is reported."""
    match fact.type:
        case "bool":
            return _truth(answer)
        case "choice":
            return _several(answer, fact) if fact.many else _one(answer, fact)
        case "date":
            return answer.day()
        case "number":
            return _number(answer, fact)
        case _:
            return _whole(answer, fact)


def _truth(answer: Reading) -> bool | None:
    value = answer.data
    if isinstance(value, bool):
        return value
    answer.report("not-true-or-false", id=value if says_yes_or_no(value) else masked(value))
    return None


def _one(answer: Reading, fact: Fact) -> Value | None:
    """The value chosen, with all that it stands for."""
    chosen = answer.id(fact.values or {}, "unknown-value", lambda: names_of_choice(fact))
    if chosen is None or fact.values is None:
        return None
    several = fact.values[chosen].stands_for
    return Several(chosen, several) if several else chosen


def _several(answer: Reading, fact: Fact) -> Value | None:
    """The values chosen, in the order of the fact; of one alone a list is not asked for."""
    values = fact.values or {}
    if isinstance(answer.data, str):
        answer = answer.instead([answer.data])
    entries = answer.entries("not-values", len(values), example=f"[{next(iter(values), '')}]")
    chosen = {entry.id(values, "unknown-value", lambda: names_of_choice(fact)) for entry in entries or ()}
    return None if entries is None or None in chosen else tuple(id for id in values if id in chosen)


def _number(answer: Reading, fact: Fact) -> Value | None:
    number = _exact(answer.data)
    if number is None:
        answer.report("not-a-decimal", id=masked(answer.data))
        return None
    return number if _is_in_range(answer, fact, number) else None


def _exact(value: Any) -> Number | None:
    """A number just as it is written; a float is what prints as it."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, str)):
        return None
    if isinstance(value, int):
        return value if value.bit_length() < MAX_SIGNS * 4 and is_exact(value) else None
    text = str(value)
    if len(text) > MAX_SIGNS or not text.isascii() or "_" in text or text != text.strip():
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return exact(number) if is_exact(number) else None


def _whole(answer: Reading, fact: Fact) -> Value | None:
    value = answer.data
    if not isinstance(value, int) or isinstance(value, bool):
        answer.report("not-a-number", id=masked(value))
        return None
    return value if _is_in_range(answer, fact, value) else None


def _is_in_range(answer: Reading, fact: Fact, number: Number) -> bool:
    low, high = fact.range or (0, 0)
    if not low <= number <= high:
        answer.report("out-of-range", id=masked(number), low=low, high=high)
        return False
    return True


def count_since(
    known: Mapping[str, Fact], reading: Reading, facts: MutableMapping[str, Value], dates: Mapping[str, date], on: date
) -> tuple[str, ...]:
    """Whole years and months since a date are facts like those that somebody counted; which they are."""
    counted = []
    for id, fact in known.items():
        begun = dates.get(fact.since or "")
        if begun is None:
            continue
        since, count = reading.under(str(fact.since)), (whole_years if fact.type == "years" else whole_months)(begun, on)
        if begun > on:
            since.report("date-after-filing", id=begun)
        elif not _is_in_range(since, fact, count):
            continue
        elif facts.setdefault(id, count) != count:
            reading.under(id).report("dates-differ", fact=id, since=fact.since)
        else:
            counted.append(id)
    return tuple(counted)


def whole_years(begun: date, on: date) -> int:
    return on.year - begun.year - ((on.month, on.day) < (begun.month, begun.day))


def whole_months(begun: date, on: date) -> int:
    """A month is over on the day of the same number, or on the first of the next where there is none."""
    return (on.year - begun.year) * 12 + on.month - begun.month - (on.day < begun.day)
