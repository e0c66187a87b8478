"""Options that the commands for populations share."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from eligibility.cli.language import say
from eligibility.cli.options import DIR, FILE, LanguageOption, PublishedOption, RulesOption, engine_of
from eligibility.cli.progress import progress_of
from eligibility.engine import Engine
from eligibility.words.text import N_

COLUMN = say(N_("COLUMN"))

PeopleArgument = Annotated[
    str,
    typer.Argument(
        metavar=f"{FILE}|{DIR}",
        help=say(N_("Table of people, .parquet, .csv or .jsonl, or a folder of such tables; a row each.")),
    ),
]
CarryOption = Annotated[
    list[str] | None,
    typer.Option(
        "--carry", metavar=COLUMN, help=say(N_("Column to take along unread, such as a number of the row; may be repeated."))
    ),
]
UncheckedOption = Annotated[
    bool,
    typer.Option(
        "--unchecked",
        help=say(N_("Decide each combination of facts by one engine, and do not hold what the columns conclude against it.")),
    ),
]


Engines = Callable[[bool], Engine]
"""an engine for work that is checked, or for work that is not"""


def people_engines(published: PublishedOption = None, rules: RulesOption = None, lang: LanguageOption = None) -> Engines:
    return lambda checked: engine_of(rules, None if checked else "direct", lang, published)


@contextmanager
def progress_over(people: Path, quiet: bool) -> Iterator[Callable[[int], None] | None]:
    """Over all rows; counted beforehand only where somebody watches."""
    from eligibility.population.opened import check_installed

    check_installed()
    from eligibility.population.partitions import rows_in

    watched = sys.stderr.isatty() and not quiet
    with progress_of(say(N_("Rows")), rows_in(people) if watched else 0, quiet=not watched) as progress:
        yield progress
