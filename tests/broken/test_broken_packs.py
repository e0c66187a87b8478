"""Every diagnostic has a smallest wrong pack or case, and is told there at its very place."""

import re
from pathlib import Path

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.diagnostics.tables import declared
from eligibility.rulefiles.lint import lint, load
from tests.broken.broken_examples import BASE, BROKEN, BROKEN_CASES, MADE, BrokenPack, overlaid
from tests.diagnostics.page import explained


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
    assert not re.search(r"\{\w+\}", broken.says + broken.advises), "a value is not filled in"


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.folder.name)
def test_a_sentence_says_what_is_wrong(broken: BrokenPack) -> None:
    comments = [(broken.folder / name).read_bytes().split(b"\n")[0] for name in broken.files]
    if broken.root == ".":
        assert any(re.match(rb"# \S.*\.\Z|# \S.*; \S.*\.\Z", comment) for comment in comments)


def test_an_error_stops_the_load_and_a_warning_does_not(tmp_path: Path) -> None:
    for broken in BROKEN:
        pack = overlaid(broken, tmp_path / broken.folder.name)
        if declared(broken.code).severity == "error":
            with pytest.raises(Refused):
                load(pack / broken.root)
        else:
            load(pack / broken.root)


def test_every_code_has_an_example_and_every_example_is_of_a_code() -> None:
    shown = {broken.code for broken in BROKEN} | {broken.code for broken in BROKEN_CASES} | MADE.keys()
    assert sorted(explained() - shown) == [], "no example in tests/broken"
    assert sorted(shown - explained()) == [], "no table declares it"
