"""An id that nobody has defined."""

from collections.abc import Collection, Iterator

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import misspelt


def defined(code: str, id: str, known: Collection[str], place: Place) -> Iterator[Diagnostic]:
    if id not in known:
        yield Diagnostic(code, place, **misspelt(id, known))
