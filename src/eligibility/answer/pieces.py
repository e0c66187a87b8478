"""Texts of one plan's answers, remembered: few answers are distinct, so each piece is made once for all cases it is right for.

A piece is known by what it says and by the facts it may speak of, as far as the plan tells their values apart: never by the
person, and never by more of a case than the piece can quote. What is remembered is bounded by its length.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from threading import Lock

from eligibility.law.condition import Value, parsed
from eligibility.law.filing_facts import FILING_FACTS
from eligibility.law.logic import Truth, truth
from eligibility.reasoning.conclusions import RuleSection
from eligibility.reasoning.plan import Entry, KnownFacts, Plan

OF_TERMS: tuple[RuleSection, ...] = ("channels", "steps", "stated_terms", "pauses")
"""sections whose rules a term hangs on"""


class Remembered:
    """Texts of an engine's answers, as many as there is room for; those used last stay. Safe to share between threads: two that
    need the same piece at once both make it, and it is the same."""

    def __init__(self, room: int) -> None:
        self._room = room
        """in signs"""
        self._kept: OrderedDict[Hashable, str] = OrderedDict()
        self._lock = Lock()
        self.signs = 0

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, key: Hashable, make: Callable[[], str]) -> str:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        made = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self.signs += len(made)
            while self.signs > self._room:
                _, gone = self._kept.popitem(last=False)
                self.signs -= len(gone)
        return made


class Pieces:
    """The pieces of one plan's answers."""

    def __init__(self, plan: Plan, remembered: Remembered) -> None:
        self.plan, self._remembered = plan, remembered
        self._of_lines = tuple(plan.near([entry.due, *_conditional(entry)]) for entry in plan.entries)
        self._remarked = tuple({parsed(flag.when): None for entry in plan.entries for flag in entry.row.remarks if flag.when})
        """conditions of what other editions, from which lines are known, remark on them: no conclusions of this plan"""
        self._of_terms = tuple(dict.fromkeys((*plan.near(_of_terms(plan)), *FILING_FACTS)))
        self._of_all = tuple(dict.fromkeys((*plan.near(plan.conditions), *FILING_FACTS)))

    def of(self, key: Hashable, make: Callable[[], str]) -> str:
        return self._remembered.of((self, key), make)

    def of_line(self, at: int, known: Mapping[str, Value], make: Callable[[], str]) -> str:
        """What is said of a line of the checklist."""
        return self.of(("line", at, self.plan.apart(self._of_lines[at], known), self._truths(known)), make)

    def apart_for_terms(self, known: Mapping[str, Value]) -> KnownFacts:
        """A case's facts as far as the terms can tell them apart."""
        return self.plan.apart(self._of_terms, known)

    def apart(self, known: Mapping[str, Value]) -> tuple[KnownFacts, tuple[Truth, ...]]:
        """A case's facts as far as anything that is said of the edition can tell them apart."""
        return self.plan.apart(self._of_all, known), self._truths(known)

    def _truths(self, known: Mapping[str, Value]) -> tuple[Truth, ...]:
        return tuple([truth(tree, known, self.plan.categories) for tree in self._remarked])


def _conditional(entry: Entry) -> Iterator[int]:
    """Of a group, what its alternatives count by."""
    return (slot for slot in entry.accepted if slot is not None)


def _of_terms(plan: Plan) -> Iterator[int]:
    """The conclusions of every rule that a term hangs on, and of the flags that those rules name."""
    edition = plan.edition
    named = {id for rules in (edition.steps, edition.stated_terms, edition.pauses) for rule in rules for id in rule.flags}
    for section in OF_TERMS:
        yield from plan.sections[section]
    flags = zip(plan.sections["flags"], edition.flags, strict=True)
    yield from (slot for slot, flag in flags if flag.id in named)
