"""Every diagnostic has a smallest wrong pack, is told there at its very place, and has its section in docs/diagnostics.md."""

import re
from collections import Counter
from pathlib import Path

import pytest

from eligibility.diagnostics.refused import Refused
from eligibility.rulefiles.lint import lint, load
from tests.broken_examples import BASE, BROKEN, BROKEN_CASES, MADE, BrokenPack, overlaid
from tests.law.codes import SOURCES, found_codes

PAGE = SOURCES.parents[1] / "docs" / "diagnostics.md"


def test_the_base_pack_is_whole() -> None:
    assert lint(BASE)[1] == []


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.folder.name)
def test_exactly_this_is_found_at_its_place(broken: BrokenPack, tmp_path: Path) -> None:
    pack = overlaid(broken, tmp_path)
    found = lint(pack / broken.root)[1]
    assert [(one.code, str(one.where).removeprefix(f"{pack}/")) for one in found] == [(broken.code, broken.at)]
    [one] = found
    assert one.message() == broken.says
    assert one.advice() == broken.advises
    assert not re.search(r"[{}]", broken.says + broken.advises)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.folder.name)
def test_a_sentence_says_what_is_wrong(broken: BrokenPack) -> None:
    comments = [(broken.folder / name).read_bytes().split(b"\n")[0] for name in broken.files]
    if broken.root == ".":
        assert any(re.match(rb"# \S.*\.\Z|# \S.*; \S.*\.\Z", comment) for comment in comments)


def test_an_error_stops_the_load_and_a_warning_does_not(tmp_path: Path) -> None:
    severities = {}
    for broken in BROKEN:
        pack = overlaid(broken, tmp_path / broken.folder.name)
        for one in lint(pack / broken.root)[1]:
            severities[one.code] = one.severity
            if one.severity == "error":
                with pytest.raises(Refused):
                    load(pack / broken.root)
            else:
                load(pack / broken.root)
    assert {code for code, severity in severities.items() if severity == "warning"} == {
        code for code, (severity, _) in table().items() if severity == "warning"
    }


def test_every_code_has_an_example() -> None:
    of_rules = {broken.code for broken in BROKEN}
    of_cases = {broken.code for broken in BROKEN_CASES} | MADE.keys()
    missing = {one.code for one in found_codes() if one.of_rules} - of_rules
    missing |= {one.code for one in found_codes() if not one.of_rules} - of_cases - of_rules
    assert not missing, f"no example in tests/broken or tests/broken_cases: {sorted(missing)}"


def test_every_example_is_of_a_code() -> None:
    shown = {broken.code for broken in BROKEN} | {broken.code for broken in BROKEN_CASES} | MADE.keys()
    assert not shown - codes(), f"no source makes: {sorted(shown - codes())}"


# --- docs/diagnostics.md


def codes() -> set[str]:
    return {one.code for one in found_codes()}


def sections() -> dict[str, str]:
    """The page's sections, by code."""
    _, *parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {title: text for title, _, text in (part.partition("\n") for part in parts)}


def table() -> dict[str, tuple[str, str]]:
    """Severity and one line of each code in the index."""
    rows = re.findall(
        r"^\| \[([a-z0-9-]+)\]\(#([a-z0-9-]+)\) \| (error|warning) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    assert all(code == anchor for code, anchor, _, _ in rows)
    assert max(Counter(code for code, *_ in rows).values()) == 1
    return {code: (severity, line) for code, _, severity, line in rows}


def test_every_code_has_a_section_and_none_is_stale() -> None:
    assert sorted(codes() - sections().keys()) == []
    assert sorted(sections().keys() - codes()) == []


def test_the_index_is_that_of_the_sections() -> None:
    assert list(sections()) == sorted(sections())
    assert list(table()) == list(sections())


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_section_says_what_shows_it_and_how_to_mend_it(code: str) -> None:
    text = sections()[code]
    assert re.match(r"\n[A-ZА-Я«`\"].+[.:]\n\n", text, re.DOTALL), "first a sentence that says what it means"
    assert re.search(r"^```(yaml|json|sh)\n.+?^```$", text, re.DOTALL | re.MULTILINE), "then an example"
    assert re.search(r"^Mend: .+\.$", text, re.DOTALL | re.MULTILINE), "then how to mend it"
