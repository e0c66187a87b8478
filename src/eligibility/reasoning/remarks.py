"""The flags of an edition where they belong: with the rule they are about, and each told once."""

from collections.abc import Iterable

from eligibility.law.condition import parsed
from eligibility.law.edition import Flag
from eligibility.law.logic import truth
from eligibility.reasoning.decision import Decision, Line


class Remarks:
    """Handed out rule by rule in the order of reading; what no rule has named is left for the end. Misprints are nobody's."""

    def __init__(self, decision: Decision) -> None:
        self._left = {flag.id: flag for flag in decision.flags() if flag.kind != "misprint"}

    def of(self, ids: Iterable[str]) -> tuple[Flag, ...]:
        return tuple([self._left.pop(id) for id in dict.fromkeys(ids) if id in self._left])

    def rest(self) -> tuple[Flag, ...]:
        return tuple(self._left.values())


def of_source(decision: Decision, line: Line) -> tuple[Flag, ...]:
    """What the edition that an indicative line is known from remarks on it."""
    plan, facts = decision.plan, decision.facts
    if plan is None:
        return ()
    return tuple(flag for flag in line.entry.row.remarks if truth(parsed(flag.when), facts, plan.categories) is not False)
