"""The whole way to a list of papers, as a person goes it: in both languages, with scripts and without, on every screen.

Beside each walk the same interview is held with the library: every page says what the interview says."""

from collections.abc import Iterable, Mapping
from datetime import date

import pytest

from eligibility.answer.telling import tell_answer
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.reply import Reply
from eligibility.words.text import Lang, Text
from tests.web.browser.conftest import Walking
from tests.web.browser.served import Served
from tests.web.browser.walking import LAPTOP, STANDING, TELEPHONE, Size, Walk

ENGINE = Engine.shipped("direct")
PHRASES: Mapping[Lang, str] = {"kk": "қарттар үйі", "ru": "дом престарелых"}
SERVICE, REGION, DAY = "residential-care", "kyzylorda-region", date(2016, 3, 1)
DAY_TYPED = "01.03.2016"
REPLIES: Mapping[str, Reply] = {"age": 70, "pension_age": True, "filed_by": "self", "war_status": "none"}
"""everything else they do not know"""
WAYS = [("kk", True, STANDING), ("ru", True, LAPTOP), ("kk", False, TELEPHONE), ("ru", False, LAPTOP), ("ru", True, TELEPHONE)]


def begun() -> Interview:
    return Interview.of(ENGINE, {"service": SERVICE, "region": REGION, "on": DAY.isoformat(), "filing_for": "self"})


def ask_about_day(walk: Walk) -> None:
    walk.open(walk.say("Ask about another day"))
    walk.type("day", DAY_TYPED, "day")
    assert walk.say("The answers are for this day: {day}.", day=DAY_TYPED) in walk.text


def choose_service(walk: Walk) -> None:
    """From the first page to the first question."""
    walk.type("phrase", PHRASES[walk.lang], "find")
    assert PHRASES[walk.lang] in walk.text
    for what in (f"service:{SERVICE}", f"region:{REGION}", "whom:self"):
        walk.press(what)


def reply(walk: Walk, talk: Interview, given: Reply | None) -> Interview:
    """To the question asked, on the page and in the interview."""
    question = talk.question
    assert question is not None
    assert walk.heading == question.ask[walk.lang]
    if given is None:
        walk.press("unsure")
    elif question.options:
        values = [one.value for one in question.options]
        assert walk.labels == [one.label[walk.lang] for one in question.options]
        walk.press(f"answer:{values.index(given) + 1}")
    else:
        walk.type("typed", str(given), "answer")
    return talk.reply(given)


def reply_to_all(walk: Walk, talk: Interview) -> Interview:
    while talk.question:
        talk = reply(walk, talk, REPLIES.get(talk.question.fact))
    return talk


def unsaid(walk: Walk, told: Iterable[Text]) -> list[str]:
    """Of what is told that which does not stand on the page; where its lines break is the page's."""
    shown = walk.words
    return [one[walk.lang] for one in told if " ".join(one[walk.lang].split()) not in shown]


@pytest.mark.parametrize(("lang", "scripts", "size"), WAYS)
def test_the_whole_way(walk: Walking, open_to_all: Served, lang: Lang, scripts: bool, size: Size) -> None:
    here = walk(open_to_all.address, lang, size, scripts)
    titles = [here.page.title()]
    ask_about_day(here)
    choose_service(here)
    titles.append(here.page.title())
    talk = begun()

    first = talk.question
    assert first is not None
    assert first.kind == "number-or-birth-date"
    here.open(here.say("Why this is asked"))
    assert first.why[lang] in here.text
    here.type("typed", "много", "answer")
    assert here.heading == first.ask[lang]
    assert here.page.locator("[aria-invalid=true]").input_value() == "много"
    reply(here, talk, 71)
    here.press("back")
    talk = reply_to_all(here, talk)
    assert {one.reply for one in talk.given} >= {None, True, 70}

    titles.append(here.page.title())
    assert here.reviewed == [(one.ask[lang], one.answer[lang]) for one in talk.review]
    here.press("change:1")
    assert here.heading == first.ask[lang]
    assert here.say("Your answer: {answer}", answer=talk.review[0].answer[lang]) in here.text
    here.type("typed", "66", "answer")
    talk = reply_to_all(here, talk.change(talk.given[0].topic, 66))
    assert here.reviewed == [(one.ask[lang], one.answer[lang]) for one in talk.review]

    here.press("result")
    titles.append(here.page.title())
    assert here.heading == talk.answer_so_far.title[lang]
    assert unsaid(here, (one.text for one in tell_answer(talk.answer_so_far))) == []
    assert here.page.locator(".papers > li").count() > 5
    assert len(set(titles)) == len(titles)
    assert here.page.url == f"{open_to_all.address}/{lang}/"
    here.press("review")
    here.press("clear")
    assert here.heading == here.say("Which papers to bring")
    assert DAY_TYPED not in here.text
