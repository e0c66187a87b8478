"""Every kind of person that two editions can tell apart, as a table: what is unknown counted as a value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import prod
from typing import Any, cast

import polars as pl

from eligibility.law.condition import Value
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.logic import facts_read
from eligibility.law.space import cells
from eligibility.law.vocabulary import Fact
from eligibility.population.expression import any_of_them, inverse, is_true
from eligibility.population.held import cell_of, kind_of, value_of
from eligibility.population.in_polars import InPolars
from eligibility.population.inquiry import DAY, Inquiry
from eligibility.reasoning.plan import Plan

CellsByFact = Mapping[str, tuple[Value | None, ...]]
"""by fact one value of every kind, and none for what is unknown"""


@dataclass(frozen=True)
class Kinds:
    """Of the facts that some plans read, all combinations that contradict nothing."""

    plans: Sequence[Plan]
    cells: CellsByFact

    @classmethod
    def of(cls, plans: Sequence[Plan], only: Iterable[str] | None = None) -> "Kinds":
        """Told apart by any of the plans; of these facts alone, where some are named."""
        read = dict.fromkeys(chain.from_iterable(plan.space for plan in plans))
        named = [id for id in read if only is None or id in only]
        found: dict[str, tuple[Value | None, ...]] = {}
        for id in named:
            found[id] = (*_merged(plan.space.get(id, ()) for plan in plans), None)
        for id in _newly_ruled_out(plans):
            if id not in found:
                found[id] = (*_merged(cells(id, plan.looks) for plan in plans if id in plan.facts), None)
        if any(plan.of_the_day for plan in plans):
            found[DAY] = _merged(cells(FILING_DAY, plan.looks) for plan in plans)
        return cls(plans, found)

    @property
    def size(self) -> int:
        """How many, before the contradictory ones are left out."""
        return prod(map(len, self.cells.values()))

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """With all the values that any of the plans knows."""
        found: dict[str, Fact] = {}
        for id, fact in chain.from_iterable(plan.facts.items() for plan in self.plans):
            before = found.get(id)
            values = {**(before.values or {}), **(fact.values or {})} if before else fact.values
            found[id] = fact._replace(values=values)
        return found

    def table(self) -> pl.LazyFrame:
        """Row by row in the order of the values, the unknown last."""
        whole = pl.LazyFrame({"_": [None]})
        for id, values in self.cells.items():
            whole = whole.join(self._column(id, values), how="cross", maintain_order="left_right")
        return whole.drop("_").filter(*self._possible()).collect().lazy()

    def _column(self, id: str, values: tuple[Value | None, ...]) -> pl.LazyFrame:
        kind: Any = pl.Date() if id == DAY else kind_of(self.facts[id])
        held = values if id == DAY else [cell_of(self.facts[id], value) for value in values]
        return pl.LazyFrame({id: held}, schema={id: kind})

    def _possible(self) -> Iterator[pl.Expr]:
        for plan in self.plans:
            asked = Inquiry(plan.facts, plan.categories, plan.parameters, frozenset(self.cells))
            trees = dict.fromkeys(chain.from_iterable(plan.contradictions.values()))
            against = any_of_them(is_true(asked.condition(tree)) for tree in trees)
            yield InPolars(self.facts).said(inverse(against))

    def facts_of(self, row: Mapping[str, Any]) -> dict[str, Value]:
        """What is known of the person in a row."""
        known = ((id, row[id] if id == DAY else value_of(self.facts[id], row[id])) for id in self.cells)
        return {id: value for id, value in known if value is not None}


def _newly_ruled_out(plans: Sequence[Plan]) -> Iterator[str]:
    """Facts of contradictions that another plan does not know, though it reads one of their facts: by that plan a person can
    be whom the contradiction rules out."""
    for plan in plans:
        for tree in dict.fromkeys(chain.from_iterable(plan.contradictions.values())):
            read = facts_read(tree, plan.categories).keys()
            if any(tree not in other.contradictions.get(id, ()) for other in plans for id in read & other.space.keys()):
                yield from (id for id in read if id in plan.facts)


def _merged(found: Iterable[tuple[Value, ...]]) -> tuple[Value, ...]:
    """In the order of the values, where they have one."""
    values = tuple(dict.fromkeys(chain.from_iterable(found)))
    ordered = bool(values) and not isinstance(values[0], (str, bool, tuple))
    return tuple(sorted(cast("Any", values))) if ordered else values
