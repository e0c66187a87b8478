"""The working calendar of Kazakhstan: which days are off and why, and counting terms over them."""

import calendar as gregorian
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple, get_args

from eligibility.law.diagnostics import Diagnostic, Refused
from eligibility.law.words import N_, Text

DataKind = Literal["holiday", "observed", "swapped", "kurban-ait", "christmas"]
Kind = DataKind | Literal["saturday", "sunday"]
Plain = Mapping[str, Any]

_KINDS: tuple[str, ...] = get_args(DataKind)
_MOVED = ("observed", "swapped")
_DAY = timedelta(days=1)
_SATURDAY = 5
_WEEKEND: dict[int, tuple[Kind, Text]] = {
    5: ("saturday", Text(kk="сенбі", ru="суббота")),
    6: ("sunday", Text(kk="жексенбі", ru="воскресенье")),
}


class CalendarMissing(Refused):
    """A day of a year was asked for and the calendar has no data for that year."""

    def __init__(self, year: int, held: Iterable[int] = ()) -> None:
        self.year = year
        self.held = tuple(sorted(held))
        years = ", ".join(map(str, self.held)) or "–"
        super().__init__(
            [
                Diagnostic(
                    "calendar-missing",
                    N_("the working calendar has no data for {year}"),
                    f"calendar/{year}.yaml",
                    N_("add calendar/{year}.yaml to the rules; years held: {years}"),
                    {"year": year, "years": years},
                )
            ]
        )


class CalendarMalformed(Refused):
    """Calendar data that cannot be used, with everything found wrong in it."""


class TermInvalid(Refused):
    """A term that cannot be counted."""

    def __init__(self, n: int, unit: str) -> None:
        text = N_("a term of {n} {unit} cannot be counted")
        hint = N_("a term is at least 1 and ends before the year 10000")
        super().__init__([Diagnostic("term-invalid", text, unit, hint, {"n": n, "unit": unit})])


class DayOff(NamedTuple):
    day: date
    kind: Kind
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


class Span(NamedTuple):
    start: date
    due: date
    skipped: tuple[DayOff, ...] = ()
    """every day off that was passed over, in order"""
    worked: tuple[WorkingDay, ...] = ()
    """every counted day that would be off otherwise"""
    month_end: bool = False
    """the due month has no such date, so its last day was chosen"""


@dataclass(frozen=True, slots=True)
class Calendar:
    years: frozenset[int]
    days_off: Mapping[date, DayOff] = field(hash=False)
    """without ordinary Saturdays and Sundays"""
    working: Mapping[date, WorkingDay] = field(hash=False)

    @classmethod
    def of(cls, years: Mapping[int, Plain] | Mapping[str, Plain]) -> "Calendar":
        """From the plain data of `rules/calendar/`, by year. Raises CalendarMalformed."""
        reader = _Reader()
        for year, data in years.items():
            reader.read(int(year), data)
        held = frozenset(map(int, years))
        reader.match_swaps(held)
        if reader.wrong:
            raise CalendarMalformed(reader.wrong)
        return cls(held, reader.days_off, reader.working)

    def why_off(self, day: date) -> DayOff | None:
        self._require(day)
        if day in self.working:
            return None
        if day in self.days_off:
            return self.days_off[day]
        weekday = day.weekday()
        if weekday < _SATURDAY:
            return None
        kind, name = _WEEKEND[weekday]
        return DayOff(day, kind, name)

    def why_works(self, day: date) -> WorkingDay | None:
        """The swap that makes this day work; nothing for an ordinary day."""
        self._require(day)
        return self.working.get(day)

    def is_working_day(self, day: date) -> bool:
        return self.why_off(day) is None

    def add_working_days(self, start: date, n: int, counts_first: bool) -> Span:
        """The n-th working day after `start`, or from it where the first day counts."""
        _check(start, n, "working-days")
        self._require(start)
        span = self._working_on_or_after(start, start if counts_first else start + _DAY)
        skipped, worked = [*span.skipped], [*span.worked]
        for _ in range(n - 1):
            span = self._working_on_or_after(start, span.due + _DAY)
            skipped += span.skipped
            worked += span.worked
        return Span(start, span.due, tuple(skipped), tuple(worked))

    def next_working_day(self, day: date) -> Span:
        """`day` itself where it works, else the first working day after it."""
        return self._working_on_or_after(day, day)

    @staticmethod
    def add_calendar_days(start: date, n: int, counts_first: bool) -> Span:
        """Days off count, and the due day may be one: see `next_working_day`."""
        _check(start, n, "calendar-days")
        try:
            return Span(start, start + timedelta(days=n - counts_first))
        except OverflowError:
            raise TermInvalid(n, "calendar-days") from None

    @staticmethod
    def add_months(start: date, n: int) -> Span:
        """The same date n months on, or the last day of a month that has no such date."""
        _check(start, n, "months")
        years, month = divmod(start.month - 1 + n, 12)
        year, month = start.year + years, month + 1
        if year > date.max.year:
            raise TermInvalid(n, "months")
        last = gregorian.monthrange(year, month)[1]
        return Span(start, date(year, month, min(start.day, last)), month_end=start.day > last)

    def _working_on_or_after(self, start: date, first: date) -> Span:
        skipped = []
        day = first
        while off := self.why_off(day):
            skipped.append(off)
            day += _DAY
        worked = self.why_works(day)
        return Span(start, day, tuple(skipped), (worked,) if worked else ())

    def _require(self, day: date) -> None:
        _only_date(day)
        if day.year not in self.years:
            raise CalendarMissing(day.year, self.years)


