"""Two packs compared, edition by edition. Rules are compared as they are written, and conclusions by what they rest on, so that
a new category or contradiction shows in every edition that it reaches, whatever file it stands in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from eligibility.engine import Engine
from eligibility.law.citation import citations
from eligibility.law.condition import ALWAYS, written
from eligibility.law.edition import Alternative
from eligibility.law.pack import EditionKey, Pack
from eligibility.reasoning.plan import Plan
from eligibility.review.changes import (
    ConclusionChange,
    EditionChange,
    FieldChange,
    PackChanges,
    RouteChange,
    RuleChange,
    SharedChange,
    SlotPair,
    kind_of,
)
from eligibility.review.comparison import route_sums
from eligibility.review.placed_rules import PlacedRule, matched, placed_rules
from eligibility.review.plain_differences import plain_differences
from eligibility.review.rests_on import SharedEntry, rests_on

if TYPE_CHECKING:
    from eligibility.population.behaviour import Behaviour, Flip

FindsFlips = Callable[[Plan, Plan, Sequence[SlotPair]], "Behaviour"]
"""finds who is answered otherwise by these conclusions"""


def pack_changes(old: Engine, new: Engine, measure: FindsFlips) -> PackChanges:
    """Everything in which the new rules are others than the old ones."""
    before, after = set(old.pack.held()), set(new.pack.held())
    found = (_edition(old, new, key, measure) for key in sorted(before | after, key=str))
    return PackChanges(tuple(_shared(old.pack, new.pack)), tuple(one for one in found if one is not None), len(before & after))


def _shared(old: Pack, new: Pack) -> Iterator[SharedChange]:
    """What belongs to no edition: the vocabulary, the acts, the calendar."""
    for section in dict.fromkeys((*old.shared, *new.shared)):
        before, after = (_entries(pack.shared.get(section) or {}) for pack in (old, new))
        for id in dict.fromkeys((*before, *after)):
            one, other = before.get(id), after.get(id)
            if found := tuple(plain_differences(one, other)):
                yield SharedChange(SharedEntry(section, id), kind_of(one, other), found)


def _entries(section: Any) -> Mapping[str, Any]:
    """A contradiction is known by its condition, what else stands in a list by its place."""
    if isinstance(section, Mapping):
        return section
    return {str(one.get("when") or at): one for at, one in enumerate(section)}


def _edition(old: Engine, new: Engine, key: EditionKey, measure: FindsFlips) -> EditionChange | None:
    """An edition that only one of the packs has is told as a whole: there is nothing to compare its answers with."""
    before, after = (_PackEdition.of(engine, key) for engine in (old, new))
    if before is None or after is None:
        return EditionChange(key, before and before.plan, after and after.plan, 0, 0, 0, (), ())
    pairs = matched(tuple(placed_rules(before.plan)), tuple(placed_rules(after.plan)))
    rules = [_compared(_Rule(before, one), _Rule(after, other)) for one, other in pairs]
    asked = [one.pair for rule in rules for one in rule.conclusions]
    found = measure(before.plan, after.plan, asked) if asked else None
    flips = iter(found.flips if found else ())
    told = tuple(one for rule in rules if _says_more(one := _with_flips(rule, flips)))
    routes = tuple(_routes(before.plan, after.plan))
    counts = (found.kinds, found.known, found.changed) if found else (0, 0, 0)
    return EditionChange(key, before.plan, after.plan, *counts, told, routes) if told or routes else None


def _with_flips(rule: RuleChange, flips: "Iterator[tuple[Flip, ...] | None]") -> RuleChange:
    return rule._replace(conclusions=tuple([one._replace(flips=next(flips)) for one in rule.conclusions]))


def _says_more(rule: RuleChange) -> bool:
    return bool(rule.fields) or any(one.flips is None or one.flips for one in rule.conclusions)


class _PackEdition(NamedTuple):
    """An edition as one of the packs has it."""

    plan: Plan
    pack: Pack

    @classmethod
    def of(cls, engine: Engine, key: EditionKey) -> "_PackEdition | None":
        return cls(engine.plan(key)[0], engine.pack) if engine.pack.edition(*key) else None

    @property
    def always(self) -> int | None:
        """A conclusion that holds for everybody."""
        return next((slot for slot, tree in self.plan.conditions.items() if tree == ALWAYS), None)


class _Rule(NamedTuple):
    """A rule of such an edition, or that it has none."""

    held: _PackEdition
    placed: PlacedRule | None

    @property
    def slot(self) -> int | None:
        return self.placed.slot if self.placed else None

    def accepts(self) -> dict[tuple[str, ...], tuple[Alternative, int | None]]:
        """The alternatives of a group, each with what says that it counts."""
        entry = self.placed.entry if self.placed else None
        if entry is None:
            return {}
        slots = (self.held.always if slot is None else slot for slot in entry.accepted)
        return {one.documents: (one, slot) for one, slot in zip(entry.alternatives, slots, strict=True)}


def _compared(old: _Rule, new: _Rule) -> RuleChange:
    through: dict[SharedEntry, None] = {}
    conclusions: list[ConclusionChange] = []
    for of, pair in _conclusions(old, new):
        changed = _changed_below(old.held, new.held, pair)
        if changed is not None:
            through |= dict.fromkeys(changed)
            conclusions.append(ConclusionChange(of, pair, ()))
    return RuleChange(old.placed, new.placed, tuple(_fields(old.placed, new.placed)), tuple(through), tuple(conclusions))


def _fields(old: PlacedRule | None, new: PlacedRule | None) -> Iterator[FieldChange]:
    """Of a rule that only one edition has, all that it says."""
    for name in (new or old).rule._fields:  # type: ignore[union-attr]
        before, after = (getattr(one.rule, name) if one else None for one in (old, new))
        if _said(name, before) != _said(name, after):
            yield FieldChange(name, before, after)


def _said(name: str, value: Any) -> Any:
    """What says the same is the same, however it is written."""
    if name == "cite":
        return citations(value or ())
    return None if value in ((), "", False) else value


def _conclusions(old: _Rule, new: _Rule) -> Iterator[tuple[Alternative | None, SlotPair]]:
    """That the rule holds, and of a group that a document of it counts, where that hangs on a condition."""
    if old.slot is not None or new.slot is not None:
        yield None, (old.slot, new.slot)
    if old.placed is None or new.placed is None:
        return
    before, after = old.accepts(), new.accepts()
    for documents in dict.fromkeys((*before, *after)):
        (one, at), (other, there) = before.get(documents, (None, None)), after.get(documents, (None, None))
        named = other or one
        if named is not None and (at, there) != (None, None):
            yield named._replace(when=None), (at, there)


def _changed_below(old: _PackEdition, new: _PackEdition, pair: SlotPair) -> list[SharedEntry] | None:
    """What is shared and changed below a conclusion; None where nothing below it changed, so that nobody's answer can."""
    before, after = pair
    if before is None or after is None:
        return []
    one, other = rests_on(old.plan, old.pack, before), rests_on(new.plan, new.pack, after)
    same = old.plan.conditions[before] == new.plan.conditions[after]
    if same and one == other:
        return None
    known = [entry for entry in one if entry in other and one[entry] != other[entry]]
    turned = _contradictions(old.pack) ^ _contradictions(new.pack)
    return known + [entry for entry in (*one, *other) if entry in turned]


def _contradictions(pack: Pack) -> set[SharedEntry]:
    return {SharedEntry("contradictions", written(tree)) for _, tree, _ in pack.contradictory}


def _routes(old: Plan, new: Plan) -> Iterator[RouteChange]:
    before = dict(route_sums(old.edition, new.edition, old.categories))
    after = dict(route_sums(new.edition, old.edition, new.categories))
    for route in dict.fromkeys((*before, *after)):
        if before.get(route) != after.get(route):
            yield RouteChange(route, before.get(route), after.get(route))
