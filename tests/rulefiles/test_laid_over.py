"""Packs laid one over another: a later one adds, and may not change what an earlier one says."""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from eligibility.engine import Engine
from eligibility.files import resource
from eligibility.rulefiles.lint import lint
from tests.cli.running import process, typed

QUICK = ("--engine", "direct")
ACT = """
kind: order
number: "7"
issuer: {kk: Өңір министрі, ru: Министр края}
cited: {kk: 2019 жылғы 1 ақпандағы № 7 бұйрық, ru: приказ от 1 февраля 2019 года № 7}
regions: [far-land]
title: {kk: Арбалар туралы, ru: О колясках}
adopted: 2019-02-01
in_force: {on: 2019-03-01, cite: "act 2"}
providers: {office: {kk: кеңсе, ru: контора}}
"""
PROVISIONS = """
act: {"1": {not_modelled: the heading}, "2": encoded}
annexes: {1: {"1": encoded}}
"""
EDITION = """
service: wheelchairs
annex: 1
provider: office
requirements:
  - {document: carrying-licence, form: copy, when: far_away, cite: "1"}
  - {document: application, form: original, cite: "1"}
"""
FACT = """
far_away:
  type: bool
  ask: {kk: Алыста тұрасыз ба?, ru: Вы живете далеко?}
  says:
    holds: {kk: көрсетілетін қызметті алушы алыста тұрады, ru: услугополучатель живет далеко}
    fails: {kk: көрсетілетін қызметті алушы жақын тұрады, ru: услугополучатель живет близко}
"""
MINE = {
    "regions.yaml": "far-land: {kk: Алыс өңір, ru: Дальний край}",
    "documents/mine.yaml": "carrying-licence: {name: {kk: тасу куәлігі, ru: свидетельство о перевозке}}",
    "facts/mine.yaml": FACT,
    "contradictions.yaml": "- {when: far_away and orphan, text: {kk: екеуі бірге болмайды, ru: вместе не бывает}}",
    "acts/order-7-2019/act.yaml": ACT,
    "acts/order-7-2019/provisions.yaml": PROVISIONS,
    "acts/order-7-2019/1-wheelchairs.yaml": EDITION,
}
CASE = {"service": "wheelchairs", "act": "order-7-2019", "on": "2019-06-03", "facts": {"far_away": True}}


