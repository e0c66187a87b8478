"""A diagnostic as its reader has it, what may be repeated of what was typed, and the word that was meant."""

import pytest

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import closest, masked, mistyped
from eligibility.diagnostics.refusal import Refused
from eligibility.words.text import Text

TEXT = Text(kk="күн", ru="день")


class Russian:
    """A catalogue, as far as messages need one."""

    lang = "ru"

    def __call__(self, message: str) -> str:
        return {"{id} is not known": "{id} не найден"}.get(message, message)


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
