"""The last size that the forward-chaining engine bears is let in, and the next one is not."""

import pytest

from eligibility.reasoning.direct import Direct
from tests.reasoning.handmade_programs import numbered, program
from tests.reasoning.needs_rete import Rete, ReteFailure

LIMIT = 250


@pytest.mark.parametrize("conditions", [["a"] * LIMIT, numbered("a", LIMIT)], ids=["readers", "slots"])
def test_two_hundred_and_fifty_are_held(conditions: list[str]) -> None:
    one = program(*conditions)
    truths = [True] * len(one.atoms)
    assert Rete(one).infer(truths) == Direct(one).infer(truths)


@pytest.mark.parametrize("conditions", [["a"] * (LIMIT + 1), numbered("a", LIMIT + 1)], ids=["readers", "slots"])
def test_one_more_is_refused_before_any_decision(conditions: list[str]) -> None:
    with pytest.raises(ReteFailure, match="the edition has more rules than the forward-chaining engine can hold"):
        Rete(program(*conditions))


def test_a_group_that_can_never_hold_is_no_rule_of_its_own() -> None:
    """`a and not a` is false whichever `a` is, and unknown while `a` is: no rule proves it true."""
    one = program("a and not a", "a or not a")
    for truth in (True, False, None):
        assert Rete(one).infer([truth]) == Direct(one).infer([truth])
