"""Editions bent: every section of them, and what comes out is still an edition."""

import pytest

from eligibility.law.pack import EditionKey
from eligibility.review.bends import Bend, bends
from eligibility.rulefiles.shipped import shipped_pack

KEY = EditionKey("kyzylorda-2015-118", "home-care")
PACK = shipped_pack()


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
