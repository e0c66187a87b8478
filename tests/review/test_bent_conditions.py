"""Conditions bent: what says something else is a mutant, and nothing else is."""

from eligibility.review.bent_conditions import Conditions
from eligibility.rulefiles.shipped import shipped_pack

PACK = shipped_pack()


def bent(when: str) -> set[str]:
    return {f"{how}: {text}" for how, text in Conditions(PACK, ()).bent(when)}


def test_a_condition_is_bent_in_all_its_parts() -> None:
    assert bent("age < 18 and not orphan") == {
        "dropped: None",
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
