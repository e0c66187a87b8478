"""A decision shown as it was asked for: as JSON, or as a checklist on a terminal."""

from eligibility.cli.output import print_json
from eligibility.engine import Engine
from eligibility.reasoning.decision import Decision


def show_decision(decision: Decision, engine: Engine, as_json: bool, brief: bool = False) -> None:
    if as_json:
        from eligibility.answer.contract import decision_json

        print_json(decision_json(decision, engine))
        return
    from eligibility.cli.checklist import print_decision

    check_terms(decision, engine)
    print_decision(decision, engine, brief)


def check_terms(decision: Decision, engine: Engine) -> None:
    """Refuses, as the answer in JSON does, where a term runs into a year without a calendar."""
    if decision.answered:
        from eligibility.terms.ledger import ledger

        ledger(decision, engine.calendar)
