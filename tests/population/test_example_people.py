"""The table to fill in is one that the program itself takes, and decides every row of."""

from pathlib import Path

import polars as pl
import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.population.bad_rows import case_of
from eligibility.population.example_people import example_people, people_written
from eligibility.population.opened import TABLES, opened_table, raw_columns
from eligibility.population.spans import Spans
from eligibility.population.table_heading import BAD, STATE, RawColumn, TableHeading
from eligibility.population.typed_columns import typed
from eligibility.rulefiles.shipped import shipped_pack

ENGINE = Engine(shipped_pack(), "direct")
SPANS = Spans.of(ENGINE)


@pytest.mark.parametrize("ending", TABLES)
def test_every_example_is_decided(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"people{ending}"
    path.write_bytes(people_written(example_people(ENGINE, None, 200), path))
    people = opened_table(path)
    heading = TableHeading.of(people.columns, str(path), ENGINE.pack)
    table = SPANS.placed(typed(people.rows, heading, ENGINE.pack), heading).collect()
    assert table.height == 200
    assert not table[BAD].any()
    for row in table.iter_rows(named=True):
        decision = ENGINE.decide(case_of(row, heading, ENGINE.pack))
        assert decision.plan is not None
        assert decision.plan.key == SPANS.states[row[STATE]].plan


def test_the_columns_of_a_service_are_those_its_editions_read() -> None:
    for service in ENGINE.pack.services:
        head, *rows = example_people(ENGINE, service, 3)
        heading = TableHeading.of(opened_columns(head), "", ENGINE.pack)
        read = {id for key in ENGINE.pack.held() if key.service == service for id in ENGINE.plan(key)[0].facts_read()}
        assert set(heading.facts) == read & set(ENGINE.pack.facts)
        assert all(len(row) == len(head) for row in rows)


def opened_columns(head: list[str]) -> tuple[RawColumn, ...]:
    return raw_columns(dict.fromkeys(head, pl.String()))


def test_another_ending_and_no_rows_are_refused() -> None:
    with pytest.raises(Refused, match="format"):
        people_written([["service"]], Path("people.xlsx"))
    with pytest.raises(Refused):
        example_people(ENGINE, None, 0)
