"""The ledger drawn in plain letters: a short line for each step, a sign for each day or for a few."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from eligibility.terms.counting import Counted
from eligibility.terms.ledger import Ledger, Row, Stated

COUNTED, MAYBE, PASSED, NO_DAY, EMPTY, OPEN = "█", "▒", "░", "○", "·", "?"


class Bar(NamedTuple):
    of: Row | Stated
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
    drawn: list[Row | Stated] = [*ledger.rows, *ledger.stated]
    return Bars(first, last, each, tuple(Bar(one, "".join(_signs(one, first, days, each))) for one in drawn))


def _signs(one: Row | Stated, first: date, days: int, each: int) -> Iterator[str]:
    for at in range(0, days, each):
        cell = [first + timedelta(days=day) for day in range(at, min(at + each, days))]
        if one.counted is None:
            yield OPEN if at == 0 else EMPTY
        else:
            yield _sign(one.counted, cell, isinstance(one, Row) and one.alternative)


def _sign(counted: Counted, cell: list[date], alternative: bool) -> str:
    inside = [day for day in cell if counted.start <= day <= counted.end]
    if not inside:
        return EMPTY
    if counted.due is None:
        return NO_DAY if counted.start in inside else EMPTY
    passed = {off.day for off in counted.skipped}
    if passed.issuperset(inside):
        return PASSED
    return MAYBE if alternative else COUNTED
