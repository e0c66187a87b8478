"""The editions' requirements as zen-engine decisions: the same conditions, the same documents due and missing."""

import json
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any

from eligibility.engine import Engine
from eligibility.law.condition import All, Compare, Condition, Constant, Either, Name, Not, OneOf, Other, Value
from eligibility.law.pack import EditionKey
from eligibility.reasoning.case import Case
from eligibility.reasoning.plan import Plan


def zen_decisions(engine: Engine, cases: Sequence[Case]) -> list[Callable[[], object]]:
    """A call a case; none where zen-engine is not installed. Both must find the same documents due."""
    if find_spec("zen") is None:
        return []
    import zen

    machine = zen.ZenEngine()
    ready: dict[str, Any] = {}
    calls: list[Callable[[], object]] = []
    for case in cases:
        plan, _ = engine.plan(EditionKey(str(case.act), case.service))
        if case.service not in ready:
            ready[case.service] = machine.create_decision(json.dumps(_graph(plan)))
        decision = ready[case.service]
        brought = {one.document for one in case.submitted or ()}
        given = dict(case.facts) | {f"have{at}": entry.document in brought for at, entry in enumerate(plan.entries)}
        _same(decision.evaluate(given)["result"], engine, case)
        calls.append(partial(decision.evaluate, given))
    return calls


def _same(result: dict[str, Any], engine: Engine, case: Case) -> None:
    ours = [line.status == "required" for line in engine.decide(case).lines]
    theirs = [bool(result[f"due{at}"]) for at in range(len(ours))]
    if ours != theirs:
        raise AssertionError(f"{case.service}: zen-engine decides otherwise")


def _graph(plan: Plan) -> dict[str, Any]:
    expressions = [(f"due{at}", _expression(plan.conditions[entry.due], plan)) for at, entry in enumerate(plan.entries)]
    expressions += [(f"missing{at}", f"$.due{at} and not have{at}") for at in range(len(plan.entries))]
    content = {"expressions": [{"id": key, "key": key, "value": value} for key, value in expressions]}
    return {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
            {"id": "rules", "name": "rules", "type": "expressionNode", "content": content, "position": {"x": 0, "y": 0}},
            {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 0, "y": 0}},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "rules", "type": "edge"},
            {"id": "b", "sourceId": "rules", "targetId": "out", "type": "edge"},
        ],
    }


def _expression(tree: Condition, plan: Plan) -> str:
    match tree:
        case Constant(value):
            if value is None:
                raise ValueError("an expression cannot say that nothing is said")
            return _value(value)
        case Name(id):
            return _expression(plan.categories[id], plan) if id in plan.categories else id
        case Compare(fact, op, value) if not isinstance(value, Other):
            return f"({fact} {op} {_value(value)})"
        case OneOf(fact, values):
            return f"({fact} in [{', '.join(map(_value, values))}])"
        case Not(part):
            return f"(not ({_expression(part, plan)}))"
        case All(parts) | Either(parts):
            word = " and " if isinstance(tree, All) else " or "
            return "(" + word.join(_expression(part, plan) for part in parts) + ")"
        case _:
            raise ValueError("an expression knows no day of filing")


def _value(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else json.dumps(value)
