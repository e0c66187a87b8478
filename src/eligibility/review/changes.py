"""What a change of the rules changes: every edition rule by rule, and for whom a conclusion comes out otherwise."""

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from eligibility.law.edition import Alternative
from eligibility.law.pack import EditionKey
from eligibility.reasoning.plan import Plan
from eligibility.review.comparison import RouteSum
from eligibility.review.placed_rules import PlacedRule
from eligibility.review.plain_differences import PlainDifference
from eligibility.review.rests_on import SharedEntry

if TYPE_CHECKING:
    from eligibility.population.behaviour import Flip

SlotPair = tuple[int | None, int | None]
"""slots of one conclusion in both programs; None: there is no such rule"""
ChangeKind = Literal["added", "removed", "changed"]


class FieldChange(NamedTuple):
    """What a rule says under one of its keys, before and after."""

    name: str
    before: Any
    after: Any


class ConclusionChange(NamedTuple):
    """A conclusion, or that an alternative of a line counts, and who gets another answer."""

    of: Alternative | None
    pair: SlotPair
    flips: "tuple[Flip, ...] | None"
    """None where there are too many kinds of person to look at"""


class RuleChange(NamedTuple):
    old: PlacedRule | None
    new: PlacedRule | None
    fields: tuple[FieldChange, ...]
    through: tuple[SharedEntry, ...]
    """what the editions share and the rule rests on, where that is changed"""
    conclusions: tuple[ConclusionChange, ...]

    @property
    def kind(self) -> ChangeKind:
        return kind_of(self.old, self.new)

    @property
    def either(self) -> PlacedRule:
        found = self.new or self.old
        if found is None:
            raise ValueError("a change of no rule")
        return found


class RouteChange(NamedTuple):
    """The terms of a way of filing added up, before and after."""

    route: str
    before: RouteSum | None
    after: RouteSum | None


class EditionChange(NamedTuple):
    key: EditionKey
    old: Plan | None
    new: Plan | None
    kinds: int
    """kinds of person that were compared"""
    known: int
    """of them those of whom everything is known that matters here"""
    touched: int
    """and those of whom anything is answered otherwise"""
    rules: tuple[RuleChange, ...]
    routes: tuple[RouteChange, ...]

    @property
    def kind(self) -> ChangeKind:
        return kind_of(self.old, self.new)


class SharedChange(NamedTuple):
    """An entry of what all editions share that is there no more, new, or says something else."""

    entry: SharedEntry
    kind: ChangeKind
    differences: tuple[PlainDifference, ...]


class PackChanges(NamedTuple):
    shared: tuple[SharedChange, ...]
    editions: tuple[EditionChange, ...]
    compared: int
    """editions that both packs have"""


def kind_of(old: object, new: object) -> ChangeKind:
    return "added" if old is None else "removed" if new is None else "changed"
