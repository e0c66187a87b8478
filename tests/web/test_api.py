"""The API gives what the library gives, tells mistakes in the reader's language, and repeats nothing personal."""

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest

from eligibility.diagnostics.mistake import NOT_KNOWN
from eligibility.engine import Engine
from eligibility.reasoning.inference import EngineDisagreement
from eligibility.web import http_app, received
from eligibility.web.negotiated import language_of
from eligibility.web.received import MAX_BODY
from eligibility.words.catalogue import catalogue
from eligibility.words.text import Lang
from tests.web.client import Answered, get, post, sent

ENGINE = Engine.shipped("direct")
APP = http_app(ENGINE)
ON = "2016-03-01"
CASE: Mapping[str, Any] = {
    "service": "wheelchairs",
    "region": "kyzylorda-region",
    "on": ON,
    "facts": {"disability": "group-1"},
    "submitted": ["application"],
}
SURNAME, IIN = "Ескендіров", "460301300129"


def without_moment(text: str) -> Any:
    found = json.loads(text)
    moment = found["receipt"].pop("decided_at")
    assert abs((datetime.now(UTC) - datetime.fromisoformat(moment)).total_seconds()) < 60
    return found


def is_problem(answered: Answered, status: int, code: str) -> None:
    assert (answered.status, answered.json["status"], answered.json["code"]) == (status, status, code)
    assert answered.headers["content-type"] == "application/problem+json"
    assert answered.json["request"] == answered.headers["x-request-id"]


class TestDecide:
    def test_is_the_answer_of_the_library(self) -> None:
        found = post(APP, "/api/v1/decide", CASE)
        assert (found.status, found.headers["content-type"]) == (200, "application/json")
        assert without_moment(found.text) == without_moment(ENGINE.answer(CASE).json())
        assert found.headers["cache-control"] == "no-store"

    @pytest.mark.parametrize("key", list(ENGINE.pack.editions())[::17], ids=str)
    def test_of_other_editions_too(self, key: Any) -> None:
        case = {"service": key.service, "act": key.act, "on": "2019-06-01"}
        assert without_moment(post(APP, "/api/v1/decide", case).text) == without_moment(ENGINE.answer(case).json())

    def test_that_there_is_no_edition_is_an_answer(self) -> None:
        cases = ({"service": id, "region": "almaty-region", "on": "2026-11-28"} for id in ENGINE.pack.services)
        case = next(one for one in cases if json.loads(ENGINE.any_answer(one).json())["edition"] is None)
        for address in ("decide", "questions", "terms"):
            found = post(APP, f"/api/v1/{address}", case)
            assert (found.status, found.json["edition"]) == (200, None)
            assert found.json["reason"]["ru"]

    def test_questions_and_terms_are_parts_of_it(self) -> None:
        case = {**CASE, "facts": {}}
        whole = post(APP, "/api/v1/decide", case).json
        for part in ("questions", "terms"):
            found = post(APP, f"/api/v1/{part}", case).json
            assert set(found) == {"edition", part, "receipt"}
            assert found[part] == whole[part]
            assert found["edition"] == whole["edition"]
        asked = whole["questions"][0]
        assert asked["options"][0].keys() == {"value", "label"}

    def test_what_may_not_speak_for_the_day_says_so(self) -> None:
        case = {"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2012-03-01"}
        assert post(APP, "/api/v1/questions", case).json["questions"] == []
        assert post(APP, "/api/v1/terms", case).json["terms"] is None


