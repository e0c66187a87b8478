"""Lines of a file or a stream, of which an overlong one takes no memory: what is behind the limit is passed over."""

from collections.abc import Iterator
from typing import IO, AnyStr, BinaryIO


def next_line(file: IO[AnyStr], limit: int) -> AnyStr:
    """The next line with its end, nothing at the end of the file; of a line longer than the limit its first signs, one more."""
    line = rest = file.readline(limit + 1)
    while len(rest) > limit and not _ended(rest):
        rest = file.readline(limit + 1)
    return line


def numbered(file: BinaryIO, limit: int) -> Iterator[tuple[int, bytes]]:
    """Every line that is not blank, with its number from 1; nobody knows of an overlong one whether it is."""
    number = 0
    while line := next_line(file, limit):
        number += 1
        if len(line) > limit or line.strip():
            yield number, line


def _ended(line: str | bytes) -> bool:
    """A text read as it is may end its lines as old spreadsheets did."""
    return line.endswith(b"\n") if isinstance(line, bytes) else line.endswith(("\n", "\r"))
