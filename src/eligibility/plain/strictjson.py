"""JSON without its loopholes: no key twice, no number that is none, no endless nesting."""

import json
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic, Refused, masked
from eligibility.words.text import N_

MAX_DEPTH = 40


def parse_json(content: bytes | str, where: str) -> Any:
    """JSON as plain data; refuses a key given twice, numbers that are none, and nesting without end."""
    try:
        data = json.loads(content, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}:{error.colno}"
        raise Refused(
            [Diagnostic("json-syntax", N_("this is not JSON"), place, N_("check the quotes, commas and brackets near here"))]
        ) from None
    except _Repeated as repeated:
        raise Refused(
            [
                Diagnostic(
                    "duplicate-key",
                    N_("the key {key} stands twice"),
                    where,
                    N_("keep one of the two"),
                    {"key": masked(str(repeated))},
                )
            ]
        ) from None
    except UnicodeDecodeError:
        raise Refused([Diagnostic("not-utf8", N_("this is not UTF-8 text"), where, N_("save it as UTF-8"))]) from None
    except (RecursionError, ValueError):
        raise Refused([_too_deep(where)]) from None
    if _depth(data) > MAX_DEPTH:
        raise Refused([_too_deep(where)])
    return data


def _too_deep(where: str) -> Diagnostic:
    return Diagnostic(
        "too-deep", N_("the data is nested too deeply or holds a number no case has"), where, N_("a case has few levels")
    )


class _Repeated(Exception):
    """A key that stands twice in one object."""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Repeated(key)
        found[key] = value
    return found


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
