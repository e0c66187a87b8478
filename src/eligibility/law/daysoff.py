"""The data of the working calendar: which days are off and why, and which work although they would be off."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, NamedTuple, get_args

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.refusal import CalendarMalformed
from eligibility.words.text import Text

DataKind = Literal["holiday", "observed", "swapped", "kurban-ait", "christmas"]
OffKind = DataKind | Literal["saturday", "sunday"]
Plain = Mapping[str, Any]

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


Steps = tuple[str | int, ...]
Where = Callable[[int, Steps], Place | str]
"""the place of an entry of a year's data"""


def _named(year: int, path: Steps) -> str:
    section, *index = path
    return f"calendar/{year}.yaml: {section}" + "".join(f"[{at}]" for at in index)


def read_days(years: Mapping[int, Plain], where: Where = _named) -> OffDays:
    """From the plain data of `rules/calendar/`, by year. Raises CalendarMalformed."""
    reader = _YearReader(where)
    for year, data in years.items():
        reader.read(year, data)
    held = frozenset(years)
    reader.match_swaps(held)
    if reader.wrong:
        raise CalendarMalformed(reader.wrong)
    return OffDays(held, reader.days_off, reader.working)


class _Wrong(Exception):
    """One entry cannot be read: the code of what is wrong, with its values."""

    def __init__(self, code: str, **values: object) -> None:
        self.code, self.values = code, values
        super().__init__(code)


class _YearReader:
    """Reads the plain data of years, collecting what is wrong instead of stopping at the first."""

    def __init__(self, where: Where) -> None:
        self._where = where
        self._places: dict[date, Steps] = {}
        self.days_off: dict[date, DayOff] = {}
        self.working: dict[date, WorkingDay] = {}
        self.wrong: list[Diagnostic] = []

    def read(self, year: int, data: Plain) -> None:
        for section in ("days_off", "working"):
            for path, entry in self._entries(year, data, section):
                try:
                    day = self._take(year, section, entry)
                except _Wrong as error:
                    self._report(error.code, year, path, **error.values)
                else:
                    self._places[day] = path

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

    def _entries(self, year: int, data: Plain, section: str) -> Iterator[tuple[Steps, Plain]]:
        entries = data.get(section)
        if not isinstance(entries, list):
            self._report("calendar-section", year, (section,), section=section)
            return
        for index, entry in enumerate(entries):
            if isinstance(entry, Mapping):
                yield (section, index), entry
            else:
                self._report("calendar-malformed", year, (section, index))

    def _take(self, year: int, section: str, entry: Plain) -> date:
        day, name = _date(entry, "date"), _name(entry)
        if day.year != year:
            raise _Wrong("calendar-year", day=day, year=year)
        if day in self.days_off or day in self.working:
            raise _Wrong("calendar-twice", day=day)
        if section == "working":
            self.working[day] = WorkingDay(day, name, _date(entry, "for"))
            return day
        kind, estimated = entry.get("kind"), entry.get("estimated", False)
        if kind not in _KINDS:
            raise _Wrong("calendar-kind", kind=kind, known=", ".join(_KINDS))
        if not isinstance(estimated, bool):
            raise _Wrong("calendar-estimated", value=estimated)
        moved_from = _date(entry, "for") if kind in _MOVED else None
        self.days_off[day] = DayOff(day, kind, name, moved_from, estimated)
        return day

    def _unmatched(self, day: date, other: date, section: str) -> None:
        said = {"other": other, "day": day, "section": section, "year": other.year}
        self._report("calendar-swap", day.year, self._places[day], **said)

    def _report(self, code: str, at: int, path: Steps, /, **values: object) -> None:
        self.wrong.append(Diagnostic(code, self._where(at, path), **values))


def _date(entry: Plain, key: str) -> date:
    value = entry.get(key)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _Wrong("calendar-date", key=key, value=value) from None


def _name(entry: Plain) -> Text:
    name = entry.get("name")
    texts = [name.get("kk"), name.get("ru")] if isinstance(name, Mapping) else []
    match texts:
        case [str(kk), str(ru)] if kk and ru:
            return Text(kk=kk, ru=ru)
    raise _Wrong("calendar-name")
