"""The engine's whole answer for a case: everything printed is a projection of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from eligibility.law.edition import Edition, Flag, Standing
from eligibility.law.life import Life
from eligibility.law.logic import Truth, any_of
from eligibility.law.vocabulary import Act
from eligibility.reasoning.case import Case
from eligibility.reasoning.engines import EngineName, Inference
from eligibility.reasoning.prepared import Entry, Prepared
from eligibility.reasoning.presented import NOT_BROUGHT, Match, match
from eligibility.reasoning.program import Atom, Both, Fixed, Given, Some, Tree
from eligibility.reasoning.program import Literal as Lit

EntryStatus = Literal["required", "not-required", "undetermined"]

STATUSES: dict[Truth, EntryStatus] = {True: "required", False: "not-required", None: "undetermined"}


class Line(NamedTuple):
    """One line of the checklist as decided for this case."""

    entry: Entry
    status: EntryStatus
    accepted: tuple[str, ...]
    """of a group, the documents any of which will do"""
    brought: Match | None

    @property
    def standing(self) -> Standing:
        return self.entry.row.standing


@dataclass(frozen=True, slots=True)
class Decision:
    case: Case
    act_id: str
    act: Act
    edition: Edition
    life: Life
    as_if_in_force: bool
    engine: EngineName
    prepared: Prepared | None = None
    slots: tuple[Truth, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether the edition may speak for this day, so that there is more than its standing."""
        return self.prepared is not None

    def truth(self, name: str, index: int) -> Truth:
        """Of the conclusion `name:index`."""
        if self.prepared is None:
            return None
        return self.slots[self.prepared.slots[f"{name}:{index}"]]

    def flags(self) -> Iterator[Flag]:
        """Flags that apply to this case, or may."""
        for index, flag in enumerate(self.edition.flags):
            if self.truth("flag", index) is not False:
                yield flag


def decide(
    case: Case,
    act_id: str,
    act: Act,
    life: Life,
    prepared: Prepared,
    inference: Inference,
    engine: EngineName,
    as_if_in_force: bool = False,
) -> Decision:
    edition = prepared.edition
    if not (life.answers or as_if_in_force):
        return Decision(case, act_id, act, edition, life, as_if_in_force, engine)
    matches = _matches(case, prepared)
    slots = inference.infer(_atoms(case, prepared, matches))
    shown = case.submitted is not None
    lines = tuple(
        _line(entry, slots, _brought(at, entry, slots, matches) if shown else None) for at, entry in enumerate(prepared.entries)
    )
    return Decision(case, act_id, act, edition, life, as_if_in_force, engine, prepared, tuple(slots), lines)


Matches = Mapping[tuple[int, int | None], Match]


def _matches(case: Case, prepared: Prepared) -> Matches:
    """What was brought, for each line and each alternative that counts under a condition only."""
    submitted = case.submitted
    if submitted is None:
        return {}
    found: dict[tuple[int, int | None], Match] = {}
    brought = {one.document for one in submitted}
    for at, entry in enumerate(prepared.entries):
        if entry.wanted.isdisjoint(brought):
            found[at, None] = NOT_BROUGHT
        else:
            found[at, None] = match(entry, entry.wanted, prepared.edition, submitted)
        for index, slot in enumerate(entry.accepted):
            if slot is not None:
                found[at, index] = match(entry, entry.wanted_if[index], prepared.edition, submitted)
    return found


def _atoms(case: Case, prepared: Prepared, matches: Matches) -> list[Truth]:
    facts = case.facts
    atoms: list[Truth] = []
    for atom in prepared.program.atoms:
        if isinstance(atom, Given):
            brought = matches.get((atom.entry, atom.alternative))
            atoms.append(None if brought is None else brought.counts)
            continue
        fact, values, at_least = atom
        value = facts.get(fact)
        if value is None:
            atoms.append(_implied(atom, case, prepared))
        else:
            atoms.append(value in values if at_least is None else int(value) >= at_least)
    return atoms


def _implied(atom: Atom, case: Case, prepared: Prepared) -> Truth:
    """An unknown fact's comparison, where all its values that do not contradict the known facts agree on it."""
    possible = prepared.possible_values(atom.fact, case.facts)
    if possible is None:
        return None
    truths = {atom.of(value) for value in possible}
    return truths.pop() if len(truths) == 1 else None


def _brought(at: int, entry: Entry, slots: Sequence[Truth], matches: Matches) -> Match:
    """All that was brought for a line, as an alternative that may count too."""
    if not any(entry.accepted):
        return matches[at, None]
    found = [matches[at, None]]
    found += [matches[at, index] for index, slot in enumerate(entry.accepted) if slot is not None and slots[slot] is not False]
    brought = tuple(dict.fromkeys(one for part in found for one in part.brought))
    remarks = tuple(dict.fromkeys(remark for part in found for remark in part.remarks))
    counts = any_of(part.counts for part in found)
    return Match(counts, brought, () if counts is True else remarks)


def _line(entry: Entry, slots: Sequence[Truth], brought: Match | None) -> Line:
    due = slots[entry.due]
    accepted = (
        tuple(
            one.document
            for one, slot in zip(entry.alternatives, entry.accepted, strict=True)
            if slot is None or slots[slot] is not False
        )
        if entry.alternatives
        else ()
    )
    return Line(entry, STATUSES[due], accepted, brought)


def support(tree: Tree, slots: Sequence[Truth]) -> tuple[Lit, ...]:
    """The slots, with their truths, that make a tree what it is; of an unknown tree, its unknown slots."""
    match tree:
        case Fixed():
            return ()
        case Lit(slot, _):
            return (Lit(slot, slots[slot] is True),) if slots[slot] is not None else (Lit(slot, True),)
        case Both(parts) | Some(parts):
            return _group_support(parts, slots, decisive=isinstance(tree, Some))


def _group_support(parts: tuple[Tree, ...], slots: Sequence[Truth], decisive: bool) -> tuple[Lit, ...]:
    values = [value(part, slots) for part in parts]
    if decisive in values:
        return support(parts[values.index(decisive)], slots)
    kept = None if None in values else not decisive
    return tuple(lit for part, got in zip(parts, values, strict=True) if got is kept for lit in support(part, slots))


def value(tree: Tree, slots: Sequence[Truth]) -> Truth:
    match tree:
        case Fixed(fixed):
            return fixed
        case Lit(slot, wanted):
            return None if slots[slot] is None else slots[slot] is wanted
        case Both(parts):
            values = [value(part, slots) for part in parts]
            return False if False in values else None if None in values else True
        case Some(parts):
            values = [value(part, slots) for part in parts]
            return True if True in values else None if None in values else False
