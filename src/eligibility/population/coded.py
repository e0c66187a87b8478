"""Rows told apart as far as an edition can: the kind of person each is, as one number or a few."""

from collections.abc import Iterable, Iterator, Sequence
from math import prod
from typing import NamedTuple

import polars as pl

from eligibility.law.condition import parsed
from eligibility.law.filing_facts import FILING_FACTS
from eligibility.law.logic import facts_read
from eligibility.law.vocabulary import Fact
from eligibility.population.held import PAPER, cell_of
from eligibility.population.inquiry import DAY
from eligibility.population.table_heading import SUBMITTED
from eligibility.reasoning.plan import Plan

ROOM = 1 << 62
"""of a whole number with a sign"""


class Digit(NamedTuple):
    """Which of so many a row is, from 0."""

    said: pl.Expr
    among: int


def told_by(plan: Plan) -> dict[str, None]:
    """Facts by which an answer may be told otherwise though no conclusion reads them: those about the filing, and those of
    remarks that stand with a line's source."""
    remarks = (flag for entry in plan.entries for flag in entry.row.remarks if flag.when)
    return dict.fromkeys((*FILING_FACTS, *(id for one in remarks for id in facts_read(parsed(one.when), plan.categories))))


def key_columns(plan: Plan, reads: Iterable[str]) -> list[pl.Expr]:
    """What tells rows apart, of the columns that are read: their kinds packed into numbers, and days that are looked at side
    by side as they stand."""
    digits, apart = list[Digit](), list[str]()
    for column in reads:
        digit = _digit(plan, column)
        if digit:
            digits.append(digit)
        else:
            apart.append(column)
    if plan.of_the_day:
        apart.append(DAY)
    packed = [_packed(part).alias(f"#key{at}") for at, part in enumerate(_fitting(digits))]
    return [*packed, *(pl.col(column).alias(f"#by {column}") for column in apart)]


def _digit(plan: Plan, column: str) -> Digit | None:
    told = pl.col(column)
    if column.startswith(SUBMITTED):
        return Digit(_code(told.to_physical()), len(PAPER) + 1)
    fact = plan.facts[column]
    if fact.type == "bool":
        return Digit(_code(told), 3)
    if fact.type == "choice" and not fact.many:
        return Digit(_code(told.to_physical()), len(fact.values or ()) + 1)
    found = plan.cells.get(column)
    return _cut(told, fact, found) if found else None


def _cut(told: pl.Expr, fact: Fact, lowest: Sequence[object]) -> Digit:
    """Of what has an order, the cell it lies in: of each the lowest value is known, and the first has all below too."""
    bounds = [cell_of(fact, bound) for bound in lowest[1:]]  # type: ignore[arg-type]
    reached = [(told >= pl.lit(bound)).cast(pl.Int64) for bound in bounds]
    cell = pl.sum_horizontal(reached) if reached else pl.lit(0, pl.Int64)
    return Digit(pl.when(told.is_null()).then(0).otherwise(cell + 1), len(lowest) + 1)


def _code(told: pl.Expr) -> pl.Expr:
    """Nothing is 0."""
    return (told.cast(pl.Int64) + 1).fill_null(0)


def _fitting(digits: list[Digit]) -> Iterator[list[Digit]]:
    """As many at once as one number has room for."""
    part: list[Digit] = []
    for digit in digits:
        if prod(one.among for one in part) * digit.among > ROOM:
            yield part
            part = []
        part.append(digit)
    yield part


def _packed(digits: list[Digit]) -> pl.Expr:
    found = pl.lit(0, pl.Int64)
    for digit in digits:
        found = found * digit.among + digit.said
    return found
