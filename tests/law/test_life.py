"""Acts in time: the standing of each of the five acts on each day, and what may never happen in any act's life."""

from datetime import date, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.life import Life, LifeReason, Status, life_on, with_publication
from eligibility.law.vocabulary import Act, Amendment, Registration, Repeal
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.words.text import Text

DAY = timedelta(days=1)
FIRST, LAST = date(2011, 1, 1), date(2027, 12, 31)
DAYS = [FIRST + n * DAY for n in range((LAST - FIRST).days + 1)]

Spans = list[tuple[str, Status]]

CITY, REGION, HEALTH = "almaty-city-2014-4-886", "almaty-region-2018-81", "almaty-region-health-2019-43"
KYZYLORDA, SOUTH = "kyzylorda-2015-118", "south-kazakhstan-2012-370"

LIVES: dict[tuple[str, int], Spans] = {
    (SOUTH, 1): [
        ("2012-12-14", "not-in-effect"),
        ("2013-01-08", "undetermined"),  # the day of publication is the first of the ten
        ("2013-03-09", "in-force"),
        ("2013-06-27", "undetermined"),  # the note of repeal says nothing about publication
        ("2013-08-26", "repealed"),
    ],
    (CITY, 9): [
        ("2014-10-28", "not-in-effect"),
        ("2014-11-30", "undetermined"),
        ("2015-01-29", "in-force"),
        ("2015-09-20", "undetermined"),
        ("2015-11-19", "repealed"),
    ],
    (KYZYLORDA, 4): [
        ("2015-08-10", "not-in-effect"),
        ("2015-09-21", "undetermined"),
        ("2015-11-20", "in-force"),
        ("2020-02-17", "undetermined"),
        ("2020-04-17", "repealed"),
    ],
    (REGION, 2): [
        ("2018-03-01", "not-in-effect"),
        ("2018-03-30", "undetermined"),
        ("2018-05-29", "in-force"),
        ("2020-02-24", "undetermined"),
        ("2020-04-24", "repealed"),
    ],
    (REGION, 3): [  # amended by № 104
        ("2018-03-01", "not-in-effect"),  # nothing of the act applied yet, whatever its text was
        ("2018-03-30", "edition-not-held"),
        ("2019-04-09", "undetermined"),
        ("2019-06-08", "in-force"),
        ("2020-02-24", "undetermined"),
        ("2020-04-24", "repealed"),
    ],
    (REGION, 4): [  # amended by № 547
        ("2018-03-01", "not-in-effect"),
        ("2018-03-30", "edition-not-held"),
        ("2019-12-14", "undetermined"),
        ("2020-02-12", "in-force"),
        ("2020-02-24", "undetermined"),
        ("2020-04-24", "repealed"),
    ],
    (HEALTH, 1): [
        ("2019-01-28", "not-in-effect"),
        ("2019-02-23", "undetermined"),
        ("2019-04-24", "in-force"),
        ("2020-02-11", "undetermined"),
        ("2020-04-11", "repealed"),
    ],
    (HEALTH, 7): [  # amended by № 434
        ("2019-01-28", "not-in-effect"),
        ("2019-02-23", "edition-not-held"),
        ("2019-10-19", "undetermined"),
        ("2019-12-18", "in-force"),
        ("2020-02-11", "undetermined"),
        ("2020-04-11", "repealed"),
    ],
    (HEALTH, 17): [  # added by № 434
        ("2019-10-08", "not-in-effect"),
        ("2019-10-19", "undetermined"),
        ("2019-12-18", "in-force"),
        ("2020-02-11", "undetermined"),
        ("2020-04-11", "repealed"),
    ],
}
"""by act and annex: the first day of each standing, after the days before the adoption"""


def published(days: dict[str, str]) -> dict[str, Act]:
    return with_publication(shipped_pack().acts, {key: date.fromisoformat(day) for key, day in days.items()})


def spans(act: Act, annex: int) -> Spans:
    """Each standing with its first day."""
    lives = [(day, life_on(act, annex, day).status) for day in DAYS]
    return [(next(run)[0].isoformat(), status) for status, run in groupby(lives, key=lambda pair: pair[1])]


@pytest.mark.parametrize(("act", "annex"), LIVES)
def test_the_standing_on_every_day(act: str, annex: int) -> None:
    assert spans(shipped_pack().acts[act], annex) == [(FIRST.isoformat(), "not-adopted"), *LIVES[act, annex]]


def test_every_act_is_among_them() -> None:
    assert {act for act, _ in LIVES} == set(shipped_pack().acts)


