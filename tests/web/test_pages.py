"""The pages without a browser: the way through them, and that nothing but what they offer has any effect."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.answer.telling import tell_answer
from eligibility.engine import Engine
from eligibility.letters.statement import Office
from eligibility.web import http_app
from eligibility.web.settings import KioskSettings, Settings
from eligibility.words.catalogue import catalogue
from eligibility.words.text import LANGS, Lang, Text
from tests.web.client import get, sent
from tests.web.visitor import FORM, Visitor

ENGINE = Engine.shipped("direct")
DAY = date(2016, 3, 1)
BUSY = 1_000_000
APP = http_app(ENGINE, Settings(rate=BUSY))
HALL = http_app(
    ENGINE, Settings(rate=BUSY, kiosk=KioskSettings("kyzylorda-region", ("wheelchairs", "home-care"), DAY, "ground-floor"))
)
FRAMED = http_app(ENGINE, Settings(rate=BUSY, parents=("https://example.kz",)))
ASKED = ("service:wheelchairs", "region:kyzylorda-region", "whom:self", "answer:1")
FORGOTTEN = "The visit before has ended and its answers are forgotten. Please begin anew."
NEVER_OFFERED = ("region:nowhere", "service:nothing", "situation:none", "take", "result", "change:9", "x", "")
NO_FORMS = (b"", b"%", b"do=clear", b"\xff\xfe", b"seal=%00&do=find", b"&" * 5000, b"a=1&" * 100)


def pressed(app: Any, *buttons: str, lang: Lang = "ru", base: str = "", navigates: bool = True) -> Visitor:
    visitor = Visitor(app, lang, base, navigates)
    for button in buttons:
        visitor.press(button)
    return visitor


class TestWay:
    """Annex 3 of the decree of Kyzylorda № 118 asks for four papers: paragraph 6, subparagraph 1)."""

    def test_to_the_list_of_the_decree(self) -> None:
        visitor = pressed(APP)
        visitor.press("day", day="01.03.2016")
        visitor.press("find", phrase="инвалидная коляска")
        assert "service:wheelchairs" in visitor.offered
        for button in ("service:wheelchairs", "region:kyzylorda-region", "whom:self"):
            visitor.press(button)
        is_told(visitor.to_result())

    def test_another_language_keeps_the_answers(self) -> None:
        visitor = pressed(APP, *ASKED).to_review()
        there = Visitor(APP, "kk")
        there.press("show", seal=visitor.seal)
        assert there.heading == catalogue("kk")("Your answers")

    def test_back_leads_to_the_start_from_everywhere(self) -> None:
        visitor = pressed(APP, *ASKED).to_result()
        start = pressed(APP).heading
        for _ in range(20):
            if visitor.heading == start:
                break
            assert visitor.press("back").status == 200
        assert visitor.heading == start

    def test_what_is_not_understood_is_asked_for_again(self) -> None:
        visitor = pressed(APP, "service:home-care", "region:almaty-region", "whom:self")
        visitor.press("day", day="1.6.2019")
        while 'name="typed"' not in visitor.page.text:
            visitor.press("unsure")
            assert "unsure" in visitor.offered, "a question is answered by typing"
        heading = visitor.heading
        visitor.press("answer", typed="<script>alert(1)</script>")
        assert visitor.heading == heading
        assert "<script>alert" not in visitor.page.text
        assert 'aria-invalid="true"' in visitor.page.text


def is_told(visitor: Visitor) -> None:
    """All that the decree leaves to say to somebody of whom nothing is known."""
    case = {"service": "wheelchairs", "region": "kyzylorda-region", "on": DAY.isoformat(), "filing_for": "self"}
    told = [one.text.ru for one in tell_answer(ENGINE.answer(case)) if one.as_ != "title"]
    assert len(told) > 10
    assert [one for one in told if one not in unescape(visitor.page.text)] == []


class TestNothingElseHasAnEffect:
    @pytest.mark.parametrize("button", NEVER_OFFERED)
    def test_what_was_not_offered(self, button: str) -> None:
        visitor = pressed(APP)
        heading = visitor.heading
        assert visitor.press(button).status == 200
        assert visitor.heading == heading

    def test_a_hall_keeps_to_its_region_services_and_day(self) -> None:
        visitor = pressed(HALL, "service:housing-assistance", navigates=False)
        assert visitor.heading == pressed(HALL).heading
        visitor.press("service:wheelchairs")
        assert "region:almaty-city" not in visitor.offered
        visitor.press("region:almaty-city")
        visitor.press("day", day="01.01.2026")
        visitor.press("whom:self")
        visitor.to_result()
        is_told(visitor)
        assert pressed(HALL, "screening", navigates=False).press("take", take="housing-assistance").status == 200

    def test_a_hall_takes_nothing_that_its_browser_would_keep(self) -> None:
        visitor = pressed(HALL, "service:wheelchairs", navigates=True)
        assert visitor.heading == pressed(HALL).heading

    @pytest.mark.parametrize(
        "body",
        [b"", b"%", b"do=clear", b"\xff\xfe", b"seal=%00&do=find", b"&" * 5000, b"a=1&" * 100],
        ids=lambda one: str(one[:12]),
    )
    def test_of_what_is_no_form_of_ours(self, body: bytes) -> None:
        found = Visitor(APP).send(body)
        assert found.status == 200
        assert "<h1" in found.text

    def test_a_form_that_is_too_large_is_told_so_on_a_page(self) -> None:
        found = Visitor(APP).send(b"phrase=" + b"x" * 70_000)
        assert (found.status, found.headers["content-type"]) == (413, "text/html; charset=utf-8")

    @given(st.lists(st.tuples(st.integers(0, 40), st.text(max_size=30)), max_size=14))
    @settings(max_examples=25)
    def test_whatever_is_pressed_there_is_a_page(self, presses: list[tuple[int, str]]) -> None:
        visitor = Visitor(APP)
        for number, typed in presses:
            offered = [one for one in visitor.offered if one != "pdf"] or ["back"]
            fields: dict[str, Any] = {
                "phrase": typed,
                "day": typed,
                "typed": typed,
                "option": typed,
                "take": ["wheelchairs", "home-care"],
            }
            found = visitor.press(offered[number % len(offered)], **fields)
            assert found.status in (200, 422)
            assert visitor.heading
            assert visitor.seal


def test_an_office_is_named_on_every_page_of_its_own() -> None:
    name = Text("Жұмыспен қамту бөлімі", "Отдел занятости <1>")
    app = http_app(ENGINE, Settings(rate=BUSY, office=Office(name=name)))
    for lang, told in (("kk", "Жұмыспен қамту бөлімі"), ("ru", "Отдел занятости &lt;1&gt;")):
        assert told in get(app, f"/{lang}/").text


class TestEnd:
    def test_clearing_ends_the_visit_on_every_page_of_it(self) -> None:
        visitor = pressed(APP, *ASKED[:3])
        seal = visitor.seal
        visitor.press("clear")
        assert visitor.press("answer:1", seal=seal).status == 200
        assert visitor.heading == pressed(APP).heading
        assert catalogue("ru")(FORGOTTEN) in visitor.page.text

    def test_no_address_and_no_title_tells_what_was_asked(self) -> None:
        visitor = pressed(APP, *ASKED[:3])
        assert visitor.heading not in visitor.page.text.partition("</title>")[0]
        assert "set-cookie" not in visitor.page.headers
        assert visitor.page.headers["cache-control"] == "no-store"


class TestPaper:
    def test_somebody_at_home_is_given_the_list_as_a_file(self) -> None:
        visitor = pressed(APP, *ASKED).to_result()
        assert "pdf" in visitor.offered
        found = visitor.press("pdf")
        assert found.headers["content-type"] == "application/pdf"
        assert found.body.startswith(b"%PDF")

    def test_a_hall_gives_no_file_and_prints(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with printer(tmp_path, monkeypatch) as printed:
            visitor = pressed(HALL, "service:wheelchairs", "whom:self", navigates=False).to_result()
            assert "pdf" not in visitor.offered
            assert visitor.press("pdf").headers["content-type"].startswith("text/html")
            visitor.press("print")
            once = visitor.page.text
            assert visitor.press("print").status == 503, "there is paper for others too"
        assert catalogue("ru")("The list has been sent to the printer.") in once
        asked, paper = printed.read_bytes().split(b"\n", 1)
        assert asked == b"-s -d ground-floor -"
        assert paper.startswith(b"%PDF")


@contextmanager
def printer(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The system's command for printing, which here writes what it was given."""
    command, printed = folder / "lp", folder / "printed"
    command.write_text(f'#!/bin/sh\necho "$@" > {printed}\ncat >> {printed}\n')
    command.chmod(0o755)
    patch.setenv("PATH", str(folder), prepend=":")
    HALL.state.press.close()
    yield printed
    HALL.state.press.close()


