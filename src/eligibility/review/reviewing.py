"""The review of a change of the rules as a whole: what changed, whom it touches, what came of the scenarios, what was not
looked at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.review.changes import PackChanges, SlotPair
from eligibility.review.comparing_packs import FindsFlips, pack_changes
from eligibility.review.scenario_changes import ScenarioChanges, scenario_changes
from eligibility.review.scenarios import Scenario
from eligibility.review.told_changes import (
    FoundBesides,
    PeopleTouched,
    Sides,
    ToldEdition,
    ToldShared,
    told_edition,
    told_shared,
)
from eligibility.review.unnoticed import unnoticed
from eligibility.rulefiles.signoffs import digests
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

CountsPeople = Callable[[Engine, Engine, Mapping[EditionKey, Sequence[SlotPair]]], PeopleTouched]
"""finds how many people of a population come out otherwise by conclusions of editions"""


class RulesNamed(NamedTuple):
    """Rules as a command line names them, and the digest of what they say."""

    name: str
    digest: str


class ActDigests(NamedTuple):
    """What a signature under an act's rules is given for."""

    id: str
    cited: Text
    rules: str
    words: str


class RuleReview(NamedTuple):
    old: RulesNamed
    new: RulesNamed
    editions: tuple[ToldEdition, ...]
    compared: int
    """editions that both have"""
    shared: tuple[ToldShared, ...]
    scenarios: ScenarioChanges | None
    not_looked_at: tuple[Text, ...]
    acts: tuple[ActDigests, ...]
    """touched by the change, as the rules after it have them"""

    @property
    def same(self) -> bool:
        """Whether nothing changed at all."""
        return not (self.editions or self.shared)

    @property
    def rules(self) -> int:
        return sum(len(edition.rules) for edition in self.editions)

    @property
    def touching(self) -> int:
        """Rules by which somebody is answered otherwise."""
        return sum(bool(rule.conclusions) for edition in self.editions for rule in edition.rules)


def review_of(
    sides: Sides,
    names: tuple[str, str],
    measure: FindsFlips,
    scenarios: Sequence[Scenario] | None,
    counts: CountsPeople | None = None,
) -> RuleReview:
    """`measure` finds who is answered otherwise; `counts` how many those are of a population."""
    changes = pack_changes(*sides, measure)
    people = counts(*sides, _pairs(changes)) if counts else {}
    held = None if scenarios is None else scenario_changes(scenarios, *sides)
    found = FoundBesides({} if scenarios is None else unnoticed(sides.new, changes.editions, scenarios), people)
    old, new = (RulesNamed(name, engine.pack.digest) for name, engine in zip(names, sides, strict=True))
    return RuleReview(
        old,
        new,
        tuple(told_edition(sides, one, found) for one in changes.editions),
        changes.compared,
        tuple(told_shared(sides, one) for one in changes.shared),
        held,
        tuple(in_both(one) for one in _not_looked_at(changes, held, counts is not None)),
        tuple(_digests(sides.new, changes)),
    )


def _pairs(changes: PackChanges) -> Mapping[EditionKey, Sequence[SlotPair]]:
    """The conclusions by which somebody comes out otherwise."""
    return {one.key: [told.pair for rule in one.rules for told in rule.conclusions if told.flips] for one in changes.editions}


def _digests(new: Engine, changes: PackChanges) -> Iterator[ActDigests]:
    touched = {one.key.act for one in changes.editions} | {
        one.entry.id for one in changes.shared if one.entry.section == "acts"
    }
    for id in sorted(touched & new.acts.keys()):
        found = digests(new.pack, id)
        yield ActDigests(id, new.acts[id].cited, found.rules, found.words)


def _not_looked_at(changes: PackChanges, scenarios: ScenarioChanges | None, counted: bool) -> Iterator[str]:
    if any(one.kind != "changed" for one in changes.editions):
        yield N_("An edition that only one side has is named and not compared: there is nothing to compare its answers with.")
    if any(one.entry.section == "acts" for one in changes.shared):
        yield N_("From which day to which day an act is the law: what its file says of that is shown, its effect is not tried.")
    if any(one.entry.section == "calendar" for one in changes.shared):
        yield N_("Last days that move with the working calendar: its days are shown, terms are not counted anew.")
    yield N_("Whether a file of documents is complete: the lines of the list are compared, and not what is brought for them.")
    yield N_("Lists taken from other acts on other days than the first one of the act that points to them.")
    yield N_("Answers that no condition of an edition reads, though they may contradict those that one does.")
    yield N_("What becomes of each provision of the acts (provisions.yaml).")
    if scenarios is None:
        yield N_("Scenarios, and what could be wrong in the changed rules without one noticing: none were given.")
    if not counted:
        yield N_("Numbers of people: no population was given.")
