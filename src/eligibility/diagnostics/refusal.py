"""What is raised where something cannot be used. Each carries all that was found wrong.

Refused
├── CalendarMalformed    data of the working calendar
├── CalendarMissing      a year that the calendar does not hold
└── TermInvalid          a term that cannot be counted
"""

from collections.abc import Iterable

from eligibility.diagnostics.diagnostic import Diagnostic, Place


class Refused(Exception):
    """Input or a rule pack that cannot be used, with every diagnostic found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.where}: {d.message()}" for d in self.diagnostics))


def refused(code: str, where: Place | str = "", /, **values: object) -> Refused:
    """The refusal for one mistake."""
    return Refused([Diagnostic(code, where, **values)])


class CalendarMalformed(Refused):
    """Calendar data that cannot be used, with everything found wrong in it."""


class CalendarMissing(Refused):
    """A day of a year was asked for and the calendar has no data for that year."""

    def __init__(self, year: int, held: Iterable[int] = ()) -> None:
        self.year = year
        self.held = tuple(sorted(held))
        years = ", ".join(map(str, self.held)) or "–"
        super().__init__([Diagnostic("calendar-missing", f"calendar/{year}.yaml", year=year, years=years)])


class TermInvalid(Refused):
    """A term that cannot be counted."""

    def __init__(self, n: int, unit: str) -> None:
        super().__init__([Diagnostic("term-invalid", unit, n=n, unit=unit)])
