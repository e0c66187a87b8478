"""Bent editions tried on an author's scenarios: what no scenario notices may be wrong in the rules, and nobody would know."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.reasoning.case import Case
from eligibility.reasoning.decision import Decision
from eligibility.review.bends import Bend, bends
from eligibility.review.expectations import Trial, mismatches, tried
from eligibility.review.scenarios import Scenario

LIGHT = ("bound", "kind", "notice", "about", "leaves")
"""ends of kinds of bends that change little"""
ONLY_TOLD = ("title", "hours", "form")
"""groups of which a scenario can expect nothing"""


class Witness(NamedTuple):
    """A scenario that is answered as it expects, with its case as it was read."""

    scenario: Scenario
    case: Case

    def notices(self, engine: Engine) -> bool:
        """Whether the engine answers otherwise; an answer that cannot be given is noticed too."""
        try:
            return next(mismatches(self.scenario, tried(self.scenario, engine, self.case)), None) is not None
        except Exception:
            return True


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Scenarios by the editions they are decided by."""

    engine: Engine
    """one that reasons directly tries a bend in a fraction of the time"""
    of: Mapping[EditionKey, Sequence[Witness]]
    failing: tuple[Scenario, ...]
    """are answered otherwise than they expect already, so that they can witness nothing"""

    @classmethod
    def among(cls, scenarios: Iterable[Scenario], engine: Engine, counts: Callable[[int], None] | None = None) -> "Witnesses":
        """Tries every scenario; `counts` is told of each."""
        found: dict[EditionKey, list[Witness]] = {}
        failing = []
        for one in scenarios:
            if counts:
                counts(1)
            trial = Trial(None, {}) if one.problems else tried(one, engine)
            if one.problems or next(mismatches(one, trial), None) is not None:
                failing.append(one)
            elif trial.decision:
                for key in editions_behind(trial.decision):
                    found.setdefault(key, []).append(Witness(one, trial.decision.case))
        return cls(engine, found, tuple(failing))

    @property
    def count(self) -> int:
        """How many they are; one scenario may be about several editions."""
        return len({one.scenario.id for found in self.of.values() for one in found})

    def survivors(self, key: EditionKey, only: Callable[[Bend], bool] = lambda _: True) -> list[Bend]:
        """The bends of an edition, or those of them that are asked about, that no scenario notices."""
        return [bend for bend in bends(self.engine.pack, key) if only(bend) and self.first(bend) is None]

    def first(self, bend: Bend) -> Scenario | None:
        """The first scenario that notices a bend."""
        engine = self.engine.with_edition(bend.key, bend.edition)
        return next((one.scenario for one in self.of.get(bend.key, ()) if one.notices(engine)), None)


class TriedBend(NamedTuple):
    bend: Bend
    by: str | None
    """where the first scenario stands that notices it"""


def survivors(
    engine: Engine, key: EditionKey, scenarios: Iterable[Scenario], only: Callable[[Bend], bool] = lambda _: True
) -> list[Bend]:
    """Of one edition, the bends that none of the scenarios notices."""
    return worst_first(Witnesses.among(scenarios, engine).survivors(key, only))


def editions_behind(decision: Decision) -> tuple[EditionKey, ...]:
    """The edition that a case is decided by, and those whose lists it takes in."""
    if decision.plan:
        return decision.plan.key.edition, *decision.plan.key.pointed
    return (EditionKey(decision.act_id, decision.edition.service, decision.life.wording),)


def worst_first(found: Iterable[Bend]) -> list[Bend]:
    """What is left out, then conditions, then amounts and words, then what changes little."""
    return sorted(found, key=lambda one: (weight(one.kind, one.group), one.key.act, one.group, one.key.service))


def weight(kind: str, group: str) -> int:
    if group in ONLY_TOLD:
        return 3
    return {"rule": 0, "condition": 1}.get(kind, 3 if kind.endswith(LIGHT) else 2)
