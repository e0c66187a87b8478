"""What the commands that make letters share."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from eligibility.cli.input import read_data
from eligibility.cli.language import say
from eligibility.cli.options import COUNT, DAY, DIR, DOCUMENT, FILE, NUMBER, TEXT
from eligibility.diagnostics.refusal import refused
from eligibility.files import resource
from eligibility.letters.formats.rendering import spare
from eligibility.letters.statement import Office, read_office
from eligibility.letters.writing import FORMATS, Format
from eligibility.words.text import N_

LetterLanguage = Annotated[
    str,
    typer.Option("--lang", metavar="kk|ru|both", help=say(N_("Language of the letter, or both in one, which is the default."))),
]
LetterFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="html|txt|pdf",
        help=say(N_("What to make of the letter; by default what the file's name says, else PDF.")),
    ),
]
OfficeFile = Annotated[
    str | None,
    typer.Option("--office", metavar=FILE, help=say(N_("The office's name, address, phone, head and clerk; JSON or YAML."))),
]
Templates = Annotated[
    Path | None,
    typer.Option(
        "--templates", metavar=DIR, help=say(N_("Folder with the office's own templates, used before the shipped ones."))
    ),
]
NoCase = Annotated[
    bool, typer.Option("--no-case", help=say(N_("Leave the case out of the letter's code, so that nobody can read it there.")))
]
Copies = Annotated[
    int | None,
    typer.Option(
        "--copies", metavar=COUNT, help=say(N_("How many copies to print; by default one, and two of a refusal to accept."))
    ),
]
RegistrationNumber = Annotated[
    str, typer.Option("--number", metavar=NUMBER, help=say(N_("Registration number; a blank line without it.")))
]
AcceptedOn = Annotated[
    str | None,
    typer.Option("--accepted-on", metavar=DAY, help=say(N_("Day of acceptance; the day of filing by default."))),
]
TermStated = Annotated[
    str,
    typer.Option("--term", metavar=TEXT, help=say(N_("When the service is given, as the office states it in a notice."))),
]
GroundStated = Annotated[
    str,
    typer.Option(
        "--ground", metavar=TEXT, help=say(N_("The ground as the office states it, where the edition only points to it."))
    ),
]
BasisStated = Annotated[
    str,
    typer.Option(
        "--basis",
        metavar=TEXT,
        help=say(N_("Legal basis of a refusal to accept beyond the act, as the office states it.")),
    ),
]
CircumstancesStated = Annotated[
    str,
    typer.Option(
        "--circumstances",
        metavar=TEXT,
        help=say(N_("The circumstances a refusal rests on: which data or papers, and what is wrong with them.")),
    ),
]
LargePrint = Annotated[bool, typer.Option("--large-print", help=say(N_("Letters of 16 points, for whoever sees badly.")))]
WithRoute = Annotated[
    bool, typer.Option("--with-route", help=say(N_("In a checklist also the office's own procedure, step by step.")))
]
MissingStated = Annotated[
    list[str] | None,
    typer.Option("--missing", metavar=DOCUMENT, help=say(N_("A document the clerk names as missing; may be repeated."))),
]


def format_of(out: str) -> Format:
    """The format in which the file's name ends; PDF where the name has no ending."""
    suffix = Path(out).suffix
    for format in FORMATS:
        if not suffix or suffix.lower() == f".{format}":
            return format if suffix else "pdf"
    raise refused("unknown-format", "-o", known=", ".join(FORMATS))


def office_of(file: str | None) -> Office:
    return read_office(read_data(file), file, Path(file).parent) if file else Office()


def templates_of(folder: Path | None) -> Path | None:
    if folder is not None and not folder.is_dir():
        raise refused("no-folder", str(folder))
    if folder is not None and not any((folder / file.name).is_file() for file in (resource("templates") / "letters").iterdir()):
        raise refused("no-template", str(folder))
    return folder


def spare_inputs(outputs: Iterable[Path], *inputs: Path | str | None) -> None:
    """Refuses to write over a file that the command reads; «-» is none."""
    spare(outputs, [Path(one) for one in inputs if one is not None and str(one) != "-"])