def _only_date(day: date) -> None:
    # A datetime is a date to the type checker, but never equals one: every holiday would seem to work.
    if isinstance(day, datetime):
        raise TypeError(f"a date was expected, not the moment {day!r}; pass its .date()")


def _check(start: date, n: int, unit: str) -> None:
    _only_date(start)
    if n < 1:
        raise TermInvalid(n, unit)


class _Wrong(Exception):
    """One entry cannot be read: templates of what is wrong and of the likely fix, with their values."""

    def __init__(self, text: str, hint: str, **values: object) -> None:
        self.text, self.hint, self.values = text, hint, values
        super().__init__(text)


class _Reader:
    """Reads the plain data of years, collecting what is wrong instead of stopping at the first."""

    def __init__(self) -> None:
        self.days_off: dict[date, DayOff] = {}
        self.working: dict[date, WorkingDay] = {}
        self.wrong: list[Diagnostic] = []

    def read(self, year: int, data: Plain) -> None:
        for section in ("days_off", "working"):
            for where, entry in self._entries(year, data, section):
                try:
                    self._take(year, section, entry)
                except _Wrong as error:
                    self._report(where, error.text, error.hint, **error.values)

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

    def _entries(self, year: int, data: Plain, section: str) -> Iterator[tuple[str, Plain]]:
        place = f"calendar/{year}.yaml: {section}"
        entries = data.get(section)
        if not isinstance(entries, list):
            self._report(place, "{section} is not a list", "write a list, [] where there is none", section=section)
            return
        for index, entry in enumerate(entries):
            if isinstance(entry, Mapping):
                yield f"{place}[{index}]", entry
            else:
                hint = "write {{date: …, name: {{kk: …, ru: …}}}}"
                self._report(f"{place}[{index}]", "this is not an entry", hint)

    def _take(self, year: int, section: str, entry: Plain) -> None:
        day, name = _date(entry, "date"), _name(entry)
        if day.year != year:
            raise _Wrong("{day} is not a day of {year}", "move it to its own year's file", day=day, year=year)
        if day in self.days_off or day in self.working:
            raise _Wrong("{day} stands here twice", "a day is off or works, once", day=day)
        if section == "working":
            self.working[day] = WorkingDay(day, name, _date(entry, "for"))
            return
        kind, estimated = entry.get("kind"), entry.get("estimated", False)
        if kind not in _KINDS:
            raise _Wrong("unknown kind {kind}", "one of {known}", kind=kind, known=", ".join(_KINDS))
        if not isinstance(estimated, bool):
            raise _Wrong("estimated is {value}", "write true, or leave it out", value=estimated)
        moved_from = _date(entry, "for") if kind in _MOVED else None
        self.days_off[day] = DayOff(day, kind, name, moved_from, estimated)

    def _unmatched(self, day: date, other: date, section: str) -> None:
        self._report(
            f"calendar/{day.year}.yaml: {day}",
            "the swap with {other} has no other half",
            "add {{date: {other}, for: {day}, …}} to {section} of calendar/{year}.yaml",
            other=other,
            day=day,
            section=section,
            year=other.year,
        )

    def _report(self, where: str, text: str, hint: str, **values: object) -> None:
        self.wrong.append(Diagnostic("calendar-malformed", text, where, hint, values))


def _date(entry: Plain, key: str) -> date:
    value = entry.get(key)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _Wrong("{key} is {value}, not a date", "write {key}: YYYY-MM-DD", key=key, value=value) from None


def _name(entry: Plain) -> Text:
    name = entry.get("name")
    texts = [name.get("kk"), name.get("ru")] if isinstance(name, Mapping) else []
    match texts:
        case [str(kk), str(ru)] if kk and ru:
            return Text(kk=kk, ru=ru)
    raise _Wrong("the name is missing or not in both languages", "write name: {{kk: …, ru: …}}")
