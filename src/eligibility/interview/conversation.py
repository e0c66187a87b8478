"""One person's answers, asked for of several services at once, as a value."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple, Self, TypeVar

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.question import FILING_FOR_ID, Question, question
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.reply import Replied, Reply, Reviewed, reviewed
from eligibility.law.address import Addressee, FilingFor
from eligibility.law.condition import Value
from eligibility.law.filing_facts import ANSWER_BY, CHANNEL, REQUEST
from eligibility.reasoning.decision import Decision

OF_ONE_FILING = (REQUEST, CHANNEL, ANSWER_BY)
"""facts that are one thing for one service and another for the next"""


class Topic(NamedTuple):
    """A fact to be asked about, of one service alone or of the person whatever the service."""

    fact: str
    service: str | None = None


class AnswerGiven(NamedTuple):
    """An answer to the question about a fact; without a reply the answer was «I don't know»."""

    topic: Topic
    reply: Reply | None


Asking = TypeVar("Asking", bound="Conversation")


@dataclass(frozen=True)
class Conversation:
    """Every step makes another one. One whose answers contradict each other cannot be made: it is `Refused`."""

    engine: Engine = field(repr=False)
    named: Mapping[str, str]
    """the part of each case that is the same and no answer: region, day"""
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
        return self.engine.any_answer({**self.named, "service": service, "facts": self.facts_of(service)}, self.as_if)

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

    @abstractmethod
    def _gains(self) -> Iterator[tuple[Topic, float]]:
        """What may be asked, and how many questions fewer each is expected to leave."""

    @cached_property
    def open(self) -> tuple[Topic, ...]:
        """What is still to be asked, best first."""
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
        return self._question(self.open[0]) if self.open else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that is still to be asked, best first."""
        return tuple(map(self._question, self.open))

    def _question(self, topic: Topic) -> Question:
        """As it is put by an edition that reads the fact, where one does."""
        decisions = self.decisions
        readers = [one for one in decisions.values() if one.plan and topic.fact in one.plan.space]
        by = decisions[topic.service] if topic.service else (readers or list(decisions.values()))[0]
        return question(by, topic.fact)

    @property
    def number(self) -> int:
        """The place of the question among all that were put, from 1."""
        return len(self.given) + 1

    def reply(self, reply: Reply | None) -> Self:
        """With what was replied to the question asked: an answer, or None for «I don't know»."""
        return _with(self, AnswerGiven(self._asked, reply))

    def answer(self, reply: Reply) -> Self:
        """With an answer to the question asked; `Refused` where it cannot be true."""
        return self.reply(reply)

    def unsure(self) -> Self:
        """With «I don't know» for an answer to the question asked."""
        return self.reply(None)

    def back(self) -> Self:
        """Without the last answer; before the first one, the same."""
        return replace(self, given=self.given[:-1])

    @property
    def review(self) -> tuple[Reviewed, ...]:
        """The answers given, in the order of the questions."""
        facts, known, to = self.engine.pack.facts, self.known, self.addressee
        replies = (Replied(one.topic.fact, one.reply) for one in self.given)
        return tuple(reviewed(one, facts[one.fact], to, known.get(one.fact)) for one in replies)

    @property
    def addressee(self) -> Addressee:
        """Who is spoken to."""
        answers = iter(self.answers.values())
        case = next(one.case if isinstance(one, NoEdition) else one.decision.case for one in answers)
        return case.addressee

    def with_filing_for(self, value: FilingFor) -> Self:
        """In the words for whom one files."""
        return replace(self, named={**self.named, FILING_FOR_ID: value})

    def change(self, topic: Topic, reply: Reply | None) -> Self:
        """With another answer to a question answered before; later answers stay where they still matter and can be true."""
        at = [one.topic for one in self.given].index(topic)
        changed = replace(self, given=(*self.given[:at], AnswerGiven(topic, reply)))
        for later in self.given[at + 1 :]:
            changed = _with_if_possible(changed, later)
        return changed

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
