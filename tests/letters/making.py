"""A letter about a decision, in one call."""

from eligibility.engine import Engine
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.writing import Made, Wanted, make
from eligibility.reasoning.decision import Decision

__all__ = ["letter_about"]


def letter_about(decision: Decision, engine: Engine, wanted: Wanted) -> Made:
    return make(OnPaper(engine.answer_to(decision)), wanted, decision.case.person)
