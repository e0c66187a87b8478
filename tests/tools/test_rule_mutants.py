"""The mutants of the rules: what the scenarios do not see, the tests that read the decrees do."""

import pytest
from tools.rule_mutants.noticing import DecreeReaders

from eligibility.law.pack import EditionKey
from eligibility.review.bends import Bend, bends
from eligibility.rulefiles.shipped import shipped_pack
from tests.decrees.decree_text import decrees_folder

KEY = EditionKey("kyzylorda-2015-118", "home-care")
PACK = shipped_pack()


@pytest.fixture(scope="module")
def of_edition() -> list[Bend]:
    return list(bends(PACK, KEY))


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
