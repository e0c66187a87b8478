"""The pages as a server gives them, without a browser: what is pressed or forged, and what comes of it."""

import re
from datetime import date
from typing import Any, Self
from urllib.parse import urlencode

import pytest
from starlette.types import ASGIApp

from eligibility.engine import Engine
from eligibility.web import http_app
from eligibility.web.settings import KioskSettings, Settings
from tests.web.client import get, sent

ENGINE = Engine.shipped("direct")
SERVICE = "wheelchairs"
REGION = "kyzylorda-region"
SEAL = re.compile(r'name="seal" value="([^"]*)"')
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>")


def app_of(**settings: Any) -> ASGIApp:
    return http_app(ENGINE, Settings(rate=1_000_000, **settings))


class Visitor:
    """Presses buttons as a browser without scripts does, also those that are not there."""

    def __init__(self, app: ASGIApp, address: str = "/ru/") -> None:
        self._app, self._address = app, address
        self.shown = get(app, address)

    def press(self, what: str, **fields: str | list[str]) -> Self:
        seal = SEAL.search(self.shown.text)
        return self.send(urlencode({"seal": seal[1] if seal else "", "do": what, **fields}, doseq=True).encode())

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
        assert "Для этой даты нет календаря: 1900-01-01" in visitor.shown.text
        assert 'value="01.01.1900" aria-invalid="true"' in visitor.shown.text
        assert "01.01.1900" not in visitor.press("show").shown.text

    def test_is_named_at_home(self, home: ASGIApp) -> None:
        assert "01.03.2016" in Visitor(home).press("day", day="01.03.2016").shown.text

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
