"""The page for authors is true: its examples make a pack in which nothing is wrong, and it leaves out no key of a rule file."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
import yaml
from typer.main import get_command

from eligibility.cli.app import app
from eligibility.engine import Engine
from eligibility.files import resource
from eligibility.law.citation import parse_citation
from eligibility.plain.records import key_of
from eligibility.plain.yamlfile import read_yaml
from eligibility.review.expectations import mismatches, tried
from eligibility.review.ids import kinds_of_ids
from eligibility.review.scenarios import Provided, checked, read_scenarios
from eligibility.rulefiles.editor_schema import PLACES, editor_settings
from eligibility.rulefiles.lint import lint
from eligibility.rulefiles.schema import all_records, validate
from tests.rulefiles.authors_page import (
    CALENDAR,
    DOCS,
    PAGE,
    SCENARIOS,
    TRANSLATIONS,
    anchor,
    blocks,
    files,
    headings,
    outside_blocks,
    rows_under,
    spans,
    text_of,
    write_pack,
)

PAGES = (PAGE, *TRANSLATIONS)
TRIED = "tried.yaml"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("mine"))


def test_the_examples_make_a_pack_in_which_nothing_is_wrong(pack: Path) -> None:
    sources, found = lint(pack)
    assert [f"{one.where}: {one.code}: {one.message()}" for one in found] == []
    assert len(sources.editions) > 5


def test_there_is_an_example_of_every_kind_of_rule_file() -> None:
    places = {kind: [glob for glob in globs if not glob.startswith("!")] for kind, globs in PLACES.items()}
    lacking = [kind for kind, globs in places.items() if not any(Path(name).match(glob) for name in files() for glob in globs)]
    assert lacking == []


def test_the_days_of_the_calendar_are_those_of_the_shipped_one() -> None:
    [(name, text)] = [(name, text) for name, text in files().items() if name.startswith(CALENDAR)]
    shown: Any = read_yaml(name, text.encode())
    shipped: Any = read_yaml(name, (resource("rules") / name).read_bytes()).data
    assert shown.diagnostics == validate("calendar", shown) == []
    for section, entries in shown.data.items():
        assert [entry for entry in entries if entry not in shipped[section]] == [], section


def test_the_scenarios_hold(pack: Path) -> None:
    [(name, text)] = [(name, text) for name, text in files().items() if name.startswith(SCENARIOS)]
    scenarios = checked(read_scenarios(name, text.encode()), Provided([pack]))
    engine = Engine.of_rules(pack, "direct")
    assert len(scenarios) == 2
    for one in scenarios:
        assert one.problems == ()
        assert list(mismatches(one, tried(one, engine))) == [], one.name


def conditions() -> Iterator[str]:
    """Those of the block and of the table, and whatever stands in a sentence and compares."""
    _, _, section = text_of().partition("\n## Conditions\n")
    section = section.partition("\n## ")[0]
    [block] = re.findall(r"^```\n(.+?)^```$", section, re.MULTILINE | re.DOTALL)
    yield from block.splitlines()
    for _, _, examples in rows_under("## Conditions"):
        yield from spans(examples)
    yield from (one for one in spans(section.replace(block, "")) if re.search(r"\w (==|<|<=|>=|in) \w", one))


def test_the_conditions_are_read_and_compare_what_can_be_compared(pack: Path) -> None:
    found = list(dict.fromkeys(conditions()))
    assert len(found) > 15
    tries = {f"tried_{at}": {"when": one} for at, one in enumerate(found)}
    categories = pack / "categories.yaml"
    before = text_of(categories)
    try:
        categories.write_text(before + yaml.safe_dump(tries, allow_unicode=True, width=1000), encoding="utf-8")
        wrong = [one for one in lint(pack)[1] if one.severity == "error"]
    finally:
        categories.write_text(before, encoding="utf-8")
    assert [f"{one.where}: {one.message()}" for one in wrong] == []


def test_the_citations_are_citations() -> None:
    written = [one.strip('"') for cell, *_ in rows_under("### Citations") for one in spans(cell)]
    assert len(written) > 15
    assert [one for one in written if parse_citation(one) is None] == []


def words_of(kind: Any) -> Iterator[str]:
    """The words of which a place takes one, wherever they stand in its type."""
    if get_origin(kind) is Literal:
        yield from get_args(kind)
    else:
        for one in get_args(kind):
            yield from words_of(one)


def test_the_page_leaves_out_no_key_and_no_word_of_a_rule_file() -> None:
    code = "\n".join((*(one.text for one in blocks()), *spans(outside_blocks())))
    named = set(re.findall(r"[a-z][a-z_-]*[a-z]", code))
    keys = {key_of(name) for record in all_records() for name in record._fields}
    words = {str(word) for record in all_records() for kind in get_type_hints(record).values() for word in words_of(kind)}
    assert sorted(keys - named) == []
    assert sorted(words - named) == []


def test_the_kinds_of_ids_are_all_there() -> None:
    _, _, section = text_of().partition("\n## Ids\n")
    assert [kind for kind in kinds_of_ids() if f"`{kind}`" not in section.partition("\n## ")[0]] == []


def test_the_settings_of_an_editor_are_those_that_are_written() -> None:
    [shown] = [json.loads(block.text) for block in blocks() if block.language == "json"]
    written = editor_settings("./.schemas")
    assert shown.keys() == written.keys()
    for key, of_kinds in shown.items():
        assert of_kinds == {kind: written[key][kind] for kind in of_kinds}


COMMANDS = [line for block in blocks() if block.language == "sh" for line in block.text.splitlines()]


@pytest.mark.parametrize("line", COMMANDS)
def test_the_commands_take_the_options_that_are_shown(line: str) -> None:
    words = [word for word in shlex.split(line) if not re.match(r"[A-Z_]+=", word)]
    assert words.pop(0) == "eligibility"
    command: Any = get_command(app)
    while hasattr(command, "get_command"):
        with command.make_context("eligibility", [], resilient_parsing=True) as context:
            command = command.get_command(context, words.pop(0))
    known = {option for one in command.params for option in one.opts}
    assert [word for word in words if word.startswith("-") and word not in known] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    anchors = {anchor(one) for one in headings(page)}
    links = re.findall(r"\]\(([^)]+)\)", outside_blocks(page))
    assert len(links) > 20
    assert [one for one in links if one.startswith("#") and one[1:] not in anchors] == []
    assert [one for one in links if not one.startswith("#") and not (DOCS / one.partition("#")[0]).is_file()] == []


@pytest.mark.parametrize("page", TRANSLATIONS, ids=lambda page: page.name)
class TestTheOtherLanguages:
    """Where a page is translated, what it shows is the same to the byte."""

    def test_the_examples_are_the_same(self, page: Path) -> None:
        assert blocks(page) == blocks()

    def test_there_are_as_many_headings_of_each_rank(self, page: Path) -> None:
        assert [one.partition(" ")[0] for one in headings(page)] == [one.partition(" ")[0] for one in headings()]

    def test_tables_have_as_many_rows(self, page: Path) -> None:
        assert outside_blocks(page).count("\n| ") == outside_blocks().count("\n| ")

    def test_what_stands_as_code_in_the_sentences_is_the_same(self, page: Path) -> None:
        assert sorted(set(spans(outside_blocks(page)))) == sorted(set(spans(outside_blocks())))
