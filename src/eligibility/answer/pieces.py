"""Texts of one plan's answers, remembered: few answers are distinct, so each piece is made once for all cases it is right for.

A piece is known by what it says and by the facts it may speak of, as far as the plan tells their values apart: never by the
person, and never by more of a case than the piece can quote. The number of pieces is bounded; the oldest go first.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from threading import Lock
from typing import Any, TypeVar

from eligibility.law.condition import Value
from eligibility.law.filing_facts import FILING_FACTS
from eligibility.reasoning.plan import Known, Plan, Section

Piece = TypeVar("Piece")
OF_TERMS: tuple[Section, ...] = ("channels", "steps", "stated_terms", "pauses")
"""sections whose rules a term hangs on"""


class Pieces:
    """Safe to share between threads: two that need the same piece at once both make it, and it is the same."""

    def __init__(self, plan: Plan, room: int) -> None:
        self.plan, self._room = plan, room
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._of_lines = tuple(plan.near([entry.due]) for entry in plan.entries)
        self._of_terms = tuple(dict.fromkeys((*plan.near(_of_terms(plan)), *FILING_FACTS)))
        self._of_all = tuple(dict.fromkeys((*plan.near(plan.conditions), *FILING_FACTS)))

    def __len__(self) -> int:
        return len(self._kept)

    def of_line(self, at: int, known: Mapping[str, Value], make: Callable[[], str]) -> str:
        """What is said of a line of the checklist."""
        return self.of(("line", at, self.plan.apart(self._of_lines[at], known)), make)

    def apart_for_terms(self, known: Mapping[str, Value]) -> Known:
        """A case's facts as far as the terms can tell them apart."""
        return self.plan.apart(self._of_terms, known)

    def apart(self, known: Mapping[str, Value]) -> Known:
        """A case's facts as far as anything of the edition can tell them apart."""
        return self.plan.apart(self._of_all, known)

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


def _of_terms(plan: Plan) -> Iterator[int]:
    """The conclusions of every rule that a term hangs on, and of the flags that those rules name."""
    edition = plan.edition
    named = {id for rules in (edition.steps, edition.stated_terms, edition.pauses) for rule in rules for id in rule.flags}
    for section in OF_TERMS:
        yield from plan.sections[section]
    flags = zip(plan.sections["flags"], edition.flags, strict=True)
    yield from (slot for slot, flag in flags if flag.id in named)