def pack(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return pack(tmp_path / "mine", MINE)


def errors(*rules: Path | str) -> list[tuple[str, str, object]]:
    found = [one for one in lint(rules)[1] if one.severity == "error"]
    return [(one.code, str(one.where), one.values.get("other")) for one in found]


class TestAdding:
    def test_an_act_of_its_own_is_decided_beside_the_others(self, mine: Path) -> None:
        engine = Engine.of_rules(["shipped", mine], "direct")
        found = engine.answer(CASE).data()
        assert [(line["document"], line["status"]) for line in found["checklist"]] == [
            ("carrying-licence", "required"),
            ("application", "required"),
        ]
        assert found["edition"]["status"] == "in-force"

    def test_what_was_below_is_answered_as_before(self, mine: Path) -> None:
        case = {"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2016-03-01", "facts": {"disability": "group-1"}}
        one, both = Engine.shipped("direct"), Engine.of_rules(["shipped", mine], "direct")
        alone, laid = one.answer(case).data(), both.answer(case).data()
        assert {**alone, "receipt": None} == {**laid, "receipt": None}
        assert {*one.pack.held()} < {*both.pack.held()}

    def test_single_files_are_put_together(self, mine: Path) -> None:
        one, both = Engine.shipped("direct").pack, Engine.of_rules(["shipped", mine], "direct").pack
        assert {*both.regions} == {*one.regions, "far-land"}
        assert both.contradictions[:-1] == one.contradictions

    def test_one_folder_alone_is_what_it_was(self) -> None:
        base = Path(__file__).parents[1] / "broken" / "_base"
        assert Engine.of_rules([base], "direct").pack.digest == Engine.of_rules(base, "direct").pack.digest
        assert Engine.of_rules("shipped", "direct").pack is Engine.shipped("direct").pack
        assert Engine.of_rules(["shipped"], "direct").pack is Engine.shipped("direct").pack

    def test_it_does_not_matter_how_the_rules_are_parted(self, mine: Path, tmp_path: Path) -> None:
        """The digest is of what the rules say, not of where it stands."""
        whole = tmp_path / "whole"
        shutil.copytree(resource("rules"), whole)
        parts = tmp_path / "parts"
        (parts / "acts").mkdir(parents=True)
        shutil.move(str(whole / "acts" / "kyzylorda-2015-118"), parts / "acts")
        assert Engine.of_rules([whole, parts], "direct").pack.digest == Engine.shipped("direct").pack.digest


class TestChanging:
    def test_an_id_of_below_is_told_with_both_places(self, mine: Path) -> None:
        pack(mine, {"documents/mine.yaml": "carrying-licence: {name: {kk: а, ru: а}}\nipr: {name: {kk: б, ru: б}}"})
        [(code, where, other)] = errors("shipped", mine)
        assert (code, where) == ("duplicate-id", f"{mine.as_posix()}/documents/mine.yaml:2:1")
        assert str(other).startswith("shipped/documents/")

    def test_a_year_of_below_is_told_at_the_top_of_the_other_file(self, tmp_path: Path) -> None:
        """A year has no line of its own: the whole file is it."""
        one, other = (pack(tmp_path / name, {"calendar/2018.yaml": "days_off: []\nworking: []\n"}) for name in ("one", "other"))
        year = "calendar/2018.yaml"
        told = ("duplicate-id", f"{other.as_posix()}/{year}:1:1", f"{one.as_posix()}/{year}")
        assert [one for one in errors(one, other) if one[0] == "duplicate-id"] == [told]

    @pytest.mark.parametrize("file", ["act.yaml", "provisions.yaml", "flags.yaml"])
    def test_a_file_of_an_act_of_below_is_not_replaced(self, file: str, tmp_path: Path) -> None:
        there = resource("rules") / "acts" / "kyzylorda-2015-118" / file
        mine = pack(tmp_path, {f"acts/kyzylorda-2015-118/{file}": there.read_text(encoding="utf-8")})
        assert errors("shipped", mine) == [
            (
                "duplicate-id",
                f"{mine.as_posix()}/acts/kyzylorda-2015-118/{file}:1:1",
                f"shipped/acts/kyzylorda-2015-118/{file}",
            )
        ]

    def test_an_edition_of_below_is_not_replaced(self, tmp_path: Path) -> None:
        name = "acts/kyzylorda-2015-118/3-wheelchairs.yaml"
        mine = pack(tmp_path, {name: (resource("rules") / name).read_text(encoding="utf-8")})
        [(code, where, other)] = errors("shipped", mine)
        assert (code, where.rpartition(".yaml")[0] + ".yaml") == ("duplicate-edition", f"{mine.as_posix()}/{name}")
        assert other == f"shipped/{name}"

    def test_the_same_folder_twice(self, mine: Path) -> None:
        assert {code for code, *_ in errors(mine, mine)} == {"duplicate-id", "duplicate-edition"}


class TestCommands:
    def test_folders_in_the_order_given(self, mine: Path) -> None:
        laid = ("--rules", "shipped", "--rules", str(mine))
        done = typed(
            "check", "--service", "wheelchairs", "--act", "order-7-2019", "--on", "2019-06-03", *laid, *QUICK, "--json"
        )
        assert done.json["edition"]["act"] == "order-7-2019"
        doctor = typed("doctor", "--json", *laid).json
        assert doctor["folders"] == ["shipped", str(mine)]
        assert doctor["editions"] == typed("doctor", "--json").json["editions"] + 1
        assert typed("doctor", "--json").json["folders"] == ["shipped"]

    def test_the_environment_names_them_as_the_system_parts_paths(self, mine: Path) -> None:
        done = process("doctor", "--json", environment={"ELIGIBILITY_RULES": os.pathsep.join(["shipped", str(mine)])})
        assert done.json["folders"] == ["shipped", str(mine)]

    def test_the_word_alone_is_the_shipped_rules(self) -> None:
        assert typed("doctor", "--json", "--rules", "shipped").json == typed("doctor", "--json").json

    def test_lint_of_one_over_another(self, mine: Path) -> None:
        """Alone it names documents that nobody has defined."""
        assert typed("rules", "lint", str(mine)).code == 1
        over = typed("rules", "lint", "shipped", str(mine))
        assert (over.code, over.err) == (0, "")
        pack(mine, {"regions.yaml": "far-land: {kk: а, ru: а}\nalmaty-city: {kk: а, ru: а}"})
        over = typed("rules", "lint", "shipped", str(mine))
        assert over.code == 1
        assert f"{mine}/regions.yaml:2:1: ошибка duplicate-id" in over.out

    def test_coverage_of_one_over_another(self, mine: Path) -> None:
        done = typed("rules", "coverage", "shipped", str(mine), "--json")
        assert "order-7-2019" in {one["act"] for one in done.json["acts"]}

    def test_ids_of_one_over_another(self, mine: Path) -> None:
        [found] = typed("rules", "list", "regions", "far", "--rules", "shipped", "--rules", str(mine), "--json").json
        assert found["place"] == f"{mine.as_posix()}/regions.yaml:1:1"

    def test_letters_are_made_by_them_in_other_processes_too(self, mine: Path, tmp_path: Path) -> None:
        cases = tmp_path / "cases.jsonl"
        cases.write_text("\n".join(json.dumps(CASE) for _ in range(3)), encoding="utf-8")
        laid = ("--rules", "shipped", "--rules", str(mine))
        done = typed("letters", str(cases), "-o", str(tmp_path / "out"), "--format", "txt", "--processes", "2", *laid, *QUICK)
        assert done.code == 0, done.err
        letters = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").glob("*.txt")]
        assert ["тасу куәлігі" in letter.casefold() for letter in letters] == [True] * 3
