"""The working calendar: every entry can be used, and every swap has both its halves."""

from collections.abc import Iterator

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.refusal import CalendarMalformed
from eligibility.law.daysoff import read_days
from eligibility.plain.reading import Steps
from eligibility.rulefiles.loading import Sources


def check_calendar(sources: Sources) -> Iterator[Diagnostic]:
    files = {year: file for file in sources.shared.get("calendar", ()) for year in file.data}

    def where(year: int, path: Steps) -> Place:
        return files[year].place(path)

    try:
        read_days({year: file.data[year] for year, file in files.items()}, where)
    except CalendarMalformed as malformed:
        yield from malformed.diagnostics
