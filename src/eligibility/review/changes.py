"""What a change of the rules changes: every edition rule by rule, and for whom a conclusion comes out otherwise.

Rules are compared as they are written, and conclusions by what they rest on, so that a new category or contradiction shows in
every edition that it reaches, whatever file it stands in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from eligibility.engine import Engine
from eligibility.law.edition import Alternative
from eligibility.law.logic import Truth
from eligibility.law.condition import Value
from eligibility.law.pack import EditionKey, Pack
from eligibility.reasoning.plan import Plan
from eligibility.reasoning.program import Fixed
from eligibility.review.comparison import RouteSum, route_sums
from eligibility.review.placed_rules import PlacedRule, matched, placed_rules
from eligibility.review.plain_differences import PlainDifference, plain_differences
from eligibility.review.rests_on import SharedEntry, rests_on

Pair = tuple[int | None, int | None]
"""slots of one conclusion in both programs; None: there is no such rule"""
ChangeKind = Literal["added", "removed", "changed"]


class FieldChange(NamedTuple):
    """What a rule says under one of its keys, before and after."""

    name: str
    before: Any
    after: Any


class Turn(NamedTuple):
    """A conclusion, or that an alternative of a line counts, and who gets another answer."""

    of: Alternative | None
    pair: Pair
    flips: "tuple[Flip, ...]"


class RuleChange(NamedTuple):
    old: PlacedRule | None
    new: PlacedRule | None
    fields: tuple[FieldChange, ...]
    through: tuple[SharedEntry, ...]
    """what the editions share and the rule rests on, where that is changed"""
    turns: tuple[Turn, ...]

    @property
    def kind(self) -> ChangeKind:
        return _kind(self.old, self.new)

    @property
    def either(self) -> PlacedRule:
        found = self.new or self.old
        assert found is not None
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
    rules: tuple[RuleChange, ...]
    routes: tuple[RouteChange, ...]

    @property
    def kind(self) -> ChangeKind:
        return _kind(self.old, self.new)

    @property
    def touched(self) -> int:
        """Kinds of person whose answer to one rule at least changes: no fewer than those of the rule that touches most."""
        turns = (turn for rule in self.rules for turn in rule.turns)
        return max((sum(flip.kinds for flip in turn.flips) for turn in turns), default=0)


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


def _kind(old: object, new: object) -> ChangeKind:
    return "added" if old is None else "removed" if new is None else "changed"


def pack_changes(old: Engine, new: Engine, measure: "Measure") -> PackChanges:
    """Everything in which the new rules are others than the old ones. `measure` finds who is answered otherwise."""
    keys = sorted({*old.pack.held(), *new.pack.held()}, key=str)
    changed = [one for key in keys if (one := _edition(old, new, key, measure))]
    both = len({*old.pack.held()} & {*new.pack.held()})
    return PackChanges(tuple(shared_changes(old.pack, new.pack)), tuple(changed), both)


def shared_changes(old: Pack, new: Pack) -> Iterator[SharedChange]:
    """What has no edition of its own: the vocabulary, the acts, the calendar."""
    for section in dict.fromkeys((*old.shared, *new.shared)):
        before, after = (_entries(pack.shared.get(section) or {}) for pack in (old, new))
        for id in dict.fromkeys((*before, *after)):
            one, other = before.get(id), after.get(id)
            if found := tuple(plain_differences(one, other)):
                yield SharedChange(SharedEntry(section, id), _kind(one, other), found)


def _entries(section: Any) -> Mapping[str, Any]:
    """A contradiction is known by its condition, another entry of a list by its place in it."""
    if isinstance(section, Mapping):
        return section
    return {str(one.get("when") or at) if isinstance(one, Mapping) else str(at): one for at, one in enumerate(section)}


def _edition(old: Engine, new: Engine, key: EditionKey, measure: "Measure") -> EditionChange | None:
    """An edition that only one of the packs has is told as a whole; nobody's answers can be compared."""
    plans = [engine.plan(key)[0] if engine.pack.edition(*key) else None for engine in (old, new)]
    before, after = plans
    if before is None or after is None:
        return EditionChange(key, before, after, 0, 0, (), ())
    rules = [_compared((before, old.pack), (after, new.pack), *pair) for pair in _matched(before, after)]
    rules = [one for one in rules if one.fields or one.turns]
    asked = [turn.pair for rule in rules for turn in rule.turns]
    found = measure(before, after, asked) if asked else None
    flips = iter(found.flips if found else ())
    told = (rule._replace(turns=_with_flips(rule.turns, flips)) for rule in rules)
    kept = tuple(one for one in told if one.fields or any(turn.flips for turn in one.turns))
    routes = tuple(_routes(before, after))
    if not (kept or routes):
        return None
    return EditionChange(key, before, after, found.kinds if found else 0, found.known if found else 0, kept, routes)


def _matched(old: Plan, new: Plan) -> Iterator[tuple[PlacedRule | None, PlacedRule | None]]:
    return matched(tuple(placed_rules(old)), tuple(placed_rules(new)))


def _with_flips(turns: Sequence[Turn], flips: "Iterator[tuple[Flip, ...]]") -> tuple[Turn, ...]:
    return tuple([turn._replace(flips=next(flips)) for turn in turns])


Side = tuple[Plan, Pack]


def _compared(old: Side, new: Side, before: PlacedRule | None, after: PlacedRule | None) -> RuleChange:
    fields = tuple(_fields(before, after))
    through: dict[SharedEntry, None] = {}
    turns: list[Turn] = []
    for of, pair in _conclusions((old[0], before), (new[0], after)):
        changed = _changed_below(old, new, pair)
        if changed is not None:
            through |= dict.fromkeys(changed)
            turns.append(Turn(of, pair, ()))
    return RuleChange(before, after, fields, tuple(through), tuple(turns))


def _fields(old: PlacedRule | None, new: PlacedRule | None) -> Iterator[FieldChange]:
    """Of a rule that only one edition has, all that it says."""
    names = (new or old).rule._fields  # type: ignore[union-attr]
    for name in names:
        before, after = (getattr(one.rule, name) if one else None for one in (old, new))
        if _said(name, before) != _said(name, after):
            yield FieldChange(name, before, after)


def _said(name: str, value: Any) -> Any:
    """What says the same is the same, however it is written."""
    if name == "cite":
        return citations(value or ())
    return None if value in ((), "") else value


def _conclusions(
    old: tuple[Plan, PlacedRule | None], new: tuple[Plan, PlacedRule | None]
) -> Iterator[tuple[Alternative | None, Pair]]:
    """What a rule concludes, and of a group which of its documents count under a condition."""
    pair = tuple(_slot(*side) for side in (old, new))
    if pair != (None, None):
        yield None, (pair[0], pair[1])
    before, after = (_accepted(*side) for side in (old, new))
    for documents in dict.fromkeys((*before, *after)):
        (one, at), (other, there) = before.get(documents, (None, None)), after.get(documents, (None, None))
        named = other or one
        if named and named_conditions(one, other):
            yield named._replace(when=None), (at, there)


def named_conditions(*alternatives: Alternative | None) -> bool:
    return any(one is not None and one.when for one in alternatives)
