"""A population decided: each row has the answer the engine gives, what is no case is set apart, a run goes on."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.population.answer_table import told_of
from eligibility.population.deciding import Sorter
from eligibility.population.expression import inverse
from eligibility.population.partition_run import ANSWERS, RUN, PeopleRun, RunWanted, decide
from eligibility.population.people import People
from eligibility.population.spans import Spans
from eligibility.reasoning.inference import EngineDisagreement
from tests.population.people_drawn import Row, as_case, as_lines, drawn

HOME_CARE = EditionKey("kyzylorda-2015-118", "home-care")
AIDS = EditionKey("kyzylorda-2015-118", "surdo-tiflo-hygiene-aids")


@cache
def engine() -> Engine:
    return Engine.shipped("direct")


def plan_of(key: EditionKey) -> Any:
    return engine().plan(key)[0]


def is_case(row: Row) -> bool:
    try:
        engine().check(engine().read(as_case(row)))
    except Refused:
        return False
    return True


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def run_over(source: Path, out: Path, wanted: RunWanted = RunWanted()) -> PeopleRun:  # noqa: B008
    return decide(engine(), source, out, wanted)


@pytest.mark.parametrize("as_if", [False, True])
def test_every_row_has_the_answer_that_the_engine_gives(tmp_path: Path, as_if: bool) -> None:
    rows = [*drawn(plan_of(HOME_CARE), 60, papers=True), *drawn(plan_of(AIDS), 60, seed=2)]
    rows += [{"service": "wheelchairs", "region": "kyzylorda-region", "on": "2026-05-04", "age": 70}]
    source = as_lines(tmp_path / "people.jsonl", rows)
    run_over(source, tmp_path / "out", RunWanted(as_if_in_force=as_if))
    answers = {one["answer"]: one for one in lines_of(tmp_path / "out" / ANSWERS)}
    decided = {line["row"]: line["answer"] for line in lines_of(tmp_path / "out" / source.name)}
    assert sorted(decided) == [number for number, row in enumerate(rows, 1) if is_case(row)]
    for number, answer in decided.items():
        told = told_of(engine().any_answer(as_case(rows[number - 1]), as_if))
        assert {key: answers[answer][key] for key in told} == told, rows[number - 1]
    assert {number: one["people"] for number, one in answers.items()} == Counter(decided.values())


def test_what_is_no_case_is_set_apart_with_what_is_wrong_with_it_and_counted(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01", "age": 5, "elderly": True},
        {"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01", "age": 70, "elderly": "perhaps"},
        {"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01", "age": 70, "elderly": True},
        {"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-02-30", "age": 200},
    ]
    run = run_over(as_lines(tmp_path / "people.jsonl", rows), tmp_path / "out")
    apart = lines_of(tmp_path / "out" / "people.jsonl.bad.jsonl")
    assert [(one["row"], [each["code"] for each in one["diagnostics"]]) for one in apart] == [
        (1, ["contradictory-facts"]),
        (2, ["not-true-or-false"]),
        (4, ["not-a-date", "out-of-range"]),
    ]
    assert run.done["people.jsonl"].rows == 4
    assert run.bad.total() == 3
    assert run.people.total() == 1


def test_a_column_taken_along_stands_beside_its_row_and_is_not_read(tmp_path: Path) -> None:
    rows = [row | {"file_no": f"№ {at}"} for at, row in enumerate(drawn(plan_of(HOME_CARE), 20))]
    source = as_lines(tmp_path / "people.jsonl", rows)
    with pytest.raises(Refused) as refused:
        run_over(source, tmp_path / "refused")
    assert [one.code for one in refused.value.diagnostics] == ["column-unknown"]
    run_over(source, tmp_path / "out", RunWanted(carried=("file_no",)))
    assert all(line["file_no"] == rows[line["row"] - 1]["file_no"] for line in lines_of(tmp_path / "out" / source.name))


@pytest.mark.parametrize("ending", [".parquet", ".csv"])
def test_the_format_of_a_table_changes_no_answer(tmp_path: Path, ending: str) -> None:
    rows = drawn(plan_of(HOME_CARE), 40)
    run_over(as_lines(tmp_path / "people.jsonl", rows), tmp_path / "lines")
    table = pl.DataFrame(rows, infer_schema_length=None)
    source = tmp_path / f"people{ending}"
    table.write_parquet(source) if ending == ".parquet" else table.write_csv(source)
    run_over(source, tmp_path / "other")
    read = pl.read_parquet if ending == ".parquet" else pl.read_csv
    written = read(tmp_path / "other" / source.name)
    assert written["answer"].to_list() == [line["answer"] for line in lines_of(tmp_path / "lines" / "people.jsonl")]


def test_a_run_goes_on_where_it_was_broken_off(tmp_path: Path) -> None:
    people = tmp_path / "people"
    people.mkdir()
    for at in range(3):
        as_lines(people / f"{at}.jsonl", drawn(plan_of(HOME_CARE), 30, seed=at))
    whole = run_over(people, tmp_path / "whole")
    damaged = (people / "2.jsonl").read_bytes()
    (people / "2.jsonl").write_bytes(damaged + b'{"service": \n')
    with pytest.raises(Refused):
        run_over(people, tmp_path / "broken-off")
    (people / "2.jsonl").write_bytes(damaged)
    run = run_over(people, tmp_path / "broken-off")
    assert run.kept == {"0.jsonl", "1.jsonl"}
    assert run.people == whole.people
    for name in (ANSWERS, *(f"{at}.jsonl" for at in range(3))):
        assert (tmp_path / "broken-off" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_a_table_that_has_changed_is_decided_anew(tmp_path: Path) -> None:
    source = as_lines(tmp_path / "people.jsonl", drawn(plan_of(HOME_CARE), 10))
    run_over(source, tmp_path / "out")
    as_lines(source, drawn(plan_of(HOME_CARE), 20, seed=5))
    run = run_over(source, tmp_path / "out")
    assert not run.kept
    assert run.done[source.name].rows == 20


def test_a_folder_of_another_run_is_refused(tmp_path: Path) -> None:
    source = as_lines(tmp_path / "people.jsonl", drawn(plan_of(HOME_CARE), 10))
    run_over(source, tmp_path / "out")
    before = (tmp_path / "out" / RUN).read_bytes()
    with pytest.raises(Refused) as refused:
        run_over(source, tmp_path / "out", RunWanted(as_if_in_force=True))
    assert [one.code for one in refused.value.diagnostics] == ["population-other-run"]
    assert (tmp_path / "out" / RUN).read_bytes() == before


@pytest.mark.parametrize(("name", "out"), [("people.jsonl", "."), (ANSWERS, "out"), (RUN, "out")])
def test_no_table_that_is_read_is_written_over(tmp_path: Path, name: str, out: str) -> None:
    source = as_lines(tmp_path / name, drawn(plan_of(HOME_CARE), 3))
    before = source.read_bytes()
    with pytest.raises(Refused) as refused:
        run_over(source, tmp_path / out)
    assert [one.code for one in refused.value.diagnostics] == ["people-overwritten"]
    assert source.read_bytes() == before


def test_where_the_columns_conclude_otherwise_than_the_engine_there_is_no_answer(tmp_path: Path) -> None:
    """One conclusion of the columns is turned round, as a mistake in them would."""
    source = as_lines(tmp_path / "people.jsonl", drawn(plan_of(HOME_CARE), 10, known=1.0))
    spans = Spans.of(engine())
    people = People.of(engine(), spans, source)
    rows = next(people.batches()).good
    state = next(number for number in rows["#state"].unique() if spans.states[number].answers)
    sorter = Sorter(engine(), spans.states[state], people.heading, lambda answer: 1, checked=True, as_if_in_force=False)
    found = sorter.columns
    assert found
    turned = (*found.truths[:-1], inverse(found.truths[-1]))
    vars(sorter)["columns"] = type(found)(found.stages, turned, found.refuses, found.beyond, found.reads)
    with pytest.raises(EngineDisagreement):
        sorter.answered(rows.filter(pl.col("#state") == state))


def test_a_way_of_filing_that_no_condition_reads_tells_answers_apart(tmp_path: Path) -> None:
    """By a way that the edition does not name it says so, to those who chose it and to nobody else."""
    head = {"service": HOME_CARE.service, "act": HOME_CARE.act, "on": "2016-03-01", "age": 70}
    rows = [head | {"channel": way} for way in plan_of(HOME_CARE).facts["channel"].values] + [head]
    run_over(as_lines(tmp_path / "people.jsonl", rows), tmp_path / "out")
    answers = {one["answer"]: one for one in lines_of(tmp_path / "out" / ANSWERS)}
    for line in lines_of(tmp_path / "out" / "people.jsonl"):
        told = told_of(engine().any_answer(as_case(rows[line["row"] - 1])))
        assert {key: answers[line["answer"]][key] for key in told} == told
