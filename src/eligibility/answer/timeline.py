"""The ledger as a picture: a lane for each actor, days from left to right, days off shaded."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from eligibility.answer.amounts import term_text
from eligibility.answer.places import cite_text
from eligibility.answer.svg import Picture, text_width, wrapped
from eligibility.answer.term_reasons import days_text, filing_because
from eligibility.answer.totals import off_by_name, pause_text, totals
from eligibility.law.calendar import DayOff
from eligibility.terms.course import Days, Placed
from eligibility.terms.ledger import Ledger, StepRow
from eligibility.words.catalogue import in_both
from eligibility.words.days import short_day
from eligibility.words.text import N_, Lang, Text

MARGIN = 16
LANE_NAMES = 200
ROW = 26
BAR = 14
THIN_BAR = 6
NAME_SIZE = 12
LABEL_SIZE = 11
SMALL = 10
LEAST_AREA = 460
USUAL_AREA = 800
DAY_WIDTHS = (7.0, 56.0)
ROOM_FOR_DATE = 16

INK, SOFT, GRID, RED, OFF = "#1a202c", "#5a6472", "#d5dae1", "#9b2c2c", "#e7e2d6"
BLUE, PALE, EDGE = "#9cc9f0", "#eaf4fd", "#2b6cb0"
OPEN_DAY = N_("the day is not determined")
STATED_LANE = N_("Total term by the text")
DASHED = N_("A question mark and a dashed outline: whether the step takes place depends on answers not given yet.")
LATER = N_("The pale end of a bar: the days it may still run into, by hours that are not known.")
THIN = N_("A thin bar: the step runs inside another one.")
SHORT_DAYS: dict[str, str] = {"saturday": N_("Sat"), "sunday": N_("Sun")}
SIGN = "✶"
"""of a day off that is no Saturday or Sunday"""


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

    @property
    def width(self) -> float:
        return max(LEAST_AREA, self.days * self.day_width)

    @property
    def right(self) -> float:
        return self.left + self.width

    def x(self, day: date) -> float:
        return self.left + (day - self.first).days * self.day_width

    def each(self) -> Iterator[date]:
        for at in range(self.days):
            yield self.first + timedelta(days=at)


def timeline(
    ledger: Ledger,
    actors: Mapping[str, Text],
    lang: Lang,
    heading: Sequence[str] = (),
    warning: str | None = None,
) -> str:
    """An SVG file's text; `heading` says what it is about, `warning` what is wrong with relying on it."""
    axis, lanes, off = _axis(ledger), list(_lanes(ledger, actors, lang)), ledger.days_off
    picture = Picture()
    picture.describe(" · ".join(heading))
    room = axis.right - MARGIN
    y: float = MARGIN + 14
    for at, line in enumerate(heading):
        look = {"font_weight": "bold"} if at == 0 else {}
        y = picture.paragraph(MARGIN, y, line, room, 15 if at == 0 else 12, fill=INK, **look) + 2
    if warning:
        y = picture.paragraph(MARGIN, y, warning, room, 12, fill=RED, font_weight="bold") + 2
    top = y + 6
    heights = [
        max(len(wrapped(name, LANE_NAMES - 12, NAME_SIZE)) * NAME_SIZE * 1.4 + 8, len(strips) * ROW) for name, strips in lanes
    ]
    bottom = top + 44 + sum(heights)
    if lanes:
        _grid(picture, axis, off, top, bottom, lang)
        y = top + 44
        for (name, strips), height in zip(lanes, heights, strict=True):
            _lane(picture, axis, y, height, name, strips)
            y += height
        picture.line(MARGIN, y, axis.right, y, stroke=GRID)
        y += 10
    y = _notes(picture, ledger, actors, off, lang, y + 14, room)
    return picture.finish(axis.right + MARGIN, y)


def _axis(ledger: Ledger) -> Axis:
    first, last = ledger.extent or (date.min, date.min)
    count = (last - first).days + 1
    least, most = DAY_WIDTHS
    return Axis(first, count, min(most, max(least, USUAL_AREA / count)))


def _lanes(ledger: Ledger, actors: Mapping[str, Text], lang: Lang) -> Iterator[tuple[str, list[Strip]]]:
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


def _grid(picture: Picture, axis: Axis, off: Mapping[date, DayOff], top: float, bottom: float, lang: Lang) -> None:
    every = 1 if axis.day_width >= ROOM_FOR_DATE else 7
    for at, day in enumerate(axis.each()):
        x, found = axis.x(day), off.get(day)
        if found:
            picture.rect(x, top + 16, axis.day_width, bottom - top - 16, f"{short_day(day)}: {found.name[lang]}", fill=OFF)
        if at == 0 or day.day == 1:
            picture.text(x, top + 10, f"{day:%m.%Y}", SMALL, fill=SOFT)
            picture.line(x, top + 14, x, bottom, stroke=SOFT, stroke_width="0.6")
        middle = x + axis.day_width / 2
        if every == 1 or day.weekday() == 0:
            holiday = found is not None and found.kind not in SHORT_DAYS
            picture.text(middle, top + 27, str(day.day), SMALL, text_anchor="middle", fill=RED if holiday else INK)
        if found and every == 1:
            sign = in_both(SHORT_DAYS[found.kind])[lang] if found.kind in SHORT_DAYS else SIGN
            picture.text(middle, top + 39, sign, SMALL - 2, text_anchor="middle", fill=RED if sign == SIGN else SOFT)


