"""What people read on a terminal. Plain lines; widths and colours are the terminal's business."""

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, TextIO

from eligibility.diagnostics.refusal import refused
from eligibility.files import write_whole
from eligibility.words.spacing import wrapped

Style = Literal["head", "good", "bad", "dim", "plain"]

_CODES: dict[Style, str] = {"head": "1", "good": "32", "bad": "31", "dim": "2", "plain": ""}


NOT_WRITTEN = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""faults of the disk, not of what the command line names"""


def width() -> int:
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def put(
    text: str = "", style: Style = "plain", indent: int = 0, hang: int = 0, to: TextIO | None = None, room: int | None = None
) -> None:
    """Prints a paragraph, wrapped; its second line and those after it begin `hang` columns further in."""
    out = to or sys.stdout
    lead = " " * (indent or len(text) - len(text.lstrip()))
    for line in wrapped(text.strip(), room or width(), lead, lead + " " * hang, cut=False) or [""]:
        print(_styled(line, style, out), file=out)


def _styled(text: str, style: Style, out: TextIO) -> str:
    code = _CODES[style]
    return f"\x1b[{code}m{text}\x1b[0m" if code and _coloured(out) else text


def _coloured(out: TextIO) -> bool:
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def put_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    """Prints names with values of one word, the values in one column."""
    found = list(pairs)
    room = max((len(name) for name, _ in found), default=0) + 2
    for name, value in found:
        print(f"{name:<{room}}{value}")


def print_json(data: Any, indent: int | None = None) -> None:
    """Prints one line for other programs, and at once: whoever feeds cases one by one waits for it."""
    print(json.dumps(data, ensure_ascii=False, indent=indent), flush=True)


def ends_in(endings: Sequence[str], name: str, where: str) -> None:
    """Refuses a file's name that promises another format; a name without an ending promises none."""
    if Path(name).suffix.lower() not in ("", *endings):
        raise refused("other-ending", where, known=", ".join(endings))


def write_to(out: str, content: bytes) -> None:
    """Writes a file whole, or to standard output where the name is `-`."""
    if out == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        write_whole(Path(out), content)
    except OSError as error:
        if error.errno in NOT_WRITTEN:
            raise
        raise refused("not-written", out) from None
