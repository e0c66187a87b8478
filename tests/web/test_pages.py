"""The pages as a server gives them, without a browser: what is pressed or forged, and what comes of it."""

import re
from datetime import date
from typing import Any, Self
from urllib.parse import urlencode

import pytest
from starlette.types import ASGIApp

from eligibility.engine import Engine
from eligibility.reasoning.inference import EngineDisagreement
from eligibility.web import http_app
from eligibility.web.received import MAX_BODY
from eligibility.web.settings import KioskSettings, Settings
from tests.web.client import Answered, get, sent

ENGINE = Engine.shipped("direct")
SERVICE = "wheelchairs"
REGION = "kyzylorda-region"
PHRASE = "коляска Ескендірову"
NAVIGATES = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
SEAL = re.compile(r'name="seal" value="([^"]*)"')
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>")


def app_of(**settings: Any) -> ASGIApp:
    return http_app(ENGINE, Settings(**{"rate": 1_000_000, **settings}))


class Visitor:
    """Presses buttons as a browser without scripts does, also those that are not there."""

    def __init__(self, app: ASGIApp, address: str = "/ru/") -> None:
        self._app, self._address = app, address
        self.shown = get(app, address)

    def press(self, what: str, accept: str = "*/*", **fields: str | list[str]) -> Self:
        seal = SEAL.search(self.shown.text)
        sent = urlencode({"seal": seal[1] if seal else "", "do": what, **fields}, doseq=True)
        return self.send(sent.encode(), accept=accept)

    def send(self, body: bytes, **headers: str) -> Self:
        self.shown = sent(self._app, "POST", self._address, [body], headers)
        return self

    @property
    def heading(self) -> str:
        found = HEADING.search(self.shown.text)
        return found[1] if found else ""


@pytest.fixture(scope="module")
def home() -> ASGIApp:
    return app_of()


class TestAnotherDay:
    def test_one_without_a_calendar_is_refused_where_it_is_typed(self, home: ASGIApp) -> None:
        visitor = Visitor(home).press("day", day="01.01.1900")
        assert visitor.shown.status == 422
        assert "для этой даты нет календаря: 1900-01-01" in visitor.shown.text
        assert 'value="01.01.1900" aria-invalid="true"' in visitor.shown.text
        assert "01.01.1900" not in visitor.press("show").shown.text

    def test_is_named_at_home(self, home: ASGIApp) -> None:
        assert "Ответы даны на этот день: 01.03.2016" in Visitor(home).press("day", day="01.03.2016").shown.text

    @pytest.mark.parametrize("address", ["/ru/", "/embed/ru/"])
    def test_is_not_named_where_the_operator_has_fixed_it(self, address: str) -> None:
        app = app_of(kiosk=KioskSettings(REGION, (SERVICE,), date(2016, 3, 1)), parents=("https://example.kz",))
        visitor = Visitor(app, address).press("day", day="01.01.2020").press(f"service:{SERVICE}").press("whom:self")
        while 'value="unsure"' in visitor.shown.text:
            visitor.press("unsure")
        visitor.press("result")
        assert "01.03.2016" in visitor.shown.text
        assert "2020" not in visitor.shown.text


def test_a_phrase_that_is_too_long_is_no_day(home: ASGIApp) -> None:
    phrase = "я" * 201
    found = Visitor(home).press("find", phrase=phrase).shown
    assert found.status == 422
    assert [tag for tag in re.findall(r"<input[^>]*>", found.text) if "яя" in tag and 'id="phrase"' not in tag] == []
    assert "яя" in found.text


def test_all_services_of_a_large_pack_may_be_ticked_at_once(home: ASGIApp) -> None:
    visitor = Visitor(home).press("screening").press(f"region:{REGION}").press("whom:self")
    while 'value="unsure"' in visitor.shown.text:
        visitor.press("unsure")
    visitor.press("result")
    assert 'name="take"' in visitor.press("take", take=["x"] * 500).shown.text


def test_an_address_of_pages_tells_all_that_it_takes(home: ASGIApp) -> None:
    found = sent(home, "PUT", "/ru/", [], {})
    assert (found.status, {*found.headers["allow"].split(", ")}) == (405, {"GET", "HEAD", "POST"})
    assert get(home, "/ru/").status == sent(home, "HEAD", "/ru/", [], {}).status == 200


class TestWithoutAPage:
    """A browser that goes to a page is told what is wrong as a page; a script and a program as a problem."""

    def test_of_no_such_address(self, home: ASGIApp) -> None:
        found = get(home, "/kk/nothing", accept=NAVIGATES)
        self.is_told(found, 404, "kk", "бұл мекенжайда ештеңе жоқ")
        assert 'action="/kk/"' in found.text
        assert get(home, "/nothing", accept=NAVIGATES, accept_language="ru").headers["content-language"] == "ru"

    @pytest.mark.parametrize("code", ["defect", "engines-disagree"])
    def test_of_a_failure(self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, code: str) -> None:
        def fails(*_: object) -> None:
            raise EngineDisagreement([PHRASE]) if code == "engines-disagree" else LookupError(PHRASE)

        visitor = Visitor(app_of())
        monkeypatch.setattr("eligibility.web.kiosk.screens.find", fails)
        found = visitor.press("find", phrase=PHRASE, accept=NAVIGATES).shown
        self.is_told(found, 500, "ru", "программа дала сбой" if code == "defect" else "два механизма вывода")
        assert found.headers["x-request-id"] in caplog.text
        assert PHRASE not in caplog.text + found.text

    def test_of_too_many_requests(self) -> None:
        app = app_of(rate=2)
        found = [get(app, "/ru/", accept=NAVIGATES) for _ in range(3)][-1]
        self.is_told(found, 429, "ru", "подождите")
        assert int(found.headers["retry-after"]) > 0

    def test_within_another_site_that_site_may_show_it(self) -> None:
        found = get(app_of(parents=("https://example.kz",)), "/embed/kk/nothing", accept=NAVIGATES)
        assert "frame-ancestors https://example.kz" in found.headers["content-security-policy"]
        assert 'action="/embed/kk/"' in found.text

    def test_the_script_of_a_page_takes_it_for_none(self, home: ASGIApp) -> None:
        assert get(home, "/ru/nothing", accept="*/*").headers["content-type"] == "application/problem+json"
        assert 'id="main"' in get(home, "/ru/", accept=NAVIGATES).text
        assert 'id="main"' not in get(home, "/ru/nothing", accept=NAVIGATES).text

    def test_programs_are_told_in_their_way(self, home: ASGIApp) -> None:
        assert get(home, "/api/v1/nothing", accept=NAVIGATES).headers["content-type"] == "application/problem+json"

    @staticmethod
    def is_told(found: Answered, status: int, lang: str, words: str) -> None:
        assert (found.status, found.headers["content-language"]) == (status, lang)
        assert found.headers["content-type"] == "text/html; charset=utf-8"
        assert "style-src 'self'" in found.headers["content-security-policy"]
        assert found.headers["cache-control"] == "no-store"
        assert {one.strip() for one in found.headers["vary"].split(",")} == {"Accept", "Accept-Language"}
        assert words in found.text
        assert found.headers["x-request-id"] in found.text


def test_what_was_sent_too_large_is_told_on_the_start_and_not_waited_for(home: ASGIApp) -> None:
    found = Visitor(home).send(b"phrase=" + b"x" * MAX_BODY).shown
    assert (found.status, found.headers["connection"]) == (413, "close")
    assert 'name="phrase"' in found.text
