"""A heading: everything wrong with it is said at once, and a person's name is never repeated."""

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.population.table_heading import MAX_COLUMNS, RawColumn, TableHeading
from eligibility.rulefiles.shipped import shipped_pack

PACK = shipped_pack()
DOCUMENT = next(iter(PACK.documents))
COUNTED, SINCE = next((id, fact.since) for id, fact in PACK.facts.items() if fact.since)
BOOL = next(id for id, fact in PACK.facts.items() if fact.type == "bool")
GOOD = ("service", "region", "on")


def headed(*names: str | RawColumn, carried: tuple[str, ...] = ()) -> TableHeading:
    columns = [RawColumn(name) if isinstance(name, str) else name for name in names]
    return TableHeading.of(columns, "people.csv", PACK, carried)


def wrong(*names: str | RawColumn, carried: tuple[str, ...] = ()) -> list[tuple[str, object]]:
    with pytest.raises(Refused) as caught:
        headed(*names, carried=carried)
    return [(one.code, one.values.get("id")) for one in caught.value.diagnostics]


def test_every_key_of_a_case_has_its_column() -> None:
    heading = headed(f"submitted.{DOCUMENT}", "on", str(SINCE), "note", "act", "region", BOOL, "service", carried=("note",))
    assert heading.places == ("act", "region")
    assert heading.facts == (SINCE, BOOL)
    assert heading.documents == (DOCUMENT,)
    assert heading.carried == ("note",)
    assert COUNTED in heading.counted
    assert COUNTED in heading.known


def test_everything_wrong_is_said_in_one_refusal() -> None:
    assert wrong("servise", "region", "region", "submitted.passport-of-nobody", RawColumn(BOOL, "other")) == [
        ("column-unknown", "servise"),
        ("column-twice", "region"),
        ("column-unknown", "submitted.passport-of-nobody"),
        ("column-type", BOOL),
        ("column-missing", "service"),
        ("column-missing", "on"),
    ]
    assert wrong("service", "on") == [("place-missing", None)]


def test_the_column_that_is_meant_is_named() -> None:
    with pytest.raises(Refused) as caught:
        headed(*GOOD, "disabilty")
    assert caught.value.diagnostics[0].values["guess"] == "disability"


def test_a_person_in_the_place_of_a_heading_is_not_repeated() -> None:
    codes = wrong("Ахметова Әсем", "790101300123", "Шымкент")
    assert codes[:3] == [("column-unknown", "…")] * 3


def test_what_is_read_does_not_come_along_unread_and_what_is_not_there_neither() -> None:
    assert wrong(*GOOD, BOOL, carried=(BOOL,)) == [("carried-read", BOOL)]
    assert wrong(*GOOD, "iin", carried=("iim",)) == [("column-unknown", "iin"), ("carried-missing", "iim")]
    assert wrong(*GOOD, "#bad", carried=("#bad",)) == [("column-unknown", "…")]


def test_a_table_has_no_more_columns_than_anybody_needs() -> None:
    names = [f"k{n}" for n in range(MAX_COLUMNS)]
    assert wrong(*GOOD, *names, carried=tuple(names)) == [("columns-too-many", None)]
