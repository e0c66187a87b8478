"""The working calendar: every entry can be used, every swap has both its halves, and no year is lacking where terms need it."""

from collections.abc import Iterator
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.refusal import CalendarMalformed
from eligibility.law.daysoff import read_days
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Act
from eligibility.plain.reading import Steps
from eligibility.rulefiles.loading import Sources

COUNTED_OVER_CALENDARS = frozenset({"working-days", "working-hours", "within-working-day"})
"""units of terms whose last day a calendar gives"""


def check_calendar(sources: Sources) -> Iterator[Diagnostic]:
    files = {year: file for file in sources.shared.get("calendar", ()) for year in file.data}

    def where(year: int, path: Steps) -> Place:
        return files[year].place(path)

    try:
        read_days({year: file.data[year] for year, file in files.items()}, where)
    except CalendarMalformed as malformed:
        yield from malformed.diagnostics


def check_years(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    """Of each act the first term that needs a year which the pack does not hold."""
    held = {year for file in sources.shared.get("calendar", ()) for year in file.data}
    told: set[str] = set()
    for key, file in sources.editions.items():
        if key.act in told or key.act not in pack.acts or sources.is_elsewhere(key.act):
            continue
        lacking = [year for year in _lived(pack.acts[key.act], held) if year not in held]
        if lacking and (path := next(_counted(file.data, ()), None)):
            told.add(key.act)
            yield Diagnostic("calendar-lacking", file.place(path), year=lacking[0])


def _lived(act: Act, held: set[int]) -> range:
    """The years of an act, as far as its end or the calendars go."""
    last = act.repeal.adopted.year if act.repeal else max(held, default=act.adopted.year)
    return range(act.adopted.year, last + 1)


def _counted(data: Any, path: Steps) -> Iterator[Steps]:
    """The terms that are counted over the working calendar."""
    if isinstance(data, dict):
        if data.get("unit") in COUNTED_OVER_CALENDARS:
            yield path
        for key, below in data.items():
            yield from _counted(below, (*path, key))
    elif isinstance(data, list):
        for at, below in enumerate(data):
            yield from _counted(below, (*path, at))
