"""A year of the working calendar as it is written; it is read in `law/daysoff.py`, and editors are told of it here."""

from datetime import date
from typing import NamedTuple

from eligibility.law.daysoff import DataKind
from eligibility.words.text import Text


class WrittenDayOff(NamedTuple):
    date_: date
    kind: DataKind
    name: Text
    for_: date | None = None
    estimated: bool = False


class WrittenWorkingDay(NamedTuple):
    date_: date
    name: Text
    for_: date


class CalendarSource(NamedTuple):
    title: str
    url: str


class WrittenYear(NamedTuple):
    days_off: tuple[WrittenDayOff, ...]
    working: tuple[WrittenWorkingDay, ...]
    sources: tuple[CalendarSource, ...] = ()
