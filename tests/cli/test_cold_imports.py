"""A cold command imports nothing heavy that its answer does not need."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

CASE = '{"service": "prosthetic-orthopedic-aid", "act": "kyzylorda-2015-118", "on": "2016-03-01", "facts": {"age": 40}}'
HEAVY = (
    *("yaml", "jinja2", "babel", "rich", "typst", "hypothesis", "sqlalchemy", "alembic", "fastapi", "uvicorn", "polars"),
    *("eligibility.rulefiles.schema", "eligibility.rulefiles.lint", "eligibility.plain.yamlfile"),
    *("rapidfuzz", "eligibility.interview.likely"),
    *("eligibility.answer.timeline", "eligibility.letters", "eligibility.web", "eligibility.review.comparison"),
)
ASK = ("ask", "prosthetic-orthopedic-aid", "--act", "kyzylorda-2015-118", "--on", "2016-03-01")
SCREEN = ("screen", "--region", "kyzylorda-region", "--on", "2016-03-01", "--situation", "disability")
COMMANDS = [
    ("--help",),
    ("check", "-", "--json"),
    ("check", "-"),
    ("check", "--help"),
    ("explain", "-"),
    ("services",),
    ("services", "--json"),
    ("acts",),
    ASK,
    (*ASK, "--json"),
    SCREEN,
    (*SCREEN, "--json", "--take", "wheelchairs"),
]


PROGRAM = """
import atexit, sys
atexit.register(lambda: print("\\n".join(["modules:", *sys.modules]), file=sys.stderr))
from eligibility.cli.main import main
main()
"""
"""-X importtime would not show what `import_module` loads"""


def run(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        input=CASE if "-" in arguments else "2\n1\n2\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "ELIGIBILITY_LANG": "ru"},
        timeout=60,
        check=True,
    )
    return set(done.stderr.rpartition("modules:\n")[2].splitlines())


def heavy(modules: set[str]) -> set[str]:
    return {name for name in modules if any(name == one or name.startswith(f"{one}.") for one in HEAVY)}


def imported(*arguments: str) -> set[str]:
    """Rules and catalogues are compiled by the first command after they change: then the second one is cold."""
    found = run(*arguments)
    return run(*arguments) if heavy(found) else found


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_heavy(command: tuple[str, ...]) -> None:
    found = imported(*command)
    assert "eligibility.cli.app" in found
    assert not heavy(found)


def test_the_matcher_is_loaded_by_a_search_alone() -> None:
    found = imported("services", "--find", "арба")
    assert heavy(found) == {one for one in found if one.split(".")[0] == "rapidfuzz"} | {"eligibility.interview.likely"}


def test_a_command_loads_no_other_command() -> None:
    commands = {path.stem for path in (Path(__file__).parents[2] / "src/eligibility/cli/commands").glob("[a-z]*.py")}
    for command, allowed in ((("services",), {"services"}), (("check", "-", "--json"), {"check"}), (ASK, {"ask"})):
        found = {name.rpartition(".")[2] for name in imported(*command) if name.startswith("eligibility.cli.commands.")}
        assert found & commands == allowed


def test_json_needs_no_words_of_a_screen() -> None:
    assert "eligibility.answer.telling.checklist" not in imported("check", "-", "--json")


def test_one_engine_is_not_loaded_for_the_other() -> None:
    assert "eligibility.reasoning.rete" not in imported("check", "-", "--json", "--engine", "direct")


LOADED = {
    "": "_faces engine files",
    "answer": (
        "absent answer clauses given_back in_force line names pieces places question readers regions remarks short_form "
        "sources today why"
    ),
    "cli": "app commands.check errors framework gathering help input language main options output showing",
    "diagnostics": "diagnostic meant mistake refusal tables",
    "law": (
        "address calendar citation condition daysoff edition filing_facts life logic lookups ordered pack parameters space "
        "tokens validity vocabulary"
    ),
    "plain": "canonical lines reading records strictjson",
    "reasoning": (
        "case conclusions decision derivation direct fact_values iin inference listing matching naming plan planning program "
        "questions shown support verdict wording"
    ),
    "rulefiles": "folders shipped",
    "terms": "counting course extension ledger open_terms ways",
    "words": "catalogue closed days joining numerals spacing text",
}
"""by room; each module costs every cold command its time, so what is added here is added for a reason"""
LOADED_FOR_JSON = {"answer": "contract contract_lines contract_parts contract_terms contract_today provenance term_reasons"}
LOADED_FOR_A_SCREEN = {
    "answer": "amounts in_short term_reasons told",
    "answer.telling": "checklist heading intake paper_lines teller",
    "cli": "layout",
}


def named(rooms: Mapping[str, str]) -> set[str]:
    """The modules in these rooms, and the packages around them."""
    modules = {".".join(filter(None, ("eligibility", room, name))) for room, names in rooms.items() for name in names.split()}
    return modules | {module.rpartition(".")[0] for module in modules} | {f"eligibility.{room}" for room in rooms if room}


@pytest.mark.parametrize(
    ("arguments", "more"), [(["--json"], LOADED_FOR_JSON), ([], LOADED_FOR_A_SCREEN)], ids=["JSON", "screen"]
)
def test_a_check_loads_these_modules_of_ours_and_no_others(arguments: list[str], more: Mapping[str, str]) -> None:
    found = imported("check", "-", "--engine", "direct", *arguments)
    assert {name for name in found if name.partition(".")[0] == "eligibility"} == named(LOADED) | named(more)
