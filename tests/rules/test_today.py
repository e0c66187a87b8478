"""The law of today: on the day it was looked for, every service has an answer with a source or an honest «not known»."""

from datetime import date
from itertools import product
from typing import Any

import pytest
from tools.today_table import DAY, page, path_of

from eligibility import Answer, Engine
from eligibility.law.condition import UNSAID, parsed, walk
from eligibility.words.text import LANGS, Lang
from tests.cli.running import typed

ENGINE = Engine.shipped("direct")
PACK = ENGINE.pack
REGIONS = ("kyzylorda-region", "turkistan-region", "almaty-city")
DECREE = {"kk": "қаулы", "ru": "постановлен"}
IN_TEXT = {id for id, act in PACK.acts.items() if act.text != "elsewhere"}
WHATEVER_RULES = [*product(PACK.services, REGIONS)]


def answered(service: str, region: str, on: date = DAY) -> dict[str, Any]:
    data: dict[str, Any] = ENGINE.any_answer({"service": service, "region": region, "on": on.isoformat(), "facts": {}}).data()
    return data


def ruling(service: str, region: str, on: str) -> str | None:
    found = ENGINE.any_answer({"service": service, "region": region, "on": on, "facts": {}})
    return found.decision.act_id if isinstance(found, Answer) and found.answered else None


@pytest.mark.parametrize(("service", "region"), WHATEVER_RULES)
def test_a_service_is_answered_by_an_act_of_today_or_said_to_have_none(service: str, region: str) -> None:
    data, today = answered(service, region), PACK.services[service].today
    assert today
    assert today.note
    assert data["today"]["status"] == today.status
    assert data["today"]["contacts"], "whom to ask"
    assert data["today"]["source"]
    assert data["today"]["as_of"]
    if today.status in ("unknown", "abolished"):
        assert ruling(service, region, DAY.isoformat()) is None
        assert data["checklist"] == []
    else:
        assert data["edition"]["act"] == today.acts[0]
        assert data["edition"]["text"] == "elsewhere"
        assert all(one["source"]["as_of"] and one["source"]["confidence"] for one in data["checklist"])
        told = (*data["channels"], *data["today"]["acts"])
        assert all(one["source"] and one["as_of"] and one["confidence"] for one in told)
        assert all(one["standing"] == "indicative" for one in (*data["checklist"], *data["today"]["acts"]))
        assert data["intake"] is None


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("service", PACK.services)
def test_what_a_citizen_reads_names_an_order_an_order(service: str, lang: Lang) -> None:
    today = PACK.services[service].today
    assert today
    assert today.note
    for region in REGIONS:
        done = typed("check", "--service", service, "--region", region, "--on", DAY.isoformat(), lang=lang)
        shown = " ".join(done.out.split())
        assert done.code == 0
        assert "1414" in shown
        assert today.note[lang] in shown
        if today.status in ("regulated", "merged"):
            assert DECREE[lang] not in shown.casefold()


def test_every_act_of_today_is_cited_as_known_and_has_no_text() -> None:
    acts = {act for service in PACK.services.values() if service.today for act in service.today.acts}
    assert acts.isdisjoint(IN_TEXT)
    for act in acts:
        assert PACK.acts[act].regions == "all"


def test_a_paper_whose_condition_no_fact_tells_names_it_in_its_line() -> None:
    for key in PACK.held():
        edition = PACK.edition(*key)
        if key.act in IN_TEXT or edition is None:
            continue
        for one in edition.requirements:
            if one.when and any(part == UNSAID for part in walk(parsed(one.when))):
                assert one.name, (key, one.document)


class TestActsOfTodayOlderThanDecrees:
    """An act held in text answers on its days; what is known of an old act is not told of days it is not known for."""

    @pytest.mark.parametrize("region", ["kyzylorda-region", "almaty-region", "almaty-city"])
    @pytest.mark.parametrize("on", ["2014-05-01", "2016-05-01", "2018-09-01", "2022-01-01", "2025-10-09"])
    def test_an_order_is_told_from_the_day_it_is_known_for(self, region: str, on: str) -> None:
        assert ruling("oralman-status", region, on) is None

    def test_the_order_answers_since(self) -> None:
        assert ruling("oralman-status", "almaty-region", "2025-10-10") == "order-329-o-m-2013"

    @pytest.mark.parametrize("service", ["oralman-status", "rural-specialists-fuel"])
    def test_the_decree_answers_on_its_days(self, service: str) -> None:
        assert ruling(service, "almaty-region", "2019-09-01") == "almaty-region-2018-81"

    def test_a_law_of_old_does_not_answer_before_it_is_known(self) -> None:
        assert ruling("rural-specialists-fuel", "kyzylorda-region", "2016-05-01") is None
        assert ruling("rural-specialists-fuel", "kyzylorda-region", "2021-01-01") == "law-2005-07-08"


class TestRegions:
    def test_a_region_of_the_past_and_those_of_today_are_told_apart(self) -> None:
        past = answered("wheelchairs", "south-kazakhstan-region", date(2013, 5, 1))
        assert past["edition"]["act"] == "south-kazakhstan-2012-370"
        assert past["region"] is None
        today = answered("wheelchairs", "south-kazakhstan-region")
        assert today["region"]["regions"] == ["turkistan-region", "shymkent-city"]
        before = answered("wheelchairs", "turkistan-region", date(2013, 5, 1))
        assert before["region"]["regions"] == ["south-kazakhstan-region"]

    @pytest.mark.parametrize("region", PACK.regions)
    def test_a_person_of_any_region_gets_an_answer(self, region: str) -> None:
        assert answered("wheelchairs", region)["edition"]["act"] == "order-286-2023"

    def test_all_regions_and_cities_of_today_are_there(self) -> None:
        assert len(set(PACK.regions) - {"south-kazakhstan-region"}) == 20


def test_a_contact_is_given_where_it_answers() -> None:
    numbers = {
        region: {one["number"] for one in answered("hospitalization-referral", region)["today"]["contacts"]}
        for region in PACK.regions
    }
    assert numbers["zhetisu-region"] == {"1414", "8 7282 400020"}
    assert numbers["shymkent-city"] == {"1414"}
    assert numbers["astana-city"] == {"1414", "109"}


@pytest.mark.parametrize("tongue", LANGS)
def test_the_table_is_made_from_the_rules_and_has_a_line_a_service(tongue: Lang) -> None:
    text = path_of(tongue).read_text(encoding="utf-8")
    assert text == page(tongue, PACK), "run tools/today_table.py"
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == len(PACK.services) + 2
    assert all(row.count(" | ") == 5 for row in rows)
    assert DECREE[tongue] not in text.casefold()
