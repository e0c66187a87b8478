"""Every mistake in a case is refused with its code, its place and the likely fix, and personal data is never repeated."""

from datetime import date
from typing import Any

import pytest

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.refusal import Refused
from eligibility.plain.reading import MAX_TEXT
from eligibility.reasoning.case import MAX_ENTRIES, Case, Person, Presented, read_case
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.words.text import Text

GOOD: dict[str, Any] = {"service": "prosthetic-orthopedic-aid", "act": "kyzylorda-2015-118", "on": "2018-06-01"}
IIN = "900101100004"


def case(**more: Any) -> Case:
    return read_case(GOOD | more, shipped_pack())


def refused(data: Any) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as found:
        read_case(data, shipped_pack())
    return found.value.diagnostics


def only(**more: Any) -> Diagnostic:
    """The one mistake of a case that is right otherwise."""
    [found] = refused(GOOD | more)
    return found


def fact(id: str, value: Any) -> Diagnostic:
    return only(facts={id: value})


def said(found: Diagnostic) -> tuple[str, str, str]:
    return found.code, str(found.where), found.advice()


# --- what is right


def test_a_case_is_read_whole() -> None:
    read = case(
        facts={"age": 40, "id_shows_iin": True, "disability": "group-1", "orphan": None},
        submitted=["ipr", {"document": "application", "form": "copy", "state": "expired", "expired_on": "2018-01-01"}],
        person={"surname": " Оспан ", "iin": IIN, "phone": None, "address": ""},
    )
    assert read.facts == {"age": 40, "id_shows_iin": True, "disability": "group-1"}
    assert read.submitted == (Presented("ipr"), Presented("application", "copy", "expired", date(2018, 1, 1)))
    assert read.person == Person(surname="Оспан", iin=IIN)
    assert read.on == date(2018, 6, 1)


@pytest.mark.parametrize(
    ("born", "age"),
    [("2000-06-01", 18), ("2000-06-02", 17), ("2018-06-01", 0), ("2000-02-29", 18), ("1888-06-01", 130)],
)
def test_years_are_counted_from_the_birth_date(born: str, age: int) -> None:
    assert case(facts={"birth_date": born}).facts == {"age": age}
    assert case(facts={"birth_date": born, "age": age}).facts == {"age": age}


# --- facts


@pytest.mark.parametrize(
    ("wrong", "right"), [("id_show_iin", "id_shows_iin"), ("war_statut", "war_status"), ("orfan", "orphan"), ("Age", "age")]
)
def test_an_unknown_fact(wrong: str, right: str) -> None:
    assert said(fact(wrong, True)) == ("unknown-fact", f"facts.{wrong}", f"did you mean {right}?")


def test_an_unknown_fact_like_no_other() -> None:
    found = fact("qqqq", True)
    assert (found.code, found.where) == ("unknown-fact", "facts.qqqq")
    assert found.advice() == "«eligibility rules list facts» shows all of them"


@pytest.mark.parametrize(
    ("id", "value", "code"),
    [
        ("orphan", "true", "not-true-or-false"),
        ("orphan", 1, "not-true-or-false"),
        ("orphan", [], "not-true-or-false"),
        ("age", "40", "not-a-number"),
        ("age", 40.0, "not-a-number"),
        ("age", True, "not-a-number"),
        ("age", float("nan"), "not-a-number"),
        ("birth_date", 19900101, "not-a-date"),
        ("birth_date", "01.01.1990", "not-a-date"),
        ("birth_date", "1990-02-30", "not-a-date"),
        ("birth_date", "19900101", "not-a-date"),
        ("disability", "group-4", "unknown-value"),
        ("disability", True, "unknown-value"),
        ("disability", ["child"], "unknown-value"),
        ("disability", {"child": 1}, "unknown-value"),
        ("age", 200, "out-of-range"),
        ("age", 131, "out-of-range"),
        ("age", -1, "out-of-range"),
        ("age", 10**30, "out-of-range"),
    ],
)
def test_a_wrong_value(id: str, value: Any, code: str) -> None:
    found = fact(id, value)
    assert (found.code, found.where) == (code, f"facts.{id}")
    assert found.message()
    assert found.advice()


def test_a_misspelt_answer() -> None:
    assert said(fact("war_status", "partisipant")) == ("unknown-value", "facts.war_status", "did you mean participant?")


def test_an_answer_like_no_other_is_told_which_there_are() -> None:
    values = shipped_pack().facts["war_status"].values
    assert fact("war_status", "qqqq").advice() == f"one of: {', '.join(values or ())}"


