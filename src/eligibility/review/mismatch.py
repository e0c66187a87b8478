"""What is answered otherwise than a scenario expects, as a value that can be said in either language."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic, Translate
from eligibility.words.text import N_

OTHERWISE = N_("expected {expected}, found {found}")
LACKING = N_("expected and not found: {names}")
MORE = N_("found and not expected: {names}")


class Mismatch(NamedTuple):
    """One difference: where in the answer, and a template with what fills it."""

    where: tuple[str, ...]
    says: str
    values: Mapping[str, object]

    def said(self, translate: Translate = str) -> str:
        shown = {name: _shown(value, translate) for name, value in self.values.items()}
        return ": ".join((*self.where, translate(self.says).format(**shown)))

    def under(self, *where: str) -> "Mismatch":
        return self._replace(where=(*where, *self.where))


def mismatch(says: str, **values: object) -> Mismatch:
    return Mismatch((), says, values)


def otherwise(wanted: object, found: object) -> Iterator[Mismatch]:
    if wanted != found:
        yield mismatch(OTHERWISE, expected=wanted, found=found)


def each_under(where: str, found: Iterable[Mismatch]) -> Iterator[Mismatch]:
    yield from (one.under(where) for one in found)


def _shown(value: object, translate: Translate) -> str:
    """As it is written in a scenario, on one line."""
    if isinstance(value, Diagnostic):
        advice = value.advice(translate)
        return value.message(translate) + (f" ({advice})" if advice else "")
    return value if isinstance(value, str) and value else _flow(value)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False, default=str)
