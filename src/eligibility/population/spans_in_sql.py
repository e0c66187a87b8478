"""What decides when, as rows of a query: of each service in each place, for each while."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.filing_facts import REQUEST
from eligibility.population.in_sql import InSql
from eligibility.population.spans import Decider, DeciderSpan, Jurisdiction, spans_of
from eligibility.population.table_heading import ACT, ON, SERVICE, TableHeading
from eligibility.reasoning.plan import PlanKey

EDITION, STATUS, STATE, PLAN = "edition", "status", "state", "plan"
FIRST, LAST, OF_SERVICE, OF_PLACE = "first", "last", "of_service", "of_place"
OFFERED, REFUSED = "offered", "refused"
"""the variants that may be asked for, and what is wrong with another one"""
WHILE = (OF_SERVICE, OF_PLACE, FIRST, LAST, PLAN, EDITION, STATUS, STATE, OFFERED, REFUSED)
UNTOLD = 0
"""in the place of a plan's number, where no more is said than how the edition stands"""


class SqlSpan(NamedTuple):
    service: str
    place: str
    first: date
    last: date
    state: Decider


def place_of(name: str, id: str) -> str:
    """What an act or a region is called among places."""
    return f"{name} {id}"


@dataclass(frozen=True)
class SpansInSql:
    """Says of some services what decides them when. Where a region has no edition of a service, there is no row."""

    engine: Engine
    sql: InSql
    heading: TableHeading
    services: Sequence[str]
    as_if_in_force: bool
    tells_state: bool
    """whether all that is known of how an edition stands tells whiles apart"""

    @cached_property
    def spans(self) -> tuple[SqlSpan, ...]:
        return tuple(
            SqlSpan(service, called, first, last, state)
            for service in self.services
            for called, place in self._places()
            for first, last, state in self._whiles(spans_of(self.engine, service, place))
            if state.plan
        )

    def _places(self) -> Iterator[tuple[str, Jurisdiction]]:
        for name in self.heading.places:
            acts = name == ACT
            for id in self.engine.pack.acts if acts else self.engine.pack.regions:
                yield place_of(name, id), Jurisdiction(act=id) if acts else Jurisdiction(region=id)

    def _whiles(self, spans: Sequence[DeciderSpan]) -> Iterator[tuple[date, date, Decider]]:
        """Each with its last day; those that a query need not tell apart as one."""
        found = [next(same) for _, same in groupby(spans, lambda span: self._told_apart(span.state))]
        ends = [*(span.first - timedelta(days=1) for span in found[1:]), date.max]
        for span, last in zip(found, ends[: len(found)], strict=True):
            yield span.first, last, span.state

    def _told_apart(self, state: Decider) -> object:
        return state if self.tells_state else (state.plan, state.status)

    @cached_property
    def states(self) -> Mapping[Decider, int]:
        """All that decides any row, with its number."""
        return {state: at for at, state in enumerate(dict.fromkeys(span.state for span in self.spans))}

    @cached_property
    def plans(self) -> Mapping[PlanKey, int]:
        """Those that say more than how they stand, numbered from 1."""
        telling = (state.plan for state in self.states if state.plan and self._tells(state))
        return {plan: at for at, plan in enumerate(dict.fromkeys(telling), 1)}

    def _tells(self, state: Decider) -> bool:
        return state.answers or self.as_if_in_force

    def heads(self) -> str:
        return ", ".join(map(self.sql.step, WHILE))

    def rows(self) -> str:
        return "VALUES\n  " + ",\n  ".join(self._row(span, span.state.plan) for span in self.spans if span.state.plan)

    def _row(self, span: SqlSpan, plan: PlanKey) -> str:
        number = self.plans[plan] if self._tells(span.state) else UNTOLD
        when: tuple[Value, ...] = (span.service, span.place, span.first, span.last)
        stands: tuple[Value, ...] = (number, str(plan.edition), str(span.state.status), self.states[span.state])
        return f"({', '.join((*map(self.sql.value, (*when, *stands)), *self._variants(plan)))})"

    def _variants(self, plan: PlanKey) -> tuple[str, str]:
        edition = self.engine.pack.edition(*plan.edition)
        if edition is None or REQUEST not in self.heading.facts:
            return self.sql.no_text, self.sql.no_text
        offered = "".join(f"{variant.request};" for variant in edition.requests)
        code = "request-not-offered" if edition.at_hand("requests") else "request-not-at-hand"
        return self.sql.text(f";{offered}"), self.sql.text(code)

    def on(self, place: str) -> str:
        """Of rows that are called `c`, which while, `s`, the day of filing lies in."""
        step, name = self.sql.step, self.sql.name
        same = f"s.{step(OF_SERVICE)} = c.{name(SERVICE)} AND s.{step(OF_PLACE)} = c.{step(place)}"
        return f"{same} AND c.{name(ON)} BETWEEN s.{step(FIRST)} AND s.{step(LAST)}"
