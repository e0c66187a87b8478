"""Facts are whole and categories do not run in circles."""

from collections.abc import Iterator

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.law.condition import CONSTANTS, SyntaxProblem, parse
from eligibility.law.filing_facts import INCOMPLETE
from eligibility.law.logic import names_read
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
        if fact.since is not None and (fact.since not in pack.facts or pack.facts[fact.since].type != "date"):
            yield Diagnostic("since-no-date", sources.place("facts", id), id=id, since=fact.since)
    for id in pack.categories:
        if id in pack.facts or id in RESERVED or id in CONSTANTS:
            yield Diagnostic("name-taken", sources.place("categories", id), id=id)
    yield from _cycles(sources, pack)


def _stands_for(sources: Sources, id: str, fact: Fact) -> Iterator[Diagnostic]:
    exact = {value for value, choice in (fact.values or {}).items() if not choice.stands_for}
    for value, choice in (fact.values or {}).items():
        for other in choice.stands_for:
            if other not in exact:
                yield Diagnostic("stands-for-inexact", sources.place("facts", id), id=id, value=value, other=other)


def _lacks(fact: Fact) -> str:
    if fact.type in ("bool", "years") and fact.says is None:
        return "says"
    if fact.type == "choice" and not fact.values:
        return "values"
    if fact.type == "years" and fact.range is None:
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
