"""`eligibility screen`: what is for a person who names no service, and one list of papers for several services."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, NamedTuple

import typer

from eligibility.cli.framework import supplied
from eligibility.cli.input import read_data
from eligibility.cli.language import say
from eligibility.cli.options import (
    SERVICE,
    SITUATION,
    AsIfOption,
    DayOption,
    FactsOption,
    JsonOption,
    RegionOption,
    date_of,
    reasoner,
)
from eligibility.cli.output import print_json
from eligibility.diagnostics.meant import chosen, misspelt
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.interview.screening import Screening
from eligibility.interview.trip import Trip
from eligibility.words.text import N_


@supplied("engine", reasoner)
def screen(
    *,
    region: RegionOption = None,
    on: DayOption = None,
    facts: FactsOption = None,
    situation: Annotated[
        str | None,
        typer.Option("--situation", metavar=SITUATION, help=say(N_("Only services for this situation in life, by its id."))),
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option(
            "--take", metavar=SERVICE, help=say(N_("A service to make the list of papers for; may be given several times."))
        ),
    ] = None,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    engine: Engine,
) -> None:
    for service in take or ():
        if service not in engine.pack.services:
            raise refused("unknown-service", "--take", **misspelt(service, engine.pack.services))
    if situation is not None:
        chosen(situation, engine.pack.situations, "--situation")
    wanted = _Wanted(engine, region, date_of(on), situation, tuple(dict.fromkeys(take or ())), as_if)
    if facts is None:
        _talk(wanted, as_json)
        return
    if region is None:
        raise refused("missing-key", "region", key="region")
    screening = wanted.screening(region, _told(facts))
    _show(screening, screening.take(wanted.taken) if wanted.taken else None, as_json)


class _Wanted(NamedTuple):
    """What the command line says."""

    engine: Engine
    region: str | None
    on: date
    situation: str | None
    taken: tuple[str, ...]
    as_if: bool

    def screening(self, region: str, told: Any = None) -> Screening:
        return Screening.of(self.engine, region, self.on, told, self.situation, self.as_if)


def _told(facts: str) -> Any:
    """Facts of a file; an empty one says none."""
    found = read_data(facts)
    return {} if found is None else found


def _talk(wanted: _Wanted, as_json: bool) -> None:
    """Asks for what the command line does not say, and shows each result as soon as it is there."""
    from eligibility.cli import for_me
    from eligibility.cli.answering import asked
    from eligibility.cli.talking import Stopped, tell

    try:
        region = wanted.region or for_me.chosen_region(wanted.engine, wanted.on)
        screening, taken = wanted.screening(region), wanted.taken
        if not taken:
            screening = screening if wanted.situation else for_me.narrowed(screening)
            done = asked(for_me.addressed(screening))
            screening = done.conversation
            tell()
            if not as_json:
                _show_by_pages(lambda: _show(screening, None, as_json))
            taken = () if done.left else for_me.chosen_services(screening)
        trip = asked(screening.take(taken)).conversation if taken else None
    except Stopped:
        raise typer.Exit(0) from None
    if as_json or trip:
        tell()
        stays = _show_by_pages(lambda: _show(screening, trip, as_json), as_json)
        if trip and stays:
            from eligibility.cli.keeping import keep_shown

            keep_shown("trip", lambda: _show(screening, trip, as_json))


def _show_by_pages(show: Callable[[], None], as_json: bool = False) -> bool:
    """Whether somebody has read it to its end, and is still there."""
    from eligibility.cli.talking import at_terminal, shown_by_pages

    if at_terminal() and not as_json:
        return shown_by_pages(show)
    show()
    return False


def _show(screening: Screening, trip: Trip | None, as_json: bool) -> None:
    if as_json:
        from eligibility.interview.as_data import screening_data

        print_json(screening_data(screening, trip))
    elif trip is not None:
        from eligibility.cli.layout import lay_out
        from eligibility.interview.telling.trip_list import tell_trip

        lay_out(tell_trip(trip))
    else:
        from eligibility.cli.showing import print_screening

        print_screening(screening)
