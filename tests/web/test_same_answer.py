"""Of every scenario's case a page, a terminal and the API say the same: the same lines, word for word and in the same order."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from eligibility.answer.answer import Answer
from eligibility.answer.telling import tell_answer
from eligibility.cli.showing import show_any
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.conversation import topic_of
from eligibility.interview.reply import AnswerGiven, Reply
from eligibility.review.scenarios import scenarios_at
from eligibility.web import http_app
from eligibility.web.kiosk.front import Front
from eligibility.web.kiosk.presses import Pressed
from eligibility.web.kiosk.screens import Screens
from eligibility.web.kiosk.templating import rendered
from eligibility.web.kiosk.visit import Visit
from eligibility.web.settings import KioskSettings, Settings
from eligibility.words.days import day_text
from eligibility.words.text import LANGS, Lang
from tests.web.client import post

FOLDER = Path(__file__).parents[1] / "scenarios"
ENGINE = Engine.shipped("direct")
APP = http_app(ENGINE, Settings(rate=1_000_000))
TODAY = date(2026, 12, 1)
PARAGRAPHS = ("h1", "h2", "p")
ASKED = ("service", "region", "on", "facts")
"""what an interview can be told: no papers that were presented, no events"""


def cases() -> Iterator[Mapping[str, Any]]:
    """Of all scenarios whose region is one, what can be said in an interview, each once."""
    seen: set[str] = set()
    for scenario in scenarios_at([FOLDER], FOLDER):
        written = json.loads(json.dumps(scenario.case, default=str))
        act = ENGINE.pack.acts.get(written.get("act", ""))
        region = written.get("region") or (act.regions[0] if act and act.regions else None)
        case = {key: value for key, value in {**written, "region": region}.items() if key in ASKED}
        if region and (text := json.dumps(case, sort_keys=True)) not in seen:
            seen.add(text)
            yield {**case, "filing_for": "self"}


def replied(value: object) -> Reply:
    match value:
        case list():
            return tuple(value)
        case str() if len(value) == 10 and value[4] == "-":
            return date.fromisoformat(value)
        case float():
            return Decimal(str(value))
        case _:
            return value  # type: ignore[return-value]


def visit_of_case(case: Mapping[str, Any]) -> Visit:
    """As if somebody had said all of it, and «I don't know» to the rest."""
    facts: Mapping[str, object] = case.get("facts") or {}
    given = tuple(AnswerGiven(topic_of(fact, case["service"]), replied(value)) for fact, value in facts.items())
    on = date.fromisoformat(case["on"]) if "on" in case else None
    visit = Visit("a visit", case["region"], on, aim="service", services=(case["service"],), filing_for="self", given=given)
    talk = visit.talk(ENGINE, TODAY, visit.services)
    while talk.question:
        talk = talk.reply(None)
    return replace(visit, given=talk.given, read_over=True)


class Paragraphs(HTMLParser):
    """What stands in the headings and paragraphs of the result, without the signs in front."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside: str | None = None
        self._sign = False
        self.feed(page[page.index('<article class="result">') : page.index("</article>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in PARAGRAPHS:
            self._inside = tag
            self.found.append("")
        self._sign = ("class", "sign") in attrs

    def handle_endtag(self, tag: str) -> None:
        self._sign = False
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside and not self._sign:
            self.found[-1] += data


def on_page(visit: Visit, lang: Lang) -> list[str]:
    front = Front("self", fixed=KioskSettings(on=TODAY))
    screen = Screens(ENGINE, front, lang).of(Pressed(visit))
    assert screen.template == "result"
    around = {
        "front": front,
        "visit": visit,
        "seal": "",
        "ended": False,
        "printed": False,
        "receipt": None,
        "minutes": 10,
        "mistakes": [],
        "pack": ENGINE.pack,
    }
    return [one.strip() for one in Paragraphs(rendered(screen.template, lang, {**around, **screen.values})).found]


def without_breaks(text: str) -> str:
    """Where lines break is the terminal's."""
    return "".join(text.split())


def follow(parts: Sequence[str], whole: str) -> bool:
    """Whether the parts stand there one after another."""
    at = 0
    for part in map(without_breaks, parts):
        found = whole.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


@pytest.mark.parametrize("lang", LANGS)
def test_page_terminal_and_api_say_the_same(
    lang: Lang, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("eligibility.cli.layout.lang", lambda: lang)
    shown = 0
    for case in cases():
        try:
            answer = ENGINE.any_answer(case)
        except Refused:
            continue
        visit = visit_of_case(case)
        told = [one.text[lang] for one in tell_answer(answer) if one.text[lang]]
        heading = [one.text[lang] for one in tell_answer(answer) if one.as_ == "title"]
        place = f"{ENGINE.pack.regions[case['region']][lang]}, {day_text(visit.on or TODAY)[lang]}"
        assert on_page(visit, lang) == [*heading, place, *(one for one in told if one not in heading)], case
        show_any(answer, as_json=False)
        assert follow(told, without_breaks(capsys.readouterr().out)), case
        api = post(APP, "/api/v1/decide", case).json
        assert api["checklist"] == json.loads(answer.json())["checklist"]
        if isinstance(answer, Answer):
            assert all(line.plain_name[lang] in " ".join(told) for line in answer.lines if line.status == "required"), case
            lines = [(line.document, line.status) for line in answer.lines]
            assert [(line["document"], line["status"]) for line in api["checklist"]] == lines
            shown += len(lines) > 0
    assert shown > 50
