"""The condition language: what each sign and word means, where it ends, and what somebody who mistypes it is told."""

from datetime import date
from decimal import Decimal

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
    Other,
    SyntaxProblem,
    Window,
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
        ("income < 34302.50", Compare("income", "<", Decimal("34302.5"))),
        ("income < 100.00", Compare("income", "<", 100)),
        ("income < 40 * mrp", Compare("income", "<", Other("mrp", 40))),
        ("income >= 0.5*mrp", Compare("income", ">=", Other("mrp", Decimal("0.5")))),
        ("income <= mrp", Compare("income", "<=", Other("mrp"))),
        ("income == 1 * mrp", Compare("income", "==", Other("mrp", 1))),
        ("married < 2008-06-01", Compare("married", "<", date(2008, 6, 1))),
        ("married in [2008-06-01, 2024-02-29]", OneOf("married", (date(2008, 6, 1), date(2024, 2, 29)))),
        ("issued <= filing_day", Compare("issued", "<=", Other("filing_day"))),
        ("issued == filing_day", Compare("issued", "==", Other("filing_day"))),
        ("issued > married", Compare("issued", ">", Other("married"))),
        ("filing_day >= 2024-01-01", Compare("filing_day", ">=", date(2024, 1, 1))),
        ("filing_day in 04-01..08-31", Window("filing_day", (4, 1), (8, 31))),
        ("filing_day in 12-01..02-29", Window("filing_day", (12, 1), (2, 29))),
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
        ("a < 34302,50", 4, "condition-decimal", "34302,50"),
        ("a < 34 302", 4, "condition-decimal", "34 302"),
        ("a < 0.12345", 4, "condition-decimal", "0.12345"),
        ("a < 5.", 4, "condition-decimal", "5."),
        ("a < .5", 4, "condition-decimal", ".5"),
        ("a < 123456789012345", 4, "condition-decimal", "123456789012345"),
        ("a < 2008-13-01", 4, "condition-date", "2008-13-01"),
        ("a < 2008-6-1", 4, "condition-date", "2008-6-1"),
        ("a < 01.06.2008", 4, "condition-date", "01.06.2008"),
        ("a < 9999-12-31", 4, "condition-date", "9999-12-31"),
        ("a in 4-1..8-31", 5, "condition-window", "4-1..8-31"),
        ("a in 04-31..08-31", 5, "condition-window", "04-31..08-31"),
        ("a in 2024-04-01..2024-08-31", 5, "condition-window", "2024-04-01..2024-08-31"),
        ("a == 04-01..08-31", 5, "condition-window", "04-01..08-31"),
        ('a == "orphan"', 5, "condition-quotes", '"'),
        ("a == «orphan»", 5, "condition-quotes", "«"),
        ("a и b", 2, "condition-language", "и"),
        ("a және b", 2, "condition-language", "және"),
        ("a OR b", 2, "condition-language", "OR"),
        ("a || b", 2, "condition-language", "||"),
        ("a + b", 2, "condition-arithmetic", "+"),
        ("a < mrp * 40", 8, "condition-arithmetic", "*"),
        ("a < 2 * 3", 6, "condition-arithmetic", "*"),
        ("a < 2 * true", 6, "condition-arithmetic", "*"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, offset: int, code: str, sign: str) -> None:
    assert parse(text) == SyntaxProblem(offset, code, sign)


WORDS = "және мен немесе әлде емес жоқ и или либо не нет да AND Or NOT In True FALSE && & || | !"


def test_words_of_other_languages_and_signs_are_told_as_such() -> None:
    """Whoever writes «немесе» for `or` is told that the words are English and small."""
    assert [parse(f"a {word} b") for word in WORDS.split()] == [
        SyntaxProblem(2, "condition-language", word) for word in WORDS.split()
    ]


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