class TestFrame:
    def test_only_the_parents_may_hold_it(self) -> None:
        policy = get(FRAMED, "/embed/kk/").headers["content-security-policy"]
        assert "frame-ancestors https://example.kz" in policy
        assert "frame-ancestors 'none'" in get(FRAMED, "/kk/").headers["content-security-policy"]
        assert get(APP, "/embed/kk/").status == 404

    def test_a_receipt_is_of_one_visit_and_tells_nothing(self) -> None:
        visitor, another = (pressed(FRAMED, *ASKED, base="/embed").to_result() for _ in range(2))
        mark = _mark(visitor)
        visitor.press("show")
        assert _mark(visitor) == mark
        assert _mark(another) != mark
        assert "data-receipt" not in pressed(APP, *ASKED).to_result().page.text


def _mark(visitor: Visitor) -> str:
    return visitor.page.text.partition('data-receipt="')[2].partition('"')[0]


@pytest.mark.parametrize("lang", LANGS)
def test_the_entrance_leads_to_the_language_of_the_browser(lang: Lang) -> None:
    found = get(APP, "/", accept_language=lang)
    assert (found.status, found.headers["location"]) == (307, f"/{lang}/")


def test_what_pages_bring_along_is_kept_for_ever_and_nothing_else_is_there() -> None:
    page = get(APP, "/ru/").text
    style = page.partition('href="')[2].partition('"')[0]
    assert "immutable" in get(APP, style).headers["cache-control"]
    assert get(APP, "/assets/../pages.py").status == 404
    assert sent(APP, "POST", style, [b""], {"content_type": FORM}).status == 405
