"""A count says of how many people each document is asked, as deciding them one by one would."""

from collections import Counter
from pathlib import Path

from eligibility.population.people_counting import count
from tests.population.people_drawn import as_case, as_lines, drawn
from tests.population.test_partition_run import AIDS, HOME_CARE, engine, is_case, plan_of

ASKED = ("not-required", "undetermined", "required")
"""of several lines of one document the last of these counts"""


def test_a_count_is_what_deciding_one_by_one_adds_up_to(tmp_path: Path) -> None:
    rows = [*drawn(plan_of(HOME_CARE), 80, papers=True), *drawn(plan_of(AIDS), 40, seed=2)]
    found = count(engine(), as_lines(tmp_path / "people.jsonl", rows))
    documents, standings, missing = Counter[tuple[str, str, str]](), Counter[tuple[str, str]](), Counter[str]()
    good = [row for row in rows if is_case(row)]
    for row in good:
        answer = engine().answer(as_case(row))
        standings[row["service"], answer.decision.life.status] += 1
        if answer.answered:
            asked = {
                line.document: line.status for line in sorted(answer.lines_to_read, key=lambda line: ASKED.index(line.status))
            }
            documents.update((row["service"], document, status) for document, status in asked.items())
            missing.update({line.document for line in answer.missing} if answer.decision.case.submitted is not None else ())
    assert found.rows == len(rows)
    assert found.bad.total() == len(rows) - len(good)
    counted = {asking.service: tally for asking, tally in found.tallies}
    for (service, document, status), people in documents.items():
        assert counted[service].documents[document][status] == people
    for (service, status), people in standings.items():
        assert counted[service].standings[status] == people
    for document, people in missing.items():
        assert sum(tally.documents[document]["missing"] for tally in counted.values()) == people


def test_people_are_counted_by_the_categories_the_edition_asks_about(tmp_path: Path) -> None:
    head = {"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01"}
    rows = [head | {"war_status": said} for said in ("participant", "equated", "none")] + [head]
    found = count(engine(), as_lines(tmp_path / "people.jsonl", rows))
    [(_, tally)] = found.tallies
    assert tally.categories["war_veteran"] == {"yes": 2, "no": 1, "unknown": 1}
    assert tally.categories["war_participant"] == {"yes": 1, "no": 2, "unknown": 1}


def test_of_a_region_without_an_edition_nothing_is_decided_and_all_are_counted(tmp_path: Path) -> None:
    rows = [
        {"service": "home-care", "region": "kyzylorda-region", "on": day, "age": 70} for day in ("2012-12-20", "2016-03-01")
    ]
    found = count(engine(), as_lines(tmp_path / "people.jsonl", rows))
    assert sum((tally.standings for _, tally in found.tallies), Counter()).total() == 2
