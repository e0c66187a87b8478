"""What no scenario notices, and the command that tells it."""

import json
from pathlib import Path

import pytest

from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.review.bends import Bend
from eligibility.review.bends_told import GROUPS_TOLD, bend_told
from eligibility.review.mutants import Witnesses, survivors
from eligibility.review.scenarios import Scenario, read_scenarios, scenarios_at
from eligibility.words.text import LANGS, Lang
from tests.cli.running import Done, typed

BASE = Path(__file__).parents[1] / "broken" / "_base"
ENGINE = Engine.of_rules([str(BASE)], "direct")
KEY = EditionKey("town-2018-1", "wheelchairs")
CASE = {"service": "wheelchairs", "act": "town-2018-1", "on": "2018-06-01"}
GROWN_UP = {
    "name": "A grown-up brings no certificate of birth",
    "law": {"annex 1, 1": "x"},
    "case": CASE | {"facts": {"age": 40, "orphan": False}},
    "expect": {"required": ["application"], "not_required": ["birth-certificate"]},
}
A_CHILD = GROWN_UP | {
    "name": "A child does",
    "case": CASE | {"facts": {"age": 17, "orphan": False}},
    "expect": {"required": ["application", "birth-certificate"]},
}
WRONG = GROWN_UP | {"name": "Nobody answers so", "expect": {"required": []}}


def stories(*entries: object) -> list[Scenario]:
    return read_scenarios("a.yaml", json.dumps(entries).encode())


def of_certificate(bend: Bend) -> bool:
    return (bend.section, bend.at) == ("requirements", 1)


def left(*entries: object) -> set[str]:
    return {str(bend.alteration) for bend in survivors(ENGINE, KEY, stories(*entries), of_certificate)}


class TestWhatSurvives:
    def test_without_scenarios_everything(self) -> None:
        assert {"left out", "when: dropped: age < 18 or orphan -> none"} <= left()

    def test_a_scenario_closes_what_it_sees(self) -> None:
        careless = GROWN_UP | {"expect": {"required": ["application"]}}
        assert "left out" in left(careless)
        assert "when: dropped: age < 18 or orphan -> none" not in left(careless)
        assert "left out" not in left(careless, A_CHILD)
        assert "left out" not in left(GROWN_UP)

    def test_a_hole_stays_open(self) -> None:
        """No child of 18 and no orphan is among them."""
        found = left(GROWN_UP, A_CHILD)
        assert "when: value: age < 18 or orphan -> age < 19 or orphan" in found
        assert "when: part: age < 18 or orphan -> age < 18" in found
        assert "when: value: age < 18 or orphan -> age < 17 or orphan" not in found

    def test_a_scenario_that_fails_witnesses_nothing(self) -> None:
        found = Witnesses.among(stories(WRONG, GROWN_UP), ENGINE)
        assert [one.name for one in found.failing] == [WRONG["name"]]
        assert [one.scenario.name for one in found.of[KEY]] == [GROWN_UP["name"]]

    def test_the_worst_first(self) -> None:
        kinds = [bend.kind for bend in survivors(ENGINE, KEY, [])]
        last = {kind: at for at, kind in enumerate(kinds)}
        assert last["rule"] < kinds.index("condition") <= last["condition"] < kinds.index("duration number")

    def test_the_pack_itself_stays_as_it_is(self) -> None:
        before, bend = ENGINE.pack.edition(*KEY), survivors(ENGINE, KEY, [])[0]
        other = ENGINE.with_edition(KEY, bend.edition).pack
        assert ENGINE.pack.edition(*KEY) == before != bend.edition == other.edition(*KEY)
        assert other.digest != ENGINE.pack.digest
        assert other.dates_read(KEY.service) <= ENGINE.pack.dates_read(KEY.service)

    @pytest.mark.parametrize(("section", "kind"), [("requirements", "rule"), ("channels", "only")])
    def test_the_shipped_scenarios_know_the_list_and_the_ways(self, section: str, kind: str) -> None:
        key = EditionKey("kyzylorda-2015-118", "home-care")
        own = scenarios_at([Path(__file__).parents[1] / "scenarios" / key.act])
        asked: list[Bend] = []

        def wanted(bend: Bend) -> bool:
            asked.extend([bend] if (bend.section, bend.kind) == (section, kind) else [])
            return (bend.section, bend.kind) == (section, kind)

        assert survivors(Engine.shipped("direct"), key, own, wanted) == []
        assert asked

    def test_every_bend_can_be_told(self) -> None:
        for key in ENGINE.pack.held():
            for bend in Witnesses.among([], ENGINE).survivors(key):
                assert all(bend_told(ENGINE, bend))
                assert bend.group in GROUPS_TOLD


