"""One made-up act on the days on which its standing changes: the day before and the day itself, and what is said of each."""

from datetime import date, timedelta
from typing import Any

import pytest

from eligibility.law.life import Life, earliest_effect, earliest_repeal, life_on, with_publication
from eligibility.law.vocabulary import Act, Amendment, Registration, Repeal
from eligibility.words.text import Text

DAY = timedelta(days=1)
TEXT = Text("а", "а")
PLAIN = Act(*("1", TEXT, TEXT, "town", TEXT, date(2018, 1, 10), Registration("11", date(2018, 1, 20)), "act 1", {}))
"""adopted on 10 January, registered on the 20th: works from 31 January at the earliest; that day stays open to 31 March"""
EFFECT, CERTAIN = date(2018, 1, 31), date(2018, 4, 1)


def turns(act: Act, *days: date, annex: int = 1) -> list[tuple[Life, Life]]:
    """The standing on the day before and on the day."""
    return [(life_on(act, annex, day - DAY), life_on(act, annex, day)) for day in days]


def test_an_act_whose_publication_is_not_known() -> None:
    not_adopted = Life("not-adopted", "not-adopted", date(2018, 1, 10), True)
    not_yet = Life("not-in-effect", "not-in-effect", EFFECT, False)
    perhaps = Life("undetermined", "effect-undetermined", EFFECT, False)
    works = Life("in-force", "in-force", EFFECT, False)
    assert turns(PLAIN, PLAIN.adopted, EFFECT, CERTAIN) == [(not_adopted, not_yet), (not_yet, perhaps), (perhaps, works)]
    assert earliest_effect(PLAIN) == EFFECT


def test_an_act_whose_publication_is_known() -> None:
    act = PLAIN._replace(published=date(2018, 2, 1))
    not_yet = Life("not-in-effect", "not-in-effect", date(2018, 2, 12), True)
    works = Life("in-force", "in-force", date(2018, 2, 12), True)
    assert turns(act, date(2018, 2, 12)) == [(not_yet, works)]


def test_where_the_day_of_publication_is_the_first_of_the_ten_it_works_a_day_sooner() -> None:
    act = PLAIN._replace(counts_publication_day=True)
    assert earliest_effect(act) == EFFECT - DAY
    assert earliest_effect(act._replace(published=date(2018, 2, 1))) == date(2018, 2, 11)


AMENDED = PLAIN._replace(
    amendments=(
        Amendment("2", date(2018, 6, 1), annexes=(1,), registered=Registration("12", date(2018, 6, 10))),
        Amendment("3", date(2018, 9, 1), annexes=(1, 2), adds=(3,), inferred=(2,)),
    )
)
"""the first amendment works from 21 June at the earliest, the second, whose registration is not known, from 12 September"""
SECOND = date(2018, 9, 12)


def test_the_last_amendment_of_the_annex_counts() -> None:
    other_text = Life("edition-not-held", "edition-not-held", SECOND, False, "3")
    perhaps = Life("undetermined", "amendment-undetermined", SECOND, False, "3")
    assert turns(AMENDED, SECOND) == [(other_text, perhaps)]
    assert turns(AMENDED, SECOND + 60 * DAY) == [(perhaps, Life("in-force", "in-force", EFFECT, False))]
    first_alone = AMENDED._replace(amendments=AMENDED.amendments[:1])
    assert turns(first_alone, date(2018, 6, 21)) == [
        (
            Life("edition-not-held", "edition-not-held", date(2018, 6, 21), False, "2"),
            Life("undetermined", "amendment-undetermined", date(2018, 6, 21), False, "2"),
        )
    ]


def test_an_amendment_that_is_only_inferred_is_said_to_be_so() -> None:
    [(before, after)] = turns(AMENDED, SECOND, annex=2)
    assert (before.status, before.inferred) == ("edition-not-held", True)
    assert (after.status, after.inferred) == ("undetermined", True)
    assert not life_on(AMENDED, 1, SECOND).inferred


def test_an_annex_that_no_amendment_touches_does_not_mind() -> None:
    assert life_on(AMENDED, 4, SECOND - DAY) == Life("in-force", "in-force", EFFECT, False)


