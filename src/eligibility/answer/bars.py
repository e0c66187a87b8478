"""The ledger drawn in plain letters: a short line for each step, a sign for each day or for a few."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from eligibility.terms.course import Placed
from eligibility.terms.ledger import Ledger, Stated, StepRow

COUNTED, LATER, MAYBE, PASSED, NO_DAY, EMPTY, OPEN = "█", "▓", "▒", "░", "○", "·", "?"


class Bar(NamedTuple):
    of: StepRow | Stated
    signs: str


class Bars(NamedTuple):
    first: date
    last: date
    days_a_sign: int
    lines: tuple[Bar, ...]


def bars(ledger: Ledger, room: int) -> Bars | None:
    """Lines of at most so many signs; nothing where there is nothing to draw."""
    if ledger.extent is None or not (ledger.rows or ledger.stated):
        return None
    first, last = ledger.extent
    days = (last - first).days + 1
    each = -(-days // room)
    drawn: list[StepRow | Stated] = [*ledger.rows, *ledger.stated]
    return Bars(first, last, each, tuple(Bar(one, "".join(_signs(ledger, one, first, days, each))) for one in drawn))


def _signs(ledger: Ledger, one: StepRow | Stated, first: date, days: int, each: int) -> Iterator[str]:
    for at in range(0, days, each):
        cell = [first + timedelta(days=day) for day in range(at, min(at + each, days))]
        if one.placed is None or not one.placed.dated:
            yield OPEN if at == 0 else EMPTY
        else:
            yield _sign(one.placed, cell, ledger.passed(one.placed), isinstance(one, StepRow) and one.alternative)


def _sign(placed: Placed, cell: list[date], passed: set[date], alternative: bool) -> str:
    start, sure, last = placed.early.start, placed.early.end.day, placed.late.end.day
    inside = [day for day in cell if start <= day <= last]
    if not inside:
        return EMPTY
    if placed.dues is None:
        return NO_DAY if start in inside else EMPTY
    if passed.issuperset(inside):
        return PASSED
    if alternative:
        return MAYBE
    return COUNTED if any(day <= sure for day in inside) else LATER
