"""`eligibility ask`: the interview. Works on a terminal and in a pipe alike."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.question import FOR_WHOM, FOR_WHOM_OPTIONS
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
from eligibility.cli.page import Shown
from eligibility.cli.seeking import found
from eligibility.cli.showing import show_answer, show_any
from eligibility.cli.talking import Stopped, at_terminal, shown_by_pages, tell
from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.search import Search, check_named
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
    if save and save.exists():
        raise refused("file-there", str(save))
    whom = {} if filing_for is None else {FOR_WHOM: chosen(filing_for, FOR_WHOM_OPTIONS, "--filing-for")}
    named = {**_named(Search(engine, service, act, region, date_of(on)), phrase), **whom, "on": day}
    answer = engine.any_answer(named, as_if)
    if isinstance(answer, NoEdition):
        tell()
        show_any(answer, as_json)
        _save(named, answer.title, save)
        return
    interview, ended = held(Interview(engine, named, as_if=as_if))
    tell()
    stays = _shown(interview.answer_so_far, as_json, ended and at_terminal())
    _save(interview.case, interview.answer_so_far.title, save)
    if stays and interview.answer_so_far.answered:
        from eligibility.cli.keeping import keep

        keep(interview)


def _may_be_meant(engine: Engine, phrase: str) -> bool:
    """Whether a word that is no id is looked for; where nobody sits there to go on, only one that leads somewhere."""
    from eligibility.interview.finding import find

    return at_terminal() or bool(find(engine, phrase).ids)


def _named(search: Search, phrase: str) -> dict[str, str]:
    """Service and act or region, as the command line names them or as they are chosen."""
    try:
        return found(search, phrase).named
    except Stopped:
        raise typer.Exit(0) from None


def _shown(answer: Answer, as_json: bool, by_pages: bool) -> bool:
    """Whether somebody has read the result to its end, and is still there."""
    if by_pages and not as_json:
        return shown_by_pages(lambda: show_answer(answer, as_json, IN_INTERVIEW))
    show_answer(answer, as_json, IN_INTERVIEW)
    return False


def _save(case: Mapping[str, Any], title: Text, path: Path | None) -> None:
    if path is not None:
        from eligibility.cli.keeping import save_case

        save_case(case, title, path)
