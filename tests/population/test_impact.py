"""Two packs over one population: who gains and who loses, by how many, with the plainest person."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from eligibility.engine import Engine
from eligibility.law.edition import Edition
from eligibility.population.impact import Impact, Shift, impact
from tests.population.people_drawn import as_case, as_lines, drawn
from tests.population.test_partition_run import HOME_CARE, engine, is_case, plan_of


def changed(change: Callable[[Edition], Edition]) -> Engine:
    edition = engine().pack.edition(*HOME_CARE)
    assert edition
    return Engine(engine().pack.with_edition(HOME_CARE, change(edition)), "direct")


def shifts(found: Impact) -> dict[Shift, int]:
    return {shift: shifted.people for touching in found.services.values() for shift, shifted in touching.shifts.items()}


def without_condition(edition: Edition) -> Edition:
    """The line asked of some is asked of everybody."""
    at, rule = next((at, one) for at, one in enumerate(edition.requirements) if one.when)
    return edition._replace(
        requirements=(*edition.requirements[:at], rule._replace(when=None), *edition.requirements[at + 1 :])
    )


def test_the_same_rules_touch_nobody(tmp_path: Path) -> None:
    source = as_lines(tmp_path / "people.jsonl", drawn(plan_of(HOME_CARE), 60))
    found = impact(engine(), changed(lambda edition: edition), source)
    assert shifts(found) == {}
    assert sum(touching.people for touching in found.services.values()) == found.rows - found.bad.total()


def test_a_document_asked_of_more_people_is_told_with_their_number_and_the_plainest_of_them(tmp_path: Path) -> None:
    rows = drawn(plan_of(HOME_CARE), 120)
    after = changed(without_condition)
    found = impact(engine(), after, as_lines(tmp_path / "people.jsonl", rows))
    expected = Counter[Shift]()
    for row in filter(is_case, rows):
        before, now = (one.answer(as_case(row)) for one in (engine(), after))
        asked = [{line.document: line.status for line in answer.lines_to_read} for answer in (before, now)]
        expected.update(
            Shift("document", id, asked[0].get(id), status) for id, status in asked[1].items() if asked[0].get(id) != status
        )
    assert {shift: people for shift, people in shifts(found).items() if shift.touched == "document"} == expected
    assert expected
    for touching in found.services.values():
        for shift, shifted in touching.shifts.items():
            assert shift.direction == "loses"
            assert shifted.example
            row = rows[shifted.example.row - 1]
            assert shifted.example.facts == {id: value for id, value in row.items() if id not in ("service", "act", "on")}


@pytest.mark.parametrize("way", ["later", "never"])
def test_a_term_and_a_ground_that_change_are_told(tmp_path: Path, way: str) -> None:
    def change(edition: Edition) -> Edition:
        if way == "never":
            return edition._replace(refuse_service=())
        return edition._replace(stated_terms=(), steps=edition.steps[:1])

    found = impact(engine(), changed(change), as_lines(tmp_path / "people.jsonl", drawn(plan_of(HOME_CARE), 60)))
    touched = {shift.touched for shift in shifts(found)}
    assert ("term" if way == "later" else "refuse-service") in touched
    if way == "never":
        assert {shift.direction for shift in shifts(found) if shift.touched == "refuse-service"} == {"gains"}
