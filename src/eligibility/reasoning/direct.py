"""The direct engine: each conclusion's tree evaluated once, in order."""

from collections.abc import Callable, Sequence

from eligibility.law.logic import Truth
from eligibility.reasoning.program import Both, Fixed, Lit, Program, Some, Tree

Slots = Sequence[Truth]
_Evaluator = Callable[[Slots], Truth]


class Direct:
    def __init__(self, program: Program) -> None:
        fixed = [node.tree.value if isinstance(node.tree, Fixed) else None for node in program.nodes]
        self._fixed: tuple[Truth, ...] = tuple(fixed)
        self._evaluators = tuple(
            (node.slot, evaluator(node.tree)) for node, value in zip(program.nodes, fixed, strict=True) if value is None
        )

    def infer(self, atoms: Sequence[Truth]) -> list[Truth]:
        """The truth of every slot, given the atoms'."""
        slots = [*atoms, *self._fixed]
        for slot, evaluate in self._evaluators:
            slots[slot] = evaluate(slots)
        return slots


def evaluator(tree: Tree) -> _Evaluator:
    match tree:
        case Fixed(value):
            return lambda slots: value
        case Lit(slot, True):
            return lambda slots: slots[slot]
        case Lit(slot, _):
            return lambda slots: None if (value := slots[slot]) is None else not value
        case Both(parts):
            return _group(parts, decisive=False)
        case Some(parts):
            return _group(parts, decisive=True)


def _group(parts: tuple[Tree, ...], decisive: bool) -> _Evaluator:
    """One part with the decisive value decides; else one unknown part leaves the group unknown."""
    evaluators = tuple(map(evaluator, parts))

    def evaluate(slots: Slots) -> Truth:
        result: Truth = not decisive
        for part in evaluators:
            value = part(slots)
            if value is decisive:
                return decisive
            if value is None:
                result = None
        return result

    return evaluate
