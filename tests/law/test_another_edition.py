"""A pack in which one edition says something else: what is tried out for a new rule is read from the new rule."""

from typing import Any

from eligibility.law.edition import Edition
from eligibility.law.pack import EditionKey, Pack
from eligibility.plain.records import revive
from tests.reasoning.random_rulebooks import ACT
from tests.reasoning.small_editions import FACTS, both

CARE, AID = EditionKey("act", "care"), EditionKey("act", "aid")
SHARED: dict[str, Any] = {
    "facts": FACTS,
    "categories": {},
    "documents": {"card": {"name": both("карта")}},
    "services": {one: {"title": both(one)} for one in ("care", "aid")},
    "regions": {"region": both("область")},
    "acts": {"act": ACT},
}


def edition(service: str, when: str) -> dict[str, Any]:
    return {
        "service": service,
        "annex": 1,
        "provider": "office",
        "requirements": [{"document": "card", "when": when, "cite": "1"}],
    }


def test_the_dates_that_its_conditions_read_are_kept_and_those_of_other_services_are_not() -> None:
    """Of a birth date only the age is kept where no condition reads the day itself."""
    pack = Pack.of(SHARED, {CARE: edition("care", "age < 7"), AID: edition("aid", "age < 7")})
    assert [pack.dates_read(service) for service in ("care", "aid")] == [frozenset(), frozenset()]
    other = pack.with_edition(CARE, revive(Edition, edition("care", "birth_date < 2001-01-01")))
    assert [other.dates_read(service) for service in ("care", "aid")] == [frozenset({"birth_date"}), frozenset()]
    assert pack.dates_read("care") == frozenset()
    assert other.with_edition(CARE, revive(Edition, edition("care", "orphan"))).dates_read("care") == frozenset()


def test_it_is_another_pack_with_the_same_of_all_else() -> None:
    pack = Pack.of(SHARED, {CARE: edition("care", "age < 7"), AID: edition("aid", "age < 7")})
    other = pack.with_edition(CARE, revive(Edition, edition("care", "orphan")))
    said = [(one.edition("act", "care"), one.edition("act", "aid")) for one in (pack, other)]
    assert [care.requirements[0].when for care, _ in said if care] == ["age < 7", "orphan"]
    assert said[0][1] == said[1][1]
    assert pack.digest != other.digest
    assert set(other.held()) == {CARE, AID}
