"""An act begun from an outline and from its text: nothing invented, nothing written over, and lint says what is left to do."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from eligibility.diagnostics.refusal import Refused
from eligibility.law.citation import parse_citation
from eligibility.law.edition import Edition
from eligibility.plain.records import key_of
from eligibility.plain.yamlfile import read_yaml
from eligibility.review.edition_sections import SECTIONS_BEGUN, begun
from eligibility.review.outlines import AnnexOutline, Outline, lines_in, read_outline
from eligibility.review.scaffold import act_folder, begin, files_of
from eligibility.rulefiles.lint import lint
from eligibility.rulefiles.schema import validate

OUTLINE = """
kind: order
number: "7"
adopted: 2019-02-01
regions: [almaty-city]
issuer: {kk: Министр, ru: Министр}
cited: {kk: Министрдің 2019 жылғы 1 ақпандағы № 7 бұйрығы, ru: приказ Министра от 1 февраля 2019 года № 7}
in_force: {days_after_publication: 10, cite: "act 2"}
providers: {office: {kk: кеңсе, ru: контора}}
paragraphs: ["1", "2"]
annexes:
  - {annex: 1, service: wheelchairs, paragraphs: ["1", "2", "3(1)"]}
  - {annex: 2, service: home-care}
"""
TEXT = """Об утверждении правил

ПРИКАЗЫВАЮ:
1. Утвердить прилагаемые:
правила первые;
правила вторые.
2. Приказ вводится в действие по истечении десяти дней, с приложением 2 к настоящему приказу, о котором речь идет ниже и долго.

