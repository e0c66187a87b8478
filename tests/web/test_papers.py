"""Papers over HTTP are those of the command line, made elsewhere than where answers are given, and read back."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.letters import LetterKind, Office, OnPaper, Wanted, make
from eligibility.letters.carried import code_in
from eligibility.letters.code import Payload, letter_code
from eligibility.letters.formats.rendering import rendered
from eligibility.letters.writing import Format, Language
from eligibility.web import http_app, printing
from eligibility.web.papers import MAX_PAPER
from eligibility.web.printing import AHEAD, Desk, Press
from eligibility.web.settings import Settings
from eligibility.words.text import Text
from tests.web.client import Answered, get, post

ENGINE = Engine.shipped("direct")
SURNAME = "Ескендіров"
CASE: Mapping[str, Any] = {
    "service": "wheelchairs",
    "region": "kyzylorda-region",
    "on": "2016-03-01",
    "facts": {"disability": "group-1"},
    "submitted": ["application"],
    "person": {"surname": SURNAME},
}
OFFICE = Office(name=Text("Жұмыспен қамту бөлімі", "Отдел занятости"))
ONE = Settings(workers=os.cpu_count() or 1)
"""of one process for papers"""
CHECKLIST = "/api/v1/letters/checklist"


@pytest.fixture(scope="module")
def app() -> Iterator[FastAPI]:
    app = http_app(ENGINE, ONE)
    yield app
    app.state.press.close()


@pytest.fixture(scope="module")
def of_office() -> Iterator[FastAPI]:
    app = http_app(ENGINE, replace(ONE, office=OFFICE))
    yield app
    app.state.press.close()


def by_library(kind: LetterKind, lang: Language, format: Format) -> bytes:
    wanted = Wanted(kind, lang)
    case = ENGINE.read(CASE)
    return rendered(make(OnPaper(ENGINE.answer(case)), wanted, case.person), case.on, format, None)


def is_problem(answered: Answered, status: int, code: str, where: str) -> None:
    assert (answered.status, answered.json["code"], answered.json["where"]) == (status, code, where)


class TestLetters:
    @pytest.mark.parametrize(
        ("accept", "kind", "format"),
        [
            ("", "text/html; charset=utf-8", "html"),
            ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8", "html"),
            ("text/plain", "text/plain; charset=utf-8", "txt"),
            ("text/*;q=0.5, application/pdf", "application/pdf", "pdf"),
            ("image/png, text/*;q=0.1, text/html;q=0", "text/plain; charset=utf-8", "txt"),
        ],
    )
    def test_are_of_the_type_that_is_liked(self, app: FastAPI, accept: str, kind: str, format: Format) -> None:
        found = post(app, f"{CHECKLIST}?lang=ru", CASE, accept=accept)
        assert (found.status, found.headers["content-type"]) == (200, kind)
        assert found.body == by_library("checklist", "ru", format)
        assert found.headers["cache-control"] == "no-store"
        assert ("sandbox" in found.headers.get("content-security-policy", "")) == (format == "html")

    @pytest.mark.parametrize(
        ("query", "accepted", "lang", "told"),
        [("", "ru", "ru", "ru"), ("", "", "kk", "kk"), ("?lang=kk", "ru", "kk", "kk"), ("?lang=both", "", "both", "kk, ru")],
    )
    def test_are_of_the_language_asked_for(self, app: FastAPI, query: str, accepted: str, lang: Language, told: str) -> None:
        found = post(app, CHECKLIST + query, CASE, accept="text/plain", accept_language=accepted)
        assert found.headers["content-language"] == told
        assert found.body == by_library("checklist", lang, "txt")

    def test_a_slip(self, app: FastAPI) -> None:
        found = post(app, "/api/v1/letters/slip?lang=kk", CASE, accept="text/plain")
        assert (found.status, found.body) == (200, by_library("slip", "kk", "txt"))
        assert SURNAME in found.text

    def test_of_an_office_alone(self, app: FastAPI, of_office: FastAPI) -> None:
        is_problem(post(app, "/api/v1/letters/talon", CASE), 403, "kind-needs-office", "kind")
        is_problem(post(app, CHECKLIST, {**CASE, "letter": {"number": "7"}}), 422, "unknown-key", "case.letter")
        stated = {**CASE, "letter": {"number": "7"}}
        found = post(of_office, "/api/v1/letters/talon?lang=ru", stated, accept="text/plain")
        assert found.status == 200
        assert OFFICE.name.ru in found.text
        assert "7" in found.text

    def test_mistakes_name_the_place_in_the_request(self, app: FastAPI, of_office: FastAPI) -> None:
        is_problem(post(app, "/api/v1/letters/cheklist", CASE), 404, "unknown-kind", "kind")
        is_problem(post(app, f"{CHECKLIST}?lang=en", CASE), 422, "unknown-value", "lang")
        is_problem(post(app, f"{CHECKLIST}?on=1", CASE), 422, "unknown-key", "query")
        is_problem(post(app, CHECKLIST, CASE, accept="image/png, text/*;q=0"), 406, "not-accepted", "accept")
        is_problem(post(app, CHECKLIST, {**CASE, "on": "soon"}), 422, "not-a-date", "on")
        is_problem(
            post(app, CHECKLIST, {**CASE, "service": "doctor-home-visit", "region": "abai-region"}), 422, "not-held", "service"
        )
        talon = "/api/v1/letters/talon"
        is_problem(post(of_office, talon, {**CASE, "letter": {"kind": "slip"}}), 422, "unknown-key", "letter.kind")
        is_problem(post(of_office, talon, {**CASE, "letter": 7}), 422, "not-texts", "letter")
        early = {**CASE, "letter": {"accepted_on": "2016-02-01"}}
        is_problem(post(of_office, talon, early), 422, "accepted-before-filing", "letter.accepted_on")
        is_problem(get(app, CHECKLIST), 405, "other-method", "")

    def test_nobody_writes_into_a_page(self, app: FastAPI) -> None:
        found = post(app, f"{CHECKLIST}?lang=ru", {**CASE, "person": {"surname": "<script>{{7*7}}</script>"}})
        assert found.status == 200
        assert "<script" not in found.text
        assert "{{7*7}}" in found.text


class TestVerifying:
    @pytest.mark.parametrize("kind", ["text/html", "application/pdf"])
    def test_a_paper_as_it_was_made(self, app: FastAPI, kind: str) -> None:
        made = post(app, f"{CHECKLIST}?lang=ru", CASE, accept=kind)
        found = post(app, "/api/v1/verify", made.body, content_type=kind).json
        assert (found["same"], found["differs"], found["refused"]) == (True, [], None)
        assert (found["kind"], found["lang"], found["case"]["service"]) == ("checklist", "ru", CASE["service"])
        assert SURNAME not in str(found)

    def test_a_code_alone(self, app: FastAPI) -> None:
        code = code_in(by_library("checklist", "both", "html")).encode()
        assert post(app, "/api/v1/verify", code, content_type="text/plain").json["same"]
        wrong = code[:-1] + (b"A" if code[-1:] != b"A" else b"B")
        is_problem(post(app, "/api/v1/verify", wrong, content_type="text/plain"), 422, "code-damaged", "body")
        is_problem(post(app, "/api/v1/verify", b"<p>", content_type="text/html"), 422, "no-code", "body")
        is_problem(post(app, "/api/v1/verify", b"%PDF-1.7 \xff", content_type="application/pdf"), 422, "no-code", "body")
        is_problem(post(app, "/api/v1/verify", "код".encode(), content_type="text/plain"), 422, "code-unknown", "body")
        is_problem(post(app, "/api/v1/verify", code, content_type="image/png"), 415, "other-type", "body")
        large = b" " * (MAX_PAPER + 1)
        is_problem(post(app, "/api/v1/verify", large, content_type="text/plain"), 413, "too-large", "body")

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800"], ids=["NaN", "infinite", "half a sign"])
    def test_a_code_that_holds_what_cannot_be_told(self, app: FastAPI, value: object) -> None:
        code = letter_code(Payload("checklist", "kk", {"service": value}, {}, False, "", ""), with_case=True).full
        is_problem(post(app, "/api/v1/verify", code.encode(), content_type="text/plain"), 422, "code-damaged", "body")

    def test_a_paper_that_would_not_be_given_says_why(self, app: FastAPI) -> None:
        case = {"service": "no-such", "act": "none", "on": "2016-03-01"}
        code = letter_code(Payload("checklist", "kk", case, {}, False, "", ""), with_case=True).full
        found = post(app, "/api/v1/verify", code.encode(), content_type="text/plain", accept_language="ru").json
        assert (found["same"], found["refused"][0]["code"]) == (False, "unknown-service")


def slow(desk: Desk) -> int:
    time.sleep(0.2)
    return os.getpid()


def for_ever(desk: Desk) -> None:
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    while True:
        pass


def dies(desk: Desk) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class TestPress:
    def test_too_many_are_not_waited_for(self, app: FastAPI) -> None:
        async def asked() -> list[Any]:
            waiting = (app.state.press.made(slow) for _ in range(AHEAD + 2))
            return await asyncio.gather(*waiting, return_exceptions=True)

        found = asyncio.run(asked())
        refused = [one.diagnostics[0].code for one in found if isinstance(one, Refused)]
        assert refused == ["papers-busy"] * 2
        assert len({one for one in found if isinstance(one, int)} - {os.getpid()}) == 1

    def test_somebody_who_comes_too_early_is_told_when_to_come_back(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(printing, "AHEAD", 0)
        found = post(http_app(ENGINE, ONE), CHECKLIST, CASE)
        is_problem(found, 503, "papers-busy", "")
        assert found.headers["retry-after"] == str(printing.AGAIN)

    def test_a_paper_that_takes_too_long_or_loses_its_process(self, app: FastAPI) -> None:
        for work in (for_ever, dies):
            with pytest.raises(Refused) as found:
                asyncio.run(app.state.press.made(work))
            assert [one.code for one in found.value.diagnostics] == ["paper-not-finished"]
        assert post(app, CHECKLIST, CASE).status == 200

    def test_starts_and_ends_with_the_server(self) -> None:
        app = http_app(ENGINE)

        async def lives() -> ProcessPoolExecutor:
            async with app.router.lifespan_context(app):
                press: Press = app.state.press
                pool = press.start()
                assert len(pool._processes) == os.cpu_count()
            return pool

        assert not asyncio.run(lives())._processes
