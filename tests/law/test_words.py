"""The small values every room hands on: texts in two languages, keys, days, and what may be repeated of what was typed."""

from datetime import date

import pytest

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import closest, masked, mistyped
from eligibility.diagnostics.refused import Refused
from eligibility.plain.records import key_of
from eligibility.words.days import day_text
from eligibility.words.text import LANGS, N_, NN_, Text

TEXT = Text(kk="күн", ru="день")


class Russian:
    """A catalogue, as far as messages need one."""

    lang = "ru"

    def __call__(self, message: str) -> str:
        return {"{id} is not known": "{id} не найден"}.get(message, message)


def test_a_text_is_read_in_its_two_languages() -> None:
    assert (TEXT["kk"], TEXT["ru"]) == ("күн", "день")


def test_going_through_a_text_ends() -> None:
    """It names its languages once each, as a mapping does; without end `list(text)` would take all memory there is."""
    assert [*TEXT] == [*LANGS] == ["kk", "ru"]
    assert {lang: TEXT[lang] for lang in TEXT} == {"kk": "күн", "ru": "день"}
    assert dict.fromkeys(TEXT) == {"kk": None, "ru": None}
    assert "en" not in list(TEXT)


def test_a_field_whose_key_is_a_word_of_python_is_called_by_that_word() -> None:
    assert (key_of("from_"), key_of("document"), key_of("part_of")) == ("from", "document", "part_of")


def test_marking_a_message_leaves_it_as_it_is() -> None:
    assert N_("one") == "one"
    assert NN_("one day", "many days") == ("one day", "many days")


@pytest.mark.parametrize(
    ("day", "kk", "ru"),
    [
        (date(2018, 1, 10), "2018 жылғы 10 қаңтар", "10 января 2018 года"),
        (date(2018, 2, 9), "2018 жылғы 9 ақпан", "9 февраля 2018 года"),
        (date(2018, 3, 1), "2018 жылғы 1 наурыз", "1 марта 2018 года"),
        (date(2018, 4, 30), "2018 жылғы 30 сәуір", "30 апреля 2018 года"),
        (date(2018, 5, 9), "2018 жылғы 9 мамыр", "9 мая 2018 года"),
        (date(2018, 6, 1), "2018 жылғы 1 маусым", "1 июня 2018 года"),
        (date(2018, 7, 6), "2018 жылғы 6 шілде", "6 июля 2018 года"),
        (date(2015, 8, 10), "2015 жылғы 10 тамыз", "10 августа 2015 года"),
        (date(2018, 9, 2), "2018 жылғы 2 қыркүйек", "2 сентября 2018 года"),
        (date(2014, 10, 28), "2014 жылғы 28 қазан", "28 октября 2014 года"),
        (date(2018, 11, 30), "2018 жылғы 30 қараша", "30 ноября 2018 года"),
        (date(2012, 12, 14), "2012 жылғы 14 желтоқсан", "14 декабря 2012 года"),
    ],
)
def test_a_day_is_written_as_decrees_write_it(day: date, kk: str, ru: str) -> None:
    assert day_text(day) == Text(kk=kk, ru=ru)


# --- what may be repeated of what was typed


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("age", "age"),
        ("home-care", "home-care"),
        ("id_shows_iin", "id_shows_iin"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "…"),
        ("2018-03-01", "2018-03-01"),
        ("2018-03-012", "…"),
        ("-40", "-40"),
        (40, "40"),
        (0, "0"),
        (4.5, "4.5"),
        (True, "true"),
        (False, "false"),
        (1234567890, "1234567890"),
        (12345678901, "…"),
        ("900101100004", "…"),
        (900101100004, "…"),
        pytest.param(10**5000, "…", id="a number too long to write"),
        ("Оспан", "…"),
        ("Ospan", "…"),
        ("ospan aigul", "…"),
        ("", "…"),
        (None, "…"),
        (["age"], "…"),
    ],
)
def test_ids_days_and_small_numbers_are_repeated_and_nothing_of_a_person(value: object, shown: str) -> None:
    assert masked(value) == shown


@pytest.mark.parametrize(
    ("word", "shown", "guess"),
    [
        ("orfan", "orfan", "orphan"),
        ("Orphan", "Orphan", "orphan"),
        ("orphan" + "n" * 2, "orphannn", "orphan"),
        ("qqq", "qqq", ""),
        ("QQQ", "…", ""),
        ("оrphan", "…", "orphan"),
        ("war_status_of_the_person_who_asks_for_the_service_of_home_care_" + "x" * 40, "…", ""),
    ],
)
def test_the_word_meant_is_guessed(word: str, shown: str, guess: str) -> None:
    assert mistyped(word, ["orphan", "war_status"]) == {"id": shown, "guess": guess, "known": "orphan, war_status"}


def test_a_long_word_is_shown_in_part() -> None:
    known = "o" * 50
    assert mistyped("o" * 70, [known]) == {"id": "o" * 60, "guess": known, "known": known}


def test_the_closest_word_is_like_enough_or_none() -> None:
    assert closest("clark", ["clerk", "department"]) == "clerk"
    assert closest("clark", ["department"]) == ""
    assert closest("clark", []) == ""
    assert closest("abcde", ["abcxx"]) == "abcxx"
    assert closest("abcde", ["abxxx"]) == ""


# --- diagnostics

PLACE = Place("facts/person.yaml", 7, 3)


def test_a_diagnostic_is_said_in_the_readers_language_with_its_values() -> None:
    found = Diagnostic("unknown-fact", "facts.orfan", id="orfan", guess="orphan")
    assert (found.message(), found.advice()) == ("orfan is not known", "did you mean orphan?")
    assert (found.message(Russian()), found.advice(Russian())) == ("orfan не найден", "did you mean orphan?")


def test_where_nothing_is_guessed_another_hint_is_given_or_none() -> None:
    assert Diagnostic("unknown-value", "facts.x", id="q", guess="", known="a, b").advice() == "one of: a, b"
    assert Diagnostic("contradictory-facts", "facts", reason=TEXT).advice(Russian()) == ""


def test_a_text_of_the_pack_is_said_in_the_same_language() -> None:
    found = Diagnostic("not-regulated", "service", act=TEXT, service=TEXT, acts=TEXT)
    assert (found.message(), found.advice()) == ("күн does not regulate күн", "acts that do: күн")
    assert (found.message(Russian()), found.advice(Russian())) == ("день does not regulate день", "acts that do: день")


def test_a_program_reads_the_place_in_its_parts() -> None:
    found = Diagnostic("yaml-yes-no", PLACE, word="no")
    whole = {"code": "yaml-yes-no", "where": "facts/person.yaml:7:3", "file": "facts/person.yaml", "line": 7, "column": 3}
    said = {"message": "no may be read as a boolean", "hint": 'write true or false, or quote it: "no"'}
    assert found.as_json() == whole | {"severity": "error"} | said


def test_a_place_without_a_line_is_a_place_too() -> None:
    found = Diagnostic("encoded-uncited", "provisions", text="5")
    assert found.as_json().keys() == {"code", "where", "severity", "message", "hint"}
    assert (found.where, found.severity) == ("provisions", "warning")


def test_a_code_that_nobody_declared_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        Diagnostic("no-such-code")


def test_a_refusal_says_everything_that_is_wrong() -> None:
    found = Refused([Diagnostic("no-amount", PLACE, value=0), Diagnostic("not-a-case", "case.json")])
    assert str(found) == "facts/person.yaml:7:3: 0 is no amount of time; case.json: a case is a mapping of names to values"
    assert [one.code for one in found.diagnostics] == ["no-amount", "not-a-case"]