class TestTheCommand:
    def ran(self, folder: Path, *entries: object, lang: Lang = "ru", more: tuple[str, ...] = ()) -> Done:
        (folder / "a.yaml").write_text(json.dumps(entries), encoding="utf-8")
        where = ("--rules", str(BASE), "--scenarios", str(folder))
        return typed("rules", "mutate", "town-2018-1", *where, *more, lang=lang)

    @pytest.mark.parametrize("lang", LANGS)
    def test_in_both_languages(self, lang: Lang, tmp_path: Path) -> None:
        done = self.ran(tmp_path, GROWN_UP, A_CHILD, WRONG, lang=lang)
        said = " ".join(done.out.split())
        hole = {
            "kk": "requirements[1] birth-certificate: шарттың бір бөлігі жоқ:",
            "ru": "requirements[1] birth-certificate: условие без одной из частей:",
        }
        failing = {"kk": "сценарийлер: 1.", "ru": "потому не учтены: 1."}
        assert (done.code, done.err) == (0, "")
        assert hole[lang] in said
        assert failing[lang] in said
        assert "when: age < 18 or orphan → age < 18" in said

    def test_for_other_programs(self, tmp_path: Path) -> None:
        found = self.ran(tmp_path, GROWN_UP, A_CHILD, WRONG, more=("--json",)).json
        assert (found["scenarios"], [one["name"] for one in found["failing"]]) == (2, [WRONG["name"]])
        assert found["tried"] == len(found["changes"]) == sum(one["tried"] for one in found["groups"])
        assert found["noticed"] == sum(one["noticed_by"] is not None for one in found["changes"])
        [dropped] = [one for one in found["changes"] if one["change"].startswith("when: dropped")]
        assert dropped["noticed_by"] == f"{tmp_path}/a.yaml:1"
        assert dropped["place"]["ru"] == "приложение 1, пункт 1"

    def test_an_edition_without_scenarios_is_told_in_a_line(self, tmp_path: Path) -> None:
        done = self.ran(tmp_path, WRONG)
        assert done.code == 0
        assert "нет ни одного сценария" in done.out
        assert "requirements[1]" not in done.out

    def test_no_file_of_scenarios(self, tmp_path: Path) -> None:
        done = typed("rules", "mutate", "--rules", str(BASE), "--scenarios", str(tmp_path))
        assert (done.code, done.out) == (2, "")
        assert "здесь нет файла сценариев" in done.err

    def test_what_is_not_known(self, tmp_path: Path) -> None:
        assert self.ran(tmp_path, GROWN_UP, more=("--service", "wheelchair", "--json")).errors[0]["code"] == "unknown-service"
        assert typed("rules", "mutate", "town-2018", "--rules", str(BASE), "--json").errors[0]["code"] == "unknown-act"

    def test_only_the_worst_unless_all_is_asked_for(self, tmp_path: Path) -> None:
        found = self.ran(tmp_path, GROWN_UP), self.ran(tmp_path, GROWN_UP, more=("--all",))
        assert len(found[0].out) <= len(found[1].out)
