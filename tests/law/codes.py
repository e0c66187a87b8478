"""Every diagnostic code of rules and of cases that the program can produce, read from its sources."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from eligibility.reasoning.iin import NumberVerdict
from eligibility.rulefiles.lint.known_names import _FIELDS

__all__ = ["SOURCES", "Found", "codes_of", "found_codes"]

SOURCES = Path(__file__).parents[2] / "src" / "eligibility"

NAMED_ELSEWHERE: dict[tuple[str, str], set[str]] = {
    ("rulefiles/lint/known_names.py", "kind"): {kind for fields in _FIELDS.values() for kind in fields.values()}
    | {"actor", "flag"},
    ("reasoning/case.py", "verdict"): set(get_args(NumberVerdict)) - {"valid"},
}
"""values of a variable that takes them from a table or another module, by file and name"""

OTHER_PAGES = re.compile(r"(\A|/)(letter|verify)")
"""rooms and commands whose diagnostics are neither of rules nor of a case"""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Found:
    code: str
    file: str
    """below `SOURCES`"""

    @property
    def of_rules(self) -> bool:
        return self.file.startswith(("law/daysoff", "plain/yamlfile", "rulefiles/"))


@dataclass(frozen=True, slots=True)
class _Maker:
    """A function that makes diagnostics of the code it is given, or of a family of codes."""

    name: str
    argument: str
    index: int
    code: Callable[[str], str]


@cache
def found_codes() -> frozenset[Found]:
    return frozenset(_found(lambda name: not OTHER_PAGES.search(name)))


def codes_of(files: re.Pattern[str]) -> set[str]:
    return {one.code for one in _found(lambda name: bool(files.match(name)))}


def _found(wanted: Callable[[str], bool]) -> Iterator[Found]:
    for path in SOURCES.rglob("*.py"):
        if wanted(name := path.relative_to(SOURCES).as_posix()):
            yield from (Found(code, name) for code in _Module(name, path.read_text("utf-8")).codes())


class _Module:
    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._tree = ast.parse(text)
        self._makers = [_Maker("Diagnostic", "code", 0, str)]

    def codes(self) -> Iterator[str]:
        for maker in self._makers:  # grows while it is read
            for function, call in self._calls(maker.name):
                argument = self._argument(call, maker)
                if argument is not None:
                    yield from map(maker.code, self._values(argument, function, maker))

    def _calls(self, name: str) -> Iterator[tuple[Function | None, ast.Call]]:
        """Calls of a name, each with the function it stands in."""
        inside = {
            id(node): function
            for function in ast.walk(self._tree)
            if isinstance(function, Function)
            for node in ast.walk(function)
        }
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call) and name == getattr(node.func, "attr", getattr(node.func, "id", None)):
                yield inside.get(id(node)), node

    @staticmethod
    def _argument(call: ast.Call, maker: _Maker) -> ast.expr | None:
        if maker.index < len(call.args):
            return call.args[maker.index]
        return next((keyword.value for keyword in call.keywords if keyword.arg == maker.argument), None)

    def _values(self, node: ast.expr, function: Function | None, maker: _Maker) -> Iterator[str]:
        """What the expression may be; an argument of its function makes the function a maker too."""
        match node:
            case ast.Constant(str(value)):
                yield value
            case ast.IfExp(_, one, other):
                yield from self._values(one, function, maker)
                yield from self._values(other, function, maker)
            case _:
                name = self._only_name(node)
                said = eval_of(node, name)
                arguments = [one.arg for one in function.args.args if one.arg != "self"] if function else []
                if function and name in arguments:
                    self._adopt(_Maker(function.name, name, arguments.index(name), lambda text: maker.code(said(text))))
                elif (self._name, name) in NAMED_ELSEWHERE:
                    yield from map(said, NAMED_ELSEWHERE[self._name, name])
                else:
                    for assigned in _assigned(name, function):
                        yield from self._values(assigned, function, maker)

    def _adopt(self, maker: _Maker) -> None:
        if all((known.name, known.argument) != (maker.name, maker.argument) for known in self._makers):
            self._makers.append(maker)

    def _only_name(self, node: ast.expr) -> str:
        names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
        assert len(names) == 1, f"{self._name}:{node.lineno}: cannot tell which codes {ast.unparse(node)!r} makes"
        return names.pop()


def eval_of(node: ast.expr, name: str) -> Callable[[str], str]:
    """The expression as a function of its only name."""
    compiled = compile(ast.Expression(node), "<code>", "eval")
    return lambda value: str(eval(compiled, {name: value}))  # noqa: S307


def _assigned(name: str, function: Function | None) -> list[ast.expr]:
    found = [
        node.value
        for node in ast.walk(function or ast.Module([], []))
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]
    assert found, f"cannot tell which codes {name!r} may name in {function.name if function else 'a module'}"
    return found
