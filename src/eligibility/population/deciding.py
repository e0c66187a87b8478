"""Rows decided: of each kind of person that is met one is decided by the engine, and the columns must conclude the same."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.engine import Engine
from eligibility.law.logic import Truth
from eligibility.population.bad_rows import case_of
from eligibility.population.coded import key_columns, told_by
from eligibility.population.columns import Columns
from eligibility.population.in_polars import InPolars
from eligibility.population.spans import Decider
from eligibility.population.table_heading import ROW, SERVICE, STATE, SUBMITTED, TableHeading
from eligibility.reasoning.inference import EngineDisagreement
from eligibility.reasoning.plan import Plan

ANSWER, COUNT = "#answer", "#count"
FIRST, BEYOND = "#first", "#beyond"
MOST_KINDS = 2_000_000
"""of one edition kept at hand; what is met again after that is decided again, and the same"""

Numbering = Callable[[Answer | NoEdition], int]
"""the number that an answer goes by"""


@dataclass(eq=False)
class Sorter:
    """What one state of the law makes of rows: kinds met so far, with the number of the answer to each."""

    engine: Engine
    state: Decider
    heading: TableHeading
    number: Numbering
    checked: bool
    as_if_in_force: bool
    _met: pl.DataFrame | None = None

    @cached_property
    def plan(self) -> Plan | None:
        """Nothing where no edition is held, or none that answers on the day."""
        if self.state.plan is None or not (self.state.answers or self.as_if_in_force):
            return None
        return self.engine.plan(self.state.plan)[0]

    @cached_property
    def columns(self) -> Columns | None:
        papers = (f"{SUBMITTED}{id}" for id in self.heading.documents)
        return Columns.of(self.plan, (*self.heading.known, *papers)) if self.plan else None

    @cached_property
    def keys(self) -> list[pl.Expr]:
        if self.plan and self.columns:
            told = [fact for fact in told_by(self.plan) if fact in self.heading.known]
            return key_columns(self.plan, dict.fromkeys((*self.columns.reads, *told)))
        if self.state.plan:
            return [pl.lit(0, pl.Int64).alias("#key0")]
        return [pl.col(name).cast(pl.String).alias(f"#by {name}") for name in (SERVICE, *self.heading.places)]

    @cached_property
    def names(self) -> list[str]:
        return [key.meta.output_name() for key in self.keys]

    def kinds(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The kinds of person in these rows: how many there are of each, and the number of the answer to it."""
        found = (
            rows.lazy()
            .select(*self.keys, pl.int_range(pl.len()).alias(FIRST))
            .group_by(self.names)
            .agg(pl.len().alias(COUNT), pl.col(FIRST).min())
            .sort(FIRST)
            .collect()
        )
        if self._met is None or self._met.height > MOST_KINDS:
            self._met = self._with_answers(found.clear(), rows)
        fresh = found.join(self._met, on=self.names, how="anti", nulls_equal=True, maintain_order="left")
        if fresh.height:
            self._met = pl.concat([self._met, self._with_answers(fresh, rows)])
        return found.join(self._met, on=self.names, how="left", nulls_equal=True, maintain_order="left")

    def answered(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Each row with the number of its answer."""
        kinds = self.kinds(rows).select(*self.names, ANSWER)
        keyed = rows.select(ROW, *self.keys)
        return keyed.join(kinds, on=self.names, how="left", nulls_equal=True, maintain_order="left").select(ROW, ANSWER)

    def _with_answers(self, fresh: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
        numbers = self._numbers(rows[fresh[FIRST].to_list()]) if fresh.height else []
        return fresh.select(self.names).with_columns(pl.Series(ANSWER, numbers, dtype=pl.Int64))

    def _numbers(self, rows: pl.DataFrame) -> list[int]:
        """Of one row of each kind."""
        cases = rows.iter_rows(named=True)
        if self.plan is None or self.columns is None:
            return [self.number(self._answer(row)) for row in cases]
        truths = self._truths(self.plan, self.columns, rows)
        numbers = [0] * rows.height
        # Those of the same truths one after the other: the engine remembers what it has just concluded.
        for at, row, said in sorted(zip(range(rows.height), cases, truths, strict=True), key=lambda one: str(one[2])):
            numbers[at] = self._number(row, said)
        return numbers

    def _truths(self, plan: Plan, columns: Columns, rows: pl.DataFrame) -> Iterator[tuple[Truth, ...] | None]:
        """What the columns say of each, nothing where they cannot say all; unchecked they are asked for no conclusion."""
        said = InPolars(self.engine.pack.facts)
        slots = len(columns.truths) if self.checked else len(plan.program.atoms)
        beyond = rows.lazy().with_columns(said.said(columns.beyond).alias(BEYOND))
        found = said.truths(beyond, columns, {f"#slot{at}": at for at in range(slots)})
        for beyond_columns, *truths in found.select(BEYOND, *(f"#slot{at}" for at in range(slots))).collect().iter_rows():
            yield None if beyond_columns else tuple(truths)

    def _number(self, row: Mapping[str, object], said: tuple[Truth, ...] | None) -> int:
        """Each kind is answered for itself: who is concluded the same of may still be told it in other words."""
        answer = self._answer(row)
        if said is not None:
            self._agree(answer, said)
        return self.number(answer)

    def _answer(self, row: Mapping[str, object]) -> Answer | NoEdition:
        return self.engine.any_answer(self.engine.read(case_of(row, self.heading, self.engine.pack)), self.as_if_in_force)

    def _agree(self, answer: Answer | NoEdition, said: tuple[Truth, ...]) -> None:
        """By the same edition, all that was said of it; else there is no answer at all."""
        if isinstance(answer, NoEdition) or answer.decision.plan is not self.plan:
            raise EngineDisagreement(["edition"])
        slots = answer.decision.slots
        differing = [at for at, truth in enumerate(said) if slots[at] is not truth]
        if differing and self.plan:
            raise EngineDisagreement([self.plan.names[at] for at in differing])


@dataclass(eq=False)
class Deciding:
    """All rows of a table, whatever they ask for."""

    engine: Engine
    states: tuple[Decider, ...]
    heading: TableHeading
    number: Numbering
    checked: bool = True
    as_if_in_force: bool = False
    _sorters: dict[int, Sorter] = field(default_factory=dict)

    def answered(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Rows that are cases, each with the number of its answer, in their order."""
        parts = [sorter.answered(part) for sorter, part in self._parts(rows)]
        return pl.concat(parts).sort(ROW) if parts else pl.DataFrame(schema={ROW: rows.schema[ROW], ANSWER: pl.Int64})

    def kinds(self, rows: pl.DataFrame, by: tuple[str, ...]) -> Iterator[tuple[tuple[object, ...], pl.DataFrame]]:
        """By these columns the kinds of person in the rows."""
        for sorter, part in self._parts(rows):
            for named, some in part.partition_by(by, as_dict=True).items():
                yield named, sorter.kinds(some)

    def _parts(self, rows: pl.DataFrame) -> Iterator[tuple[Sorter, pl.DataFrame]]:
        for (state,), part in rows.partition_by(STATE, as_dict=True).items():
            yield self._sorter(int(state)), part

    def _sorter(self, state: int) -> Sorter:
        found = self._sorters.get(state)
        if found is None:
            how = (self.heading, self.number, self.checked, self.as_if_in_force)
            found = self._sorters[state] = Sorter(self.engine, self.states[state], *how)
        return found
