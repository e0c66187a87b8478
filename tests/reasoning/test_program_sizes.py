"""What the engines are given: flat trees, no group longer than twelve, and no more than the library can hold."""

import pytest

from eligibility.law.condition import parsed
from eligibility.reasoning.direct import Direct
from eligibility.reasoning.program import (
    MAX_PARTS,
    Atom,
    Both,
    Builder,
    Fixed,
    Given,
    Lit,
    Some,
    simplified,
    some,
)
from tests.reasoning.handmade_programs import numbered, program

A, B, C = (Lit(slot, True) for slot in range(3))
YES, NO = Fixed(True), Fixed(False)


@pytest.mark.parametrize(
    ("tree", "simple"),
    [
        (Both((A, YES)), A),
        (Both((A, NO)), NO),
        (Both((YES, YES)), YES),
        (Both(()), YES),
        (Some((A, NO)), A),
        (Some((A, YES)), YES),
        (Some((NO, NO)), NO),
        (Some(()), NO),
        (Both((A, A)), A),
        (Both((A, Both((B, C)))), Both((A, B, C))),
        (Some((A, Some((B, C)))), Some((A, B, C))),
        (Both((A, Some((B, C)))), Both((A, Some((B, C))))),
        (Both((A, Some((B, NO)))), Both((A, B))),
        (Both((A, Some((B, YES)))), A),
        (A, A),
        (NO, NO),
    ],
)
def test_constants_and_groups_of_one_fall_away(tree: Both | Some | Lit | Fixed, simple: object) -> None:
    assert simplified(tree) == simple


def test_of_no_parts_none_holds() -> None:
    assert some([]) == NO
    assert some([A]) == Some((A,))


@pytest.mark.parametrize(
    ("condition", "atom", "wanted"),
    [
        ("age >= 18", Atom("age", at_least=18), True),
        ("age < 18", Atom("age", at_least=18), False),
        ("age > 18", Atom("age", at_least=19), True),
        ("age <= 18", Atom("age", at_least=19), False),
        ("age == 18", Atom("age", (18,)), True),
        ("age != 18", Atom("age", (18,)), False),
        ("not age < 18", Atom("age", at_least=18), True),
        ("orphan", Atom("orphan", (True,)), True),
        ("not orphan", Atom("orphan", (True,)), False),
        ("kind in [a, b]", Atom("kind", ("a", "b")), True),
        ("not kind in [a, b]", Atom("kind", ("a", "b")), False),
        ("unsaid", Given(-1), True),
        ("not unsaid", Given(-1), False),
    ],
)
def test_a_comparison_is_a_slot_that_is_wanted_or_not(condition: str, atom: Atom | Given, wanted: bool) -> None:
    one = program(condition)
    assert one.atoms == (atom,)
    assert one.nodes[0].tree == Lit(0, wanted)


@pytest.mark.parametrize(
    ("atom", "value", "truth"),
    [
        (Atom("age", at_least=18), 18, True),
        (Atom("age", at_least=18), 17, False),
        (Atom("age", at_least=18), None, None),
        (Atom("kind", ("a", "b")), "b", True),
        (Atom("kind", ("a", "b")), "c", False),
        (Atom("kind", ("a", "b")), None, None),
    ],
)
def test_what_an_atom_is_of_a_value(atom: Atom, value: int | str | None, truth: bool | None) -> None:
    assert atom.of(value) is truth


@pytest.mark.parametrize(("count", "groups"), [(1, 1), (2, 1), (12, 1), (13, 3), (24, 3), (25, 4), (145, 14 + 2)])
@pytest.mark.parametrize("word", ["and", "or"])
def test_a_long_group_is_cut_into_pieces_of_twelve(count: int, groups: int, word: str) -> None:
    assert MAX_PARTS == 12
    one = program(f" {word} ".join(numbered("a", count)))
    assert len(one.nodes) == groups
    for node in one.nodes:
        assert not isinstance(node.tree, (Both, Some)) or 2 <= len(node.tree.parts) <= MAX_PARTS
        parts = node.tree.parts if isinstance(node.tree, (Both, Some)) else (node.tree,)
        assert all(isinstance(part, Lit) and part.slot < node.slot for part in parts)
    slots = Direct(one).infer([True] * (count - 1) + [False])
    assert slots[one.nodes[-1].slot] is (word == "or" and count > 1)


def test_a_category_is_concluded_once_for_all_who_name_it() -> None:
    one = program("k and a", "not k", categories={"k": "b or c"})
    assert [node.name for node in one.nodes] == ["k", "conclusion:0", "conclusion:1"]
    k = one.nodes[0].slot
    assert one.nodes[2].tree == Lit(k, False)
    assert one.facts == ("b", "c", "a")


def test_a_paper_and_its_alternative_are_given_apart() -> None:
    builder = Builder({})
    both = builder.given(0), builder.given(0, 1), builder.given(0)
    assert both == (Lit(0, True), Lit(1, True), Lit(0, True))
    builder.add("n", builder.lower(parsed("orphan")))
    assert builder.program().atoms == (Given(0), Given(0, 1), Atom("orphan", (True,)))
    assert builder.program().facts == ("orphan",)
