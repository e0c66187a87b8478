"""A case decided by one edition: its conclusions, and the lines of the checklist among them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, TypeVar, overload

from eligibility.law.condition import Value
from eligibility.law.edition import (
    Appeal,
    Applicant,
    ByReference,
    Channel,
    Circle,
    Edition,
    Fee,
    Flag,
    Ground,
    Pause,
    Receipt,
    Result,
    Standing,
    StatedTerm,
    Step,
    Unsaid,
)
from eligibility.law.filing_facts import CHANNEL
from eligibility.law.life import Life
from eligibility.law.logic import Facts, Truth, agreed, any_of, comparison, worlds
from eligibility.law.vocabulary import Act, Home
from eligibility.reasoning.case import Case
from eligibility.reasoning.conclusions import RuleSection, rules_of
from eligibility.reasoning.inference import EngineName, Inference
from eligibility.reasoning.matching import Match, Paper, by_document, match, match_together, papers_of
from eligibility.reasoning.plan import Entry, Plan
from eligibility.reasoning.program import UNSAID, Atom, Given

Rule = TypeVar("Rule")
EntryStatus = Literal["required", "not-required", "undetermined"]

STATUSES: dict[Truth, EntryStatus] = {True: "required", False: "not-required", None: "undetermined"}


class Line(NamedTuple):
    """One line of the checklist as decided for this case."""

    entry: Entry
    status: EntryStatus
    accepted: tuple[str, ...]
    """of a group, the documents any of which will do"""
    brought: Match | None
    sets: tuple[tuple[str, ...], ...] = ()
    """of a group, the documents that will do together"""

    @property
    def standing(self) -> Standing:
        return self.entry.row.standing

    @property
    def of_applicant(self) -> bool:
        """Whether it is the person who brings it, and not the office."""
        return self.entry.requirement.of_applicant

    @property
    def counts(self) -> Truth:
        """Whether what was brought will do for it."""
        return self.brought.counts if self.brought else None


class Ruled(NamedTuple, Generic[Rule]):
    """A rule of the edition with the truth of its condition."""

    rule: Rule
    truth: Truth
    slot: int


@dataclass(frozen=True, slots=True)
class Decision:
    """Truth: what an edition concludes of a case. It speaks no language."""

    case: Case
    act_id: str
    act: Act
    edition: Edition
    life: Life
    as_if_in_force: bool
    engine: EngineName
    plan: Plan | None = None
    slots: tuple[Truth, ...] = ()
    lines: tuple[Line, ...] = ()
    facts: Facts = field(default_factory=dict)
    """what was said in the case, and what its day gives"""
    papers: tuple[Paper, ...] | None = None
    """as they are on the day of filing; nothing where it is not said what was brought"""
    _ruled: dict[RuleSection, tuple[Ruled[Any], ...]] = field(init=False, default_factory=dict, compare=False, repr=False)
    """sections put together so far"""

    @property
    def answered(self) -> bool:
        """Whether the edition may speak for this day, so that there is more than its standing."""
        return self.plan is not None

    @overload
    def of(self, section: Literal["applicants"]) -> tuple[Ruled[Applicant], ...]: ...
    @overload
    def of(self, section: Literal["channels"]) -> tuple[Ruled[Channel], ...]: ...
    @overload
    def of(self, section: Literal["for_whom"]) -> tuple[Ruled[Circle], ...]: ...
    @overload
    def of(self, section: Literal["fee"]) -> tuple[Ruled[Fee], ...]: ...
    @overload
    def of(self, section: Literal["results"]) -> tuple[Ruled[Result], ...]: ...
    @overload
    def of(self, section: Literal["receipts"]) -> tuple[Ruled[Receipt], ...]: ...
    @overload
    def of(self, section: Literal["documents_from"]) -> tuple[Ruled[ByReference], ...]: ...
    @overload
    def of(self, section: Literal["refuse_to_accept", "refuse_service"]) -> tuple[Ruled[Ground], ...]: ...
    @overload
    def of(self, section: Literal["refuse_to_accept_unsaid"]) -> tuple[Ruled[Unsaid], ...]: ...
    @overload
    def of(self, section: Literal["appeal"]) -> tuple[Ruled[Appeal], ...]: ...
    @overload
    def of(self, section: Literal["pauses"]) -> tuple[Ruled[Pause], ...]: ...
    @overload
    def of(self, section: Literal["stated_terms"]) -> tuple[Ruled[StatedTerm], ...]: ...
    @overload
    def of(self, section: Literal["steps"]) -> tuple[Ruled[Step], ...]: ...
    @overload
    def of(self, section: Literal["flags"]) -> tuple[Ruled[Flag], ...]: ...

    def of(self, section: RuleSection) -> tuple[Ruled[Any], ...]:
        """The edition's rules of a section, each with its truth in this case; none where nothing was decided. A result holds
        where it is expected."""
        if self.plan is None:
            return ()
        found = self._ruled.get(section)
        if found is None:
            slots = self.plan.expected if section == "results" else self.plan.sections[section]
            rules = zip(rules_of(self.edition, section), slots, strict=True)
            found = self._ruled[section] = tuple([Ruled(one, self.slots[at], at) for one, at in rules])
        return found

    def channels(self) -> Iterator[tuple[str, Truth, Channel | None]]:
        """Every way of filing the edition names, open or not; one the case names and the edition does not is closed,
        unless the edition is only part of the text."""
        for one in self.of("channels"):
            yield one.rule.channel, one.truth, one.rule
        chosen = self.case.facts.get(CHANNEL)
        if chosen is not None and self.edition.channels and all(one.channel != chosen for one in self.edition.channels):
            yield str(chosen), False if self.edition.at_hand("channels") else None, None

    @property
    def home(self) -> Home:
        """Whose the edition's lines are."""
        return Home(self.act_id, self.act.kind, self.act.cited, self.edition.annex)

    def home_of(self, slot: int) -> Home:
        """Whose rule a conclusion is drawn by."""
        return (self.plan and self.plan.homes.get(slot)) or self.home

    def flags(self) -> Iterator[Flag]:
        """Flags that apply to this case, or may."""
        return (one.rule for one in self.of("flags") if one.truth is not False)


