"""The ledger as a picture: a lane for each actor, days from left to right, days off shaded.

Where everything stands is reckoned here; how it looks is said in `templates/pictures/timeline.svg.j2`.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from eligibility.answer.amounts import term_text
from eligibility.answer.places import cite_text
from eligibility.answer.svg import drawn, fitted, text_width
from eligibility.answer.term_reasons import filing_because
from eligibility.answer.totals import from_to, off_by_name, pause_text, totals
from eligibility.law.calendar import DayOff
from eligibility.terms.course import Days, Placed
from eligibility.terms.ledger import Ledger, StepRow
from eligibility.words.catalogue import in_both
from eligibility.words.days import short_day
from eligibility.words.joining import of_somebody
from eligibility.words.text import N_, Lang, Text

MARGIN = 16
LANE_NAMES = 200
NAMES_ROOM = LANE_NAMES - 12
ROW = 26
BAR = 14
THIN_BAR = 6
DATES = 44
"""over the lanes: months, days and why they are off"""
LEADING = 1.4
LEAST_AREA = 460
USUAL_AREA = 800
DAY_WIDTHS = (7.0, 56.0)
ROOM_FOR_DATE = 16

OPEN_DAY = N_("the day is not determined")
STATED_LANE = N_("Total term by the text")
DASHED = N_("A question mark and a dashed outline: whether the step takes place depends on answers not given yet.")
LATER = N_("The pale end of a bar: the days it may still run into, by hours that are not known.")
THIN = N_("A thin bar: the step runs inside another one.")
SHORT_DAYS: dict[str, str] = {"saturday": N_("Sat"), "sunday": N_("Sun")}
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
SIGN = "✶"
"""of a day off that is no Saturday or Sunday"""


class Sizes(NamedTuple):
    """Of letters; the lines are as long as their letters are wide."""

    headline: float = 15
    heading: float = 12
    name: float = 12
    label: float = 11
    small: float = 10


SIZES = Sizes()


class Strip(NamedTuple):
    """One line of a lane."""

    label: str
    placed: Placed | None
    passed: Collection[date] = ()
    alternative: bool = False
    inside: bool = False


class Axis(NamedTuple):
    first: date
    days: int
    day_width: float
    left: float = MARGIN + LANE_NAMES
    least: float = LEAST_AREA

    @property
    def width(self) -> float:
        return max(self.least, self.days * self.day_width)

    @property
    def right(self) -> float:
        return self.left + self.width

    def x(self, day: date) -> float:
        return self.left + (day - self.first).days * self.day_width

    def each(self) -> Iterator[date]:
        for at in range(self.days):
            yield self.first + timedelta(days=at)


class Letters(NamedTuple):
    """A line of letters and where it begins, or ends where it stands before something."""

    x: float
    y: float
    text: str


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float


class Spot(NamedTuple):
    x: float
    y: float


class DayColumn(NamedTuple):
    """A day of the picture; what there is no room for, or nothing to say of, is empty."""

    x: float
    middle: float
    shade: Box
    off: str
    month: str
    number: str
    sign: str
    holiday: bool


class DrawnStrip(NamedTuple):
    middle: float
    label: Letters
    before: bool = False
    """the label stands left of the bar"""
    whole: Box | None = None
    sure: Box | None = None
    """the counted days, of a step that certainly takes place"""
    passed: tuple[Box, ...] = ()
    moment: Spot | None = None
    """where it begins, of a step without a due day"""
    more: tuple[Letters, ...] = ()
    """lines of the label that found no room in its first"""


class DrawnLane(NamedTuple):
    y: float
    name: tuple[Letters, ...]
    strips: tuple[DrawnStrip, ...]


class Picture(NamedTuple):
    width: float
    height: float
    left: float
    days_from: float
    right: float
    top: float
    bottom: float
    lang: Lang
    title: str
    days: tuple[DayColumn, ...]
    lanes: tuple[DrawnLane, ...]
    description: str = ""
    headline: tuple[Letters, ...] = ()
    heading: tuple[Letters, ...] = ()
    warning: tuple[Letters, ...] = ()
    steps: tuple[Letters, ...] = ()
    sums: tuple[Letters, ...] = ()
    pauses: tuple[Letters, ...] = ()
    remarks: tuple[Letters, ...] = ()


class Paragraphs:
    """Paragraphs under one another."""

    def __init__(self, x: float, y: float, room: float) -> None:
        self._x, self.y, self._room = x, y, room

    def write(self, texts: Iterable[str], size: float, bold: bool = False, apart: float = 0) -> tuple[Letters, ...]:
        found = []
        for text in texts:
            for line in fitted(text, self._room, size, bold):
                found.append(Letters(self._x, self.y, line))
                self.y += size * LEADING
            self.y += apart
        return tuple(found)


def timeline(
    ledger: Ledger, actors: Mapping[str, Text], lang: Lang, heading: Sequence[str] = (), warning: str | None = None
) -> str:
    """An SVG file's text; `heading` says what it is about, `warning` what is wrong with relying on it."""
    picture = laid_out(ledger, actors, lang, heading, warning)
    return DECLARATION + drawn("timeline.svg.j2", picture=picture, sizes=SIZES)


