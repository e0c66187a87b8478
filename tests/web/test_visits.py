"""A visit is a value that the page alone keeps, sealed: nobody reads it there, and once it has ended nothing opens it."""

import sqlite3
from datetime import date
from decimal import Decimal
from pathlib import Path
from secrets import token_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.interview.reply import AnswerGiven, Topic
from eligibility.web.kiosk.sealing import LASTS, MOST, Seals
from eligibility.web.kiosk.visit import Visit, new_id, visit_of

NOW = 1_900_000_000
KEY = token_bytes(32)
RULES = "sha256:1"
BORN = date(1946, 3, 1)
TOLD = Visit(
    "one",
    region="kyzylorda-region",
    on=date(2016, 3, 1),
    phrase="коляска Ескендірову",
    aim="service",
    services=("wheelchairs",),
    filing_for="child",
    given=(AnswerGiven(Topic("disability"), "group-1"), AnswerGiven(Topic("age"), BORN), AnswerGiven(Topic("a", "b"), None)),
)

replies = st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.tuples(st.text(), st.text())
decimals = st.decimals(allow_nan=False, allow_infinity=False).map(Decimal)
answers = st.builds(AnswerGiven, st.builds(Topic, st.text(), st.none() | st.text()), replies | decimals)
visits = st.builds(
    Visit,
    st.text(),
    region=st.none() | st.text(),
    on=st.none() | st.dates(),
    phrase=st.text(max_size=50),
    aim=st.sampled_from(["", "service", "screening", "trip"]),
    services=st.lists(st.text()).map(tuple),
    given=st.lists(answers, max_size=5).map(tuple),
    before=st.none() | st.integers(0, 9),
    changing=st.none() | st.integers(0, 9),
    read_over=st.booleans(),
)


@pytest.fixture(scope="module")
def seals(tmp_path_factory: pytest.TempPathFactory) -> Seals:
    return Seals(KEY, RULES, tmp_path_factory.mktemp("runtime"))


@given(visits)
def test_a_visit_is_read_back_as_it_was(visit: Visit) -> None:
    assert visit_of(visit.data()) == visit


def test_a_seal_opens_as_long_as_the_visit_lasts(seals: Seals) -> None:
    seal = seals.seal(TOLD, NOW)
    assert seals.open(seal, NOW) == TOLD
    assert seals.open(seal, NOW + LASTS - 1) == TOLD
    assert seals.open(seal, NOW + LASTS) is None


def test_nothing_in_a_seal_can_be_read_and_no_two_are_alike(seals: Seals) -> None:
    seal = seals.seal(TOLD, NOW)
    assert seal != seals.seal(TOLD, NOW)
    for said in ("disability", "group-1", "wheelchairs", "1946"):
        assert said not in seal


def test_clearing_ends_a_visit_and_every_page_of_it(tmp_path: Path) -> None:
    seals = Seals(KEY, RULES, tmp_path)
    before, other = seals.seal(TOLD, NOW - 100), Visit("other")
    seals.end(TOLD, NOW)
    assert seals.open(before, NOW) is None
    assert seals.open(seals.seal(other, NOW), NOW) == other


def test_another_worker_knows_that_a_visit_has_ended(tmp_path: Path) -> None:
    one, another = Seals(KEY, RULES, tmp_path), Seals(KEY, RULES, tmp_path)
    seal = one.seal(TOLD, NOW)
    assert another.open(seal, NOW) == TOLD
    one.end(TOLD, NOW)
    assert another.open(seal, NOW) is None


def test_another_start_of_the_server_opens_nothing_of_the_one_before(tmp_path: Path) -> None:
    assert Seals(token_bytes(32), RULES, tmp_path).open(Seals(KEY, RULES, tmp_path).seal(TOLD, NOW), NOW) is None


def test_a_visit_by_other_rules_begins_anew(tmp_path: Path) -> None:
    seal = Seals(KEY, RULES, tmp_path).seal(TOLD, NOW)
    assert Seals(KEY, RULES, tmp_path).open(seal, NOW) == TOLD
    assert Seals(KEY, "sha256:2", tmp_path).open(seal, NOW) is None


def test_a_file_that_was_cleared_away_is_there_again(tmp_path: Path) -> None:
    seals = Seals(KEY, RULES, tmp_path)
    seal = seals.seal(TOLD, NOW)
    (file,) = tmp_path.iterdir()
    file.unlink()
    assert seals.open(seal, NOW) == TOLD
    seals.end(TOLD, NOW)
    assert seals.open(seal, NOW) is None


def test_the_file_holds_ids_and_moments_alone_and_forgets_them(tmp_path: Path) -> None:
    seals = Seals(KEY, RULES, tmp_path)
    seals.end(TOLD, NOW)
    (file,) = tmp_path.iterdir()
    assert b"disability" not in file.read_bytes()
    held = sqlite3.connect(file)
    assert held.execute("SELECT * FROM ended").fetchall() == [("one", NOW + LASTS)]
    seals.end(Visit("two"), NOW + LASTS)
    assert held.execute("SELECT visit FROM ended").fetchall() == [("two",)]
    held.close()


def test_where_ends_cannot_be_kept_nothing_is_opened(tmp_path: Path) -> None:
    seals = Seals(KEY, RULES, tmp_path)
    seal = seals.seal(TOLD, NOW)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"no database" * 100)
    seals.end(TOLD, NOW)
    assert seals.open(seal, NOW) is None
    assert seals.open(seals.seal(Visit("other"), NOW), NOW) is None


@given(st.text() | st.text("ABCDEFabcdef0123_-=", max_size=MOST + 10))
def test_what_is_no_seal_opens_nothing(seals: Seals, said: str) -> None:
    assert seals.open(said, NOW) is None


def test_a_seal_that_was_changed_opens_nothing(seals: Seals) -> None:
    seal = seals.seal(TOLD, NOW)
    for at in range(0, len(seal), 7):
        other = "A" if seal[at] != "A" else "B"
        assert seals.open(seal[:at] + other + seal[at + 1 :], NOW) is None


def test_every_visit_has_an_id_of_its_own() -> None:
    assert len({new_id() for _ in range(100)}) == 100
