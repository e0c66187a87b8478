"""Why rows have no letter, put together: ten thousand rows have few different mistakes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from eligibility.words.text import Text

SHOWN = 10
"""reasons told on a screen; all of them are in the manifest"""
ROWS = 5
"""rows named beside each"""


class RowMistake(NamedTuple):
    """One mistake with the rows it is in."""

    where: str
    text: Text
    rows: tuple[int, ...]
    """the first of them"""
    times: int


@dataclass
class Reasons:
    """The first few different mistakes of a run, in the order they are met."""

    found: dict[tuple[str, str, str], RowMistake] = field(default_factory=dict)
    more: int = 0
    """mistakes besides"""

    def add(self, line: Mapping[str, Any]) -> None:
        """Takes in a line of the manifest."""
        number = line["row"]
        for error in line.get("errors", ()):
            where = "" if error["where"] == f"row {number}" else error["where"]
            key = where, error["kk"], error["ru"]
            if key in self.found:
                one = self.found[key]
                self.found[key] = one._replace(rows=(*one.rows, number)[:ROWS], times=one.times + 1)
            elif len(self.found) < SHOWN:
                self.found[key] = RowMistake(where, Text(error["kk"], error["ru"]), (number,), 1)
            else:
                self.more += 1

    def told(self) -> tuple[RowMistake, ...]:
        return tuple(self.found.values())
