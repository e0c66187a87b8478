"""The text of an act that others point to completes them all at once: their lists, their grounds, and what a file lacks."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from eligibility.engine import Engine
from eligibility.files import resource
from eligibility.law.edition import Edition
from eligibility.law.pack import EditionKey
from eligibility.rulefiles.shipped import shipped_pack
from tests.answer.contract_schema import keeps_the_contract

PACK = shipped_pack()
ORDER, REGION, OTHER_REGION = "order-279-2015", "almaty-region-2018-81", "pavlodar-region-2018-81"
KYZYLORDA = "kyzylorda-2015-118"
ENDS = date(2020, 2, 16)
"""of the order made up here: from this day on nobody has the text that was pointed to"""
BEFORE, AFTER = "2020-02-13", "2020-02-18"
DESK = {"channel": "state-corporation"}
PAPERS = ["application", "ipr", "birth-certificate"]
TEXT = "{kk: мәтін, ru: текст}"
"""of the grounds; what they are called is not what is tested"""

CHANGES = date(2020, 2, 10)
"""of its list for wheelchairs: until then it asked for an application alone"""

ANNEX = f"""service: SERVICE
annex: NUMBER
requirements:
  - {{document: application, form: original, cite: "9 item 1"}}
  - {{document: ipr, form: copy, cite: "9 item 2"}}
  - {{document: birth-certificate, when: age < 18, cite: "9 item 3"}}
refuse_to_accept:
  - {{id: incomplete, text: {TEXT}, when: file_incomplete, cite: "10"}}
refuse_service:
  - {{id: unreliable, text: {TEXT}, when: data_unreliable, cite: "11"}}
  - {{id: lost, text: {TEXT}, when: documents_lost, cite: "11"}}
"""


EARLIER = "service: wheelchairs\nannex: NUMBER\nrequirements: [{document: application, cite: '9 item 1'}]\n"


def points(edition: Edition) -> bool:
    return any(one.act == ORDER for one in edition.documents_from)


def edition_of(key: EditionKey) -> Edition:
    edition = PACK.edition(*key)
    assert edition is not None
    return edition


HELD = [key for key in PACK.editions() if PACK.acts[key.act].text != "elsewhere"]
POINTING = [key for key in HELD if points(edition_of(key))]
ANNEXES = {key.service: at for at, key in enumerate(POINTING, 1)}
UNTOUCHED = [
    key
    for key in HELD
    if not points(edition_of(key))
    and ORDER not in {one.act for one in (*edition_of(key).refuse_to_accept, *edition_of(key).refuse_service)}
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The shipped rules with a made-up text of the order, and another region whose decree says what Almaty region's says."""
    rules = tmp_path_factory.mktemp("laid") / "rules"
    shutil.copytree(resource("rules"), rules)
    with_text(rules / "acts" / ORDER)
    other = Path(shutil.copytree(rules / "acts" / REGION, rules / "acts" / OTHER_REGION)) / "act.yaml"
    other.write_text(other.read_text("utf-8").replace("regions: [almaty-region]", "regions: [pavlodar-region]"), "utf-8")
    return Engine.of_rules(rules, "direct")


def with_text(order: Path) -> None:
    act = yaml.safe_load((order / "act.yaml").read_text("utf-8"))
    act |= {"text": "whole", "in_force": {"on": "2015-05-01"}}
    amendment = {"number": "5", "adopted": "2020-01-08", "in_force": {"on": CHANGES.isoformat()}}
    act["amendments"] = [amendment | {"annexes": [ANNEXES["wheelchairs"]]}]
    act["repeal"] |= {"adopted": "2020-01-09", "in_force": {"on": ENDS.isoformat()}}
    for file in order.iterdir():
        file.unlink()
    lines = {"9 item 1": "encoded", "9 item 2": "encoded", "9 item 3": "encoded", "10": "encoded", "11": "encoded"}
    written = {"act": {}, "annexes": dict.fromkeys(ANNEXES.values(), lines)}
    (order / "act.yaml").write_text(plain_yaml(act), "utf-8")
    (order / "provisions.yaml").write_text(plain_yaml(written), "utf-8")
    with_earlier_wording(order / "until-5", ANNEXES["wheelchairs"])
    for service, annex in ANNEXES.items():
        text = ANNEX.replace("SERVICE", service).replace("NUMBER", str(annex))
        (order / f"{annex}-{service}.yaml").write_text(text, "utf-8")


def with_earlier_wording(folder: Path, annex: int) -> None:
    folder.mkdir()
    written = {"act": {}, "annexes": {annex: {"9 item 1": "encoded"}}}
    (folder / "provisions.yaml").write_text(plain_yaml(written), "utf-8")
    (folder / f"{annex}-wheelchairs.yaml").write_text(EARLIER.replace("NUMBER", str(annex)), "utf-8")


def plain_yaml(data: Any) -> str:
    """Days without quotes, as rule files have them; numbers of acts in quotes; nothing said by an alias."""

    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    return yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False)


def case(key: EditionKey, on: str = BEFORE, **more: Any) -> dict[str, Any]:
    return {"service": key.service, "act": key.act, "on": on, **more}


def everywhere() -> Iterator[EditionKey]:
    for key in POINTING:
        yield key
        yield key._replace(act=OTHER_REGION)


