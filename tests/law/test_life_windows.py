"""One made-up act on the days on which its standing changes: the day before and the day itself, and what is said of each."""

from datetime import date, timedelta
from typing import Any

import pytest

from eligibility.law.life import Begins, Life, effect_of, life_on, repeal_of, with_publication
from eligibility.law.vocabulary import Act, Amendment, InForce, Registration, Repeal
from tests.law.made_up_acts import TEN_DAYS, made_up

DAY = timedelta(days=1)
PLAIN = made_up(date(2018, 1, 10), registered=Registration("11", date(2018, 1, 20)))
"""adopted on 10 January, registered on the 20th: works from 31 January at the earliest; that day stays open to 31 March"""
EFFECT, CERTAIN = date(2018, 1, 31), date(2018, 4, 1)


def turns(act: Act, *days: date, annex: int = 1, held: tuple[str, ...] = ()) -> list[tuple[Life, Life]]:
    """The standing on the day before and on the day."""
    return [(life_on(act, annex, day - DAY, held), life_on(act, annex, day, held)) for day in days]


def test_an_act_whose_publication_is_not_known() -> None:
    not_adopted = Life("not-adopted", "not-adopted", date(2018, 1, 10), True)
    not_yet = Life("not-in-effect", "not-in-effect", EFFECT, False)
    perhaps = Life("undetermined", "effect-undetermined", EFFECT, False)
    works = Life("in-force", "in-force", EFFECT, False)
    assert turns(PLAIN, PLAIN.adopted, EFFECT, CERTAIN) == [(not_adopted, not_yet), (not_yet, perhaps), (perhaps, works)]
    assert effect_of(PLAIN) == Begins(EFFECT, exact=False)


def test_an_act_whose_publication_is_known() -> None:
    act = PLAIN._replace(published=date(2018, 2, 1))
    not_yet = Life("not-in-effect", "not-in-effect", date(2018, 2, 12), True)
    works = Life("in-force", "in-force", date(2018, 2, 12), True)
    assert turns(act, date(2018, 2, 12)) == [(not_yet, works)]


def test_where_the_day_of_publication_is_the_first_of_the_ten_it_works_a_day_sooner() -> None:
    act = PLAIN._replace(in_force=InForce(days_after_publication=10, counting_publication_day=True))
    assert effect_of(act) == Begins(EFFECT - DAY, exact=False)
    assert effect_of(act._replace(published=date(2018, 2, 1))) == Begins(date(2018, 2, 11), exact=True)


def test_an_act_that_names_its_day_begins_on_it_whenever_it_was_published() -> None:
    act = PLAIN._replace(in_force=InForce(on=date(2018, 7, 1)))
    not_yet = Life("not-in-effect", "not-in-effect", date(2018, 7, 1), True)
    works = Life("in-force", "in-force", date(2018, 7, 1), True)
    assert turns(act, date(2018, 7, 1)) == [(not_yet, works)]
    assert turns(act._replace(published=date(2018, 6, 30)), date(2018, 7, 1)) == [(not_yet, works)]


def test_an_act_of_which_nobody_knows_when_it_begins_may_work_from_its_adoption_on() -> None:
    act = PLAIN._replace(in_force="unknown", published=date(2018, 2, 1))
    not_adopted = Life("not-adopted", "not-adopted", date(2018, 1, 10), True)
    perhaps = Life("undetermined", "effect-unknown", date(2018, 1, 10), False)
    assert turns(act, act.adopted) == [(not_adopted, perhaps)]
    assert life_on(act, 1, date(2030, 1, 1)) == perhaps


def test_an_act_without_annexes_lives_as_its_annexes_would() -> None:
    assert life_on(PLAIN, None, EFFECT) == life_on(PLAIN, 1, EFFECT)


TWO = Amendment(date(2018, 6, 1), TEN_DAYS, "2", annexes=(1,), registered=Registration("12", date(2018, 6, 10)))
THREE = Amendment(date(2018, 9, 1), TEN_DAYS, "3", annexes=(1, 2), adds=(3,), inferred=(2,))
AMENDED = PLAIN._replace(amendments=(TWO, THREE))
"""the first amendment works from 21 June at the earliest, the second, whose registration is not known, from 12 September"""
SECOND = date(2018, 9, 12)