@pytest.mark.parametrize(("born", "code"), [("2018-06-02", "date-after-filing"), ("1887-06-01", "out-of-range")])
def test_an_impossible_birth_date(born: str, code: str) -> None:
    found = fact("birth_date", born)
    assert (found.code, found.where) == (code, "facts.birth_date")
    assert found.advice()


def test_age_and_birth_date_that_differ() -> None:
    found = only(facts={"age": 40, "birth_date": "2000-01-01"})
    assert (found.code, found.where) == ("dates-differ", "facts.age")
    assert "birth_date" in found.message()
    assert found.advice()


@pytest.mark.parametrize(
    "facts",
    [
        {"age": 40, "disability": "child"},
        {"birth_date": "1990-01-01", "disability": "child"},
        {"age": 10, "pension_age": True},
        {"age": 10, "elderly": True},
        {"filed_by": "self", "representative": "parent"},
        {"orphan": True, "representative": "parent", "filed_by": "legal-representative"},
    ],
)
def test_facts_that_contradict_each_other(facts: dict[str, Any]) -> None:
    found = only(facts=facts)
    assert (found.code, found.where) == ("contradictory-facts", "facts")
    reason = found.values["reason"]
    assert isinstance(reason, Text)
    assert reason.kk in found.message()


def test_too_many_facts() -> None:
    found = only(facts={f"fact-{n}": True for n in range(MAX_ENTRIES + 1)})
    assert (found.code, found.where) == ("too-many", "facts")
    assert str(MAX_ENTRIES) in found.message()


def test_facts_that_are_no_mapping() -> None:
    assert (only(facts=["age"]).code, only(facts=["age"]).where) == ("not-facts", "facts")


# --- the head of the case


@pytest.mark.parametrize(
    ("key", "wrong", "right"),
    [
        ("service", "wheelchair", "wheelchairs"),
        ("act", "kyzylorda-2015-18", "kyzylorda-2015-118"),
        ("region", "kyzylorda", "kyzylorda-region"),
    ],
)
def test_a_misspelt_id(key: str, wrong: str, right: str) -> None:
    assert said(only(**{key: wrong})) == (f"unknown-{key}", key, f"did you mean {right}?")


@pytest.mark.parametrize("value", [1, True, ["wheelchairs"], {"id": "wheelchairs"}])
def test_an_id_that_is_no_text(value: Any) -> None:
    assert (only(service=value).code, only(service=value).where) == ("unknown-service", "service")


@pytest.mark.parametrize("key", ["service", "on"])
def test_what_is_missing(key: str) -> None:
    for data in ({name: value for name, value in GOOD.items() if name != key}, GOOD | {key: None}):
        [found] = refused(data)
        assert (found.code, found.where) == ("missing-key", key)
        assert key in found.message()


def test_neither_act_nor_region() -> None:
    [found] = refused({name: value for name, value in GOOD.items() if name != "act"})
    assert (found.code, found.where) == ("no-act-or-region", "act")


def test_an_unknown_key() -> None:
    assert said(only(fact={})) == ("unknown-key", "case.fact", "did you mean facts?")


@pytest.mark.parametrize(
    "day", ["2018-6-1", "01.06.2018", "2018-02-30", "20180601", "2018-06-01T00:00", "", 20180601, [], "٢٠١٨-٠٦-٠١"]
)
def test_a_day_that_is_none(day: Any) -> None:
    found = only(on=day)
    assert (found.code, found.where) == ("not-a-date", "on")
    assert "2018-03-01" in found.advice()


