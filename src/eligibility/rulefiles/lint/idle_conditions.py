"""Conditions that decide nothing, requirements nobody can meet, rules written twice."""

from collections.abc import Collection, Iterator

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.law.condition import Condition, Name, Value, parsed, walk, written
from eligibility.law.edition import Edition
from eligibility.law.logic import Truth, facts_read, truth
from eligibility.law.pack import Pack
from eligibility.law.space import assignments, consistent, space
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.lint.conditions_at import ConditionAt, rules
from eligibility.rulefiles.lint.whole_facts import RESERVED
from eligibility.rulefiles.loading import Sources


def check_conditions(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    """Runs on packs whose conditions all parse and name known things."""
    categories = {id: parsed(category.when) for id, category in pack.categories.items()}
    contradictions = [parsed(entry.when) for entry in pack.contradictions]
    judge = _Judge(pack, categories, contradictions)
    for rule in rules(sources):
        if not any(isinstance(part, Name) and part.id in RESERVED for part in walk(rule.condition)):
            yield from judge.verdict(rule)
    for key, file in sources.editions.items():
        yield from _twice(pack.edition(*key), file)


class _Judge:
    def __init__(self, pack: Pack, categories: dict[str, Condition], contradictions: list[Condition]) -> None:
        self._pack = pack
        self._categories = categories
        self._contradictions = contradictions
        self._known: dict[str, tuple[set[Truth], set[Truth]]] = {}

    def verdict(self, rule: ConditionAt) -> Iterator[Diagnostic]:
        anywhere, possible = self._truths(rule.condition)
        if anywhere == {True}:
            yield Diagnostic("always-true", rule.place)
        elif anywhere == {False}:
            yield Diagnostic("always-false", rule.place)
        elif possible <= {False} and rule.section != "contradictions":
            yield Diagnostic("unreachable-rule", rule.place)

    def _truths(self, tree: Condition) -> tuple[set[Truth], set[Truth]]:
        """The values the condition takes over all facts, and over facts that do not contradict each other."""
        text = written(tree)
        if text not in self._known:
            read = facts_read(tree, self._categories)
            near = [c for c in self._contradictions if facts_read(c, self._categories).keys() <= read.keys()]
            anywhere: set[Truth] = set()
            possible: set[Truth] = set()
            for facts in self._cases([tree, *near], read):
                value = truth(tree, facts, self._categories)
                anywhere.add(value)
                if value not in possible and consistent(facts, near, self._categories):
                    possible.add(value)
                if len(possible) == 2:
                    break
            self._known[text] = anywhere, possible
        return self._known[text]

    def _cases(self, trees: list[Condition], read: Collection[str]) -> Iterator[dict[str, Value]]:
        """On days on which all parameters are known."""
        parameters = {id: one for id, one in self._pack.parameters.items() if id in read}
        for facts in assignments(space(trees, self._pack.facts, self._categories, self._pack.parameters), parameters):
            if facts.keys() >= parameters.keys():
                yield facts


def _twice(edition: Edition | None, file: YamlFile) -> Iterator[Diagnostic]:
    first: set[tuple[str | None, str]] = set()
    for index, requirement in enumerate(edition.requirements if edition else ()):
        for document in requirement.all_of or (requirement.document,):
            rule = (document, written(parsed(requirement.when)))
            if rule in first:
                yield Diagnostic("duplicate-rule", file.place(("requirements", index)), document=document)
            first.add(rule)
