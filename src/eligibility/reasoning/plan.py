"""An edition made ready to decide: its checklist entries and the program of all its conclusions."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from typing import Any, NamedTuple, TypeVar, cast

from eligibility.law.condition import Compare, Condition, Value, Window
from eligibility.law.edition import Alternative, ByReference, Edition, Requirement
from eligibility.law.filing_facts import CHANNEL
from eligibility.law.logic import Facts, Several, facts_read, truth
from eligibility.law.pack import EditionKey
from eligibility.law.parameters import Parameters, of_day
from eligibility.law.space import Looks, cells
from eligibility.law.validity import Validity
from eligibility.law.vocabulary import Category, Fact, Home
from eligibility.reasoning.conclusions import RuleSection
from eligibility.reasoning.listing import ListRow
from eligibility.reasoning.program import Atom, Given, Program, Tree
from eligibility.reasoning.support import Supporter
from eligibility.words.text import Text

KnownFacts = tuple[tuple[str, Value], ...]
"""facts with their values"""
Input = TypeVar("Input", bound=Hashable)
Found = TypeVar("Found")


class Entry(NamedTuple):
    """One line of the checklist: a document, or a group any of which will do."""

    row: ListRow
    alternatives: tuple[Alternative, ...]
    due: int
    missing: int | None
    """None of lines that no file can be said to lack: the edition does not list them itself, or the office obtains them"""
    accepted: tuple[int | None, ...]
    """the slot that says whether each alternative counts, None where it always does"""
    wanted: tuple[str, ...]
    """the documents any of which counts for this line whatever the facts are"""
    members: tuple[tuple[tuple[str, ...], ...], ...]
    """of each alternative, for each document of it, the documents that count as that"""

    stands_for: frozenset[str]
    """what a paper that will do here has shown by the way; by itself less than is asked for"""

    @property
    def document(self) -> str:
        return self.row.document

    @property
    def serving(self) -> frozenset[str]:
        """Every document that may count for this line."""
        return frozenset(self.wanted).union(*self.wanted_if)

    @property
    def wanted_if(self) -> tuple[tuple[str, ...], ...]:
        """Of each alternative, every document that counts for it or for a part of it."""
        return tuple(tuple(dict.fromkeys(chain.from_iterable(one))) for one in self.members)

    @property
    def apart(self) -> Iterator[int]:
        """The alternatives that count under a condition only, or several documents together."""
        return (at for at, one in enumerate(self.alternatives) if one.when or one.all_of)

    @property
    def requirement(self) -> Requirement:
        return self.row.requirement


class PlanKey(NamedTuple):
    """A wording of an edition, and the wordings of the acts that its lists are taken from."""

    edition: EditionKey
    pointed: tuple[EditionKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """An edition made ready to decide cases by."""

    key: PlanKey
    edition: Edition
    """with the grounds of the acts it points to in the place of those it only points to, where their text is at hand"""
    home: Home
    homes: Mapping[int, Home]
    """of conclusions by rules of another act, whose they are"""
    lists_all: bool
    """whether the texts at hand hold the whole list of documents, so that a file can be called complete or a paper needless"""
    pointers: tuple[ByReference, ...]
    """references to lists that are not at hand"""
    program: Program
    entries: tuple[Entry, ...]
    incomplete: int
    slots: Mapping[str, int]
    """the slot of each conclusion by its name: `channel:0`, `flag:3`, a category's id"""
    sections: Mapping[RuleSection, tuple[int, ...]]
    """the slots of each section's rules, in their order"""
    expected: tuple[int, ...]
    """of each result, the slot that says whether it is expected: its own condition, and no ground met to refuse the service"""
    conditions: Mapping[int, Condition]
    """the condition behind a slot, as the rule writes it"""
    categories: Mapping[str, Condition]
    named_categories: Mapping[str, Category]
    facts: Mapping[str, Fact]
    parameters: Parameters
    acts: Mapping[str, Text]
    """every act as official texts name it"""
    events: Mapping[str, Text]
    """what a term may count from other than the filing"""
    contradictions: Mapping[str, tuple[Condition, ...]]
    """of each fact, the combinations with other facts that cannot be"""
    beside: Mapping[str, frozenset[str]]
    """of each fact, the facts these combinations are of"""
    space: Mapping[str, tuple[Value, ...]]
    """one value of each kind that the edition's conditions can tell apart, by fact"""

    cells: Mapping[str, tuple[Value, ...]]
    """of each number and date that conditions or contradictions compare with fixed values alone, the lowest of every kind
    they can tell apart"""

    looks: Looks
    """how conditions and contradictions look at the facts"""
    of_the_day: tuple[str, ...]
    """what they read that nobody is asked for, because the day of filing gives it"""

    names: tuple[str, ...]
    """what each slot is about: a fact, `presented`, `unsaid`, or a conclusion"""
    readings: tuple[tuple[str, tuple[tuple[int, Atom], ...]], ...]
    """the atoms of each fact, with their slots"""
    compared: tuple[tuple[int, Compare | Window], ...]
    """comparisons that take more than one fact, or a part of the year, with their slots"""
    givens: tuple[tuple[int, Given], ...]
    given_apart: tuple[tuple[int, int], ...]
    """line and alternative, of alternatives that count under a condition only, or several documents together"""
    supporters: tuple[Supporter | None, ...]
    """what each conclusion rests on; None of what is given from outside"""
    limits: tuple[Validity, ...] = ()
    """how old documents may be, as far as the edition says"""
    counts_copies: bool = False
    """whether it asks for several copies of any document"""
    bound: int = 0
    """how many inputs are remembered of each work"""
    _recalls: dict[Any, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    def recalled(self, work: "Callable[[Plan, Input], Found]", given: Input) -> Found:
        """What a work makes of the plan and this input, made once for each of the inputs seen last. A work is a function of
        a module that reads nothing else; an input holds nothing of a person that the work does not read."""
        recall = self._recalls.get(work)
        if recall is None:
            recall = self._recalls.setdefault(work, lru_cache(self.bound)(partial(work, self)))
        return cast("Found", recall(given))

    def known(self, facts: Facts, day: date) -> Facts:
        """The facts of a case with what its day gives."""
        return {**facts, **of_day(self.of_the_day, self.parameters, day)} if self.of_the_day else facts

    @property
    def asks_for_nothing(self) -> bool:
        """Whether the whole list is at hand and leaves nothing for the person to bring."""
        return self.lists_all and all(entry.missing is None for entry in self.entries)

    def facts_read(self) -> dict[str, None]:
        """The facts that conditions read, and the dates these are counted from."""
        read = dict.fromkeys(id for when in self.conditions.values() for id in facts_read(when, self.categories))
        told = {id: self.facts[id].since for id in read if id in self.facts}
        return dict.fromkeys(id for fact, since in told.items() for id in (fact, since) if id)

    def papers(self) -> dict[str, None]:
        """The documents of its list, in their order."""
        groups = (group for entry in self.entries for group in (entry.wanted, *(one.documents for one in entry.alternatives)))
        return dict.fromkeys(chain.from_iterable(groups))

    def near(self, slots: Iterable[int]) -> tuple[str, ...]:
        """The facts that these conclusions read, and those that rule out values of these."""
        read: dict[str, None] = {}
        for slot in slots:
            read |= facts_read(self.conditions[slot], self.categories)
        return tuple(read | dict.fromkeys(one for fact in read for one in sorted(self.beside.get(fact, ()))))

    def apart(self, facts: Iterable[str], known: Mapping[str, Value]) -> KnownFacts:
        """What is known of these facts, as far as the edition can tell values apart: of a number, the lowest of its kind."""
        return tuple([(fact, self._told(fact, known[fact])) for fact in facts if fact in known])

    def _told(self, fact: str, value: Value) -> Value:
        found: Any = self.cells.get(fact)
        return value if found is None else cast("Value", found[max(bisect_right(found, value) - 1, 0)])

    def tree(self, slot: int) -> Tree:
        return self.program.nodes[slot - len(self.program.atoms)].tree

    def open_values(self, fact: str, known: Mapping[str, Value]) -> tuple[Value, ...]:
        """What may be answered still, one of each kind: of the ways of filing those by which the edition lets one file."""
        value = known.get(fact)
        if isinstance(value, Several):
            return value.values
        filing = {one.channel for one in self.edition.channels if one.only != "result"}
        told = self.edition.text == "elsewhere" or self.edition.at_hand("channels")
        if fact != CHANNEL or not filing or not told:
            return self.values(fact, known)
        return tuple(way for way in self.space[fact] if way in filing)

    def values(self, fact: str, known: Facts) -> tuple[Value, ...]:
        """Of every kind that can be told apart one value; of a date also beside those it is compared with."""
        return cells(fact, self.looks, known) if fact in self.looks.together or fact not in self.space else self.space[fact]

    def possible_values(self, fact: str, known: Mapping[str, Value]) -> tuple[Value, ...] | None:
        """Of an unknown fact, the values that do not contradict the known facts; None where all are possible, and of what
        nobody can answer."""
        if fact not in self.space:
            return None
        if len(self.space[fact]) == 1:
            return self.space[fact]
        beside = self.beside.get(fact, frozenset())
        if beside.isdisjoint(known):
            return None
        return self.recalled(_possible, (fact, tuple([(one, known[one]) for one in beside if one in known])))


def _possible(plan: Plan, given: tuple[str, tuple[tuple[str, Value], ...]]) -> tuple[Value, ...]:
    fact, known = given[0], dict(given[1])
    return tuple(
        value
        for value in plan.values(fact, known)
        if all(truth(tree, {**known, fact: value}, plan.categories) is not True for tree in plan.contradictions[fact])
    )
