"""`eligibility letter`: one letter for one case."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from eligibility.answer.answer import Answer
from eligibility.cli.framework import supplied
from eligibility.cli.gathering import Asked
from eligibility.cli.language import lang as current
from eligibility.cli.language import say
from eligibility.cli.letter_options import (
    AcceptedOn,
    BasisStated,
    CircumstancesStated,
    Copies,
    GroundStated,
    LargePrint,
    LetterFormat,
    LetterLanguage,
    MissingStated,
    NoCase,
    OfficeFile,
    RegistrationNumber,
    Templates,
    TermStated,
    WithRoute,
    format_of,
    office_of,
    spare_inputs,
    templates_of,
)
from eligibility.cli.options import (
    CASE,
    FILE,
    KIND,
    ActOption,
    AsIfOption,
    DayOption,
    Opened,
    RegionOption,
    opened,
)
from eligibility.cli.output import put, write_to
from eligibility.diagnostics.refusal import refused
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.formats.rendering import rendered
from eligibility.letters.kinds import KINDS, SIGNED, kind_named
from eligibility.letters.statement import OPTION, read_statement
from eligibility.letters.writing import Wanted, format_named, language_named, make
from eligibility.words.text import N_


@supplied("opened", opened)
def letter(
    *,
    kind: Annotated[str, typer.Argument(metavar=KIND, help=say(N_("One of: {kinds}."), kinds=", ".join(KINDS)))],
    case: Annotated[str, typer.Argument(metavar=CASE, help=say(N_("File of a case, JSON or YAML; «-» for standard input.")))],
    out: Annotated[
        str, typer.Option("--out", "-o", metavar=FILE, help=say(N_("Where to write; standard output by default, also as «-».")))
    ] = "-",
    lang: LetterLanguage = "both",
    format: LetterFormat = None,
    office: OfficeFile = None,
    number: RegistrationNumber = "",
    accepted_on: AcceptedOn = None,
    term: TermStated = "",
    ground: GroundStated = "",
    basis: BasisStated = "",
    circumstances: CircumstancesStated = "",
    missing: MissingStated = None,
    copies: Copies = None,
    templates: Templates = None,
    large_print: LargePrint = False,
    with_route: WithRoute = False,
    no_case: NoCase = False,
    act: ActOption = None,
    region: RegionOption = None,
    on: DayOption = None,
    as_if: AsIfOption = False,
    opened: Opened,
) -> None:
    stated = {"number": number, "accepted_on": accepted_on, "term": term, "missing": missing}
    of_refusal = {"ground": ground, "basis": basis, "circumstances": circumstances}
    wanted = Wanted(
        kind_named(kind),
        language_named(lang),
        office_of(office),
        read_statement(stated | of_refusal, opened.engine.pack, OPTION),
        copies,
        templates_of(templates),
        not no_case,
        large_print,
        with_route,
    )
    chosen = format_named(format or format_of(out))
    if out != "-":
        spare_inputs([Path(out)], case, office, templates, *(opened.rules or ()))
    answer = opened.engine.answer(Asked(case, act=act, region=region, on=on).gathered(), as_if)
    asked = answer.decision.case
    write(out, rendered(make(OnPaper(answer), wanted, asked.person), asked.on, chosen, wanted.templates))
    if wanted.kind in SIGNED:
        remark(answer)


def remark(answer: Answer) -> None:
    """What the clerk is to know of the text before signing stands on the terminal, and never on the paper."""
    flags = [flag for flag in answer.flags("clerk") if flag.for_ == "clerk"]
    if not flags:
        return
    put(say(N_("Remarks for the clerk; they are not on the paper:")), "head", to=sys.stderr)
    for flag in flags:
        put(f"– {flag.text[current()]}", hang=2, to=sys.stderr)


def write(out: str, content: bytes) -> None:
    if out == "-" and sys.stdout.isatty() and content.startswith(b"%PDF"):
        raise refused("pdf-on-terminal", "-o")
    write_to(out, content)
