"""What somebody is told whose case cannot be read: what was typed, where it may be repeated, and what to write instead."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from eligibility.diagnostics.meant import mistyped
from eligibility.diagnostics.refusal import Refused
from eligibility.plain.reading import MAX_TEXT, is_plain_text, iso_date
from eligibility.reasoning.case import MAX_ENTRIES, Person, Presented
from eligibility.reasoning.fact_values import whole_months, whole_years
from eligibility.reasoning.naming import names_presented, says_yes_or_no
from eligibility.words.closed import FORMS, STATES
from eligibility.words.text import Text
from tests.reasoning.small_editions import Small

SMALL = Small({"document": "card"})
GOOD: dict[str, Any] = {"service": "service", "act": "act", "on": "2018-06-01"}
ACTS = "«eligibility acts» shows all of them"
DOCUMENTS = "«eligibility rules list documents» shows all of them"
EVENTS = "«eligibility rules list events» shows all of them"
SERVICES = "«eligibility services» shows all of them"
Said = tuple[str, str, str]


def told(**more: Any) -> list[Said]:
    with pytest.raises(Refused) as refused:
        SMALL.engine.read(GOOD | more)
    return [(str(one.where), one.message(), one.advice()) for one in refused.value.diagnostics]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"fcats": {}}, ("case.fcats", "fcats is not known", "did you mean facts?")),
        (
            {"zzz": 1},
            ("case.zzz", "zzz is not known", "one of: service, on, act, region, facts, submitted, person, events, filing_for"),
        ),
        ({"service": "zzz"}, ("service", "zzz is not known", SERVICES)),
        ({"service": "услуга"}, ("service", "услуга is not known", "did you mean service?")),
        ({"act": "zzz"}, ("act", "zzz is not known", ACTS)),
        ({"region": "область"}, ("region", "область is not known", "did you mean region?")),
        ({"act": None}, ("act", "neither an act nor a region is named", "name one of the two")),
        ({"service": None}, ("service", "service is missing", "add it")),
        ({"on": None}, ("on", "on is missing", "add it")),
        ({"on": "1.6.2018"}, ("on", "1.6.2018 is not a date", "write it as 2018-03-01")),
        ({"on": "2018-6-1"}, ("on", "2018-6-1 is not a date", "write it as 2018-03-01")),
        ({"facts": []}, ("facts", "facts are a mapping of names to values", 'write for example {"orphan": true}')),
        ({"facts": {"orfan": True}}, ("facts.orfan", "orfan is not known", "did you mean orphan?")),
        ({"facts": {"Сирота": True}}, ("facts.Сирота", "Сирота is not known", "did you mean orphan?")),
        ({"facts": {"orphan": "иә"}}, ("facts.orphan", "иә is neither true nor false", "write true or false")),
        ({"facts": {"orphan": " Нет "}}, ("facts.orphan", " Нет  is neither true nor false", "write true or false")),
        ({"facts": {"orphan": "Оспан"}}, ("facts.orphan", "… is neither true nor false", "write true or false")),
        ({"facts": {"stay": "много"}}, ("facts.stay", "… is not a whole number", "write a whole number")),
        ({"facts": {"stay": 2.5}}, ("facts.stay", "2.5 is not a whole number", "write a whole number")),
        ({"facts": {"stay": True}}, ("facts.stay", "true is not a whole number", "write a whole number")),
        ({"facts": {"stay": 51}}, ("facts.stay", "51 is not between 0 and 50", "check the number")),
        ({"facts": {"stay": -1}}, ("facts.stay", "-1 is not between 0 and 50", "check the number")),
        *(
            (
                {"facts": {"income": said}},
                ("facts.income", f"{shown} is not a number", "write a number, with at most four decimals, such as 20000.50"),
            )
            for said, shown in [
                ("20000,50", "…"),
                ("много", "…"),
                (True, "true"),
                (0.12345, "0.12345"),
                (float("nan"), "nan"),
                (10**15, "…"),
                ([1], "…"),
                ("1_000", "…"),
            ]
        ),
        ({"facts": {"income": 10**8 + 1}}, ("facts.income", "100000001 is not between 0 and 100000000", "check the number")),
        (
            {"facts": {"groups": 7}},
            ("facts.groups", "the answer is a list of values, each once", "write for example [veteran]"),
        ),
        ({"facts": {"groups": ["veteram"]}}, ("facts.groups[0]", "veteram is not known", "did you mean veteran?")),
        ({"facts": {"kind": "serdo"}}, ("facts.kind", "serdo is not known", "did you mean surdo?")),
        ({"facts": {"kind": "zzz"}}, ("facts.kind", "zzz is not known", "one of: surdo, tiflo, other")),
        ({"facts": {"war": "приравнен"}}, ("facts.war", "приравнен is not known", "did you mean equated?")),
        ({"facts": {"birth_date": "soon"}}, ("facts.birth_date", "soon is not a date", "write it as 2018-03-01")),
        (
            {"facts": {"birth_date": "2018-06-02"}},
            ("facts.birth_date", "2018-06-02 is after the day of filing", "check both dates"),
        ),
        ({"facts": {"birth_date": "1880-01-01"}}, ("facts.birth_date", "138 is not between 0 and 130", "check the number")),
        (
            {"facts": {"birth_date": "1990-06-01", "age": 27}},
            ("facts.age", "age does not agree with birth_date", "give one of the two, or make them agree"),
        ),
        (
            {"facts": {"birth_date": "1990-06-01", "age": 200}},
            ("facts.age", "200 is not between 0 and 130", "check the number"),
        ),
        ({"events": []}, ("events", "events are a mapping of names to days", "see docs/embedding.md")),
        ({"events": {"decision": "2018-06-01"}}, ("events.decision", "decision is not known", EVENTS)),
        ({"submitted": {}}, ("submitted", "submitted is a list of documents", 'write for example ["application"]')),
        (
            {"submitted": [7]},
            ("submitted[0]", "a document presented is an id or a mapping", 'write for example {"document": "application"}'),
        ),
        ({"submitted": ["card", "crad"]}, ("submitted[1]", "crad is not known", "did you mean card?")),
        ({"submitted": [{"document": "card", "instead_of": "zzz"}]}, ("submitted[0]", "zzz is not known", DOCUMENTS)),
        ({"submitted": [{"form": "copy"}]}, ("submitted[0]", "document is missing", "add it")),
        (
            {"submitted": [{"document": "card", "form": "fax"}]},
            ("submitted[0]", "fax is not known", "one of: original, copy, both, electronic"),
        ),
        (
            {"submitted": [{"document": "card", "form": "көшірме"}]},
            ("submitted[0]", "көшірме is not known", "did you mean copy?"),
        ),
        (
            {"submitted": [{"document": "card", "state": "zzz"}]},
            (
                "submitted[0]",
                "zzz is not known",
                "one of: readable, damaged, expired, name-differs, iin-differs, outdated-form",
            ),
        ),
        (
            {"submitted": [{"document": "card", "zzz": 1}]},
            (
                "submitted[0].zzz",
                "zzz is not known",
                "one of: document, form, state, expired_on, instead_of, copies, issued_on",
            ),
        ),
        (
            {"submitted": [{"document": "card", "expired_on": "soon"}]},
            ("submitted[0].expired_on", "soon is not a date", "write it as 2018-03-01"),
        ),
        (
            {"submitted": [{"document": "card", "issued_on": "2018-06-02"}]},
            ("submitted[0].issued_on", "2018-06-02 is after the day of filing", "check both dates"),
        ),
        *(
            (
                {"submitted": [{"document": "card", "copies": copies}]},
                ("submitted[0].copies", f"{said} is no number of copies", "write a whole number from 1 to 999"),
            )
            for copies, said in ((0, "0"), (1000, "1000"), (True, "true"), ("много", "…"), (2.5, "2.5"))
        ),
        ({"person": "Оспан"}, ("person", "person is a mapping of names to texts", "see docs/embedding.md")),
        (
            {"person": {"zzz": "Оспан"}},
            ("person.zzz", "zzz is not known", "one of: surname, name, patronymic, iin, address, phone"),
        ),
        (
            {"person": {"name": "x" * (MAX_TEXT + 1)}},
            (
                "person.name",
                "this is not a text of at most 500 characters without control characters",
                "check what was typed",
            ),
        ),
        (
            {"person": {"iin": "900140100004"}},
            ("person.iin", "this is the number of a business (BIN), not of a person", "check the number"),
        ),
        ({"person": {"iin": "1"}}, ("person.iin", "an IIN has twelve digits", "check the number")),
    ],
)
def test_one_mistake(more: dict[str, Any], said: Said) -> None:
    assert told(**more) == [said]


def test_no_more_entries_than_anybody_has() -> None:
    assert MAX_ENTRIES == 200
    facts = {f"fact-{n}": True for n in range(201)}
    assert told(facts=facts) == [("facts", "there are more than 200 facts", "leave out what is no fact")]
    assert len(told(facts=dict(list(facts.items())[:200]))) == 200
    assert len(SMALL.engine.read(GOOD | {"submitted": ["card"] * 200}).submitted or ()) == 200
    assert [where for where, *_ in told(submitted=["card"] * 201)] == ["submitted"]
    days = {f"event-{n}": "2018-06-01" for n in range(201)}
    assert [where for where, *_ in told(events=days)] == ["events"]
    assert len(told(events=dict(list(days.items())[:200]))) == 200


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (20000, 20000),
        (20000.0, 20000),
        (20000.5, Decimal("20000.5")),
        ("20000.50", Decimal("20000.5")),
        (Decimal("20000.5000"), Decimal("20000.5")),
        ("1e3", 1000),
        ("0", 0),
    ],
)
def test_a_number_is_read_just_as_it_is_written(said: Any, value: Any) -> None:
    found = SMALL.engine.read(GOOD | {"facts": {"income": said}}).facts["income"]
    assert found == value
    assert type(found) is type(value)


def test_several_values_are_read_in_the_order_of_the_fact() -> None:
    def read(said: Any) -> Any:
        return SMALL.engine.read(GOOD | {"facts": {"groups": said}}).facts["groups"]

    assert read(["carer", "veteran", "carer"][:2]) == ("veteran", "carer")
    assert read("carer") == ("carer",)
    assert read([]) == ()


@pytest.mark.parametrize(
    ("begun", "on", "months"),
    [
        (date(2018, 1, 15), date(2018, 2, 14), 0),
        (date(2018, 1, 15), date(2018, 2, 15), 1),
        (date(2018, 1, 31), date(2018, 2, 28), 0),
        (date(2018, 1, 31), date(2018, 3, 1), 1),
        (date(2016, 11, 15), date(2018, 6, 1), 18),
        (date(2018, 6, 1), date(2018, 6, 1), 0),
    ],
)
def test_whole_months(begun: date, on: date, months: int) -> None:
    assert whole_months(begun, on) == months


def test_a_date_is_kept_where_a_condition_reads_it_and_only_there() -> None:
    facts = {"birth_date": "2000-06-01"}
    assert SMALL.engine.read(GOOD | {"facts": facts}).facts == {"age": 18}
    reading = Small({"document": "card", "when": "birth_date < 2001-01-01 or age < 7"})
    case = reading.engine.read(GOOD | {"facts": facts})
    assert case.facts == {"age": 18, "birth_date": date(2000, 6, 1)}
    assert reading.decide(case).lines[0].status == "required"


def test_an_age_is_looked_at_where_the_birth_date_gives_it() -> None:
    assert SMALL.engine.read(GOOD | {"facts": {"birth_date": "2000-06-01"}}).facts == {"age": 18}
    assert SMALL.engine.read(GOOD | {"facts": {"birth_date": "2000-06-02"}}).facts == {"age": 17}
    assert SMALL.engine.read(GOOD | {"facts": {"birth_date": "2018-06-01"}}).facts == {"age": 0}
    assert SMALL.engine.read(GOOD | {"facts": {"birth_date": "2000-06-02", "age": 17}}).facts == {"age": 17}


def test_the_ends_of_a_range_are_inside_it() -> None:
    for stay in (0, 50):
        assert SMALL.engine.read(GOOD | {"facts": {"stay": stay}}).facts == {"stay": stay}


def test_contradictions_are_told_with_their_own_words() -> None:
    apart = Small({"document": "card"}, contradictions=["orphan and alone"])
    with pytest.raises(Refused) as refused:
        apart.engine.read(GOOD | {"facts": {"orphan": True, "alone": True}})
    [one] = refused.value.diagnostics
    assert (one.where, one.message(), one.advice()) == ("facts", "the facts contradict each other: не сходится (қаз.)", "")


def test_a_person_is_read_without_what_is_empty() -> None:
    read = SMALL.engine.read(GOOD | {"person": {"surname": "  Оспан ", "name": " ", "phone": None, "address": "x" * MAX_TEXT}})
    assert read.person == Person(surname="Оспан", address="x" * MAX_TEXT)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2000, 6, 1), date(2018, 6, 1), 18),
        (date(2000, 6, 2), date(2018, 6, 1), 17),
        (date(2000, 7, 1), date(2018, 6, 30), 17),
        (date(2000, 2, 29), date(2018, 2, 28), 17),
        (date(2000, 2, 29), date(2018, 3, 1), 18),
        (date(2018, 6, 1), date(2018, 6, 1), 0),
    ],
)
def test_whole_years(born: date, on: date, years: int) -> None:
    assert whole_years(born, on) == years


def test_a_day_is_written_in_one_way() -> None:
    assert iso_date("2018-03-01") == date(2018, 3, 1)
    assert [iso_date(one) for one in ("20180301", "2018-3-1", "2018-W09-4", "", None, 20180301)] == [None] * 6


def test_text_is_what_can_be_printed_on_a_letter() -> None:
    assert is_plain_text("Оспанова Айгүл — 7 кв.")
    for sign in ("\x07", "\u200b", "\ud800", "\u0378", "\ue000", "\u2028", "\u2029"):
        assert not is_plain_text(f"a{sign}b")


@pytest.mark.parametrize(
    ("state", "expired_on", "on", "told_as"),
    [
        ("readable", None, date(2018, 6, 1), "readable"),
        ("readable", date(2018, 6, 1), date(2018, 6, 1), "readable"),
        ("readable", date(2018, 5, 31), date(2018, 6, 1), "expired"),
        ("damaged", date(2018, 5, 31), date(2018, 6, 1), "damaged"),
    ],
)
def test_a_paper_is_good_to_its_last_day(state: Any, expired_on: date | None, on: date, told_as: str) -> None:
    assert Presented("card", None, state, expired_on).state_on(on) == told_as


# --- by its name


NAMES = {
    "order": Text("қаулы", "постановление о выплате"),
    "decree": Text("шешім", "новое постановление"),
    "long": Text("өтініш", "новое длинное постановление о выплате"),
}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("постановление", ("постановление", "order")),
        ("Постановление  о   выплате", ("Постановление о выплате", "order")),
        ("новое", ("новое", "decree")),
        ("длинное", ("длинное", "long")),
        ("выплате постановление", ("выплате постановление", "order")),
        ("қаулы", ("қаулы", "order")),
        ("постановление Оспанова", ("…", "")),
        ("Оспанов", ("…", "")),
        ("ordr", ("ordr", "order")),
        ("", ("…", "")),
    ],
)
def test_what_is_typed_by_its_name_is_known(typed: str, said: tuple[str, str]) -> None:
    found = mistyped(typed, NAMES, NAMES)
    assert (found["id"], found["guess"]) == said
    assert mistyped(typed, ["another"], NAMES)["guess"] == ""


def test_without_names_a_word_of_another_script_is_nobodys() -> None:
    assert mistyped("постановление", ["order"]) == {"id": "…", "guess": "", "known": "order"}


def test_forms_and_states_are_known_by_what_the_screen_calls_them() -> None:
    presented = (*FORMS, *STATES)
    found = {id: (text.kk, text.ru) for id, text in names_presented(presented).items()}
    assert found == {
        "original": ("түпнұсқа", "подлинник"),
        "copy": ("көшірме", "копия"),
        "both": ("түпнұсқа және көшірме", "подлинник и копия"),
        **{id: found[id] for id in found if id not in ("original", "copy", "both")},
    }
    assert len(set(found.values())) == len(presented) == 10
    assert names_presented(["copy", "unheard-of"]).keys() == {"copy"}


def test_yes_and_no_in_both_languages() -> None:
    assert all(map(says_yes_or_no, ("да", "Нет", " иә ", "жоқ")))
    assert not any(map(says_yes_or_no, ("", "может быть", True, None, "yes")))
