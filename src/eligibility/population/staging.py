"""Truths put into columns of their own, so that what several conclusions rest on is worked out once."""

from collections.abc import Iterable
from typing import NamedTuple

from eligibility.population.expression import (
    Among,
    AnyOf,
    Computed,
    EachOf,
    Expression,
    Inverse,
    Sure,
    computed,
    inverse,
    unanimous,
)


class ColumnStage(NamedTuple):
    """Columns that read the table and the stages before."""

    columns: tuple[tuple[str, Expression], ...]


class Staging:
    """Columns given out, each for another truth."""

    def __init__(self) -> None:
        self._names: dict[Expression, str] = {}
        self._held: dict[str, Expression] = {}
        self._levels: dict[str, int] = {}

    def put(self, expression: Expression, kind: str) -> Expression:
        """A column for the truth, one for the same truth; what is sure or stands in one already needs none."""
        if isinstance(expression, (Sure, Computed)):
            return expression
        name = self._names.get(expression)
        if name is None:
            name = self._names[expression] = f"#{kind}{len(self._names)}"
            self._held[name] = expression
            self._levels[name] = 1 + max((self._levels[one] for one in computed(expression)), default=0)
        return Computed(name)

    def agreed(self, parts: tuple[Expression, ...]) -> Expression:
        """What all of them agree on. Where they differ in one part of a group alone, the group of what those agree on: for
        three values that is the same, and no group has to be worked out twice."""
        if len(set(parts)) == 1:
            return parts[0]
        first, *others = found = [self._meant(part) for part in parts]
        match first:
            case Inverse() if all(isinstance(one, Inverse) for one in others):
                return self.put(inverse(self.agreed(tuple(one.part for one in found if isinstance(one, Inverse)))), "agreed")
            case EachOf() | AnyOf() if all(type(one) is type(first) for one in others):
                groups = [one.parts for one in found if isinstance(one, (EachOf, AnyOf))]
                differing = _differing(groups)
                if differing is not None:
                    alike = self.agreed(tuple(group[differing] for group in groups))
                    return self.put(type(first)((*first.parts[:differing], alike, *first.parts[differing + 1 :])), "agreed")
        return self.put(unanimous(found if all(isinstance(one, Among) for one in found) else parts), "agreed")

    def _meant(self, part: Expression) -> Expression:
        return self._held[part.name] if isinstance(part, Computed) else part

    def stages(self, asked: Iterable[Expression]) -> tuple[ColumnStage, ...]:
        """The columns that these truths rest on, no others."""
        wanted, open_still = dict[str, None](), [name for one in asked for name in computed(one)]
        while open_still:
            name = open_still.pop()
            if name not in wanted:
                wanted[name] = None
                open_still += computed(self._held[name])
        last = max((self._levels[name] for name in wanted), default=0)
        named = [(self._levels[name], name) for name in self._held if name in wanted]
        levels = ([(name, self._held[name]) for level, name in named if level == at] for at in range(1, last + 1))
        return tuple(ColumnStage(tuple(columns)) for columns in levels)


def _differing(groups: list[tuple[Expression, ...]]) -> int | None:
    """The one place in which groups of a length differ; nothing where there is more than one."""
    if len({len(group) for group in groups}) > 1:
        return None
    places = [at for at, parts in enumerate(zip(*groups, strict=True)) if len(set(parts)) > 1]
    return places[0] if len(places) == 1 else None