@pytest.mark.parametrize("day", ["2011-12-31", "2028-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_without_a_calendar(day: str) -> None:
    found = only(on=day)
    assert (found.code, found.where) == ("date-out-of-range", "on")
    assert "2012" in found.advice()
    assert "2027" in found.advice()


@pytest.mark.parametrize("data", [None, [], "case", 1, [GOOD]])
def test_what_is_no_case(data: Any) -> None:
    [found] = refused(data)
    assert found.code == "not-a-case"


def test_every_mistake_is_found_at_once() -> None:
    found = refused(
        {"service": "wheelchair", "act": "x", "on": "soon", "facts": {"agee": 1, "orphan": 1}, "person": {"iin": "1"}}
    )
    assert [(one.code, one.where) for one in found] == [
        ("unknown-service", "service"),
        ("unknown-act", "act"),
        ("not-a-date", "on"),
        ("unknown-fact", "facts.agee"),
        ("not-true-or-false", "facts.orphan"),
        ("not-twelve-digits", "person.iin"),
    ]


# --- documents presented


@pytest.mark.parametrize(
    ("submitted", "code", "where"),
    [
        (["application", "irp"], "unknown-document", "submitted[1]"),
        ([{"document": "irp"}], "unknown-document", "submitted[0]"),
        ([{"form": "copy"}], "missing-key", "submitted[0]"),
        ([{"document": "ipr", "instead_of": "irp"}], "unknown-document", "submitted[0]"),
        ([{"document": "ipr", "form": "fax"}], "unknown-value", "submitted[0]"),
        ([{"document": "ipr", "state": "lost"}], "unknown-value", "submitted[0]"),
        ([{"document": "ipr", "expired": "2018-01-01"}], "unknown-key", "submitted[0].expired"),
        ([{"document": "ipr", "expired_on": "soon"}], "not-a-date", "submitted[0].expired_on"),
        ([7], "not-a-document", "submitted[0]"),
        ("ipr", "not-documents", "submitted"),
        ({"ipr": True}, "not-documents", "submitted"),
        (["ipr"] * (MAX_ENTRIES + 1), "not-documents", "submitted"),
    ],
)
def test_a_wrong_document(submitted: Any, code: str, where: str) -> None:
    found = only(submitted=submitted)
    assert (found.code, found.where) == (code, where)
    assert found.advice()


def test_a_misspelt_document() -> None:
    assert only(submitted=["aplication"]).advice() == "did you mean application?"


# --- the person

SECRETS = [
    "900101100005",
    "900140100004",
    "90010110000",
    "Оспан\u0007ов",
    "Оспанова\u200b",
    "Абай\nкөшесі",
    "9" * (MAX_TEXT + 1),
]


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("iin", "900101100005", "wrong-check-digit"),
        ("iin", "900101100551", "wrong-check-digit"),
        ("iin", "000000000000", "impossible-birth-date"),
        ("iin", "991399300018", "impossible-birth-date"),
        ("iin", "900140100004", "business-number"),
        ("iin", "90010110000", "not-twelve-digits"),
        ("iin", "900101 100004", "not-twelve-digits"),
        ("iin", 900101100004, "wrong-text"),
        ("surname", "Оспан\u0007", "wrong-text"),
        ("surname", "Оспан\x00", "wrong-text"),
        ("name", "\u202eАйгүл", "wrong-text"),
        ("name", "\ud800", "wrong-text"),
        ("address", "Абай\nкөшесі", "wrong-text"),
        ("phone", "7" * (MAX_TEXT + 1), "wrong-text"),
        ("phone", ["7"], "wrong-text"),
    ],
)
def test_a_wrong_text_about_the_person(key: str, value: Any, code: str) -> None:
    found = only(person={key: value})
    assert (found.code, found.where) == (code, f"person.{key}")
    assert found.advice()


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("key", ["surname", "name", "patronymic", "iin", "address", "phone"])
def test_personal_data_is_never_repeated(key: str, secret: str) -> None:
    try:
        case(person={key: secret})
    except Refused as found:
        shown = str(found) + "".join(str(one.as_json()) for one in found.diagnostics)
        assert secret not in shown
        assert secret[:6] not in shown


def test_a_key_the_person_does_not_have() -> None:
    assert said(only(person={"sirname": "x"})) == ("unknown-key", "person.sirname", "did you mean surname?")


def test_a_person_that_is_no_mapping() -> None:
    assert (only(person="Оспан").code, only(person="Оспан").where) == ("not-a-person", "person")
    assert "Оспан" not in only(person="Оспан").message()


@pytest.mark.parametrize("iin", [IIN, "900101100500"])
def test_a_number_that_fits(iin: str) -> None:
    assert case(person={"iin": iin}).person == Person(iin=iin)


# --- messages


@pytest.mark.parametrize("typed", ["a\u001b[31m", "\u202ea", "\ud800", "a" * 5000, "{id}", "{0}", "%s", "\n"])
def test_what_was_typed_is_shown_harmlessly(typed: str) -> None:
    for found in (*refused(GOOD | {"facts": {typed: 1}}), *refused(GOOD | {"service": typed}), *refused(GOOD | {typed: 1})):
        for text in (found.message(), found.advice(), str(found.where)):
            assert len(text) < 200
            assert text.isprintable()
