"""JSON without its loopholes: no key twice, no number that is none, no endless nesting."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from eligibility.diagnostics.meant import masked
from eligibility.diagnostics.refusal import refused

MAX_DEPTH = 40


def parse_json(content: bytes | str, where: str) -> Any:
    """JSON as plain data; refuses a key given twice, numbers that are none, and nesting without end."""
    try:
        data = json.loads(content, object_pairs_hook=_without_repeats, parse_constant=_no_constant, parse_float=_exact)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}:{error.colno}"
        raise refused("json-syntax", place) from None
    except _Repeated as repeated:
        raise refused("duplicate-key", where, key=masked(str(repeated))) from None
    except UnicodeDecodeError:
        raise refused("not-utf8", where) from None
    except (RecursionError, ValueError):
        raise refused("too-deep", where) from None
    if _depth(data) > MAX_DEPTH:
        raise refused("too-deep", where)
    return data


class _Repeated(Exception):
    """A key that stands twice in one object."""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Repeated(key)
        found[key] = value
    return found


def _exact(text: str) -> Decimal:
    """A number as it is written, which a float is not."""
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _depth(data: Any) -> int:
    """Levels of nesting, without recursion."""
    deepest = 0
    waiting = [(data, 1)]
    while waiting:
        item, level = waiting.pop()
        deepest = max(deepest, level)
        if level <= MAX_DEPTH and isinstance(item, (dict, list)):
            waiting += [(below, level + 1) for below in (item.values() if isinstance(item, dict) else item)]
    return deepest
