"""People as rows of a table, and what columns say of each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import polars as pl

from eligibility.law.condition import Value
from eligibility.law.logic import Truth
from eligibility.population.columns import BROUGHT, Columns
from eligibility.population.expression import Expression
from eligibility.population.held import PAPER, frame
from eligibility.population.in_polars import InPolars
from eligibility.population.table_heading import SUBMITTED
from eligibility.reasoning.case import Case, Presented
from eligibility.reasoning.plan import Plan

__all__ = ["Row", "Said", "Table", "papers_read", "slots_said"]

Truths = tuple[Truth, ...]


class Row(NamedTuple):
    """Somebody who files on a day, as far as known."""

    facts: Mapping[str, Value]
    day: date
    papers: Mapping[str, str] | None = None
    """of each document a word; None where nothing is said of what was brought"""

    @classmethod
    def of(cls, facts: Mapping[str, Value | None], day: date, papers: Mapping[str, str] | None = None) -> "Row":
        return cls({id: value for id, value in facts.items() if value is not None}, day, papers)

    def case(self, service: str, act: str) -> Case:
        submitted = None
        if self.papers is not None:
            submitted = tuple(Presented(id, BROUGHT[word]) for id, word in self.papers.items() if word != "no")
        return Case(service, self.day, act, facts=self.facts, submitted=submitted)


class Said(NamedTuple):
    """What columns say of a row."""

    slots: Truths
    refuses: bool
    beyond: bool


@dataclass(frozen=True)
class Table:
    """Rows with columns for these facts and documents; of others nothing is known."""

    plan: Plan
    facts: Sequence[str]
    papers: Sequence[str]
    rows: Sequence[Row]

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.facts, *(f"{SUBMITTED}{id}" for id in self.papers))

    def said(self) -> list[Said]:
        columns = Columns.of(self.plan, self.names)
        polars = InPolars(self.plan.facts)
        refuses, beyond = polars.said(columns.refuses).alias("refuses"), polars.said(columns.beyond).alias("beyond")
        found, names = slots_said(self.plan, columns, self.frame().lazy())
        rows = found.with_columns(refuses, beyond).select(*names, "refuses", "beyond").collect()
        return [Said(one[:-2], *one[-2:]) for one in rows.iter_rows()]

    def where(self, expression: Expression) -> list[Truth]:
        said = InPolars(self.plan.facts).said(expression).alias("found")
        return self.frame().with_columns(said)["found"].to_list()

    def frame(self) -> pl.DataFrame:
        known = frame(self.plan.facts, {id: [row.facts.get(id) for row in self.rows] for id in self.facts})
        days = pl.Series("on", [row.day for row in self.rows], pl.Date)
        words = ([(row.papers or {}).get(id) for row in self.rows] for id in self.papers)
        papers = (pl.Series(f"{SUBMITTED}{id}", one, pl.Enum(PAPER)) for id, one in zip(self.papers, words, strict=True))
        return pl.DataFrame([days, *known, *papers])


def slots_said(plan: Plan, columns: Columns, table: pl.LazyFrame) -> tuple[pl.LazyFrame, list[str]]:
    """The table with a column for every slot, and how these are called."""
    named = {f"slot {at}": at for at in range(len(columns.truths))}
    return InPolars(plan.facts).truths(table, columns, named), list(named)


def papers_read(plan: Plan) -> list[str]:
    """Every document that may count for a line."""
    return sorted({id for entry in plan.entries for id in entry.serving})
