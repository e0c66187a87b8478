"""What a condition means of facts that may be unknown, and which facts it can tell apart."""

from typing import Any

import pytest

from eligibility.law.condition import parsed
from eligibility.law.logic import Several, agreed, facts_read, is_open, names_read, truth, worlds
from eligibility.law.space import assignments, cells, consistent, space
from eligibility.law.vocabulary import Fact
from eligibility.plain.records import revive

CATEGORIES = {id: parsed(when) for id, when in {"child": "age < 18", "lone": "child and orphan"}.items()}
TEXT = {"kk": "а", "ru": "а"}
SAYS = {"label": TEXT, "holds": TEXT, "fails": TEXT}
FACTS = {
    "age": revive(Fact, {"type": "years", "ask": TEXT, "range": [0, 130]}),
    "orphan": revive(Fact, {"type": "bool", "ask": TEXT}),
    "war": revive(
        Fact,
        {
            "type": "choice",
            "ask": TEXT,
            "values": {"no": SAYS, "a": SAYS, "b": SAYS, "a-or-b": SAYS | {"stands_for": ["a", "b"]}},
        },
    ),
}
EITHER = Several("a-or-b", ("a", "b"))


@pytest.mark.parametrize(
    ("when", "facts", "value"),
    [
        ("true", {}, True),
        ("false", {}, False),
        ("unsaid", {}, None),
        ("not unsaid", {}, None),
        ("orphan", {}, None),
        ("orphan", {"orphan": True}, True),
        ("orphan", {"orphan": False}, False),
        ("not orphan", {"orphan": False}, True),
        ("orphan or unsaid", {"orphan": True}, True),
        ("orphan or unsaid", {"orphan": False}, None),
        ("orphan and unsaid", {"orphan": True}, None),
        ("orphan and unsaid", {"orphan": False}, False),
        ("orphan and age < 18", {"age": 18}, False),
        ("orphan and age < 18", {"age": 17}, None),
        ("orphan or age < 18", {"age": 17}, True),
        ("orphan or age < 18", {"age": 18}, None),
        *(("age < 18", {"age": age}, age < 18) for age in (17, 18)),
        *(("age <= 18", {"age": age}, age <= 18) for age in (18, 19)),
        *(("age > 18", {"age": age}, age > 18) for age in (18, 19)),
        *(("age >= 18", {"age": age}, age >= 18) for age in (17, 18)),
        *(("age == 18", {"age": age}, age == 18) for age in (17, 18)),
        *(("age != 18", {"age": age}, age != 18) for age in (17, 18)),
        *(("age in [1, 3]", {"age": age}, age != 2) for age in (1, 2, 3)),
        ("lone", {"age": 3, "orphan": True}, True),
        ("lone", {"age": 3}, None),
        ("lone", {"age": 18}, False),
        ("war == a", {"war": EITHER}, None),
        ("war in [a, b]", {"war": EITHER}, True),
        ("war == no", {"war": EITHER}, False),
        ("war == a or war == b", {"war": EITHER}, True),
    ],
)
def test_what_a_condition_is_of_what_is_known(when: str, facts: dict[str, Any], value: bool | None) -> None:
    assert truth(parsed(when), facts, CATEGORIES) is value


def test_what_stands_for_several_is_each_of_them() -> None:
    assert list(worlds({"orphan": True})) == [{"orphan": True}]
    assert list(worlds({"orphan": True, "war": EITHER})) == [{"orphan": True, "war": "a"}, {"orphan": True, "war": "b"}]
    assert (agreed([True, True]), agreed([False]), agreed([True, False]), agreed([None, True])) == (True, False, None, None)
    assert (is_open("war", {"war": EITHER}), is_open("war", {"war": "a"}), is_open("war", {})) == (True, False, True)


def test_the_facts_a_condition_reads_come_in_the_order_of_reading() -> None:
    tree = parsed("war == a and (lone or not age in [1]) or orphan")
    assert list(names_read(tree)) == ["war", "lone", "age", "orphan"]
    assert list(facts_read(tree, CATEGORIES)) == ["war", "age", "orphan"]


@pytest.mark.parametrize(
    ("fact", "conditions", "values"),
    [
        ("orphan", ["orphan"], (True, False)),
        ("war", ["war == a"], ("no", "a", "b")),
        ("age", ["orphan"], (0,)),
        ("age", ["age < 18"], (0, 18)),
        ("age", ["age >= 18"], (0, 18)),
        ("age", ["age <= 18"], (0, 19)),
        ("age", ["age > 18"], (0, 19)),
        ("age", ["age == 18"], (0, 18, 19)),
        ("age", ["age != 18"], (0, 18, 19)),
        ("age", ["age in [3, 7]"], (0, 3, 4, 7, 8)),
        ("age", ["child", "age >= 60"], (0, 18, 60)),
        ("age", ["age > 130"], (0,)),
        ("age", ["age == 130"], (0, 130)),
        ("age", ["age == 0"], (0, 1)),
        ("age", ["age < 200"], (0,)),
    ],
)
def test_numbers_are_cut_where_conditions_look_at_them(fact: str, conditions: list[str], values: tuple[Any, ...]) -> None:
    assert cells(fact, FACTS[fact], map(parsed, conditions), CATEGORIES) == values


def test_every_combination_is_tried_once() -> None:
    found = space([parsed("lone"), parsed("war == a")], FACTS, CATEGORIES)
    assert found == {"age": (0, 18), "orphan": (True, False), "war": ("no", "a", "b")}
    every = list(assignments(found))
    assert len(every) == len({tuple(one.values()) for one in every}) == 12
    assert list(assignments({})) == [{}]


def test_facts_agree_unless_a_contradiction_holds_for_certain() -> None:
    against = [parsed("child and orphan"), parsed("war == a and orphan")]
    assert consistent({"age": 18, "orphan": True, "war": "b"}, against, CATEGORIES)
    assert consistent({"orphan": True}, against, CATEGORIES)
    assert not consistent({"age": 3, "orphan": True}, against, CATEGORIES)
    assert not consistent({"war": "a", "orphan": True}, against, CATEGORIES)