class TestMistakes:
    @pytest.mark.parametrize(
        ("accepted", "lang"), [("ru", "ru"), ("kk-KZ,ru;q=0.5", "kk"), ("en", "kk"), ("*;q=0.1,ru;q=0.2", "ru")]
    )
    def test_are_told_in_the_language_of_the_reader(self, accepted: str, lang: Lang) -> None:
        found = post(APP, "/api/v1/decide", {**CASE, "facts": {"disability": "group-9"}}, accept_language=accepted)
        is_problem(found, 422, "unknown-value")
        assert found.json["where"] == "facts.disability"
        assert found.json["message"] == catalogue(lang)(NOT_KNOWN).format(id="group-9")
        assert found.headers["content-language"] == lang
        assert found.json["hint"]

    def test_are_told_all_at_once(self) -> None:
        found = post(APP, "/api/v1/decide", {"service": "wheelchair", "region": "nowhere", "on": "soon"})
        is_problem(found, 422, "unknown-service")
        assert [one["code"] for one in found.json["errors"]] == ["unknown-service", "unknown-region", "not-a-date"]

    @pytest.mark.parametrize(
        ("body", "status", "code", "where"),
        [
            (b"{", 400, "json-syntax", "body:1:2"),
            (b"", 400, "json-syntax", "body:1:1"),
            (b'{"on": 1, "on": 2}', 400, "duplicate-key", "body"),
            (b"[" * 9_000, 400, "too-deep", "body"),
            (b'"\xff"', 400, "not-utf8", "body"),
            (b"[1]", 422, "not-a-case", "body"),
            (b"{}", 422, "service", "service"),
        ],
        ids=["cut off", "empty", "twice", "deep", "not UTF-8", "list", "nothing"],
    )
    def test_of_the_body(self, body: bytes, status: int, code: str, where: str) -> None:
        found = post(APP, "/api/v1/decide", body)
        if code != "service":
            is_problem(found, status, code)
        assert (found.status, found.json["where"]) == (status, where)

    def test_a_body_that_is_too_large_is_not_read_whole(self) -> None:
        spare = b" " * MAX_BODY
        is_problem(post(APP, "/api/v1/decide", spare + b"{}", accept_language="ru"), 413, "too-large")
        is_problem(post(APP, "/api/v1/decide", b"{}", content_length=str(10**30)), 413, "too-large")
        headers = {"content_type": "application/json"}
        found = sent(APP, "POST", "/api/v1/decide", [spare, b" ", b"never read"], headers)
        is_problem(found, 413, "too-large")
        assert found.headers["connection"] == "close"
        fits = json.dumps(CASE).encode()
        whole = [fits, b" " * (MAX_BODY - len(fits))]
        assert sent(APP, "POST", "/api/v1/decide", whole, headers).status == 200

    def test_a_body_that_does_not_end_is_not_waited_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(received, "READING", 0.05)
        found = sent(APP, "POST", "/api/v1/decide", [b"{"], {"content_type": "application/json"}, stalls=True)
        is_problem(found, 408, "too-slow")
        assert found.headers["connection"] == "close"

    def test_of_the_address(self) -> None:
        is_problem(get(APP, "/api/v1/nothing"), 404, "no-such-address")
        found = get(APP, "/api/v1/decide")
        is_problem(found, 405, "other-method")
        assert found.headers["allow"] == "POST"
        is_problem(post(APP, "/api/v1/decide", CASE, content_type="text/plain"), 415, "other-type")
        is_problem(get(APP, "/api/v1/acts?on=2018-02-30"), 422, "not-a-date")
        is_problem(get(APP, "/api/v1/services?region=nowhere"), 422, "unknown-region")
        is_problem(get(APP, "/api/v1/services?fnd=x"), 422, "unknown-key")
        is_problem(get(APP, "/api/v1/services?find=x&find=y"), 400, "duplicate-key")
        is_problem(get(APP, "/api/v1/services?find=" + "x" * 300), 422, "phrase-too-long")


