"""One person's answers, asked for of one service or of several at once, as a value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, Self, TypeVar

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.question import FILING_FOR_ID, FILING_FOR_OPTIONS, Question, question, question_of
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.reply import AnswerGiven, Reply, Reviewed, Topic, reviewed
from eligibility.law.address import Addressee, FilingFor
from eligibility.law.condition import Value
from eligibility.law.filing_facts import ANSWER_BY, CHANNEL, REQUEST
from eligibility.law.vocabulary import Fact
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.derivation import plan_of
from eligibility.reasoning.questions import settled_by, undetermined

OF_ONE_FILING = (REQUEST, CHANNEL, ANSWER_BY)
"""facts that are one thing for one service and another for the next"""

Asking = TypeVar("Asking", bound="Conversation")


@dataclass(frozen=True)
class Conversation:
    """Every step makes another one. One whose answers contradict each other cannot be made: it is `Refused`."""

    engine: Engine = field(repr=False)
    named: Mapping[str, str]
    """the part of each case that is the same and no answer: act or region, day, for whom one files"""
    services: tuple[str, ...]
    told: Mapping[str, object] = field(default_factory=dict, repr=False)
    """facts said beforehand, as plain data"""
    given: tuple[AnswerGiven, ...] = field(default=(), repr=False)
    as_if: bool = False
    """whether editions that are not the law on the day are asked about as if they were"""
    answers: Mapping[str, Answer | NoEdition] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", {id: self._answer(id) for id in self.services})

    def _answer(self, service: str) -> Answer | NoEdition:
        return self.engine.any_answer(self.case_of(service), self.as_if)

    def case_of(self, service: str) -> dict[str, Any]:
        """As plain data, which can be decided again."""
        return {"service": service, **self.named, "facts": self.facts_of(service)}

    def facts_of(self, service: str | None = None) -> dict[str, object]:
        """The facts of the case for a service; of none, those of the person."""
        found = dict(self.told)
        for (fact, of), reply in self.given:
            if of not in (None, service):
                continue
            if isinstance(reply, date):
                found[self._birth(fact) or fact] = reply.isoformat()
            elif reply is not None:
                found[fact] = list(reply) if isinstance(reply, tuple) else reply
        return found

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """Of the services of which an edition may speak for the day."""
        return {id: one.decision for id, one in self.answers.items() if isinstance(one, Answer) and one.answered}

    @cached_property
    def known(self) -> Mapping[str, Value]:
        """What is known of the person, whatever the service."""
        cases = (one.case if isinstance(one, NoEdition) else one.decision.case for one in self.answers.values())
        return {fact: value for case in cases for fact, value in case.facts.items() if fact not in OF_ONE_FILING}

    def _gains(self) -> Iterator[tuple[Topic, float]]:
        """What may be asked, and how many questions fewer each is expected to leave; all that the list of papers waits for."""
        for id, decision in self.decisions.items():
            slots = tuple(dict.fromkeys(undetermined(decision)))
            yield from ((topic_of(fact, id), gain) for fact, gain in settled_by(decision, slots).items())

    @cached_property
    def open(self) -> tuple[Topic, ...]:
        """What is still to be asked, best first; some of it answers to the rest may make needless."""
        gains: dict[Topic, float] = {}
        for topic, gain in self._gains():
            if not self._is_answered(topic):
                gains[topic] = gains.get(topic, 0.0) + gain
        return tuple(sorted(gains, key=lambda topic: -round(gains[topic], 6)))

    def _is_answered(self, topic: Topic) -> bool:
        birth = self._birth(topic.fact)
        if topic.fact in self.told or birth in self.told:
            return True
        return any(one.topic == topic or (birth is not None and one.topic.fact == birth) for one in self.given)

    @cached_property
    def question(self) -> Question | None:
        """What to ask next; nothing once no answer changes anything."""
        return self.question_about(self.open[0]) if self.open else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that is still to be asked, best first."""
        return tuple(map(self.question_about, self.open))

    def question_about(self, topic: Topic) -> Question:
        """As it is put by an edition that reads the fact, where one does."""
        by, fact = self._reader(topic), self.engine.pack.facts[topic.fact]
        return question(by, topic.fact) if by else question_of(topic.fact, fact, fact.values or (), self.addressee)

    def _reader(self, topic: Topic) -> Decision | None:
        """By which the topic is worded; nothing where no edition may speak."""
        decisions = self.decisions
        if topic.service:
            return decisions.get(topic.service)
        readers = (one for one in decisions.values() if topic.fact in plan_of(one).space)
        return next(chain(readers, decisions.values()), None)

    def _worded(self, topic: Topic) -> Fact:
        by = self._reader(topic)
        return (plan_of(by) if by else self.engine.pack).facts[topic.fact]

    @property
    def number(self) -> int:
        """The place of the question among all that were put, from 1."""
        return len(self.given) + 1

    def reply(self, reply: Reply | None) -> Self:
        """With an answer to the question asked, or None for «I don't know»; `Refused` where it cannot be true."""
        return _with(self, AnswerGiven(self._asked, reply))

    def back(self) -> Self:
        """Without the last answer; before the first one, the same."""
        return replace(self, given=self.given[:-1])

    @property
    def review(self) -> tuple[Reviewed, ...]:
        """The answers given, in the order of the questions."""
        known, to = self.known, self.addressee
        return tuple(reviewed(one, self._worded(one.topic), to, known.get(one.topic.fact)) for one in self.given)

    @property
    def filing_for(self) -> FilingFor | None:
        """For whom one files, where that was said; it words all questions."""
        return next((one for one in FILING_FOR_OPTIONS if one == self.named.get(FILING_FOR_ID)), None)

    @property
    def addressee(self) -> Addressee:
        """Who is spoken to."""
        return self.filing_for or "self"

    def with_filing_for(self, value: FilingFor) -> Self:
        """In the words for whom one files."""
        return replace(self, named={**self.named, FILING_FOR_ID: value})

    def asked_before(self, topic: Topic) -> Question:
        """A question answered before, as it was put: beside the answers before it."""
        return self._before(topic).question_about(topic)

    def change(self, topic: Topic, reply: Reply | None) -> Self:
        """With another answer to a question answered before; later answers stay where they still matter and can be true."""
        before = self._before(topic)
        changed = _with(before, AnswerGiven(topic, reply))
        for later in self.given[before.number :]:
            changed = _with_if_possible(changed, later)
        return changed

    def _before(self, topic: Topic) -> Self:
        """As it was when the question was put."""
        return replace(self, given=self.given[: [one.topic for one in self.given].index(topic)])

    @property
    def _asked(self) -> Topic:
        if not self.open:
            raise ValueError("there is no question to answer")
        return self.open[0]

    def _birth(self, fact: str) -> str | None:
        """The date from which the fact follows."""
        return self.engine.pack.facts[fact].since


def _with(asking: Asking, given: AnswerGiven) -> Asking:
    return replace(asking, given=(*asking.given, given))


def _with_if_possible(asking: Asking, given: AnswerGiven) -> Asking:
    if given.topic not in asking.open:
        return asking
    try:
        return _with(asking, given)
    except Refused:
        return asking


def topic_of(fact: str, service: str) -> Topic:
    """What a service asks about when it asks for the fact."""
    return Topic(fact, service if fact in OF_ONE_FILING else None)
