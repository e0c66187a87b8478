"""The condition language: what each sign and word means, where it ends, and what somebody who mistypes it is told."""

import pytest

from eligibility.law.condition import (
    ALWAYS,
    MAX_DEPTH,
    MAX_LENGTH,
    All,
    Compare,
    Condition,
    Constant,
    Either,
    Name,
    Not,
    OneOf,
    SyntaxProblem,
    parse,
    parsed,
    written,
)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (None, ALWAYS),
        ("true", Constant(True)),
        ("false", Constant(False)),
        ("unsaid", Constant(None)),
        ("orphan", Name("orphan")),
        ("  orphan\n", Name("orphan")),
        ("_x9-y", Name("_x9-y")),
        ("not orphan", Not(Name("orphan"))),
        ("age == 18", Compare("age", "==", 18)),
        ("age != 18", Compare("age", "!=", 18)),
        ("age < 18", Compare("age", "<", 18)),
        ("age<=18", Compare("age", "<=", 18)),
        ("age > 18", Compare("age", ">", 18)),
        ("age >= 018", Compare("age", ">=", 18)),
        ("orphan == true", Compare("orphan", "==", True)),
        ("orphan != false", Compare("orphan", "!=", False)),
        ("aid == surdo", Compare("aid", "==", "surdo")),
        ("aid in [surdo]", OneOf("aid", ("surdo",))),
        ("aid in [surdo, 7, true]", OneOf("aid", ("surdo", 7, True))),
        ("a and b and c", All((Name("a"), Name("b"), Name("c")))),
        ("a or b or c", Either((Name("a"), Name("b"), Name("c")))),
        ("a or b and not c", Either((Name("a"), All((Name("b"), Not(Name("c"))))))),
        ("(a or b) and c", All((Either((Name("a"), Name("b"))), Name("c")))),
        ("not (a or b)", Not(Either((Name("a"), Name("b"))))),
        ("((a))", Name("a")),
        ("orphan or unsaid", Either((Name("orphan"), Constant(None)))),
    ],
)
def test_what_a_condition_means(text: str | None, tree: Condition) -> None:
    assert parse(text) == tree
    assert parse(written(tree)) == tree


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (Constant(True), "true"),
        (Constant(False), "false"),
        (Constant(None), "unsaid"),
        (Compare("orphan", "==", True), "orphan == true"),
        (Compare("age", "<", 18), "age < 18"),
        (OneOf("aid", ("surdo", "tiflo")), "aid in [surdo, tiflo]"),
        (All((Either((Name("a"), Name("b"))), Not(Either((Name("c"), Name("d")))))), "(a or b) and not (c or d)"),
        (Either((All((Name("a"), Name("b"))), Name("c"))), "a and b or c"),
        (Not(All((Name("a"), Name("b")))), "not (a and b)"),
        (All((Name("a"), All((Name("b"), Name("c"))))), "a and (b and c)"),
        (Either((Name("a"), Either((Name("b"), Name("c"))))), "a or (b or c)"),
    ],
)
def test_a_condition_is_written_with_the_brackets_it_needs_and_no_others(tree: Condition, text: str) -> None:
    assert written(tree) == text


@pytest.mark.parametrize(
    ("text", "offset", "code", "sign"),
    [
        ("age = 18", 4, "condition-syntax", "="),
        ("a and  ?", 7, "condition-syntax", "?"),
        ("Age", 0, "condition-syntax", "A"),
        ("a b", 2, "condition-unjoined", "b"),
        ("a)", 1, "condition-unjoined", ")"),
        ("(a or b", 7, "condition-sign", ")"),
        ("(a or b c", 8, "condition-sign", ")"),
        ("aid in surdo", 7, "condition-sign", "["),
        ("aid in [surdo", 13, "condition-sign", "]"),
        ("aid in [surdo tiflo]", 14, "condition-sign", "]"),
        ("", 0, "condition-name", ""),
        ("a and", 5, "condition-name", ""),
        ("or a", 0, "condition-name", ""),
        ("and a", 0, "condition-name", ""),
        ("in [a]", 0, "condition-name", ""),
        ("18 < age", 0, "condition-name", ""),
        ("not", 3, "condition-name", ""),
        ("age <", 5, "condition-value", ""),
        ("age < )", 6, "condition-value", ""),
        ("aid in []", 8, "condition-value", ""),
        ("aid in [surdo,]", 14, "condition-value", ""),
        ("aid == not", 7, "condition-value", ""),
        ("aid == and", 7, "condition-value", ""),
        ("aid == unsaid", 7, "condition-value", ""),
        ("true == 1", 5, "condition-unjoined", "=="),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, offset: int, code: str, sign: str) -> None:
    assert parse(text) == SyntaxProblem(offset, code, sign)


@pytest.mark.parametrize("opening", ["(", "not "])
def test_a_condition_may_nest_forty_levels_and_no_more(opening: str) -> None:
    def nested(levels: int) -> str:
        return opening * (levels - 1) + "a" + ")" * (levels - 1 if opening == "(" else 0)

    assert MAX_DEPTH == 40
    assert not isinstance(parse(nested(MAX_DEPTH)), SyntaxProblem)
    at = len(opening) * MAX_DEPTH
    assert parse(nested(MAX_DEPTH + 1)) == SyntaxProblem(at, "condition-too-deep")


def test_parts_beside_each_other_are_no_nesting() -> None:
    assert not isinstance(parse(" and ".join(["not (a or b)"] * 3 * (MAX_DEPTH // 2))), SyntaxProblem)


def test_a_condition_may_be_two_thousand_signs_long_and_no_longer() -> None:
    assert MAX_LENGTH == 2_000
    assert parse("a" * MAX_LENGTH) == Name("a" * MAX_LENGTH)
    assert parse("a" * (MAX_LENGTH + 1)) == SyntaxProblem(MAX_LENGTH, "condition-too-long")


def test_a_condition_that_lint_would_not_pass_is_never_decided_by() -> None:
    assert parsed("a and b") == All((Name("a"), Name("b")))
    with pytest.raises(ValueError, match="condition 'a and': condition-name"):
        parsed("a and")
