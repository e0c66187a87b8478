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

SPLIT = "split it into categories"
MANUAL = "see the condition language in writing-rules.md"
NAME = "write the name of a fact or a category"
VALUE = "write a number, true, false or one of the fact's values"


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
    ("text", "offset", "message", "hint"),
    [
        ("age = 18", 4, "'=' has no meaning here", MANUAL),
        ("a and  ?", 7, "'?' has no meaning here", MANUAL),
        ("Age", 0, "'A' has no meaning here", MANUAL),
        ("a b", 2, "'b' is not expected here", "join conditions with 'and' or 'or'"),
        ("a)", 1, "')' is not expected here", "join conditions with 'and' or 'or'"),
        ("(a or b", 7, "')' is missing", "add ')'"),
        ("(a or b c", 8, "')' is missing", "add ')'"),
        ("aid in surdo", 7, "'[' is missing", "add '['"),
        ("aid in [surdo", 13, "']' is missing", "add ']'"),
        ("aid in [surdo tiflo]", 14, "']' is missing", "add ']'"),
        ("", 0, "a fact or a category is missing", NAME),
        ("a and", 5, "a fact or a category is missing", NAME),
        ("or a", 0, "a fact or a category is missing", NAME),
        ("and a", 0, "a fact or a category is missing", NAME),
        ("in [a]", 0, "a fact or a category is missing", NAME),
        ("18 < age", 0, "a fact or a category is missing", NAME),
        ("not", 3, "a fact or a category is missing", NAME),
        ("age <", 5, "a value is missing", VALUE),
        ("age < )", 6, "a value is missing", VALUE),
        ("aid in []", 8, "a value is missing", VALUE),
        ("aid in [surdo,]", 14, "a value is missing", VALUE),
        ("aid == not", 7, "a value is missing", VALUE),
        ("aid == and", 7, "a value is missing", VALUE),
        ("aid == unsaid", 7, "a value is missing", VALUE),
        ("true == 1", 5, "'==' is not expected here", "join conditions with 'and' or 'or'"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, offset: int, message: str, hint: str) -> None:
    assert parse(text) == SyntaxProblem(offset, message, hint)


@pytest.mark.parametrize("opening", ["(", "not "])
def test_a_condition_may_nest_forty_levels_and_no_more(opening: str) -> None:
    def nested(levels: int) -> str:
        return opening * (levels - 1) + "a" + ")" * (levels - 1 if opening == "(" else 0)

    assert MAX_DEPTH == 40
    assert not isinstance(parse(nested(MAX_DEPTH)), SyntaxProblem)
    at = len(opening) * MAX_DEPTH
    assert parse(nested(MAX_DEPTH + 1)) == SyntaxProblem(at, "the condition is nested too deeply", SPLIT)


def test_parts_beside_each_other_are_no_nesting() -> None:
    assert not isinstance(parse(" and ".join(["not (a or b)"] * 3 * (MAX_DEPTH // 2))), SyntaxProblem)


def test_a_condition_may_be_two_thousand_signs_long_and_no_longer() -> None:
    assert MAX_LENGTH == 2_000
    assert parse("a" * MAX_LENGTH) == Name("a" * MAX_LENGTH)
    assert parse("a" * (MAX_LENGTH + 1)) == SyntaxProblem(MAX_LENGTH, "the condition is too long", SPLIT)


def test_a_condition_that_lint_would_not_pass_is_never_decided_by() -> None:
    assert parsed("a and b") == All((Name("a"), Name("b")))
    with pytest.raises(ValueError, match="condition 'a and': a fact or a category is missing"):
        parsed("a and")
