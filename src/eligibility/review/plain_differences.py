"""What differs between two entries of plain data, place by place."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

BOTH = frozenset({"kk", "ru"})
"""the keys of a text, which is told as one"""


class PlainDifference(NamedTuple):
    """A place in an entry and what stands there before and after; None where nothing does."""

    path: tuple[str, ...]
    before: Any
    after: Any


def plain_differences(before: Any, after: Any, path: tuple[str, ...] = ()) -> Iterator[PlainDifference]:
    """Of what is only there before or after, place by place as well."""
    if before == after:
        return
    if all(part is None or _has_parts(part) for part in (before, after)):
        one, other = before or {}, after or {}
        for key in dict.fromkeys((*one, *other)):
            yield from plain_differences(one.get(key), other.get(key), (*path, str(key)))
    elif isinstance(before, list) and isinstance(after, list):
        yield from (PlainDifference(path, one, None) for one in before if one not in after)
        yield from (PlainDifference(path, None, one) for one in after if one not in before)
        if all(one in after for one in before) and all(one in before for one in after):
            yield PlainDifference(path, before, after)
    else:
        yield PlainDifference(path, before, after)


def _has_parts(data: Any) -> bool:
    return isinstance(data, Mapping) and not data.keys() <= BOTH
