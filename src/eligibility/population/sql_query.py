"""The query that decides a database's table of people: what a ministry's own engine runs over rows that stay where they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from eligibility.engine import Engine
from eligibility.law.filing_facts import REQUEST
from eligibility.population.edition_in_sql import CONCLUDED, PROBLEM, EditionInSql, QueryStep, select
from eligibility.population.in_sql import Dialect, InSql
from eligibility.population.rows_in_sql import PLACE, WRONG, RowsInSql
from eligibility.population.spans import Decider
from eligibility.population.spans_in_sql import EDITION, OFFERED, PLAN, REFUSED, STATE, STATUS, UNTOLD, SpansInSql
from eligibility.population.table_heading import ACT, SUBMITTED, TableHeading
from eligibility.reasoning.plan import Plan, PlanKey

NOT_HELD = "no-edition"
"""how matters stand where a region has no edition of a service"""
OWN_WORDS = (EDITION, STATUS, STATE, PROBLEM, *CONCLUDED)
"""columns that the query makes"""


@dataclass(frozen=True)
class SqlQuery:
    """Of every row what edition decides it, what is wrong with it, and what is concluded."""

    engine: Engine
    heading: TableHeading
    dialect: Dialect
    table: str
    services: tuple[str, ...] = ()
    """rows of these alone; of none named, all rows"""
    as_if_in_force: bool = False
    tells_state: bool = False
    """whether each row also has the number of what decides it"""

    def text(self) -> str:
        editions = {number: EditionInSql(self._sql, self._plan(key), self._columns) for key, number in self._law.plans.items()}
        steps, found = [*self._rows()], [self._undecided()]
        for number, edition in editions.items():
            mine = [*edition.steps(self._sql.step("placed"), self._kept, self._is_good(number), f"edition_{number}")]
            steps += mine
            found.append(select([*self._heads(), *edition.concluded()], mine[-1].name))
        named = ",\n".join(f"{step.name} AS (\n{step.text}\n)" for step in steps)
        return f"-- rules {self.engine.pack.digest}\nWITH\n{named}\n" + "\nUNION ALL\n".join(found) + "\n"

    @property
    def states(self) -> tuple[Decider, ...]:
        """What decides any row, in the order of its numbers."""
        return tuple(self._law.states)

    @cached_property
    def _sql(self) -> InSql:
        return InSql(self.dialect)

    @cached_property
    def _people(self) -> RowsInSql:
        return RowsInSql(self._sql, self.heading, self.engine.pack)

    @cached_property
    def _law(self) -> SpansInSql:
        services = self.services or tuple(self.engine.pack.services)
        return SpansInSql(self.engine, self._sql, self.heading, services, self.as_if_in_force, self.tells_state)

    @property
    def _columns(self) -> tuple[str, ...]:
        return *self.heading.known, *(f"{SUBMITTED}{id}" for id in self.heading.documents)

    @property
    def _kept(self) -> list[str]:
        return [*self._people.carried, *map(self._sql.step, self._told)]

    @property
    def _told(self) -> tuple[str, ...]:
        return (EDITION, STATUS, STATE) if self.tells_state else (EDITION, STATUS)

    def _plan(self, key: PlanKey) -> Plan:
        return self.engine.plan(key)[0]

    def _rows(self) -> Iterator[QueryStep]:
        """The table as it is read, what is wrong with its rows, what decides when, and what decides each row."""
        sql = self._sql
        people, checked, spans, placed = map(sql.step, ("people", "checked", "spans", "placed"))
        yield QueryStep(people, self._people.read(self.table, self.services))
        yield QueryStep(checked, self._people.checked(people))
        yield QueryStep(f"{spans} ({self._law.heads()})", self._law.rows())
        told = [f"s.{sql.step(name)}" for name in (PLAN, EDITION, STATE)]
        made = [f"{self._status()} AS {sql.step(STATUS)}", f"{self._problem()} AS {sql.step(PROBLEM)}"]
        joined = f"{checked} AS c\nLEFT JOIN {spans} AS s\n  ON {self._law.on(PLACE)} AND c.{sql.step(WRONG)} IS NULL"
        yield QueryStep(placed, select(["c.*", *told, *made], joined))

    def _status(self) -> str:
        """How the edition of a row stands; of a region that has none, that."""
        sql = self._sql
        status, right = f"s.{sql.step(STATUS)}", f"c.{sql.step(WRONG)} IS NULL"
        elsewhere = f" AND c.{sql.name(ACT)} IS NULL" if ACT in self.heading.places else ""
        return f"CASE WHEN {status} IS NOT NULL THEN {status} WHEN {right}{elsewhere} THEN {sql.text(NOT_HELD)} END"

    def _problem(self) -> str:
        """What is wrong with a row itself, or with what it asks for where it asks for it."""
        sql = self._sql
        wrong, offered = f"c.{sql.step(WRONG)}", f"s.{sql.step(OFFERED)}"
        found = [f"WHEN {wrong} IS NOT NULL THEN {wrong}"]
        if ACT in self.heading.places:
            found.append(f"WHEN s.{sql.step(PLAN)} IS NULL AND c.{sql.name(ACT)} IS NOT NULL THEN 'not-regulated'")
        if REQUEST in self.heading.facts:
            without = f"REPLACE({offered}, ';' || c.{sql.name(REQUEST)} || ';', ';')"
            found.append(f"WHEN {without} = {offered} THEN s.{sql.step(REFUSED)}")
        return "CASE\n    " + "\n    ".join(found) + "\n  END"

    def _is_good(self, plan: int) -> str:
        return f"{self._sql.step(PLAN)} = {plan} AND {self._sql.step(PROBLEM)} IS NULL"

    def _undecided(self) -> str:
        """Rows of which no more is said than what is wrong with them, or how their edition stands."""
        sql = self._sql
        problem, plan = sql.step(PROBLEM), sql.step(PLAN)
        said = [f"{problem} AS {sql.name(PROBLEM)}", *(f"{sql.no_text} AS {sql.name(name)}" for name in CONCLUDED)]
        return select(
            [*self._heads(), *said], sql.step("placed"), f"{problem} IS NOT NULL OR COALESCE({plan}, {UNTOLD}) = {UNTOLD}"
        )

    def _heads(self) -> list[str]:
        sql = self._sql
        carried = zip(self._people.carried, self.heading.carried, strict=True)
        told = [f"{sql.step(name)} AS {sql.name(name)}" for name in self._told]
        return [*(f"{way} AS {sql.name(name)}" for way, name in carried), *told]
