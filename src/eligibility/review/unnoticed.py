"""What could be wrong in the changed rules without any scenario noticing."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.review.bends import Bend
from eligibility.review.changes import EditionChange, RuleChange
from eligibility.review.mutants import Witnesses, worst_first
from eligibility.review.placed_rules import PlacedRule
from eligibility.review.scenarios import Scenario

Unnoticed = Mapping[EditionKey, Sequence[Bend]]
"""by edition, what no scenario notices"""


def unnoticed(new: Engine, changes: Iterable[EditionChange], scenarios: Iterable[Scenario]) -> Unnoticed:
    """Of rules that are new or say something else now; nothing of those that are only reached by a change elsewhere."""
    rewritten = {one.key: placed for one in changes if (placed := _rewritten(one.rules))}
    services = {key.service for key in rewritten}
    near = [one for one in scenarios if one.case.get("service") in services]
    if not rewritten:
        return {}
    witnesses = Witnesses.among(near, new)
    return {key: worst_first(witnesses.survivors(key, _about(placed))) for key, placed in rewritten.items()}


def _rewritten(rules: Iterable[RuleChange]) -> list[PlacedRule]:
    return [one.new for one in rules if one.new and one.fields]


def of_rule(found: Unnoticed, key: EditionKey, placed: PlacedRule) -> list[Bend]:
    about = _about([placed])
    return [bend for bend in found.get(key, ()) if about(bend)]


def _about(placed: Sequence[PlacedRule]) -> Callable[[Bend], bool]:
    return lambda bend: any(bend.section == one.section and bend.rule == one.written for one in placed)
