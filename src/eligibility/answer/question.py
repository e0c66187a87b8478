"""A question as it is put: what is asked, what may be answered, and why."""

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

from eligibility.law.address import Addressee, FilingFor
from eligibility.law.condition import Value
from eligibility.law.vocabulary import Fact, FactType
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.derivation import plan_of
from eligibility.words.catalogue import in_both
from eligibility.words.closed import yes_or_no
from eligibility.words.text import N_, Text

QuestionKind = Literal["option", "options", "number", "number-or-birth-date", "decimal", "date"]
"""how a question is answered"""


class Option(NamedTuple):
    """One of the answers a question offers."""

    value: Value
    label: Text


class Question(NamedTuple):
    """A question with all that is shown of it."""

    fact: str
    type: FactType
    ask: Text
    why: Text
    options: tuple[Option, ...]
    """what may still be answered, where there is a choice"""
    range: tuple[int, int] | None
    born: bool = False
    """of an age: the date of birth will do for an answer"""
    unit: Text | None = None
    many: bool = False
    """several of the options may be true at once, or none of them"""
    name: Text | None = None
    """what is asked about, in a few words"""
    hint: Text | None = None
    """what helps to answer, to be shown with the question"""

    @property
    def kind(self) -> QuestionKind:
        if self.options:
            return "options" if self.many else "option"
        if self.type == "date":
            return "date"
        if self.type == "number":
            return "decimal"
        return "number-or-birth-date" if self.born else "number"


def question(decision: Decision, id: str, addressee: Addressee | None = None) -> Question:
    """As it is put to whom it is put; where nobody is named, to the citizen whose case it is."""
    plan, to = plan_of(decision), addressee or decision.case.addressee
    fact = plan.facts[id]
    return question_of(id, fact, (fact.values or ()) if fact.many else plan.open_values(id, decision.facts), to)


def question_of(id: str, fact: Fact, possible: Collection[Value], to: Addressee) -> Question:
    """With the answers that are still possible, where there is a choice."""
    options = options_of(fact, possible, to)
    born = fact.since is not None
    why = fact.why or in_both(N_("The list of documents depends on it."))
    return Question(id, fact.type, fact.asked(to), why, options, fact.range, born, fact.unit, fact.many, fact.name, fact.hint)


def options_of(fact: Fact, possible: Collection[Value], addressee: Addressee) -> tuple[Option, ...]:
    """The values of a choice that are `possible`, yes and no of a fact that has no other; none of a number."""
    if fact.values:
        return tuple(Option(id, choice.offered(addressee)) for id, choice in fact.values.items() if id in possible)
    return both_answers() if fact.type == "bool" else ()


def both_answers() -> tuple[Option, Option]:
    """The options of a question that has no others."""
    return Option(True, yes_or_no(True)), Option(False, yes_or_no(False))


FILING_FOR_ID = "filing_for"
"""no fact: it picks the words of all questions after it"""
FILING_FOR_OPTIONS: Mapping[FilingFor, str] = {
    "self": N_("for myself"),
    "child": N_("for my child"),
    "other": N_("for another person"),
}


def filing_for_question() -> Question:
    """The question before all others, by whose answer they are worded."""
    options = tuple(Option(id, in_both(label)) for id, label in FILING_FOR_OPTIONS.items())
    ask = in_both(N_("For whom do you file the application?"))
    return Question(
        FILING_FOR_ID, "choice", ask, in_both(N_("Only the wording of the questions depends on it.")), options, None
    )
