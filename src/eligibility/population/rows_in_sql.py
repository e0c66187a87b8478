"""The rows of a database's table as the editions read them: ages counted, papers told, and what is wrong with a row.

What a case would be refused for is found here too, under the same codes, of each row the first.
"""

from collections.abc import Iterator, Sequence

from eligibility.law.ordered import DECIMALS
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Act, Fact
from eligibility.population.columns import contradictory
from eligibility.population.edition_in_sql import select
from eligibility.population.expression import FALSE
from eligibility.population.held import PAPER
from eligibility.population.in_sql import InSql, balanced
from eligibility.population.spans_in_sql import place_of
from eligibility.population.table_heading import ACT, ON, REGION, SERVICE, SUBMITTED, TableHeading

MeantRow = Iterator[tuple[str, str]]
"""conditions, and the code of the mistake where one holds"""
WRONG, PLACE = "wrong", "place"


class RowsInSql:
    """Says the rows of one table, by its heading."""

    def __init__(self, sql: InSql, heading: TableHeading, pack: Pack) -> None:
        self._sql, self._heading, self._pack = sql, heading, pack
        self._on = sql.name(ON)
        self._papers = [sql.name(f"{SUBMITTED}{id}") for id in heading.documents]

    @property
    def carried(self) -> list[str]:
        """What the columns that go along unread are called on their way."""
        return [self._sql.step(f"carried_{at}") for at, _ in enumerate(self._heading.carried)]

    def read(self, table: str, services: Sequence[str] = ()) -> str:
        """The columns of the table, with what follows from them; where services are named, the rows of these."""
        sql, heading = self._sql, self._heading
        carried = [f"{sql.name(name)} AS {alias}" for name, alias in zip(heading.carried, self.carried, strict=True)]
        plain = [sql.name(name) for name in (SERVICE, *heading.places, ON)]
        facts = [sql.name(id) for id in heading.facts if id not in heading.counted]
        counted = [one for id in heading.counted for one in self._counted(id)]
        only = f"{sql.name(SERVICE)} IN {sql.values(services)}" if services else ""
        return select([*carried, *plain, *facts, *counted, *self._presented()], sql.table(table), only)

    def _counted(self, id: str) -> Iterator[str]:
        """What the row tells itself, what follows from the date, and what is known of the two."""
        sql, since = self._sql, self._since(id)
        yield f"{since} AS {sql.step(f'counted_{id}')}"
        if id in self._heading.facts:
            yield f"{sql.name(id)} AS {sql.step(f'told_{id}')}"
            yield f"COALESCE({sql.name(id)}, {since}) AS {sql.name(id)}"
        else:
            yield f"{since} AS {sql.name(id)}"

    def _since(self, id: str) -> str:
        """Whole years or months from a date of the row up to its day of filing."""
        sql, fact = self._sql, self._pack.facts[id]
        begun, on = sql.name(str(fact.since)), self._on
        years = f"{sql.year(on)} - {sql.year(begun)}"
        if fact.type == "years":
            return f"{years} - CASE WHEN {sql.month_day(on)} < {sql.month_day(begun)} THEN 1 ELSE 0 END"
        early = f"CASE WHEN {sql.number(on)} < {sql.number(begun)} THEN 1 ELSE 0 END"
        return f"({years}) * 12 + {sql.month(on)} - {sql.month(begun)} - {early}"

    def _presented(self) -> list[str]:
        """What a row names are all the documents that were brought, where it names any."""
        told = balanced(" OR ", [f"{paper} IS NOT NULL" for paper in self._papers])
        return [f"COALESCE({paper}, CASE WHEN {told} THEN 'no' END) AS {paper}" for paper in self._papers]

    def checked(self, source: str) -> str:
        """The same with what is wrong with each row, and with where it is filed."""
        sql = self._sql
        mistakes = "\n".join(f"    WHEN {where} THEN {sql.text(code)}" for where, code in self._mistakes())
        wrong = f"CASE\n{mistakes}\n  END AS {sql.step(WRONG)}"
        return select(["*", wrong, f"{self._place()} AS {sql.step(PLACE)}"], source)

    def _place(self) -> str:
        """By the act, where the row tells it."""
        parts = [f"{self._sql.text(place_of(name, ''))} || {self._sql.name(name)}" for name in self._heading.places]
        return parts[0] if len(parts) == 1 else f"COALESCE({', '.join(parts)})"

    def _mistakes(self) -> MeantRow:
        yield from self._of_keys()
        for id in self._heading.facts:
            yield from self._of_fact(id, self._pack.facts[id])
        for paper in self._papers:
            yield f"{paper} NOT IN {self._sql.values(PAPER)}", "unknown-value"
        for id in self._heading.counted:
            yield from self._of_counted(id)
        against = contradictory(self._pack, (*self._heading.known, ON))
        if against != FALSE:
            yield self._sql.said(against), "contradictory-facts"
        if self._heading.says_both and (apart := self._other_region()):
            yield apart, "other-region"

    def _of_keys(self) -> MeantRow:
        sql, pack, places = self._sql, self._pack, self._heading.places
        service = sql.name(SERVICE)
        yield f"{service} IS NULL OR {self._on} IS NULL", "missing-key"
        yield " AND ".join(f"{sql.name(name)} IS NULL" for name in places), "no-act-or-region"
        yield f"{service} NOT IN {sql.values(pack.services)}", "unknown-service"
        for name, ids, code in ((ACT, pack.acts, "unknown-act"), (REGION, pack.regions, "unknown-region")):
            if name in places:
                yield f"{sql.name(name)} NOT IN {sql.values(ids)}", code
        yield self._no_day(self._on), "not-a-date"
        if pack.years:
            yield f"{sql.year(self._on)} NOT IN {sql.values(pack.years)}", "date-out-of-range"

    def _other_region(self) -> str:
        """Whether both are told, and the act is none of the region."""
        sql, acts = self._sql, self._pack.acts.items()
        found = [f"WHEN {sql.text(id)} THEN {self._not_of(act)}" for id, act in acts if act.regions != "all"]
        return f"CASE {sql.name(ACT)} {' '.join(found)} END" if found else ""

    def _not_of(self, act: Act) -> str:
        ruled = [id for id in self._pack.regions if act.rules(id)]
        region = self._sql.name(REGION)
        return f"{region} NOT IN {self._sql.values(ruled)}" if ruled else f"{region} IS NOT NULL"

    def _of_fact(self, id: str, fact: Fact) -> MeantRow:
        sql, column = self._sql, self._sql.name(id)
        told = sql.step(f"told_{id}") if id in self._heading.counted else column
        loose = sql.dialect == "sqlite"
        match fact.type:
            case "bool":
                if loose:
                    yield f"{column} NOT IN (FALSE, TRUE)", "not-true-or-false"
            case "choice" if fact.many:
                yield self._other_values(column, fact), "unknown-value"
            case "choice":
                yield f"{column} NOT IN {sql.values(fact.values or ())}", "unknown-value"
            case "date":
                yield self._no_day(column), "not-a-date"
            case "number":
                if loose:
                    yield f"typeof({column}) NOT IN ('integer', 'real', 'null')", "not-a-decimal"
                yield f"{column} <> ROUND({column}, {DECIMALS})", "not-a-decimal"
                yield self._outside(column, fact), "out-of-range"
            case _:
                if loose:
                    yield f"typeof({told}) NOT IN ('integer', 'null')", "not-a-number"
                yield self._outside(told, fact), "out-of-range"

    def _other_values(self, column: str, fact: Fact) -> str:
        """Whether something is left when all that may be named, each once, is taken away."""
        left = column
        for value in fact.values or ():
            left = f"REPLACE({left}, {self._sql.text(f';{value};')}, ';')"
        return f"{left} <> ';'"

    def _no_day(self, column: str) -> str:
        """A day that SQLite holds as text may be none, or be written otherwise; that 30 February is none shows only where it is
        reckoned with. In a typed column it may be one that no case can name."""
        if self._sql.dialect == "sqlite":
            return f"date({column}, '+0 days') IS NOT {column} OR {column} < '0001-01-01'"
        return f"{column} NOT BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'"

    def _outside(self, column: str, fact: Fact) -> str:
        low, high = fact.range or (0, 0)
        return f"{column} NOT BETWEEN {low} AND {high}"

    def _of_counted(self, id: str) -> MeantRow:
        sql, fact = self._sql, self._pack.facts[id]
        counted = sql.step(f"counted_{id}")
        yield f"{sql.name(str(fact.since))} > {self._on}", "date-after-filing"
        yield self._outside(counted, fact), "out-of-range"
        if id in self._heading.facts:
            yield f"{sql.step(f'told_{id}')} <> {counted}", "dates-differ"