def test_the_last_amendment_of_the_annex_counts() -> None:
    other_text = Life("edition-not-held", "edition-not-held", SECOND, False, THREE)
    perhaps = Life("undetermined", "amendment-undetermined", SECOND, False, THREE)
    assert turns(AMENDED, SECOND) == [(other_text, perhaps)]
    assert turns(AMENDED, SECOND + 60 * DAY) == [(perhaps, Life("in-force", "in-force", EFFECT, False))]
    first_alone = AMENDED._replace(amendments=AMENDED.amendments[:1])
    assert turns(first_alone, date(2018, 6, 21)) == [
        (
            Life("edition-not-held", "edition-not-held", date(2018, 6, 21), False, TWO),
            Life("undetermined", "amendment-undetermined", date(2018, 6, 21), False, TWO),
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
    not_there = Life("not-adopted", "added-not-adopted", date(2018, 9, 1), True, THREE)
    not_yet = Life("not-in-effect", "added-not-in-effect", SECOND, False, THREE)
    perhaps = Life("undetermined", "added-undetermined", SECOND, False, THREE)
    works = Life("in-force", "in-force", EFFECT, False)
    days = (date(2018, 9, 1), SECOND, SECOND + 60 * DAY)
    assert turns(AMENDED, *days, annex=3) == [(not_there, not_yet), (not_yet, perhaps), (perhaps, works)]
    known = with_publication({"act": AMENDED}, {"act/3": date(2018, 9, 5)})["act"]
    assert turns(known, date(2018, 9, 16), annex=3) == [
        (Life("not-in-effect", "added-not-in-effect", date(2018, 9, 16), True, known.amendments[1]), works)
    ]


def test_a_known_day_of_an_amendment_closes_its_window() -> None:
    known = with_publication({"act": AMENDED}, {"act/3": date(2018, 9, 5)})["act"]
    assert turns(known, date(2018, 9, 16)) == [
        (
            Life("edition-not-held", "edition-not-held", date(2018, 9, 16), True, known.amendments[1]),
            Life("in-force", "in-force", EFFECT, False),
        )
    ]


@pytest.mark.parametrize(
    ("repeal", "first", "exact"),
    [
        (Repeal(date(2020, 2, 6), TEN_DAYS, "5"), date(2020, 2, 17), False),
        (Repeal(date(2020, 2, 6), "unknown", "5"), date(2020, 2, 6), False),
        (Repeal(date(2020, 2, 6), TEN_DAYS, "5", published=date(2020, 2, 10)), date(2020, 2, 21), True),
        (Repeal(date(2020, 2, 6), InForce(on=date(2020, 3, 1)), "5"), date(2020, 3, 1), True),
    ],
)
def test_an_act_ends(repeal: Repeal, first: date, exact: bool) -> None:
    act = PLAIN._replace(repeal=repeal)
    works = Life("in-force", "in-force", EFFECT, False)
    assert repeal_of(act) == Begins(first, exact)
    if exact:
        assert turns(act, first) == [(works, Life("repealed", "repealed", first, True, repeal))]
        return
    perhaps = Life("undetermined", "repeal-undetermined", first, False, repeal)
    over = Life("repealed", "repealed-day-unknown", first, False, repeal)
    assert turns(act, first, first + 60 * DAY) == [(works, perhaps), (perhaps, over)]


def test_files_lodged_before_a_day_may_still_go_by_a_repealed_act() -> None:
    repeal = Repeal(date(2020, 2, 6), InForce(on=date(2020, 3, 1)), "5", filed_before=date(2020, 5, 1))
    works = Life("in-force", "in-force", EFFECT, False)
    still = Life("in-force", "filed-before-repeal", date(2020, 5, 1), True, repeal)
    over = Life("repealed", "repealed", date(2020, 3, 1), True, repeal)
    act = PLAIN._replace(repeal=repeal)
    assert turns(act, date(2020, 3, 1), date(2020, 5, 1)) == [(works, still), (still, over)]


def test_an_act_that_is_not_repealed_goes_on() -> None:
    assert repeal_of(PLAIN) is None
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
    whole = AMENDED._replace(repeal=Repeal(date(2020, 2, 6), TEN_DAYS, "5"))
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


# --- three wordings of one act

ON = {"2": date(2018, 7, 1), "3/1": date(2018, 10, 1)}
FIXED = PLAIN._replace(
    published=date(2018, 2, 1),
    amendments=tuple(Amendment(on - 20 * DAY, InForce(on=on), number, annexes=(1,)) for number, on in ON.items()),
)
"""works from 12 February 2018, in a second wording from 1 July and in a third from 1 October"""
BOTH = ("2", "3-1")
"""the folders of the first and of the second wording"""


def wording(act: Act, day: date, held: tuple[str, ...] = BOTH) -> str | None:
    """Which wording answers on the day, `last` where that is the last one; nothing where none does."""
    life = life_on(act, 1, day, held)
    return (life.wording or "last") if life.answers else None


@pytest.mark.parametrize(
    ("day", "before", "then"),
    [
        (date(2018, 2, 12), None, "2"),
        (date(2018, 7, 1), "2", "3-1"),
        (date(2018, 10, 1), "3-1", "last"),
    ],
)
def test_each_wording_answers_until_the_next_one_begins(day: date, before: str | None, then: str) -> None:
    assert [wording(FIXED, day + n * DAY) for n in (-1, 0, 1)] == [before, then, then]
    assert {life_on(FIXED, 1, day + n * DAY, BOTH).status for n in (0, 1)} == {"in-force"}


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ((), [None, None, "last"]),
        (("2",), ["2", None, "last"]),
        (("3-1",), [None, "3-1", "last"]),
        (BOTH, ["2", "3-1", "last"]),
        (("3/1",), [None, None, "last"]),
    ],
)
def test_a_wording_that_is_not_held_is_not_put_in_the_place_of_another(
    held: tuple[str, ...], expected: list[str | None]
) -> None:
    days = (date(2018, 3, 1), date(2018, 8, 1), date(2018, 11, 1))
    assert [wording(FIXED, day, held) for day in days] == expected
    for day, found in zip(days, expected, strict=True):
        assert (life_on(FIXED, 1, day, held).status == "edition-not-held") == (found is None)


