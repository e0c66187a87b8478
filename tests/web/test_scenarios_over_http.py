"""Of every scenario's case the server gives what the library gives, to the letter, and refuses what it refuses."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.review.scenarios import scenarios_at
from eligibility.web import Settings, http_app
from tests.web.client import post

FOLDER = Path(__file__).parents[1] / "scenarios"


def test_the_answer_is_the_same() -> None:
    engine = Engine.shipped("direct")
    app = http_app(engine, Settings(rate=1_000_000))
    statuses = Counter[int]()
    for scenario in scenarios_at([FOLDER], FOLDER):
        case = json.loads(json.dumps(scenario.case, default=str))
        found = post(app, "/api/v1/decide", case)
        statuses[found.status] += 1
        told = [one["code"] for one in found.json["errors"]] if found.status == 422 else moment_apart(found.text)
        assert told == by_library(engine, case)
        if found.status == 200:
            again = post(app, "/api/v1/decide", case)
            assert moment_apart(again.text) == told
    assert statuses[200] > 100
    assert set(statuses) <= {200, 422}


def by_library(engine: Engine, case: Mapping[str, object]) -> str | list[str]:
    try:
        return moment_apart(engine.any_answer(case).json())
    except Refused as refused:
        return [one.code for one in refused.diagnostics]


def moment_apart(text: str) -> str:
    """The moment of the decision stands last."""
    whole, mark, _ = text.rpartition('"decided_at": ')
    assert mark
    return whole
