"""What the pages refuse, and what a browser is told where there is none."""

import re
from datetime import date
from typing import Any

import pytest
from starlette.types import ASGIApp

from eligibility.engine import Engine
from eligibility.reasoning.inference import EngineDisagreement
from eligibility.web import http_app
from eligibility.web.received import MAX_BODY
from eligibility.web.settings import KioskSettings, Settings
from tests.web.client import Answered, get, sent
from tests.web.visitor import NAVIGATES, Visitor

ENGINE = Engine.shipped("direct")
PHRASE = "коляска Ескендірову"


def app_of(**settings: Any) -> ASGIApp:
    return http_app(ENGINE, Settings(**{"rate": 1_000_000, **settings}))


@pytest.fixture(scope="module")
def home() -> ASGIApp:
    return app_of()


def test_a_day_without_a_calendar_is_refused_where_it_is_typed(home: ASGIApp) -> None:
    visitor = Visitor(home)
    found = visitor.press("day", day="01.01.1900")
    assert found.status == 422
    assert "Для этой даты нет календаря: 1900-01-01." in found.text
    assert 'value="01.01.1900" aria-invalid="true"' in found.text
    assert "01.01.1900" not in visitor.press("show").text
    assert "01.03.2016" in visitor.press("day", day="01.03.2016").text


def test_a_day_that_the_operator_has_fixed_stays_so_in_a_frame_too() -> None:
    app = app_of(kiosk=KioskSettings("kyzylorda-region", on=date(2016, 3, 1)), parents=("https://example.kz",))
    visitor = Visitor(app, base="/embed")
    visitor.press("day", day="01.01.2020")
    visitor.press("service:wheelchairs")
    visitor.press("whom:self")
    assert "01.03.2016" in visitor.to_result().page.text
    assert "2020" not in visitor.page.text


def test_a_phrase_that_is_too_long_stays_where_it_was_typed(home: ASGIApp) -> None:
    found = Visitor(home).press("find", phrase="я" * 201)
    assert found.status == 422
    (typed,) = [tag for tag in re.findall(r"<input[^>]*>", found.text) if "яя" in tag]
    assert 'id="phrase"' in typed
    assert "<details" in found.text
    assert '<details class="why" open>' not in found.text


def test_all_services_of_a_large_pack_may_be_ticked_at_once(home: ASGIApp) -> None:
    visitor = Visitor(home)
    for button in ("screening", "region:kyzylorda-region", "whom:self"):
        visitor.press(button)
    assert "take" in visitor.to_result().offered
    visitor.press("take", take=["x"] * 500)
    assert "take" in visitor.offered


def test_an_address_of_pages_tells_all_that_it_takes(home: ASGIApp) -> None:
    found = sent(home, "PUT", "/ru/", [], {})
    assert (found.status, {*found.headers["allow"].split(", ")}) == (405, {"GET", "HEAD", "POST"})
    assert get(home, "/ru/").status == sent(home, "HEAD", "/ru/", [], {}).status == 200


def test_what_was_sent_too_large_is_told_on_the_start_and_not_waited_for(home: ASGIApp) -> None:
    found = Visitor(home).send(b"phrase=" + b"x" * MAX_BODY)
    assert (found.status, found.headers["connection"]) == (413, "close")
    assert 'name="phrase"' in found.text


class TestWithoutAPage:
    """A browser that goes to a page is told what is wrong as a page; a script and a program as a problem."""

    def test_of_no_such_address(self, home: ASGIApp) -> None:
        found = get(home, "/kk/nothing", accept=NAVIGATES)
        self.is_told(found, 404, "kk", "Бұл мекенжайда ештеңе жоқ.")
        assert 'action="/kk/"' in found.text
        assert "openapi" not in found.text
        assert get(home, "/nothing", accept=NAVIGATES, accept_language="ru").headers["content-language"] == "ru"

    @pytest.mark.parametrize(
        ("error", "words"),
        [(LookupError(PHRASE), "Программа дала сбой"), (EngineDisagreement([PHRASE]), "Два механизма вывода")],
    )
    def test_of_a_failure(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception, words: str
    ) -> None:
        def fails(*_: object) -> None:
            raise error

        visitor = Visitor(app_of())
        monkeypatch.setattr("eligibility.web.kiosk.screens.find", fails)
        found = visitor.press("find", phrase=PHRASE)
        self.is_told(found, 500, "ru", words)
        assert found.headers["x-request-id"] in caplog.text
        assert PHRASE not in caplog.text + found.text

    def test_of_too_many_requests(self) -> None:
        app = app_of(rate=2)
        found = [get(app, "/ru/", accept=NAVIGATES) for _ in range(3)][-1]
        self.is_told(found, 429, "ru", "Подождите")
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
