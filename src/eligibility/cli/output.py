"""What people read on a terminal. Plain lines; widths and colours are the terminal's business."""

import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import Any, Literal, TextIO

Style = Literal["head", "good", "bad", "dim", "plain"]

_CODES: dict[Style, str] = {"head": "1", "good": "32", "bad": "31", "dim": "2", "plain": ""}

_HOLD = "\u00a0"
_HELD = re.compile(
    r"(?:№|(?:пункт|строк|граф|приложени|перечен)\w*) (?=\d)"
    r"|\d (?=[^\W\d_])"
    r"|\d\) (?=тармақша)"
    r"|\S (?=– )",
    re.IGNORECASE,
)
"""spaces at which no line ends: within «№ 5», «пункт 5», «5 минут», and before a dash"""


def width() -> int:
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def wrapped(text: str, room: int, lead: str = "", hang: str = "", cut: bool = False) -> list[str]:
    """The lines of a paragraph. A word longer than a line (a link, a hash) stays whole unless `cut`."""
    held = _HELD.sub(lambda found: found[0][:-1] + _HOLD, text)
    lines = textwrap.wrap(held, room, initial_indent=lead, subsequent_indent=hang, break_on_hyphens=False, break_long_words=cut)
    return [line.replace(_HOLD, " ") for line in lines] or [""]


def put(text: str = "", style: Style = "plain", indent: int = 0, hang: int = 0, to: TextIO | None = None) -> None:
    """A paragraph, wrapped; `hang` further columns from its second line on."""
    out = to or sys.stdout
    lead = " " * (indent or len(text) - len(text.lstrip()))
    for line in wrapped(text.strip(), width(), lead, lead + " " * hang):
        print(_styled(line, style, out), file=out)


def _styled(text: str, style: Style, out: TextIO) -> str:
    code = _CODES[style]
    return f"\x1b[{code}m{text}\x1b[0m" if code and _coloured(out) else text


def _coloured(out: TextIO) -> bool:
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def put_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    """Names with values of one word, the values in one column."""
    found = list(pairs)
    room = max((len(name) for name, _ in found), default=0) + 2
    for name, value in found:
        print(f"{name:<{room}}{value}")


def print_json(data: Any, indent: int | None = None) -> None:
    """One line for other programs, and at once: whoever feeds cases one by one waits for it."""
    print(json.dumps(data, ensure_ascii=False, indent=indent), flush=True)
