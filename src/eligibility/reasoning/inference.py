"""The engines by name. `paired` runs both and answers only where they agree."""

from collections.abc import Sequence
from functools import cache
from typing import Literal, Protocol

from eligibility.law.logic import Truth
from eligibility.reasoning.direct import Direct
from eligibility.reasoning.program import Program

EngineName = Literal["paired", "rete", "direct"]
"""a way of reasoning; paired is both of the others, which must agree"""
ENGINES: tuple[EngineName, ...] = ("paired", "rete", "direct")


class Inference(Protocol):
    def infer(self, atoms: Sequence[Truth]) -> list[Truth]: ...


class EngineDisagreement(Exception):
    """The two engines drew different conclusions from the same facts, so there is no decision."""

    def __init__(self, conclusions: Sequence[str]) -> None:
        self.conclusions = tuple(conclusions)
        super().__init__("the engines disagree on " + ", ".join(conclusions))


class EngineMissing(Exception):
    """The engine asked for cannot run on this machine."""


class Paired:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._engines = (Direct(program), _rete(program))

    def infer(self, atoms: Sequence[Truth]) -> list[Truth]:
        first, second = (engine.infer(atoms) for engine in self._engines)
        if first != second:
            raise EngineDisagreement([node.name for node in self._program.nodes if first[node.slot] is not second[node.slot]])
        return first


@cache
def rete_available() -> bool:
    try:
        import durable_rules_engine  # noqa: F401
    except ImportError:
        return False
    return True


def default_engine() -> EngineName:
    return "paired" if rete_available() else "direct"


def inference(name: EngineName, program: Program) -> Inference:
    match name:
        case "direct":
            return Direct(program)
        case "rete":
            return _rete(program)
        case "paired":
            return Paired(program)


def _rete(program: Program) -> Inference:
    if not rete_available():
        raise EngineMissing("durable-rules is not installed")
    from eligibility.reasoning.rete import Rete

    return Rete(program)
