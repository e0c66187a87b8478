"""Whatever a case holds, it is read or refused; whatever is sent as JSON, it is parsed or refused. Nothing else is raised."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from eligibility.diagnostics.refusal import Refused
from eligibility.plain.strictjson import parse_json
from eligibility.reasoning.case import Case, read_case
from eligibility.rulefiles.shipped import shipped_pack
from tests.rulefiles.spoilt_files import accidents, after

PACK = shipped_pack()
EXAMPLES = settings().max_examples
SIGNS = st.characters(categories=["L", "N", "P", "Z", "Cc", "Cf", "Cs"])
TEXTS = st.sampled_from(["", "true", "application", "2018-06-01", "9999-12-31", "{id}", "900101100004"]) | st.text(
    SIGNS, max_size=8
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS
JSON = st.recursive(
    SCALARS, lambda below: st.lists(below, max_size=3) | st.dictionaries(TEXTS, below, max_size=3), max_leaves=8
)


def some(known: Any) -> st.SearchStrategy[Any]:
    """Mostly something known."""
    return st.one_of(st.sampled_from(sorted(known)), st.sampled_from(sorted(known)), JSON)


def is_hashable(value: Any) -> bool:
    return not isinstance(value, (list, dict))


def value_of(id: str) -> st.SearchStrategy[Any]:
    fact = PACK.facts[id]
    match fact.type:
        case "choice":
            return some(fact.values or ())
        case "years":
            return st.integers(-1, 131) | JSON
        case "date":
            return st.dates().map(str) | JSON
        case _:
            return st.booleans() | JSON


FACTS = st.lists(st.sampled_from(sorted(PACK.facts)), max_size=5, unique=True).flatmap(
    lambda ids: st.fixed_dictionaries({id: value_of(id) for id in ids})
)
PRESENTED = some(PACK.documents) | st.fixed_dictionaries(
    {},
    optional={
        "document": some(PACK.documents).filter(is_hashable),
        "form": some(["copy", "both"]),
        "state": some(["expired"]),
        "expired_on": st.dates().map(str) | JSON,
        "instead_of": some(PACK.documents).filter(is_hashable),
        "fate": JSON,
    },
)
PERSON = st.dictionaries(st.sampled_from(["surname", "name", "iin", "address", "phone"]) | TEXTS, TEXTS | JSON, max_size=4)
CASES = st.fixed_dictionaries(
    {},
    optional={
        "service": some(PACK.services),
        "act": some(PACK.acts),
        "region": some(PACK.regions),
        "on": st.dates().map(str) | st.just("2018-06-01") | JSON,
        "facts": FACTS | JSON,
        "submitted": st.lists(PRESENTED, max_size=4) | JSON,
        "person": PERSON | JSON,
        "other": JSON,
    },
)


def read_or_refused(data: Any) -> None:
    found = answer(read_case, data, PACK)
    for one in found.diagnostics if isinstance(found, Refused) else ():
        assert one.message().isprintable()
        assert str(one.where).isprintable()
    assert isinstance(found, (Case, Refused))


def answer(ask: Callable[..., Any], *given: Any) -> Any:
    """What is returned, or the refusal, which has diagnostics that can be printed."""
    found: Any = None
    try:
        return ask(*given)
    except Refused as refused:
        found = refused
    assert found.diagnostics
    for one in found.diagnostics:
        json.dumps(one.as_json(), ensure_ascii=False).encode()
    return found


@given(JSON)
@example([])
def test_any_data(data: Any) -> None:
    read_or_refused(data)


@given(CASES)
@settings(max_examples=3 * EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
def test_any_case(data: dict[str, Any]) -> None:
    read_or_refused(data)


@given(st.text(SIGNS) | st.binary(max_size=200))
@example("[" * 900_000)
@example('{"a":' * 100_000)
@example("9" * 5000)
@example("-" + "9" * 5000 + "e1")
@example("1e999")
@example("NaN")
@example("\ufeff{}")
@example(b"\xef\xbb\xbf{}")
@example(b"\xff\xfe{\x00}\x00")
@example(b"\xff")
@example("")
@example('{"\\ud800": 1}')
@settings(max_examples=3 * EXAMPLES)
def test_any_text(content: str | bytes) -> None:
    parsed_or_refused(content)


@given(CASES, accidents())
@settings(max_examples=2 * EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
def test_a_spoilt_case(data: dict[str, Any], happened: list[Any]) -> None:
    parsed_or_refused(after(json.dumps(data).encode(), happened))


def parsed_or_refused(content: str | bytes) -> None:
    found = answer(parse_json, content, "case.json")
    if isinstance(found, Refused):
        [one] = found.diagnostics
        assert str(one.where).startswith("case.json")
        assert one.message()
        assert one.advice()
    else:
        read_or_refused(found)


@pytest.mark.parametrize("document", [["ipr"], {"id": "ipr"}])
@pytest.mark.parametrize("key", ["document", "instead_of"])
def test_a_document_that_is_no_text(key: str, document: Any) -> None:
    read_or_refused({"submitted": [{key: document}]})


def test_a_repeated_key_is_shown_harmlessly() -> None:
    parsed_or_refused('{"\\ud800": 1, "\\ud800": 2}')


def test_a_number_too_long_to_write() -> None:
    read_or_refused({"facts": {"age": 10**5000}})
