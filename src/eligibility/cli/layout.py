"""What is told, laid out on a terminal."""

from collections.abc import Iterable
from typing import NamedTuple, TextIO

from eligibility.answer.told import Told, Tone
from eligibility.cli.language import lang
from eligibility.cli.output import Style, put, width

STYLES: dict[Tone, Style] = {"plain": "plain", "strong": "head", "good": "good", "bad": "bad", "dim": "dim"}
MARGIN = 1
"""before what stands in a section"""
HANG = 2
NUMBERS = 3
"""columns for the numbers of a list"""
GAP = 2
"""between a number and what is numbered"""
COMMAND = "  "


class _Place(NamedTuple):
    """Where a paragraph begins, and how much further in its other lines do."""

    indent: int = 0
    hang: int = 0


def lay_out(told: Iterable[Told], to: TextIO | None = None) -> None:
    """On standard output, or elsewhere where it is not the result that was asked for."""
    room, notes = width(), MARGIN + HANG
    for one in told:
        text = one.text[lang()]
        if not text:
            continue
        if one.as_ == "section" or one.apart:
            put(to=to)
        if one.as_ == "command":
            print(COMMAND + text, file=to)
            continue
        if one.as_ == "item":
            notes = _notes_on(one)
        put(_signed(one, text), _style(one), *_place(one, notes), to, room)


def _notes_on(item: Told) -> int:
    """Their column: below its text."""
    return NUMBERS + GAP if item.sign.isdigit() else MARGIN + _room_of(item.sign)


def _room_of(sign: str) -> int:
    return len(sign) + 1 if sign else HANG


def _place(one: Told, notes: int) -> _Place:
    further = HANG if one.sign or one.labelled else 0
    match one.as_:
        case "group":
            return _Place(MARGIN, further)
        case "note":
            return _Place(notes, further)
        case "item" if one.sign.isdigit():
            # What cannot be chosen hangs by four: a column more than its text where the number has one digit.
            return _Place(NUMBERS - len(one.sign), len(one.sign) + GAP if one.service else 4)
        case "item":
            return _Place(MARGIN, _room_of(one.sign))
        case _:
            return _Place(0, further)


def _signed(one: Told, text: str) -> str:
    gap = " " * GAP if one.sign.isdigit() else " "
    return f"{one.sign}{gap}{text}" if one.sign else text


def _style(one: Told) -> Style:
    return "head" if one.as_ in ("title", "section") and one.tone == "plain" else STYLES[one.tone]
