"""Parameters: amounts that the law sets anew from day to day, such as an index or a minimum, and what each is on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from eligibility.law.condition import Value
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.ordered import exact
from eligibility.words.text import Text


class ParameterValue(NamedTuple):
    from_: date
    value: Decimal
    until: date | None = None
    """the last day for which it is known; without it up to the next value"""
    source: Text | None = None


class Parameter(NamedTuple):
    name: Text
    values: tuple[ParameterValue, ...]
    unit: Text | None = None


Parameters = Mapping[str, Parameter]


def value_on(parameter: Parameter, day: date) -> Value | None:
    """None on a day for which no value is known: it is never guessed."""
    begun = [one for one in parameter.values if one.from_ <= day]
    if not begun:
        return None
    last = max(begun, key=lambda one: one.from_)
    return exact(last.value) if last.until is None or day <= last.until else None


def of_day(names: Iterable[str], parameters: Parameters, day: date) -> dict[str, Value]:
    """What the day of filing gives of these names: the day itself, and the parameters known on it. Nobody is asked for them."""
    found: dict[str, Value] = {}
    for name in names:
        value = day if name == FILING_DAY else value_on(parameters[name], day) if name in parameters else None
        if value is not None:
            found[name] = value
    return found


def turns(parameters: Iterable[Parameter]) -> Iterator[date]:
    """The days on which one of them becomes another."""
    for parameter in parameters:
        for one in parameter.values:
            yield one.from_
            if one.until is not None and one.until < date.max:
                yield one.until + timedelta(days=1)
