"""What a conclusion rests on: the slots that make its tree true, false or unknown."""

from collections.abc import Callable

from eligibility.reasoning.direct import Slots, evaluator
from eligibility.reasoning.program import Both, Fixed, Lit, Some, Tree

Supporter = Callable[[Slots], tuple[int, ...]]


def supporter(tree: Tree) -> Supporter:
    """Of a settled tree the slots that settle it, of an unknown tree its unknown slots."""
    match tree:
        case Fixed():
            return _nothing
        case Lit(slot, _):
            alone = (slot,)
            return lambda _: alone
        case Both(parts) | Some(parts):
            return _of_group(parts, decisive=isinstance(tree, Some))


def _nothing(_: Slots) -> tuple[int, ...]:
    return ()


def _of_group(parts: tuple[Tree, ...], decisive: bool) -> Supporter:
    evaluators = tuple(map(evaluator, parts))
    supporters = tuple(map(supporter, parts))

    def support(slots: Slots) -> tuple[int, ...]:
        unknown: list[int] = []
        settled: list[int] = []
        for evaluate, below in zip(evaluators, supporters, strict=True):
            value = evaluate(slots)
            if value is decisive:
                return below(slots)
            (unknown if value is None else settled).extend(below(slots))
        return tuple(unknown or settled)

    return support
