"""One run at a time in a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eligibility.diagnostics.refusal import refused

LOCK = ".lock"
EVERYBODYS = 0o666
"""the lock of a folder that several people of an office write to"""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """One run at a time fills a folder; the system itself frees the folder of a run that is killed."""
    from filelock import FileLock, Timeout

    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK, mode=EVERYBODYS)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise refused("folder-busy", str(folder)) from None
    try:
        yield
    finally:
        lock.release()
