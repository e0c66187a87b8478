"""The mutants of the rules: each says something else, and what says something else is noticed."""

import pytest
from tools.rule_mutants.bends import Bend, bends
from tools.rule_mutants.conditions import Conditions
from tools.rule_mutants.noticing import DecreeReaders, Scenarios

from eligibility.law.pack import EditionKey
from eligibility.rulefiles.shipped import shipped_pack
from tests.decrees.decree_text import decrees_folder

KEY = EditionKey("kyzylorda-2015-118", "home-care")
PACK = shipped_pack()


def bent(when: str) -> set[str]:
    return {how for how, _ in Conditions(PACK, ()).bent(when)}


def test_a_condition_is_bent_in_all_its_parts() -> None:
    assert bent("age < 18 and not orphan") == {
        "dropped: true",
        "negated: not (age < 18 and not orphan)",
        "swapped: age < 18 or not orphan",
        "part: not orphan",
        "part: age < 18",
        "negated: not age < 18 and not orphan",
        "negated: age < 18 and orphan",
        "operator: age <= 18 and not orphan",
        "operator: age >= 18 and not orphan",
        "value: age < 17 and not orphan",
        "value: age < 19 and not orphan",
    }


def test_what_no_case_can_tell_apart_is_no_mutant() -> None:
    assert "operator: age >= 0" not in bent("age > 0 or age == 0")
    assert list(Conditions(PACK, ()).bent(None)) == []


@pytest.fixture(scope="module")
def of_edition() -> list[Bend]:
    return list(bends(PACK, KEY))


def test_every_section_of_an_edition_is_bent(of_edition: list[Bend]) -> None:
    edition = PACK.edition(*KEY)
    assert edition
    held = {name for name in edition._fields if isinstance(getattr(edition, name), tuple) and getattr(edition, name)}
    assert {bend.section for bend in of_edition} == held
    assert all(bend.edition != edition for bend in of_edition)


def test_every_text_at_hand_can_be_bent() -> None:
    at_hand = [key for key in PACK.editions() if PACK.acts[key.act].text != "elsewhere"]
    assert all(any(bend.edition != PACK.edition(*key) for bend in bends(PACK, key)) for key in at_hand)


def test_a_bent_term_is_still_a_term() -> None:
    editions = [bend.edition for bend in bends(PACK, EditionKey("almaty-region-2018-81", "housing-assistance"))]
    terms = [step.duration for edition in editions for step in edition.steps if step.duration]
    assert all(part.unit for term in terms for part in (term, term.plus) if part)


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
