"""The mutants of a file: mutmut's mistakes that change what is decided or said, and a few of our own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import libcst as cst
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

Node = Any
Changed = Iterable[Node]
TRUE, FALSE = cst.Name("True"), cst.Name("False")


@dataclass(frozen=True, slots=True)
class Mutant:
    module: str
    """as a path from the top of the checkout"""
    line: int
    within: str
    """the function or class it is in; nothing at the top of a file"""
    kind: str
    code: str
    """of the whole file"""
    was: str
    now: str
    """the changed lines, for people and to know the mutant again when lines move"""

    @property
    def place(self) -> str:
        return f"{self.module}:{self.line}" + (f" in {self.within}" if self.within else "")

    @property
    def id(self) -> str:
        return "\n".join([self.module, self.within, self.was, self.now])


def mutants_of(module: str, source: str) -> list[Mutant]:
    wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    places, spans = wrapper.resolve(PositionProvider), wrapper.resolve(ByteSpanPositionProvider)
    found: dict[str, Mutant] = {}
    for node, within in _walk(wrapper.module, ""):
        for kind, changed in _changes(node):
            code = _with(wrapper.module, source.encode(), spans[node], node, changed)
            was, now = _difference(source, code)
            if was != now:
                found.setdefault(code, Mutant(module, places[node].start.line, within, kind, code, was, now))
    return list(found.values())


def _with(tree: cst.Module, source: bytes, span: Any, node: Node, changed: Node) -> str:
    """The file with one node changed: only its own text where that stands alone, since writing a whole tree is slow."""
    end = span.start + span.length
    if tree.code_for_node(node).encode() == source[span.start : end]:
        return str((source[: span.start] + tree.code_for_node(changed).encode() + source[end:]).decode())
    whole: Node = tree.deep_replace(node, changed)
    return str(whole.code)


def _difference(source: str, code: str) -> tuple[str, str]:
    """The lines that are not the same in both, without those around them."""
    one, other = source.splitlines(), code.splitlines()
    start = next((at for at, (line, new) in enumerate(zip(one, other, strict=False)) if line != new), min(len(one), len(other)))
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    was, now = (tuple(map(str.strip, lines[start : len(lines) - end])) for lines in (one, other))
    return "\n".join(was), "\n".join(now)


def _walk(node: Node, within: str) -> Iterator[tuple[Node, str]]:
    """Every node that runs and means something, with the function it is in."""
    if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
        within = f"{within}.{node.name.value}".lstrip(".")
    yield node, within
    for child in node.children:
        if not _idle(child):
            yield from _walk(child, within)


def _idle(node: Node) -> bool:
    """Types, texts for readers of the code, and messages of errors that only programmers see."""
    match node:
        case cst.Annotation() | cst.Decorator() | cst.Import() | cst.ImportFrom() | cst.TypeAlias():
            return True
        case cst.Raise(exc=cst.Call(func=cst.Name(value=name))):
            return isinstance(name, str) and name.endswith("Error")
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString())]):
            return True
        case cst.Subscript(value=cst.Name(value="Literal")) | cst.Call(func=cst.Name(value="cast" | "TypeVar")):
            return True
        case cst.If(test=cst.Name(value="TYPE_CHECKING")):
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value="__all__"))]):
            return True
    return False


def _changes(node: Node) -> Iterator[tuple[str, Node]]:
    for kind, types, change in KINDS:
        if isinstance(node, types):
            yield from ((kind, changed) for changed in change(node))


def _text(node: Node) -> Changed:
    """Another text; in other case it would be noticed by the same tests."""
    yield from list(mutators.operator_string(node))[:1]


def _number(node: Node) -> Changed:
    yield from mutators.operator_number(node)
    if isinstance(node, cst.Integer) and node.evaluated_value > 0:
        yield cst.Integer(str(node.evaluated_value - 1))


def _operator(node: Node) -> Changed:
    """Sets and mappings are joined by `|`: any other sign is an error at once."""
    if not (isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.BitOr)):
        yield from mutators.operator_swap_op(node)


def _branch(node: Node) -> Changed:
    """A condition that always holds, or never."""
    always = () if isinstance(node, cst.While) else (TRUE,)
    yield from (node.with_changes(test=forced) for forced in (*always, FALSE))


def _guard(node: Node) -> Changed:
    if node.guard is not None:
        yield from (node.with_changes(guard=forced) for forced in (TRUE, FALSE))


def _sifting(node: Node) -> Changed:
    """Of a comprehension, the `if` that lets all through."""
    yield node.with_changes(test=TRUE)


def _left_out(node: Node) -> Changed:
    """A statement that does something, left out."""
    match node:
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.Call() | cst.Yield())]):
            yield node.with_changes(body=[cst.Pass()])


def _named_argument(node: Node) -> Changed:
    for at, argument in enumerate(node.args):
        if argument.keyword is not None:
            yield node.with_changes(args=[*node.args[:at], *node.args[at + 1 :]])


Kind = tuple[str, Any, Callable[[Node], Changed]]

KINDS: tuple[Kind, ...] = (
    ("branch", (cst.If, cst.While), _branch),
    ("branch", cst.MatchCase, _guard),
    ("branch", cst.CompIf, _sifting),
    ("branch", cst.IfExp, mutators.operator_if_exp),
    ("case", cst.Match, mutators.operator_match),
    ("operator", cst.CSTNode, _operator),
    ("operator", cst.UnaryOperation, mutators.operator_remove_unary_ops),
    ("operator", cst.AugAssign, mutators.operator_augmented_assignment),
    ("word", cst.CSTNode, mutators.operator_keywords),
    ("word", cst.Name, mutators.operator_name),
    ("number", cst.BaseNumber, _number),
    ("text", cst.BaseString, _text),
    ("text", cst.Call, mutators.operator_symmetric_string_methods_swap),
    ("statement", cst.SimpleStatementLine, _left_out),
    ("argument", cst.Call, _named_argument),
)
