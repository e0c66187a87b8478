"""The finite space of facts that conditions can tell apart: numbers and days are cut where a condition looks at them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, product
from typing import Any

from eligibility.law.condition import Compare, Comparison, Condition, Name, OneOf, Other, Value, Window
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.logic import Categories, Facts, comparison, expanded, facts_read, meant, truth
from eligibility.law.ordered import Grain, least
from eligibility.law.parameters import Parameters, of_day, turns
from eligibility.law.vocabulary import Fact, FactType

GRAINS: Mapping[FactType, Grain] = {"years": "whole", "months": "whole", "number": "decimal", "date": "day"}
NOTHING: Facts = {}
NONE: Parameters = {}
SOME_DAY = date(2000, 1, 1)
"""where no condition names any"""


@dataclass(frozen=True)
class Looks:
    """How conditions look at facts and at the day of filing."""

    facts: Mapping[str, Fact]
    parameters: Parameters
    """those the conditions read"""
    of: Mapping[str, tuple[Comparison, ...]]
    """the comparisons each name stands in"""
    together: Mapping[str, frozenset[str]]
    """of each date that is compared with another, all that it hangs together with, itself among them"""

    def grain(self, id: str) -> Grain | None:
        if id == FILING_DAY:
            return "day"
        return GRAINS.get(self.facts[id].type) if id in self.facts else "decimal"


def looks(conditions: Iterable[Condition], facts: Mapping[str, Fact], categories: Categories, parameters: Parameters) -> Looks:
    found: dict[str, dict[Comparison, None]] = {}
    together: dict[str, frozenset[str]] = {}
    for part in (part for tree in conditions for part in expanded(tree, categories)):
        match part:
            case Name(id) if id in categories:
                continue
            case Name(id):
                found.setdefault(id, {})[part] = None
            case Compare(fact, _, Other(id)):
                found.setdefault(fact, {})[part] = None
                found.setdefault(id, {})[part] = None
                if id not in parameters:
                    joined = together.get(fact, frozenset({fact})) | together.get(id, frozenset({id}))
                    together |= dict.fromkeys(joined, joined)
            case Compare(fact) | OneOf(fact) | Window(fact):
                found.setdefault(fact, {})[part] = None
            case _:
                pass
    read = {id: parameters[id] for id in found if id in parameters}
    return Looks(facts, read, {id: tuple(parts) for id, parts in found.items()}, together)


def cells(id: str, seen: Looks, known: Facts = NOTHING) -> tuple[Value, ...]:
    """One value of each kind that the conditions can tell apart; of a date also beside the known ones it is compared with."""
    if seen.grain(id) == "day":
        return _days(id, seen, known)
    fact = seen.facts[id]
    if fact.type == "bool":
        return (True, False)
    if fact.type == "choice":
        exact = tuple(id for id, choice in (fact.values or {}).items() if not choice.stands_for)
        return _sets(exact, seen.of.get(id, ())) if fact.many else exact
    low, high = fact.range or (0, 0)
    cuts = {low, *_cuts(id, seen, known)}
    return tuple(sorted(cut for cut in cuts if low <= cut <= high))


def _cuts(id: str, seen: Looks, known: Facts) -> Iterator[Any]:
    """The values at which a comparison with a number or a day may turn."""
    grain = seen.grain(id) or "whole"
    for part in seen.of.get(id, ()):
        if isinstance(part, OneOf):
            yield from chain.from_iterable(_around(value, grain) for value in part.values)
        elif isinstance(part, Compare):
            for bound in _bounds(id, part, seen, known):
                if part.fact == id and part.op not in ("==", "!="):
                    yield least(bound, grain, above=part.op in (">", "<="))
                else:
                    yield from _around(bound, grain)


def _around(bound: Any, grain: Grain) -> tuple[Any, Any]:
    return least(bound, grain, above=False), least(bound, grain, above=True)


def _bounds(id: str, part: Compare, seen: Looks, known: Facts) -> Iterator[Any]:
    """What a value is compared with: of a parameter all that it ever is, of another date what is known of it."""
    said = part.value
    if not isinstance(said, Other):
        yield said
    elif said.id in seen.parameters and said.id != id:
        for one in seen.parameters[said.id].values:
            yield meant(said, {said.id: one.value})
    else:
        other = known.get(part.fact if said.id == id else said.id)
        if other is not None:
            yield other


def _days(id: str, seen: Looks, known: Facts) -> tuple[date, ...]:
    group = seen.together.get(id, frozenset({id}))
    cuts: set[date] = set(chain.from_iterable(_cuts(one, seen, known) for one in group))
    if FILING_DAY in group:
        cuts.update(turns(seen.parameters.values()))
    windows = {part for one in group for part in seen.of.get(one, ()) if isinstance(part, Window)}
    years = {cut.year + more for cut in cuts for more in (-1, 0, 1)} or {SOME_DAY.year}
    cuts.update(chain.from_iterable(_turns_of_year(window, year) for window in windows for year in sorted(years)))
    free = sum(one == id or one not in known for one in group)
    found = tuple(_points(sorted(cuts), free))
    return _told_apart(found, id, seen) if windows and len(group) == 1 else found


def _turns_of_year(window: Window, year: int) -> Iterator[date]:
    """Its first day, and the first day after it."""
    if date.min.year < year < date.max.year:
        yield _day(year, window.first)
        yield _day(year, window.last, after=True)


def _day(year: int, at: tuple[int, int], after: bool = False) -> date:
    """29 February of a common year is its 1 March, whether a window begins with it or has just ended."""
    try:
        return date(year, *at) + timedelta(days=after)
    except ValueError:
        return date(year, 3, 1)


def _points(cuts: list[date], count: int) -> Iterator[date]:
    """Before the first cut and from each cut on as many days as there are dates, so that these come in every order."""
    for more in range(count, 0, -1):
        if cuts and cuts[0].toordinal() > more:
            yield cuts[0] - timedelta(days=more)
    for cut, following in zip(cuts or [SOME_DAY], [*cuts[1:], date.max], strict=True):
        yield from (day for more in range(count) if (day := cut + timedelta(days=more)) < following)


def _told_apart(days: tuple[date, ...], id: str, seen: Looks) -> tuple[date, ...]:
    found: dict[object, date] = {}
    for day in days:
        truths = [comparison(part, {id: day}) for part in seen.of.get(id, ()) if not _of_parameter(part)]
        given = of_day(seen.parameters, seen.parameters, day) if id == FILING_DAY else {}
        found.setdefault((tuple(truths), tuple(given.items())), day)
    return tuple(found.values())


def _of_parameter(part: Comparison) -> bool:
    return isinstance(part, Compare) and isinstance(part.value, Other)


def _sets(exact: tuple[str, ...], parts: tuple[Comparison, ...]) -> tuple[Value, ...]:
    """Of several values at once: none of them, and each set that some comparison tells from all others."""
    named = [_named(part) for part in parts]
    found: dict[frozenset[int], tuple[str, ...]] = {frozenset(): ()}
    for value in exact:
        met = frozenset(at for at, values in enumerate(named) if value in values)
        for before, chosen in tuple(found.items()):
            found.setdefault(before | met, (*chosen, value))
    return tuple(found.values())


def _named(part: Comparison) -> tuple[object, ...]:
    match part:
        case OneOf(_, values):
            return values
        case Compare(_, _, value):
            return (value,)
        case _:
            return ()


def space(
    conditions: Iterable[Condition], facts: Mapping[str, Fact], categories: Categories, parameters: Parameters = NONE
) -> dict[str, tuple[Value, ...]]:
    """The cells of every fact the conditions read, and of the day of filing, from which the parameters follow."""
    trees = tuple(conditions)
    read: dict[str, None] = {}
    for tree in trees:
        read |= facts_read(tree, categories)
    seen = looks(trees, facts, categories, parameters)
    if seen.parameters:
        read[FILING_DAY] = None
    return {id: cells(id, seen) for id in read if id not in seen.parameters}


def assignments(cells_of: Mapping[str, tuple[Value, ...]], parameters: Parameters = NONE) -> Iterator[dict[str, Value]]:
    """Every combination, with what the parameters are on the day of filing it has."""
    ids = tuple(cells_of)
    for values in product(*cells_of.values()):
        found = dict(zip(ids, values, strict=True))
        day = found.get(FILING_DAY)
        yield {**found, **of_day(parameters, parameters, day)} if parameters and isinstance(day, date) else found


def consistent(facts: Mapping[str, Value], contradictions: Iterable[Condition], categories: Categories) -> bool:
    return not any(truth(tree, facts, categories) is True for tree in contradictions)
