"""Facts are whole and categories do not run in circles."""

from collections.abc import Iterator

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.law.condition import CONSTANTS, SyntaxProblem, parse
from eligibility.law.filing_facts import FILING_DAY, FILING_FACTS, INCOMPLETE
from eligibility.law.logic import names_read
from eligibility.law.ordered import is_exact
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.rulefiles.loading import Sources

RESERVED = frozenset({INCOMPLETE})


def check_vocabulary(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    for id, fact in pack.facts.items():
        if lacks := _lacks(fact):
            yield Diagnostic("incomplete-fact", sources.place("facts", id), type=fact.type, id=id, lacks=lacks)
        if fact.range and fact.range[0] > fact.range[1]:
            yield Diagnostic("empty-range", sources.place("facts", id), low=fact.range[0], high=fact.range[1])
        yield from _stands_for(sources, id, fact)
        if fact.many and not _may_be_several(id, fact):
            yield Diagnostic("many-of-one", sources.place("facts", id), id=id)
        if fact.since is not None and (fact.since not in pack.facts or pack.facts[fact.since].type != "date"):
            yield Diagnostic("since-no-date", sources.place("facts", id), id=id, since=fact.since)
    taken = {*RESERVED, *CONSTANTS, FILING_DAY}
    for section, ids in (("facts", pack.facts), ("parameters", pack.parameters), ("categories", pack.categories)):
        for id in ids:
            if id in taken:
                yield Diagnostic("name-taken", sources.place(section, id), id=id)
        taken |= ids.keys()
    yield from _parameters(sources, pack)
    yield from _cycles(sources, pack)


def _may_be_several(id: str, fact: Fact) -> bool:
    """The program itself reads the facts of the filing as one value each."""
    values = fact.values or {}
    return fact.type == "choice" and id not in FILING_FACTS and not any(one.stands_for for one in values.values())


def _parameters(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    """Each value begins on a day of its own, and ends before the next begins."""
    for id, parameter in pack.parameters.items():
        begun = [one.from_ for one in parameter.values]
        ended = [one.until or one.from_ for one in parameter.values]
        follow = all(first <= last for first, last in zip(begun, ended, strict=True)) and all(
            last < following for last, following in zip(ended, begun[1:], strict=False)
        )
        if not begun or not follow or not all(is_exact(one.value) for one in parameter.values):
            yield Diagnostic("parameter-values", sources.place("parameters", id), id=id)


def _stands_for(sources: Sources, id: str, fact: Fact) -> Iterator[Diagnostic]:
    exact = {value for value, choice in (fact.values or {}).items() if not choice.stands_for}
    for value, choice in (fact.values or {}).items():
        for other in choice.stands_for:
            if other not in exact:
                yield Diagnostic("stands-for-inexact", sources.place("facts", id), id=id, value=value, other=other)


def _lacks(fact: Fact) -> str:
    if fact.type == "choice" and not fact.values:
        return "values"
    if fact.type in ("years", "months", "number") and fact.range is None:
        return "range"
    return ""


def _cycles(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    named = {}
    for id, category in pack.categories.items():
        tree = parse(category.when)
        read = () if isinstance(tree, SyntaxProblem) else tuple(names_read(tree))
        named[id] = [name for name in read if name in pack.categories]
    for id in named:
        if _reaches(id, id, named, set()):
            yield Diagnostic("cyclic-category", sources.place("categories", id), id=id)


def _reaches(start: str, goal: str, named: dict[str, list[str]], seen: set[str]) -> bool:
    for name in named[start]:
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            if _reaches(name, goal, named, seen):
                return True
    return False
