"""Flags say what they leave open, and no rule is definite where its own flag leaves it open."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.law.condition import Condition, parsed, written_value
from eligibility.law.logic import facts_read, truth
from eligibility.law.pack import Pack
from eligibility.law.space import assignments, consistent, space
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.lint.known_names import rules_of
from eligibility.rulefiles.loading import Sources
from eligibility.rulefiles.shared_flags import is_whole, written_out

OPEN = frozenset({"whether", "who"})
"""what a flag may leave open so that the rule it is about has no definite status"""
SILENT = "refuse_to_accept_unsaid"
"""the rules that themselves say that the text leaves something open"""


def check_flags(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    """Runs on packs whose conditions all parse and name known things."""
    search = _Search(pack)
    for file in sources.flags.values():
        yield from (_without_leaves(file, (id,), id) for id, flag in file.data.items() if _lacks_leaves(flag))
    for key, file in sources.editions.items():
        for at, flag in enumerate(file.data.get("flags", ())):
            if is_whole(flag) and _lacks_leaves(flag):
                yield _without_leaves(file, ("flags", at, "id"), flag["id"])
        flags = {flag["id"]: flag for flag in written_out(file.data, sources.flags_of(key.act)).get("flags", ())}
        for path, rule in rules_of(file.data):
            if path[0] == SILENT:
                continue
            for at, id in enumerate(rule.get("flags", ())):
                yield from _definite(file, (*path, "flags", at), rule, flags[id], search)


def _lacks_leaves(flag: Any) -> bool:
    return flag["kind"] != "misprint" and not flag.get("leaves")


def _without_leaves(file: YamlFile, path: Steps, id: str) -> Diagnostic:
    return Diagnostic("leaves-missing", file.place(path), flag=id)


def _definite(file: YamlFile, path: Steps, rule: Any, flag: Any, search: "_Search") -> Iterator[Diagnostic]:
    leaves = flag.get("leaves", ())
    left_open = OPEN.intersection([leaves] if isinstance(leaves, str) else leaves)
    if not left_open:
        return
    case = search.definite(rule.get("when"), flag.get("when"))
    if case is not None:
        code = "definite-status" if case else "definite-for-all"
        yield Diagnostic(code, file.place(path), flag=flag["id"], leaves=", ".join(sorted(left_open)), facts=case)


class _Pair(NamedTuple):
    rule: str | None
    flag: str | None


class _Search:
    """For facts with which a flag applies and a rule is definite all the same."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._categories: Mapping[str, Condition] = {id: parsed(one.when) for id, one in pack.categories.items()}
        self._contradictions = [parsed(one.when) for one in pack.contradictions]
        self._known: dict[_Pair, str | None] = {}

    def definite(self, rule: str | None, flag: str | None) -> str | None:
        pair = _Pair(rule, flag)
        if pair not in self._known:
            self._known[pair] = self._found(parsed(rule), parsed(flag))
        return self._known[pair]

    def _found(self, rule: Condition, flag: Condition) -> str | None:
        read = facts_read(rule, self._categories) | facts_read(flag, self._categories)
        near = [one for one in self._contradictions if facts_read(one, self._categories).keys() <= read.keys()]
        parameters = self._pack.parameters
        for facts in assignments(space([rule, flag, *near], self._pack.facts, self._categories, parameters), parameters):
            applies = truth(flag, facts, self._categories) is True and consistent(facts, near, self._categories)
            if applies and truth(rule, facts, self._categories) is not None:
                return ", ".join(f"{id} {written_value(value)}" for id, value in facts.items())
        return None