@pytest.mark.parametrize(
    ("days", "act", "annex", "expected"),
    [
        (
            {KYZYLORDA: "2015-10-05"},
            KYZYLORDA,
            4,
            [
                ("2015-08-10", "not-in-effect"),
                ("2015-10-16", "in-force"),
                ("2020-02-17", "undetermined"),
                ("2020-04-17", "repealed"),
            ],
        ),
        (
            {KYZYLORDA: "2015-10-05", f"repeal:{KYZYLORDA}": "2020-02-10"},
            KYZYLORDA,
            4,
            [("2015-08-10", "not-in-effect"), ("2015-10-16", "in-force"), ("2020-02-21", "repealed")],
        ),
        (
            {REGION: "2018-04-02", f"{REGION}/104": "2019-04-15", f"repeal:{REGION}": "2020-02-20"},
            REGION,
            3,
            [
                ("2018-03-01", "not-in-effect"),
                ("2018-04-13", "edition-not-held"),
                ("2019-04-26", "in-force"),
                ("2020-03-02", "repealed"),
            ],
        ),
        (
            {f"{REGION}/104": "2019-04-15"},
            REGION,
            2,
            LIVES[REGION, 2],
        ),
    ],
)
def test_a_known_day_of_publication_closes_the_windows(days: dict[str, str], act: str, annex: int, expected: Spans) -> None:
    assert spans(published(days)[act], annex)[1:] == expected


def test_a_day_is_exact_only_where_it_is_known() -> None:
    act = published({KYZYLORDA: "2015-10-05", f"repeal:{KYZYLORDA}": "2020-02-10"})[KYZYLORDA]
    assert all(life_on(act, 4, day).exact for day in DAYS)
    act = shipped_pack().acts[KYZYLORDA]
    assert {life_on(act, 4, day).exact for day in DAYS if day >= act.adopted} == {False}


def test_the_repealing_or_amending_act_is_named() -> None:
    act = shipped_pack().acts[REGION]
    assert life_on(act, 3, date(2019, 1, 1)).number == "104"
    assert life_on(act, 4, date(2019, 1, 1)).number == "547"
    assert life_on(act, 4, date(2024, 1, 1)).number == "56"
    assert life_on(act, 2, date(2019, 1, 1)).number is None


def test_no_day_is_too_late_to_count_from() -> None:
    far = {KYZYLORDA: "9999-12-31", f"repeal:{KYZYLORDA}": "9999-12-31"}
    assert life_on(published(far)[KYZYLORDA], 4, date(2018, 1, 1)).status == "not-in-effect"


# --- any act

ORDER: dict[LifeReason, int] = {
    "not-adopted": 0,
    "added-not-adopted": 0,
    "not-in-effect": 1,
    "added-not-in-effect": 1,
    "edition-not-held": 1,
    "effect-undetermined": 2,
    "amendment-undetermined": 2,
    "added-undetermined": 2,
    "in-force": 3,
    "repeal-undetermined": 4,
    "repealed": 5,
    "repealed-day-unknown": 5,
}
"""what an edition's standing may become: never anything earlier"""

TEXT = Text(kk="а", ru="а")


@st.composite
def any_act(draw: st.DrawFn) -> Act:
    """Adopted, registered, published, amended, repealed: in this order, on any days."""
    gaps = st.integers(0, 400)
    start = draw(st.dates(date(2011, 6, 1), date(2020, 1, 1)))
    adopted = start
    registered = adopted + draw(gaps) * DAY
    first = registered + draw(gaps) * DAY
    amended = first + draw(gaps) * DAY
    known = draw(st.none() | st.just(amended + draw(gaps) * DAY))
    amendment = draw(st.sampled_from([Amendment("2", amended, (1,)), Amendment("2", amended, (), (1,))]))._replace(
        published=known
    )
    repealed = amended + draw(gaps) * DAY
    repeal = Repeal("3", repealed, draw(st.booleans()), draw(st.none() | st.just(repealed + draw(gaps) * DAY)))
    return Act(
        *("1", TEXT, TEXT, "town", TEXT, adopted, Registration("1", registered), "act 1", {}),
        published=draw(st.none() | st.just(first)),
        amendments=draw(st.sampled_from([(), (amendment,)])),
        repeal=draw(st.sampled_from([None, repeal])),
    )


def lives(act: Act) -> list[Life]:
    return [life_on(act, 1, day) for day in DAYS]


@given(any_act())
def test_time_runs_one_way(act: Act) -> None:
    order = [ORDER[life.reason] for life in lives(act)]
    assert order == sorted(order)


@given(any_act())
def test_nothing_is_in_force_outside_its_earliest_days(act: Act) -> None:
    for day, life in zip(DAYS, lives(act), strict=True):
        if life.status == "in-force":
            assert day >= act.registered.day + 11 * DAY or act.published
            assert act.repeal is None or day < act.repeal.adopted + 11 * DAY or act.repeal.published
        assert life.answers == (life.status in ("in-force", "undetermined"))
        assert (life.reason == "not-adopted") == (day < act.adopted)


@given(any_act())
def test_no_window_is_longer_than_sixty_days(act: Act) -> None:
    for (reason, _), run in groupby(lives(act), key=lambda life: (life.reason, life.number)):
        assert not reason.endswith("-undetermined") or len(list(run)) <= 60


@given(any_act(), st.integers(0, 400), st.integers(0, 400))
def test_known_days_leave_nothing_undetermined(act: Act, after: int, later: int) -> None:
    days = {"act": act.registered.day + after * DAY}
    days |= {f"act/{one.number}": one.adopted + after * DAY for one in act.amendments}
    days |= {"repeal:act": act.repeal.adopted + later * DAY} if act.repeal else {}
    known = with_publication({"act": act}, days)["act"]
    assert not any(life.status == "undetermined" for life in lives(known))
    assert all(life.exact for life in lives(known))
