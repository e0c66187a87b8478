"""The program knows nothing of the law by name: what the rules name stands in no literal of it."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import eligibility
from eligibility.law.filing_facts import FILING_FACTS
from eligibility.rulefiles.shipped import shipped_pack

SOURCES = Path(eligibility.__file__).parent
PACK = shipped_pack()
OWN_WORDS = frozenset(
    {
        "applicant",
        "child",
        "citizen",
        "clerk",
        "decision",
        "head",
        "iin",
        "none",
        "other",
        "recipient",
        "self",
        "status",
        "working-hours",
    }
)
"""words of the program's own that something in the rules is called too"""

IDS: dict[str, Iterable[str]] = {
    "acts": PACK.acts,
    "regions": PACK.regions,
    "services": PACK.services,
    "contacts": PACK.contacts,
    "events": PACK.events,
    "outcomes": PACK.outcomes,
    "documents": PACK.documents,
    "actors": PACK.actors,
    "receipt fields": PACK.receipt_fields,
    "facts": [id for id in PACK.facts if id not in FILING_FACTS],
    "categories": PACK.categories,
    "grounds": [
        ground.id
        for key in PACK.held()
        if (edition := PACK.edition(*key))
        for ground in (*edition.refuse_to_accept, *edition.refuse_service)
    ],
    "flags": [flag.id for key in PACK.held() if (edition := PACK.edition(*key)) for flag in edition.flags],
    "values of facts": [value for fact in PACK.facts.values() for value in fact.values or ()],
}


def literals(file: Path) -> Iterator[tuple[str, int]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno


FOUND = {text: f"{file.relative_to(SOURCES)}:{line}" for file in sorted(SOURCES.rglob("*.py")) for text, line in literals(file)}


@pytest.mark.parametrize("kind", IDS)
def test_no_id_of_the_rules_is_a_literal(kind: str) -> None:
    assert {id: FOUND[id] for id in IDS[kind] if id in FOUND and id not in OWN_WORDS} == {}


def test_the_four_facts_are_in_the_rules() -> None:
    assert set(FILING_FACTS) <= set(PACK.facts)
