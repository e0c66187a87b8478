"""The data of the working calendar: which days are off and why, and which work although they would be off."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Literal, NamedTuple, get_args

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.refusal import CalendarMalformed
from eligibility.plain.reading import Reading, Steps, dotted
from eligibility.plain.records import Plain
from eligibility.words.text import Text

DataKind = Literal["holiday", "observed", "swapped", "kurban-ait", "christmas"]
OffKind = DataKind | Literal["saturday", "sunday"]

_KINDS: tuple[str, ...] = get_args(DataKind)
_MOVED = ("observed", "swapped")


class DayOff(NamedTuple):
    day: date
    kind: OffKind
    name: Text
    moved_from: date | None = None
    """of an observed or swapped day: the day whose rest it is"""
    estimated: bool = False
    """the date is computed or announced ahead, and nobody has confirmed it"""


class WorkingDay(NamedTuple):
    """A day that works although it would be off otherwise."""

    day: date
    name: Text
    moved_to: date
    """the day off given for it"""


class OffDays(NamedTuple):
    """Every day of the years held that is not as the week has it."""

    years: frozenset[int]
    days_off: Mapping[date, DayOff]
    """without ordinary Saturdays and Sundays"""
    working: Mapping[date, WorkingDay]


YearWhere = Callable[[int, Steps], Place | str]
"""the place of an entry of a year's data"""


def _named(year: int, steps: Steps) -> str:
    return f"calendar/{year}.yaml: {dotted(steps)}"


def read_days(years: Mapping[int, Plain], where: YearWhere = _named) -> OffDays:
    """From the plain data of `rules/calendar/`, by year. Raises CalendarMalformed."""
    reader = _YearReader()
    for year, data in years.items():
        reader.read(year, Reading(data, partial(where, year), found=reader.wrong))
    held = frozenset(years)
    reader.match_swaps(held)
    if reader.wrong:
        raise CalendarMalformed(reader.wrong)
    return OffDays(held, reader.days_off, reader.working)


class _YearReader:
    """Reads the plain data of years, collecting what is wrong instead of stopping at the first."""

    def __init__(self) -> None:
        self._entries: dict[date, Reading] = {}
        self.days_off: dict[date, DayOff] = {}
        self.working: dict[date, WorkingDay] = {}
        self.wrong: list[Diagnostic] = []

    def read(self, year: int, data: Reading) -> None:
        for section in ("days_off", "working"):
            for entry in data.at(section).entries("calendar-section", section=section) or ():
                if entry.mapping("calendar-malformed") is not None:
                    self._read_entry(year, section, entry)

    def match_swaps(self, held: frozenset[int]) -> None:
        """Each swapped day off needs its working day and the other way round, within the years held."""
        for off in self.days_off.values():
            if off.kind == "swapped" and off.moved_from and off.moved_from.year in held:
                works = self.working.get(off.moved_from)
                if works is None or works.moved_to != off.day:
                    self._unmatched(off.day, off.moved_from, "working")
        for works in self.working.values():
            if works.moved_to.year in held:
                day = self.days_off.get(works.moved_to)
                if day is None or day.kind != "swapped" or day.moved_from != works.day:
                    self._unmatched(works.day, works.moved_to, "days_off")

    def _read_entry(self, year: int, section: str, entry: Reading) -> None:
        day, name = _day(entry, "date"), _name(entry)
        if day is None or name is None:
            return
        if day.year != year:
            entry.report("calendar-year", day=day, year=year)
        elif day in self.days_off or day in self.working:
            entry.report("calendar-twice", day=day)
        elif section == "working":
            if moved_to := _day(entry, "for"):
                self.working[day], self._entries[day] = WorkingDay(day, name, moved_to), entry
        elif off := _day_off(entry, day, name):
            self.days_off[day], self._entries[day] = off, entry

    def _unmatched(self, day: date, other: date, section: str) -> None:
        self._entries[day].report("calendar-swap", other=other, day=day, section=section, year=other.year)


def _day_off(entry: Reading, day: date, name: Text) -> DayOff | None:
    kind, estimated = entry.data.get("kind"), entry.data.get("estimated", False)
    if kind not in _KINDS:
        entry.report("calendar-kind", kind=kind, known=", ".join(_KINDS))
        return None
    if not isinstance(estimated, bool):
        entry.report("calendar-estimated", value=estimated)
        return None
    if kind not in _MOVED:
        return DayOff(day, kind, name, None, estimated)
    moved_from = _day(entry, "for")
    return DayOff(day, kind, name, moved_from, estimated) if moved_from else None


def _day(entry: Reading, key: str) -> date | None:
    value = entry.data.get(key)
    return entry.instead("" if value is None else value).day("calendar-date", key=key, value=value)


def _name(entry: Reading) -> Text | None:
    name = entry.data.get("name")
    texts = [name.get("kk"), name.get("ru")] if isinstance(name, Mapping) else []
    match texts:
        case [str(kk), str(ru)] if kk and ru:
            return Text(kk=kk, ru=ru)
    entry.report("calendar-name")
    return None
