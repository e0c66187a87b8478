"""How many people a change touches, held to deciding each of them before and after."""

from collections import Counter
from pathlib import Path

from eligibility.population.behaviour import behaviour
from eligibility.population.people_touched import people_touched
from tests.population.people_drawn import as_case, as_lines, drawn
from tests.population.test_impact import changed, without_condition
from tests.population.test_partition_run import HOME_CARE, engine, is_case, plan_of


def test_those_who_come_out_otherwise_are_counted_conclusion_by_conclusion(tmp_path: Path) -> None:
    rows, after = drawn(plan_of(HOME_CARE), 150), changed(without_condition)
    old, new = plan_of(HOME_CARE), after.plan(HOME_CARE)[0]
    pairs = [(one.due, other.due) for one, other in zip(old.entries, new.entries, strict=True)]
    pairs += list(zip(old.expected, new.expected, strict=True))
    expected = Counter[tuple[int, int]]()
    for row in filter(is_case, rows):
        was, will = (one.decide(as_case(row)) for one in (engine(), after))
        if was.answered:
            expected.update(pair for pair in pairs if was.slots[pair[0]] is not will.slots[pair[1]])
    found = people_touched(engine(), after, as_lines(tmp_path / "people.jsonl", rows), {HOME_CARE: pairs})
    assert {pair: count for (_, pair), count in found.items() if count} == expected
    assert expected.total()


def test_a_rule_that_is_taken_away_held_for_those_for_whom_it_held(tmp_path: Path) -> None:
    rows = drawn(plan_of(HOME_CARE), 80)
    plan = plan_of(HOME_CARE)
    pair = plan.entries[0].due, None
    found = people_touched(engine(), engine(), as_lines(tmp_path / "people.jsonl", rows), {HOME_CARE: [pair]})
    decided = [engine().decide(as_case(row)) for row in filter(is_case, rows)]
    assert found[HOME_CARE, pair] == sum(one.answered and one.slots[pair[0]] is not False for one in decided)


def test_a_change_flips_the_kinds_of_person_that_deciding_them_flips() -> None:
    """The one kind told of is the plainest: nobody with fewer facts known comes out otherwise."""
    old, new = plan_of(HOME_CARE), changed(without_condition).plan(HOME_CARE)[0]
    pairs = [(one.due, other.due) for one, other in zip(old.entries, new.entries, strict=True)]
    found = behaviour(old, new, pairs)
    [flips] = [flips for flips in found.flips if flips]
    assert {flip.after for flip in flips} == {True}
    assert found.changed == sum(flip.kinds for flip in flips)
    unknown = next(flip for flip in flips if flip.before is None)
    assert unknown.example == {}
    for flip in flips:
        decided = engine().decide(
            {"service": HOME_CARE.service, "act": HOME_CARE.act, "on": "2016-03-01", "facts": flip.example}
        )
        [pair] = [pair for pair, some in zip(pairs, found.flips, strict=True) if some]
        assert decided.slots[pair[0]] is flip.before