def test_the_day_told_is_that_of_the_next_wording_held() -> None:
    first, second = FIXED.amendments
    lost = Life("edition-not-held", "edition-not-held", ON["3/1"], True, second)
    assert life_on(FIXED, 1, date(2018, 3, 1), ()) == lost
    assert life_on(FIXED, 1, date(2018, 3, 1), ("3-1",)) == Life("edition-not-held", "edition-not-held", ON["2"], True, first)


def test_other_annexes_have_their_one_wording() -> None:
    assert life_on(FIXED, 2, date(2018, 3, 1), ()) == Life("in-force", "in-force", date(2018, 2, 12), True)


def test_an_act_without_annexes_has_the_wordings_of_amendments_that_name_none() -> None:
    whole = FIXED._replace(amendments=tuple(one._replace(annexes=()) for one in FIXED.amendments))
    for act, annex in ((FIXED, 1), (whole, None)):
        found = [life_on(act, annex, day, BOTH).wording for day in (date(2018, 3, 1), date(2018, 8, 1), date(2018, 11, 1))]
        assert found == ["2", "3-1", None]
    assert life_on(whole, 1, date(2018, 3, 1)).status == "in-force"
    assert life_on(FIXED, None, date(2018, 3, 1)).status == "in-force"


def test_of_a_text_that_is_not_at_hand_no_wording_is_missed() -> None:
    assert life_on(FIXED._replace(text="elsewhere"), 1, date(2018, 3, 1)).status == "in-force"


def test_while_an_amendment_may_have_begun_the_new_wording_answers_as_undetermined() -> None:
    for day, found in ((SECOND - DAY, "3"), (SECOND, "last"), (SECOND + 59 * DAY, "last"), (SECOND + 60 * DAY, "last")):
        assert wording(AMENDED, day, ("2", "3")) == found
    assert turns(AMENDED, SECOND + 60 * DAY, held=("2", "3")) == [
        (Life("undetermined", "amendment-undetermined", SECOND, False, THREE), Life("in-force", "in-force", EFFECT, False))
    ]


def test_files_lodged_before_a_day_go_by_the_earlier_wording() -> None:
    first, second = FIXED.amendments
    late = first._replace(filed_before=date(2018, 9, 1))
    act = FIXED._replace(amendments=(late, second))
    plainly = Life("in-force", "in-force", date(2018, 2, 12), True, wording="2")
    still = Life("in-force", "filed-before-amendment", date(2018, 9, 1), True, late, wording="2")
    assert turns(act, date(2018, 7, 1), date(2018, 9, 1), held=BOTH) == [
        (plainly, still),
        (still, Life("in-force", "in-force", date(2018, 2, 12), True, wording="3-1")),
    ]


def test_of_a_text_not_held_nothing_is_said_though_the_act_may_be_repealed_already() -> None:
    late = Amendment(date(2020, 2, 1), InForce(on=date(2020, 3, 15)), "6", annexes=(1,))
    act = PLAIN._replace(amendments=(late,), repeal=Repeal(date(2020, 2, 10), TEN_DAYS, "7"))
    assert life_on(act, 1, date(2020, 3, 1)).status == "edition-not-held"
    assert life_on(act, 1, date(2020, 3, 15)).reason == "repeal-undetermined"