def laid_out(
    ledger: Ledger, actors: Mapping[str, Text], lang: Lang, heading: Sequence[str] = (), warning: str | None = None
) -> Picture:
    axis, lanes = _axis(ledger), list(lanes_of(ledger, actors, lang))
    column = Paragraphs(MARGIN, MARGIN + 14, axis.right - MARGIN)
    headline = column.write(heading[:1], SIZES.headline, bold=True, apart=2)
    rest = column.write(heading[1:], SIZES.heading, apart=2)
    warned = column.write([warning] if warning else [], SIZES.heading, bold=True, apart=2)
    top = column.y + 6
    placed = tuple(_placed(axis, top + DATES, lanes))
    bottom = top + DATES + sum(_height(*lane) for lane in lanes)
    column.y = (bottom + 10 if lanes else column.y) + 14
    steps = column.write(steps_told(ledger, actors, lang), SIZES.label)
    column.y += 6
    sums = column.write([text[lang] for text in totals(ledger)], SIZES.label, bold=True)
    pauses = column.write([pause_text(paused, ledger.home)[lang] for paused in ledger.pauses], SIZES.label)
    off = ledger.days_off
    remarks = column.write([text[lang] for text in (*signs_told(ledger), *off_by_name(off.values()))], SIZES.label)
    days = tuple(day_columns(axis, off, top, bottom, lang)) if lanes else ()
    return Picture(
        width=axis.right + MARGIN,
        height=column.y + 4,
        left=MARGIN,
        days_from=axis.left,
        right=axis.right,
        top=top,
        bottom=bottom,
        lang=lang,
        title=" · ".join(heading),
        headline=headline,
        heading=rest,
        warning=warned,
        days=days,
        lanes=placed,
        steps=steps,
        sums=sums,
        pauses=pauses,
        remarks=remarks,
    )


def _axis(ledger: Ledger) -> Axis:
    first, last = ledger.extent or (date.min, date.min)
    count = (last - first).days + 1
    least, most = DAY_WIDTHS
    return Axis(first, count, min(most, max(least, USUAL_AREA / count)))


def lanes_of(ledger: Ledger, actors: Mapping[str, Text], lang: Lang) -> Iterator[tuple[str, list[Strip]]]:
    lanes: dict[str, list[Strip]] = {}
    for row in ledger.rows:
        lanes.setdefault(row.step.actor, []).append(_strip(ledger, row, lang))
    for actor, strips in lanes.items():
        yield actors[actor][lang], strips
    if ledger.stated:
        yield (
            in_both(STATED_LANE)[lang],
            [
                Strip(_dated(term_text(one.term.duration)[lang], one.dues), one.placed, _passed(ledger, one.placed))
                for one in ledger.stated
            ],
        )


def _strip(ledger: Ledger, row: StepRow, lang: Lang) -> Strip:
    label = f"{row.step.step}. {term_text(row.step.duration)[lang]}"
    if row.placed is None or not row.placed.dated:
        label += f" · {in_both(OPEN_DAY)[lang]}"
    passed = _passed(ledger, row.placed)
    return Strip(_dated(label, row.dues), row.placed, passed, row.alternative, row.step.part_of is not None)


def _passed(ledger: Ledger, placed: Placed | None) -> Collection[date]:
    return ledger.passed(placed) if placed and placed.dated else ()


def _dated(label: str, dues: Days | None) -> str:
    if dues is None:
        return label
    days = f"{dues.one:%d.%m}" if dues.one else f"{dues.earliest:%d.%m}–{dues.latest:%d.%m}"
    return f"{label} · {days}"


def day_columns(axis: Axis, off: Mapping[date, DayOff], top: float, bottom: float, lang: Lang) -> Iterator[DayColumn]:
    roomy, mondays = axis.day_width >= ROOM_FOR_DATE, 7 * axis.day_width >= ROOM_FOR_DATE
    for at, day in enumerate(axis.each()):
        x, found = axis.x(day), off.get(day)
        sign = (in_both(SHORT_DAYS[found.kind])[lang] if found.kind in SHORT_DAYS else SIGN) if found else ""
        yield DayColumn(
            x=x,
            middle=x + axis.day_width / 2,
            shade=Box(x, top + 16, axis.day_width, bottom - top - 16),
            off=f"{short_day(day)}: {found.name[lang]}" if found else "",
            month=f"{day:%m.%Y}" if day.day == 1 or (at == 0 and _has_room_for_month(axis)) else "",
            number=str(day.day) if roomy or (mondays and day.weekday() == 0) else "",
            sign=sign if roomy else "",
            holiday=sign == SIGN,
        )


