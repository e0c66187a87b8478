"""`eligibility population sql`: the query by which a database decides its own table of people."""

from pathlib import Path
from typing import Annotated

import typer

from eligibility.cli.framework import supplied
from eligibility.cli.language import say
from eligibility.cli.options import FILE, SERVICE, TEXT, AsIfOption, reader
from eligibility.diagnostics.meant import chosen
from eligibility.engine import Engine
from eligibility.words.text import N_


@supplied("engine", reader)
def print_query(
    *,
    people: Annotated[
        str | None,
        typer.Argument(
            metavar=FILE,
            help=say(
                N_(
                    "Table with the columns that the database's table has; only its heading is read. "
                    "Without it, all columns that are of use."
                )
            ),
        ),
    ] = None,
    dialect: Annotated[
        str, typer.Option("--dialect", metavar="postgres|duckdb|spark|sqlite", help=say(N_("The database's own SQL.")))
    ],
    table: Annotated[
        str, typer.Option("--table", metavar=TEXT, help=say(N_("The table in the database, with its schema where it has one.")))
    ] = "people",
    service: Annotated[
        list[str] | None,
        typer.Option("--service", metavar=SERVICE, help=say(N_("Only people who ask for this service; may be repeated."))),
    ] = None,
    carry: Annotated[
        list[str] | None,
        typer.Option("--carry", metavar=TEXT, help=say(N_("Column to take along unread, such as a number; may be repeated."))),
    ] = None,
    as_if: AsIfOption = False,
    engine: Engine,
) -> None:
    from eligibility.population.in_sql import DIALECTS
    from eligibility.population.sql_heading import heading_asked, heading_of_file
    from eligibility.population.sql_query import SqlQuery

    spoken = chosen(dialect, DIALECTS, "--dialect")
    services = tuple(chosen(one, engine.pack.services, "--service", "unknown-service") for one in dict.fromkeys(service or ()))
    if people is None:
        heading = heading_asked(engine, services, tuple(carry or ()))
    else:
        heading = heading_of_file(engine.pack, Path(people), tuple(carry or ()))
    print(SqlQuery(engine, heading, spoken, table, services, as_if).text(), end="")
