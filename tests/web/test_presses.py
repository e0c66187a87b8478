"""What a press of a button leads to where nobody is to be left without a way on."""

from dataclasses import replace
from datetime import date

from eligibility.engine import Engine
from eligibility.interview.reply import AnswerGiven, Topic
from eligibility.web.kiosk.front import Front
from eligibility.web.kiosk.presses import Pressed, Pressing, Wrong
from eligibility.web.kiosk.screens import Screens
from eligibility.web.kiosk.visit import Visit
from tests.interview.small_towns import DAY, needs, town

ENGINE = Engine.shipped("direct")
FRONT = Front("self")
NEW = FRONT.begun("a visit")
ASKED = replace(NEW, region="kyzylorda-region", on=date(2016, 3, 1))


def pressed(visit: Visit, what: str, **sent: str) -> Pressed:
    form = {"do": [what], **{name: [value] for name, value in sent.items()}}
    return Pressing(ENGINE, FRONT, "ru").press(visit, form)


def test_who_ticks_nothing_is_told_so() -> None:
    visit = replace(ASKED, on=None, aim="screening", situation="pensioners", filing_for="self", read_over=True)
    after = pressed(visit, "take")
    screen = Screens(ENGINE, FRONT, "ru").of(after)
    assert (screen.template, screen.values["wrong"]) == ("screening", Wrong(""))


def test_where_nothing_is_called_so_there_is_what_it_may_be_about() -> None:
    screen = Screens(ENGINE, FRONT, "ru").of(pressed(NEW, "find", phrase="щзшщзш"))
    assert (screen.template, screen.values["meant"], screen.values["near"]) == ("found", [], [])
    assert [id for id, _ in screen.values["situations"]] == list(ENGINE.pack.situations)


def test_another_service_is_asked_about_for_the_same_place_and_day() -> None:
    visit = replace(ASKED, aim="service", services=("wheelchairs",), phrase="коляска", filing_for="child", read_over=True)
    assert pressed(visit, "again").visit == ASKED


def test_an_answer_that_cannot_be_true_is_told_so_and_asked_for_again() -> None:
    engine = town({"a": {"requirements": needs({"document": "passport", "when": "age >= 10"})}})
    said = AnswerGiven(Topic("orphan"), True)
    visit = Visit("a visit", "region", DAY, aim="service", services=("a",), filing_for="self", given=(said,))
    after = Pressing(engine, FRONT, "ru").press(visit, {"do": ["answer"], "typed": ["40"]})
    assert after.visit == visit
    screen = Screens(engine, FRONT, "ru").of(after)
    wrong = screen.values["wrong"]
    assert (screen.template, screen.values["question"].fact, wrong.typed) == ("question", "age", "40")
    assert [one.code for one in wrong.mistakes.diagnostics] == ["contradictory-facts"]
    right = Pressing(engine, FRONT, "ru").press(visit, {"do": ["answer"], "typed": ["17"]})
    assert right.visit.given == (said, AnswerGiven(Topic("age"), 17))
