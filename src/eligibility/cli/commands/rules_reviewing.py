"""`eligibility rules review`: what a change of the rules changes, and whom it touches, before it is signed."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eligibility.cli.language import check_language, say
from eligibility.cli.language import lang as language
from eligibility.cli.options import DIR, FILE, JsonOption, LanguageOption
from eligibility.cli.output import ends_in, print_json, write_to
from eligibility.diagnostics.refusal import Refused
from eligibility.files import checkout
from eligibility.words.text import N_

if TYPE_CHECKING:
    from eligibility.review.comparing_packs import FindsFlips
    from eligibility.review.reviewing import CountsPeople
    from eligibility.review.scenarios import Scenario

SCENARIOS = Path("tests", "scenarios")
"""where a checkout has them"""
REVISION = say(N_("REVISION"))
SIDE = f"{DIR}|{REVISION}"
ScenariosOption = Annotated[
    list[str] | None,
    typer.Option(
        "--scenarios",
        metavar=f"{DIR}|{FILE}",
        help=say(N_("Scenarios to hold against both; by default those of the checkout, where there are any.")),
    ),
]
PopulationOption = Annotated[
    str | None,
    typer.Option(
        "--population",
        metavar=f"{FILE}|{DIR}",
        help=say(N_("Table of people, or a folder of such tables: how many of them each change touches.")),
    ),
]


def review_rules(
    old: Annotated[
        str,
        typer.Argument(
            metavar=SIDE,
            help=say(
                N_(
                    "The rules before: a folder, the word shipped, or a git revision; "
                    "REV:PATH where its rules lie elsewhere than in rules/."
                )
            ),
        ),
    ],
    new: Annotated[str, typer.Argument(metavar=SIDE, help=say(N_("The rules after, named alike.")))],
    out: Annotated[
        str | None,
        typer.Option("--out", "-o", metavar=FILE, help=say(N_("Write the page to read, print and sign, an HTML file."))),
    ] = None,
    scenarios: ScenariosOption = None,
    population: PopulationOption = None,
    as_json: JsonOption = False,
    lang: LanguageOption = None,
) -> None:
    check_language(lang)
    if out is not None and out != "-":
        ends_in([".html"], out, "--out")
    measure = _measure()
    from eligibility.cli.review_told import review_json, tell_review
    from eligibility.review.reviewing import review_of
    from eligibility.review.revisions import engine_at
    from eligibility.review.told_changes import Sides

    sides = Sides(engine_at(old), engine_at(new))
    found = review_of(sides, (old, new), measure, _scenarios(scenarios), _counts(population))
    if out is not None:
        from eligibility.review.review_page import review_page

        write_to(out, review_page(found, language(), date.today()).encode())
        if out == "-":
            return
    if as_json:
        print_json(review_json(found))
    else:
        tell_review(found)


def _measure() -> "FindsFlips":
    """All kinds of person at once; refuses where the library for that is not installed."""
    from eligibility.diagnostics.installing import command_for
    from eligibility.diagnostics.refusal import refused

    try:
        import polars  # noqa: F401
    except ModuleNotFoundError:
        raise refused("review-not-installed", "", command=command_for("population")) from None
    from eligibility.population.behaviour import behaviour

    return behaviour


def _counts(population: str | None) -> "CountsPeople | None":
    if population is None:
        return None
    from eligibility.population.people_touched import people_touched

    return lambda old, new, pairs: people_touched(old, new, Path(population), pairs)


def _scenarios(paths: list[str] | None) -> "list[Scenario] | None":
    """Refuses scenarios that cannot be read."""
    from eligibility.review.scenarios import scenarios_at

    if paths:
        found = scenarios_at(map(Path, paths))
    else:
        top = checkout()
        if top is None or not (top / SCENARIOS).is_dir():
            return None
        found = scenarios_at([top / SCENARIOS], below=top)
    if problems := [problem for one in found for problem in one.problems]:
        raise Refused(problems)
    return found