def test_an_annex_that_is_added_begins_with_its_amendment() -> None:
    not_there = Life("not-adopted", "added-not-adopted", date(2018, 9, 1), True, "3")
    not_yet = Life("not-in-effect", "added-not-in-effect", SECOND, False, "3")
    perhaps = Life("undetermined", "added-undetermined", SECOND, False, "3")
    works = Life("in-force", "in-force", EFFECT, False)
    days = (date(2018, 9, 1), SECOND, SECOND + 60 * DAY)
    assert turns(AMENDED, *days, annex=3) == [(not_there, not_yet), (not_yet, perhaps), (perhaps, works)]
    known = with_publication({"act": AMENDED}, {"act/3": date(2018, 9, 5)})["act"]
    assert turns(known, date(2018, 9, 16), annex=3) == [
        (Life("not-in-effect", "added-not-in-effect", date(2018, 9, 16), True, "3"), works)
    ]


def test_a_known_day_of_an_amendment_closes_its_window() -> None:
    known = with_publication({"act": AMENDED}, {"act/3": date(2018, 9, 5)})["act"]
    assert turns(known, date(2018, 9, 16)) == [
        (
            Life("edition-not-held", "edition-not-held", date(2018, 9, 16), True, "3"),
            Life("in-force", "in-force", EFFECT, False),
        )
    ]


@pytest.mark.parametrize(
    ("repeal", "first", "exact"),
    [
        (Repeal("5", date(2020, 2, 6), awaits_publication=True), date(2020, 2, 17), False),
        (Repeal("5", date(2020, 2, 6), awaits_publication=False), date(2020, 2, 6), False),
        (Repeal("5", date(2020, 2, 6), True, published=date(2020, 2, 10)), date(2020, 2, 21), True),
        (Repeal("5", date(2020, 2, 6), False, published=date(2020, 2, 10)), date(2020, 2, 21), True),
    ],
)
def test_an_act_ends(repeal: Repeal, first: date, exact: bool) -> None:
    act = PLAIN._replace(repeal=repeal)
    works = Life("in-force", "in-force", EFFECT, False)
    assert earliest_repeal(act) == first
    if exact:
        assert turns(act, first) == [(works, Life("repealed", "repealed", first, True, "5"))]
        return
    perhaps = Life("undetermined", "repeal-undetermined", first, False, "5")
    over = Life("repealed", "repealed-day-unknown", first, False, "5")
    assert turns(act, first, first + 60 * DAY) == [(works, perhaps), (perhaps, over)]


def test_an_act_that_is_not_repealed_goes_on() -> None:
    assert earliest_repeal(PLAIN) is None
    assert life_on(PLAIN, 1, date(9999, 12, 31)).status == "in-force"


@pytest.mark.parametrize(
    ("days", "act", "amendment", "repeal"),
    [
        ({}, None, None, None),
        ({"act": 1}, 1, None, None),
        ({"act/2": 1}, None, 1, None),
        ({"repeal:act": 1}, None, None, 1),
        ({"other": 1, "other/2": 1, "repeal:other": 1, "act/7": 1}, None, None, None),
    ],
)
def test_a_day_that_somebody_supplies_is_put_where_it_belongs(
    days: dict[str, int], act: Any, amendment: Any, repeal: Any
) -> None:
    whole = AMENDED._replace(repeal=Repeal("5", date(2020, 2, 6), True))
    day = date(2018, 10, 1)
    found = with_publication({"act": whole}, dict.fromkeys(days, day))["act"]
    assert found.published == (day if act else None)
    assert [one.published for one in found.amendments] == [day if amendment else None, None]
    assert found.repeal is not None
    assert found.repeal.published == (day if repeal else None)


def test_where_nothing_is_supplied_what_the_rules_hold_stays() -> None:
    known = PLAIN._replace(published=date(2018, 2, 1))
    assert with_publication({"act": known}, {}) == {"act": known}
    assert with_publication({"act": known}, {"repeal:act": date(2020, 1, 1)}) == {"act": known}
