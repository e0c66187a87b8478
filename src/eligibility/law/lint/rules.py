"""Every condition of a pack with its place, so that each check reads them the same way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from eligibility.law.condition import Condition, SyntaxProblem, parse
from eligibility.law.diagnostics import Place
from eligibility.law.loading import Sources
from eligibility.law.yamlfile import Path, YamlFile


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition where it stands."""

    section: str
    tree: Condition | SyntaxProblem
    file: YamlFile
    path: Path

    @property
    def place(self) -> Place:
        return self.file.values[self.path]

    @property
    def condition(self) -> Condition:
        if isinstance(self.tree, SyntaxProblem):
            raise TypeError(f"{self.place}: not a condition")
        return self.tree


def rules(sources: Sources) -> Iterator[Rule]:
    for section in ("categories", "contradictions"):
        for file in sources.shared.get(section, ()):
            yield from _of_file(file, section)
    for file in sources.flags.values():
        yield from _of_file(file, "flags")
    for file in (*sources.standards.values(), *sources.editions.values()):
        yield from _of_file(file)


def _of_file(file: YamlFile, section: str | None = None) -> Iterator[Rule]:
    for path, value in _leaves(file.data, ()):
        if path[-1] == "when" and isinstance(value, str):
            yield Rule(section or str(path[0]), parse(value), file, path)


def _leaves(data: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, (*path, index))
    elif path:
        yield path, data
