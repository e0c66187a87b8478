"""Finding the service and whose edition of it is meant."""

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.search import Search, check_named

ENGINE = Engine.shipped("direct")
KYZYLORDA = "kyzylorda-2015-118"


def test_a_service_then_a_region() -> None:
    search = Search(ENGINE)
    assert (search.seeks, search.question.ru, search.may_go_back) == ("service", "Какая услуга?", False)
    search = search.choose("wheelchairs")
    assert (search.seeks, search.question.ru, search.may_go_back) == ("region", "Какой регион?", True)
    assert "kyzylorda-region" in search.names("ru")
    search = search.choose("kyzylorda-region")
    assert search.seeks is None
    assert search.named == {"service": "wheelchairs", "region": "kyzylorda-region"}


def test_what_is_named_is_not_sought() -> None:
    assert Search(ENGINE, "wheelchairs", KYZYLORDA).seeks is None
    assert Search(ENGINE, "wheelchairs", KYZYLORDA).named == {"service": "wheelchairs", "act": KYZYLORDA}
    assert Search(ENGINE, "wheelchairs").seeks == "region"


def test_back_takes_choices_away_and_nothing_else() -> None:
    search = Search(ENGINE).choose("wheelchairs")
    assert search.back() == Search(ENGINE)
    assert search.choose("kyzylorda-region").back() == search
    assert Search(ENGINE, "wheelchairs").back() == Search(ENGINE, "wheelchairs")


def test_only_services_of_the_act_are_offered() -> None:
    assert set(Search(ENGINE, act=KYZYLORDA).names("kk")) == set(ENGINE.pack.services_of(KYZYLORDA))


def test_of_a_region_the_services_of_its_own_acts_and_of_those_of_the_whole_country_are_offered() -> None:
    country = {id for id, act in ENGINE.pack.acts.items() if act.regions == "all"}
    offered = set(Search(ENGINE, region="kyzylorda-region").names("kk"))
    assert offered == {service for act in (KYZYLORDA, *country) for service in ENGINE.pack.services_of(act)}
    assert "unemployed-certificate" not in offered


def test_services_come_in_the_order_of_the_alphabet() -> None:
    first = [title[0].casefold() for title in Search(ENGINE).names("kk").values()]
    assert first == sorted(first, key="аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя".index)
    assert set(Search(ENGINE).names("kk")) == set(Search(ENGINE).names("ru"))


def test_a_choice_of_one_is_told() -> None:
    lonely = next(id for id in ENGINE.pack.acts if len(ENGINE.pack.services_of(id)) == 1)
    assert (Search(ENGINE, act=lonely).only(),) == ENGINE.pack.services_of(lonely)
    assert Search(ENGINE).only() is None


def test_what_is_known_may_be_named() -> None:
    check_named(ENGINE, None, None, None, "2016-03-01")
    check_named(ENGINE, "wheelchairs", KYZYLORDA, None, "2016-03-01")


@pytest.mark.parametrize("wrong", ["service", "act", "region", "day"])
def test_what_is_named_wrongly_is_refused_before_anything_is_asked(wrong: str) -> None:
    named = {"service": None, "act": None, "region": None, "day": "2016-03-01", wrong: "nope"}
    with pytest.raises(Refused, match=wrong if wrong != "day" else "on"):
        check_named(ENGINE, named["service"], named["act"], named["region"], named["day"] or "")
