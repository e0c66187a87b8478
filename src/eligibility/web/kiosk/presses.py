"""What a press of a button makes of a visit. Whatever is not offered on the page before changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from eligibility.answer.question import FILING_FOR_OPTIONS, Question
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.engine import Engine
from eligibility.interview.conversation import Conversation
from eligibility.interview.finding import check_phrase
from eligibility.interview.reply import Reply
from eligibility.interview.typed import day_typed, number_typed, reply_typed
from eligibility.web.kiosk.front import Front
from eligibility.web.kiosk.visit import Aim, Visit
from eligibility.words.text import Lang

Sent = Mapping[str, Sequence[str]]
"""what came with the press, by the name of its field"""
MAX_TYPED = 200


class Wrong(NamedTuple):
    """An answer that was not taken, and why."""

    typed: str
    mistakes: Refused | None = None
    """none where it was not understood"""
    field: str = ""
    """of the form, where there are several"""


class Pressed(NamedTuple):
    visit: Visit
    wrong: Wrong | None = None
    talk: Conversation | None = None
    """what the visit has led to, where that is known already"""


class Pressing(NamedTuple):
    """What a press is judged by."""

    engine: Engine
    front: Front
    lang: Lang

    @property
    def services(self) -> Sequence[str]:
        """That are offered here."""
        return self.front.services(self.engine)

    def press(self, visit: Visit, form: Sent) -> Pressed:
        what, _, which = _first(form, "do").partition(":")
        match what:
            case "find":
                return self._find(visit, form)
            case "situation" if which in self.engine.pack.situations:
                return Pressed(replace(visit, situation=which, phrase=""))
            case "service" if which in self.services:
                return Pressed(replace(self._anew(visit), aim="service", services=(which,)))
            case "screening":
                return Pressed(replace(self._anew(visit), aim="screening", phrase=""))
            case "region" if which in self.engine.pack.regions and not self.front.fixed.region:
                return Pressed(replace(visit, region=which))
            case "whom":
                return Pressed(replace(visit, filing_for=next((one for one in FILING_FOR_OPTIONS if one == which), None)))
            case "day" if self.front.any_day:
                return self._day(visit, form)
            case "back":
                return Pressed(self._back(visit))
            case "again":
                return Pressed(replace(self.front.begun(visit.id), region=visit.region, on=visit.on))
        return self._in_talk(visit, what, which, form) if visit.aim and visit.region else Pressed(visit)

    def _in_talk(self, visit: Visit, what: str, which: str, form: Sent) -> Pressed:
        talk = visit.talk(self.engine, self.front.today, self.services)
        match what:
            case "answer":
                return self._answer(visit, talk, which, form)
            case "unsure":
                return self._replied(visit, talk, None, "")
            case "change" if number := number_typed(which, len(visit.given)):
                return Pressed(replace(visit, changing=number - 1, read_over=False))
            case "review":
                return Pressed(replace(visit, read_over=False))
            case "result" if talk.question is None:
                return Pressed(replace(visit, read_over=True))
            case "take" if visit.aim == "screening":
                return self._take(visit, form)
        return Pressed(visit)

    def _anew(self, visit: Visit) -> Visit:
        """Without what was answered of something else; for whom somebody asks stays."""
        return replace(visit, services=(), given=(), before=None, changing=None, read_over=False)

    def _find(self, visit: Visit, form: Sent) -> Pressed:
        phrase = _first(form, "phrase").strip()
        try:
            check_phrase(phrase)
        except Refused as mistake:
            return Pressed(visit, Wrong(phrase[:MAX_TYPED], mistake, "phrase"))
        return Pressed(replace(visit, phrase=phrase, situation=None))

    def _day(self, visit: Visit, form: Sent) -> Pressed:
        typed = _first(form, "day")[:MAX_TYPED].strip()
        if not typed:
            return Pressed(replace(visit, on=None))
        day, years = day_typed(typed.casefold()), self.engine.pack.years
        if day is None:
            return Pressed(visit, Wrong(typed, field="day"))
        if years and day.year not in years:
            mistake = refused("date-out-of-range", "day", id=day, first=min(years), last=max(years))
            return Pressed(visit, Wrong(typed, mistake, "day"))
        return Pressed(replace(visit, on=day))

    def _take(self, visit: Visit, form: Sent) -> Pressed:
        wanted = form.get("take", ())
        taken = tuple(id for id in self.services if id in wanted)
        if not taken:
            return Pressed(visit, Wrong(""))
        aim: Aim = "trip" if len(taken) > 1 else "service"
        return Pressed(replace(visit, aim=aim, services=taken, before=len(visit.given), read_over=False))

    def _answer(self, visit: Visit, talk: Conversation, which: str, form: Sent) -> Pressed:
        question = asked(visit, talk)
        if question is None:
            return Pressed(visit)
        if question.kind == "option":
            number = number_typed(which, len(question.options))
            return self._replied(visit, talk, question.options[number - 1].value, "") if number else Pressed(visit)
        if question.many:
            numbers = [number_typed(one, len(question.options)) for one in form.get("option", ())]
            chosen = tuple(str(one.value) for at, one in enumerate(question.options, 1) if at in numbers)
            return self._replied(visit, talk, chosen, "")
        typed = _first(form, "typed")[:MAX_TYPED].strip()
        reply = reply_typed(question, typed.casefold(), self.lang)
        return Pressed(visit, Wrong(typed)) if reply is None else self._replied(visit, talk, reply, typed)

    def _replied(self, visit: Visit, talk: Conversation, reply: Reply | None, typed: str) -> Pressed:
        if asked(visit, talk) is None:
            return Pressed(visit)
        try:
            after = talk.reply(reply) if visit.changing is None else talk.change(visit.given[visit.changing].topic, reply)
        except Refused as mistake:
            return Pressed(visit, Wrong(typed, mistake))
        return Pressed(replace(visit, given=after.given, changing=None, read_over=False), talk=after)

    def _back(self, visit: Visit) -> Visit:
        """To the page before, as far as the way here can be told."""
        if visit.changing is not None:
            return replace(visit, changing=None)
        if visit.before is not None and len(visit.given) <= visit.before:
            return replace(visit, aim="screening", services=(), before=None, read_over=True)
        if visit.given:
            return replace(visit, read_over=False, given=visit.given if visit.read_over else visit.given[:-1])
        if visit.filing_for:
            return replace(visit, filing_for=None, read_over=False)
        if visit.region and not self.front.fixed.region:
            return replace(visit, region=None, read_over=False)
        if visit.aim:
            return replace(visit, aim="", services=(), read_over=False)
        return replace(visit, phrase="", situation=None)


def asked(visit: Visit, talk: Conversation) -> Question | None:
    """What the page asks: the next question, or one that was answered before and is to be answered anew."""
    if visit.changing is None:
        return talk.question
    return talk.asked_before(visit.given[visit.changing].topic)


def _first(form: Sent, name: str) -> str:
    return next(iter(form.get(name, ())), "")
