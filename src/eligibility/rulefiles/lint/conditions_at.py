"""Every condition of a pack with its place, so that each check reads them the same way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from eligibility.diagnostics.diagnostic import Place
from eligibility.law.condition import Condition, SyntaxProblem, parse
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources


@dataclass(frozen=True, slots=True)
class ConditionAt:
    """A condition where it stands."""

    section: str
    tree: Condition | SyntaxProblem
    file: YamlFile
    path: Steps

    @property
    def place(self) -> Place:
        return self.file.values[self.path]

    @property
    def condition(self) -> Condition:
        if isinstance(self.tree, SyntaxProblem):
            raise TypeError(f"{self.place}: not a condition")
        return self.tree


def rules(sources: Sources) -> Iterator[ConditionAt]:
    for section in ("categories", "contradictions", "situations"):
        for file in sources.shared.get(section, ()):
            yield from _of_file(file, section)
    for file in sources.flags.values():
        yield from _of_file(file, "flags")
    for file in sources.editions.values():
        yield from _of_file(file)


def _of_file(file: YamlFile, section: str | None = None) -> Iterator[ConditionAt]:
    for path, value in _leaves(file.data, ()):
        if path[-1] == "when" and isinstance(value, str):
            yield ConditionAt(section or str(path[0]), parse(value), file, path)


def _leaves(data: Any, path: Steps) -> Iterator[tuple[Steps, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, (*path, index))
    elif path:
        yield path, data
