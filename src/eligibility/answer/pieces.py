"""Texts of one plan's answers, remembered: few answers are distinct, so each piece is made once for all cases it is right for.

A piece is known by what it says and by the facts it may speak of, as far as the plan tells their values apart: never by the
person, and never by more of a case than the piece can quote. The number of pieces is bounded; the oldest go first.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from threading import Lock
from typing import Any, TypeVar

from eligibility.law.condition import Condition, Value
from eligibility.law.filing_facts import FILING_FACTS
from eligibility.law.logic import facts_read
from eligibility.law.space import cells
from eligibility.reasoning.plan import Plan, Section

KEPT = 2_000
"""pieces kept at hand of one plan: lines for each combination of the facts they read, and bodies of a few hundred answers"""

OF_TERMS: tuple[Section, ...] = ("channels", "steps", "stated_terms", "pauses", "flags")
"""sections whose rules a term hangs on"""
Piece = TypeVar("Piece")
Apart = tuple[Value | None, ...]


class Pieces:
    """Safe to share between threads: two that need the same piece at once both make it, and it is the same."""

    def __init__(self, plan: Plan, kept: int = KEPT) -> None:
        self.plan, self._room = plan, kept
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._of_lines = tuple(self._readable([plan.conditions[entry.due]]) for entry in plan.entries)
        of_terms = self._readable([plan.conditions[slot] for section in OF_TERMS for slot in plan.sections[section]])
        self._of_terms = tuple(dict.fromkeys((*of_terms, *FILING_FACTS)))
        self._of_all = tuple(dict.fromkeys((*self._readable(plan.conditions.values()), *FILING_FACTS)))
        trees = {*plan.conditions.values(), *(tree for against in plan.contradictions.values() for tree in against)}
        years = [id for id in self._of_all if plan.facts[id].type == "years"]
        self._cells = {id: cells(id, plan.facts[id], trees, plan.categories) for id in years}

    def __len__(self) -> int:
        return len(self._kept)

    def of_line(self, at: int, known: Mapping[str, Value], make: Callable[[], str]) -> str:
        """What is said of a line of the checklist."""
        return self.of(("line", at, self._apart(self._of_lines[at], known)), make)

    def apart_for_terms(self, known: Mapping[str, Value]) -> Apart:
        """A case's facts as far as the terms can tell them apart."""
        return self._apart(self._of_terms, known)

    def apart(self, known: Mapping[str, Value]) -> Apart:
        """A case's facts as far as anything of the edition can tell them apart."""
        return self._apart(self._of_all, known)

    def of(self, key: Hashable, make: Callable[[], Piece]) -> Piece:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: Piece = self._kept[key]
                return found
        made = make()
        with self._lock:
            self._kept[key] = made
            if len(self._kept) > self._room:
                self._kept.popitem(last=False)
        return made

    def _apart(self, ids: Iterable[str], known: Mapping[str, Value]) -> Apart:
        return tuple([self._cell(id, known.get(id)) for id in ids])

    def _cell(self, id: str, value: Value | None) -> Value | None:
        """Of a number the cell it lies in: nothing is said of the number itself."""
        found = self._cells.get(id)
        return value if found is None or value is None else bisect_right(found, value)

    def _readable(self, trees: Iterable[Condition]) -> tuple[str, ...]:
        """The facts that conditions read, and those that rule values of these out."""
        plan = self.plan
        read = dict.fromkeys(fact for tree in trees for fact in facts_read(tree, plan.categories))
        against = [tree for fact in read for tree in plan.contradictions.get(fact, ())]
        return tuple(read | dict.fromkeys(fact for tree in against for fact in facts_read(tree, plan.categories)))
