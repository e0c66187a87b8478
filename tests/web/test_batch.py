"""A batch: a line out for each line in, whatever is wrong with some, in order, and never the whole of it in memory."""

import asyncio
import json
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from starlette.types import Message

from eligibility.engine import Engine
from eligibility.reasoning.inference import EngineDisagreement
from eligibility.web import http_app, received
from eligibility.web.batching import MAX_LINES
from eligibility.web.received import MAX_BODY
from tests.web.client import Answered, scope_of, sent

ENGINE = Engine.shipped("direct")
APP = http_app(ENGINE)
CASE: Mapping[str, Any] = {"service": "wheelchairs", "region": "kyzylorda-region", "on": "2016-03-01"}
LINE = json.dumps(CASE).encode() + b"\n"
TYPE = {"content_type": "application/x-ndjson"}


def batch(parts: Iterable[bytes], stalls: bool = False, **headers: str) -> Answered:
    return sent(APP, "POST", "/api/v1/batch", list(parts), TYPE | headers, stalls)


def lines_of(answered: Answered) -> list[Any]:
    return [json.loads(line) for line in answered.body.splitlines()]


def codes(answered: Answered) -> list[str]:
    return [one["problem"]["code"] if "problem" in one else "" for one in lines_of(answered)]


@pytest.mark.parametrize("kind", ["application/x-ndjson", "application/jsonl; charset=utf-8"])
def test_a_line_is_what_a_single_case_gets(kind: str) -> None:
    found = batch([LINE, LINE], content_type=kind)
    assert (found.status, found.headers["content-type"]) == (200, "application/x-ndjson")
    assert found.headers["cache-control"] == "no-store"
    one, other = lines_of(found)
    assert (one["line"], other["line"]) == (1, 2)
    single = ENGINE.answer(CASE).data()
    assert {**one["answer"], "receipt": 0} == {**json.loads(json.dumps(single, default=str)), "receipt": 0}


def test_other_types_and_parameters_are_refused_at_once() -> None:
    assert sent(APP, "POST", "/api/v1/batch", [LINE], {"content_type": "application/json"}).status == 415
    assert sent(APP, "POST", "/api/v1/batch?on=1", [LINE], TYPE).status == 422


def test_the_others_go_on_behind_a_broken_line() -> None:
    found = batch([LINE, b"{broken\n", b"\n", b'{"service": "wheel', b'chairs"}\n', LINE[:-1]], accept_language="ru")
    assert [one["line"] for one in lines_of(found)] == [1, 2, 4, 5]
    assert codes(found) == ["", "json-syntax", "no-act-or-region", ""]
    told = lines_of(found)[1]["problem"]
    assert (told["status"], told["where"]) == (400, "body:1:2")
    assert told["request"] == found.headers["x-request-id"]
    assert "JSON" in told["message"]
    assert told["message"] != lines_of(batch([b"{broken"]))[0]["problem"]["message"]


def test_a_line_that_is_too_large_is_passed_over() -> None:
    fits = json.dumps(CASE).encode()
    fits += b" " * (MAX_BODY - len(fits)) + b"\n"
    huge = [b'"', *([b"x" * MAX_BODY] * 3), b'"\n']
    found = batch([fits, b" " + fits, *huge, LINE, b" " * (MAX_BODY + 1)])
    assert codes(found) == ["", "too-large", "too-large", "", "too-large"]


def test_engines_that_disagree_on_one_line(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def disagrees(*_: object) -> None:
        raise EngineDisagreement(["ipr"])

    monkeypatch.setattr(Engine, "any_answer", disagrees)
    found = sent(http_app(ENGINE), "POST", "/api/v1/batch", [LINE, LINE], TYPE)
    assert codes(found) == ["engines-disagree", "engines-disagree"]
    assert [json.loads(one.getMessage())["failed"] for one in caplog.records] == ["EngineDisagreement"] * 2


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_as_many_lines_as_there_may_be(end: bytes) -> None:
    whole = LINE * (MAX_LINES - 1) + LINE[:-1] + end
    found = batch(whole[at : at + 60_000] for at in range(0, len(whole), 60_000))
    assert found.body.count(b"\n") == MAX_LINES
    assert found.body.count(b'"answer"') == MAX_LINES


@pytest.mark.parametrize("last", [LINE, LINE[:-1]])
def test_a_line_more_than_there_may_be(last: bytes) -> None:
    found = batch([b"1\n" * MAX_LINES, last, b"never read"])
    lines = lines_of(found)
    assert len(lines) == MAX_LINES + 1
    assert (lines[-1]["line"], lines[-1]["problem"]["code"]) == (MAX_LINES + 1, "too-many-lines")
    assert lines[-2]["problem"]["code"] == "not-a-case"


def test_blank_lines_count_too() -> None:
    (only,) = lines_of(batch([b"\n" * MAX_LINES, LINE]))
    assert (only["line"], only["problem"]["code"]) == (MAX_LINES + 1, "too-many-lines")


def test_a_client_that_stalls_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(received, "READING", 0.05)
    found = batch([LINE, b'{"serv'], stalls=True)
    assert codes(found) == ["", "too-slow"]
    assert lines_of(found)[-1]["line"] == 2


def test_a_client_that_takes_no_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(received, "READING", 0.05)

    async def stuck(message: Message) -> None:
        if message.get("body"):
            await asyncio.Event().wait()

    async def receive() -> Message:
        return {"type": "http.request", "body": LINE, "more_body": True}

    asyncio.run(_called(receive, stuck))


def test_each_line_is_answered_before_more_is_read_and_others_have_their_turn() -> None:
    """The body never ends here, so an answer that comes at all comes before its end."""
    taken, turns = 0, 0

    async def receive() -> Message:
        nonlocal taken
        taken += 1
        return {"type": "http.request", "body": LINE * 2, "more_body": True} if taken < 4 else {"type": "http.disconnect"}

    events: list[int] = []

    async def send(message: Message) -> None:
        if message.get("body"):
            events.append(taken)

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def beside() -> None:
        other = asyncio.create_task(others())
        await _called(receive, send)
        other.cancel()

    asyncio.run(beside())
    assert events == [1, 1, 2, 2, 3, 3]
    assert turns >= len(events)


async def _called(receive: Any, send: Any) -> None:
    await APP(scope_of("POST", "/api/v1/batch", TYPE), receive, send)
