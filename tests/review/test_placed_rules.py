"""Which rule of one edition is which of another: nothing is lost, and what stayed is never taken for something else."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from eligibility.engine import Engine
from eligibility.law.edition import Requirement
from eligibility.law.vocabulary import ActKind, Home
from eligibility.review.placed_rules import PlacedRule, matched, placed_rules
from eligibility.words.text import Text

NONE = Text("", "")
HOME = Home("town", ActKind(NONE, NONE, NONE, NONE, NONE), NONE, 1)


def placed(rule: Requirement) -> PlacedRule:
    return PlacedRule("requirements", rule, HOME)


RULES = st.builds(
    Requirement,
    cite=st.sampled_from(["1", "2", "3"]),
    document=st.sampled_from(["a", "b"]),
    when=st.sampled_from([None, "x", "y"]),
    copies=st.sampled_from([None, 1, 2]),
).map(placed)
LISTS = st.lists(RULES, max_size=6)


@given(LISTS, LISTS)
def test_every_rule_of_either_side_is_in_one_pair(old: list[PlacedRule], new: list[PlacedRule]) -> None:
    pairs = list(matched(old, new))
    assert Counter(one for one, _ in pairs if one) == Counter(old)
    assert [other for _, other in pairs if other] == new


@given(LISTS)
def test_rules_in_another_order_are_the_same_rules(old: list[PlacedRule]) -> None:
    new = sorted(old, key=str)
    assert all(one == other for one, other in matched(old, new))


@given(LISTS, LISTS)
def test_what_is_left_alone_shares_its_document_with_nothing_left_on_the_other_side(
    old: list[PlacedRule], new: list[PlacedRule]
) -> None:
    pairs = list(matched(old, new))
    gone = {one.id for one, other in pairs if one and other is None}
    come = {other.id for one, other in pairs if other and one is None}
    assert gone.isdisjoint(come)


@given(LISTS, LISTS)
def test_there_and_back_pairs_alike(old: list[PlacedRule], new: list[PlacedRule]) -> None:
    there = Counter((one is None, other is None) for one, other in matched(old, new))
    back = Counter((other is None, one is None) for one, other in matched(new, old))
    assert there == back


def test_an_edition_is_itself() -> None:
    engine = Engine.shipped("direct")
    for key in list(engine.pack.editions())[::7]:
        rules = tuple(placed_rules(engine.plan(key)[0]))
        assert list(matched(rules, rules)) == [(one, one) for one in rules]
