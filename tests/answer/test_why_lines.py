"""Why a paper is asked for: each sentence there is, by what is law here and what is known, of the person and of the office."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from eligibility.answer.readers import Reader
from tests.answer.small_town import PAGE, RUMOUR, Town, page
from tests.reasoning.small_editions import both

WHENS = {
    "of everybody": {},
    "of some": {"when": "orphan"},
    "of others": {"when": "not orphan"},
    "not answered yet": {"when": "alone"},
    "not said": {"when": "unsaid"},
    "of a category": {"when": "child"},
    "of one of several": {"when": "kind in [surdo, tiflo]"},
    "of neither": {"when": "not kind in [tiflo, other]"},
    "of few years": {"when": "stay < 8"},
    "of more years": {"when": "stay > 4"},
    "of a day": {"when": "birth_date == filing_day"},
    "of another day": {"when": "birth_date >= 1988-01-01 and birth_date < filing_day"},
}
Entries = list[dict[str, Any]]


def asked(*whens: Mapping[str, str]) -> Entries:
    """The same paper under each condition, from the person and from the office."""
    return [{"document": "card", "cite": "6", **when, "brought_by": by} for by in ("applicant", "office") for when in whens]


PERSON: dict[str, Any] = {"orphan": True, "birth_date": "1988-05-01", "kind": "surdo", "stay": 7}


def towns(entries: Entries) -> dict[str, tuple[Town, str]]:
    """The list as law, as another act's for want of the Standard's, and as it is known from a page."""
    pointer = {"act": "standard", "para": "9", "cite": "4"}
    as_in = {"known": PAGE, "requirements_as_in": {"act": "source", "known": RUMOUR}}
    known = [{**one, "known": PAGE} for one in entries]
    return {
        "by the act": (Town(requirements=entries), "act"),
        "by another act": (Town(standard=as_in, source={"requirements": entries}, documents_from=[pointer]), "act"),
        "as known": (Town(standard={"known": PAGE, "requirements": known}), "standard"),
    }


LIST = asked(*WHENS.values())
TOWNS = towns(LIST)


READERS: tuple[Reader, ...] = ("citizen", "clerk")


@pytest.mark.parametrize("reader", READERS)
def test_every_sentence(reader: Reader) -> None:
    told = []
    for name, (town, act) in TOWNS.items():
        told.append(f"# {name}")
        lines = [line for line in town(act=act, **PERSON).lines if line.document == "card"]
        assert len(lines) == len(LIST)
        for at, line in enumerate(lines):
            told.append(f"{[*WHENS][at % len(WHENS)]}: {line.why(reader).ru}")
    assert "\n".join(told) + "\n" == page(f"why-{reader}")


def test_a_paper_that_is_asked_for_whatever_is_answered() -> None:
    """By one list of those who live alone, by another of those who do not."""
    told = []
    for name, (town, act) in towns(asked({"when": "alone"}, {"when": "not alone"})).items():
        told.append(f"# {name}")
        lines = [line for line in town(act=act).lines_to_read if line.document == "card"]
        told += [line.why(reader).ru for line in lines for reader in READERS]
    assert "\n".join(told) + "\n" == page("why-either-way")


def test_in_kazakh_nothing_is_left_in_the_programs_own_words() -> None:
    for town, act in TOWNS.values():
        for line in town(act=act, **PERSON).lines:
            for reader in READERS:
                said = line.why(reader).kk
                assert said
                assert not re.search(r"\b(the|is|it|not|by)\b|{", said, re.IGNORECASE)


def test_a_name_is_given_with_what_it_is_called_in_the_list() -> None:
    named = Town(requirements=[{"document": "card", "name": both("карта жителя"), "cite": "6"}])
    assert [line.name.ru for line in named().lines] == ["карта жителя"]
