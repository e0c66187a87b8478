"""Papers made and read in processes of their own, so that none of them holds up an answer."""

import signal
from asyncio import to_thread, wrap_future
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from threading import Lock
from typing import NamedTuple, TypeVar

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.engine import Engine
from eligibility.letters.processes import end_with_parent
from eligibility.letters.statement import Office

AHEAD = 8
"""papers that may wait for each process"""
AGAIN = 2
"""seconds after which somebody who found too many waiting may ask again"""
LIMIT = 10
"""seconds that a paper may take"""

T = TypeVar("T")
Mistakes = tuple[Diagnostic, ...]


class Desk(NamedTuple):
    """What a process makes papers with."""

    engine: Engine
    office: Office | None


class Press:
    """The processes. They are there once `start` was called or a paper was asked for, until `close`."""

    def __init__(self, desk: Desk, processes: int) -> None:
        self._desk = desk
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._starting = Lock()
        self._waiting = 0

    def start(self) -> ProcessPoolExecutor:
        """All the processes at once. It takes as long as they need to come up, so it is no work for between two answers."""
        with self._starting:
            if self._pool is not None:
                return self._pool
            pool = ProcessPoolExecutor(self._processes, get_context("spawn"), _begin, self._desk)
            for _ in range(self._processes):
                pool.submit(_ready)
            self._pool = pool
            return pool

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    async def made(self, work: Callable[[Desk], T]) -> T:
        """What the work makes in one of the processes; refuses where too many wait already."""
        if self._waiting >= self._processes * AHEAD:
            raise refused("papers-busy", seconds=AGAIN)
        self._waiting += 1
        try:
            pool = await to_thread(self.start) if self._pool is None else self._pool
            found: T | _Wrong = await wrap_future(pool.submit(_made, work))
        except BrokenProcessPool:
            self._pool = None
            raise refused("paper-not-finished", seconds=AGAIN) from None
        finally:
            self._waiting -= 1
        if isinstance(found, _Wrong):
            raise Refused(found.mistakes)
        return found


class _Wrong(NamedTuple):
    """A refusal on its way between processes."""

    mistakes: Mistakes


class _AtPress:
    desk: Desk


def _begin(engine: Engine, office: Office | None) -> None:
    """Begins a process, which only the server ends: Ctrl+C reaches all processes of a terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    _AtPress.desk = Desk(engine, office)


def _ready() -> None:
    """Whatever is done makes a process start."""


def _made(work: Callable[[Desk], T]) -> "T | _Wrong":
    try:
        with _limited():
            return work(_AtPress.desk)
    except Refused as error:
        return _Wrong(error.diagnostics)
    except TimeoutError:
        return _Wrong(refused("paper-not-finished", seconds=AGAIN).diagnostics)


@contextmanager
def _limited() -> Iterator[None]:
    """A file made to be read for ever is given up."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _too_long(*_: object) -> None:
    raise TimeoutError
