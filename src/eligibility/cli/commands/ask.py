"""`eligibility ask`: the interview. Works on a terminal and in a pipe alike."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.question import FILING_FOR_ID, FILING_FOR_OPTIONS
from eligibility.cli.answering import held
from eligibility.cli.beginning import begun
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
from eligibility.cli.output import ends_in
from eligibility.cli.showing import Shown, show_any
from eligibility.cli.talking import at_terminal, shown_by_pages, tell
from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.interview.search import Search, check_named
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
    if save:
        _check_free(save)
    filing = None if filing_for is None else chosen(filing_for, FILING_FOR_OPTIONS, "--filing-for")
    about = begun(Search(engine, service, act, region, date_of(on)), phrase, day, filing, as_if)
    if about is None:
        return
    if isinstance(about, NoEdition):
        tell()
        show_any(about, as_json)
        _save(_named(about.case), about.title, save)
        return
    interview, stopped = held(about)
    tell()
    stays = _shown(interview.answer_so_far, as_json, stopped is None and at_terminal())
    _save(interview.case, interview.answer_so_far.title, save)
    if stays and interview.answer_so_far.answered:
        from eligibility.cli.keeping import keep

        keep(interview)


def _check_free(save: Path) -> None:
    """Refuses before the first question a file in which the answers could not be kept at the end."""
    ends_in([".yaml", ".yml"], str(save), "--save")
    if save.exists() or save.is_symlink():
        raise refused("file-there", str(save))
    if not save.parent.is_dir():
        raise refused("not-written", str(save))


def _may_be_meant(engine: Engine, phrase: str) -> bool:
    """Whether a word that is no id is looked for; where nobody sits there to go on, only one that leads somewhere."""
    from eligibility.interview.finding import find

    return at_terminal() or bool(find(engine, phrase).ids)


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
