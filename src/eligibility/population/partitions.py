"""The files of a population: one table, or a folder of tables alike."""

from pathlib import Path

import polars as pl

from eligibility.diagnostics.refusal import refused
from eligibility.population.opened import TABLES, opened_table


def rows_in(source: Path) -> int:
    """How many rows there are to go through."""
    return sum(opened_table(path).rows.select(pl.len()).collect().item() for path in partitions_of(source))


def partitions_of(source: Path) -> tuple[Path, ...]:
    """In the order of their names."""
    if not source.is_dir():
        return (source,)
    found = tuple(sorted(path for path in source.iterdir() if path.suffix.lower() in TABLES and path.is_file()))
    if not found:
        raise refused("people-none", str(source))
    return found
