"""openapi.json is valid, its examples are what it says they are, and requests made up from it get what it promises."""

import json
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from eligibility.engine import Engine
from eligibility.review.scenarios import scenarios_at
from eligibility.web import http_app
from eligibility.web.settings import Settings
from tests.web.client import get, post
from tests.web.test_scenarios_over_http import FOLDER

ENGINE = Engine.shipped("direct")
APP = http_app(ENGINE, Settings(rate=1_000_000))
LISTED: Any = get(APP, "/api/v1/openapi.json").json
SCHEMA = schemathesis.openapi.from_dict(LISTED)
SCHEMA.app = APP
EXAMPLES = LISTED["components"]["examples"]
FORM_ALONE: Any = schemathesis.checks.CHECKS.get_one("positive_data_acceptance")
"""not checked: a case of the right form may still contradict itself, or ask an act for the service of another"""
REFUSED_WHOLE: Any = schemathesis.checks.CHECKS.get_one("negative_data_rejection")
"""not checked of a batch, where the line that is wrong says so and the request is answered"""


@schemathesis.serializer("application/x-ndjson", "application/jsonl")
def _lines(_: Any, value: Any) -> bytes:
    return b"\n".join(json.dumps(one).encode() for one in value) if isinstance(value, list) else json.dumps(value).encode()


@schemathesis.serializer("application/pdf", "text/html")
def _file(_: Any, value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture(scope="module", autouse=True)
def _printers() -> Any:
    yield
    APP.state.press.close()


def of(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": LISTED["components"]})


def test_it_is_valid() -> None:
    SCHEMA.validate()
    for name, schema in LISTED["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert of(name)


def test_every_reference_leads_somewhere() -> None:
    waiting: list[Any] = [LISTED]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict) and isinstance(one.get("$ref"), str):
            found: Any = LISTED
            for step in one["$ref"].removeprefix("#/").split("/"):
                found = found[int(step)] if isinstance(found, list) else found[step]
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()


def test_every_operation_says_what_it_is() -> None:
    for path in LISTED["paths"].values():
        for operation in path.values():
            assert operation["summary"]
            assert operation["description"]
            assert {"200", "4XX", "5XX"} <= set(operation["responses"])
            assert "X-Request-Id" in operation["responses"]["200"]["headers"]


@pytest.mark.parametrize(
    ("example", "schema"),
    [("case", "case"), ("answer", "answer"), ("problem-kk", "problem"), ("problem-ru", "problem")],
)
def test_an_example_is_what_it_says(example: str, schema: str) -> None:
    of(schema).validate(EXAMPLES[example]["value"])


def test_the_examples_are_real() -> None:
    found = post(APP, "/api/v1/decide", EXAMPLES["case"]["value"]).json
    assert {**found, "receipt": 0} == {**EXAMPLES["answer"]["value"], "receipt": 0}
    assert found["receipt"]["case"] == EXAMPLES["answer"]["value"]["receipt"]["case"]
    for lang in ("kk", "ru"):
        wrong = post(APP, "/api/v1/decide", {}, accept_language=lang).json
        assert {**wrong, "request": 0} == {**EXAMPLES[f"problem-{lang}"]["value"], "request": 0}
    for line in EXAMPLES["lines"]["value"]:
        of("batch_line").validate(line)


def test_the_cases_of_the_scenarios_are_cases() -> None:
    known = of("case")
    accepted = 0
    for scenario in scenarios_at([FOLDER], FOLDER):
        case = json.loads(json.dumps(scenario.case, default=str))
        if post(APP, "/api/v1/decide", case).status == 200:
            accepted += 1
            wrong = best_match(known.iter_errors(case))
            assert wrong is None, f"{list(wrong.absolute_path)}: {wrong.message}"
    assert accepted > 100


@SCHEMA.parametrize()
@settings(
    max_examples=10,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_what_is_asked_by_it_gets_what_it_promises(case: schemathesis.Case[Any]) -> None:
    batch = case.operation.path.endswith("batch")
    case.call_and_validate(excluded_checks=[FORM_ALONE, REFUSED_WHOLE] if batch else [FORM_ALONE])
