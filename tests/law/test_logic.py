"""What a condition means of facts that may be unknown, and which facts it can tell apart."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from eligibility.law.condition import parsed
from eligibility.law.logic import Several, agreed, facts_read, is_open, names_read, truth, worlds
from eligibility.law.parameters import Parameter, value_on
from eligibility.law.space import assignments, cells, consistent, looks, space
from eligibility.law.vocabulary import Fact
from eligibility.plain.records import revive

CATEGORIES = {id: parsed(when) for id, when in {"child": "age < 18", "lone": "child and orphan"}.items()}
TEXT = {"kk": "а", "ru": "а"}
SAYS = {"label": TEXT, "holds": TEXT, "fails": TEXT}
FACTS = {
    "age": revive(Fact, {"type": "years", "ask": TEXT, "range": [0, 130]}),
    "orphan": revive(Fact, {"type": "bool", "ask": TEXT}),
    "income": revive(Fact, {"type": "number", "ask": TEXT, "range": [0, 1_000_000]}),
    "married": revive(Fact, {"type": "date", "ask": TEXT}),
    "issued": revive(Fact, {"type": "date", "ask": TEXT}),
    "groups": revive(Fact, {"type": "choice", "ask": TEXT, "many": True, "values": dict.fromkeys("abcd", SAYS)}),
    "war": revive(
        Fact,
        {
            "type": "choice",
            "ask": TEXT,
            "values": {"no": SAYS, "a": SAYS, "b": SAYS, "a-or-b": SAYS | {"stands_for": ["a", "b"]}},
        },
    ),
}
MRP = {
    "mrp": revive(
        Parameter,
        {
            "name": TEXT,
            "values": [{"from": "2024-01-01", "value": 3692}, {"from": "2025-01-01", "value": 3932, "until": "2025-12-31"}],
        },
    )
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
        *(
            (f"income {op} 20000.5", {"income": income}, value)
            for op, income, value in (
                ("<", Decimal("20000.4999"), True),
                ("<", Decimal("20000.50"), False),
                ("<=", Decimal("20000.5"), True),
                (">", 20001, True),
                (">=", Decimal("20000.5"), True),
                ("==", Decimal("20000.50"), True),
                ("!=", 20000, True),
            )
        ),
        ("income < 0.5 * mrp", {"income": 1845, "mrp": 3692}, True),
        ("income < 0.5 * mrp", {"income": 1846, "mrp": 3692}, False),
        ("income < 0.5 * mrp", {"income": 0}, None),
        ("income < 0.5 * mrp", {"mrp": 3692}, None),
        ("income >= mrp", {"income": 3692, "mrp": 3692}, True),
        *(
            (f"married {op} 2008-06-01", {"married": date(2008, 5, 31) + timedelta(more)}, value)
            for op, more, value in (
                ("<", 0, True),
                ("<", 1, False),
                ("<=", 1, True),
                ("<=", 2, False),
                (">", 1, False),
                (">", 2, True),
                (">=", 1, True),
                ("==", 1, True),
                ("!=", 1, False),
            )
        ),
        ("married < issued", {"married": date(2008, 1, 1), "issued": date(2008, 1, 2)}, True),
        ("married < issued", {"married": date(2008, 1, 2), "issued": date(2008, 1, 2)}, False),
        ("married < issued", {"married": date(2008, 1, 2)}, None),
        ("married == filing_day", {"married": date(2008, 1, 2), "filing_day": date(2008, 1, 2)}, True),
        *(
            ("filing_day in 04-01..08-31", {"filing_day": date(2024, *day)}, value)
            for day, value in (
                ((3, 31), False),
                ((4, 1), True),
                ((8, 31), True),
                ((9, 1), False),
            )
        ),
        *(
            ("filing_day in 12-01..02-28", {"filing_day": date(2024, *day)}, value)
            for day, value in (
                ((11, 30), False),
                ((12, 1), True),
                ((1, 15), True),
                ((2, 28), True),
                ((2, 29), False),
            )
        ),
        ("filing_day in 12-01..02-28", {}, None),
        ("groups == a", {"groups": ("a", "b")}, True),
        ("groups == c", {"groups": ("a", "b")}, False),
        ("groups != a", {"groups": ("a", "b")}, False),
        ("groups != c", {"groups": ("a", "b")}, True),
        ("groups in [b, c]", {"groups": ("a", "b")}, True),
        ("groups in [c, d]", {"groups": ("a", "b")}, False),
        ("groups in [c, d]", {"groups": ()}, False),
        ("groups in [c, d]", {}, None),
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
        ("age", ["age >= mrp"], (0,)),
        ("income", ["income < 20000"], (0, 20000)),
        ("income", ["income <= 20000"], (0, Decimal("20000.0001"))),
        ("income", ["income == 20000.5"], (0, Decimal("20000.5"), Decimal("20000.5001"))),
        ("income", ["income < 0.5 * mrp"], (0, 1846, 1966)),
        ("married", ["married < 2008-06-01"], (date(2008, 5, 31), date(2008, 6, 1))),
        ("married", ["married <= 2008-06-01"], (date(2008, 6, 1), date(2008, 6, 2))),
        ("married", ["married in [2008-06-01]"], (date(2008, 5, 31), date(2008, 6, 1), date(2008, 6, 2))),
        ("married", ["married < issued"], (date(2000, 1, 1), date(2000, 1, 2))),
        ("filing_day", ["filing_day in 04-01..08-31"], (date(2000, 3, 31), date(2000, 4, 1))),
        ("groups", ["orphan"], ((),)),
        ("groups", ["groups == a"], ((), ("a",))),
        ("groups", ["groups in [a, b]"], ((), ("a",))),
        ("groups", ["groups in [a, b]", "groups == b"], ((), ("a",), ("b",))),
    ],
)
def test_numbers_are_cut_where_conditions_look_at_them(fact: str, conditions: list[str], values: tuple[Any, ...]) -> None:
    assert cells(fact, looks(map(parsed, conditions), FACTS, CATEGORIES, MRP)) == values


def test_dates_that_are_compared_come_in_every_order_and_on_both_sides_of_every_day() -> None:
    trees = [parsed("married < issued and issued <= 2008-06-01")]
    found = space(trees, FACTS, CATEGORIES)
    kinds = {
        (one["married"] < one["issued"], one["married"] == one["issued"], one["issued"] <= date(2008, 6, 1))  # type: ignore[operator]
        for one in assignments(found)
    }
    assert len(kinds) == 6
    beside = cells("married", looks(trees, FACTS, CATEGORIES, {}), {"issued": date(2024, 5, 3)})
    assert {day < date(2024, 5, 3) for day in beside} == {True, False}  # type: ignore[operator]


def test_parameters_follow_from_the_day_of_filing() -> None:
    trees = [parsed("income < mrp")]
    found = list(assignments(space(trees, FACTS, CATEGORIES, MRP), MRP))
    assert {one.get("mrp") for one in found} == {None, 3692, 3932}
    assert {truth(trees[0], one, CATEGORIES) for one in found} == {True, False, None}


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), 3692),
        (date(2024, 12, 31), 3692),
        (date(2025, 1, 1), 3932),
        (date(2025, 12, 31), 3932),
        (date(2026, 1, 1), None),
    ],
)
def test_a_parameter_is_never_guessed(day: date, value: int | None) -> None:
    assert value_on(MRP["mrp"], day) == value


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
