"""A service as it suits a person: whether it is for such a person, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer, CircleTold
from eligibility.answer.given_back import STATED, YOUR_ANSWER, YOUR_ANSWERS, answer_given, named
from eligibility.answer.question import question
from eligibility.answer.short_form import name_of
from eligibility.answer.sources import source_text
from eligibility.law.edition import Flag
from eligibility.law.logic import facts_read
from eligibility.law.vocabulary import Known
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.derivation import facts_behind, plan_of
from eligibility.reasoning.questions import waits_for
from eligibility.words.catalogue import in_both
from eligibility.words.joining import clauses, joined
from eligibility.words.text import N_, Text

Suitability = Literal["for-you", "may-be", "not-said", "not-known", "not", "no-law"]
"""`not-said`: the act does not say whom the service is for; `not-known`: what it says of that is not at hand; `no-law`: no
edition may speak for the day"""

BASIS = N_("Basis: {place}.")
OTHERS_UNSAID = N_("The text does not say whether the service is for others too.")
TO_ANSWER = N_("To be answered: {questions}")
NOT_SAID = N_("The act does not say whom the service is for.")
NOT_KNOWN = N_("Whom the service is for is not known here: the text of the act is not at hand.")
AS_FAR_AS_KNOWN = N_("As far as known; that is no law here, so ask before you go.")


def dangers(answer: Answer | NoEdition) -> tuple[Text, ...]:
    """What a person is told before anything else of a service."""
    if not isinstance(answer, Answer):
        return ()
    return tuple(flag.do or flag.text for flag in answer.flags("citizen") if flag.about == "danger")


@dataclass(frozen=True, eq=False)
class Suited:
    """Words are made when they are asked for, and once."""

    service: str
    answer: Answer | NoEdition
    said: frozenset[str]
    """the facts that the person answered; others were said beforehand"""

    @property
    def name(self) -> Text:
        """What the act calls it; what it is called today, where today's act is asked of and both languages were seen."""
        today = self.answer.today.known
        names = today.names if today and self.indicative and self._of_today else None
        return Text(names.kk, names.ru) if names and names.kk and names.ru else self.answer.title

    @property
    def _of_today(self) -> bool:
        acts = self.answer.today.acts
        return isinstance(self.answer, Answer) and any(one.id == self.answer.decision.act_id for one in acts)

    @cached_property
    def decision(self) -> Decision | None:
        """Where an edition may speak for the day."""
        return self.answer.decision if isinstance(self.answer, Answer) and self.answer.answered else None

    @cached_property
    def circle(self) -> CircleTold | None:
        return self.answer.circle if isinstance(self.answer, Answer) and self.decision else None

    @property
    def indicative(self) -> bool:
        """Whether the act's text is not at hand, so that nothing definite follows from what is known of it."""
        return isinstance(self.answer, Answer) and self.answer.known_only

    @property
    def known(self) -> Known | None:
        """Where what is known of such an act is known from."""
        return self.answer.edition.known if isinstance(self.answer, Answer) and self.indicative else None

    @cached_property
    def status(self) -> Suitability:
        if self.decision is None:
            return "no-law"
        if self.circle is None:
            return "not-said" if self.decision.edition.at_hand("for_whom") else "not-known"
        if self.indicative or self.circle.belongs is None:
            return "may-be"
        return "for-you" if self.circle.belongs else "not"

    @property
    def others_named(self) -> bool:
        """Whether the text names others and leaves open whether the service is for this person too, so that no answer tells."""
        return self.status == "may-be" and not self.indicative and self.circle is not None and self.circle.unsaid

    @cached_property
    def open(self) -> tuple[str, ...]:
        """The facts that may still settle it."""
        return waits_for(self.decision, self._slot) if self.decision and self.circle and self.circle.belongs is None else ()

    @property
    def _slot(self) -> int:
        """Of the conclusion that the person is one of those the service is for."""
        return plan_of(self.decision).sections["for_whom"][0] if self.decision else 0

    @cached_property
    def whom(self) -> Text | None:
        """Whom the service is for, as the text has it."""
        return self.circle.rule.text if self.circle else None

    @cached_property
    def place(self) -> Text | None:
        """Where that stands."""
        if not (self.circle and isinstance(self.answer, Answer) and self.circle.rule.cite):
            return None
        return self.answer.place_of(self.circle.rule.cite, self.answer.decision.home)

    @cached_property
    def because(self) -> tuple[Text, ...]:
        """The answers that decide, given back."""
        if self.decision is None or self.circle is None:
            return ()
        behind = self._behind(self.decision)
        answered = [fact for fact in behind if fact in self.said]
        parts = (
            (YOUR_ANSWER if len(answered) == 1 else YOUR_ANSWERS, answered),
            (STATED, [fact for fact in behind if fact not in self.said]),
        )
        return tuple(in_both(message, given=self._given_back(self.decision, facts)) for message, facts in parts if facts)

    def _behind(self, decision: Decision) -> tuple[str, ...]:
        """The facts it was read from; where it is open still, all that its condition reads and that are known."""
        plan = plan_of(decision)
        settled = self.circle is not None and self.circle.belongs is not None
        read = facts_behind(decision, self._slot) if settled else facts_read(plan.conditions[self._slot], plan.categories)
        return tuple(fact for fact in read if fact in plan.facts and fact in decision.facts)

    @staticmethod
    def _given_back(decision: Decision, facts: Iterable[str]) -> Text:
        plan, to = plan_of(decision), decision.case.addressee
        return clauses(named(name_of(plan, fact, to), answer_given(decision, fact)) for fact in facts)

    @cached_property
    def why(self) -> Text:
        """Whole sentences: whom the service is for, what was answered, what is still open, and where that stands."""
        return joined(" ", self._sentences())

    def _sentences(self) -> Iterable[Text]:
        match self.status:
            case "no-law":
                yield self.answer.reason if isinstance(self.answer, NoEdition) else self.answer.status_reason
            case "not-said":
                yield in_both(NOT_SAID)
            case "not-known":
                yield in_both(NOT_KNOWN)
            case _:
                yield from self._of_circle()
        if self.known:
            yield source_text(self.known)

    def _of_circle(self) -> Iterable[Text]:
        if self.whom:
            yield self.whom
        yield from self.because
        if self.open and self.decision:
            asked = joined(" ", (question(self.decision, fact).ask for fact in self.open))
            yield in_both(TO_ANSWER, questions=asked)
        elif self.circle and self.circle.unsaid:
            yield in_both(OTHERS_UNSAID)
        if self.indicative:
            yield in_both(AS_FAR_AS_KNOWN)
        if self.place:
            yield in_both(BASIS, place=self.place)

    @property
    def dangers(self) -> tuple[Text, ...]:
        return dangers(self.answer)

    @cached_property
    def remarks(self) -> tuple[Flag, ...]:
        """What the text leaves open of whom it is for, as far as it concerns a citizen and this case."""
        if self.circle is None or self.decision is None:
            return ()
        wanted = self.circle.rule.flags
        return tuple(flag for flag in self.decision.flags() if flag.id in wanted and flag.for_ == "citizen")
