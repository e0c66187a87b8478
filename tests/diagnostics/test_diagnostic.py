"""A diagnostic as its reader has it, what may be repeated of what was typed, and the word that was meant."""

import pytest

from eligibility.diagnostics.diagnostic import Diagnostic, Place, Refused, closest, masked, mistyped
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
    assert mistyped(word, ["orphan", "war_status"]) == (shown, guess)


def test_a_long_word_is_shown_in_part() -> None:
    known = "o" * 50
    assert mistyped("o" * 70, [known]) == ("o" * 60, known)


def test_the_closest_word_is_like_enough_or_none() -> None:
    assert closest("clark", ["clerk", "department"]) == "clerk"
    assert closest("clark", ["department"]) == ""
    assert closest("clark", []) == ""
    assert closest("abcde", ["abcxx"]) == "abcxx"
    assert closest("abcde", ["abxxx"]) == ""


# --- diagnostics

PLACE = Place("facts/person.yaml", 7, 3)


def test_a_diagnostic_is_said_in_the_readers_language_with_its_values() -> None:
    found = Diagnostic("x", "{id} is not known", "facts", "did you mean {guess}?", {"id": "orfan", "guess": "orphan"})
    assert (found.message(), found.advice()) == ("orfan is not known", "did you mean orphan?")
    assert (found.message(Russian()), found.advice(Russian())) == ("orfan не найден", "did you mean orphan?")
    assert Diagnostic("x", "that").advice(Russian()) == ""


def test_a_text_of_the_pack_is_said_in_the_same_language() -> None:
    found = Diagnostic("x", "because {reason}", hint="look at {reason}", values={"reason": TEXT})
    assert (found.message(), found.advice()) == ("because күн", "look at күн")
    assert (found.message(Russian()), found.advice(Russian())) == ("because день", "look at день")


def test_a_program_reads_the_place_in_its_parts() -> None:
    found = Diagnostic("unknown-fact", "unknown fact {id}", PLACE, "define {id}", {"id": "orfan"})
    whole = {"code": "unknown-fact", "where": "facts/person.yaml:7:3", "file": "facts/person.yaml", "line": 7, "column": 3}
    said = {"severity": "error", "message": "unknown fact orfan", "hint": "define orfan"}
    assert found.as_json() == whole | said


def test_a_place_without_a_line_is_a_place_too() -> None:
    found = Diagnostic("encoded-uncited", "no rule cites it", "facts", severity="warning")
    said = {"severity": "warning", "message": "no rule cites it", "hint": ""}
    assert found.as_json() == {"code": "encoded-uncited", "where": "facts"} | said


def test_a_refusal_says_everything_that_is_wrong() -> None:
    refused = Refused([Diagnostic("x", "{id} is wrong", PLACE, values={"id": "a"}), Diagnostic("y", "so is this", "facts")])
    assert str(refused) == "facts/person.yaml:7:3: a is wrong; facts: so is this"
    assert [one.code for one in refused.diagnostics] == ["x", "y"]