def closed_way(decision: Decision) -> str | None:
    """The chosen way of filing where nothing can be filed by it: it has no procedure, no term and no letter."""
    chosen = decision.case.facts.get(CHANNEL)
    found = [(opened, channel) for id, opened, channel in decision.channels() if id == chosen]
    taking = [opened for opened, channel in found if channel is None or channel.only != "result"]
    return str(chosen) if found and all(opened is False for opened in taking) else None


def decide(
    case: Case,
    act_id: str,
    act: Act,
    life: Life,
    plan: Plan,
    inference: Inference,
    engine: EngineName,
    as_if_in_force: bool = False,
) -> Decision:
    edition = plan.edition
    if not (life.answers or as_if_in_force):
        return Decision(case, act_id, act, edition, life, as_if_in_force, engine, facts=case.facts)
    facts = plan.known(case.facts, case.on)
    papers = papers_of(case, plan)
    matches = None if papers is None else plan.recalled(_matches, papers)
    slots = _concluded(facts, plan, matches, inference)
    lines = plan.recalled(_lines, (slots, matches))
    return Decision(case, act_id, act, edition, life, as_if_in_force, engine, plan, slots, lines, facts, papers)


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """What was brought, for each line, and for each alternative that is given apart."""

    lines: Sequence[Match]
    alternatives: Mapping[tuple[int, int], Match]


def _matches(plan: Plan, papers: tuple[Paper, ...]) -> Matches:
    brought = by_document(papers)
    alternatives: dict[tuple[int, int], Match] = {}
    lines = [match(entry, entry.wanted, plan.edition, brought) for entry in plan.entries]
    for at, index in plan.given_apart:
        entry = plan.entries[at]
        alternatives[at, index] = match_together(entry, entry.members[index], plan.edition, brought)
    return Matches(lines, alternatives)


def _concluded(known: Facts, plan: Plan, matches: Matches | None, inference: Inference) -> tuple[Truth, ...]:
    """Of values that stand for several, what follows whichever of them is meant."""
    found = [inference.infer(_atoms(facts, plan, matches)) for facts in worlds(known)]
    return tuple(found[0]) if len(found) == 1 else tuple([agreed(truths) for truths in zip(*found, strict=True)])


def _atoms(facts: Facts, plan: Plan, matches: Matches | None) -> list[Truth]:
    atoms: list[Truth] = [None] * len(plan.program.atoms)
    for fact, readings in plan.readings:
        value = facts.get(fact)
        if value is None:
            possible = plan.possible_values(fact, facts)
            if possible is not None:
                for slot, atom in readings:
                    atoms[slot] = _implied(atom, possible)
        else:
            for slot, atom in readings:
                atoms[slot] = atom.of(value)
    for slot, tree in plan.compared:
        atoms[slot] = comparison(tree, facts)
    if matches is not None:
        for slot, given in plan.givens:
            atoms[slot] = _brought_for(given, matches)
    return atoms


def _brought_for(given: Given, matches: Matches) -> Truth:
    entry, alternative = given
    if alternative is not None:
        return matches.alternatives[entry, alternative].counts
    return None if entry == UNSAID else matches.lines[entry].counts


def _implied(atom: Atom, possible: Iterable[Value]) -> Truth:
    """An unknown fact's comparison, where all its values that do not contradict the known facts agree on it."""
    truths = {atom.of(value) for value in possible}
    return truths.pop() if len(truths) == 1 else None


def _brought(at: int, entry: Entry, slots: Sequence[Truth], matches: Matches) -> Match:
    """All that was brought for a line, as an alternative that may count too."""
    found = [matches.lines[at]]
    for index in entry.apart:
        slot = entry.accepted[index]
        if slot is None or slots[slot] is not False:
            found.append(matches.alternatives[at, index])
    if len(found) == 1:
        return found[0]
    brought = tuple(dict.fromkeys(one for part in found for one in part.brought))
    remarks = tuple(dict.fromkeys(remark for part in found for remark in part.remarks))
    counts = any_of(part.counts for part in found)
    return Match(counts, brought, () if counts is True else remarks)


def _lines(plan: Plan, given: tuple[tuple[Truth, ...], Matches | None]) -> tuple[Line, ...]:
    slots, matches = given
    return tuple([_line(at, entry, slots, matches) for at, entry in enumerate(plan.entries)])


def _line(at: int, entry: Entry, slots: Sequence[Truth], matches: Matches | None) -> Line:
    status = STATUSES[slots[entry.due]]
    if not entry.alternatives:
        return Line(entry, status, (), None if matches is None else matches.lines[at])
    counting = [
        one for one, slot in zip(entry.alternatives, entry.accepted, strict=True) if slot is None or slots[slot] is not False
    ]
    accepted = tuple([one.document for one in counting if one.document])
    sets = tuple([one.all_of for one in counting if one.all_of])
    return Line(entry, status, accepted, None if matches is None else _brought(at, entry, slots, matches), sets)