def _lane(picture: Picture, axis: Axis, y: float, height: float, name: str, strips: Sequence[Strip]) -> None:
    picture.line(MARGIN, y, axis.right, y, stroke=GRID)
    picture.paragraph(MARGIN, y + 17, name, LANE_NAMES - 12, NAME_SIZE, fill=INK)
    for at, strip in enumerate(strips):
        _strip_line(picture, axis, y + at * ROW + ROW / 2, strip)


def _strip_line(picture: Picture, axis: Axis, middle: float, strip: Strip) -> None:
    baseline = middle + LABEL_SIZE * 0.36
    placed = strip.placed
    if placed is None or not placed.dated:
        picture.line(axis.left, middle + 10, axis.right, middle + 10, stroke=SOFT, stroke_dasharray="2 4")
        picture.text(axis.left + 4, baseline, strip.label, LABEL_SIZE, fill=SOFT, font_style="italic")
        return
    start, end = axis.x(placed.early.start), axis.x(placed.late.end.day) + axis.day_width
    if placed.dues is None and not placed.early.least:
        end = start + min(axis.day_width, BAR)
        picture.circle((start + end) / 2, middle, 4, fill="none", stroke=EDGE, stroke_width="1.5")
    else:
        _bar(picture, axis, placed, middle, strip)
    width = text_width(strip.label, LABEL_SIZE)
    inside = width + 12 < end - start and not strip.inside and placed.dues is not None
    if inside:
        picture.text(start + 6, baseline, strip.label, LABEL_SIZE, fill=INK)
    elif end + 4 + width <= axis.right or start - 4 - width < axis.left:
        picture.text(end + 4, baseline, strip.label, LABEL_SIZE, fill=INK)
    else:
        picture.text(start - 4, baseline, strip.label, LABEL_SIZE, text_anchor="end", fill=INK)


def _bar(picture: Picture, axis: Axis, placed: Placed, middle: float, strip: Strip) -> None:
    """Counted days in colour, days it may still run into and passed days pale, in one outline; dashed where the step may not
    take place."""
    height = THIN_BAR if strip.inside else BAR
    first, last = placed.early.start, placed.late.end.day
    start, sure, end = axis.x(first), axis.x(placed.early.end.day) + axis.day_width, axis.x(last) + axis.day_width
    top = middle - height / 2
    picture.rect(start, top, end - start, height, fill=PALE)
    if not strip.alternative:
        picture.rect(start, top, sure - start, height, fill=BLUE)
    for day in sorted(strip.passed):
        if first <= day <= last:
            picture.rect(axis.x(day), top, axis.day_width, height, fill=OFF)
    dashes = {"stroke_dasharray": "4 2"} if strip.alternative else {}
    picture.rect(start, top, end - start, height, strip.label, fill="none", stroke=EDGE, **dashes)


def _notes(
    picture: Picture,
    ledger: Ledger,
    actors: Mapping[str, Text],
    off: Mapping[date, DayOff],
    lang: Lang,
    y: float,
    room: float,
) -> float:
    """Under the picture: what each step is, the sums, the days off by name."""
    for line in _steps(ledger, actors, lang):
        y = picture.paragraph(MARGIN, y, line, room, LABEL_SIZE, fill=INK)
    y += 6
    for text in totals(ledger):
        y = picture.paragraph(MARGIN, y, text[lang], room, LABEL_SIZE, fill=INK, font_weight="bold")
    for paused in ledger.pauses:
        y = picture.paragraph(MARGIN, y, pause_text(paused, ledger.annex)[lang], room, LABEL_SIZE, fill=INK)
    for text in (*_signs(ledger), *off_by_name(off.values())):
        y = picture.paragraph(MARGIN, y, text[lang], room, LABEL_SIZE, fill=SOFT)
    return y + 4


def _steps(ledger: Ledger, actors: Mapping[str, Text], lang: Lang) -> Iterator[str]:
    for row in ledger.rows:
        days = " – ".join(days_text(found)[lang] for found in dict.fromkeys((row.starts, row.dues)) if found)
        sign = "? " if row.alternative else ""
        said = f"{sign}{row.step.step}. {actors[row.step.actor][lang]}: {row.step.action[lang]}"
        yield " · ".join(part for part in (said, days, cite_text(ledger.annex, row.step.cite)[lang]) if part)


def _signs(ledger: Ledger) -> Iterator[Text]:
    if ledger.filing:
        yield filing_because(ledger.filing)
    if any(row.alternative for row in ledger.rows):
        yield in_both(DASHED)
    if any(row.dues and row.dues.between for row in ledger.rows):
        yield in_both(LATER)
    if any(row.step.part_of is not None for row in ledger.rows):
        yield in_both(THIN)
