"""An interview as a value: a conversation about one service, and the case that its answers make."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from eligibility.answer.answer import Answer
from eligibility.engine import Engine
from eligibility.interview.conversation import Conversation
from eligibility.interview.reply import AnswerGiven
from eligibility.words.text import Text


@dataclass(frozen=True)
class Interview(Conversation):
    """`Refused` also where no edition is held for the region."""

    answers: Mapping[str, Answer] = field(init=False, compare=False, repr=False)

    @classmethod
    def of(
        cls, engine: Engine, named: Mapping[str, str], given: tuple[AnswerGiven, ...] = (), as_if: bool = False
    ) -> "Interview":
        """`named` is the part of the case that is no answer: service, act or region, day, and for whom one files."""
        service = engine.read(named).service
        same = {key: value for key, value in named.items() if key != "service"}
        return cls(engine, same, (service,), given=given, as_if=as_if)

    def _answer(self, service: str) -> Answer:
        return self.engine.answer(self.case_of(service), self.as_if)

    @property
    def service(self) -> str:
        return self.services[0]

    @property
    def answer_so_far(self) -> Answer:
        return self.answers[self.service]

    @property
    def facts(self) -> dict[str, object]:
        """The answers as facts of the case; a date of birth stands for the ages that follow from it."""
        return self.facts_of(self.service)

    @property
    def case(self) -> dict[str, Any]:
        """The case as plain data, which can be decided again."""
        return self.case_of(self.service)

    @property
    def not_the_law(self) -> Text | None:
        """How the edition stands on a day for which it may not speak, and then nothing is asked of it."""
        return None if self.answer_so_far.answered else self.answer_so_far.status_reason

    def as_if_in_force(self) -> "Interview":
        return replace(self, as_if=True)
