"""openapi.json: what the server is asked and answers, with the schemas of the contract and examples of the rules at hand."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.requests import Request

from eligibility.answer.answer import Answer
from eligibility.answer.contract_parts import Json
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.files import resource
from eligibility.law.life import effect_of
from eligibility.web.case_schema import case_schema
from eligibility.web.described import HEADERS
from eligibility.web.problems import problem_data

SCHEMAS = ("contract.schema.json", "server.schema.json")
REFERENCE = "$ref"
TOLD = 2
"""answers that the example's case gives"""


def listing(app: FastAPI, engine: Engine) -> Json:
    found: Json = get_openapi(
        title=app.title,
        version=app.version,
        summary="Eligibility and document checklists for state services of Kazakhstan",
        routes=app.routes,
    )
    schemas = {**_shared(), "case": case_schema(engine.pack), "region_id": {"enum": list(engine.pack.regions)}}
    return {**found, "components": {"schemas": schemas, "headers": HEADERS, "examples": dict(_examples(engine))}}


def _shared() -> Json:
    """The schemas of both files, which refer to each other, as parts of one document."""
    found: Json = {}
    for name in SCHEMAS:
        found |= _within(json.loads((resource("docs") / name).read_text("utf-8"))["$defs"])
    return found


def _within(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _pointed(value) if key == REFERENCE else _within(value) for key, value in data.items()}
    return [_within(one) for one in data] if isinstance(data, list) else data


def _pointed(reference: str) -> str:
    return "#/components/schemas/" + reference.partition("#/$defs/")[2]


def _examples(engine: Engine) -> Iterator[tuple[str, Json]]:
    case, answer = _answered(engine)
    moment = datetime.combine(answer.decision.case.on, time(), UTC)
    yield "case", {"value": case}
    yield "answer", {"value": answer.data(moment)}
    yield "cases", {"value": [case, {}]}
    wrong = {lang: problem_data(_asked_in(lang), _refusal_of(engine, {})) for lang in ("kk", "ru")}
    yield "lines", {"value": [{"line": 1, "answer": answer.data(moment)}, {"line": 2, "problem": wrong["kk"]}]}
    for lang, told in wrong.items():
        title = engine.pack.services[str(case["service"])].title
        yield f"problem-{lang}", {"summary": f"Accept-Language: {lang}", "value": told}
        yield f"find-{lang}", {"value": title.kk if lang == "kk" else title.ru}


def _answered(engine: Engine) -> tuple[Json, Answer]:
    """A case of the first edition that asks something, with answers to the first questions it asks."""
    answers = (_of_edition(engine, key.service, key.act) for key in sorted(engine.pack.held()))
    case, answer = next(found for found in answers if found[1].questions)
    for _ in range(TOLD):
        asked = next((one for one in answer.questions if one.options), None)
        if asked is None:
            break
        case["facts"][asked.fact] = asked.options[0].value
        answer = engine.answer(case)
    return case, answer


def _of_edition(engine: Engine, service: str, act: str) -> tuple[Json, Answer]:
    case: Json = {"service": service, "act": act, "on": effect_of(engine.acts[act]).day.isoformat(), "facts": {}}
    return case, engine.answer(case)


def _refusal_of(engine: Engine, case: Json) -> Refused:
    try:
        engine.read(case)
    except Refused as error:
        return error
    raise ValueError(case)


def _asked_in(lang: str) -> Request:
    return Request({"type": "http", "headers": [(b"accept-language", lang.encode())], "id": "0" * 16})
