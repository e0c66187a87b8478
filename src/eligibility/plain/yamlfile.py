"""YAML read strictly: the place of every key and value is kept, and YAML's traps are errors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.plain.reading import Steps
from eligibility.plain.yamlslips import ODD_SPACES, slip

MAX_BYTES = 1_000_000
MAX_DEPTH = 40

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_CONSTANTS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
_AMBIGUOUS = frozenset({"yes", "no", "on", "off", "y", "n"})
_QUOTES = frozenset({"'", '"'})
_LOOKAHEAD = 2_000
"""signs behind its last event that a library may have read: a key has 1,024 of them at most"""
_OPENING = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken, yaml.BlockSequenceStartToken, yaml.BlockMappingStartToken)
_CLOSING = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)


@dataclass(slots=True)
class YamlFile:
    """A file's plain data with the place of each key and value by its path."""

    name: str
    data: Any = None
    keys: dict[Steps, Place] = field(default_factory=dict)
    values: dict[Steps, Place] = field(default_factory=dict)
    texts: dict[Steps, Place] = field(default_factory=dict)
    """where the text of a scalar on one line begins, after its quote"""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def place(self, path: Steps) -> Place:
        """The nearest known place of a path, for paths that point at something absent."""
        while path:
            if path in self.values:
                return self.values[path]
            path = path[:-1]
        return self.values.get((), Place(self.name, 1, 1))

    def inside(self, path: Steps, offset: int) -> Place:
        """A character of a scalar; the scalar itself where its text is spread over lines."""
        if path not in self.texts:
            return self.place(path)
        text = self.texts[path]
        return Place(text.file, text.line, text.column + offset)


def read_yaml(name: str, content: bytes) -> YamlFile:
    """A file's data with the places of its parts, or what is wrong with it: its traps of YAML are mistakes."""
    file = YamlFile(name)
    if len(content) > MAX_BYTES:
        file.diagnostics.append(Diagnostic("yaml-too-large", Place(name, 1, 1), size=len(content), limit=MAX_BYTES))
        return file
    try:
        text = content.decode("utf-8")
        file.diagnostics += _traps(name, text)
        node = None if file.diagnostics else yaml.compose(text, Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        file.diagnostics.append(Diagnostic("yaml-not-utf8", _byte_place(name, content, error.start)))
        return file
    except yaml.YAMLError as error:
        file.diagnostics.append(slip(name, text, error) or _syntax(name, content, error))
        return file
    if node is not None:
        file.data = _Reader(file).plain(node, ())
    return file


def _traps(name: str, text: str) -> Iterator[Diagnostic]:
    """Found before composing: the composer crashes on deep nesting and forgets where an alias stands."""
    flow: list[bool] = []
    last: yaml.Event | None = None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            last = event
            match event:
                case yaml.AliasEvent():
                    yield Diagnostic("yaml-alias", _mark_place(name, event.start_mark))
                case yaml.CollectionStartEvent():
                    flow.append(bool(event.flow_style))
                case yaml.CollectionEndEvent():
                    flow.pop()
            if len(flow) > MAX_DEPTH:
                yield Diagnostic("yaml-too-deep", _mark_place(name, event.start_mark))
                return
    except yaml.YAMLError:
        deep = _deep_ahead(name, text, last, flow)
        if deep is None:
            raise
        yield Diagnostic("yaml-too-deep", deep)


def _deep_ahead(name: str, text: str, last: Any, flow: list[bool]) -> Place | None:
    """Where it gets too deep behind the last event: some libraries end deep nesting themselves, before they tell of it."""
    if last is None:
        return None
    seen = last.end_mark
    start: Any = last.start_mark
    opened = isinstance(last, yaml.CollectionStartEvent) and start.index == seen.index
    before = ("[" if flow and flow[-1] else "").rjust(seen.column)
    depth = len(flow) - before.count("[") - opened
    try:
        for token in yaml.scan(before + text[seen.index : seen.index + _LOOKAHEAD], Loader=yaml.SafeLoader):
            depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
            if depth > MAX_DEPTH:
                mark = token.start_mark
                return Place(name, seen.line + mark.line + 1, mark.column + 1 - (0 if mark.line else len(before) - seen.column))
    except yaml.YAMLError:
        pass
    return None


def _syntax(name: str, content: bytes, error: yaml.YAMLError) -> Diagnostic:
    position = getattr(error, "position", None)
    mark = getattr(error, "problem_mark", None)
    place = _mark_place(name, mark) if position is None else _byte_place(name, content, position)
    return Diagnostic("yaml-syntax", place)


def _mark_place(name: str, mark: Any) -> Place:
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)


def _byte_place(name: str, content: bytes, offset: int) -> Place:
    before = content[:offset].decode("utf-8", "replace").split("\n")
    return Place(name, len(before), len(before[-1]) + 1)


def _is_bare(key: yaml.Node, value: yaml.Node) -> bool:
    """Whether a key has neither a colon nor a value."""
    return bool(key.end_mark.index == value.start_mark.index == value.end_mark.index)


class _Reader:
    def __init__(self, file: YamlFile) -> None:
        self._file = file

    def plain(self, node: yaml.Node, path: Steps) -> Any:
        self._file.values[path] = self._place(node)
        match node:
            case yaml.MappingNode():
                return self._mapping(node, path)
            case yaml.SequenceNode():
                return [self.plain(item, (*path, index)) for index, item in enumerate(node.value)]
            case yaml.ScalarNode():
                if node.start_mark.line == node.end_mark.line:
                    self._file.texts[path] = self._place(node, len(_QUOTES & {node.style}))
                return self._scalar(node)
        return None

    def _mapping(self, node: yaml.MappingNode, path: Steps) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        cut = False
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._report("yaml-key", key_node)
                continue
            if not key_node.style and key_node.value.strip(ODD_SPACES) != key_node.value:
                self._report("yaml-space", key_node)
            if node.flow_style and _is_bare(key_node, value_node):
                if not cut:
                    self._report("yaml-comma" if found else "yaml-no-colon", key_node)
                cut = True
                continue
            cut = False
            key = self._scalar(key_node, is_key=True)
            if key in found:
                self._report("yaml-duplicate-key", key_node, key=key)
                continue
            self._file.keys[(*path, key)] = self._place(key_node)
            found[key] = self.plain(value_node, (*path, key))
        return found

    def _scalar(self, node: yaml.ScalarNode, is_key: bool = False) -> Any:
        text = node.value
        if node.style:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.match(text) and len(text) < 18:
            return int(text)
        if text.lower() in _AMBIGUOUS and not is_key:
            self._report("yaml-yes-no", node, word=text)
        return text

    def _place(self, node: yaml.Node, offset: int = 0) -> Place:
        return Place(self._file.name, node.start_mark.line + 1, node.start_mark.column + 1 + offset)

    def _report(self, code: str, node: yaml.Node, /, **values: object) -> None:
        self._file.diagnostics.append(Diagnostic(code, self._place(node), **values))