def _has_room_for_month(axis: Axis) -> bool:
    """Before the name of the next one, of the month the first day lies in."""
    month, left = f"{axis.first:%m.%Y}", monthrange(axis.first.year, axis.first.month)[1] - axis.first.day + 1
    return left >= axis.days or left * axis.day_width > text_width(month, SIZES.name)


def _height(name: str, strips: Sequence[Strip]) -> float:
    return max(len(fitted(name, NAMES_ROOM, SIZES.name)) * SIZES.name * LEADING + 8, len(strips) * ROW)


def _placed(axis: Axis, y: float, lanes: Iterable[tuple[str, Sequence[Strip]]]) -> Iterator[DrawnLane]:
    for name, strips in lanes:
        names = Paragraphs(MARGIN, y + 17, NAMES_ROOM).write([name], SIZES.name)
        yield DrawnLane(y, names, tuple(_strip_at(axis, y + at * ROW + ROW / 2, strip) for at, strip in enumerate(strips)))
        y += _height(name, strips)


def _strip_at(axis: Axis, middle: float, strip: Strip) -> DrawnStrip:
    baseline, placed = middle + SIZES.label * 0.36, strip.placed
    if placed is None or not placed.dated:
        return shaped(axis, middle, strip, Letters(axis.left + 4, baseline, strip.label))
    start, end = _span(axis, placed)
    x, before = _label_at(axis, strip, start, end, fits=not strip.inside and placed.dues is not None)
    return shaped(axis, middle, strip, Letters(x, baseline, strip.label))._replace(before=before)


def _span(axis: Axis, placed: Placed) -> tuple[float, float]:
    start, end = axis.x(placed.early.start), axis.x(placed.late.end.day) + axis.day_width
    return start, start + min(axis.day_width, BAR) if _is_moment(placed) else end


def _is_moment(placed: Placed) -> bool:
    return placed.dues is None and not placed.early.least


def shaped(axis: Axis, middle: float, strip: Strip, label: Letters) -> DrawnStrip:
    """A line of a lane with its bar, with a circle where it has no end, with neither where it has no days."""
    placed = strip.placed
    if placed is None or not placed.dated:
        return DrawnStrip(middle, label)
    start, end = _span(axis, placed)
    if _is_moment(placed):
        return DrawnStrip(middle, label, moment=Spot((start + end) / 2, middle))
    height = THIN_BAR if strip.inside else BAR
    whole = Box(start, middle - height / 2, end - start, height)
    sure = whole._replace(width=axis.x(placed.early.end.day) + axis.day_width - start)
    passed = (day for day in sorted(strip.passed) if placed.early.start <= day <= placed.late.end.day)
    cells = tuple(whole._replace(x=axis.x(day), width=axis.day_width) for day in passed)
    return DrawnStrip(middle, label, False, whole, None if strip.alternative else sure, cells)


def _label_at(axis: Axis, strip: Strip, start: float, end: float, fits: bool) -> tuple[float, bool]:
    """In the bar where it fits, else behind it, else before it; its beginning, or its end where it stands before."""
    width = text_width(strip.label, SIZES.label)
    if fits and width + 12 < end - start:
        return start + 6, False
    if end + 4 + width <= axis.right or start - 4 - width < axis.left:
        return end + 4, False
    return start - 4, True


def steps_told(ledger: Ledger, actors: Mapping[str, Text], lang: Lang) -> Iterator[str]:
    for row in ledger.rows:
        days = from_to(row.starts, row.dues)
        sign = "? " if row.alternative else ""
        said = f"{sign}{row.step.step}. {of_somebody(actors[row.step.actor], row.step.action)[lang]}"
        yield " · ".join(
            part for part in (said, days[lang] if days else "", cite_text(ledger.home, row.step.cite)[lang]) if part
        )


def signs_told(ledger: Ledger) -> Iterator[Text]:
    if ledger.filing:
        yield filing_because(ledger.filing)
    if any(row.alternative for row in ledger.rows):
        yield in_both(DASHED)
    if any(row.dues and row.dues.between for row in ledger.rows):
        yield in_both(LATER)
    if any(row.step.part_of is not None for row in ledger.rows):
        yield in_both(THIN)
