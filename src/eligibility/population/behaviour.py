"""What two editions conclude of every kind of person, side by side: who comes out otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import polars as pl

from eligibility.law.condition import Value
from eligibility.law.logic import Truth
from eligibility.population.columns import Columns
from eligibility.population.in_polars import InPolars
from eligibility.population.inquiry import DAY
from eligibility.population.person_kinds import Kinds
from eligibility.reasoning.plan import Plan

MOST = 3_000_000
"""kinds of person; of editions that tell more apart, each conclusion is looked at by the facts that bear on it alone"""

Pair = tuple[int | None, int | None]
"""the slot of a conclusion in either edition; none where the edition has no such rule, so that it holds for nobody"""


class Flip(NamedTuple):
    """Kinds of person for whom a conclusion comes out otherwise."""

    before: Truth
    after: Truth
    kinds: int
    known: int
    """how many of them are known in all that is asked"""
    example: Mapping[str, Value]
    """the plainest of them: the fewest facts known, then the first in the order of values"""


class Behaviour(NamedTuple):
    kinds: int
    """of person, those left out whose facts cannot be true together; what is unknown counts as a value"""
    known: int
    changed: int
    """of them those for whom anything comes out otherwise"""
    flips: tuple[tuple[Flip, ...] | None, ...]
    """of each pair asked about; nothing where there are too many kinds of person to look at"""


def behaviour(old: Plan, new: Plan, pairs: Sequence[Pair]) -> Behaviour:
    kinds = Kinds.of((old, new))
    if kinds.size <= MOST:
        return _compared(kinds, pairs)
    parts = [_of_one(old, new, pair) for pair in pairs]
    changed = max((part.changed for part in parts if part), default=0)
    return Behaviour(kinds.size, 0, changed, tuple(part.flips[0] if part else None for part in parts))


def _of_one(old: Plan, new: Plan, pair: Pair) -> Behaviour | None:
    slots = ((plan, slot) for plan, slot in zip((old, new), pair, strict=True) if slot is not None)
    near = [plan.near([slot]) for plan, slot in slots if slot in plan.conditions]
    kinds = Kinds.of((old, new), only={fact for facts in near for fact in facts})
    return _compared(kinds, [pair]) if kinds.size <= MOST else None


def _compared(kinds: Kinds, pairs: Sequence[Pair]) -> Behaviour:
    old, new = kinds.plans
    said = InPolars(kinds.facts)
    table = kinds.table().with_row_index("_row")
    facts = [id for id in kinds.cells if id != DAY]
    known = pl.sum_horizontal(pl.col(id).is_not_null() for id in facts) if facts else pl.lit(0)
    table = table.with_columns(known.cast(pl.Int64).alias("_known"))
    for side, plan, slots in (("old", old, [pair[0] for pair in pairs]), ("new", new, [pair[1] for pair in pairs])):
        named = {f"_{side}_{slot}": slot for slot in slots if slot is not None}
        table = said.truths(table, Columns.of(plan, kinds.cells), named)
    return _told(kinds, table.collect(), pairs, len(facts))


def _told(kinds: Kinds, table: pl.DataFrame, pairs: Sequence[Pair], facts: int) -> Behaviour:
    whole = int((table["_known"] == facts).sum())
    turned = [old.ne_missing(new) for old, new in map(_sides, pairs)]
    changed = int(table.select(pl.any_horizontal(turned).sum()).item()) if turned else 0
    return Behaviour(table.height, whole, changed, tuple(tuple(_flips(kinds, table, pair, facts)) for pair in pairs))


def _sides(pair: Pair) -> tuple[pl.Expr, pl.Expr]:
    """What the editions conclude, row by row."""
    old, new = (
        pl.lit(False) if slot is None else pl.col(f"_{side}_{slot}") for side, slot in zip(("old", "new"), pair, strict=True)
    )
    return old, new


def _flips(kinds: Kinds, table: pl.DataFrame, pair: Pair, facts: int) -> Iterator[Flip]:
    """The plainest first."""
    old, new = _sides(pair)
    plainest = (pl.col("_known") * table.height + pl.col("_row")).arg_min()
    turned = table.lazy().filter(old.ne_missing(new)).group_by(old.alias("_before"), new.alias("_after"))
    found = turned.agg(
        pl.len().alias("_kinds"),
        (pl.col("_known") == facts).sum().alias("_whole"),
        pl.col("_row").get(plainest).alias("_first"),
    )
    for before, after, count, whole, first in found.sort("_first").collect().iter_rows():
        row = table.row(by_predicate=pl.col("_row") == first, named=True)
        yield Flip(before, after, count, whole, kinds.facts_of(row))
