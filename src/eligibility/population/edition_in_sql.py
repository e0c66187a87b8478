"""What one edition concludes of rows, as the steps of a query."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eligibility.law.logic import Truth
from eligibility.population.columns import Columns, ColumnStage
from eligibility.population.expression import FALSE, Computed, Expression, IsKnown, any_of_them
from eligibility.population.in_sql import InSql, Piece
from eligibility.population.table_heading import ON, SUBMITTED
from eligibility.reasoning.plan import Plan

PROBLEM = "problem"
CONCLUDED = ("combination", "conclusions", "required", "undetermined", "not_required", "missing")
"""what is said of a row: the truths of comparisons and of conclusions, a sign each, and documents by their ids, `;a;b;`"""
BEYOND = Computed("beyond")


class QueryStep(NamedTuple):
    """A query that later ones name."""

    name: str
    text: str


class EditionInSql:
    """Says the conclusions of one plan for a table with these columns."""

    def __init__(self, sql: InSql, plan: Plan, columns: Sequence[str]) -> None:
        self._sql, self._plan = sql, plan
        self._columns = Columns.of(plan, columns)
        self._papers = sorted(column for column in columns if column.startswith(SUBMITTED))

    def steps(self, source: str, keep: Sequence[str], where: str, name: str) -> Iterator[QueryStep]:
        """Each reads the one before, the first these rows of the source; what is kept goes along."""
        sql, before = self._sql, source
        reads = dict.fromkeys((ON, *self._columns.reads, *self._papers[:1]))
        taken = [*keep, *map(sql.name, reads)]
        for at, stage in enumerate(self._stages()):
            made = [f"{sql.said(one)} AS {sql.step(column)}" for column, one in stage.columns]
            step = sql.step(f"{name}_{at}")
            yield QueryStep(step, select([*taken, *made], before, where) + sql.apart)
            before, taken, where = step, ["*"], ""

    def _stages(self) -> Sequence[ColumnStage]:
        """At least one; whether a row is beyond what the columns say is told first of all."""
        first, *others = self._columns.stages or (ColumnStage(()),)
        if self._columns.beyond == FALSE:
            return first, *others
        return ColumnStage((*first.columns, (BEYOND.name, self._columns.beyond))), *others

    def concluded(self) -> list[str]:
        """What is wrong with each row of the last step, and what is said of it."""
        sql, said = self._sql, zip(CONCLUDED, (*self._signs(), *self._documents()), strict=True)
        if self._columns.beyond == FALSE:
            return [f"{sql.no_text} AS {sql.name(PROBLEM)}", *(f"{text} AS {sql.name(name)}" for name, text in said)]
        beyond = sql.said(BEYOND)
        return [
            f"CASE WHEN {beyond} THEN 'beyond' END AS {sql.name(PROBLEM)}",
            *(f"CASE WHEN NOT {beyond} THEN {text} END AS {sql.name(name)}" for name, text in said),
        ]

    def _signs(self) -> tuple[str, str]:
        """The truths of atoms, and those of nodes."""
        signs = [self._sql.sign(truth) for truth in self._columns.truths]
        atoms = len(self._plan.program.atoms)
        return self._sql.joined(signs[:atoms]), self._sql.joined(signs[atoms:])

    def _documents(self) -> Iterator[str]:
        """By their lines: required, undetermined, not required, and missing, if it is told what was brought."""
        due, missing = dict[str, list[Expression]](), dict[str, list[Expression]]()
        for entry in self._plan.entries:
            due.setdefault(entry.document, []).append(self._columns.truths[entry.due])
            if entry.missing is not None:
                missing.setdefault(entry.document, []).append(self._columns.truths[entry.missing])
        lines = {id: any_of_them(found) for id, found in due.items()}
        wanted: tuple[Truth, ...] = (True, None, False)
        for truth in wanted:
            yield self._named(lines, truth)
        lacking = self._named({id: any_of_them(found) for id, found in missing.items()}, True)
        told = self._sql.said(IsKnown(self._papers[0])) if self._papers else ""
        yield f"CASE WHEN {told} THEN {lacking} END" if told else self._sql.no_text

    def _named(self, lines: dict[str, Expression], wanted: Truth) -> str:
        """The documents whose line is so."""
        return self._sql.joined([Piece(";"), *(self._sql.where(line, wanted, f"{id};") for id, line in lines.items())])


def select(columns: Sequence[str], source: str, where: str = "") -> str:
    return "SELECT\n  " + ",\n  ".join(columns) + f"\nFROM {source}" + (f"\nWHERE {where}" if where else "")
