"""What maintainers must look at on a day, checked against the rule files."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.cli.language import lang
from eligibility.engine import Engine
from eligibility.review.ageing import Pointer, Stale, YearGap, stale

RULES = Path(__file__).parents[2] / "rules"
ENGINE = Engine.shipped("direct")
ACTS = [id for id, act in ENGINE.pack.acts.items() if act.text != "elsewhere"]
"""held in text"""
ELSEWHERE = ENGINE.pack.acts.keys() - ACTS

KYZYLORDA, REGION, HEALTH, SOUTH, CITY = (
    "kyzylorda-2015-118",
    "almaty-region-2018-81",
    "almaty-region-health-2019-43",
    "south-kazakhstan-2012-370",
    "almaty-city-2014-4-886",
)


def on(year: int, month: int, day: int) -> Stale:
    return stale(ENGINE, date(year, month, day))


def read(name: str) -> Any:
    return yaml.safe_load((RULES / name).read_text(encoding="utf-8"))


def statuses(found: Stale) -> dict[str, tuple[str, tuple[int, ...]]]:
    return {one.act: (one.life.status, one.annexes) for one in found.doubts}


class TestActs:
    def test_all_are_repealed_by_now(self) -> None:
        found = [one for one in on(2026, 11, 21).doubts if one.act in ACTS]
        assert {one.act: one.life.status for one in found} == dict.fromkeys(ACTS, "repealed")
        assert {one.act: len(one.annexes) for one in found} == {SOUTH: 8, CITY: 17, KYZYLORDA: 7, REGION: 18, HEALTH: 18}

    def test_an_act_of_which_nobody_knows_when_it_began_is_looked_at(self) -> None:
        known = {id: ENGINE.acts[id] for id in ELSEWHERE if ENGINE.pack.services_of(id)}
        doubtful = {id for id, act in known.items() if act.in_force == "unknown" or act.repeal}
        assert {one.act for one in on(2026, 11, 21).doubts if one.act in ELSEWHERE} == doubtful

    def test_annexes_whose_amendment_is_near(self) -> None:
        found = statuses(on(2019, 12, 10))
        assert found[REGION] == ("edition-not-held", (4,))
        doubts = [(one.life.reason, one.annexes) for one in on(2019, 12, 10).doubts if one.act == HEALTH]
        assert set(doubts) == {
            ("amendment-undetermined", (7,)),
            ("amendment-undetermined", (5, 6)),
            ("added-undetermined", (17, 18)),
        }
        assert KYZYLORDA not in found

    def test_a_repeal_whose_day_is_not_known(self) -> None:
        found = statuses(on(2020, 3, 1))
        assert {found[act][0] for act in (KYZYLORDA, REGION, HEALTH)} == {"undetermined"}

    def test_a_repeal_is_told_of_a_quarter_ahead(self) -> None:
        assert [(one.act, one.number, one.day) for one in on(2019, 11, 13).coming] == [(HEALTH, "35", date(2020, 2, 11))]
        assert {one.act for one in on(2019, 11, 26).coming} == {KYZYLORDA, REGION, HEALTH}
        assert on(2019, 11, 12).coming == ()
        assert on(2020, 2, 24).coming == ()

    def test_an_act_that_is_not_adopted_yet_is_no_doubt(self) -> None:
        assert {one.act for one in on(2012, 6, 1).doubts} == {
            id for id in ELSEWHERE if ENGINE.pack.services_of(id) and ENGINE.acts[id].adopted < date(2012, 6, 1)
        }

    def test_the_exact_day_of_a_repeal_ends_the_doubt(self) -> None:
        engine = Engine.shipped("direct", {f"repeal:{KYZYLORDA}": date(2020, 2, 20)})
        coming = {one.act: one for one in stale(engine, date(2020, 3, 1)).coming}
        assert (coming[KYZYLORDA].day, coming[KYZYLORDA].exact) == (date(2020, 3, 2), True)
        assert KYZYLORDA not in statuses(stale(engine, date(2020, 3, 1)))
        assert statuses(stale(engine, date(2020, 3, 2)))[KYZYLORDA][0] == "repealed"


def waits(data: Any) -> bool:
    """Whether a day of publication would say when it begins."""
    return not data.get("published") and "days_after_publication" in data["in_force"]


class TestPublication:
    def test_every_decree_without_a_day(self) -> None:
        wanted = set()
        for act in ACTS:
            data = read(f"acts/{act}/act.yaml")
            wanted |= {act} if waits(data) else set()
            wanted |= {f"{act}/{one['number']}" for one in data.get("amendments", ()) if waits(one)}
            wanted |= {f"repeal:{act}"} if waits(data["repeal"]) else set()
        assert wanted >= set(ACTS)
        assert {one.option for one in on(2026, 11, 21).unpublished} == wanted

    def test_a_day_that_was_supplied_is_no_longer_asked_for(self) -> None:
        days = {one.option: date(2020, 1, 1) for one in on(2026, 11, 21).unpublished}
        for option in days:
            left = stale(Engine.shipped("direct", {option: days[option]}), date(2026, 11, 21)).unpublished
            assert {one.option for one in left} == days.keys() - {option}
        assert stale(Engine.shipped("direct", days), date(2026, 11, 21)).unpublished == ()


STANDARDS = {one.standard: one for one in on(2026, 11, 21).standards}


class TestStandards:
    def test_all_are_named(self) -> None:
        """Those that an edition points to for its documents or its grounds."""
        assert STANDARDS.keys() == {"decree-394-2011", "order-272-2015", "order-279-2015", "order-319-2015"}

    def test_those_whose_text_nobody_has_seen_are_told_apart(self) -> None:
        assert {id for id, one in STANDARDS.items() if one.unverified} == {"decree-394-2011", "order-319-2015"}

    def test_indicative_lists_keep_their_source_and_age(self) -> None:
        known = {of.service: (of.known.source.ru, of.known.as_of.ru) for of in STANDARDS["order-279-2015"].indicative}
        assert known["wheelchairs"] == (
            "постановление акимата Кызылординской области от 10 августа 2015 года № 118",
            "10 августа 2015 года",
        )
        assert known["home-schooling-disabled-children"][1] == "2020 год"
        assert known.keys() == set(ENGINE.pack.services_of("order-279-2015"))

    def test_nothing_is_known_of_decree_394(self) -> None:
        gap = STANDARDS["decree-394-2011"]
        assert (gap.indicative, gap.unverified) == ((), True)
        services = {path.stem.partition("-")[2] for path in (RULES / "acts" / SOUTH).glob("[0-9]*.yaml")}
        assert {*gap.unknown} == {Pointer(SOUTH, service, para) for service in services for para in ("11", "16")}

    def test_a_list_that_is_known_is_not_missing(self) -> None:
        missing = {(one.service, one.para) for one in STANDARDS["order-279-2015"].unknown}
        assert ("wheelchairs", "9") not in missing
        assert ("semey-polygon-compensation", "9") in missing


class TestCalendar:
    def test_an_estimated_day(self) -> None:
        assert on(2024, 6, 1).years == ()
        assert on(2025, 6, 1).years == (YearGap(2026, True, (date(2026, 5, 27),)),)

    def test_a_year_that_is_missing(self) -> None:
        assert on(2027, 6, 1).years[-1] == YearGap(2028, False)
        assert [one.year for one in on(2012, 6, 1).years] == [2011]


def test_titles_that_nobody_verified() -> None:
    held = {key.service for key in ENGINE.pack.held()}
    marked = {
        id
        for path in (RULES / "services").glob("*.yaml")
        for id, service in yaml.safe_load(path.read_text(encoding="utf-8")).items()
        if service.get("unverified")
    }
    assert set(on(2026, 11, 21).unverified) == marked & held


class TestNowhere:
    def test_by_now_no_service_has_a_text_in_force(self) -> None:
        """What is known of an act of today, without its text, is no edition to decide by."""
        assert {one.service for one in on(2026, 11, 21).nowhere} == {key.service for key in ENGINE.pack.held()}
        assert all(set(dict(one.standing)) <= set(ACTS) for one in on(2026, 11, 21).nowhere)

    def test_one_region_is_enough(self) -> None:
        found = {one.service: dict(one.standing) for one in on(2016, 1, 15).nowhere}
        assert "wheelchairs" not in found
        assert found["housing-assistance"] == {REGION: "not-adopted"}

    @settings(deadline=None)
    @given(st.dates(date(2012, 1, 1), date(2027, 12, 31)))
    def test_it_agrees_with_the_engine(self, day: date) -> None:
        found = {one.service for one in stale(ENGINE, day).nowhere}
        in_force = {
            key.service
            for key in ENGINE.pack.held()
            if key.act in ACTS and ENGINE.life(key.act, key.service, day).status == "in-force"
        }
        assert found == {key.service for key in ENGINE.pack.held()} - in_force


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    from eligibility.cli.commands.stale import stale as command

    command(on="2019-12-10", as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert found["on"] == "2019-12-10"
    doubts = {one["act"]: one for one in found["doubts"]}
    assert (doubts[REGION]["status"], doubts[REGION]["annexes"]) == ("edition-not-held", [4])
    assert "№ 547" in doubts[REGION]["reason"]["kk"]
    assert found["coming"][0] == {"act": KYZYLORDA, "number": "163", "day": "2020-02-17", "exact": False}
    assert {"kind": "amendment", "act": REGION, "number": "104", "adopted": "2019-03-29", "option": f"{REGION}/104"} in found[
        "unpublished"
    ]
    standards = {one["standard"]: one for one in found["standards"]}
    assert standards["order-279-2015"]["number"] == "279"
    assert {"act": REGION, "service": "housing-assistance", "para": "10"} in standards["order-319-2015"]["unknown"]


@pytest.mark.parametrize(
    ("tongue", "head"),
    [
        ("kk", "Басқа актілерде сілтеме жасалған, бірақ мәтіні бағдарламада жоқ актілер"),
        ("ru", "Акты, к которым отсылают другие и текста которых в программе нет"),
    ],
)
def test_groups_in_both_languages(
    tongue: str, head: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from eligibility.cli.commands.stale import stale as command

    monkeypatch.setenv("ELIGIBILITY_LANG", tongue)
    lang.cache_clear()
    for day in ("2012-06-01", "2019-12-10", "2027-06-01"):
        command(on=day)
        told = capsys.readouterr().out
        assert head in told.splitlines()
        form = {"kk": "ЖЖЖЖ-АА-КК", "ru": "ГГГГ-ММ-ДД"}[tongue]
        assert f"--published {KYZYLORDA}={form}" in told
    lang.cache_clear()
