"""What a press of a button leads to where nobody is to be left without a way on."""

from dataclasses import replace
from datetime import date

from eligibility.engine import Engine
from eligibility.web.kiosk.front import Front
from eligibility.web.kiosk.presses import Pressed, Pressing, Wrong
from eligibility.web.kiosk.screens import Screens
from eligibility.web.kiosk.visit import Visit

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
