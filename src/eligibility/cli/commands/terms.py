"""`eligibility terms`: who must do what, by when."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from eligibility.answer.absent import NoEdition
from eligibility.answer.amounts import term_text
from eligibility.answer.answer import Answer
from eligibility.answer.bars import bars
from eligibility.answer.places import cite_text
from eligibility.answer.question import question
from eligibility.answer.short_form import name_of, told, value_named
from eligibility.answer.telling.heading import act_named, tell_heading
from eligibility.answer.term_reasons import filing_because, step_because
from eligibility.answer.totals import START_AND_DUE, off_by_name, pause_text, totals
from eligibility.cli.framework import supplied
from eligibility.cli.gathering import Asked
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.layout import lay_out
from eligibility.cli.options import (
    CHANNEL,
    FILE,
    SERVICE,
    ActOption,
    AsIfOption,
    CaseArgument,
    DayOption,
    FactsOption,
    JsonOption,
    RegionOption,
    reasoner,
)
from eligibility.cli.output import ends_in, print_json, put, width
from eligibility.cli.showing import show_any
from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.files import write_whole
from eligibility.law import filing_facts
from eligibility.law.calendar import DayOff
from eligibility.reasoning.derivation import plan_of
from eligibility.terms.course import Days
from eligibility.terms.ledger import Ledger, StepRow, ledger
from eligibility.words.days import day_text, short_day
from eligibility.words.joining import of_somebody
from eligibility.words.spacing import wrapped
from eligibility.words.text import N_

NUMBER, TERM, DAY, GAP = 3, 15, 12, 2
LEAST_TEXT = 24
"""a narrower column of words is not worth a table"""
NO_DAY = "–"
UNKNOWN_DAY = "?"
TOTAL = "="
"""stands before the line of a total term the text states"""


@supplied("engine", reasoner)
def terms(
    *,
    service: Annotated[
        str | None,
        typer.Argument(metavar=SERVICE, help=say(N_("The service, by its id; or the file of a case instead of it."))),
    ] = None,
    case: CaseArgument = None,
    act: ActOption = None,
    region: RegionOption = None,
    on: DayOption = None,
    facts: FactsOption = None,
    counts: Annotated[
        list[str] | None,
        typer.Option(
            "--count-filing-day",
            metavar=CHANNEL,
            help=say(N_("Channel whose terms count the day of filing as their first day; may be repeated.")),
        ),
    ] = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar=FILE, help=say(N_("Write the picture of the terms to this file.")))
    ] = None,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    engine: Engine,
) -> None:
    if svg is not None:
        ends_in([".svg"], str(svg), "--svg")
    counting = _counting(engine, counts or [])
    if case is None and service is not None and _is_file(service):
        service, case = None, service
    data = Asked(case, service, act, region, on, facts).gathered()
    answer = engine.any_answer(data, as_if)
    if isinstance(answer, NoEdition):
        show_any(answer, as_json)
        return
    found = ledger(answer.decision, engine.calendar, counting) if answer.answered else None
    if svg is not None and found is not None:
        _write(svg, _picture(answer, found))
    if as_json:
        from eligibility.answer.contract import terms_data

        print_json(terms_data(answer, found))
        return
    _print(answer, found)
    if svg is not None:
        put()
        put(say(N_("The picture is in the file: {file}"), file=svg) if found else say(N_("There is nothing to draw.")))


def _is_file(text: str) -> bool:
    """Ids hold no dot and no slash."""
    return text == "-" or "." in text or "/" in text or "\\" in text


def _counting(engine: Engine, channels: Iterable[str]) -> dict[str, bool]:
    known = engine.pack.facts[filing_facts.CHANNEL].values or {}
    return {chosen(channel, known, "--count-filing-day"): True for channel in channels}


def _picture(answer: Answer, found: Ledger) -> str:
    from eligibility.answer.timeline import timeline

    head = [answer.title[language()], act_named(answer)[language()], *_filed(answer, found)]
    warning = answer.warning[language()] if answer.warning else None
    return timeline(found, answer.pack.actors, language(), head, warning)


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode())
    except OSError:
        raise refused("not-written", str(path)) from None


def _filed(answer: Answer, found: Ledger) -> Iterator[str]:
    """What the days are counted for: the day, the channel and the variant."""
    if found.filing:
        yield say(N_("Filed on: {day}"), day=day_text(found.filing.day))
    for name in (filing_facts.CHANNEL, filing_facts.REQUEST, filing_facts.ANSWER_BY):
        value, plan = answer.decision.case.facts.get(name), plan_of(answer.decision)
        if value is not None and name in plan.facts:
            yield told(name_of(plan, name), value_named(plan.facts[name], value))[language()]


def _print(answer: Answer, found: Ledger | None) -> None:
    lay_out(tell_heading(answer, commands=True))
    if found is None:
        return
    for line in _filed(answer, found):
        put(line, hang=2)
    if found.filing:
        put(filing_because(found.filing)[language()], "dim")
        _skipped(found.filing.skipped, 0)
    if found.rows:
        _table(answer, found)
    _drawing(found)
    put()
    put(say(N_("In all")), "head")
    for text in totals(found):
        put(text[language()], indent=1, hang=2)
    _rest(answer, found)


def _table(answer: Answer, found: Ledger) -> None:
    room = width() - NUMBER - TERM - 2 * DAY - 4 * GAP
    put()
    head = ("№", say(N_("Who does what")), say(N_("Term")), say(N_("Start")), say(N_("Due")))
    if room >= LEAST_TEXT:
        for line in _cells(head, room):
            put(line, "head")
    said: dict[str, int] = {}
    for row in found.rows:
        start, due = _days(row, row.starts), _days(row, row.dues)
        action = of_somebody(answer.pack.actors[row.step.actor], row.step.action)[language()]
        term = term_text(row.step.duration)[language()]
        number = ("? " if row.alternative else "") + str(row.step.step)
        if room >= LEAST_TEXT:
            for line in _cells((number, action, term, start, due), room):
                put(line)
        else:
            put(f"{number}. {action}", hang=2)
            pairs = any(days and days.between for days in (row.starts, row.dues))
            put(f"{term}; {say(START_AND_DUE, start=start, due=due)}" if pairs else f"{term}: {start} – {due}", indent=2)
        _under(found, row, said)


def _days(row: StepRow, days: Days | None) -> str:
    if days is None:
        return NO_DAY if row.placed and row.placed.dated else UNKNOWN_DAY
    return short_day(days.one) if days.one else " – ".join(map(short_day, days))


def _cells(texts: tuple[str, ...], room: int) -> Iterator[str]:
    """The lines of one row of the table."""
    widths = (NUMBER, room, TERM, DAY, DAY)
    columns = [wrapped(text, wide) for text, wide in zip(texts, widths, strict=True)]
    for at in range(max(map(len, columns))):
        cells = (column[at] if at < len(column) else "" for column in columns)
        yield (" " * GAP).join(f"{cell:<{wide}}" for cell, wide in zip(cells, widths, strict=True)).rstrip()


def _under(found: Ledger, row: StepRow, said: dict[str, int]) -> None:
    """Why, where that is more than a term below a day, where it stands, and what the text leaves open of it."""
    indent = NUMBER + GAP
    plain = row.placed is not None and row.placed.how in ("same-day", "part-day") and row.step.from_ is None
    if row.alternative or not plain:
        put(step_because(found, row)[language()], "dim", indent=indent)
    _skipped(row.skipped, indent)
    place = cite_text(found.home, row.step.cite)[language()]
    put(place, "dim", indent=indent)
    for flag in row.flags:
        above = said.setdefault(flag.id, row.step.step)
        text = flag.text[language()] if above == row.step.step else say(N_("As is said of step {n}."), n=above)
        put(f"! {text}", indent=indent, hang=2)


def _skipped(days: Iterable[DayOff], indent: int) -> None:
    listed = "; ".join(text[language()] for text in off_by_name(days))
    if listed:
        put(say(N_("Passed over: {days}"), days=listed), "dim", indent=indent, hang=2)


def _drawing(found: Ledger) -> None:
    drawn = bars(found, width() - 2 * DAY - 2 * GAP)
    if drawn is None:
        return
    put()
    put(say(N_("Days from {first} to {last}"), first=short_day(drawn.first), last=short_day(drawn.last)), "head")
    for bar in drawn.lines:
        number = str(bar.of.step.step) if isinstance(bar.of, StepRow) else TOTAL
        put(f"{number:>{NUMBER}} {bar.signs} {_ends(bar.of.dues)}".rstrip())
    put(say(N_("█ counted, ▓ may run so long, ▒ may not take place, ░ passed over, ○ no due day, ? not determined.")), "dim")
    if drawn.days_a_sign > 1:
        put(say(N_("Days a sign stands for: {n}."), n=drawn.days_a_sign), "dim")


def _ends(days: Days | None) -> str:
    if days is None:
        return ""
    return short_day(days.one) if days.one else f"{days.earliest:%d.%m}–{short_day(days.latest)}"


def _rest(answer: Answer, found: Ledger) -> None:
    """Pauses and open questions."""
    asked = (question(answer.decision, id) for id in found.depends_on)
    sections = (
        (N_("Extension and suspension"), [pause_text(one, found.home)[language()] for one in found.pauses]),
        (
            N_("Questions whose answers still matter"),
            [one.ask[language()] for one in asked],
        ),
    )
    for title, lines in sections:
        if lines:
            put()
            put(say(title), "head")
        for line in lines:
            put(f"• {line}", indent=1, hang=2)
