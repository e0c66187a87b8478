"""The mutants of the rules: what says something else is noticed by a scenario, or by a test that reads the decree."""

import pytest
from tools.rule_mutants.noticing import DecreeReaders, Scenarios

from eligibility.law.pack import EditionKey
from eligibility.review.bends import Bend, bends
from eligibility.rulefiles.shipped import shipped_pack
from tests.decrees.decree_text import decrees_folder

KEY = EditionKey("kyzylorda-2015-118", "home-care")
PACK = shipped_pack()


@pytest.fixture(scope="module")
def of_edition() -> list[Bend]:
    return list(bends(PACK, KEY))


def test_a_line_left_out_of_the_list_is_noticed_by_a_scenario(of_edition: list[Bend]) -> None:
    scenarios = Scenarios()
    lines = [bend for bend in of_edition if (bend.section, bend.kind) == ("requirements", "rule")]
    assert lines
    assert all(scenarios.notice(bend) for bend in lines)


@pytest.mark.skipif(decrees_folder() is None, reason="the decrees are not at hand")
def test_another_number_of_days_is_noticed_by_the_decree(of_edition: list[Bend]) -> None:
    readers = DecreeReaders()
    numbers = [bend for bend in of_edition if (bend.section, bend.kind) == ("steps", "duration number")]
    assert numbers
    assert all(readers.notice(bend) for bend in numbers)


@pytest.mark.skipif(decrees_folder() is None, reason="the decrees are not at hand")
def test_another_actor_or_bound_is_noticed_by_the_decree(of_edition: list[Bend]) -> None:
    readers = DecreeReaders()
    bent = [bend for bend in of_edition if bend.section == "steps" and bend.kind in ("word", "duration bound")]
    assert bent
    assert all(readers.notice(bend) for bend in bent)


def test_a_way_for_one_of_the_two_is_noticed_by_a_scenario(of_edition: list[Bend]) -> None:
    scenarios = Scenarios()
    bent = [bend for bend in of_edition if (bend.section, bend.kind) == ("channels", "only")]
    assert bent
    assert all(scenarios.notice(bend) for bend in bent)
