"""A question as it is put: what is asked, what may be answered, and why."""

from typing import NamedTuple

from eligibility.answer.clauses import value_text
from eligibility.law.condition import Value
from eligibility.law.vocabulary import Fact, FactType
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.derivation import plan_of
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

DEPENDS = N_("The list of documents depends on it.")


class Option(NamedTuple):
    value: Value
    label: Text


class Question(NamedTuple):
    fact: str
    type: FactType
    ask: Text
    why: Text
    options: tuple[Option, ...]
    """what may still be answered, where there is a choice"""
    range: tuple[int, int] | None


def question(decision: Decision, id: str) -> Question:
    plan = plan_of(decision)
    fact = plan.facts[id]
    options = tuple(Option(value, value_text(fact, value)) for value in _values(decision, id, fact))
    return Question(id, fact.type, fact.ask, fact.why or in_both(DEPENDS), options, fact.range)


def _values(decision: Decision, id: str, fact: Fact) -> tuple[Value, ...]:
    if fact.type == "bool":
        return (True, False)
    possible = plan_of(decision).open_values(id, decision.case.facts) if fact.values else ()
    return tuple(value for value in fact.values or () if value in possible)
