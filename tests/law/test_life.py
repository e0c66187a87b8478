"""Acts in time: the standing of each of the five acts on each day, and what may never happen in any act's life."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eligibility.law.life import Life, LifeReason, Status, life_on, with_publication
from eligibility.law.vocabulary import Act, Amendment, Effect, InForce, Registration, Repeal
from eligibility.rulefiles.shipped import shipped_pack
from tests.law.made_up_acts import made_up

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


def spans(act: Act, annex: int | None) -> Spans:
    """Each standing with its first day."""
    lives = [(day, life_on(act, annex, day).status) for day in DAYS]
    return [(next(run)[0].isoformat(), status) for status, run in groupby(lives, key=lambda pair: pair[1])]


@pytest.mark.parametrize(("act", "annex"), LIVES)
def test_the_standing_on_every_day(act: str, annex: int) -> None:
    assert spans(shipped_pack().acts[act], annex) == [(FIRST.isoformat(), "not-adopted"), *LIVES[act, annex]]


def test_every_act_is_among_them() -> None:
    assert {act for act, _ in LIVES} == {id for id, act in shipped_pack().acts.items() if act.text != "elsewhere"}


ELSEWHERE: dict[str, Spans] = {
    "decree-394-2011": [("2011-04-07", "undetermined")],
    "order-272-2015": [("2015-04-27", "undetermined"), ("2020-11-23", "repealed")],
    "order-279-2015": [("2015-04-28", "undetermined"), ("2021-05-24", "repealed")],
    "order-319-2015": [("2015-04-09", "undetermined")],
    "order-320-2015": [("2015-05-05", "undetermined"), ("2023-07-01", "repealed")],
    "order-227-2023": [("2023-06-21", "not-in-effect"), ("2023-07-01", "in-force")],  # amended, in a text that is not at hand
}
"""of acts whose text is not at hand"""


@pytest.mark.parametrize("act", ELSEWHERE)
def test_the_standing_of_an_act_whose_text_is_not_at_hand(act: str) -> None:
    assert spans(shipped_pack().acts[act], None) == [(FIRST.isoformat(), "not-adopted"), *ELSEWHERE[act]]


def test_an_act_that_began_nobody_knows_when_is_never_certainly_in_force() -> None:
    unknown = {id: act for id, act in shipped_pack().acts.items() if act.in_force == "unknown"}
    assert {id for id, act in unknown.items() if "in-force" in {life_on(act, None, day).status for day in DAYS[::30]}} == set()


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
    "effect-unknown": 2,
    "amendment-undetermined": 2,
    "added-undetermined": 2,
    "in-force": 3,
    "repeal-undetermined": 4,
    "filed-before-repeal": 4,
    "repealed": 5,
    "repealed-day-unknown": 5,
}
"""what the standing of an edition may become of which only the last wording is held: never anything earlier"""

GAPS = st.integers(0, 90)
EFFECTS = st.builds(InForce, st.integers(0, 40), st.booleans())


@dataclass(frozen=True)
class AnyAct:
    """An act, and the earlier wordings of its first annex that are held."""

    act: Act
    held: frozenset[str]

    @property
    def days(self) -> list[date]:
        """From before its adoption to the day after which nothing changes any more."""
        first, last = self.act.adopted - 2 * DAY, (self.act.repeal or self.act).adopted + 300 * DAY
        return [first + n * DAY for n in range((last - first).days)]


@st.composite
def any_act(draw: st.DrawFn, wordings: bool = True, unknown: bool = True) -> AnyAct:
    """Adopted, registered, published, amended up to three times, repealed: in this order, on any days; each begins some days
    after its publication, or on a day of its own, or nobody knows when."""

    def effect(adopted: date) -> Effect:
        fixed = st.builds(InForce, on=st.just(adopted + draw(GAPS) * DAY))
        return draw(st.one_of(EFFECTS, fixed, *([st.just("unknown")] if unknown else [])))

    adopted = day = date(2018, 1, 31)
    day += draw(GAPS) * DAY
    registered = draw(st.sampled_from([None, Registration("1"), Registration("1", day)]))
    published = draw(st.none() | st.just(day + draw(GAPS) * DAY))
    days = [day := day + (1 + draw(GAPS)) * DAY for _ in range(draw(st.integers(1, 4)))]
    amendments = [
        Amendment(
            *(one, effect(one), str(2 + at)),
            annexes=(1,) if at or draw(st.booleans()) else (),
            adds=(1,) if not at and draw(st.booleans()) else (),
            published=draw(st.none() | st.just(one + draw(GAPS) * DAY)),
            filed_before=draw(st.none() | st.dates(one, then)),
        )
        for at, (one, then) in enumerate(pairwise(days))
    ]
    repeal = Repeal(
        *(days[-1], effect(days[-1]), "9"),
        published=draw(st.none() | st.just(days[-1] + draw(GAPS) * DAY)),
        filed_before=draw(st.none() | st.just(days[-1] + draw(GAPS) * DAY)),
    )
    held = draw(st.sets(st.sampled_from(amendments))) if amendments and wordings else ()
    act = made_up(adopted, in_force=effect(adopted), registered=registered, published=published, amendments=tuple(amendments))
    act = act._replace(repeal=draw(st.sampled_from([None, repeal])))
    return AnyAct(act, frozenset(one.id for one in held))


def lives(one: AnyAct) -> list[Life]:
    return [life_on(one.act, 1, day, one.held) for day in one.days]


class Start(NamedTuple):
    """When something begins, told by somebody who counts on fingers: the first day that is possible and the first certain."""

    possible: date
    certain: date

    @classmethod
    def of(cls, begun: Act | Amendment | Repeal) -> "Start":
        registered = None if isinstance(begun, Repeal) else begun.registered
        latest_known = registered.day if registered and registered.day else begun.adopted
        if begun.in_force == "unknown":
            return cls(latest_known, date.max if isinstance(begun, Act) else latest_known + 60 * DAY)
        if begun.in_force.on:
            return cls(begun.in_force.on, begun.in_force.on)
        day = begun.published or latest_known
        for _ in range(begun.in_force.days_after_publication or 0):
            day += DAY
        day += DAY if not begun.in_force.counting_publication_day else 0 * DAY
        return cls(day, day if begun.published else day + 60 * DAY)


def told(one: AnyAct, day: date) -> tuple[Status, str | None]:
    """What is to be said of an annex on a day, and which of its wordings answers: one question after the other."""
    act, repeal = one.act, one.act.repeal
    if day < act.adopted:
        return "not-adopted", None
    lodged_in_time = repeal is not None and repeal.filed_before is not None and day < repeal.filed_before
    if repeal and not lodged_in_time and day >= Start.of(repeal).certain:
        return "repealed", None
    adding = [amendment for amendment in act.amendments if amendment.adds]
    if any(day < amendment.adopted for amendment in adding):
        return "not-adopted", None
    begun = [Start.of(act), *map(Start.of, adding)]
    if any(day < start.possible for start in (begun[1:] if act.in_force == "unknown" else begun)):
        return "not-in-effect", None
    changes = changes_of(act)
    applied = [(change, start) for new_from, change, start in changes if day >= new_from]
    following = [change for new_from, change, _ in changes if day < new_from]
    wording = following[0].id if following else None
    if wording and wording not in one.held:
        return "edition-not-held", None
    begun += [start for change, start in applied[-1:] if change.filed_before is None]
    open_end = repeal is not None and not lodged_in_time and day >= Start.of(repeal).possible
    return "undetermined" if open_end or any(day < start.certain for start in begun) else "in-force", wording


def changes_of(act: Act) -> list[tuple[date, Amendment, Start]]:
    """The amendments of the annex as they began, each after the day from which files go by it."""
    found = [(Start.of(amendment), amendment) for amendment in act.amendments if amendment.annexes]
    return [
        (max(start.possible, amendment.filed_before or start.possible), amendment, start)
        for start, amendment in sorted(found, key=lambda pair: pair[0])
    ]


def in_order(act: Act) -> bool:
    """Whether files go by each wording only after they went by the one before."""
    days = [day for day, _, _ in changes_of(act)]
    return all(one < other for one, other in pairwise(days))


@given(any_act())
def test_the_standing_and_the_wording_are_those_that_counting_by_hand_gives(one: AnyAct) -> None:
    assume(in_order(one.act))
    found = [(life.status, life.wording) for life in lives(one)]
    assert found == [told(one, day) for day in one.days]


@given(any_act(wordings=False))
def test_time_runs_one_way(one: AnyAct) -> None:
    order = [ORDER[life.reason] for life in lives(one)]
    assert order == sorted(order)


@given(any_act())
def test_nothing_answers_that_is_not_there(one: AnyAct) -> None:
    for day, life in zip(one.days, lives(one), strict=True):
        assert life.answers == (life.status in ("in-force", "undetermined"))
        assert (life.reason == "not-adopted") == (day < one.act.adopted)
        assert life.wording is None or (life.answers and life.wording in one.held)
        assert life.cause is None or life.cause in (*one.act.amendments, one.act.repeal)


@given(any_act())
def test_what_is_held_beside_the_last_wording_takes_nothing_away(one: AnyAct) -> None:
    for day in one.days:
        life, less = life_on(one.act, 1, day, one.held), life_on(one.act, 1, day)
        if less.status != "edition-not-held":
            assert life == less
        else:
            assert life.status in ("edition-not-held", "in-force", "undetermined")


@given(any_act())
def test_no_window_is_longer_than_sixty_days(one: AnyAct) -> None:
    for (reason, _), run in groupby(lives(one), key=lambda life: (life.reason, life.cause)):
        assert not reason.endswith("-undetermined") or len(list(run)) <= 60


@given(any_act(unknown=False), GAPS, GAPS)
def test_known_days_leave_nothing_undetermined(one: AnyAct, after: int, later: int) -> None:
    act = one.act
    registered = act.registered.day if act.registered else None
    days = {"act": (registered or act.adopted) + after * DAY}
    days |= {f"act/{amendment.number}": amendment.adopted + after * DAY for amendment in act.amendments}
    days |= {"repeal:act": act.repeal.adopted + later * DAY} if act.repeal else {}
    known = with_publication({"act": act}, days)["act"]
    found = lives(AnyAct(known, one.held))
    assert not any(life.status == "undetermined" for life in found)
    assert all(life.exact for life in found)
