"""Which page shows a visit, and what is on it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from eligibility.answer.question import Question, filing_for_question
from eligibility.engine import Engine
from eligibility.interview.conversation import Conversation
from eligibility.interview.finding import find
from eligibility.interview.screening import Screening
from eligibility.interview.search import Search, situations
from eligibility.interview.telling import tell_screening
from eligibility.interview.typed import HOW, NOT_UNDERSTOOD
from eligibility.law.vocabulary import Situation
from eligibility.web.kiosk.front import Front
from eligibility.web.kiosk.nesting import nested
from eligibility.web.kiosk.presses import Pressed, Wrong, asked
from eligibility.web.kiosk.result import result_of
from eligibility.web.kiosk.visit import Visit
from eligibility.words.text import Lang


class Screen(NamedTuple):
    """A page's template, and what it is filled with."""

    template: str
    values: Mapping[str, Any]


class Screens(NamedTuple):
    """What the pages are made by."""

    engine: Engine
    front: Front
    lang: Lang

    @property
    def services(self) -> Sequence[str]:
        """That are offered here."""
        return self.front.services(self.engine)

    def of(self, pressed: Pressed) -> Screen:
        visit, wrong, talk = pressed
        if not visit.aim:
            return self._start(visit, wrong)
        if visit.region is None:
            return Screen("region", {"regions": self._regions(visit)})
        return self._of_talk(visit, talk or visit.talk(self.engine, self.front.today, self.services), wrong)

    def _start(self, visit: Visit, wrong: Wrong | None) -> Screen:
        if visit.situation is not None:
            chosen = self.engine.pack.situations[visit.situation]
            some = [id for id in chosen.services if id in self.services]
            return Screen("services", {"heading": chosen.name, "services": some})
        if visit.phrase:
            found = find(self.engine, visit.phrase, self.services)
            meant, near = [one.id for one in found.meant], [one.id for one in found.near]
            return Screen("found", {"meant": meant, "near": near, "situations": self._situations})
        return Screen("start", {"wrong": wrong, "situations": self._situations})

    @property
    def _situations(self) -> Sequence[tuple[str, Situation]]:
        """By their ids, as far as there are services for them here."""
        ids = {situation.name: id for id, situation in self.engine.pack.situations.items()}
        return [(ids[one.name], one) for one in situations(self.engine, self.services)]

    def _regions(self, visit: Visit) -> Mapping[str, str]:
        """Those whose own acts are at hand first."""
        service = visit.services[0] if visit.services else ""
        return Search(self.engine, service, on=visit.on or self.front.today).names(self.lang)

    def _of_talk(self, visit: Visit, talk: Conversation, wrong: Wrong | None) -> Screen:
        question = asked(visit, talk)
        if visit.filing_for is None and (question or visit.aim == "screening"):
            return Screen("whom", {"question": filing_for_question()})
        if question:
            return Screen("question", {**self._question(visit, talk, question), "question": question, "wrong": wrong})
        if visit.given and not visit.read_over:
            return Screen("review", {"review": talk.review})
        if isinstance(talk, Screening):
            return Screen("screening", {"parts": nested(tell_screening(talk)), "wrong": wrong})
        return Screen("result", result_of(talk, self.front, self.lang))

    def _question(self, visit: Visit, talk: Conversation, question: Question) -> Mapping[str, Any]:
        """What stands around the question."""
        words = {"how": HOW.get(question.kind), "not_understood": NOT_UNDERSTOOD[question.kind]}
        if visit.changing is not None:
            return {**words, "of": None, "before": talk.review[visit.changing].answer, "number": visit.changing + 1, "most": 0}
        service = talk.open[0].service if len(talk.services) > 1 else None
        of = talk.answers[service].title if service else None
        return {**words, "of": of, "before": None, "number": talk.number, "most": len(talk.open) - 1}
