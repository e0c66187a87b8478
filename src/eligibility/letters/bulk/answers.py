"""The answers of a run: an office that prints thousands of letters meets few different ones."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field

from eligibility.engine import Engine
from eligibility.letters.decision_view import OnPaper
from eligibility.reasoning.case import Case

KEPT = 64
"""answers kept at hand"""


@dataclass
class RunAnswers:
    engine: Engine
    as_if_in_force: bool
    _kept: OrderedDict[Hashable, OnPaper] = field(default_factory=OrderedDict)

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, case: Case) -> OnPaper:
        """Made once for all cases that differ in nothing but the person."""
        facts, events = tuple(sorted(case.facts.items())), tuple(sorted(case.events.items()))
        told = case.filing_for, case.counted
        key = case.service, case.act, case.region, case.on, facts, events, case.submitted, told
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = OnPaper(self.engine.answer(case, self.as_if_in_force))
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found
