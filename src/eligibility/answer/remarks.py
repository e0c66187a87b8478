"""Remarks on the text where they belong: with the rule they are about, each told once, and in words for whoever reads."""

from collections.abc import Iterable

from eligibility.answer.readers import READS, Reader
from eligibility.law.condition import parsed
from eligibility.law.edition import About, Flag
from eligibility.law.logic import truth
from eligibility.reasoning.decision import Decision, Line
from eligibility.words.text import Text

ORDER: tuple[About, ...] = ("danger", "applicant", "documents", "channel", "money", "term", "text")
"""in which a citizen is told what concerns the whole"""
MOST = 5
"""of them a citizen is told at a time: more are read by nobody"""


class Remarks:
    """Handed out rule by rule in the order of reading; what no rule has named is left for the end. Misprints are nobody's."""

    def __init__(self, decision: Decision, reader: Reader = "auditor") -> None:
        self.reader = reader
        kept = (flag for flag in decision.flags() if flag.kind != "misprint" and self.are_for(flag))
        self._left = {flag.id: flag for flag in kept}

    def are_for(self, flag: Flag) -> bool:
        """Whether the reader is shown it."""
        return flag.for_ in READS[self.reader]

    def of(self, ids: Iterable[str]) -> tuple[Flag, ...]:
        return self._out(id for id in dict.fromkeys(ids) if id in self._left)

    def about(self, *subjects: About) -> tuple[Flag, ...]:
        """Of those that no rule has named yet."""
        return self._out([id for id, flag in self._left.items() if flag.about in subjects])

    def general(self) -> tuple[Flag, ...]:
        """What is left in the end. A citizen is told the gravest of it."""
        left = tuple(self._left.values())
        if self.reader != "citizen":
            return left
        return tuple(sorted(left, key=lambda flag: ORDER.index(flag.about or "text"))[:MOST])

    def _out(self, ids: Iterable[str]) -> tuple[Flag, ...]:
        return tuple([self._left.pop(id) for id in ids])


def remark_text(flag: Flag, reader: Reader) -> Text:
    """A citizen is told what to do, others what the text is like."""
    return (flag.do or flag.text) if reader == "citizen" else flag.text


def of_source(decision: Decision, line: Line) -> tuple[Flag, ...]:
    """What the edition that an indicative line is known from remarks on it."""
    plan, facts = decision.plan, decision.facts
    if plan is None:
        return ()
    return tuple(flag for flag in line.entry.row.remarks if truth(parsed(flag.when), facts, plan.categories) is not False)
