"""Every diagnostic of a case: the smallest wrong case is refused for it, at its very place."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from eligibility.cli.input import read_data
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from tests.broken.broken_examples import BASE, BROKEN_CASES, CASES, GOOD, MADE, BrokenCase


@cache
def base() -> Engine:
    return Engine.of_rules(BASE, "direct")


def refusal(ask: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refused:
        ask()
    return refused.value


def test_the_good_case_is_decided() -> None:
    assert base().decide(GOOD).answered


@pytest.mark.parametrize("broken", BROKEN_CASES, ids=lambda broken: broken.file)
def test_exactly_this_is_found_at_its_place(broken: BrokenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    found = refusal(lambda: base().decide(read_data(broken.file))).diagnostics
    assert [(one.code, str(one.where)) for one in found] == [(broken.code, broken.at)]
    [one] = found
    assert one.message() == broken.says
    assert one.advice() == broken.advises, "where there is none the contradiction's own text says what to check"


@pytest.mark.parametrize("code", MADE)
def test_what_no_small_file_can_show(code: str, tmp_path: Path) -> None:
    found = refusal(lambda: MADE[code](base(), tmp_path)).diagnostics
    assert [one.code for one in found] == [code]
    assert found[0].advice()


def test_every_file_is_expected() -> None:
    assert sorted(path.name for path in CASES.iterdir()) == sorted(["expect.yaml", *(broken.file for broken in BROKEN_CASES)])
