"""YAML read strictly: the place of every key and value is kept, and YAML's traps are errors."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from eligibility.law.diagnostics import Diagnostic, Place

Path = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 40

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_CONSTANTS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
_AMBIGUOUS = frozenset({"yes", "no", "on", "off", "y", "n"})


@dataclass(slots=True)
class YamlFile:
    """A file's plain data with the place of each key and value by its path."""

    name: str
    data: Any = None
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """The nearest known place of a path, for paths that point at something absent."""
        while path:
            if path in self.values:
                return self.values[path]
            path = path[:-1]
        return self.values.get((), Place(self.name, 1, 1))


def read_yaml(name: str, content: bytes) -> YamlFile:
    file = YamlFile(name)
    if len(content) > MAX_BYTES:
        file.diagnostics.append(
            Diagnostic(
                "yaml-too-large",
                "the file has {size} bytes, more than {limit}",
                Place(name, 1, 1),
                "split the file",
                {"size": len(content), "limit": MAX_BYTES},
            )
        )
        return file
    try:
        node = yaml.compose(content.decode("utf-8"), Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        file.diagnostics.append(
            Diagnostic("yaml-not-utf8", "the file is not UTF-8 text", Place(name, 1, error.start + 1), "save it as UTF-8")
        )
        return file
    except (yaml.YAMLError, RecursionError) as error:
        file.diagnostics.append(_syntax(name, error))
        return file
    if node is not None:
        file.data = _Reader(file).plain(node, ())
    return file


def _syntax(name: str, error: yaml.YAMLError | RecursionError) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
    return Diagnostic("yaml-syntax", "this is not YAML", place, "check the indentation, the quotes and the brackets near here")


class _Reader:
    def __init__(self, file: YamlFile) -> None:
        self._file = file
        self._seen: set[int] = set()

    def plain(self, node: yaml.Node, path: Path) -> Any:
        self._file.values[path] = self._place(node)
        if id(node) in self._seen:
            self._report(node, "yaml-alias", "an alias repeats another part of the file", "write the part out")
            return None
        if len(path) > MAX_DEPTH:
            self._report(node, "yaml-too-deep", "the file is nested too deeply", "no rule file nests this far")
            return None
        match node:
            case yaml.MappingNode():
                self._seen.add(id(node))
                return self._mapping(node, path)
            case yaml.SequenceNode():
                self._seen.add(id(node))
                return [self.plain(item, (*path, index)) for index, item in enumerate(node.value)]
            case yaml.ScalarNode():
                return self._scalar(node)
        return None

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._report(key_node, "yaml-key", "a key must be a word", "write a plain word before the colon")
                continue
            key = self._scalar(key_node)
            if key in found:
                self._report(key_node, "yaml-duplicate-key", "the key {key} stands here twice", "keep one of the two", key=key)
                continue
            self._file.keys[(*path, key)] = self._place(key_node)
            found[key] = self.plain(value_node, (*path, key))
        return found

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text = node.value
        if node.style:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.match(text) and len(text) < 18:
            return int(text)
        if text.lower() in _AMBIGUOUS:
            self._report(
                node, "yaml-yes-no", "{word} may be read as a boolean", 'write true or false, or quote it: "{word}"', word=text
            )
        return text

    def _place(self, node: yaml.Node) -> Place:
        return Place(self._file.name, node.start_mark.line + 1, node.start_mark.column + 1)

    def _report(self, node: yaml.Node, code: str, text: str, hint: str, **values: object) -> None:
        self._file.diagnostics.append(Diagnostic(code, text, self._place(node), hint, values))
