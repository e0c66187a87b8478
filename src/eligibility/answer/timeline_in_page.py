"""The ledger as a picture for a page as narrow as a telephone: what stands beside the days there, stands above them here.

The words that a file has in the picture are a page's own, where they can be read aloud and made larger.
"""

from collections.abc import Iterator, Mapping, Sequence

from eligibility.answer.svg import drawn, fitted
from eligibility.answer.timeline import (
    BAR,
    DATES,
    DAY_WIDTHS,
    LEADING,
    Axis,
    DrawnLane,
    DrawnStrip,
    Letters,
    Picture,
    Sizes,
    Strip,
    day_columns,
    lanes_of,
    shaped,
    signs_told,
    steps_told,
)
from eligibility.answer.totals import off_by_name, pause_text, totals
from eligibility.terms.ledger import Ledger
from eligibility.words.text import Lang, Text

WIDTH = 328
"""of the narrowest telephones, without the page's margins"""
EDGE = 2
SIZES = Sizes(name=13, label=12, small=12)
APART = 8


def timeline_in_page(ledger: Ledger, actors: Mapping[str, Text], lang: Lang, title: str) -> str | None:
    """An SVG element without style or script of its own; nothing where there are no days to draw."""
    lanes = list(lanes_of(ledger, actors, lang))
    if ledger.extent is None or not any(strip.placed and strip.placed.dated for _, strips in lanes for strip in strips):
        return None
    first, last = ledger.extent
    days, room = (last - first).days + 1, WIDTH - 2 * EDGE
    axis = Axis(first, days, min(DAY_WIDTHS[1], room / days), left=EDGE, least=room)
    placed = tuple(_lanes_at(axis, DATES, lanes))
    bottom = DATES + sum(map(_height, lanes))
    picture = Picture(
        width=WIDTH,
        height=bottom + EDGE,
        left=EDGE,
        days_from=EDGE,
        right=axis.right,
        top=0,
        bottom=bottom,
        lang=lang,
        title=title,
        days=tuple(day_columns(axis, ledger.days_off, 0, bottom, lang)),
        lanes=placed,
        description=" ".join(text[lang] for text in totals(ledger)),
    )
    return drawn("timeline.svg.j2", picture=picture, sizes=SIZES)


def timeline_told(ledger: Ledger, actors: Mapping[str, Text], lang: Lang) -> tuple[str, ...]:
    """What a page says beside the picture: each step, what everything comes to, what the signs mean."""
    found = (*totals(ledger), *(pause_text(paused, ledger.home) for paused in ledger.pauses))
    signs = (*signs_told(ledger), *off_by_name(ledger.days_off.values()))
    return (*steps_told(ledger, actors, lang), *(text[lang] for text in (*found, *signs)))


def _named(name: str) -> list[str]:
    return fitted(name, WIDTH - 2 * EDGE, SIZES.name)


def _labelled(strip: Strip) -> list[str]:
    return fitted(strip.label, WIDTH - 2 * EDGE, SIZES.label)


def _height(lane: tuple[str, Sequence[Strip]]) -> float:
    name, strips = lane
    return _under_name(name) + sum(map(_strip_height, strips)) + APART


def _under_name(name: str) -> float:
    return len(_named(name)) * SIZES.name * LEADING + APART


def _strip_height(strip: Strip) -> float:
    return len(_labelled(strip)) * SIZES.label * LEADING + BAR + APART


def _lanes_at(axis: Axis, y: float, lanes: Sequence[tuple[str, Sequence[Strip]]]) -> Iterator[DrawnLane]:
    for name, strips in lanes:
        top, drawn_strips = y + _under_name(name), []
        for strip in strips:
            drawn_strips.append(_strip_at(axis, top, strip))
            top += _strip_height(strip)
        yield DrawnLane(y, _lines(_named(name), y + APART / 2, SIZES.name), tuple(drawn_strips))
        y += _height((name, strips))


def _strip_at(axis: Axis, y: float, strip: Strip) -> DrawnStrip:
    label, *more = _lines(_labelled(strip), y, SIZES.label)
    middle = y + _strip_height(strip) - APART - BAR / 2
    return shaped(axis, middle, strip, label)._replace(more=tuple(more))


def _lines(lines: Sequence[str], y: float, size: float) -> tuple[Letters, ...]:
    return tuple(Letters(EDGE, y + size * (1 + at * LEADING), line) for at, line in enumerate(lines))
