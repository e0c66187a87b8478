"""An interview as a value: the answers given so far, and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from eligibility.answer.answer import Answer
from eligibility.answer.question import FILING_FOR_ID, Question, question
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.reply import Replied, Reply, Reviewed, reviewed
from eligibility.law.address import FilingFor
from eligibility.law.condition import Value
from eligibility.reasoning.questions import questions
from eligibility.words.text import Text


@dataclass(frozen=True)
class Interview:
    """Every step makes another interview. One whose answers contradict each other cannot be made: it is `Refused`."""

    engine: Engine = field(repr=False)
    named: Mapping[str, str]
    """the part of the case that is no answer: service, act or region, day, and for whom one files"""
    given: tuple[Replied, ...] = ()
    as_if: bool = False
    """whether an edition that is not the law on the day is asked about as if it were"""
    answer_so_far: Answer = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        answer = self.engine.answer(self.case, self.as_if)
        object.__setattr__(self, "answer_so_far", answer)

    @cached_property
    def facts(self) -> dict[str, Value | list[str]]:
        """The answers as facts of the case; a date of birth stands for the ages that follow from it."""
        found: dict[str, Value | list[str]] = {}
        for fact, reply in self.given:
            if isinstance(reply, date):
                found[self._birth(fact) or fact] = reply.isoformat()
            elif reply is not None:
                found[fact] = list(reply) if isinstance(reply, tuple) else reply
        return found

    @property
    def case(self) -> dict[str, Any]:
        """The case as plain data, which can be decided again."""
        return {**self.named, "facts": self.facts}

    @cached_property
    def question(self) -> Question | None:
        """What to ask next; nothing once no answer changes anything."""
        return question(self.answer_so_far.decision, self.open_facts[0]) if self.open_facts else None

    @property
    def number(self) -> int:
        """The place of the question among all that were put, from 1."""
        return len(self.given) + 1

    @property
    def not_the_law(self) -> Text | None:
        """How the edition stands on a day for which it may not speak, and then nothing is asked of it."""
        return None if self.answer_so_far.answered else self.answer_so_far.status_reason

    @property
    def filing_for(self) -> FilingFor | None:
        """For whom one files, as the question `for_whom` was answered; it words all other questions."""
        return self.answer_so_far.decision.case.filing_for

    def with_filing_for(self, value: FilingFor) -> "Interview":
        return replace(self, named={**self.named, FILING_FOR_ID: value})

    def as_if_in_force(self) -> "Interview":
        return replace(self, as_if=True)

    def reply(self, reply: Reply | None) -> "Interview":
        """With what was replied to the question asked: an answer, or None for «I don't know»."""
        return self.unsure() if reply is None else self.answer(reply)

    def answer(self, reply: Reply) -> "Interview":
        """With an answer to the question asked; `Refused` where it cannot be true."""
        return _with(self, Replied(self._asked, reply))

    def unsure(self) -> "Interview":
        """With «I don't know» for an answer to the question asked."""
        return _with(self, Replied(self._asked, None))

    def back(self) -> "Interview":
        """Without the last answer; before the first one, the same interview."""
        return replace(self, given=self.given[:-1])

    @property
    def review(self) -> tuple[Reviewed, ...]:
        """The answers given, in the order of the questions."""
        decision = self.answer_so_far.decision
        facts = decision.plan.facts if decision.plan else self.engine.pack.facts
        known, to = decision.case.facts, decision.case.addressee
        return tuple(reviewed(given, facts[given.fact], to, known.get(given.fact)) for given in self.given)

    def asked_before(self, fact: str) -> Question:
        """A question answered before, as it stands beside the answers before it."""
        return question(self._before(fact).answer_so_far.decision, fact)

    def change(self, fact: str, reply: Reply | None) -> "Interview":
        """With another answer to a question answered before; later answers stay where they still matter and can be true."""
        before = self._before(fact)
        changed = _with(before, Replied(fact, reply))
        for later in self.given[before.number :]:
            changed = _with_if_possible(changed, later)
        return changed

    def _before(self, fact: str) -> "Interview":
        """As it was when the question was put."""
        return replace(self, given=self.given[: [given.fact for given in self.given].index(fact)])

    @property
    def _asked(self) -> str:
        if self.question is None:
            raise ValueError("there is no question to answer")
        return self.question.fact

    @cached_property
    def open_facts(self) -> tuple[str, ...]:
        """The facts still to be asked about, best first."""
        answered = {given.fact for given in self.given} | self.facts.keys()
        return tuple(
            fact
            for fact in questions(self.answer_so_far.decision)
            if fact not in answered and self._birth(fact) not in answered
        )

    def _birth(self, fact: str) -> str | None:
        """The date from which the fact follows."""
        return self.engine.pack.facts[fact].since


def _with(interview: Interview, given: Replied) -> Interview:
    return replace(interview, given=(*interview.given, given))


def _with_if_possible(interview: Interview, given: Replied) -> Interview:
    if given.fact not in interview.open_facts:
        return interview
    try:
        return _with(interview, given)
    except Refused:
        return interview
