"""`eligibility ask`: the interview. Works on a terminal and in a pipe alike."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.question import FILING_FOR_ID, FILING_FOR_OPTIONS
from eligibility.cli.answering import held
from eligibility.cli.framework import supplied
from eligibility.cli.language import say
from eligibility.cli.options import (
    FILE,
    SERVICE,
    ActOption,
    AsIfOption,
    DayOption,
    JsonOption,
    RegionOption,
    date_of,
    day_of,
    reasoner,
)
from eligibility.cli.seeking import Undecided, found
from eligibility.cli.showing import Shown, show_any
from eligibility.cli.talking import Stopped, at_terminal, shown_by_pages, tell
from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.search import Search, check_named
from eligibility.law.address import FilingFor
from eligibility.reasoning.case import Case
from eligibility.words.text import N_, Text

IN_INTERVIEW = Shown(commands=False)


@supplied("engine", reasoner)
def ask(
    *,
    service: Annotated[
        str | None,
        typer.Argument(metavar=SERVICE, help=say(N_("The service, by its id or in your own words; asked for when left out."))),
    ] = None,
    act: ActOption = None,
    region: RegionOption = None,
    on: DayOption = None,
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar=FILE, help=say(N_("Where to keep the answers, as a case; no file may be there yet."))),
    ] = None,
    filing_for: Annotated[
        str | None,
        typer.Option(
            "--filing-for",
            metavar="self|child|other",
            help=say(N_("For whom the application is filed; asked for when left out.")),
        ),
    ] = None,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    engine: Engine,
) -> None:
    day = day_of(on)
    phrase = service if service and service not in engine.pack.services and _may_be_meant(engine, service) else ""
    service = None if phrase else service
    check_named(engine, service, act, region, day)
    if save and (save.exists() or save.is_symlink()):
        raise refused("file-there", str(save))
    if save and not save.parent.is_dir():
        raise refused("not-written", str(save))
    filing = None if filing_for is None else chosen(filing_for, FILING_FOR_OPTIONS, "--filing-for")
    begun = _begun(Search(engine, service, act, region, date_of(on)), phrase, day, filing, as_if)
    if isinstance(begun, NoEdition):
        tell()
        show_any(begun, as_json)
        _save(_named(begun.case), begun.title, save)
        return
    interview, stopped = held(begun)
    tell()
    stays = _shown(interview.answer_so_far, as_json, stopped is None and at_terminal())
    _save(interview.case, interview.answer_so_far.title, save)
    if stays and interview.answer_so_far.answered:
        from eligibility.cli.keeping import keep

        keep(interview)


def _may_be_meant(engine: Engine, phrase: str) -> bool:
    """Whether a word that is no id is looked for; where nobody sits there to go on, only one that leads somewhere."""
    from eligibility.interview.finding import find

    return at_terminal() or bool(find(engine, phrase).ids)


def _begun(search: Search, phrase: str, day: str, filing: FilingFor | None, as_if: bool) -> Interview | NoEdition:
    """About what the command line names, what is chosen, or what suits somebody who does not know what it is called."""
    try:
        named = {**found(search, phrase).named, "on": day, **({FILING_FOR_ID: filing} if filing else {})}
    except Undecided:
        suits = _what_suits(search, as_if, filing)
    except Stopped:
        suits = None
    else:
        answer = search.engine.any_answer(named, as_if)
        return answer if isinstance(answer, NoEdition) else Interview.of(search.engine, named, as_if=as_if)
    if suits is None:
        raise typer.Exit(0)
    return suits


def _what_suits(search: Search, as_if: bool, filing: FilingFor | None) -> Interview | None:
    from eligibility.cli.for_me import for_me

    try:
        return for_me(search.engine, search.region, search.on or date.today(), as_if, filing)
    except Stopped:
        return None


def _named(case: Case) -> dict[str, str]:
    """What was said of a case about which nothing is asked."""
    said = {"service": case.service, "region": case.region, "on": case.on.isoformat(), FILING_FOR_ID: case.filing_for}
    return {key: word for key, word in said.items() if word}


def _shown(answer: Answer, as_json: bool, by_pages: bool) -> bool:
    """Whether somebody has read the result to its end, and is still there."""
    if by_pages and not as_json:
        return shown_by_pages(lambda: show_any(answer, as_json, IN_INTERVIEW))
    show_any(answer, as_json, IN_INTERVIEW)
    return False


def _save(case: Mapping[str, Any], title: Text, path: Path | None) -> None:
    if path is not None:
        from eligibility.cli.keeping import save_case

        save_case(case, title, path)