Приложение 1 к приказу
Глава 1. Общие положения
1. Правила определяют порядок.
2-1. Услугополучатель представляет:
1) заявление;
2) документы:
паспорт;
справку.
2-қосымша
1. Жалпы ережелер.
"""


def outline(text: str = OUTLINE) -> Outline:
    return read_outline(read_yaml("outline.yaml", text.encode()))


def act_in(tmp_path: Path, known: Outline) -> Path:
    folder = act_folder(tmp_path / "mine" / "acts" / "order-7-2019")
    begin(folder, known, "In the order of the text")
    return folder


class TestSections:
    def test_are_all_that_an_edition_may_say_in_its_order(self) -> None:
        of_the_head = {"service", "annex", "provider", "text"}
        of_acts_elsewhere = {"requirements_as_in", "known", "known_since"}
        named = [key_of(name) for name in Edition._fields]
        assert sorted(SECTIONS_BEGUN) == sorted({*named} - of_the_head - of_acts_elsewhere)
        in_order = [key for key in named if key in SECTIONS_BEGUN and key != "holds"]
        assert [key for key in SECTIONS_BEGUN if key != "holds"] == in_order

    def test_are_right_as_they_stand(self) -> None:
        text = "service: wheelchairs\n" + begun().replace("# ", "")
        file = read_yaml("1-wheelchairs.yaml", text.encode())
        assert file.diagnostics == []
        assert {*file.data} == {"service", *SECTIONS_BEGUN}
        assert [(one.code, str(one.where)) for one in validate("edition", file)] == []


class TestBegun:
    def test_what_is_known_is_filled_in_and_lint_names_the_rest(self, tmp_path: Path) -> None:
        folder = act_in(tmp_path, outline())
        found = lint(["shipped", tmp_path / "mine"])[1]
        mine = [(one.code, str(one.where).removeprefix(f"{tmp_path.as_posix()}/mine/")) for one in found]
        assert [one for one in mine if one[1].startswith("acts/order-7-2019")] == [
            ("provision-unread", "acts/order-7-2019/provisions.yaml:2:3"),
            ("provision-unread", "acts/order-7-2019/provisions.yaml:6:5"),
        ]
        assert sorted(path.name for path in folder.iterdir()) == [
            "1-wheelchairs.yaml",
            "2-home-care.yaml",
            "act.yaml",
            "flags.yaml",
            "provisions.yaml",
        ]

    def test_what_nobody_knows_is_left_empty_and_told(self, tmp_path: Path) -> None:
        act_in(tmp_path, Outline(annexes=(AnnexOutline("wheelchairs", 1),)))
        found = lint(["shipped", tmp_path / "mine"])[1]
        assert {one.code for one in found} == {"empty-text", "empty-value"}
        assert {str(one.where).rpartition("/")[2].partition(":")[0] for one in found} == {"act.yaml"}

    def test_nothing_is_written_over(self, tmp_path: Path) -> None:
        folder = act_in(tmp_path, outline())
        (folder / "act.yaml").write_text("mine", encoding="utf-8")
        with pytest.raises(Refused) as refused:
            act_in(tmp_path, outline())
        assert [one.code for one in refused.value.diagnostics] == ["act-begun"]
        assert (folder / "act.yaml").read_text(encoding="utf-8") == "mine"

    @pytest.mark.parametrize("name", ["mine/order-7", "mine/acts/Order-7", "mine/acts/бұйрық-7"])
    def test_an_act_has_its_place(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(Refused) as refused:
            act_folder(tmp_path / name)
        assert [one.code for one in refused.value.diagnostics] == ["act-folder"]

    def test_an_act_without_annexes(self) -> None:
        files = files_of(outline('kind: law\nparagraphs: ["art 158", "art 158(2)"]\nannexes: [{service: wheelchairs}]'), "x")
        assert yaml.safe_load(files["provisions.yaml"]) == {"act": {"art 158": "unread", "art 158(2)": "unread"}, "annexes": {}}
        assert yaml.safe_load(files["wheelchairs.yaml"]) == {"service": "wheelchairs", "provider": "provider"}


class TestText:
    def test_numbered_lines_are_drawn_annex_by_annex(self) -> None:
        assert lines_in(TEXT) == {
            None: ("1", "1 item 1", "1 item 2", "2"),
            1: ("1", "2-1", "2-1(1)", "2-1(2)", "2-1(2) item 1", "2-1(2) item 2"),
            2: ("1",),
        }

    @pytest.mark.parametrize("heading", ["3-қосымша", "Приложение 3", "ПРИЛОЖЕНИЕ № 3 к постановлению", "  3 - қосымша"])
    def test_headings_of_annexes(self, heading: str) -> None:
        assert lines_in(f"{heading}\n1. Один.\n") == {3: ("1",)}

    def test_what_the_outline_lists_comes_before_the_text(self) -> None:
        known = outline().with_lines(lines_in(TEXT))
        assert known.lines[1] == ("1", "2", "3(1)")
        assert known.lines[2] == ("1",)

    @given(st.text())
    def test_whatever_the_text_every_line_drawn_is_a_place(self, text: str) -> None:
        drawn = lines_in(text)
        assert all(parse_citation(place) for places in drawn.values() for place in places)
        files = files_of(Outline(lines=drawn), "x")
        assert read_yaml("provisions.yaml", files["provisions.yaml"].encode()).diagnostics == []


class TestOutline:
    @pytest.mark.parametrize(
        ("text", "code", "place"),
        [
            ("", "outline-form", "1:1"),
            ("kinds: order", "unexpected-key", "1:1"),
            ("regions: town", "outline-form", "1:10"),
            ("adopted: 1 июня", "outline-form", "1:10"),
            ("number: 7", "outline-form", "1:9"),
            ("issuer: Министр", "outline-form", "1:9"),
            ("annexes: [{annex: 1}]", "outline-form", "1:11"),
            ("annexes: [{annex: one, service: a}]", "outline-form", "1:19"),
            ("annexes: [{service: a, paragraph: []}]", "unexpected-key", "1:24"),
            ("annexes: [{service: a, paragraphs: [первый]}]", "outline-form", "1:36"),
        ],
    )
    def test_mistakes_are_told_at_their_place(self, text: str, code: str, place: str) -> None:
        with pytest.raises(Refused) as refused:
            outline(text)
        assert [(one.code, str(one.where)) for one in refused.value.diagnostics] == [(code, f"outline.yaml:{place}")]

    def test_the_act_of_an_outline_has_the_form_of_one(self) -> None:
        data: Any = read_yaml("act.yaml", files_of(outline(), "x")["act.yaml"].encode())
        assert validate("act", data) == []

    def test_the_page_for_authors_has_a_right_one(self) -> None:
        page = (Path(__file__).parents[2] / "docs" / "writing-rules.md").read_text(encoding="utf-8")
        [example] = [one for one in re.findall(r"```yaml\n(.+?)```", page, re.DOTALL) if one.startswith("# order.yaml")]
        assert outline(example).annexes == (AnnexOutline("wheelchairs", 1),)
