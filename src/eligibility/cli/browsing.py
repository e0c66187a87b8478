"""A page shown in a browser, which is on this computer only as long as it is read."""

import shutil
import signal
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from eligibility.files import write_new

ENDINGS = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
"""by which a window that is closed, or the system, ends a program at once"""


@contextmanager
def opened(page: bytes) -> Iterator[bool]:
    """Whether a browser shows the page, out of a file that its reader alone can read. However this ends, it is removed."""
    folder = Path(tempfile.mkdtemp(prefix="eligibility-"))
    try:
        with _ending_orderly():
            path = folder / "index.html"
            write_new(path, page)
            yield _shown(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _shown(path: Path) -> bool:
    try:
        return webbrowser.open(path.as_uri())
    except (OSError, webbrowser.Error):
        return False


@contextmanager
def _ending_orderly() -> Iterator[None]:
    """Whatever ends the program lets it tidy up first."""
    before = {number: signal.signal(number, _end) for number in ENDINGS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