every_region = pytest.mark.parametrize("key", [*everywhere()], ids=str)


def own(key: EditionKey) -> list[str]:
    return [one.document or "" for one in edition_of(key._replace(act=REGION)).requirements]


@every_region
def test_the_list_is_that_of_the_order_and_cited_to_it(key: EditionKey, engine: Engine) -> None:
    answer = engine.answer(case(key))
    data = answer.data()
    keeps_the_contract(data)
    of_order = [line for line in data["checklist"] if line["cite"]["act"] == ORDER]
    assert [line["document"] for line in of_order] == PAPERS
    assert {line["cite"]["annex"] for line in of_order} == {ANNEXES[key.service]}
    assert {line["standing"] for line in data["checklist"]} == {"listed"}
    assert len(data["checklist"]) == len(own(key)) + len(PAPERS)
    cited = PACK.acts[ORDER].cited.ru
    told = [line.why("clerk").ru for line in answer.lines]
    assert [cited in one for one in told] == [line["cite"]["act"] == ORDER for line in data["checklist"]]
    assert answer.points_elsewhere == ()


@every_region
def test_a_file_is_complete_or_not_by_both_texts(key: EditionKey, engine: Engine) -> None:
    papers = [*own(key), *PAPERS]
    grown = {**DESK, "age": 40}
    whole = engine.answer(case(key, facts=grown, submitted=[{"document": one, "form": "both"} for one in papers])).data()
    assert whole["intake"]["complete"] is True
    assert whole["intake"]["missing"] == []
    empty = engine.answer(case(key, facts=grown, submitted=[])).data()
    assert empty["intake"]["complete"] is False
    assert {"application", "ipr"} <= set(empty["intake"]["missing"])
    assert "birth-certificate" not in empty["intake"]["missing"]


@every_region
def test_a_ground_that_is_pointed_to_is_met_by_the_order_and_keeps_its_receipt(key: EditionKey, engine: Engine) -> None:
    pointing = [one for one in edition_of(key._replace(act=REGION)).refuse_to_accept if one.act == ORDER]
    intake = engine.answer(case(key, facts={**DESK, "age": 40}, submitted=[])).verdict
    met = [one for one in intake.grounds if one.met]
    assert [one.ground.id for one in met] == ["incomplete"] * bool(pointing)
    assert [one.home.act for one in met] == [ORDER] * len(met)
    assert [one.ground.receipt for one in met] == [one.receipt for one in pointing[:1]]
    assert (intake.may_refuse_to_accept is True) is bool(pointing)


@every_region
def test_a_refusal_of_the_service_rests_on_the_order(key: EditionKey, engine: Engine) -> None:
    pointing = [one for one in edition_of(key._replace(act=REGION)).refuse_service if one.act == ORDER]
    found = engine.answer(case(key, facts={"data_unreliable": True, "documents_lost": False})).data()
    of_order = [one["id"] for one in found["refusal_grounds"] if one["cite"]["act"] == ORDER]
    assert of_order == ["unreliable"] * bool(pointing)


@every_region
def test_once_the_order_is_repealed_its_list_is_elsewhere_again(key: EditionKey, engine: Engine) -> None:
    answer = engine.answer(case(key, AFTER, facts=DESK, submitted=[]))
    assert [line.document for line in answer.lines if line.standing == "by-reference"] == [PACK.acts[ORDER].package]
    assert [one.act for one in answer.points_elsewhere] == [ORDER]
    assert all(one.home.act != ORDER and not one.met for one in answer.verdict.grounds)


@pytest.mark.parametrize("act", [REGION, OTHER_REGION])
def test_the_list_is_that_of_the_wording_of_the_day(act: str, engine: Engine) -> None:
    """Asked about in turns, so that nothing remembered of one wording is told of another."""
    key = EditionKey(act, "wheelchairs")
    days = [CHANGES + timedelta(days=n) for n in (-1, 0, 1, -2, 1, -1)]
    found = [[line.document for line in engine.answer(case(key, day.isoformat())).lines] for day in days]
    assert found == [PAPERS if day >= CHANGES else ["application"] for day in days]


def test_kyzylorda_takes_its_ground_of_refusal_from_the_order_too(engine: Engine) -> None:
    key = EditionKey(KYZYLORDA, "home-care")
    shipped, laid = (
        one.answer(case(key, "2018-06-01", facts={"data_unreliable": True})) for one in (Engine(PACK, "direct"), engine)
    )
    assert "standard-para-10" in {one.ground.id for one in shipped.refusals}
    assert [(one.ground.id, one.home.act) for one in laid.refusals if one.home.act == ORDER and one.met] == [
        ("unreliable", ORDER)
    ]
    assert [line.document for line in laid.lines] == [line.document for line in shipped.lines]


@pytest.mark.parametrize("key", UNTOUCHED, ids=str)
def test_editions_that_do_not_point_to_it_say_what_they_said(key: EditionKey, engine: Engine) -> None:
    asked = case(key, BEFORE, facts={"age": 40}, submitted=["application"])
    one, other = (
        each.answer(asked, as_if_in_force=True).data() | {"receipt": None} for each in (Engine(PACK, "direct"), engine)
    )
    assert one == other
