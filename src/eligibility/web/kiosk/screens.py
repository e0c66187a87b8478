"""Which page shows a visit, and what is on it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from eligibility.answer.question import filing_for_question
from eligibility.answer.telling import tell_answer
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.finding import find
from eligibility.interview.interview import Interview
from eligibility.interview.screening import Screening
from eligibility.interview.search import Search, situations
from eligibility.interview.telling import tell_screening, tell_trip
from eligibility.interview.trip import Trip
from eligibility.interview.typed import HOW, NOT_UNDERSTOOD
from eligibility.web.kiosk.nesting import nested
from eligibility.web.kiosk.presses import Wrong, asked
from eligibility.web.kiosk.visit import Talk, Visit
from eligibility.words.alphabet import alphabetical
from eligibility.words.text import Lang


class Screen(NamedTuple):
    """A page's template, and what it is filled with."""

    template: str
    values: Mapping[str, Any]


class Screens(NamedTuple):
    """What the pages are made by."""

    engine: Engine
    today: date
    lang: Lang
    services: Sequence[str]
    """that are offered here"""

    def of(self, visit: Visit, wrong: Wrong | None = None) -> Screen:
        if not visit.aim:
            return self._start(visit, wrong)
        if visit.region is None:
            return Screen("region", {"regions": self._regions(visit)})
        return self._of_talk(visit, visit.talk(self.engine, self.today), wrong)

    def _start(self, visit: Visit, wrong: Wrong | None) -> Screen:
        offered = situations(self.engine, self.services)
        if visit.situation is not None:
            chosen = self.engine.pack.situations[visit.situation]
            return Screen("services", {"heading": chosen.name, "services": [id for id in chosen.services if id in self.services]})
        if visit.phrase:
            found = find(self.engine, visit.phrase, self.services)
            return Screen("found", {"meant": [one.id for one in found.meant], "near": [one.id for one in found.near]})
        ids = {situation.name: id for id, situation in self.engine.pack.situations.items()}
        return Screen("start", {"wrong": wrong, "situations": [(ids[one.name], one) for one in offered]})

    def _regions(self, visit: Visit) -> Mapping[str, str]:
        """Those whose own acts are at hand first."""
        service = visit.services[0] if visit.services else ""
        return Search(self.engine, service, on=visit.on or self.today).names(self.lang)

    def _of_talk(self, visit: Visit, talk: Talk, wrong: Wrong | None) -> Screen:
        question = asked(visit, talk)
        if visit.filing_for is None and (question or visit.aim == "screening"):
            return Screen("whom", {"question": filing_for_question()})
        if question:
            service = None if visit.changing is not None or isinstance(talk, Interview) else talk.open[0].service
            before = None if visit.changing is None else talk.review[visit.changing].answer
            told = {"question": question, "wrong": wrong, "of": service and talk.answers[service].title, "before": before}
            words = {"how": HOW.get(question.kind), "not_understood": NOT_UNDERSTOOD[question.kind]}
            return Screen("question", {**told, **words, "number": _number(visit, talk), "most": len(talk.open) - 1})
        if visit.given and not visit.read_over:
            return Screen("review", {"review": talk.review})
        if isinstance(talk, Screening):
            return Screen("screening", {"parts": nested(tell_screening(talk))})
        if isinstance(talk, Trip):
            return Screen("result", {"parts": nested(tell_trip(talk))})
        return Screen("result", {"parts": nested(tell_answer(talk.answer_so_far))})


def _number(visit: Visit, talk: Talk) -> int:
    return talk.number if visit.changing is None else visit.changing + 1
