"""The tables of steps in appendices: the term of each numbered column."""

import re
from collections.abc import Sequence

from tests.decrees.decree_terms import terms_with_places
from tests.decrees.decree_words import joined

__all__ = ["columns_of"]

ROW_END = re.compile(r"^(?:Келесі әрекеттің|Негізгі үдерістің|Әрекет|\d-\s?кесте)", re.IGNORECASE)
NUMBERS = re.compile(r"^\d+(?: \d+)*$")


def columns_of(lines: Sequence[str]) -> dict[int, str]:
    """The terms by column number; a column whose number is not printed gets the next free one."""
    columns: dict[int, str] = {}
    printed: list[int] = []
    index = 0
    while index < len(lines):
        label = _term_label(lines, index)
        if label is None:
            printed = _numbers_after(printed, lines[index])
            index += 1
            continue
        rest, index = label
        end = _end_of_row(lines, index)
        cells = _cells([rest, *lines[index:end]], len(printed))
        columns.update(zip(_numbers(printed, columns, len(cells)), cells, strict=True))
        printed, index = [], end
    return columns


def _numbers_after(printed: list[int], line: str) -> list[int]:
    """The column numbers with those of this line; a lone number that does not go up is the number of a row."""
    numbers = [int(number) for number in line.split()] if NUMBERS.match(line) else []
    if len(numbers) > 1:
        return numbers
    return printed + [number for number in numbers if number > max(printed, default=0)]


def _term_label(lines: Sequence[str], index: int) -> tuple[str, int] | None:
    """What follows the row's label on its line, and the index of the next line."""
    for span in (1, 2):
        text = joined(lines[index : index + span])
        found = re.match(r"(?:5 )?(?:Орындалу мерзімі|Орындау мерзімдері)\b", text)
        if found:
            return text[found.end() :].strip(), index + span
    return None


def _end_of_row(lines: Sequence[str], start: int) -> int:
    return next((i for i in range(start, len(lines)) if ROW_END.match(lines[i])), len(lines))


def _cells(lines: Sequence[str], columns: int) -> list[str]:
    """Cells stand apart by empty lines, or else each term is a cell; what is left over belongs to the last cell."""
    cells: list[str] = []
    fresh = True
    for line in lines:
        if line and fresh:
            cells.append(line)
        elif line:
            cells[-1] = joined([cells[-1], line])
        fresh = not line
    text = joined(cells)
    found = terms_with_places(text)
    if len(cells) < columns or len(cells) == 1:
        edges = [place.start for place in found[1:]] + [len(text)]
        return [text[place.start : edge].strip() for place, edge in zip(found, edges, strict=True)]
    return [*cells[: columns - 1], joined(cells[columns - 1 :])]


def _numbers(printed: Sequence[int], before: dict[int, str], wanted: int) -> list[int]:
    if len(printed) == wanted:
        return list(printed)
    first = max(before, default=0) + 1
    return list(range(first, first + wanted))