class TestHeld:
    @pytest.mark.parametrize("name", ["services", "regions", "acts", "editions", "facts"])
    def test_is_told_once(self, name: str) -> None:
        found = get(APP, f"/api/v1/{name}")
        assert found.status == 200
        assert len(found.json) > 10 or name == "acts"
        again = get(APP, f"/api/v1/{name}", if_none_match=f'"other", W/{found.headers["etag"]}')
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == found.headers["etag"]
        assert get(APP, f"/api/v1/{name}", if_none_match='"other"').json == found.json

    def test_another_pack_has_another_tag(self) -> None:
        other = http_app(Engine.shipped("direct", {next(iter(ENGINE.acts)): ENGINE.acts[next(iter(ENGINE.acts))].adopted}))
        tags = {get(app, "/api/v1/facts").headers["etag"] for app in (APP, other)}
        assert len(tags) == 2

    def test_days_kept_ready_have_a_bound(self) -> None:
        for day in range(1, 29):
            for month in (1, 2):
                assert get(APP, f"/api/v1/acts?on=2019-{month:02}-{day:02}").status == 200

    def test_a_service_is_found_by_what_people_say(self) -> None:
        found = get(APP, "/api/v1/services?find=" + quote("инвалидная коляска"))
        assert found.json["meant"][0]["service"] == "wheelchairs"
        assert "etag" not in found.headers

    def test_services_of_a_region(self) -> None:
        some = get(APP, "/api/v1/services?region=kyzylorda-region").json
        assert 0 < len(some) <= len(get(APP, "/api/v1/services").json)

    def test_health_says_what_runs(self) -> None:
        found = get(APP, "/api/v1/health").json
        assert found["status"] == "ok"
        assert found["rules"] == ENGINE.pack.digest

    def test_the_addresses_are_listed(self) -> None:
        listed = get(APP, "/api/v1/openapi.json").json
        assert {one.rpartition("/")[2] for one in listed["paths"]} == {
            *("services", "regions", "acts", "editions", "facts", "health"),
            *("decide", "questions", "terms", "batch", "verify", "{kind}"),
        }


class TestFailing:
    def test_is_answered_and_logged_without_what_was_sent(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fails(*_: object) -> None:
            raise LookupError(SURNAME)

        monkeypatch.setattr(Engine, "any_answer", fails)
        with caplog.at_level(logging.DEBUG):
            found = post(http_app(ENGINE), "/api/v1/decide", {**CASE, "person": {"surname": SURNAME}})
        is_problem(found, 500, "defect")
        told = json.loads(caplog.records[-1].getMessage())
        assert (told["request"], told["failed"]) == (found.headers["x-request-id"], "LookupError")
        assert any("endpoints.py" in one for one in told["at"])
        assert SURNAME not in caplog.text
        assert SURNAME not in found.text

    def test_engines_that_disagree_give_no_answer_and_leave_a_line(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def disagrees(*_: object) -> None:
            raise EngineDisagreement(["ipr"])

        monkeypatch.setattr(Engine, "any_answer", disagrees)
        found = post(http_app(ENGINE), "/api/v1/decide", CASE)
        is_problem(found, 500, "engines-disagree")
        told = json.loads(caplog.records[-1].getMessage())
        assert (told["request"], told["failed"]) == (found.headers["x-request-id"], "EngineDisagreement")
        assert "ipr" not in caplog.text


def test_nothing_personal_is_logged_or_given_back(caplog: pytest.LogCaptureFixture) -> None:
    person = {"surname": SURNAME, "iin": IIN, "address": "Абай 1"}
    with caplog.at_level(logging.DEBUG):
        right = post(APP, "/api/v1/decide", {**CASE, "person": {"surname": SURNAME}})
        wrong = post(APP, "/api/v1/decide", {**CASE, "person": person, "facts": {SURNAME: IIN}, SURNAME: 1})
        found = get(APP, "/api/v1/services?find=" + quote(SURNAME))
        other = get(APP, "/api/v1/services?" + quote(SURNAME) + "=1")
    assert (right.status, wrong.status, found.status, other.status) == (200, 422, 200, 422)
    ours = "\n".join(one.getMessage() for one in caplog.records if one.name != "asyncio")
    for secret in (SURNAME, IIN, "Абай"):
        assert secret not in ours
        assert secret not in right.text + wrong.text + other.text


def test_every_answer_has_an_id_of_its_own() -> None:
    ids = {get(APP, "/api/v1/health").headers["x-request-id"] for _ in range(5)}
    assert len(ids) == 5


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("", "kk"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("kk;q=0.3, ru;q=0.2", "kk"),
        ("ru;q=0.2, kk;q=0", "ru"),
        ("ru;q=0", "kk"),
        ("ru;q=much", "kk"),
        ("*", "kk"),
        ("*;q=0.5, kk;q=0.1", "ru"),
        ("x," * 5000 + "ru", "kk"),
    ],
)
def test_the_language_that_is_liked_better(accepted: str, lang: str) -> None:
    assert language_of(accepted) == lang
