"""What people type, and what they mean by it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.answer.question import Option, Question, both_answers
from eligibility.interview.reply import Reply
from eligibility.interview.typed import day_typed, no_such_day, number_typed, option_typed, reply_typed, says_unsure
from eligibility.words.text import LANGS, Lang, Text

NAME = Text("бір нәрсе", "что-то")


NUMBER = Question("fact", "years", NAME, NAME, (), None)
AGE = NUMBER._replace(born=True)
AMOUNT = Question("fact", "number", NAME, NAME, (), None, unit=Text("теңге", "тенге"))
LABELS = {"a": Text("бірінші", "первое"), "b": Text("екінші", "второе"), "c": Text("үшінші", "третье")}
SEVERAL = Question("fact", "choice", NAME, NAME, tuple(Option(id, label) for id, label in LABELS.items()), None, many=True)
YES_OR_NO = Question("fact", "bool", NAME, NAME, both_answers(), None)


@pytest.mark.parametrize(
    ("typed", "lang", "meant"),
    [
        ("1", "kk", True),
        ("2", "ru", False),
        ("да", "ru", True),
        ("жоқ", "kk", False),
        ("да", "kk", None),
        ("0", "ru", None),
        ("3", "ru", None),
        ("¹", "ru", None),
        ("", "ru", None),
    ],
)
def test_an_option_by_number_or_by_word(typed: str, lang: Lang, meant: bool | None) -> None:
    assert option_typed(both_answers(), typed, lang) is meant
    assert reply_typed(YES_OR_NO, typed, lang) is meant


def test_an_option_by_its_label_in_small_letters() -> None:
    war = Option("participant", Text("Соғысқа қатысушы", "Участник ВОВ"))
    assert option_typed([war], "участник вов", "ru") == "participant"
    assert option_typed([war], "соғысқа қатысушы", "kk") == "participant"


@pytest.mark.parametrize(("typed", "meant"), [("0", 0), ("40", 40), ("007", 7), ("4000", None), ("-5", None), ("сорок", None)])
def test_a_whole_number(typed: str, meant: int | None) -> None:
    assert reply_typed(NUMBER, typed, "ru") == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20000", 20000),
        ("20 000", 20000),
        ("20\u00a0000", 20000),
        ("20 000,50", Decimal("20000.5")),
        ("20000.50", Decimal("20000.5")),
        ("0,125", Decimal("0.125")),
        ("20 000 тенге", 20000),
        ("0", 0),
        ("1.000.000", None),
        ("20,000", None),
        ("20.000", None),
        ("2 00", None),
        ("1,12345", None),
        ("-5", None),
        ("²", None),
        ("много", None),
        ("123456789012345", None),
    ],
)
def test_an_amount(typed: str, meant: Decimal | int | None) -> None:
    assert reply_typed(AMOUNT, typed, "ru") == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", ("a",)),
        ("3, 1", ("a", "c")),
        ("1;2", ("a", "b")),
        ("1, первое", ("a",)),
        ("4", ()),
        ("5", None),
        ("1, 4", None),
        ("1,,2", None),
        ("", None),
    ],
)
def test_several_options_by_number_or_by_word(typed: str, meant: tuple[str, ...] | None) -> None:
    assert reply_typed(SEVERAL, typed, "ru") == meant


def test_a_day_is_no_number() -> None:
    day = Question("fact", "date", NAME, NAME, (), None)
    assert reply_typed(day, "1.6.2008", "ru") == date(2008, 6, 1)
    assert reply_typed(day, "2008", "ru") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("70 жаста", 70), ("70 жас", 70), ("70 лет", 70), ("71 год", 71), ("70лет", 70), ("70 ай", None), ("70 коров", None)],
)
def test_an_age_in_words(typed: str, meant: int | None) -> None:
    assert reply_typed(NUMBER, typed, "ru") == meant
    assert reply_typed(NUMBER, typed, "kk") == meant


def test_months_are_no_years() -> None:
    months = NUMBER._replace(type="months")
    assert reply_typed(months, "6 месяцев", "ru") == reply_typed(months, "6 ай", "kk") == 6
    assert reply_typed(months, "6 лет", "ru") is None


@pytest.mark.parametrize(
    "typed",
    [
        *("01.03.1976", "1.3.1976", "01/03/1976", "1976-03-01", "1.3.1976 ж.", "1.3.1976ж", "01.03.1976 г. р.", "1. 3. 1976"),
        *("01031976", "1,3,1976", "01 03 1976"),
        *("1 марта 1976", "1 марта 1976 года", "1 марта 1976 г.", "1976 жылғы 1 наурыз", "1 наурыз 1976 жыл"),
    ],
)
def test_a_date_of_birth(typed: str) -> None:
    assert reply_typed(AGE, typed, "ru") == date(1976, 3, 1)
    assert reply_typed(NUMBER, typed, "ru") is None


@pytest.mark.parametrize(
    "typed", ["31.02.1990", "31021990", "01033976", "1.1.90", "01.03", "1976", "40 лет", "1 марта", "1 мартобря 1976"]
)
def test_no_day(typed: str) -> None:
    assert day_typed(typed) is None


@pytest.mark.parametrize("typed", ["31.02.1946", "31.6.1946 ж.", "29.02.2015", "0.1.2000", "31 июня 1946 года"])
def test_a_day_that_no_calendar_has(typed: str) -> None:
    assert no_such_day(typed)


@pytest.mark.parametrize("typed", ["29.02.2016", "1.1.90", "сорок", "40", "", "31.02", "1990-02-31x"])
def test_what_is_a_day_or_nothing_like_one_is_no_wrong_day(typed: str) -> None:
    assert not no_such_day(typed)


@pytest.mark.parametrize("typed", ["не знаю", "не знаю.", "білмеймін!", "-"])
def test_not_knowing(typed: str) -> None:
    assert says_unsure(typed)
    assert not says_unsure("знаю")


@given(st.text(), st.sampled_from(LANGS))
def test_whatever_is_typed_is_an_answer_or_none(typed: str, lang: Lang) -> None:
    replies: list[Reply | None] = [reply_typed(AGE, typed, lang)]
    replies.append(reply_typed(YES_OR_NO, typed, lang))
    assert all(reply is None or isinstance(reply, bool | int | str | date) for reply in replies)
    assert number_typed(typed, 9) in (None, *range(1, 10))
