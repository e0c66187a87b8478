"""Every mistake the program can name, by its code: a table a room, one look-up over them all."""

from collections.abc import Mapping
from functools import cache

from eligibility.diagnostics.mistake import Mistake


@cache
def tables() -> Mapping[str, Mapping[str, Mistake]]:
    """By room; loaded when something is wrong and not before."""
    from eligibility.diagnostics import (
        of_calendars,
        of_cases,
        of_commands,
        of_conditions,
        of_files,
        of_letters,
        of_papers,
        of_populations,
        of_rules,
        of_scenarios,
        of_web,
    )

    rooms = (
        of_files,
        of_rules,
        of_conditions,
        of_calendars,
        of_cases,
        of_letters,
        of_papers,
        of_populations,
        of_commands,
        of_scenarios,
        of_web,
    )
    return {room.__name__.rpartition(".")[2]: room.MISTAKES for room in rooms}


@cache
def codes() -> Mapping[str, Mistake]:
    """What is said of every code, of all rooms."""
    return {code: said for table in tables().values() for code, said in table.items()}


def declared(code: str) -> Mistake:
    """What is said of a code; one that no table has is a mistake of the program."""
    return codes()[code]
