"""Bent editions tried in batches, by several processes where there are enough of them."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import NamedTuple

from eligibility.diagnostics.refusal import refused
from eligibility.law.pack import EditionKey
from eligibility.letters.processes import end_with_parent
from eligibility.review.bends import bends
from eligibility.review.mutants import TriedBend, Witnesses

BATCH = 60
"""bends tried together"""
WORTH_PROCESSES = 500
"""bends; of fewer, processes take longer to begin than they save"""

Noticed = list[str | None]


class Batch(NamedTuple):
    key: EditionKey
    start: int


class _Trying:
    """What one process tries bends on."""

    witnesses: Witnesses


def tried_on(
    witnesses: Witnesses, keys: Sequence[EditionKey], counts: Callable[[int], None] | None = None
) -> Iterator[TriedBend]:
    """Every bend of the editions, with the scenario that notices it. `counts` is told how many were tried each time."""
    pack = witnesses.engine.pack
    every = {key: list(bends(pack, key)) for key in keys}
    batches = [Batch(key, start) for key, found in every.items() for start in range(0, len(found), BATCH)]
    processes = min(os.cpu_count() or 1, len(batches))
    alone = processes == 1 or sum(map(len, every.values())) < WORTH_PROCESSES
    noticed = _here(witnesses, batches) if alone else _of_processes(witnesses, batches, processes)
    for batch, found in zip(batches, noticed, strict=True):
        of_batch = every[batch.key][batch.start : batch.start + BATCH]
        if counts:
            counts(len(of_batch))
        yield from map(TriedBend, of_batch, found)


def _here(witnesses: Witnesses, batches: Sequence[Batch]) -> Iterator[Noticed]:
    _Trying.witnesses = witnesses
    return map(_noticed, batches)


def _of_processes(witnesses: Witnesses, batches: Sequence[Batch], processes: int) -> Iterator[Noticed]:
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin, (witnesses,))
    try:
        yield from pool.map(_noticed, batches)
    except BrokenProcessPool:
        raise refused("process-ended") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(witnesses: Witnesses) -> None:
    end_with_parent()
    _Trying.witnesses = witnesses


def _noticed(batch: Batch) -> Noticed:
    """Only names go between processes: the bends are the same in each of them."""
    witnesses = _Trying.witnesses
    found = islice(bends(witnesses.engine.pack, batch.key), batch.start, batch.start + BATCH)
    return [one.place if (one := witnesses.first(bend)) else None for bend in found]
