"""What openapi.json says of each address: parameters, bodies, answers and headers; what is large is referred to."""

from collections.abc import Mapping

from eligibility.answer.contract_parts import Json
from eligibility.letters.kinds import KINDS
from eligibility.letters.writing import LANGUAGES
from eligibility.web.batching import ALSO_LINES, LINES
from eligibility.web.problems import PROBLEM
from eligibility.web.received import JSON

HEADERS: Json = {
    "X-Request-Id": {
        "description": "the id of the request, to be named when a defect is reported",
        "schema": {"type": "string"},
    },
    "ETag": {"description": "changes with what the answer follows from", "schema": {"type": "string"}},
    "Retry-After": {"description": "seconds", "schema": {"type": "string", "pattern": "^[0-9]+$"}},
    "Content-Language": {"description": "of the answer's sentences", "schema": {"type": "string"}},
}
PROBLEMS = {"4XX": "what is wrong with the request", "5XX": "the program failed, or too much is asked at once"}


def schema(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _examples(*names: str) -> Json:
    return {"examples": {name: {"$ref": f"#/components/examples/{name}"} for name in names}}


def _headers(*names: str) -> Json:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in ("X-Request-Id", *names)}


def _parameter(name: str, place: str, description: str, schema: Json, **more: object) -> Json:
    return {"name": name, "in": place, "description": description, "schema": schema, "required": place == "path", **more}


ACCEPT_LANGUAGE = _parameter(
    "Accept-Language", "header", "of mistakes: kk or ru, Kazakh where neither is named", {"type": "string"}, example="ru"
)
IF_NONE_MATCH = _parameter("If-None-Match", "header", "the ETag of what is held already", {"type": "string"})
PHRASE = _parameter(
    "find",
    "query",
    "everyday words, in either language",
    {"type": "string", "maxLength": 200},
    **_examples("find-kk", "find-ru"),
)
REGION = _parameter("region", "query", "id of a region", schema("region_id"))
ON = _parameter("on", "query", "a day; today without it", {"type": "string", "format": "date"})
KIND = _parameter("kind", "path", "what is asked for", {"enum": list(KINDS)})
LANG = _parameter("lang", "query", "of the paper; without it, what Accept-Language likes better", {"enum": list(LANGUAGES)})


def _operation(
    ok: Json, *parameters: Json, body: Json | None = None, headers: tuple[str, ...] = (), also: Json | None = None
) -> Json:
    wrong = {
        "content": {PROBLEM: {"schema": schema("problem"), **_examples("problem-kk", "problem-ru")}},
        "headers": _headers("Content-Language"),
    }
    answers = {"200": {"description": "the answer", "content": ok, "headers": _headers(*headers)}, **(also or {})}
    found: Json = {
        "parameters": [*parameters, ACCEPT_LANGUAGE],
        "responses": answers | {status: {"description": said, **wrong} for status, said in PROBLEMS.items()},
    }
    return found if body is None else {**found, "requestBody": {"required": True, "content": body}}


def _json(name: str, *examples: str) -> Json:
    return {JSON: {"schema": schema(name), **(_examples(*examples) if examples else {})}}


def _list(name: str) -> Json:
    return {JSON: {"schema": {"type": "array", "items": schema(name)}}}


def _held(ok: Json, *parameters: Json) -> Json:
    unchanged = {"304": {"description": "what is held already is still so", "headers": _headers("ETag")}}
    return _operation(ok, *parameters, IF_NONE_MATCH, headers=("ETag",), also=unchanged)


CASE = _json("case", "case")
PAPER: Json = {"text/html": {"schema": {"type": "string"}}, "text/plain": {"schema": {"type": "string"}}}
FILE: Json = {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}
LINE: Json = {"schema": {"type": "array", "items": schema("case")}, **_examples("cases")}
SERVICES: Json = {JSON: {"schema": {"anyOf": [{"type": "array", "items": schema("service")}, schema("found")]}}}

OPERATIONS: Mapping[str, Json] = {
    "services": {"summary": "Services, found by everyday words", **_held(SERVICES, PHRASE, REGION)},
    "regions": {"summary": "Regions", **_held(_list("region"))},
    "acts": {"summary": "Acts and their standing", **_held(_list("act"), ON)},
    "editions": {"summary": "Editions held", **_held(_list("wording"))},
    "facts": {"summary": "What may be asked of a person", **_held(_list("fact"))},
    "health": {"summary": "Whether it runs", **_operation(_json("health"))},
    "decide": {"summary": "The answer to a case", **_operation(_json("answer", "answer"), body=CASE)},
    "questions": {"summary": "The next questions", **_operation(_json("questions"), body=CASE)},
    "terms": {"summary": "Who must do what by when", **_operation(_json("terms_of_case"), body=CASE)},
    "batch": {
        "summary": "Many cases, one a line",
        **_operation(
            {LINES: {"schema": {"type": "array", "items": schema("batch_line")}, **_examples("lines")}},
            body={LINES: LINE, ALSO_LINES: LINE},
        ),
    },
    "letters": {
        "summary": "A paper for a case",
        **_operation(PAPER | FILE, KIND, LANG, body=CASE, headers=("Content-Language",)),
    },
    "verify": {
        "summary": "Whether the decision behind a paper still holds",
        **_operation(
            _json("verified"),
            body={"text/plain": {"schema": {"type": "string"}}, "text/html": {"schema": {"type": "string"}}} | FILE,
        ),
    },
}
"""by the name of the endpoint"""
