"""What the columns make of a row is what the reader of cases makes of it, and what they call bad is what it refuses."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.population.bad_rows import bad_rows, case_of, mistakes
from eligibility.population.cells import case_data
from eligibility.population.held import SCALE
from eligibility.population.spans import Spans
from eligibility.population.table_heading import BAD, ON, ROW, SERVICE, SUBMITTED, TableHeading
from eligibility.population.typed_columns import typed
from eligibility.reasoning.case import Case
from eligibility.rulefiles.shipped import shipped_pack
from tests.population.rows_drawn import headings, rows
from tests.reasoning.random_rulebooks import RuleBook, rule_books

SHIPPED = Engine(shipped_pack(), "direct")
SPANS = Spans.of(SHIPPED)
COUNTED = [id for id, fact in SHIPPED.pack.facts.items() if fact.since]
SINCE = sorted({fact.since for fact in SHIPPED.pack.facts.values() if fact.since})


def tabled(people: Sequence[Mapping[str, str | None]], heading: TableHeading) -> pl.LazyFrame:
    columns = {name: pl.Series([row[name] for row in people], dtype=pl.String) for name in heading.read}
    return pl.LazyFrame(columns).with_row_index(ROW, 1)


def read(cells: Mapping[str, str | None], heading: TableHeading, engine: Engine) -> tuple[Case | None, set[str]]:
    """The case of a row, or the codes of what the reader refuses it for."""
    try:
        return engine.read(case_data(cells, heading, engine.pack)), set()
    except Refused as refused:
        return None, {one.code for one in refused.diagnostics} - {"contradictory-facts"}


def values_of(row: Mapping[str, Any], heading: TableHeading, engine: Engine) -> dict[str, Value]:
    """The typed facts of a row as a case has them."""
    found: dict[str, Value] = {}
    for id in heading.known:
        fact, value = engine.pack.facts[id], row[id]
        if value is not None:
            number = Decimal(value) / SCALE if fact.type == "number" else value
            found[id] = tuple(value.strip(";").split(";")) if fact.many and value != ";" else () if fact.many else number
    return found


def check_rows(people: Sequence[Mapping[str, str | None]], heading: TableHeading, engine: Engine) -> None:
    whole = typed(tabled(people, heading), heading, engine.pack)
    table = whole.collect()
    assert table.schema == whole.collect_schema(), "or it cannot be written"
    assert table[ROW].to_list() == list(range(1, len(people) + 1))
    for cells, row in zip(people, table.iter_rows(named=True), strict=True):
        case, wrong = read(cells, heading, engine)
        assert row[BAD] is bool(wrong)
        if case is None:
            continue
        told = values_of(row, heading, engine)
        unread = {id for id, fact in engine.pack.facts.items() if fact.type == "date"} - set(case.facts)
        assert {id: value for id, value in told.items() if id not in unread} == case.facts
        assert (row[SERVICE], row.get("act"), row.get("region"), row[ON]) == (case.service, case.act, case.region, case.on)
        assert engine.read(case_of(row, heading, engine.pack)) == case


@given(st.data(), rule_books(contradictions=0))
def test_columns_of_random_packs_say_what_the_reader_says(data: st.DataObject, book: RuleBook) -> None:
    engine = Engine(book.pack(), "direct")
    columns = [*book.facts, *(f"{SUBMITTED}{id}" for id in engine.pack.documents)]
    heading = data.draw(headings(columns, engine.pack))
    check_rows(data.draw(st.lists(rows(heading, engine.pack), min_size=1, max_size=30)), heading, engine)


@given(st.data())
def test_columns_of_the_shipped_pack_say_what_the_reader_says(data: st.DataObject) -> None:
    papers = (f"{SUBMITTED}{id}" for id in SHIPPED.pack.documents)
    columns = data.draw(st.sampled_from([[*COUNTED, *SINCE], list(SHIPPED.pack.facts), list(papers)]))
    heading = data.draw(headings(columns, SHIPPED.pack))
    check_rows(data.draw(st.lists(rows(heading, SHIPPED.pack), min_size=1, max_size=30)), heading, SHIPPED)


@given(st.data())
def test_what_is_placed_nowhere_is_what_the_engine_refuses(data: st.DataObject) -> None:
    """The variant asked for too."""
    heading = data.draw(headings(["request"], SHIPPED.pack))
    people = data.draw(st.lists(rows(heading, SHIPPED.pack), min_size=1, max_size=30))
    raw = tabled(people, heading)
    whole = SPANS.placed(typed(raw, heading, SHIPPED.pack), heading)
    placed = whole.collect()
    assert placed.schema == whole.collect_schema()
    for cells, row in zip(people, placed.iter_rows(named=True), strict=True):
        found = mistakes(cells, heading, SHIPPED)
        assert row[BAD] is bool(found)
    apart = list(bad_rows(raw.collect().filter(placed[BAD]), heading, SHIPPED))
    assert [one.number for one in apart] == placed.filter(BAD)[ROW].to_list()
    assert all(one["kk"] and one["ru"] for row in apart for one in row.data()["diagnostics"])
